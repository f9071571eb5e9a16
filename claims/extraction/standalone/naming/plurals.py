"""Plural things named since a body was: "the commission acknowledged *problems* but said they had no effect"."""

from bisect import bisect_right
from collections.abc import Sequence

from claims.extraction.standalone.cutting.cuts import Tokens

PLURAL_PRONOUNS = frozenset(("they", "them", "their", "theirs", "themselves"))


class Plurals:
    """The plural nouns of one text's sentences."""

    def __init__(self, sentences: Sequence[Tokens]) -> None:
        self._sentences = sentences
        self._starts = [tokens[0].start if tokens else 0 for tokens in sentences]

    def between(self, since: int, at: int) -> bool:
        """Whether a plural noun stands between the two places, in the sentence of the second."""
        number = bisect_right(self._starts, at) - 1
        tokens = self._sentences[number] if number >= 0 else []
        return any(t.tag == "NNS" and since <= t.start < at for t in tokens)
