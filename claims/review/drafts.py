"""What a reviewer has typed so far: kept whatever becomes of the lease, and shown to nobody else."""

import json
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from claims.models import Draft, Review, Slot, SlotState, User
from claims.record import permissions
from claims.record.refusals import IllegalMove, Incomplete, NotPermitted
from claims.review.content import LONGEST_TEXT, overlong
from claims.review.rounds import desk

MOST = 500_000  # characters of a draft: more than anybody types, less than harms


def save_draft(slot: Slot, *, token: str, data: Mapping[str, Any], by: User) -> Draft:
    """Keep what was typed and, as work renews it, the lease; raises IllegalMove after keeping it if the slot was lost."""
    permissions.require(by, "verb:submit")
    _refuse_too_long(data)
    with transaction.atomic():
        draft, _new = Draft.objects.update_or_create(round_id=slot.round_id, person=by, defaults={"data": dict(data)})
        ours = Slot.objects.filter(pk=slot.pk, state=SlotState.HELD, holder=by, token=token)
        renewed = ours.update(lease_until=desk().lease_until)
    if not renewed:
        raise KeptWithoutHold
    return draft


class KeptWithoutHold(IllegalMove):
    """Your hold on this claim has ended. What you wrote is kept as a draft."""


def save_change(review: Review, *, data: Mapping[str, Any], by: User) -> Draft:
    """Keep what its author has typed so far towards another answer; nobody holds anything meanwhile."""
    permissions.require(by, "verb:change")
    _refuse_too_long(data)
    if review.reviewer_id != by.pk or review.state != Review.State.TO_REAFFIRM:
        raise IllegalMove(_("This review does not wait for an answer."))
    draft, _new = Draft.objects.update_or_create(round_id=review.round_id, person=by, defaults={"data": dict(data)})
    return draft


def _refuse_too_long(data: Mapping[str, Any]) -> None:
    if len(json.dumps(data, default=str)) > MOST:
        told = {"most": f"{MOST:,}", "text": f"{LONGEST_TEXT:,}"}
        said = _("The draft is too long to be kept: at most %(most)s characters in all, and %(text)s in one text.")
        raise Incomplete(said % told, *too_long_to_submit(data))


def too_long_to_submit(data: Mapping[str, Any]) -> list[str]:
    """What a draft holds that no review takes."""
    rationale, searched = (str((data.get(name) or [""])[-1]) for name in ("rationale", "searched"))
    return overlong(rationale, searched)


def draft_of(slot: Slot, *, by: User) -> dict[str, Any]:
    """What this person had typed in this round, or nothing."""
    return dict(Draft.objects.filter(round=slot.round_id, person=by).values_list("data", flat=True).first() or {})


def typed_by(person: Any) -> Subquery:
    """The same beside each slot of a question; *person* is a number, or a gap for one."""
    return Subquery(Draft.objects.filter(round=OuterRef("round_id"), person=person).values("data"))


def why_not_theirs(slot: Slot) -> str:
    """What somebody is told who opens a slot that is another's."""
    if slot.state == SlotState.HELD:
        return _("Another person holds this claim now.")
    return _("Another person's review is in this place: there is nothing for you to write here.")


def left_over(person: User) -> QuerySet[Draft]:
    """A person's drafts that come back on no form by themselves, the newest first: they hold the claim no more."""
    held = Slot.objects.filter(round=OuterRef("round"), holder=person, state=SlotState.HELD)
    asked = Review.objects.filter(round=OuterRef("round"), reviewer=person, state=Review.State.TO_REAFFIRM)
    kept = Draft.objects.filter(~Exists(held), ~Exists(asked), person=person)
    return kept.select_related("round__claim").order_by("-saved_at", "-pk")


def discard(draft: Draft, *, by: User) -> None:
    """Throw one's own draft away."""
    if draft.person_id != by.pk:
        raise NotPermitted
    draft.delete()
