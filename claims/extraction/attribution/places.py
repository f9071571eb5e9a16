"""Spans that can be asked for by place, so that a long text takes no more time a word than a short one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from claims.extraction.types import Sentence, Span

NEIGHBOURS = 8  # spans looked back at: a statement has three or four, and they may lie inside one another


class Places:
    """A set of spans; answers which of them overlap another one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(set(spans))
        self._starts = [span.start for span in self._spans]
        self._longest = max((span.end - span.start for span in self._spans), default=0)

    def overlapping(self, span: Span) -> list[Span]:
        """Those that share a character with *span*, in text order."""
        return [other for other in self._near(span) if other.overlaps(span)]

    def _near(self, span: Span) -> Iterator[Span]:
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_right(self._starts, span.end)
        yield from self._spans[first:last]

    def end_before(self, place: int) -> int | None:
        """Where the last of them that begins before *place* ends."""
        at = bisect_left(self._starts, place)
        return max((span.end for span in self._spans[max(0, at - NEIGHBOURS) : at]), default=None)


class Around:
    """The sentences of a text, looked up by place."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._spans = [sentence.span for sentence in sentences]
        self._starts = [span.start for span in self._spans]

    def sentence(self, place: Span) -> Span:
        """The sentence in which the place begins; the place itself where none does."""
        at = bisect_right(self._starts, place.start) - 1
        return self._spans[at] if at >= 0 and place.start < self._spans[at].end else place
