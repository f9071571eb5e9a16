"""Where a clause that tells more of a noun ends and the sentence goes on."""

from claims.extraction.standalone.clauses import FINITE, has_finite
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.cutting.relative_heads import NOUNS

BRACKETS = frozenset("()")


def clause_end(tokens: Tokens, at: int) -> int:
    """Where the clause that opens at *at* ends: at a comma or dash behind which the sentence takes up its own verb."""
    opener = tokens[at - 1].word
    for end in range(at + 2, len(tokens)):
        token = tokens[end]
        if (token.tag == "," and opener != ",") or token.word in BRACKETS:
            continue  # "fights a plan by Speaker Ann Lind *(R-Ohio)* for it"
        if token.tag not in (",", ":") or not has_finite(tokens[at:end]):
            continue
        if opener in "—–" and token.word in "—–":
            return end
        if not has_finite(tokens[:at]) and has_finite(tokens[end:]):
            return _before_verb(tokens, end) or end
        after = tokens[end + 1 : end + 4]
        follows = next((t for t in after if t.tag != "RB"), None)
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
