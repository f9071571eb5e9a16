"""Ties to those of whom a claim speaks: they keep a person from deciding on it, and end by a verb; the record keeps what had been declared."""

from django.db import transaction
from django.utils.translation import gettext as _

from claims.models import Claim, ConflictOfInterest, User
from claims.record import permissions
from claims.record.moves import move
from claims.record.refusals import IllegalMove, NotPermitted
from claims.review import queues


def has_tie(claim: Claim, person: User) -> bool:
    """Whether the person declared a tie to the claim's outlet or to a source of it."""
    return Claim.objects.filter(queues.conflicted(person), pk=claim.pk).exists()


def refuse_a_tie(claim: Claim, person: User) -> None:
    """Raise NotPermitted where the person has a tie to the claim."""
    if has_tie(claim, person):
        raise NotPermitted(_("You declared a tie to the outlet or to a source of this claim: somebody else does that."))


def end(conflict: ConflictOfInterest, *, by: User) -> None:
    """Let a declared tie bind its person no more; its event tells who had declared what, and when."""
    permissions.require(by, "manage_users")
    with transaction.atomic():
        declared = ConflictOfInterest.objects.select_for_update().filter(pk=conflict.pk).first()
        if declared is None:
            raise IllegalMove(_("It was ended already."))
        # a row that is deleted loses its number; the event keeps the one that is asked about
        move("end_conflict", conflict, by=by, delete=[declared])
