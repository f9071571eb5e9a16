"""Bodies within bodies: nobody comes to belong to itself, whoever else is at work on them at the same moment."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from claims.models import Source
from claims.record.refusals import IllegalMove, Incomplete

MOST_LEVELS = 20  # of bodies within bodies


def above(body: int | None) -> list[int]:
    """This body and those that it belongs to, nearest first; a circle, or more of them than there may be, ends the list."""
    found: list[int] = []
    while body is not None and body not in found and len(found) <= MOST_LEVELS:
        found.append(body)
        body = Source.objects.filter(pk=body).values_list("parent", flat=True).first()
    return found


def locked(*numbers: int) -> dict[int, Source]:
    """These sources, nobody else's to change until the transaction ends; in one order for all, or two would wait for each other."""
    rows: QuerySet[Source] = Source.objects.filter(pk__in=numbers).order_by("pk").select_for_update(no_key=True)
    return {row.pk: row for row in rows}


def refuse(source: Source, body: Source) -> None:
    """Raise unless the source may belong to the body: all that is above the body is locked, and looked at once more."""
    seen = above(body.pk)
    rows = locked(source.pk, *seen)
    now = above(body.pk)
    if source.pk in now or len(now) > MOST_LEVELS:
        raise Incomplete(_("That source belongs to this one: they cannot belong to each other."))
    if set(now) - set(rows) or rows[body.pk].merged_into_id:
        raise IllegalMove
