"""Where a long name begins of which only the end was read: "the Ann and | Joe Lind Foundation", "the Office for Civil Rights and | Liberties"."""

from collections.abc import Sequence

from claims.extraction.lexicon import heads
from claims.extraction.standalone.tagging import Token

# Bodies and shows that are named after several people or things.
NAMED_AFTER = frozenset(
    "foundation fund trust show institute centre center company group association committee".split()
)
# Bodies that are often named for two fields: "the Office for Civil Rights and | Civil Liberties", "the Rail and | Road Agency".
OF_FIELDS = frozenset(
    "office ministry department commission committee institute bureau agency directorate society association authority board service services"
    " council".split()
)
LAWS = frozenset(("act", "bill", "law", "order", "regulations", "rules"))


def whole_name_at(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where a name begins of which ``tokens[start:end]`` is the end: "the Ann and | Joe Lind Foundation", "the Organization for | Peace"."""
    if start > 1 and tokens[start - 1].lower == "for" and tokens[start - 2].tag == "NNP":
        first = start - 2
        while first and (tokens[first - 1].tag == "NNP" or tokens[first - 1].lower == "of"):
            first -= 1
        if any(t.lower in heads.CORPORATE_HEADS for t in tokens[first:start]):
            return first - (first > 0 and tokens[first - 1].tag == "DT")
    if start > 2 and tokens[start - 1].word == ")" and tokens[start].lower in LAWS:
        return _before_brackets(tokens, start)
    joined = (
        start > 1 and tokens[start - 1].tag.startswith("CC") and tokens[start - 2].tag == tokens[start].tag == "NNP"
    )
    if joined and (field := _named_for_fields(tokens, start, end)) is not None:
        return field
    if not joined or tokens[end - 1].lower not in NAMED_AFTER or any(t.tag != "NNP" for t in tokens[start:end]):
        return start
    at = start - 2
    while at and tokens[at - 1].tag in ("NNP", "DT"):
        at -= 1
    return at


def _before_brackets(tokens: Sequence[Token], start: int) -> int:
    """Where a law's name begins that has brackets within: "the Places of Rest (Special Provisions) | Act"."""
    opened = next((i for i in range(start - 2, 0, -1) if tokens[i].word == "("), 0)
    first = opened
    while first and (tokens[first - 1].word[0].isupper() or (first < opened and tokens[first - 1].lower == "of")):
        first -= 1
    return first - (first > 0 and tokens[first - 1].tag == "DT") if first < opened else start


def _named_for_fields(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Where the name of a body begins of which only the second field was read."""
    if any(t.tag != "NNP" for t in tokens[start:end]):
        return None
    if tokens[end - 1].lower in OF_FIELDS and start > 2 and tokens[start - 3].lower == "the":
        return None if tokens[start - 2].word.isupper() else start - 3  # not "the FBI and Velm Council"
    first = start - 2
    while first and (tokens[first].tag == "NNP" or tokens[first].lower in ("of", "for")):
        first -= 1
    names = [t.lower for t in tokens[first:start]]
    at = next(
        (i for i, word in enumerate(names) if word in OF_FIELDS and names[i + 1 : i + 2] in (["for"], ["of"])), None
    )
    return first if at is not None and tokens[first].tag == "DT" else None
