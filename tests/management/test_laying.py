import os
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from claims.ingest import articles
from claims.management import checks
from claims.management.commands import run
from claims.management.supervisor import accounts, demonstration, folder, laying
from claims.models import Article, ChainHead, ExtractionRun, Policy, Rating, RatingScale, Role, User
from claims.record import foundation, work

pytestmark = pytest.mark.django_db


@pytest.fixture
def data(settings, tmp_path):
    settings.DATA = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    return tmp_path


@pytest.fixture(autouse=True)
def sent(monkeypatch):
    calls = []
    monkeypatch.setattr(work, "_send", lambda task, pk: calls.append((task, pk)))
    return calls


def test_the_first_start_makes_an_account_for_each_role_that_can_sign_in(data, client):
    made = accounts.make_first()
    assert {name for name, _ in made} == set(Role.values)
    assert all(client.login(username=name, password=password) for name, password in made)


def test_each_account_holds_its_own_role_alone_and_nobody_is_a_superuser(data):
    accounts.make_first()
    assert {person.username: person.roles for person in User.objects.all()} == {
        role.value: frozenset({role.value}) for role in Role
    }
    assert not User.objects.filter(is_superuser=True).exists()


def test_passwords_are_kept_for_the_owner_of_the_desk_alone(data):
    made = accounts.make_first()
    kept = data / accounts.FILE
    assert kept.stat().st_mode & 0o777 == 0o600
    assert dict(line.split("\t") for line in kept.read_text().splitlines()) == dict(made)


def test_passwords_are_random(data):
    first = dict(accounts.make_first())
    User.objects.all().delete()
    assert not set(first.values()) & set(dict(accounts.make_first()).values())


def test_no_account_is_made_where_somebody_has_one(data, person):
    person("ann")
    assert accounts.make_first() == []
    assert not (data / accounts.FILE).exists()


def test_in_production_only_an_administrator_is_made(data, settings):
    settings.PRODUCTION = True
    assert [name for name, _ in accounts.make_first()] == [Role.ADMINISTRATOR.value]


def test_the_demo_article_comes_in_once(data):
    accounts.make_first()
    first = demonstration.submit(by=accounts.contributor())
    assert demonstration.submit(by=accounts.contributor()) == first
    assert Article.objects.count() == ExtractionRun.objects.count() == 1


def test_the_demo_article_has_the_mess_of_a_real_page():
    lines = [line for line in demonstration.ARTICLE.read_text().splitlines() if line]
    repeated = {line for line in lines if lines.count(line) > 1}
    assert len(repeated) == 3
    assert not lines[-1].endswith((".", "”", '"'))
    assert articles.clean("\n".join(lines))


def test_static_files_are_collected_once_and_again_after_a_change(data, settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    own = tmp_path / "own"
    own.mkdir()
    (own / "a.css").write_text("a {}")
    settings.STATICFILES_DIRS = [own]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    said = []
    laying.collect(said.append)
    laying.collect(said.append)
    assert len(said) == 1
    (own / "a.css").write_text("a { color: red }")
    laying.collect(said.append)
    assert len(said) == 2
    assert (Path(settings.STATIC_ROOT) / "a.css").read_text() == "a { color: red }"


def test_a_database_that_is_up_to_date_is_left_alone(data):
    said = []
    laying.migrate(said.append)
    assert said == []


# --- the foundation ---------------------------------------------------------------------------------------------------


@pytest.fixture
def bare():
    """A desk that was migrated, and never laid."""
    for model in (Group, Policy, ChainHead, Rating, RatingScale):
        model.objects.all().delete()


def test_laying_a_bare_desk_gives_it_all_it_stands_on_and_an_administrator(bare, data, monkeypatch, settings, capsys):
    settings.PRODUCTION = True
    monkeypatch.setattr(laying, "collect", lambda say: None)
    monkeypatch.setattr(laying, "_file", lambda: None)
    assert len(foundation.wanting()) == len(Role) + 5
    call_command("lay")
    assert foundation.wanting() == []
    assert User.objects.get().roles == {Role.ADMINISTRATOR}
    assert "administrator" in capsys.readouterr().out


def test_a_right_that_a_later_version_gives_a_role_is_wanting_until_the_desk_is_laid_anew():
    editors = Group.objects.get(name=Role.EDITOR)
    editors.permissions.remove(editors.permissions.get(codename="change_policy"))
    assert foundation.wanting() == ["rights of the role editor"]
    foundation.lay()
    assert foundation.wanting() == []


def test_the_check_of_the_database_names_what_was_not_laid(bare):
    (found,) = checks.stands(None, databases=["default"])
    assert "the head of the record's chain" in found.msg
    assert "manage.py lay" in found.hint


def test_the_check_has_nothing_to_say_of_a_desk_that_is_laid():
    assert checks.stands(None, databases=["default"]) == []


@pytest.fixture
def newer():
    MigrationRecorder(connection).record_applied("claims", "0099_future")


def test_an_older_desk_refuses_the_database_of_a_newer_one(newer):
    with pytest.raises(CommandError, match="of a newer desk, which took claims"):
        laying.migrate(lambda line: None)


def test_the_check_of_the_database_knows_the_database_of_a_newer_desk(newer):
    assert [found.id for found in checks.stands(None, databases=["default"])] == ["claims.E001"]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="on SQLite whoever lays a desk holds its folder")
def test_who_lays_a_desk_while_another_does_waits_until_that_one_is_through(monkeypatch):
    monkeypatch.setattr(laying, "PATIENCE", 0.3)
    said = []
    with (
        laying.alone(said.append),
        pytest.raises(CommandError, match="being laid"),
        laying.alone(said.append),
    ):
        pytest.fail("both were let in")
    assert said == ["database: another is laying it; waiting …"]
    with laying.alone(said.append):
        assert len(said) == 1


# --- the folder -------------------------------------------------------------------------------------------------------


def mode(path):
    return path.stat().st_mode & 0o777


def test_what_lies_in_a_folder_that_others_may_open_is_kept_from_them_and_the_owner_is_told(tmp_path):
    tmp_path.chmod(0o755)
    old = tmp_path / "desk.sqlite3-wal"
    old.touch(mode=0o644)
    said = []
    folder.close_to_others(tmp_path, tmp_path / "desk.sqlite3", said.append)
    assert (mode(tmp_path / "desk.sqlite3"), mode(old)) == (0o600, 0o640)
    assert said == [f"others on this machine may look into {tmp_path} (mode 755): chmod 700 {tmp_path}"]


def test_the_rights_of_a_group_that_shares_the_files_stay(tmp_path):
    tmp_path.chmod(0o770)
    kept = tmp_path / "secret-key"
    kept.touch()
    kept.chmod(0o664)
    folder.close_to_others(tmp_path, None, lambda _told: None)
    assert mode(kept) == 0o660


def test_files_of_another_user_are_told_and_stop_no_desk(tmp_path, monkeypatch):
    tmp_path.chmod(0o700)
    kept = tmp_path / "secret-key"
    kept.touch()
    kept.chmod(0o644)
    monkeypatch.setattr(folder.os, "geteuid", lambda: kept.stat().st_uid + 1)
    said = []
    folder.close_to_others(tmp_path, None, said.append)
    assert mode(kept) == 0o644
    assert said == [f"others on this machine may look into {kept} (mode 644), which another user owns: chmod o= {kept}"]


def test_of_a_folder_that_is_its_owners_alone_nothing_is_said(tmp_path):
    tmp_path.chmod(0o700)
    said = []
    folder.close_to_others(tmp_path, None, said.append)
    assert said == []


def test_no_account_is_made_whose_password_could_not_be_written_down(data, monkeypatch):
    def full(made):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(accounts, "_keep", full)
    with pytest.raises(OSError, match="No space left"):
        accounts.make_first()
    assert not User.objects.exists()


def test_a_demonstration_does_not_become_a_desk_in_production_while_its_accounts_are_open(data, settings):
    accounts.make_first()
    assert checks.demonstration_is_over()[0].id == "claims.E002"
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="Accounts of the demonstration are open still: adjudicator"):
        accounts.make_first()
    User.objects.exclude(username=Role.ADMINISTRATOR.value).update(is_active=False)
    assert accounts.make_first() == checks.demonstration_is_over() == []


@pytest.mark.parametrize("port", ["70000", "0", "-1", "x"])
def test_a_port_is_one_that_there_is(port):
    with pytest.raises(CommandError, match="is no port; say a number from 1 to 65535"):
        call_command("run", f"--port={port}")


def test_a_data_folder_that_cannot_be_made_is_said(settings, tmp_path):
    (tmp_path / "file").touch()
    settings.DATA = tmp_path / "file" / "data"
    with pytest.raises(CommandError, match="The data folder cannot be written"):
        call_command("run")


@pytest.mark.parametrize(
    ("production", "ready"), [(True, "https://desk.example.org/"), (False, "http://127.0.0.1:8979/")]
)
def test_run_names_the_address_at_which_the_desk_is_read(data, settings, monkeypatch, capsys, production, ready):
    settings.PRODUCTION, settings.PUBLIC_ADDRESS = production, "https://desk.example.org"
    monkeypatch.setenv("FACTCHECK_INSTANCE", "")
    monkeypatch.setenv("PUBLIC_ADDRESS", "")
    monkeypatch.setattr(run, "_start", lambda *_given, **_named: None)
    for step in ("listen", "watch"):
        monkeypatch.setattr(run.Supervisor, step, lambda _self: None)
    call_command("run", "--port=8979")
    assert f"READY {ready}" in capsys.readouterr().out
    assert os.environ["FACTCHECK_INSTANCE"] == "8979"
    assert os.environ["PUBLIC_ADDRESS"] == ("" if production else "http://127.0.0.1:8979")


def test_run_says_in_a_sentence_what_the_machine_refuses(data, monkeypatch):
    def full(*_given, **_named):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(run, "_start", full)
    monkeypatch.setattr(run.Supervisor, "listen", lambda _self: None)
    with pytest.raises(CommandError, match=r"The machine refuses what the desk needs: .*No space left"):
        call_command("run", "--port=8979")


def test_lay_says_in_a_sentence_what_the_machine_refuses(data, monkeypatch):
    def full(_say):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(laying, "begin", full)
    with pytest.raises(CommandError, match=r"The machine refuses what the desk needs: .*No space left"):
        call_command("lay")
