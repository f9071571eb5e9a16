"""“Already checked?”: a claim version is compared with what the desk knows; suggestions are rows, and people decide."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from claims.matching.same_quantity import otherwise, same_quantity
from claims.matching.types import Hit
from claims.memory.archive import claim_key, fact_check_key, open_archive
from claims.models import Claim, ClaimVersion, FactCheck, Match, Status, Suggestion, WorkState
from claims.record import leases, work

logger = logging.getLogger(__name__)
SAME = 0.5  # matching is calibrated: from here upwards it says "the same claim"
MOST_PROPOSED = 5  # of each kind: who reads more than that looks for it in the list
LOOKED_AT = 40  # hits of a search: what the archive found, less what was dismissed or is younger
PATIENCE = 60  # seconds of one task; the archive is topped up over several, should it be large and new
RETRY_AFTER = timedelta(seconds=10)
MOST_BEGUN = 500
_GONE = (Status.DISMISSED, Status.MERGED)
_OPEN = (Status.CANDIDATE, Status.QUEUED, Status.IN_REVIEW, Status.ON_HOLD, Status.ADJUDICATION)


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found for one claim: rows with their hits, and claims that put a number on the same quantity."""

    claims: list[tuple[Claim, Hit]]
    fact_checks: list[tuple[FactCheck, Hit]]
    same_quantity: list[Claim]


def begin_due() -> int:
    """Make a comparison for every wording that has none; how many.

    The tick asks, and not whoever stores a claim: so it finds what extraction read, what a person added, split or reworded,
    and what a crash left behind, and those rooms need not know this one.
    """
    due = ClaimVersion.objects.filter(match__isnull=True, number=F("claim__wording_number"))
    with transaction.atomic():
        made = [Match(claim_version=version) for version in due.order_by("pk")[:MOST_BEGUN]]
        Match.objects.bulk_create(made, ignore_conflicts=True)
        first = Match.objects.filter(claim_version__in=[m.claim_version_id for m in made]).order_by("pk").first()
        if first is not None:
            work.wake(first)  # whoever does the first does those that wait beside it
    return len(made)


def ask_again() -> int:
    """Compare open claims once more: published fact-checks came in; how many."""
    again = Match.objects.filter(
        state__in=(WorkState.DONE, WorkState.FAILED),
        claim_version__number=F("claim_version__claim__wording_number"),
        claim_version__claim__status__in=_OPEN,
    )
    return again.update(state=WorkState.QUEUED, attempts=0, token="", next_attempt_at=None)


def match(pk: int, *, out_of_time: type[Exception] = TimeoutError) -> None:
    """Do this comparison, if it is ours to do, and those that wait beside it."""
    until = monotonic() + PATIENCE
    waiting = Match.objects.filter(state=WorkState.QUEUED).exclude(pk=pk).order_by("pk")
    for number in [pk, *waiting.values_list("pk", flat=True)[:MOST_BEGUN]]:
        if monotonic() >= until or not _one(number, until, out_of_time):
            return


def _one(pk: int, until: float, out_of_time: type[Exception]) -> bool:
    """Whether there is time for another."""
    time_left = True
    with leases.held(Match, pk) as job:
        time_left = job is None or _do(job, until, out_of_time)
    return time_left


def _do(job: Match, until: float, out_of_time: type[Exception]) -> bool:
    try:
        return _compare(job, until)
    except work.LostLease:
        raise
    except out_of_time:
        open_archive.cache_clear()  # it was interrupted anywhere: what it holds may not fit together
        work.retry(job, _("Comparing took too long and was stopped."), after=RETRY_AFTER)
        return False
    except Exception as error:
        logger.exception("comparison %s failed", job.pk)
        told = _("Comparing stopped with an error of the program (%(error)s).")
        work.retry(job, told % {"error": type(error).__name__}, after=RETRY_AFTER)
        return True


def _compare(job: Match, until: float) -> bool:
    archive = open_archive()
    work.beat(job, stage="known")
    if not archive.top_up(until=until, tell=lambda count: work.beat(job, progress=count)):
        work.retry(job, _("What the desk knows is still being read in."), after=timedelta())
        work.wake(job)
        return False
    version = ClaimVersion.objects.select_related("claim").get(pk=job.claim_version_id)
    store(job, version.claim, find(version, archive.search(version.text, LOOKED_AT)))
    return True


def find(version: ClaimVersion, hits: Sequence[Hit]) -> Found:
    """The rows behind a search's hits: older claims that stand, fact-checks, and whatever measures the same quantity."""
    by_key = {hit.key: hit for hit in hits}
    numbers = {key: int(key.rpartition(" ")[2]) for key in by_key}
    standing = Claim.objects.exclude(status__in=_GONE).exclude(pk=version.claim_id)
    wanted = [number for key, number in numbers.items() if key == claim_key(number)]
    others = sorted(
        ((claim, by_key[claim_key(claim.pk)]) for claim in standing.filter(pk__in=wanted)), key=lambda o: -o[1].score
    )
    wanted = [number for key, number in numbers.items() if key == fact_check_key(number)]
    checks = sorted(
        ((check, by_key[fact_check_key(check.pk)]) for check in FactCheck.objects.filter(pk__in=wanted)),
        key=lambda o: -o[1].score,
    )
    measured = [claim for claim, hit in others if _measures_otherwise(version.text, claim.wording, hit)]
    # of two claims the younger one is proposed to be the older one: a pair is one row
    older = [(claim, hit) for claim, hit in others if hit.score >= SAME and claim.pk < version.claim_id]
    alike = [(check, hit) for check, hit in checks if hit.score >= SAME]
    return Found(older[:MOST_PROPOSED], alike[:MOST_PROPOSED], measured)


def _measures_otherwise(text: str, other: str, hit: Hit) -> bool:
    """Whether both put a number on the same quantity, and do not just repeat each other."""
    pair = same_quantity(text, other, hit.cosine)
    return pair is not None and otherwise(pair)


def store(job: Match, claim: Claim, found: Found) -> None:
    """Store suggestions and end the work, all or nothing; what a person has answered stays as answered."""
    with transaction.atomic():
        work.finish(job)
        job.same_quantity.set(found.same_quantity)
        proposed = Suggestion.objects.filter(claim=claim)
        proposed.filter(state=Suggestion.State.PROPOSED).delete()
        answered = set(proposed.values_list("other_claim", "fact_check"))
        rows = [Suggestion(claim=claim, other_claim=other, score=hit.score) for other, hit in found.claims]
        rows += [Suggestion(claim=claim, fact_check=check, score=hit.score) for check, hit in found.fact_checks]
        Suggestion.objects.bulk_create(row for row in rows if (row.other_claim_id, row.fact_check_id) not in answered)
