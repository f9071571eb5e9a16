"""Importing published fact-checks: whole batches, each with the place it came to, so that it can be stopped and taken up."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.db.models import F
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from claims.memory.formats import MOST_BYTES, NotThisFormat, Refused, Row, about, rows
from claims.models import FactCheck, Import, ImportRefusal, User
from claims.record import leases, permissions, work
from claims.record.moves import move
from claims.record.refusals import Refusal

BATCH = 2_000
MOST_REFUSALS = 1_000  # kept with their reason; the rest is counted
_COLUMNS = (*Row._fields, "key", "imported_id")
_INSERT = (
    f"INSERT INTO {FactCheck._meta.db_table} ({', '.join(_COLUMNS)}) "  # noqa: S608  # names of our own, no values
    f"VALUES ({', '.join(['%s'] * len(_COLUMNS))}) ON CONFLICT (key) DO NOTHING"
)


class NotImported(Refusal):
    """That file cannot be imported."""

    http_status = 400


def begin(raw: bytes, *, name: str, form: str, by: User) -> Import:
    """Keep the file and begin its import in the background."""
    permissions.require(by, "edit_policy")
    if form not in Import.Format.values:
        raise NotImported(_("Say which format the file has."))
    measured(len(raw))
    job = Import(name=name[:200], format=form, by=by)
    job.file.save(f"imports/{get_random_string(20)}", ContentFile(raw), save=False)
    with transaction.atomic():
        move("import", job, by=by, create=[job])
        work.wake(job)
    return job


def measured(size: int) -> None:
    """Refuse a file by its size, before anybody holds its bytes."""
    if not 0 < size <= MOST_BYTES:
        raise NotImported(_("The file is empty, or larger than %(n)s MB.") % {"n": MOST_BYTES // 1024 // 1024})


def run(pk: int) -> bool:
    """Import batch after batch from where the last one ended, if the work is ours to do; whether it is done now.

    A killed worker loses one batch.
    """
    done = False
    with leases.held(Import, pk) as job:
        done = job is not None and _do(job)
    return done


def _do(job: Import) -> bool:
    try:
        with job.file.open("rb") as file:
            raw = file.read()
            work.beat(job, progress=job.place, total=about(raw, job.format), stage="import")
            items = enumerate(rows(raw, job.format), 1)
            for batch in _batches(islice(items, job.place, None)):
                _store(job, batch)
        with transaction.atomic():
            work.finish(job)
    except NotThisFormat as reason:
        work.fail(job, str(reason))
        return False
    return True


def _batches(items: Iterator[tuple[int, Row | Refused]]) -> Iterator[list[tuple[int, Row | Refused]]]:
    while batch := list(islice(items, BATCH)):
        yield batch


def _store(job: Import, batch: list[tuple[int, Row | Refused]]) -> None:
    good = [row for _, row in batch if isinstance(row, Row)]
    bad = [(place, row) for place, row in batch if isinstance(row, Refused)]
    with transaction.atomic():
        new = _insert(good, job)
        kept = bad[: max(0, MOST_REFUSALS - job.refused)]
        ImportRefusal.objects.bulk_create(
            (ImportRefusal(imported=job, place=place, reason=r.reason[:300], sample=r.sample) for place, r in kept),
            ignore_conflicts=True,
        )
        job.place, job.refused = batch[-1][0], job.refused + len(bad)
        Import.objects.filter(pk=job.pk).update(
            place=job.place,
            stored=F("stored") + new,
            known=F("known") + len(good) - new,
            refused=job.refused,
        )
        work.beat(job, progress=job.place, stage="import")


def _insert(rows: list[Row], job: Import) -> int:
    """Store the rows that are not known yet; how many.

    In SQL, because the database finds out by itself which are known, and a hundred thousand model objects are slow.
    """
    with connection.cursor() as cursor:
        cursor.executemany(_INSERT, [(*map(_plain, row), row.key, job.pk) for row in rows])
        return max(0, int(cursor.rowcount))


def _plain(value: str | date | None) -> str | None:
    return value.isoformat() if isinstance(value, date) else value
