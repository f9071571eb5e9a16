from pathlib import Path

import pytest

from claims.ingest import articles
from claims.management.supervisor import accounts, demonstration, laying
from claims.models import Article, ExtractionRun, Role, User
from claims.record import work

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
