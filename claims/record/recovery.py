"""What follows when a copy of the desk was put back: the record tells it, and what was under way begins anew."""

from typing import Any

from django.db import transaction
from django.db.models import F

from claims.models import ChainHead, Heartbeat, Work, WorkState
from claims.record import events, work


def resume(*, made: str, head: str) -> dict[str, int]:
    """Free what was held when the copy was made, by somebody who knows nothing of this place; how much of each kind waits now.

    The attempt that the copy cut off is not counted: nothing went wrong with it.
    """
    with transaction.atomic():
        waiting = {str(kind._meta.verbose_name_plural): _freed(kind) for kind in work.kinds()}
        Heartbeat.objects.all().delete()  # they tell of processes elsewhere
        events.append("put_copy_back", ChainHead.objects.get(pk=1), by=None, payload={"made": made, "head": head})
    return {name: count for name, count in waiting.items() if count}


def _freed(kind: type[Work]) -> int:
    rows: Any = kind._default_manager
    rows.filter(state=WorkState.RUNNING).update(state=WorkState.QUEUED, token="", attempts=F("attempts") - 1)
    return int(rows.filter(state=WorkState.QUEUED).update(lease_until=None))
