"""Where a clause that tells more of a noun ends and the sentence goes on."""

from dataclasses import replace

from claims.extraction.standalone.clauses import has_finite, noun_phrase_before
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.frames.told import is_plural
from claims.extraction.standalone.tags import FINITE, NOUNS

BRACKETS = frozenset("()")
HARMING = frozenset(
    "killing injuring wounding hurting destroying damaging leaving sparking flooding burying trapping".split()
)
STATES = frozenset("was were had lived stood lay worked".split())
BEHIND_VERB = frozenset(("IN", "DT", "TO", "RB", "JJ", "PRP", "PRP$", "CD"))  # opens what a verb has behind it


def clause_end(tokens: Tokens, at: int) -> int:
    """Where the clause that opens at *at* ends: at a comma or dash behind which the sentence takes up its own verb."""
    opener = tokens[at - 1].word
    for end in range(at + 2, len(tokens)):
        token = tokens[end]
        if (token.tag == "," and opener != ",") or token.word in BRACKETS:
            continue  # "fights a plan by Speaker Ann Lind *(R-Ohio)* for it"
        if token.tag not in (",", ":") or not has_finite(tokens[at:end]) or _came_of_clause(tokens, at, end):
            continue
        if _is_closed(tokens, at, end):
            return end
        if not has_finite(tokens[:at]) and has_finite(tokens[end:]):
            return _before_verb(tokens, end) or end
        after = tokens[end + 1 : end + 4]
        follows = next((t for t in after if t.tag not in ("RB", "Q")), None)  # "which was new, | “on pause”"
        if (
            follows is not None
            and follows.tag == "VBN"
            and not has_finite(tokens[:at])
            and not has_finite(tokens[end:])
        ):
            return (
                end  # the sentence's own verb, taken for a participle: "the bridge, which links two towns, | reopened"
            )
        if (
            _takes_up_verb(tokens, at, end)
            or follows is None
            or follows.tag in FINITE
            or follows.tag in ("CCc", "CCv", "VBG", "IN", "TO")
        ):
            return end
    return len(tokens) - (tokens[-1].tag == ".")


def _is_closed(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a second dash closes the clause, a verb read as a noun follows, or a noun that goes on with another before it."""
    dashes = tokens[at - 1].word in "—–" and tokens[end].word in "—–"
    return dashes or takes_up_hidden_verb(tokens, at, end) or _goes_on_with_noun(tokens, at, end)


def _came_of_clause(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a participle tells what came of the clause: "was held in Orla, where a wall *fell*, | *killing* three"."""
    harmed = end + 1 < len(tokens) and tokens[end + 1].lower in HARMING
    if not harmed or not has_finite(tokens[:at]) or has_finite(tokens[end:]):
        return False
    verb = next(i for i in range(at, end) if tokens[i].tag in FINITE)
    return tokens[verb].tag == "VBD" and tokens[verb].lower not in STATES


def _takes_up_verb(tokens: Tokens, at: int, end: int) -> bool:
    """Whether the sentence goes on with a second verb behind ", and" and a phrase: "drove through a gap, which had been left, | and over 20 metres *hit* them"."""
    behind = tokens[end + 1 : end + 3]
    joined = tokens[end].tag == "," and len(behind) > 1 and behind[0].lower == "and" and behind[1].tag == "IN"
    if not joined or not has_finite(tokens[:at]):
        return False
    verb = next((i for i in range(end + 3, len(tokens)) if tokens[i].tag in FINITE), None)
    return verb is not None and tokens[verb].tag == "VBD" and tokens[verb - 1].tag in NOUNS


def _before_verb(tokens: Tokens, start: int) -> int | None:
    """The comma right before the sentence's own verb, behind those of a list: "which joins Greece, Cyprus and Israel, | is open"."""
    for at in range(start, len(tokens) - 1):
        if tokens[at].tag == "," and next((t for t in tokens[at + 1 :] if t.tag != "RB"), tokens[at]).tag in FINITE:
            return at
    return None


def takes_up_hidden_verb(tokens: Tokens, at: int, comma: int) -> bool:
    """Whether the sentence's own verb stands behind *comma*, taken for a noun: "clerks, who have left twice, | *remain* in dispute"."""
    if comma + 2 >= len(tokens) or has_finite(tokens[:at]) or has_finite(tokens[comma:]):
        return False
    word, behind = tokens[comma + 1], tokens[comma + 2]
    if not word.word.islower() or word.tag not in ("VB", "NN", "NNS") or behind.tag not in BEHIND_VERB:
        return False
    end = at - 1
    head = tokens[noun_phrase_before(tokens, end) : end]
    of_one = word.lower.endswith("s") and not word.lower.endswith("ss")
    several = is_plural(head) if head else False
    team = bool(head) and head[-1].tag == "NNP" and head[-1].lower.endswith("s")  # "the Herons, who … , *climb*"
    return bool(head) and ((of_one and not several) or (word.tag != "NNS" and (several or team)))


def with_hidden_verb(tokens: Tokens, at: int, comma: int) -> Tokens:
    """The sentence with a noun behind *comma* as the verb that it is, if it is one."""
    if comma >= len(tokens) or not takes_up_hidden_verb(tokens, at, comma):
        return tokens
    tag = "VBZ" if tokens[comma + 1].lower.endswith("s") else "VBP"
    return [*tokens[: comma + 1], replace(tokens[comma + 1], tag=tag), *tokens[comma + 2 :]]


def _goes_on_with_noun(tokens: Tokens, at: int, end: int) -> bool:
    """Whether ", and" joins a noun to the one before the clause: "holds a licence, which ran out in May, | *and two boats*"."""
    if tokens[end].tag != "," or end + 2 >= len(tokens) or not has_finite(tokens[:at]):
        return False
    joined = tokens[end + 1].lower in ("and", "or") and tokens[end + 2].tag in ("CD", "DT", "NNS", "JJ", "PRP$")
    if not joined or any(t.tag == "," for t in tokens[at:end]) or has_finite(tokens[end : _next_comma(tokens, end)]):
        return False
    verb = next((i for i in range(at, end) if tokens[i].tag in FINITE), end)
    return tokens[verb + 1].tag in ("IN", "RP", "RB") or verb + 1 == end  # its verb has no object that goes on


def _next_comma(tokens: Tokens, end: int) -> int:
    return next((i for i in range(end + 1, len(tokens)) if tokens[i].tag == ","), len(tokens))
