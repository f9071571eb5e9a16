"""Whether the two halves of a cut are whole: nothing left hanging at an end, no clause without its verb."""

from collections.abc import Sequence
from itertools import pairwise

from claims.extraction.standalone.clauses import has_finite
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE, VERBS

OPENS_CLAUSE = frozenset("because although whether unless if".split())  # always with a verb of its own
HANGING = frozenset("at of from between among than into during".split())  # nor with one of these: "were left at"
HANGS = frozenset(("DT", "TO", "PRP$", "MD", "WDT", "WP"))  # no half ends with one of these
AUXILIARIES = frozenset("is are was were be been has have had".split())
SHORT = 4  # words of a second noun of a subject, without an article
HANGING_CLAUSE = frozenset("when while if although though because unless until since after before as".split())
PARTITIVE = frozenset(("which", "whom"))  # "of which three have died" is of what stands before it


def are_whole(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether both halves could be read alone."""
    if _is_in_brackets(left):
        return False
    return _is_whole(left) and _is_whole(right) and not _share_subject(left, right)


def _is_in_brackets(left: Sequence[Token]) -> bool:
    """Whether a half ends within brackets: "getting things right (the Lark | and the Wren are fine birds!) is not enough"."""
    return sum((t.word == "(") - (t.word == ")") for t in left) > 0


def _share_subject(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether the right half only ends the subject of a clause with "as": "was underway as strong winds | dry air fueled the fire"."""
    words = [t for t in left if t.tag not in (".", "Q")]
    end = next((i for i in range(len(words) - 1, 0, -1) if words[i].tag not in ("NNS", "JJ", "NN")), 0)
    opened = words[end].lower == "as" and words[end].tag == "IN" and words[-1].tag == "NNS" and end < len(words) - 1
    verb = next((i for i, t in enumerate(right) if t.tag in VERBS), 0)
    return opened and 0 < verb <= SHORT and all(t.tag in ("NN", "NNS", "JJ") for t in right[:verb])


def _is_whole(tokens: Sequence[Token]) -> bool:
    words = [t for t in tokens if t.tag not in (".", "Q")]
    if [t.lower for t in words[:2]] == ["contrary", "to"] and any(t.lower == "that" for t in words[2:]):
        return False  # "Contrary to reports that the chief, Ann Lind, was seized, | the office says it is false"
    if not words or words[-1].tag in HANGS or (words[-1].lower in AUXILIARIES and words[-1].start >= 0):
        return False
    of_which = any(one.lower == "of" and two.lower in PARTITIVE for one, two in pairwise(words[:6]))
    if words[-1].lower in ("not", "n't") or of_which or _ends_with_insertion(words):
        return False  # "and the harbour was not": what it was not is in the other half
    low = [t.lower for t in words]
    if (words[-1].tag == "IN" and low[-1] in HANGING) or (
        "between" in low and "and" not in low[low.index("between") :]
    ):
        return False  # "between 3 p.m." without its "and 6 a.m."
    opened = next((at for at in range(len(words) - 1, -1, -1) if _opens_clause(words[at])), None)
    if opened is None or [t.lower for t in words[opened : opened + 2]] in (["because", "of"], ["whether", "to"]):
        return True
    if words[opened].lower in ("if", "unless") and opened + 1 < len(words) and words[opened + 1].tag == "VBN":
        return True  # "if paid early"
    return has_finite(words[opened:]) and not _waits_for_main_clause(words[opened:])


def _waits_for_main_clause(words: Sequence[Token]) -> bool:
    """Whether behind "that" only a clause that hangs on another was opened: "said that even when the state is ready"."""
    inner = next((at for at, t in enumerate(words) if at and t.tag != "RB"), None)
    if words[0].lower != "that" or inner is None or words[inner].lower not in HANGING_CLAUSE:
        return False
    return sum(t.tag in FINITE for t in words[inner:]) == 1 and all(t.tag != "," for t in words[inner:])


def _ends_with_insertion(words: Sequence[Token]) -> bool:
    """Whether nothing but what was put in follows the last joining word: "lay in bed or, on one occasion,"."""
    joint = max((i for i, t in enumerate(words) if t.tag.startswith("CC")), default=0)
    behind = words[joint + 1 :]
    return (
        joint > 0
        and len(behind) > 1
        and behind[0].tag == ","
        and behind[1].tag == "IN"
        and (behind[1].lower in HANGING_CLAUSE or not VERBS & {t.tag for t in behind})
        and all(t.tag != "," for t in behind[2:])
    )


def _opens_clause(token: Token) -> bool:
    """Whether a word always has a clause behind it: "optimistic that" does, "that house" does not."""
    return token.lower in OPENS_CLAUSE or (token.lower == "that" and token.tag == "IN")
