"""Random tampering with the record, past its triggers: every one is found, at its first bad row; none falsely.

``TAMPERINGS=1000`` sets how many; 100 by default, 1,000 in ``make soak``.
"""

import os
import random
from contextlib import suppress

import pytest
from django.db import connection, transaction

from claims.migrations import _triggers
from claims.models import Article, ChainHead, Event, EventPayload
from claims.record import events

pytestmark = pytest.mark.django_db
TAMPERINGS = int(os.environ.get("TAMPERINGS", "100"))
LENGTH = 60


@pytest.fixture
def record(db):
    article = Article.objects.create(title="The bridge")
    for number in range(LENGTH):
        events.append("touch", article, by=None, payload={"number": number, "reason": "ölä"})
    return article


def run(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def _id(place):
    return f"(SELECT id FROM claims_event WHERE sequence = {place})"


def edit_header(place, dice):
    column, value = dice.choice(
        [
            ("verb", "forged"),
            ("object_type", "claim"),
            ("object_id", 999),
            ("article_id", None),
            ("payload_digest", "0" * 64),
        ]
    )
    run(f"UPDATE claims_event SET {column} = %s WHERE sequence = %s", value, place)
    return place


def edit_time(place, dice):
    time = Event.objects.get(sequence=place).time
    Event.objects.filter(sequence=place).update(time=time.replace(microsecond=(time.microsecond + 1) % 10**6))
    return place


def edit_payload(place, dice):
    body = EventPayload.objects.get(event__sequence=place).body
    at = dice.randrange(len(body))
    run(
        f"UPDATE claims_eventpayload SET body = %s WHERE event_id = {_id(place)}",
        body[:at] + ("x" if body[at] != "x" else "y") + body[at + 1 :],
    )
    return place


def edit_salt(place, dice):
    run(f"UPDATE claims_eventpayload SET salt = %s WHERE event_id = {_id(place)}", "0" * 32)
    return place


def erase_payload(place, dice):
    run(f"DELETE FROM claims_eventpayload WHERE event_id = {_id(place)}")
    return place


def delete_row(place, dice):
    run(f"DELETE FROM claims_eventpayload WHERE event_id = {_id(place)}")
    run("DELETE FROM claims_event WHERE sequence = %s", place)
    return place


def swap_payloads(place, dice):
    other = place % LENGTH + 1
    first, second = (EventPayload.objects.get(event__sequence=n) for n in (place, other))
    for mine, theirs in ((first, second), (second, first)):
        run(
            "UPDATE claims_eventpayload SET body = %s, salt = %s WHERE event_id = %s", theirs.body, theirs.salt, mine.pk
        )
    return min(place, other)


def swap_places(place, dice):
    other = place % LENGTH + 1
    for old, new in ((place, 10**6), (other, place), (10**6, other)):
        run("UPDATE claims_event SET sequence = %s WHERE sequence = %s", new, old)
    return min(place, other)


def truncate(place, dice):
    run("DELETE FROM claims_eventpayload WHERE event_id IN (SELECT id FROM claims_event WHERE sequence >= %s)", place)
    run("DELETE FROM claims_event WHERE sequence >= %s", place)
    return place


def relink(place, dice):
    """Forge a row and give it a digest that fits: the next one does not follow it any more."""
    event = Event.objects.get(sequence=place)
    event.verb = "forged"
    digest = events.link(event.previous, events.header_of(event), event.payload_digest)
    run("UPDATE claims_event SET verb = %s, digest = %s WHERE sequence = %s", "forged", digest, place)
    return place + 1


def edit_head(place, dice):
    ChainHead.objects.update(digest="0" * 64)
    return LENGTH + 1


def insert(place, dice):
    Event.objects.create(
        sequence=LENGTH + 1, time=Event.objects.first().time, verb="forged", object_type="claim", object_id=1,
        payload_digest="0" * 64, previous=Event.objects.get(sequence=LENGTH).digest, digest="0" * 64,
    )  # fmt: skip
    return LENGTH + 1


WAYS = [
    edit_header,
    edit_time,
    edit_payload,
    edit_salt,
    erase_payload,
    delete_row,
    swap_payloads,
    swap_places,
    truncate,
    relink,
    edit_head,
    insert,
]


class Undo(Exception):
    """Roll back to the clean record."""


def test_every_random_tampering_is_found_at_its_first_bad_row(record):
    dice = random.Random(20261126)
    missed = []
    with _triggers.lifted(connection):
        for number in range(TAMPERINGS):
            way, place = WAYS[number % len(WAYS)], dice.randint(1, LENGTH)
            with suppress(Undo), transaction.atomic():
                first_bad = way(place, dice)
                flaw = events.verify().flaw
                if flaw is None or flaw.sequence != first_bad:
                    missed.append((way.__name__, place, first_bad, flaw))
                raise Undo
    assert missed == []
    assert events.verify() == events.Proof(LENGTH, 0, ChainHead.objects.get().digest, None)
