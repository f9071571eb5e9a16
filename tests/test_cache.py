"""The cache of the running desk, on its database: what it counts stays counted for as long as it was said to."""

import threading
from datetime import timedelta

import pytest
from django.conf import settings as of_the_desk
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import RequestFactory
from django.utils import timezone

from claims.views import exports
from factcheck.cache import LoudCache

TABLE = "counted"


@pytest.fixture
def counted():
    call_command("createcachetable", TABLE, verbosity=0)
    shared = LoudCache(TABLE, {})
    shared.clear()
    return shared


def keys(*, table=TABLE):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT cache_key FROM {connection.ops.quote_name(table)}")
        return {key.rpartition(":")[2] for (key,) in cursor.fetchall()}


def later(monkeypatch, **time):
    """The clock of the cache, which asks Django's for it."""
    then = timezone.now() + timedelta(**time)
    for module in ("django.core.cache.backends.db.tz_now", "django.utils.timezone.now"):
        monkeypatch.setattr(module, lambda: then)


@pytest.mark.django_db
def test_a_count_holds_for_as_long_as_it_was_made_for(counted, monkeypatch):
    """Django's own gives it the default of five minutes each time that it counts."""
    counted.add("files", 0, 3600)
    assert [counted.incr("files") for _ in range(3)] == [1, 2, 3]
    later(monkeypatch, minutes=59)
    assert counted.incr("files") == 4
    later(monkeypatch, minutes=2)
    with pytest.raises(ValueError, match="not found"):
        counted.incr("files")


@pytest.mark.django_db
def test_a_count_that_nobody_began_is_none(counted):
    with pytest.raises(ValueError, match="not found"):
        counted.incr("files")


@pytest.mark.django_db
def test_a_count_goes_down_too(counted):
    counted.add("files", 5, 3600)
    assert [counted.incr("files", 2), counted.decr("files")] == [7, 6]


@pytest.mark.django_db(transaction=True)
def test_of_many_that_count_at_once_each_is_counted(counted):
    counted.add("files", 0, 3600)
    threads, ready = 4, threading.Barrier(4)
    said = []

    def count():
        try:
            ready.wait()
            for _ in range(10):
                said.append(counted.incr("files"))
        finally:
            connection.close()

    at_work = [threading.Thread(target=count) for _ in range(threads)]
    for one in at_work:
        one.start()
    for one in at_work:
        one.join()
    assert sorted(said) == list(range(1, threads * 10 + 1))


@pytest.mark.django_db
def test_the_files_of_an_hour_are_counted_for_the_whole_hour(settings, cast, monkeypatch):
    settings.CACHES = {"default": of_the_desk.SHARED_CACHE}
    call_command("createcachetable", verbosity=0)
    cache.clear()
    monkeypatch.setattr(exports, "MOST_AN_HOUR", 2)
    start = timezone.now().replace(minute=1, second=0, microsecond=0) + timedelta(hours=1)
    export = exports.ClaimExport()
    export.request = RequestFactory().get("/")
    export.request.user = cast["editor"]
    export.setup(export.request)
    answers = []
    for minutes in (0, 10, 20, 58, 61):
        now = start + timedelta(minutes=minutes)
        for module in ("django.core.cache.backends.db.tz_now", "django.utils.timezone.now"):
            monkeypatch.setattr(module, lambda now=now: now)
        monkeypatch.setattr("time.time", now.timestamp)
        answers.append(export.may_have_another())
    assert answers == [True, True, False, False, True]


@pytest.mark.django_db
def test_beyond_the_most_what_expires_next_goes_and_what_is_kept_longer_stays(counted, monkeypatch):
    """Django's own takes the first third of the alphabet: a stranger's wrong names would clear the count of a day."""
    monkeypatch.setattr(counted, "_max_entries", 5)
    monkeypatch.setattr("factcheck.cache.MOST", 5)
    counted.set("a-day", 50, 86_400)
    for number in range(12):
        counted.set(f"robots-{number}", 1, 60 + number)
    assert "a-day" in keys()
    assert len(keys()) == 6  # as Django does, it makes room before it writes


@pytest.mark.django_db
def test_three_hundred_rows_that_hold_are_all_kept(counted):
    """As many as Django keeps by itself."""
    for number in range(310):
        counted.set(f"name-{number}", 1, 60)
    assert len(keys()) == 310


@pytest.mark.django_db
def test_what_has_expired_makes_room_first(counted, monkeypatch):
    monkeypatch.setattr(counted, "_max_entries", 2)
    counted.set("old", 1, -60)
    counted.set("a", 1, 60)
    counted.set("b", 1, 60)
    counted.set("c", 1, 60)
    assert keys() == {"a", "b", "c"}
