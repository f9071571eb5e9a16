"""A web process works on few requests at once, in the order in which they came, and nobody who is slow keeps others out."""

import threading
import time
from io import BytesIO

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from factcheck import turns, wsgi
from factcheck.turns import SMALL, InTurn, Line

SOON = 5.0  # seconds within which a thread has done what nothing holds up
LONG = 12 * SOON


class Site:
    """An application whose requests stay inside until each is told to go on."""

    def __init__(self):
        self.inside, self.go_on, self.read = [], {}, []

    def __call__(self, environ, start_response):
        self.inside.append(environ["PATH_INFO"])
        self.read.append(environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)))
        self.go_on.setdefault(environ["PATH_INFO"], threading.Event()).wait(LONG)
        return [b"done"]

    def let_go(self, path):
        self.go_on.setdefault(path, threading.Event()).set()


class Late:
    """A body that comes when it is let."""

    def __init__(self):
        self.comes = threading.Event()

    def read(self, length):
        self.comes.wait(SOON)
        return b"x" * length


@pytest.fixture
def site():
    site = Site()
    yield site
    for path in "abcdef":
        site.let_go(path)


@pytest.fixture
def begin(site, monkeypatch):
    monkeypatch.setattr(turns, "PATIENCE", LONG)
    served, threads = InTurn(site, at_once=2), []

    def begin(path, body=None, length=0):
        environ = {"PATH_INFO": path, "wsgi.input": body or BytesIO(), "CONTENT_LENGTH": str(length) if length else ""}
        threads.append(threading.Thread(target=served, args=(environ, None)))
        threads[-1].start()

    yield begin
    for path in "abcdef":
        site.let_go(path)
    for thread in threads:
        thread.join(SOON)


def comes(what):
    """Whether it is so soon."""
    until = time.monotonic() + SOON
    while not what() and time.monotonic() < until:
        time.sleep(0.005)
    return what()


def begun(site, begin, *paths, after=0):
    """Begin these one after the other, so that their order is known."""
    for path in paths:
        begin(path)
        time.sleep(0.05)
    return comes(lambda: len(site.inside) >= after)


def test_no_more_are_worked_on_than_there_are_places(site, begin):
    assert begun(site, begin, "a", "b", "c", after=2)
    time.sleep(0.1)
    assert sorted(site.inside) == ["a", "b"]


def test_who_came_first_goes_in_first(site, begin):
    assert begun(site, begin, "a", "b", "c", "d", "e", after=2)
    site.let_go("b")
    assert comes(lambda: site.inside[2:] == ["c"])
    site.let_go("a")
    assert comes(lambda: site.inside[2:] == ["c", "d"])


def test_a_body_that_comes_slowly_takes_no_place(site, begin):
    late = Late()
    begin("f", late, length=10)
    assert begun(site, begin, "a", "b", after=2)
    assert sorted(site.inside) == ["a", "b"]
    site.let_go("a")
    late.comes.set()
    assert comes(lambda: site.inside[2:] == ["f"])
    assert comes(lambda: b"x" * 10 in site.read)


def test_a_long_body_waits_for_nobody(site, begin):
    assert begun(site, begin, "a", "b", after=2)
    begin("f", BytesIO(b"x" * (SMALL + 1)), length=SMALL + 1)
    assert comes(lambda: site.inside[2:] == ["f"])


def test_whoever_waited_long_enough_goes_in_without_a_place():
    line = Line(1)
    assert line.enter()
    assert not line.enter(patience=0.05)
    line.leave()
    assert line.enter(patience=0)
    assert not line.enter(patience=0.05)


def test_a_request_that_fails_gives_its_place_back():
    def fails(environ, start_response):
        raise ZeroDivisionError

    served = InTurn(fails, at_once=1)
    for _ in range(2):
        begun_at = time.monotonic()
        with pytest.raises(ZeroDivisionError):
            served({"wsgi.input": BytesIO()}, None)
        assert time.monotonic() - begun_at < turns.PATIENCE / 2


def test_the_desk_is_served_in_turn():
    assert isinstance(wsgi.application, InTurn)
    assert turns.places(settings.DATABASES["default"]) == settings.WEB_AT_ONCE


@pytest.mark.parametrize(
    ("engine", "host", "at_once"),
    [
        ("factcheck.sqlite", "", 1),
        ("factcheck.postgresql", "127.0.0.1", 2),
        ("factcheck.postgresql", "", 2),
        ("factcheck.postgresql", "/var/run/postgresql", 2),
        ("factcheck.postgresql", "db.desk.example", 3),
    ],
)
def test_the_nearer_the_database_the_fewer_at_once(engine, host, at_once):
    assert turns.places({"ENGINE": engine, "HOST": host}) == at_once


def test_a_desk_that_may_work_on_nothing_does_not_start():
    with pytest.raises(ImproperlyConfigured, match="WEB_AT_ONCE is 0"):
        InTurn(Site(), at_once=0)
