"""Words before a joint that wait for what stands behind it: "both the bus | and the van were", "until Lind | and Berg left"."""

from claims.extraction.lexicon.calendar import MONTHS, WEEKDAYS
from claims.extraction.standalone.clauses import has_finite
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import IN_NOUN_PHRASE, NOUNS, RELATIVES

# Words that wait for a verb, so that a noun behind one is the first of several subjects: "until Lind | and Berg left".
FOR_VERB = frozenset("though although while when because whether if until since".split())
PAIRING = frozenset(("both", "between", "either", "neither"))


def for_more(left: Tokens) -> bool:
    """Whether the words wait for a second noun or for a verb."""
    return _pairs(left) or _lacks_clause(left) or _waits_for_a_verb(left)


def _pairs(left: Tokens) -> bool:
    """Whether "both" stands before the last noun, whose other half is behind the joint: "it seems *both the bus* | and the van were going north"."""
    at = next((i for i in range(len(left) - 1, 0, -1) if left[i].lower in PAIRING), None)
    return at is not None and len(left) - 1 - at > 0 and all(t.tag in IN_NOUN_PHRASE for t in left[at + 1 :])


def _lacks_clause(left: Tokens) -> bool:
    """Whether a relative waits for its verb: "a strike in *which* 12,000 trains | and buses were cancelled"."""
    at = next((i for i in range(len(left) - 1, 0, -1) if left[i].tag in RELATIVES), None)
    if at is None or at + 1 >= len(left) or has_finite(left[at:]):
        return False
    bare = left[at].tag == "WRB" and left[at + 1].tag in ("VBN", "VBG", "JJ")  # "when asked", "where possible"
    return not bare and left[at + 1].tag != "TO"  # "how to act"


def _waits_for_a_verb(left: Tokens) -> bool:
    """Whether a word that opens a clause still waits for its verb: "hid until Lind | and Berg brought them out"."""
    that = max((i for i, t in enumerate(left) if t.lower == "that" and left[i - 1].tag.startswith("CC")), default=None)
    if that and not has_finite(left[that:]):
        return True  # "were hurt and *that acid*, | stones and knives had been seized"
    at = next((i for i in range(len(left) - 1, 0, -1) if left[i].lower in FOR_VERB or _is_once(left[i])), None)
    if _opens_as(left):
        return True
    if at is None:  # "hours after *the United States* | and South Korea ended it": two names, one verb
        at = next((i for i in range(len(left) - 1, 0, -1) if left[i].lower in ("after", "before")), None)
        if at is None or left[-1].tag != "NNP":
            return False
    if at + 1 >= len(left) or has_finite(left[at:]):
        return False
    behind = left[at + 1 :]
    named = all(t.tag in IN_NOUN_PHRASE or t.tag in ("IN", "CCo", "PRP", ",") for t in behind)
    named = named and behind[0].tag not in ("IN", ",")
    dated = any(t.tag == "CD" or t.word in MONTHS or t.word in WEEKDAYS for t in behind)
    bare = left[at].lower not in ("until", "since") or behind[-1].tag == "NNP"
    return named and bare and not dated and behind[0].tag not in ("VBN", "VBG", "JJ")


def _opens_as(left: Tokens) -> bool:
    """Whether "as" behind a comma opens a clause that has no verb yet: "fell for a third month, *as a surge in wind power* | and …"."""
    at = next((i for i in range(len(left) - 1, 1, -1) if left[i].lower == "as" and left[i - 1].tag == ","), None)
    behind = left[at + 1 :] if at else []
    opens = len(behind) > 1 and behind[0].tag in ("DT", "NNS", "NNP", "PRP$", "JJ")
    return opens and all(t.tag in IN_NOUN_PHRASE or t.tag == "IN" for t in behind) and behind[-1].tag in NOUNS


def _is_once(token: Token) -> bool:
    """Whether "once" opens a clause, as in "once rents, walls and wiring are counted", and is no "once a year"."""
    return token.lower in ("once", "unless") and token.tag == "IN"
