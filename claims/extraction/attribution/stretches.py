"""Which stretch of a reading a place lies in, for drafts that no view of the reading stands behind."""

from claims.extraction.attribution.places import Places
from claims.extraction.reader import Reading
from claims.extraction.types import Span


class Stretches:
    """The stretches of one reading, looked up by place."""

    def __init__(self, reading: Reading) -> None:
        bounds = [(int(one.tokens[0][0]), int(one.tokens[-1][1])) for one in reading.stretches]
        self._places = Places(Span(start, end) for start, end in bounds)
        self._index = {start: index for index, (start, _) in enumerate(bounds)}

    def at(self, place: Span) -> int | None:
        """The index of the stretch; None for a place that was not read."""
        around = self._places.overlapping(place)
        return self._index[around[0].start] if around else None
