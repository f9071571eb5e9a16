import pytest
from django.db import InterfaceError, OperationalError
from django.urls import reverse

from claims.models import Event, Role
from claims.review import slots
from claims.views.middleware import LogMiddleware
from tests.factories import ClaimFactory

pytestmark = pytest.mark.django_db


def test_a_locked_database_is_said_as_busy_and_nothing_is_changed(client, cast, monkeypatch, caplog):
    ClaimFactory(queued=True)
    client.force_login(cast[Role.REVIEWER])

    def locked(**more):
        raise OperationalError("database is locked")

    monkeypatch.setattr(slots, "take_next", locked)
    answer = client.post(reverse("queue"))
    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "5", "no-store")
    assert "nothing that you wrote is lost" in answer.content.decode()
    assert not Event.objects.exists()
    assert "the database does not serve: database is locked" in caplog.text


def test_a_part_of_a_page_is_told_so_at_its_top(client, cast, monkeypatch):
    client.force_login(cast[Role.REVIEWER])

    def locked(**more):
        raise OperationalError("database is locked")

    monkeypatch.setattr(slots, "take_next", locked)
    answer = client.post(reverse("queue"), headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Retarget"], answer["HX-Reselect"]) == (503, "#notices", "unset")
    assert "what you wrote still stands here" in answer.content.decode()
    assert "<html" not in answer.content.decode()


@pytest.mark.parametrize("lost", [OperationalError("the connection is lost"), InterfaceError("connection is closed")])
def test_a_database_that_is_lost_before_the_view_is_asked_is_busy_too(client, cast, monkeypatch, lost):
    client.force_login(cast[Role.REVIEWER])
    client.raise_request_exception = False

    def gone(request):
        raise lost

    monkeypatch.setattr(LogMiddleware, "bind_user_id", staticmethod(gone))
    answer = client.get(reverse("queue"))
    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "5", "no-store")
