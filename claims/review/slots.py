"""Slots and their leases: pulled from the queue, given, renewed, declined, released, expired."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from django.db import connection, transaction
from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from claims.models import Bar, Claim, Notification, Slot, SlotState, Status, User
from claims.models.states import VERBS
from claims.record import permissions
from claims.record.moves import Change, check, move
from claims.record.prepared import Prepared
from claims.record.refusals import IllegalMove, NotPermitted
from claims.review import queues
from claims.review.drafts import draft_of, save_draft
from claims.review.rounds import FREED, Desk, desk

__all__ = [
    "HoldsEnough",
    "Outrun",
    "assign",
    "decline",
    "draft_of",
    "expire",
    "now",
    "release",
    "renew",
    "save_draft",
    "take",
    "take_next",
]

# Colleagues who were faster by a moment; each try looks at the queue afresh.
TRIES = 5
FEW = 8  # claims at the queue's head that a take looks at first, where it locks what it finds
SPREAD = 8  # how many places of the queue each further try looks at


def take_next(*, by: User) -> Slot | None:
    """Hold the first slot of the queue that this person may take, or return None if there is none.

    Raises NotPermitted, or IllegalMove when they hold as many claims as the policy allows, or when colleagues were faster each time.
    """
    permissions.require(by, "verb:take")
    for number in range(TRIES):
        # a database with one writer at a time is asked for its lock only once there is something to write
        look_first = not connection.features.has_select_for_update_skip_locked and number < TRIES - 1
        try:
            slot = _look_then_hold(by, number) if look_first else _lock_then_hold(by)
        except HoldsEnough:
            raise
        except IllegalMove:
            continue
        # the head of the queue that a statement saw may be taken before it locks one of it: that is no empty queue
        if slot is not None or not queues.takeable(by).exists():
            return slot
    raise Outrun


def _lock_then_hold(by: User) -> Slot | None:
    with transaction.atomic():
        the_desk = _desk_for(by)
        # few are nearly always enough; were they all taken by colleagues in this moment, more are looked at
        looks = (_near_the_head(near, has_ties=the_desk.has_ties) for near in (FEW, queues.NEAR_THE_HEAD))
        slot = next((found for look in looks if (found := look.first(person=by.pk))), None)
        return None if slot is None else _hold("take", slot, the_desk, holder=by, by=by)


def _look_then_hold(by: User, number: int) -> Slot | None:
    """The first of the queue; after a colleague was faster, one of the first few, or all would meet again."""
    the_desk = _desk_for(by)
    candidates = _near_the_head(1 + number * SPREAD, has_ties=the_desk.has_ties)(person=by.pk)
    if not candidates:
        return None
    with transaction.atomic():
        if len(_held(person=by.pk)) >= the_desk.policy.max_leases:
            raise HoldsEnough
        return _hold("take", secrets.choice(candidates), the_desk, holder=by, by=by)


@cache
def _near_the_head(near: int, *, has_ties: bool) -> Prepared[Slot]:
    """Slots of so many claims at the queue's head for a person; where the database locks rows, the first that is free, locked."""

    def build(person: Any) -> QuerySet[Slot]:
        slots = queues.next_slots(person, has_ties=has_ties, near=near)
        if not connection.features.has_select_for_update_skip_locked:
            return slots[:near]  # nothing is skipped
        return slots.select_for_update(skip_locked=True, of=("self", "claim"), no_key=True)[:1]

    return Prepared(build)


def take(claim: Claim, *, by: User) -> Slot:
    """Hold an open slot of this claim; who holds one already gets that one."""
    permissions.require(by, "verb:take")
    with transaction.atomic():
        the_desk = _desk_for(by)
        slots = _slots_of(claim, by)
        for slot in slots:
            if slot.state == SlotState.HELD and slot.holder_id == by.pk:
                return slot
        return _hold("take", _open_one("take", claim, slots, by), the_desk, holder=by, by=by)


def assign(claim: Claim, *, to: User, by: User) -> Slot:
    """Give an open slot of this claim to a reviewer, who is told; the reasons not to take bind here too."""
    permissions.require(by, "verb:assign")
    if not permissions.may(to, "verb:take"):
        raise IllegalMove(_("%(person)s is not a reviewer.") % {"person": to})
    with transaction.atomic():
        the_desk = _desk_for(to)
        slot = _open_one("assign", claim, _slots_of(claim, to), to)
        told = Notification(person=to, kind=Notification.Kind.ASSIGNED, claim=slot.claim)
        return _hold("assign", slot, the_desk, holder=to, by=by, create=[told])


class HoldsEnough(IllegalMove):
    """You hold as many claims as the desk allows one person. Submit or decline one first."""


class Outrun(IllegalMove):
    """Colleagues took every claim that you were about to be given. There are more: ask once again."""


def _desk_for(person: User) -> Desk:
    if connection.features.has_select_for_update:
        # two windows of one person wait for each other here, or both would count the same leases
        _locked(person=person.pk)
    the_desk = desk(person)
    if the_desk.holding >= the_desk.policy.max_leases:
        raise HoldsEnough
    return the_desk


@Prepared
def _held(person: Any) -> QuerySet[Slot, int]:
    return Slot.objects.filter(holder=person, state=SlotState.HELD).values_list("pk", flat=True)


@Prepared
def _locked(person: Any) -> QuerySet[User, int]:
    return User.objects.select_for_update(no_key=True).filter(pk=person).values_list("pk", flat=True)


def _slots_of(claim: Claim, person: User) -> list[Slot]:
    """The slots of the claim's round, with what speaks against this person, locked until the transaction ends."""
    at = ("claim_id", "claim__round_number")
    slots = (
        Slot.objects.filter(claim=claim, round__number=F("claim__round_number"))
        .annotate(
            is_part=queues.part_in(person, *at),
            is_barred=queues.barred(person, *at),
            is_own_wording=queues.own_wording(person, *at),
            is_conflicted=queues.conflicted(person, "claim_id"),
        )
        .select_related("claim", "round")
        .order_by("number")
    )
    return list(slots.select_for_update(of=("self", "claim"), no_key=True))


def _open_one(verb: str, claim: Claim, slots: Sequence[Slot], person: User) -> Slot:
    """The first open slot; or the reason why this person gets none."""
    now = slots[0].claim if slots else claim
    check(verb, now, by=None)
    if not slots:
        raise IllegalMove
    first = slots[0]
    reasons = (
        ("is_part", IllegalMove, _("One person gives one review of a round; this round has one of %(person)s.")),
        (
            "is_barred",
            NotPermitted,
            _("%(person)s declined this round, or has read a review of it or of the round before."),
        ),
        ("is_own_wording", NotPermitted, _("One review decides this claim, and its wording is by %(person)s.")),
        ("is_conflicted", NotPermitted, _("%(person)s declared a tie to the outlet or to a source of this claim.")),
    )
    for flag, refusal, message in reasons:
        if getattr(first, flag):
            raise refusal(message % {"person": person})
    free = next((slot for slot in slots if slot.state == SlotState.OPEN), None)
    if free is None:
        raise IllegalMove(_("Every slot of this claim is held or filled."))
    return free


def _hold(verb: str, slot: Slot, the_desk: Desk, *, holder: User, by: User, create: Sequence[Model] = ()) -> Slot:
    """Give the slot to its holder, as the last step of a transaction that a refusal ends."""
    claim = slot.claim
    changes = [
        Change(claim, {"status": Status.IN_REVIEW, "touched": True}),
        Change(
            slot,
            {
                "state": SlotState.HELD,
                "holder": holder,
                "token": secrets.token_hex(16),
                "lease_until": the_desk.lease_until,
                "taken_at": the_desk.now,
            },
        ),
    ]
    move(verb, slot, by=by, claim=claim, changes=changes, create=create, savepoint=False)
    return slot


def renew(slot: Slot, *, token: str, by: User) -> Slot:
    """Run the lease anew from now; whoever lost the slot is refused."""
    check("renew", slot.claim, by=by)
    the_desk = desk(by)
    change = Change(slot, {"lease_until": the_desk.lease_until}, _ours(token, by))
    move("renew", slot, by=by, claim=slot.claim, changes=[change])
    return slot


def decline(slot: Slot, *, token: str, by: User, note: str = "") -> Slot:
    """Give the slot back; this person is not given the round again, for everybody else the claim stays where it is."""
    check("decline", slot.claim, by=by)
    bar = Bar(round_id=slot.round_id, person=by, reason=Bar.Reason.DECLINED, note=note[:300])
    change = Change(slot, FREED, _ours(token, by))
    move("decline", slot, by=by, claim=slot.claim, changes=[change], create=[bar], reason=note)
    return slot


def release(slot: Slot, *, by: User, reason: str) -> Slot:
    """Break another's lease and tell its holder; what they typed is kept."""
    check("release", slot.claim, by=by)
    if slot.state != SlotState.HELD or slot.holder is None:
        raise IllegalMove(_("Nobody holds this slot."))
    told = Notification(person=slot.holder, kind=Notification.Kind.RELEASED, claim=slot.claim, note=reason[:300])
    change = Change(slot, FREED, {"token": slot.token})
    move("release", slot, by=by, claim=slot.claim, changes=[change], create=[told], reason=reason)
    return slot


def _ours(token: str, by: User) -> dict[str, object]:
    return {"state": SlotState.HELD, "holder": by, "token": token or None}


def expire() -> int:
    """Open the slots whose lease ran out, or whose holder is no reviewer any more; how many there were.

    A lapsed slot keeps its token: the late submit of who held it is taken as long as nobody else took the slot.
    """
    longest = desk().lease_until  # a clock that went back, or a shorter policy: no hold lasts longer than one begun now
    beyond = Slot.objects.filter(state=SlotState.HELD, lease_until__gt=longest)
    if beyond.exists():
        beyond.update(lease_until=longest)
    reviewer = User.groups.through.objects.filter(
        user=OuterRef("holder"), group__name__in=VERBS["submit"].roles, user__is_active=True
    )
    dead = Slot.objects.filter(Q(lease_until__lt=Now()) | ~Exists(reviewer), state=SlotState.HELD)
    return sum(_expire(slot) for slot in dead.select_related("claim").order_by("pk")[:500])


def _expire(slot: Slot) -> int:
    lapsed = {"state": SlotState.OPEN, "holder": None, "lease_until": None}
    try:
        move(
            "expire",
            slot,
            by=None,
            claim=slot.claim,
            changes=[Change(slot, lapsed, {"token": slot.token, "lease_until": slot.lease_until})],
        )
    except IllegalMove:
        return 0  # renewed, submitted or released in this very moment
    return 1


def now() -> datetime:
    """The database's time, by which leases run."""
    return desk().now
