"""Plural things named since a body was: "the commission acknowledged *problems* but said they had no effect"."""

from collections.abc import Sequence

from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.placed import Placed

PLURAL_PRONOUNS = frozenset(("they", "them", "their", "theirs", "themselves"))


class Plurals:
    """The plural nouns of one text's sentences."""

    def __init__(self, sentences: Sequence[Tokens]) -> None:
        self._sentences = Placed(sentences)

    def between(self, since: int, at: int) -> bool:
        """Whether a plural noun stands between the two places, in the sentence of the second."""
        number = self._sentences.number(at)
        tokens = self._sentences[number] if number >= 0 else []
        return any(t.tag == "NNS" and since <= t.start < at for t in tokens)

    def since(self, since: int, at: int) -> bool:
        """Whether a plural noun stands between the two places, in whatever sentence."""
        numbers = range(max(0, self._sentences.number(since)), self._sentences.number(at) + 1)
        return any(t.tag == "NNS" and since <= t.start < at for number in numbers for t in self._sentences[number])
