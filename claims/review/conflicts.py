"""Ties that are over: a conflict of interest ends by a verb, and the record keeps what had been declared."""

from django.db import transaction
from django.utils.translation import gettext as _

from claims.models import ConflictOfInterest, User
from claims.record import permissions
from claims.record.moves import move
from claims.record.refusals import IllegalMove


def end(conflict: ConflictOfInterest, *, by: User) -> None:
    """Let a declared tie bind its person no more; its event tells who had declared what, and when."""
    permissions.require(by, "manage_users")
    with transaction.atomic():
        declared = ConflictOfInterest.objects.select_for_update().filter(pk=conflict.pk).first()
        if declared is None:
            raise IllegalMove(_("It was ended already."))
        # a row that is deleted loses its number; the event keeps the one that is asked about
        move("end_conflict", conflict, by=by, delete=[declared])
