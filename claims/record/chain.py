"""The chain's end: its head is locked, and new links are put to it in as few trips as the database allows.

Everybody who writes waits while somebody holds the head, and each trip costs a thread its turn: with sixteen at once the
trips, and not the database, are what others wait for.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.db.models.functions import Now

from claims.models import ChainHead, Event, EventPayload
from claims.record import plans, prepared
from claims.record.prepared import Prepared


@Prepared
def locked_head() -> QuerySet[Any]:
    """The chain's head with the database's time, nobody else's until the transaction ends."""
    return ChainHead.objects.annotate(the_time=Now()).select_for_update().filter(pk=1)


def put(events: Sequence[Event], payloads: Sequence[EventPayload], head: ChainHead) -> bool:
    """Write these links behind the head and move it to the last; whether it still was where it had been."""
    at_once = connection.vendor == "postgresql"
    return _put_at_once(events, payloads, head) if at_once else _put_one_by_one(events, payloads, head)


def _put_one_by_one(events: Sequence[Event], payloads: Sequence[EventPayload], head: ChainHead) -> bool:
    prepared.insert(events)
    for event, payload in zip(events, payloads, strict=True):
        payload.event = event
    prepared.insert(payloads)
    moved_on = {"sequence": events[-1].sequence, "digest": events[-1].digest}
    return prepared.update(ChainHead, {"pk": 1, "sequence": head.sequence}, moved_on) == 1


_AT_ONCE = """
WITH link AS ({links} RETURNING id, sequence),
told AS (INSERT INTO claims_eventpayload (event_id, body, salt)
    SELECT link.id, given.body, given.salt FROM (VALUES {told}) AS given (sequence, body, salt) JOIN link USING (sequence)),
head AS (UPDATE claims_chainhead SET sequence = %s, digest = %s WHERE id = 1 AND sequence = %s RETURNING id)
SELECT link.id FROM link CROSS JOIN head ORDER BY link.sequence
"""


def _put_at_once(events: Sequence[Event], payloads: Sequence[EventPayload], head: ChainHead) -> bool:
    links, values = prepared.insertion(events)
    for event, payload in zip(events, payloads, strict=True):
        values += [event.sequence, payload.body, payload.salt]
    values += [events[-1].sequence, events[-1].digest, head.sequence]
    numbers = plans.rows(_at_once(links, len(events)), values)
    for event, (number,) in zip(events, numbers, strict=False):
        event.pk, event._state.adding, event._state.db = number, False, connection.alias
    return len(numbers) == len(events)


@lru_cache(maxsize=128)
def _at_once(links: str, count: int) -> str:
    return _AT_ONCE.format(links=links, told=", ".join(["(%s::bigint, %s::text, %s::text)"] * count))
