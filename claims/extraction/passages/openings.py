"""Lines told by their first words, looked up by two letters so that a long table costs no more than a short one."""

from collections import defaultdict
from collections.abc import Iterable

from claims.extraction.lexicon import layout

_KEY = 2
_HEAD = 80  # characters: longer than any phrase


class Openings:
    """A table of phrases with which a line may begin, each ending where a word ends."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_key: defaultdict[str, list[str]] = defaultdict(list)
        for phrase in phrases:
            self._by_key[phrase[:_KEY].lower()].append(phrase.lower())

    def begin(self, line: str) -> bool:
        """Whether the line begins with one of the phrases, apart from case and leading signs."""
        head = line[:_HEAD].replace("’", "'")
        bare = head.lstrip(" •·*>»|-–—[(#→►▶")
        return self._begins(head) or (len(bare) < len(head) and self._begins(bare))

    def _begins(self, head: str) -> bool:
        lowered = head.lower()
        return any(
            lowered.startswith(phrase) and _ends_word(head, len(phrase))
            for key in (lowered[:1], lowered[:_KEY])
            for phrase in self._by_key.get(key, ())
        )


def _ends_word(head: str, place: int) -> bool:
    """Whether a word ends at *place*; a capital glued to it ("Read moreFerry company …") is the next one."""
    last, following = head[place - 1], head[place : place + 1]
    return not (last.isalnum() and following.isalnum()) or (last.islower() and following.isupper())


POINTER = Openings(layout.POINTERS)
