"""Sentences found again by a place of the text."""

from bisect import bisect_right
from collections.abc import Sequence

from claims.extraction.standalone.cutting.cuts import Tokens


class Placed:
    """The sentences of one text that have words, by their numbers and by their places."""

    def __init__(self, sentences: Sequence[Tokens]) -> None:
        self._sentences = [tokens for tokens in sentences if tokens]
        self._starts = [tokens[0].start for tokens in self._sentences]

    def __getitem__(self, number: int) -> Tokens:
        return self._sentences[number]

    def number(self, at: int) -> int:
        """The number of the sentence in which a place lies, or behind which; -1 before the first."""
        return bisect_right(self._starts, at) - 1
