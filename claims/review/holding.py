"""Putting a claim aside for a time, and taking it up again."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Claim, Slot, SlotState, Status, User
from claims.record.moves import Change, check, move
from claims.record.permissions import may
from claims.record.refusals import Incomplete, NotPermitted
from claims.review.rounds import free_slots


def hold(claim: Claim, *, reason: str, until: date, by: User) -> Claim:
    """Put a claim under review aside until a day, with a reason; leases on it end, drafts are kept.

    By who holds a slot of it, or decides: nobody else ends the leases of colleagues.
    """
    check("hold", claim, by=by)
    if not may_hold(claim, by):
        raise NotPermitted(_("Take the claim first: only who holds it, an adjudicator or an editor puts it on hold."))
    if not reason.strip():
        raise Incomplete(_("Say what the claim waits for."))
    if until < timezone.localdate():
        raise Incomplete(_("The day until which the claim waits has passed."))
    values = {"status": Status.ON_HOLD, "hold_reason": reason.strip()[:300], "held_until": until}
    with transaction.atomic():
        move("hold", claim, by=by, changes=[Change(claim, values), *free_slots(claim)], reason=reason.strip())
    return claim


def may_hold(claim: Claim, person: User) -> bool:
    """Whether this person may put the claim on hold, as far as its holders are concerned."""
    return may(person, "end_leases") or Slot.objects.filter(claim=claim, holder=person, state=SlotState.HELD).exists()


def resume(claim: Claim, *, by: User) -> Claim:
    """Take the claim up again: its open slots are given out once more."""
    check("resume", claim, by=by)
    values = {"status": Status.IN_REVIEW, "hold_reason": "", "held_until": None}
    move("resume", claim, by=by, changes=[Change(claim, values)])
    return claim
