"""Celery's door: each task is an address label. Load by number, make one call; a second delivery changes nothing."""

from typing import Any

from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded
from celery.signals import worker_process_init, worker_ready
from django.db import connections

from claims.extraction import pipeline
from claims.ingest import archiving, feeds, fetches
from claims.ingest import claims as ingest_claims
from claims.memory import imports, known
from claims.record import work
from claims.review import letters, slots, summoning, triage


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
    fetches.fetch(pk)


@shared_task(name="claims.archive", soft_time_limit=40, time_limit=60)
def archive(pk: int) -> None:
    archiving.archive(pk)


@shared_task(name="claims.poll", soft_time_limit=40, time_limit=60)
def poll(pk: int) -> None:
    feeds.poll(pk)


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


@shared_task(name="claims.tick")
def tick() -> None:
    """The sweeper's round: whatever was left behind is found again. Rounds that piled up are one."""
    if not work.swept_just_now():
        sweep()


@shared_task(name="claims.heartbeat")
def heartbeat(queue: str) -> None:
    """A sign of life that has travelled through this queue."""
    work.alive(queue)


def sweep() -> int:
    """Everything that time does at this desk; how much work was woken."""
    woken = work.sweep()  # first: an error below must not leave behind what was taken in
    slots.expire()
    summoning.summon()
    summoning.announce()
    feeds.begin_due()
    archiving.begin_due()
    known.begin_due()
    return woken
