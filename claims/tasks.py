"""Celery's door: each task is an address label. Load by number, make one call; a second delivery changes nothing."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded
from celery.signals import worker_init, worker_process_init, worker_ready
from django.conf import settings
from django.db import OperationalError, connection, connections

from claims.extraction import pipeline
from claims.ingest import archiving, feeds, fetches, going_out
from claims.ingest import claims as ingest_claims
from claims.memory import imports, known
from claims.record import signed_in, versions, work
from claims.record.errors import first_words
from claims.review import letters, slots, summoning, triage

logger = logging.getLogger(__name__)
OUTWARD = (
    "claims.fetch",
    "claims.archive",
    "claims.poll",
)  # what waits for strangers' servers, the first of them first


@worker_init.connect
def note_version(**_: object) -> None:
    """Before any child is forked: an upgrade on the disk below makes no old worker a new one."""
    versions.known()


@worker_process_init.connect
def preload(**_: object) -> None:
    """Load the models once per worker child, before its first article."""
    pipeline.load()


@worker_ready.connect
def begin(sender: Any, **_: object) -> None:
    """A worker's first acts: say that it listens, and look for what was left behind while none did."""
    for queue in sender.app.amqp.queues.consume_from:
        work.alive(queue)
    sweep()
    connections.close_all()


@shared_task(name="claims.fetch", soft_time_limit=40, time_limit=60)
def fetch(pk: int) -> None:
    _go_out(fetches.fetch, pk)


@shared_task(name="claims.archive", soft_time_limit=40, time_limit=60)
def archive(pk: int) -> None:
    _go_out(archiving.archive, pk)


@shared_task(name="claims.poll", soft_time_limit=40, time_limit=60)
def poll(pk: int) -> None:
    _go_out(feeds.poll, pk)


@shared_task(name="claims.extract")
def extract(pk: int) -> None:
    ingest_claims.extract(pk, out_of_time=SoftTimeLimitExceeded)
    known.begin_due()


@shared_task(name="claims.accept")
def accept(pk: int) -> None:
    triage.auto_accept(pk)


@shared_task(name="claims.import")
def read_import(pk: int) -> None:
    if imports.run(pk):
        known.ask_again()


@shared_task(name="claims.match")
def match(pk: int) -> None:
    known.match(pk, out_of_time=SoftTimeLimitExceeded)


@shared_task(name="claims.mail", soft_time_limit=40, time_limit=60)
def mail(pk: int) -> None:
    letters.mail(pk)


def _go_out(do: Callable[[int], None], pk: int) -> None:
    """Do it if it is our turn to wait for a stranger's server; else whoever has it wakes the next when back."""
    with going_out.turn() as ours:
        if ours:
            do(pk)
    if ours and settings.ONE_GOES_OUT:
        work.wake_next(OUTWARD)


@shared_task(name="claims.tick")
def tick() -> None:
    """The sweeper's round: whatever was left behind is found again. Rounds that piled up are one."""
    if not work.swept_just_now():
        sweep()


@shared_task(name=work.SIGN_OF_LIFE)
def heartbeat(queue: str) -> None:
    """A sign of life that has travelled through this queue; of a worker that leaves all work to others none is given."""
    if not versions.apart():
        work.alive(queue)


@dataclass(frozen=True, slots=True)
class Round:
    """How much work was woken, and which parts of the round failed."""

    woken: int
    failed: tuple[str, ...]


def sweep() -> Round:
    """Everything that time does at this desk; what fails is told in the log and keeps nothing else from being done.

    The sweeper's sign of life is given when all of it went well: a part that fails each time has to be seen at /readyz.
    """
    work.alive(work.ROUND)
    parts: dict[str, Callable[[], int | None]] = {
        "work": work.sweep,  # first: what was taken in
        "slots": slots.expire,
        "summoning": summoning.summon,
        "announcing": summoning.announce,
        "feeds": feeds.begin_due,
        "archiving": archiving.begin_due,
        "comparing": known.begin_due,
        "sessions": signed_in.forget_ended,
    }
    done = {name: _did(name, part) for name, part in parts.items()}
    failed = tuple(name for name, count in done.items() if count is None)
    if not failed:
        work.alive(work.SWEEPER)
    return Round(done["work"] or 0, failed)


def _did(name: str, part: Callable[[], int | None]) -> int | None:
    """How many it did, or None if it failed."""
    try:
        return part() or 0
    except SoftTimeLimitExceeded:
        raise
    except Exception as error:
        # a database that is away says so with each part, and where it was asked tells nothing
        traced = not isinstance(error, OperationalError)
        logger.error("the sweeper failed at %s: %s", name, first_words(error) or type(error).__name__, exc_info=traced)
        if not connection.in_atomic_block:
            connection.close_if_unusable_or_obsolete()  # the next part gets one that works
        return None
