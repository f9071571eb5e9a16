"""What the desk knows, held ready for searching: its own claims and imported fact-checks, in one worker process.

Vectors lie in a file beside the database, named by the digests of their texts and shared by the workers of a machine. The
rows are the truth: a lost file is encoded anew, in the background, and nothing of it is ever waited for at start.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from time import monotonic

from django.conf import settings
from django.db.models import F, QuerySet

from claims.matching.encoder import VERSION, Encoder, load
from claims.matching.index import Index
from claims.matching.types import Entry, Hit
from claims.matching.vectors import VectorStore
from claims.models import ClaimVersion, FactCheck

SLICE = 128  # texts between two signs of life
AT_ONCE = 2_500  # rows of one question: more than the overlap, so that as a rule one is enough
OVERLAP = 2_000  # rows of a slower transaction may become visible after younger ones

Tell = Callable[[int], None]


@dataclass(slots=True)
class _Shelf:
    """One kind of row, and how far it was taken in."""

    rows: Callable[[], QuerySet[ClaimVersion] | QuerySet[FactCheck]]
    entry: Callable[[int], Callable[..., Entry]]
    columns: tuple[str, ...]
    last: int = 0
    recent: set[int] = field(default_factory=set)

    def slices(self) -> Iterator[list[tuple[int, Entry]]]:
        """What came since, slice by slice. No cursor is open meanwhile: behind one, SQLite lets this process write nothing more once
        another has written."""
        at, rows = self.last - OVERLAP, self.rows().order_by("pk").values_list("pk", *self.columns)
        while found := list(rows.filter(pk__gt=at)[:AT_ONCE]):
            at = found[-1][0]
            new = [(pk, self.entry(pk)(*values)) for pk, *values in found if pk not in self.recent]
            for start in range(0, len(new), SLICE):
                yield new[start : start + SLICE]

    def note(self, taken: list[int]) -> None:
        self.last = max([self.last, *taken])
        self.recent = {pk for pk in self.recent | set(taken) if pk > self.last - OVERLAP}


def claim_key(pk: int) -> str:
    return f"claim {pk}"


def fact_check_key(pk: int) -> str:
    return f"fact-check {pk}"


class Archive:
    """An index that follows the database; one process, one thread."""

    def __init__(self, encoder: Encoder, store: VectorStore) -> None:
        self._index = Index(encoder, store)
        self._shelves = (
            _Shelf(
                rows=lambda: ClaimVersion.objects.filter(number=F("claim__wording_number")),
                entry=lambda _: lambda claim, text: Entry(claim_key(claim), text),
                columns=("claim_id", "text"),
            ),
            _Shelf(
                rows=FactCheck.objects.all,
                entry=lambda pk: lambda text, title: Entry(fact_check_key(pk), text, title),
                columns=("claim_text", "title"),
            ),
        )

    def __len__(self) -> int:
        return len(self._index)

    def top_up(self, *, until: float, tell: Tell = lambda _: None) -> bool:
        """Take in what came since, slice by slice; whether all is in before the clock (monotonic) shows *until*."""
        for shelf in self._shelves:
            for batch in shelf.slices():
                self._index.add([entry for _, entry in batch])
                shelf.note([pk for pk, _ in batch])
                tell(len(self._index))
                if monotonic() >= until:
                    return False
        return True

    def search(self, text: str, top: int) -> list[Hit]:
        """The known claims nearest to a text, best first."""
        return self._index.search(text, top)


@cache
def open_archive() -> Archive:
    """The archive of this process, empty until it is first topped up; never opened before a fork."""
    folder = Path(settings.DATA) / "vectors"
    folder.mkdir(parents=True, exist_ok=True)
    return Archive(load(), VectorStore(folder / VERSION))
