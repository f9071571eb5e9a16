"""A round as it stands, in one statement: its slots, what the standing reviews say, and the sources that the claim has."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import (
    BigIntegerField,
    BooleanField,
    CharField,
    DateField,
    Exists,
    FilteredRelation,
    OuterRef,
    Q,
    QuerySet,
    Value,
)

from claims.models import Bar, Claim, Review, Slot, SlotState, Source, User
from claims.models.states import WORST_ATTRIBUTION_FIRST
from claims.record.prepared import Prepared
from claims.review.queues import conflicted

STANDING = (Review.State.SUBMITTED, Review.State.TO_REAFFIRM)


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one standing review says, as the policy compares it; findings by source, of sources that were merged the worst."""

    state: str
    verdict: str
    wording: int
    as_of: date | None
    look_again_by: date | None
    findings: Mapping[str, str]


@dataclass(slots=True)
class Picture:
    """The claim's present round."""

    round: int = 0
    slots: dict[int, tuple[str, int | None, str]] = field(default_factory=dict)  # state, holder, token
    opinions: dict[int, Opinion] = field(default_factory=dict)  # by slot
    sources: dict[int, int] = field(default_factory=dict)  # each with the one that it was merged into
    barred: bool = False  # whoever was asked about declined the round, or has read a review of it
    tied: bool = False  # they declared a tie to the claim's outlet or to a source of it

    def waits_for(self, *, but: int | None = None) -> bool:
        """Whether a review is still to come, other than one."""
        waiting = (SlotState.OPEN, SlotState.HELD)
        return any(state in waiting for slot, (state, *_rest) in self.slots.items() if slot != but)


_REVIEW = ("pk", "state", "verdict", "claim_version_id", "as_of", "look_again_by")
_FINDING = ("source_id", "source__merged_into_id", "verdict")
# The columns that a row about a source leaves empty: of slot, review and finding.
_WORDS, _NUMBER, _DAY, _FLAG = (Value(None, kind()) for kind in (CharField, BigIntegerField, DateField, BooleanField))
_EMPTY = (
    *(_WORDS, _NUMBER, _WORDS, _FLAG, _FLAG),
    *(_NUMBER, _WORDS, _WORDS, _NUMBER, _DAY, _DAY),
    *(_NUMBER, _NUMBER, _WORDS),
)


def picture(claim: Claim, *, of: User | None = None) -> Picture:
    """Read it afresh, and whether this person is barred from the round or has a tie to the claim; whoever is to act on it holds the claim."""
    return _drawn(_rows(claim=claim.pk, round_number=claim.round_number, person=of.pk if of else 0))


@Prepared
def _rows(claim: Any, round_number: Any, person: Any) -> QuerySet[Any, tuple[Any, ...]]:
    bar = Bar.objects.filter(round=OuterRef("round_id"), person=person)
    slots = Slot.objects.filter(claim=claim, round__number=round_number).annotate(
        standing=FilteredRelation("reviews", condition=Q(reviews__state__in=STANDING)),
        is_barred=Exists(bar),
        is_tied=conflicted(person, "claim_id"),
    )
    about_slots = slots.order_by().values_list(
        *("round_id", "pk", "state", "holder_id", "token", "is_barred", "is_tied"),
        *(f"standing__{name}" for name in _REVIEW),
        *(f"standing__findings__{name}" for name in _FINDING),
    )
    sources = Source.objects.filter(statements__appearances__claim=claim).order_by()
    about_sources = sources.values_list("pk", "merged_into_id", *_EMPTY)
    return about_slots.union(about_sources)


def _drawn(rows: Iterable[tuple[Any, ...]]) -> Picture:
    found, findings, reviews = Picture(), {}, {}  # type: ignore[var-annotated]  # the loop below says what they hold
    for first, second, state, holder, token, barred, tied, *rest in rows:
        if state is None:
            found.sources[first] = second or first
            continue
        found.round, found.slots[second] = first, (state, holder, token)
        found.barred, found.tied = bool(barred), bool(tied)
        review, finding = rest[: len(_REVIEW)], rest[len(_REVIEW) :]
        if review[0] is not None:
            reviews[second] = review
            findings.setdefault(second, []).append(finding)
    for slot, (_pk, state, verdict, wording, as_of, look_again_by) in reviews.items():
        said = by_source((source, merged, given) for source, merged, given in findings[slot] if source)
        found.opinions[slot] = Opinion(state, verdict, wording, as_of, look_again_by, said)
    return found


def by_source(findings: Iterable[tuple[int, int | None, str]]) -> dict[str, str]:
    """Attribution verdict by source, as JSON keeps it; of sources that were merged since, the worst counts."""
    found: dict[str, list[str]] = {}
    for source, merged, verdict in findings:
        found.setdefault(str(merged or source), []).append(verdict)
    return {source: worst(verdicts) for source, verdicts in found.items()}


def worst(verdicts: Iterable[str]) -> str:
    """What a claim shows first of what was found about its sources."""
    given = set(verdicts)
    return next((verdict.value for verdict in WORST_ATTRIBUTION_FIRST if verdict in given), "")
