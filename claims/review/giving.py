"""Whom a claim can be given to: every reviewer, with what they hold now and what speaks against them."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from claims.models import Claim, Policy, Slot, SlotState, User
from claims.models.names import likeness
from claims.models.states import VERBS
from claims.review import queues
from claims.review.rounds import desk

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

REASONS: tuple[tuple[str, "StrOrPromise"], ...] = (
    ("is_part", _("holds or has given a review of this round")),
    ("is_barred", _("declined this round, or has read a review of it or of the round before")),
    ("is_own_wording", _("wrote the wording, and one review decides")),
    ("is_conflicted", _("declared a tie to the outlet or to a source")),
)

# The same, as the person is told on the claim's page.
TO_ONESELF: tuple[tuple[str, "StrOrPromise"], ...] = (
    ("is_part", _("You have a review in this round: one person gives one.")),
    ("is_barred", _("You take no place of this round: you declined it, or have read a review of it.")),
    ("is_own_wording", _("The wording is yours, and one review decides: somebody else reviews it.")),
    ("is_conflicted", _("You declared a tie to the outlet or to a source of this claim: somebody else reviews it.")),
)


@dataclass(frozen=True, slots=True)
class Reviewer:
    """One who may review: how many claims they hold, and why they cannot take this one, if they cannot."""

    person: User
    holding: int
    most: int
    why_not: "StrOrPromise"
    is_like_another: bool = False  # what is shown of two looks the same: their user names tell them apart


def reviewers_for(claim: Claim) -> list[Reviewer]:
    """All reviewers, those who can take the claim first, of them who holds least; two statements whatever their number."""
    most = Policy.objects.values_list("max_leases", flat=True).get(pk=1)
    held = Slot.objects.filter(holder=OuterRef("pk"), state=SlotState.HELD).order_by().values("holder")
    counted = Subquery(held.annotate(n=Count("pk")).values("n"), output_field=IntegerField())
    me, at = OuterRef("pk"), ("the_claim", "the_round")
    people = (
        User.objects.filter(Q(groups__name__in=VERBS["take"].roles), is_active=True)
        .annotate(the_claim=Value(claim.pk), the_round=Value(claim.round_number), holding=Coalesce(counted, 0))
        .annotate(
            is_part=queues.part_in(me, *at),
            is_barred=queues.barred(me, *at),
            is_own_wording=queues.own_wording(me, *at),
            is_conflicted=queues.conflicted(me, "the_claim"),
        )
        .distinct()
        .order_by("username")
    )
    called = Counter(likeness(str(person)) for person in people)
    found = [_reviewer(person, most, is_like_another=called[likeness(str(person))] > 1) for person in people]
    return sorted(found, key=lambda one: (bool(one.why_not), one.holding, one.person.username))


def _reviewer(person: User, most: int, *, is_like_another: bool) -> Reviewer:
    holding: int = person.holding  # type: ignore[attr-defined]  # annotated above
    against = next((said for flag, said in REASONS if getattr(person, flag)), "")
    full = _("holds as many claims as allowed") if holding >= most else ""
    return Reviewer(person, holding, most, against or full, is_like_another)


def why_not(claim: Claim, person: User) -> "StrOrPromise":
    """Why this person cannot take the claim now, or nothing."""
    open_slots = Slot.objects.filter(claim=OuterRef("pk"), round__number=OuterRef("round_number"), state=SlotState.OPEN)
    facts = Claim.objects.annotate(
        is_part=queues.part_in(person),
        is_barred=queues.barred(person),
        is_own_wording=queues.own_wording(person),
        is_conflicted=queues.conflicted(person),
        is_free=Exists(open_slots),
    ).get(pk=claim.pk)
    if against := next((said for flag, said in TO_ONESELF if getattr(facts, flag)), ""):
        return against
    if not facts.is_free:  # type: ignore[attr-defined]  # annotated above
        return _("Every place of this round is held or has its review.")
    now = desk(person)
    return "" if now.holding < now.policy.max_leases else _("You hold as many claims as the desk allows one person.")
