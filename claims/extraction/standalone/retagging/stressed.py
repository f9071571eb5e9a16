"""Reflexives that only stress the noun before them, and are no subject: "the text *itself* contains no limit"."""

from collections.abc import Sequence

from claims.extraction.standalone.tags import FINITE

REFLEXIVES = frozenset("itself himself herself themselves myself ourselves yourself yourselves".split())
STRESSED = frozenset(("NN", "NNS", "NNP", "PRP"))


def with_stressed(words: Sequence[str], tags: list[str]) -> list[str]:
    """The tags with an adverb for a reflexive between a noun and its verb."""
    if REFLEXIVES.isdisjoint(words):
        return tags
    for at in range(1, len(words) - 1):
        if words[at] in REFLEXIVES and tags[at - 1] in STRESSED and tags[at + 1] in FINITE:
            tags[at] = "RB"
    return tags
