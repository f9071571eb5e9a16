"""A process and a database of two versions: what each still does, and that nobody's work or words are lost to it."""

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.urls import reverse

from claims import tasks
from claims.models import Alias, ExtractionRun, Heartbeat, Role
from claims.record import versions, work
from claims.record.moves import move
from claims.record.refusals import IllegalMove
from claims.review import slots
from tests.factories import ClaimFactory, SourceFactory
from tests.record.test_work import run  # noqa: F401  # a fixture

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("side", ["newer", "older"])


def set_apart(side):
    """The database took a step that this process does not know, or has not taken one that it does."""
    steps = MigrationRecorder.Migration.objects
    if side == "newer":
        steps.create(app="claims", name="9999_of_a_newer_desk")
    else:
        steps.filter(app="claims", name=max(versions.known())).delete()


def test_database_and_desk_are_of_one_version():
    assert not versions.apart()


@BOTH
def test_work_waits_for_a_worker_of_the_databases_version_and_loses_no_attempt(run, side):  # noqa: F811  # the fixture, taken over by name
    set_apart(side)
    assert work.take(ExtractionRun, run.pk) is None
    run.refresh_from_db()
    assert (run.state, run.attempts) == ("queued", 0)


@BOTH
def test_a_worker_that_takes_no_work_gives_no_sign_of_life(side):
    set_apart(side)
    tasks.heartbeat("parse")
    assert not Heartbeat.objects.exists()


@pytest.mark.parametrize("error", [ProgrammingError("no such column"), IntegrityError("NOT NULL constraint failed")])
@BOTH
def test_who_is_refused_for_the_sake_of_another_version_is_told_to_come_again(client, cast, monkeypatch, side, error):
    def refuses(**_):
        raise error

    ClaimFactory(queued=True)
    client.force_login(cast[Role.REVIEWER])
    monkeypatch.setattr(slots, "take_next", refuses)
    set_apart(side)
    answer = client.post(reverse("queue"))
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert "The desk is being renewed" in answer.content.decode()
    part = client.post(reverse("queue"), headers={"HX-Request": "true"})
    assert "being brought to another version" in part.content.decode()


def test_an_error_of_ours_is_no_matter_of_versions(client, cast, monkeypatch):
    def refuses(**_):
        raise ProgrammingError("no such column")

    client.force_login(cast[Role.REVIEWER])
    client.raise_request_exception = False
    monkeypatch.setattr(slots, "take_next", refuses)
    assert client.post(reverse("queue")).status_code == 500


def test_a_row_that_lacks_a_value_is_not_taken_for_a_row_that_somebody_else_wrote_first():
    source = SourceFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        move("add_name", source, by=None, create=[Alias(source=source, name=None)])
    move("add_name", source, by=None, create=[Alias(source=source, name="Ada")])
    with pytest.raises(IllegalMove):
        move("add_name", source, by=None, create=[Alias(source=source, name="Ada")])
