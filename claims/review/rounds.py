"""Rounds of independent review: how many reviews a claim needs, drawn once, and the slots for them."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, IntegerField, Model, QuerySet, Subquery
from django.db.models.functions import Coalesce, Now
from django.utils.translation import gettext as _

from claims.models import Claim, ConflictOfInterest, Harm, Policy, Review, Round, Slot, SlotState, User
from claims.record.moves import Change
from claims.record.prepared import Prepared

TWICE = 2  # the share that is drawn by chance is reviewed by two


@dataclass(frozen=True, slots=True)
class Desk:
    """The policy, the database's time, and of a person how many claims they hold and whether they declared ties: one statement."""

    policy: Policy
    now: datetime
    holding: int
    has_ties: bool

    @property
    def lease_until(self) -> datetime:
        return self.now + timedelta(minutes=self.policy.lease_minutes)


def desk(person: User | None = None) -> Desk:
    """What a verb has to know about the desk; leases run by the database's clock, which all share."""
    [policy] = _policy(person=person.pk if person else None)
    return Desk(policy, policy.now, policy.holding, policy.has_ties)


@Prepared
def _policy(person: Any) -> QuerySet[Any]:
    held = Slot.objects.filter(holder=person, state=SlotState.HELD).order_by().values("holder")
    counted = Subquery(held.annotate(n=Count("pk")).values("n"), output_field=IntegerField())
    ties = Exists(ConflictOfInterest.objects.filter(person=person))
    return Policy.objects.filter(pk=1).annotate(now=Now(), holding=Coalesce(counted, 0), has_ties=ties)


def draw(claim: Claim, policy: Policy, number: int) -> tuple[int, str]:
    """How many reviews this round needs, and why: by harm, by chance, or as the policy says.

    Chance is a hash of the claim's public id and the round, so that anybody can check the draw and nobody can repeat it
    until it suits.
    """
    told = {"version": policy.version}
    if claim.harm == Harm.HIGH and policy.reviews_high_harm > policy.reviews:
        return policy.reviews_high_harm, _("high harm (policy version %(version)s)") % told
    if policy.reviews < TWICE and lot(claim, number) < policy.double_review_share:
        return TWICE, _("drawn by chance (policy version %(version)s)") % told
    return policy.reviews, _("as the policy says (version %(version)s)") % told


def lot(claim: Claim, number: int) -> float:
    """A number in 0..1 that only this claim and round have."""
    digest = hashlib.sha256(f"{claim.public_id}:{number}".encode()).digest()
    return int.from_bytes(digest[:8], "big") / 2**64


def open_round(claim: Claim, policy: Policy) -> Sequence[Model]:
    """The next round with its open slots, to be created by the verb that asks for it."""
    number = claim.round_number + 1
    required, because = draw(claim, policy, number)
    round_ = Round(claim=claim, number=number, required=required, drawn_because=because)
    return [round_, *(Slot(round=round_, claim=claim, number=n) for n in range(1, required + 1))]


def current(claim: Claim) -> Round:
    """The round that the claim is in."""
    return Round.objects.get(claim=claim, number=claim.round_number)


def end_slots(claim: Claim) -> list[Change]:
    """Nobody shall review this round any more: its open and held slots end, filled ones stay."""
    standing = Slot.objects.filter(claim=claim, state__in=(SlotState.OPEN, SlotState.HELD))
    return [
        Change(slot, {"state": SlotState.ENDED, "holder": None, "token": "", "lease_until": None}) for slot in standing
    ]


def free_slots(claim: Claim) -> list[Change]:
    """Leases end and the slots are open again; tokens go, so that no late writer comes through."""
    return [Change(slot, dict(FREED)) for slot in Slot.objects.filter(claim=claim, state=SlotState.HELD)]


FREED = {"state": SlotState.OPEN, "holder": None, "token": "", "lease_until": None}
# A claim that goes back into review is unverified again.
UNDECIDED: dict[str, object] = {
    "verdict": "",
    "attribution_verdict": "",
    "decided_at": None,
    "look_again_by": None,
    "hold_reason": "",
    "held_until": None,
}


def standing(claim: Claim) -> list[Review]:
    """The reviews of the claim's round that count, with what they say of each source."""
    return list(
        Review.objects.filter(
            claim=claim,
            round__number=claim.round_number,
            state__in=(Review.State.SUBMITTED, Review.State.TO_REAFFIRM),
        )
        .select_related("reviewer", "claim_version", "slot")
        .prefetch_related("findings__source")
        .order_by("slot__number")
    )
