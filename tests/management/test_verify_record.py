import os
import subprocess
import sys
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from claims.migrations import _triggers
from claims.models import ChainHead, Event, Role
from claims.record import events, triggers
from claims.record.moves import Change, move
from claims.record.refusals import IllegalMove, NotPermitted
from tests.factories import SourceFactory
from tests.record.test_events import three_events  # noqa: F401  # a fixture

pytestmark = pytest.mark.django_db


def verify(**options):
    out = StringIO()
    call_command("verify_record", stdout=out, **options)
    return out.getvalue()


def head():
    return "{0.sequence}:{0.digest}".format(ChainHead.objects.get())


def sql(statement):
    with _triggers.lifted(connection), connection.cursor() as cursor:
        cursor.execute(statement)


def test_it_counts_what_it_verified_and_prints_the_head(three_events):  # noqa: F811  # the fixture, taken over by name
    said = verify()
    assert said.startswith("3 events verified")
    assert f"head {head()}" in said


def test_it_names_the_first_bad_row(three_events):  # noqa: F811  # the fixture, taken over by name
    sql("UPDATE claims_event SET verb = 'forged' WHERE sequence = 2")
    with pytest.raises(CommandError, match="event 2: its header was rewritten"):
        verify()


def test_a_record_that_was_cut_and_closed_again_is_found_by_a_head_kept_elsewhere(three_events):  # noqa: F811  # the fixture, taken over by name
    kept = head()
    second = Event.objects.get(sequence=2)
    third = Event.objects.get(sequence=3)
    sql(f"DELETE FROM claims_eventpayload WHERE event_id = {third.pk}")
    sql(f"DELETE FROM claims_event WHERE id = {third.pk}")
    ChainHead.objects.update(sequence=2, digest=second.digest)
    assert verify().startswith("2 events")
    with pytest.raises(CommandError, match="ends before event 3"):
        verify(head=kept)


def test_a_chain_recomputed_from_the_start_is_found_by_a_head_kept_elsewhere(three_events):  # noqa: F811  # the fixture, taken over by name
    kept = head()
    recompute(forged_verb="forged")
    assert verify().startswith("3 events")
    with pytest.raises(CommandError, match="differs from the head kept elsewhere"):
        verify(head=kept)


def recompute(*, forged_verb):
    """What a database's owner can do: forge, and close the chain again."""
    previous = events.GENESIS
    with _triggers.lifted(connection):
        for event in Event.objects.order_by("sequence"):
            event.verb, event.previous = forged_verb, previous
            event.digest = previous = events.link(previous, events.header_of(event), event.payload_digest)
            event.save()
    ChainHead.objects.update(digest=previous)


@pytest.mark.parametrize("given", ["", "3", "3:abc", "x:" + "0" * 64, "²:" + "0" * 64, "3:" + "x" * 64])
def test_a_head_is_a_number_and_a_digest(db, given):
    with pytest.raises(CommandError, match="--head is"):
        verify(head=given)


def test_a_missing_trigger_is_named(three_events):  # noqa: F811  # the fixture, taken over by name
    _triggers.remove(connection)
    try:
        with pytest.raises(CommandError, match="can be rewritten"):
            verify()
    finally:
        _triggers.install(connection)


def test_the_names_of_the_triggers_are_those_that_the_migration_installs():
    assert set(triggers.EXPECTED[connection.vendor]) == _triggers.expected(connection)


_DUMMY = {
    "another table": "CREATE TRIGGER event_no_update BEFORE UPDATE ON claims_comment BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "another body": "CREATE TRIGGER event_no_update BEFORE UPDATE ON claims_event BEGIN SELECT 1; END",
    "a condition": "CREATE TRIGGER event_no_update BEFORE UPDATE ON claims_event WHEN 0 BEGIN SELECT RAISE(ABORT, 'append-only'); END",
}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's triggers")
@pytest.mark.parametrize("how", _DUMMY)
def test_a_trigger_of_that_name_that_refuses_nothing_is_not_there(db, how):
    assert triggers.missing(connection) == set()
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER event_no_update")
        cursor.execute(_DUMMY[how])
    assert triggers.missing(connection) == {"event_no_update"}


_DISARMED = {
    "for a replica alone": "ALTER TABLE claims_event ENABLE REPLICA TRIGGER event_rows",
    "disabled": "ALTER TABLE claims_event DISABLE TRIGGER event_rows",
    "another table": (
        "DROP TRIGGER event_rows ON claims_event; CREATE TRIGGER event_rows BEFORE UPDATE OR DELETE ON claims_comment "
        "FOR EACH ROW EXECUTE FUNCTION claims_append_only()"
    ),
    "another moment": (
        "DROP TRIGGER event_rows ON claims_event; CREATE TRIGGER event_rows BEFORE DELETE ON claims_event "
        "FOR EACH ROW EXECUTE FUNCTION claims_append_only()"
    ),
    "a condition": (
        "DROP TRIGGER event_rows ON claims_event; CREATE TRIGGER event_rows BEFORE UPDATE OR DELETE ON claims_event "
        "FOR EACH ROW WHEN (false) EXECUTE FUNCTION claims_append_only()"
    ),
}


@pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL's triggers")
@pytest.mark.parametrize("how", _DISARMED)
def test_a_trigger_that_does_not_fire_is_not_there(db, how):
    assert triggers.missing(connection) == set()
    with connection.cursor() as cursor:
        cursor.execute(_DISARMED[how])
    assert triggers.missing(connection) == {"event_rows"}


@pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL's triggers")
def test_a_function_that_refuses_nothing_disarms_all_triggers(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE OR REPLACE FUNCTION claims_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$"
        )
    assert triggers.missing(connection) == set(triggers.EXPECTED["postgresql"])


@pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL's triggers")
def test_where_the_session_is_a_replica_no_trigger_fires(db):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
    assert triggers.missing(connection) == set(triggers.EXPECTED["postgresql"])


# --- redaction ------------------------------------------------------------------------------------------------------


@pytest.fixture
def editor(cast):
    return cast[Role.EDITOR]


@pytest.fixture
def three_names(db):
    """Three events that name a source."""
    source = SourceFactory()
    for name in ("Ann Velm", "Anna Velm", "A. Velm"):
        move("edit_source", source, by=None, changes=[Change(source, {"name": name})])


def test_a_redaction_erases_what_was_told_and_the_chain_says_so(three_names, editor):
    events.redact(Event.objects.get(sequence=2), by=editor, reason="To protect a source")
    assert "1 erased by redaction" in verify()
    assert not hasattr(Event.objects.get(sequence=2), "payload")


def test_a_redaction_is_made_once_with_a_reason_by_an_editor(three_names, editor, cast):
    event = Event.objects.get(sequence=2)
    with pytest.raises(IllegalMove):
        events.redact(event, by=editor, reason=" ")
    with pytest.raises(NotPermitted):
        events.redact(event, by=cast[Role.ADMINISTRATOR], reason="x")
    events.redact(event, by=editor, reason="x")
    with pytest.raises(IllegalMove):
        events.redact(event, by=editor, reason="x")
    assert events.verify().events == 4


# --- a wrong folder -------------------------------------------------------------------------------------------------


def typed(*words):
    command = [sys.executable, "manage.py", *words]
    outside = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "FACTCHECK_DATA")}
    return subprocess.run(command, capture_output=True, text=True, env=outside, check=False)


def test_the_help_names_the_folder():
    assert "--data DATA" in typed("verify_record", "--help").stdout


@pytest.mark.parametrize("command", ["verify_record", "sweep", "changepassword", "shell"])
def test_where_there_is_no_desk_a_sentence_says_so_and_none_is_made(tmp_path, command):
    nowhere = tmp_path / "nowhere"
    answer = typed(command, "--data", str(nowhere))
    assert answer.returncode == 1
    assert answer.stderr.strip().startswith(f"There is no desk in {nowhere}.")
    assert "Traceback" not in answer.stderr
    assert not nowhere.exists()
