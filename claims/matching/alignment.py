"""Two sequences side by side, in bounded time: what one kept of the other, for whoever shows or scores a change.

difflib alone needs time with the cube of what repeats: a text in which every second paragraph is the same holds a process for
minutes. What repeats little is left to it; the rest is cut at what stands once in both, and what can't be cut is called changed.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

MOST_PAIRS = 4_000  # places at which two of the same may be laid on one another, over the whole of one comparison
DEEPEST = 3  # times that a stretch is cut at what stands once in it


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of both sequences, the same in both or different in each; one of the two may be empty."""

    same: bool
    start: int
    end: int
    other_start: int
    other_end: int


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    other_start: int
    other_end: int


def stretches(left: Sequence[str], right: Sequence[str]) -> list[Stretch]:
    """Both sequences from beginning to end, stretch by stretch."""
    found: list[Stretch] = []
    at = other_at = 0
    for start, other_start, size in [*_joined(_Alignment(left, right).blocks()), (len(left), len(right), 0)]:
        if at < start or other_at < other_start:
            found.append(Stretch(same=False, start=at, end=start, other_start=other_at, other_end=other_start))
        at, other_at = start + size, other_start + size
        if size:
            found.append(Stretch(same=True, start=start, end=at, other_start=other_start, other_end=other_at))
    return found


def likeness(left: Sequence[str], right: Sequence[str]) -> float:
    """Which share of both sequences stands in both, in the same order: 1 for equal ones."""
    both = sum(size for _start, _other_start, size in _Alignment(left, right).blocks())
    return 2 * both / (len(left) + len(right)) if left or right else 1.0


def _joined(blocks: Iterator[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Blocks that follow one another without a gap, as one."""
    joined: list[tuple[int, int, int]] = []
    for start, other_start, size in blocks:
        if joined and (joined[-1][0] + joined[-1][2], joined[-1][1] + joined[-1][2]) == (start, other_start):
            first, other_first, before = joined.pop()
            joined.append((first, other_first, before + size))
        elif size:
            joined.append((start, other_start, size))
    return joined


class _Alignment:
    """One comparison, and how much of its work is left to be done."""

    def __init__(self, left: Sequence[str], right: Sequence[str]) -> None:
        self.left, self.right, self.pairs = left, right, MOST_PAIRS

    def blocks(self) -> Iterator[tuple[int, int, int]]:
        """What is the same, as a start in each and a length, in order."""
        yield from self._within(_Part(0, len(self.left), 0, len(self.right)), DEEPEST)

    def _within(self, part: _Part, deep: int) -> Iterator[tuple[int, int, int]]:
        left, right = self.left[part.start : part.end], self.right[part.other_start : part.other_end]
        times, other_times = Counter(left), Counter(right)
        pairs = sum(count * other_times[one] for one, count in times.items() if one in other_times)
        if pairs <= self.pairs:
            self.pairs -= pairs
            # autojunk calls frequent words none, and has the rest of a long text fall apart
            for start, other_start, size in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
                yield part.start + start, part.other_start + other_start, size
            return
        head = _common(left, right)
        tail = _common(left[head:][::-1], right[head:][::-1])
        yield part.start, part.other_start, head
        middle = _Part(part.start + head, part.end - tail, part.other_start + head, part.other_end - tail)
        if deep:
            yield from self._cut(middle, deep - 1)
        yield part.end - tail, part.other_end - tail, tail

    def _cut(self, part: _Part, deep: int) -> Iterator[tuple[int, int, int]]:
        start, other_start = part.start, part.other_start
        for place, other_place in self._standing_once(part):
            yield from self._within(_Part(start, place, other_start, other_place), deep)
            yield place, other_place, 1
            start, other_start = place + 1, other_place + 1
        if start > part.start:
            yield from self._within(_Part(start, part.end, other_start, part.other_end), deep)

    def _standing_once(self, part: _Part) -> list[tuple[int, int]]:
        """Where the longest row of what stands once in both, in the same order, has its places."""
        places, other_places = (
            _alone(sequence, start, end)
            for sequence, start, end in (
                (self.left, part.start, part.end),
                (self.right, part.other_start, part.other_end),
            )
        )
        lasts: list[int] = []  # of the rows so far, by length: the earliest place at which one ends
        ends: list[int] = []  # the same, as indexes into *pairs*
        pairs = [(place, other_places[one]) for one, place in places.items() if one in other_places]
        before: list[int] = []
        for index, (_place, other_place) in enumerate(pairs):
            length = bisect_left(lasts, other_place)
            lasts[length : length + 1], ends[length : length + 1] = [other_place], [index]
            before.append(ends[length - 1] if length else -1)
        row: list[tuple[int, int]] = []
        index = ends[-1] if ends else -1
        while index >= 0:
            row.append(pairs[index])
            index = before[index]
        return row[::-1]


def _alone(sequence: Sequence[str], start: int, end: int) -> dict[str, int]:
    """What stands once in a stretch of a sequence, in order, with its place."""
    times = Counter(sequence[start:end])
    return {sequence[place]: place for place in range(start, end) if times[sequence[place]] == 1}


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    """How many of two sequences are the same from the beginning."""
    most = min(len(left), len(right))
    return next((place for place in range(most) if left[place] != right[place]), most)
