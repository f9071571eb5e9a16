import datetime
import hashlib
import zoneinfo

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction

from claims.migrations import _triggers
from claims.models import Event, EventPayload, Policy
from claims.record import events
from claims.record.moves import Change, move

pytestmark = pytest.mark.django_db


@pytest.fixture
def three_events(db):
    policy = Policy.objects.get(pk=1)
    for minutes in (20, 25, 30):
        move("edit_policy", policy, by=None, changes=[Change(policy, {"lease_minutes": minutes})], reason="try")
    return policy


def test_a_clean_record_verifies(three_events):
    proof = events.verify()
    assert (proof.events, proof.holds) == (3, True)


def test_an_event_tells_before_after_and_reason(three_events):
    body = EventPayload.objects.get(event__sequence=2).body
    assert '"reason":"try"' in body
    assert '"lease_minutes":20' in body
    assert '"lease_minutes":25' in body


@pytest.mark.parametrize("table", [Event, EventPayload])
def test_the_database_refuses_an_update(three_events, table):
    with pytest.raises(IntegrityError), transaction.atomic():
        table.objects.update(**({"verb": "x"} if table is Event else {"body": "{}"}))


def test_the_database_refuses_to_delete_an_event(three_events):
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM claims_event WHERE sequence = 3")


def test_all_triggers_are_present(db):
    assert _triggers.present(connection) == _triggers.expected(connection)


@pytest.mark.parametrize(
    ("sql", "place"),
    [
        ("UPDATE claims_event SET verb = 'forged' WHERE sequence = 2", 2),
        (
            "UPDATE claims_eventpayload SET body = '{}' WHERE event_id = (SELECT id FROM claims_event WHERE sequence = 1)",
            1,
        ),
        ("DELETE FROM claims_eventpayload WHERE event_id = (SELECT id FROM claims_event WHERE sequence = 3)", 3),
    ],
)
def test_with_the_triggers_gone_verify_names_the_first_bad_row(three_events, sql, place):
    with _triggers.lifted(connection), connection.cursor() as cursor:
        cursor.execute(sql)
    assert events.verify().flaw.sequence == place


def test_a_cut_tail_is_found(three_events):
    with _triggers.lifted(connection), connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM claims_eventpayload WHERE event_id = (SELECT id FROM claims_event WHERE sequence = 3)"
        )
        cursor.execute("DELETE FROM claims_event WHERE sequence = 3")
    assert events.verify().flaw.what.startswith("the chain ends before its head")


def test_what_the_desk_appends_while_the_record_is_read_is_no_flaw(three_events, monkeypatch):
    read, meanwhile = events._rows, iter([35, 40])

    def rows(after):
        yield from read(after)
        if minutes := next(meanwhile, None):
            move(
                "edit_policy",
                three_events,
                by=None,
                changes=[Change(three_events, {"lease_minutes": minutes})],
                reason="now",
            )

    monkeypatch.setattr(events, "_rows", rows)
    proof = events.verify()
    assert (proof.events, proof.holds) == (5, True)


@pytest.mark.fault("F94")
def test_a_clock_that_goes_back_changes_neither_the_order_of_events_nor_what_verifies(db):
    noon = datetime.datetime(2026, 3, 29, 12, tzinfo=datetime.UTC)
    policy = Policy.objects.get(pk=1)
    for number, hours in enumerate((0, -1, -1, 1)):
        with transaction.atomic():
            events.append(f"step_{number}", policy, by=None, payload={}, at=noon + datetime.timedelta(hours=hours))
    assert list(Event.objects.values_list("verb", flat=True)) == [f"step_{number}" for number in range(4)]
    assert events.verify().holds


def test_an_event_has_the_databases_time_whatever_the_clock_of_its_process_says(db):
    with time_machine.travel("2001-01-01T00:00Z"):
        move("edit_policy", Policy.objects.get(pk=1), by=None, reason="try")
    with connection.cursor() as cursor:
        cursor.execute("SELECT CURRENT_TIMESTAMP")
        (now,) = cursor.fetchone()
    assert Event.objects.get().time.isoformat()[:10] == str(now)[:10]


@pytest.mark.parametrize("verb", ["accept", 'a "quoted" verb', "prüfen", "\\u2028\n"])
@pytest.mark.parametrize(("actor", "claim", "article"), [(None, None, None), (3, 14, 15)])
def test_a_digest_is_of_canonical_json(verb, actor, claim, article):
    time = datetime.datetime(2026, 3, 29, 1, 59, 59, 123, tzinfo=zoneinfo.ZoneInfo("Europe/Berlin"))
    named = {
        "sequence": 9,
        "verb": verb,
        "object_type": "claim",
        "object_id": 7,
        "claim_id": claim,
        "article_id": article,
    }
    event = Event(**named, actor_id=actor, time=time)
    header = {
        "sequence": 9, "time": "2026-03-29T00:59:59.000123+00:00", "actor": actor, "verb": verb,
        "object": ["claim", 7], "claim": claim, "article": article,
    }  # fmt: skip
    told = events.canonical(["p" * 64, header, "d" * 64])
    assert events.link("p" * 64, events.header_of(event), "d" * 64) == hashlib.sha256(told.encode()).hexdigest()
