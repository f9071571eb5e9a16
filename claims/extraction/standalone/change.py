"""Changes of wording: what stands in for a stretch of the text, wherever that stretch is printed."""

from bisect import bisect_right, insort
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """Print *words* in place of ``text[start:end]``."""

    start: int
    end: int
    words: str


def touched(changes: Iterable[Change], start: int, end: int) -> bool:
    """Whether a change lies on the stretch, or right beside it."""
    return any(change.start <= end and start <= change.end for change in changes)


class Changes:
    """Changes that do not overlap, in the order of the text; of two that would, the first to come stays."""

    def __init__(self, changes: Iterable[Change] = ()) -> None:
        self._kept: list[Change] = []
        for change in changes:
            self.add(change)

    def add(self, change: Change) -> None:
        if self.free(change.start, change.end):
            insort(self._kept, change)

    def free(self, start: int, end: int) -> bool:
        """Whether no change lies between the two places."""
        at = bisect_right(self._kept, start, key=lambda change: change.start)
        before = self._kept[at - 1].end <= start if at else True
        return before and (at == len(self._kept) or end <= self._kept[at].start)

    def between(self, start: int, end: int) -> list[Change]:
        """The changes that lie wholly between the two places."""
        first = bisect_right(self._kept, start - 1, key=lambda change: change.start)
        last = bisect_right(self._kept, end, key=lambda change: change.end)
        return self._kept[first:last]


def apply(text: str, start: int, end: int, changes: Changes) -> str:
    """``text[start:end]`` with the changes that lie inside."""
    printed, at = [], start
    for change in changes.between(start, end):
        printed += [text[at : change.start], change.words]
        at = change.end
    printed.append(text[at:end])
    return "".join(printed)
