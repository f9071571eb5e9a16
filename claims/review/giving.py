"""Whom a claim can be given to: every reviewer, with what they hold now and what speaks against them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, IntegerField, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from claims.models import Claim, Policy, Slot, SlotState, User
from claims.models.states import VERBS
from claims.review import queues

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

REASONS: tuple[tuple[str, "StrOrPromise"], ...] = (
    ("is_part", _("holds or has given a review of this round")),
    ("is_barred", _("declined this round, or has read a review of it or of the round before")),
    ("is_own_wording", _("wrote the wording, and one review decides")),
    ("is_conflicted", _("declared a tie to the outlet or to a source")),
)


@dataclass(frozen=True, slots=True)
class Reviewer:
    """One who may review: how many claims they hold, and why they cannot take this one, if they cannot."""

    person: User
    holding: int
    most: int
    why_not: "StrOrPromise"


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
    found = [_reviewer(person, most) for person in people]
    return sorted(found, key=lambda one: (bool(one.why_not), one.holding, one.person.username))


def _reviewer(person: User, most: int) -> Reviewer:
    holding: int = person.holding  # type: ignore[attr-defined]  # annotated above
    against = next((said for flag, said in REASONS if getattr(person, flag)), "")
    return Reviewer(person, holding, most, against or (_("holds as many claims as allowed") if holding >= most else ""))
