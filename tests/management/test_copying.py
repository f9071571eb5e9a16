"""A copy of the desk is made and put into an empty place: what comes back, what is refused, and that nothing is left of a refusal."""

import hashlib
import json
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.exceptions import IrreversibleError
from django.db.models.functions import Now

from claims.ingest import files as ingest_files
from claims.management.copying import databases, files, manifest
from claims.management.supervisor import laying
from claims.migrations import _triggers
from claims.models import ChainHead, Event, ExtractionRun, Heartbeat, Role, TextVersion, User
from claims.record import events, recovery, versions, work
from claims.record.moves import move
from tests.factories import SourceFactory

pytestmark = pytest.mark.django_db(transaction=True)
RAW = b"Police said on Monday that the bridge was closed."
FOREVER = ("django_session", "claims_heartbeat", "claims_event", "claims_eventpayload")  # what a way back changes


@pytest.fixture(autouse=True)
def here(settings, tmp_path, monkeypatch):
    """This desk's folder; no broker hears of anything."""
    monkeypatch.setattr(work, "_send", lambda task, pk: None)
    monkeypatch.setattr(laying, "collect", lambda say: None)
    settings.MEDIA_ROOT, settings.DATA = tmp_path / "here" / "originals", tmp_path / "here"
    settings.DATA.mkdir()
    return settings.DATA


class Places:
    """Empty places: another folder, and another database in which the same connection then works."""

    def __init__(self, folder, settings):
        self.folder, self.settings, self.own = folder, settings, connection.settings_dict["NAME"]
        self.made = []

    def go(self):
        number = len(self.made)
        data = self.folder / f"elsewhere-{number}"
        self.settings.DATA, self.settings.MEDIA_ROOT = data, data / "originals"
        name = f"{self.own}_{number}" if connection.vendor == "postgresql" else str(data / "desk.sqlite3")
        self.made.append(name)
        if connection.vendor == "postgresql":
            self._say(f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name}")
        self._work_in(name)
        return data

    def back(self):
        self._work_in(self.own)
        if connection.vendor == "postgresql":
            self._say(*(f"DROP DATABASE {name} WITH (FORCE)" for name in self.made))

    def _work_in(self, name):
        connection.close()
        connection.settings_dict["NAME"] = name

    def _say(self, *words):
        with connection._nodb_cursor() as cursor:
            for one in words:
                cursor.execute(one)


@pytest.fixture
def places(transactional_db, tmp_path, settings):
    places = Places(tmp_path, settings)
    yield places
    places.back()


@pytest.fixture
def desk(cast, client):
    """A desk with a file that was handed in, somebody who is signed in, and an article that is being read."""
    article = ingest_files.submit_file(RAW, name="bridge.txt", by=cast[Role.CONTRIBUTOR], key="a").article
    client.force_login(cast[Role.EDITOR])
    run = ExtractionRun.objects.get(text_version__article=article)
    assert work.take(ExtractionRun, run.pk)
    work.alive("parse")
    return run


@pytest.fixture
def copy(desk, tmp_path):
    folder = tmp_path / "copies" / "kept"
    folder.parent.mkdir()
    said("copy", folder)
    return folder


def said(*words, **options):
    out = StringIO()
    call_command(*map(str, words), stdout=out, **options)
    return out.getvalue()


def head():
    return "{0.sequence}:{0.digest}".format(ChainHead.objects.get())


def rows():
    models = [model for model in apps.get_models() if model._meta.db_table not in FOREVER and not model._meta.proxy]
    return {model._meta.db_table: sorted(model._base_manager.values_list("pk", flat=True), key=str) for model in models}


def write_list_anew(folder):
    names = [line.partition("  ")[2] for line in (folder / manifest.LIST).read_text().splitlines()]
    lines = [f"{manifest.digest_of(folder / name)}  {name}\n" for name in names if (folder / name).exists()]
    (folder / manifest.LIST).write_text("".join(lines))


def say_of_it(folder, **other):
    """A copy that says this of itself, and is whole."""
    place = folder / manifest.FILE
    place.write_text(json.dumps(json.loads(place.read_text()) | other))
    write_list_anew(folder)


# --- there and back ---------------------------------------------------------------------------------------------------


def test_rows_files_record_and_accounts_come_back_as_they_were(copy, places, client):
    before, told, accounts = rows(), head(), list(User.objects.order_by("pk").values())
    name = TextVersion.objects.get().original.name
    places.go()
    answer = said("put_back", copy, head=told)
    assert rows() == before
    assert list(User.objects.order_by("pk").values()) == accounts
    with default_storage.open(name) as original:
        assert original.read() == RAW
    sequence, _, digest = told.partition(":")
    assert events.verify(head=(int(sequence), digest)).holds
    assert answer.splitlines()[-1] == f"head {head()}"
    assert client.login(username="editor", password="a long enough password")


def test_the_record_tells_that_a_copy_was_put_back_and_which(copy, places):
    told = head()
    places.go()
    said("put_back", copy)
    last = Event.objects.latest("sequence")
    assert (last.verb, last.actor) == ("put_copy_back", None)
    assert json.loads(last.payload.body)["head"] == told
    assert events.why_it_stays(last)


def test_nobody_is_signed_in_where_a_copy_was_put_back_and_no_session_lies_in_the_copy(copy, places):
    session = Session.objects.get().session_key
    if connection.vendor == "sqlite":
        assert session.encode() not in (copy / "desk.sqlite3").read_bytes()
    places.go()
    said("put_back", copy)
    assert not Session.objects.exists()
    assert not Heartbeat.objects.exists()


def test_what_was_under_way_begins_anew_and_the_attempt_that_was_cut_off_is_not_counted(copy, places, desk):
    places.go()
    assert "1 extraction run" in said("put_back", copy)
    run = ExtractionRun.objects.get(pk=desk.pk)
    assert (run.state, run.attempts, run.token, run.lease_until) == ("queued", 0, "", None)
    assert work.take(ExtractionRun, run.pk)


def test_what_the_sweeper_had_sent_is_sent_again_at_once(desk):
    ExtractionRun.objects.update(state="queued", lease_until=Now() + timedelta(seconds=30))
    recovery.resume(made="today", head=head())
    assert ExtractionRun.objects.get().lease_until is None


def test_the_copy_says_how_much_it_holds_and_keeps_the_key_to_none_of_it(copy, here):
    told = json.loads((copy / manifest.FILE).read_text())
    assert (told["head"], told["files"], told["rows"]["claims_article"]) == (head(), 1, 1)
    listed = {line.split("  ")[1] for line in (copy / manifest.LIST).read_text().splitlines()}
    found = {str(path.relative_to(copy)) for path in copy.rglob("*") if path.is_file()}
    assert found == listed | {manifest.LIST}
    assert copy.stat().st_mode & 0o777 == 0o700
    assert not [name for name in found if "key" in name or "accounts.txt" in name]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="pg_dump writes rows, and knows of no others")
def test_what_a_redaction_erased_is_not_in_the_file_of_the_copy(desk, cast, tmp_path):
    secret = "Wren Tallow of 4 Harbour Lane " * 200  # longer than what a page's next row would write over
    move("edit_source", SourceFactory(), by=None, changes=[], reason=secret)
    events.redact(Event.objects.latest("sequence"), by=cast[Role.EDITOR], reason="To protect a source")
    said("copy", tmp_path / "kept")
    assert b"Wren Tallow" not in (tmp_path / "kept" / "desk.sqlite3").read_bytes()


def test_a_copy_of_an_older_desk_is_brought_up_to_this_version(copy, places, tmp_path):
    *_, before_last, last = sorted(versions.known())
    places.go()
    said("put_back", copy)
    try:
        call_command("migrate", "claims", before_last, verbosity=0)
    except IrreversibleError:
        pytest.skip(f"the step {last} cannot be taken back, so that no older desk can be made here")
    said("copy", tmp_path / "older")
    places.go()
    said("put_back", tmp_path / "older")
    assert not versions.behind()
    assert TextVersion.objects.exists()


# --- what is refused, and leaves nothing ------------------------------------------------------------------------------


def test_a_copy_is_never_written_over(copy):
    before = (copy / manifest.LIST).read_text()
    with pytest.raises(CommandError, match="is there already"):
        said("copy", copy)
    assert (copy / manifest.LIST).read_text() == before


def test_a_copy_that_comes_to_nothing_leaves_nothing(desk, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "write", full)
    (tmp_path / "copies").mkdir()
    with pytest.raises(CommandError, match="No space left on device"):
        said("copy", tmp_path / "copies" / "kept")
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_file_that_the_desk_itself_lost_or_spoilt_is_told_and_the_copy_is_made(desk, places, cast, tmp_path):
    lost = Path(TextVersion.objects.get().original.path)
    lost.unlink()
    ingest_files.submit_file(b"Nobody was hurt.", name="b.txt", by=cast[Role.CONTRIBUTOR], key="b")
    spoilt = Path(TextVersion.objects.latest("pk").original.path)
    spoilt.chmod(0o600)
    spoilt.write_bytes(b"Everybody was hurt.")
    with pytest.raises(CommandError, match="2 files that the desk names are gone or not what they were") as told:
        said("copy", tmp_path / "kept")
    assert lost.name in str(told.value)
    assert spoilt.name in str(told.value)
    places.go()
    said("put_back", tmp_path / "kept")
    assert TextVersion.objects.count() == 2


def refused(copy, places, words):
    """Refused with these words, and the place is as empty as before."""
    data = places.go()
    with pytest.raises(CommandError, match=words):
        said("put_back", copy)
    assert [path for path in data.rglob("*") if path.is_file() and path.name != "run.lock"] == []
    if connection.vendor == "postgresql":
        assert connection.introspection.table_names() == []


def spoil(place):
    raw = bytearray(place.read_bytes())
    raw[len(raw) // 2] ^= 1
    place.write_bytes(raw)


def test_a_copy_whose_database_is_damaged_is_refused(copy, places):
    spoil(copy / databases.KINDS[connection.vendor].file)
    refused(copy, places, "is damaged: desk")


def test_a_copy_whose_files_are_damaged_is_refused(copy, places):
    spoil(next((copy / files.FOLDER).rglob("?" * 64)))
    refused(copy, places, "is damaged: originals/")


def test_a_copy_that_misses_a_file_or_its_list_is_refused(copy, places):
    next((copy / files.FOLDER).rglob("?" * 64)).unlink()
    refused(copy, places, "is not whole: originals/.* is gone")
    (copy / manifest.LIST).unlink()
    refused(copy, places, "is not whole: SHA256SUMS is gone")


def test_a_copy_of_a_newer_desk_or_of_another_database_is_refused(copy, places):
    say_of_it(copy, steps=[*versions.known(), "0099_future"])
    refused(copy, places, "of a newer desk, which took 0099_future")
    say_of_it(copy, database="another")
    refused(copy, places, "The copy is one of another")


def test_what_is_no_copy_and_what_a_later_desk_wrote_is_refused(copy, places):
    refused(copy.parent, places, "There is no copy in")
    say_of_it(copy, more="than we know")
    refused(copy, places, "a later version of the desk wrote it")


def test_a_list_that_names_what_lies_outside_is_refused(copy, places):
    outside = copy.parent / "outside"
    outside.write_text("x")
    with (copy / manifest.LIST).open("a") as listed:
        listed.write(f"{hashlib.sha256(b'x').hexdigest()}  originals/../../outside\n")
    refused(copy, places, "lies outside of it")


def test_a_database_that_takes_no_copy_leaves_no_files_behind(copy, places, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(databases.KINDS[connection.vendor], "put", full)
    refused(copy, places, "No space left on device")


def test_a_place_where_there_is_a_desk_is_refused(copy, desk):
    with pytest.raises(CommandError, match="This place is not empty"):
        said("put_back", copy)
    assert ExtractionRun.objects.get().state == "running"


@pytest.mark.parametrize("left", ["originals/ab/abc", "desk.sqlite3-wal"])
def test_a_place_in_which_something_of_a_desk_was_left_is_refused(copy, places, left):
    if connection.vendor != "sqlite" and "sqlite" in left:
        pytest.skip("a PostgreSQL desk has no such file")
    place = places.go() / left
    place.parent.mkdir(parents=True)
    place.write_text("old")
    with pytest.raises(CommandError, match="This place is not empty"):
        said("put_back", copy)
    assert place.read_text() == "old"


# --- a record that does not stand -------------------------------------------------------------------------------------


def test_a_copy_with_a_forged_record_is_told_of(desk, places, tmp_path):
    SourceFactory()
    with _triggers.lifted(connection), connection.cursor() as cursor:
        cursor.execute("UPDATE claims_event SET verb = 'forged' WHERE sequence = 1")
    said("copy", tmp_path / "forged")
    places.go()
    with pytest.raises(
        CommandError, match="do not start it before this is understood: event 1: its header was rewritten"
    ):
        said("put_back", tmp_path / "forged")


def test_a_copy_that_does_not_go_through_the_head_that_was_kept_elsewhere_is_told_of(copy, places):
    places.go()
    with pytest.raises(CommandError, match="differs from the head kept elsewhere"):
        said("put_back", copy, head=f"1:{'0' * 64}")


# --- what the machine lacks -------------------------------------------------------------------------------------------


@pytest.mark.skipif(connection.vendor != "postgresql", reason="an SQLite desk needs no program beside it")
def test_a_machine_without_the_clients_of_postgresql_is_told_so(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CommandError, match="pg_dump is not on this machine"):
        said("copy", tmp_path / "kept")
    assert not (tmp_path / "kept").exists()


def test_a_copy_needs_a_folder_to_be_made_in(desk, tmp_path):
    with pytest.raises(CommandError, match="There is no folder"):
        said("copy", tmp_path / "not mounted" / "kept")
