""" "Here in Velm" as "in Velm", and "there are fighters over there" without the last two words: they show a place to who listens."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.extraction.standalone.change import Change
from claims.extraction.standalone.tagging import Token

POINTS = frozenset(("here", "there"))
PLACED = frozenset(("in", "at", "near"))
FAR = frozenset(("over", "out", "up", "down"))  # "over there"
ENDS = frozenset((".", ",", "CCc", "CCv", "Q"))


def changes(text: str, tokens: Sequence[Token]) -> Iterator[Change]:
    """What shows a place that the words name beside it, or that they can do without."""
    if POINTS.isdisjoint(t.lower for t in tokens):
        return
    exists = any(t.tag == "EX" for t in tokens)
    for at, (one, two) in enumerate(pairwise(tokens)):
        if one.start < 0 or two.start != one.end + 1:
            continue
        named = at + 2 < len(tokens) and tokens[at + 2].tag == "NNP"
        opens = at == 0 or tokens[at - 1].tag in (",", "Q", "CCc", "NN", "NNS")
        if one.lower in POINTS and two.lower in PLACED and named and opens:
            yield Change(one.start, two.end, two.lower)
        after = tokens[at + 2] if at + 2 < len(tokens) else None
        closes = after is None or after.tag in ENDS
        if exists and at and one.lower in FAR and two.lower == "there" and closes and text[one.start - 1] == " ":
            yield Change(one.start - 1, two.end, "")
