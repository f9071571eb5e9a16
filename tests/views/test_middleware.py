"""What each request carries: its id and its person, on the lines of its log, of which only what is wanted is gathered."""

import logging

import pytest
import structlog
from django.http import HttpResponse
from django.urls import path
from django.utils.functional import LazyObject
from django_structlog import signals

from claims.models import Role
from claims.views.desk import DoorMixin
from factcheck.urls import urlpatterns as of_the_desk
from tests.factories import PersonFactory

SEEN = {}


class Looks(DoorMixin):
    """A page that remembers what was bound and who asked."""

    door = "review"

    def get(self, request):
        SEEN.update(bound=structlog.contextvars.get_contextvars(), person=request.user)
        return HttpResponse("seen")


class Fails(DoorMixin):
    """A page that goes wrong."""

    door = "review"

    def get(self, request):
        raise ZeroDivisionError


urlpatterns = [*of_the_desk, path("looks/", Looks.as_view()), path("fails/", Fails.as_view())]

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture
def reviewer(client):
    person = PersonFactory(roles=[Role.REVIEWER])
    client.force_login(person)
    return person


@pytest.fixture
def lines():
    """The logger that tells of requests, and what it told."""
    logger, told = logging.getLogger("django_structlog.middlewares.request"), []
    handler = logging.Handler()
    handler.emit = lambda record: told.append(record.msg["event"] if isinstance(record.msg, dict) else record.msg)
    logger.addHandler(handler)
    yield logger, told
    logger.removeHandler(handler)


def test_lines_of_a_request_name_it_and_its_person(client, reviewer):
    client.get("/looks/", REMOTE_ADDR="192.0.2.7")
    assert SEEN["bound"].keys() == {"request_id", "user_id", "ip"}
    assert (SEEN["bound"]["user_id"], SEEN["bound"]["ip"]) == (reviewer.pk, "192.0.2.7")


def test_nothing_of_a_request_is_bound_after_it(client, reviewer):
    client.get("/looks/")
    assert structlog.contextvars.get_contextvars() == {}


def test_a_page_is_given_the_person_and_not_what_stands_for_them(client, reviewer):
    client.get("/looks/")
    assert SEEN["person"] == reviewer
    assert not isinstance(SEEN["person"], LazyObject)


def test_a_request_that_fails_is_told(client, reviewer, lines):
    _logger, told = lines
    client.raise_request_exception = False
    client.get("/fails/")
    assert told == ["request_failed"]


@pytest.fixture
def gathered():
    """How often something was gathered for a line that tells of a request."""
    times = []

    def note(**_told):
        times.append(1)

    for signal in (signals.bind_extra_request_metadata, signals.bind_extra_request_finished_metadata):
        signal.connect(note)
    yield times
    for signal in (signals.bind_extra_request_metadata, signals.bind_extra_request_finished_metadata):
        signal.disconnect(note)


def test_nothing_is_gathered_for_lines_that_nobody_wants(client, reviewer, gathered):
    client.get("/looks/")
    assert gathered == []


def test_begin_and_end_of_each_request_are_told_where_that_is_wanted(client, reviewer, lines):
    logger, told = lines
    logger.setLevel(logging.INFO)
    client.get("/looks/")
    logger.setLevel(logging.NOTSET)
    assert told == ["request_started", "request_finished"]


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_a_probe_is_answered_by_number_and_without_tls(client, settings, address):
    settings.SECURE_SSL_REDIRECT = True
    settings.ALLOWED_HOSTS = ["desk.example.org"]
    assert client.get(address, headers={"host": "192.0.2.9:8000"}).status_code in (200, 503)
    assert client.post(address, headers={"host": "192.0.2.9:8000"}).status_code == 405
    assert client.get("/looks/", headers={"host": "192.0.2.9:8000"}).status_code in (301, 400)
