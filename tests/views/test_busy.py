import pytest
from django.db import OperationalError
from django.urls import reverse

from claims.models import Event, Role
from claims.review import slots
from tests.factories import ClaimFactory

pytestmark = pytest.mark.django_db


def test_a_locked_database_is_said_as_busy_and_nothing_is_changed(client, cast, monkeypatch):
    ClaimFactory(queued=True)
    client.force_login(cast[Role.REVIEWER])

    def locked(**more):
        raise OperationalError("database is locked")

    monkeypatch.setattr(slots, "take_next", locked)
    answer = client.post(reverse("queue"))
    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "5", "no-store")
    assert "nothing that you wrote is lost" in answer.content.decode()
    assert not Event.objects.exists()


def test_a_part_of_a_page_is_told_so_at_its_top(client, cast, monkeypatch):
    client.force_login(cast[Role.REVIEWER])

    def locked(**more):
        raise OperationalError("database is locked")

    monkeypatch.setattr(slots, "take_next", locked)
    answer = client.post(reverse("queue"), headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Retarget"], answer["HX-Reselect"]) == (503, "#notices", "unset")
    assert "what you wrote still stands here" in answer.content.decode()
    assert "<html" not in answer.content.decode()
