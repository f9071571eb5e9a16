"""Evidence is kept: its page is fetched by the guarded fetcher, and its bytes, text and hash stay when the page goes."""

from django.db import transaction
from django.utils import timezone

from claims.ingest import fetching, robots
from claims.ingest.articles import Unacceptable
from claims.ingest.fetches import AGAIN_AFTER, keep, read
from claims.ingest.fetching import FetchError
from claims.ingest.time_left import TimeLeft
from claims.models import Archive, Evidence
from claims.record import events, leases, work

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
        name, digest = keep(got.body)
        _note(
            job, evidence, Evidence.Alive.ALIVE, archived_original=name, sha256=digest, archived_text=_text(got, time)
        )
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


def _note(job: Archive, evidence: Evidence, alive: str, *, why: str = "", **kept: str) -> None:
    with transaction.atomic():
        if why:
            work.fail(job, why)
        else:
            work.finish(job)
        got = {} if why else {"retrieved_at": timezone.now()}
        Evidence.objects.filter(pk=evidence.pk).update(
            alive=alive, **got, **{name: value for name, value in kept.items() if value}
        )
        told = {"alive": alive, "sha256": kept.get("sha256", ""), "reason": why}
        events.append("archive", evidence, by=None, payload=told, claim=evidence.claim)
