"""Evidence is kept: its page is fetched by the guarded fetcher, and its bytes, text and hash stay when the page goes."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from claims.ingest import fetching, robots
from claims.ingest.articles import Unacceptable
from claims.ingest.fetches import AGAIN_AFTER, read
from claims.ingest.fetching import FetchError
from claims.ingest.time_left import TimeLeft
from claims.models import Archive, Evidence
from claims.record import events, leases, originals, work

MOST_AT_ONCE = 50


def begin_due() -> int:
    """Make an Archive for every piece of evidence with an address that has none; how many."""
    waiting = Evidence.objects.filter(archive__isnull=True, alive=Evidence.Alive.UNKNOWN).exclude(address="")
    begun = 0
    for evidence in waiting.order_by("pk")[:MOST_AT_ONCE]:
        with transaction.atomic():
            job, new = Archive.objects.get_or_create(evidence=evidence)
            if new:
                work.wake(job)
                begun += 1
    return begun


def archive(pk: int) -> None:
    """Keep one piece of evidence, if it is ours to do; a page that is gone is noted as dead."""
    with leases.held(Archive, pk) as job:
        if job is not None:
            _do(job)


def _do(job: Archive) -> None:
    evidence = Evidence.objects.get(pk=job.evidence_id)
    time = TimeLeft()
    try:
        robots.ask(evidence.address)
        got = fetching.get(evidence.address, deadline=time.for_the_page)
        name, digest = originals.keep(got.body)
        kept = {
            "archived_original": name,
            "archived_sha256": digest,
            "archived_type": got.content_type,
            "archived_text": _text(got, time),
            "retrieved_at": got.fetched_at,
        }
        _note(job, evidence, Evidence.Alive.ALIVE, kept=kept)
    except FetchError as error:
        if error.again and job.attempts < job.max_attempts:
            work.retry(job, str(error), after=error.after or AGAIN_AFTER * job.attempts)
        else:
            _note(
                job,
                evidence,
                Evidence.Alive.DEAD if error.status in (404, 410) else Evidence.Alive.UNKNOWN,
                why=str(error),
            )


def _text(got: fetching.Fetched, time: TimeLeft) -> str:
    """What can be read of it; a page that cannot is kept as bytes alone."""
    try:
        return read(got, time).text
    except Unacceptable:
        return ""


def _note(
    job: Archive, evidence: Evidence, alive: str, *, why: str = "", kept: Mapping[str, Any] | None = None
) -> None:
    kept = kept or {}
    with transaction.atomic():
        if why:
            work.fail(job, why)
        else:
            work.finish(job)
        Evidence.objects.filter(pk=evidence.pk).update(
            alive=alive, **{name: value for name, value in kept.items() if value}
        )
        told = {"alive": alive, "sha256": kept.get("archived_sha256", ""), "reason": why}
        events.append("archive", evidence, by=None, payload=told, claim=evidence.claim)
