"""A claim changes after people worked on it: each of its reviewers says whether their review still holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from claims.models import Claim, ClaimVersion, Decision, Notification, Review, Slot, SlotState, Status, User
from claims.record.moves import Change, check, held, move
from claims.record.refusals import IllegalMove, Incomplete
from claims.review.proposals import checked_wording
from claims.review.rounds import UNDECIDED, standing

# From here a new wording leads back into review (architecture 7.5).
_BACK = frozenset({Status.DECIDED, Status.ADJUDICATION, Status.ON_HOLD})


def reword(claim: Claim, *, wording: str, reason: str, by: User) -> Claim:
    """Give the claim a new wording; every standing review of its round must be re-affirmed, changed or taken back."""
    check("reword", claim, by=by)
    text = checked_wording(wording)
    if not reason.strip():
        raise Incomplete(_("Say why the wording changes."))
    if text == claim.wording:
        raise Incomplete(_("The wording is the same as before."))
    with transaction.atomic():
        if held(claim).version != claim.version:
            raise IllegalMove
        number = claim.wording_number + 1
        version = ClaimVersion(claim=claim, number=number, text=text, author=by, reason=reason.strip()[:300])
        anew = looked_at_anew(claim, {"wording": text, "wording_number": number}, by=by)
        create = [version, *anew.create]
        move("reword", claim, by=by, changes=anew.changes, create=create, delete=anew.delete, reason=reason.strip())
    return claim


@dataclass(frozen=True, slots=True)
class Anew:
    """What follows for a claim, and for its reviews, from a change of what was reviewed."""

    changes: list[Change]
    create: list[Model]
    delete: list[Model]


def looked_at_anew(claim: Claim, values: Mapping[str, object], *, by: User) -> Anew:
    """New values for a claim: each standing review of its round waits for its author's answer, and no decision stands meanwhile."""
    reviews = standing(claim)
    back = UNDECIDED | {"status": Status.IN_REVIEW} if claim.status in _BACK else {}
    changes = [
        Change(claim, {"touched": True, **values, **back}),
        *(Change(review, {"state": Review.State.TO_REAFFIRM}) for review in reviews),
    ]
    # the round will come to another decision; this one, which nobody published, is kept by the record
    decisions = Decision.objects.filter(claim=claim, round__number=claim.round_number)
    return Anew(changes, [*_told(claim, reviews, by)], [*decisions])


def _told(claim: Claim, reviews: Iterable[Review], by: User) -> list[Notification]:
    """Who reviewed the old wording, or is at work on it, hears of the new one."""
    holders = Slot.objects.filter(claim=claim, state=SlotState.HELD).values_list("holder_id", flat=True)
    people = {review.reviewer_id for review in reviews} | {pk for pk in holders if pk}
    kind = Notification.Kind.REAFFIRM
    return [Notification(person_id=pk, kind=kind, claim=claim) for pk in sorted(people - {by.pk})]
