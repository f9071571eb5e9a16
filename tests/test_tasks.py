"""Celery's door: what the tick and the tasks call, without a broker."""

from datetime import timedelta

import pytest
from celery import current_app
from django.conf import settings
from django.db import DataError, IntegrityError
from django.db.models.functions import Now

from claims import tasks
from claims.ingest import archiving, feeds, fetches, going_out
from claims.ingest import claims as ingest_claims
from claims.memory import imports, known
from claims.models import Feed, FeedPoll, Fetch, Heartbeat, Match
from claims.record import work
from tests.factories import ArticleFactory, ClaimFactory, OutletFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_broker(monkeypatch):
    monkeypatch.setattr(work, "_send", lambda task, pk: None)


def test_the_tick_begins_polls_and_comparisons_that_are_due():
    Feed.objects.create(outlet=OutletFactory(), address="https://daily.example/rss")
    ClaimFactory()
    tasks.sweep()
    assert (FeedPoll.objects.count(), Match.objects.count()) == (1, 1)


def test_claims_that_were_just_read_are_compared_without_waiting_for_the_tick(monkeypatch):
    monkeypatch.setattr(ingest_claims, "extract", lambda pk, out_of_time: ClaimFactory())
    tasks.extract(1)
    assert Match.objects.count() == 1


@pytest.mark.parametrize(("finished", "asked"), [(True, 1), (False, 0)])
def test_an_import_that_ended_well_has_open_claims_compared_again(monkeypatch, finished, asked):
    calls = []
    monkeypatch.setattr(imports, "run", lambda pk: finished)
    monkeypatch.setattr(known, "ask_again", lambda: calls.append(1))
    tasks.read_import(1)
    assert len(calls) == asked


def test_rounds_of_the_sweeper_that_piled_up_are_one(monkeypatch):
    rounds = []
    monkeypatch.setattr(work, "sweep", lambda: rounds.append(1) or work.alive(work.SWEEPER))
    for _ in range(3):
        tasks.tick()
    assert len(rounds) == 1
    Heartbeat.objects.update(at=Now() - timedelta(seconds=settings.SWEEP_SECONDS))
    tasks.tick()
    assert len(rounds) == 2


def fails():
    raise RuntimeError("something is wrong with it")


def test_a_part_of_the_round_that_fails_is_told_and_keeps_no_other_from_being_done(monkeypatch, caplog):
    ClaimFactory()
    monkeypatch.setattr(tasks.slots, "expire", fails)
    assert tasks.sweep().failed == ("slots",)
    assert Match.objects.count() == 1
    assert "the sweeper failed at slots: something is wrong with it" in caplog.text


def test_of_a_part_that_fails_no_row_and_no_value_is_told(monkeypatch, caplog):
    def refuses():
        raise IntegrityError("a rule was broken\nDETAIL:  Key (wording)=(SECRET) already exists.")

    def takes_no_value():
        raise DataError('invalid input syntax for type integer: "SECRET"')

    monkeypatch.setattr(tasks.slots, "expire", refuses)
    monkeypatch.setattr(tasks.feeds, "begin_due", takes_no_value)
    tasks.sweep()
    told = " ".join(record.getMessage() for record in caplog.records)
    assert "the sweeper failed at slots: a rule was broken" in told
    assert "the sweeper failed at feeds: DataError" in told
    assert "SECRET" not in told


def test_the_sweeper_gives_its_sign_of_life_when_the_whole_round_went_well(monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(tasks.known, "begin_due", fails)
        tasks.sweep()
        assert work.silent([work.SWEEPER, work.ROUND]) == [work.SWEEPER]
    tasks.sweep()
    assert work.silent([work.SWEEPER]) == []


@pytest.mark.fault("F93")
def test_no_round_is_thrown_away_by_a_worker_whose_clock_is_two_hours_fast():
    ends = [entry["options"]["expires"] for entry in settings.CELERY_BEAT_SCHEDULE.values()]
    assert min(ends) > 2 * 60 * 60


@pytest.mark.parametrize("kind", list(work.kinds()), ids=lambda kind: kind.__name__)
def test_a_lease_is_renewed_for_as_long_as_its_task_may_take(kind):
    task = current_app.tasks[kind.task]
    assert kind.longest_seconds == (task.time_limit or settings.CELERY_TASK_TIME_LIMIT)


@pytest.mark.parametrize("kind", list(work.kinds()), ids=lambda kind: kind.__name__)
def test_what_a_killed_worker_held_is_begun_again_within_a_minute(kind):
    assert kind.lease_seconds + settings.SWEEP_SECONDS <= 45  # the rest is for the worker's own new start


@pytest.fixture
def crowded(settings, tmp_path):
    """A machine with few children, of which one waits for a server just now."""
    settings.ONE_GOES_OUT, settings.DATA = True, tmp_path
    with going_out.turn() as ours:
        assert ours
        yield


@pytest.mark.parametrize(
    ("task", "room", "verb"), [("fetch", fetches, "fetch"), ("archive", archiving, "archive"), ("poll", feeds, "poll")]
)
def test_of_few_children_one_at_a_time_waits_for_a_server(crowded, monkeypatch, task, room, verb):
    went = []
    monkeypatch.setattr(room, verb, went.append)
    getattr(tasks, task)(7)
    assert went == []


def test_whoever_is_back_wakes_the_one_that_waits_longest(settings, tmp_path, monkeypatch):
    settings.ONE_GOES_OUT, settings.DATA = True, tmp_path
    sent = []
    monkeypatch.setattr(work, "_send", lambda *what: sent.append(what))
    first, _ = (Fetch.objects.create(article=ArticleFactory(), address="https://daily.example/") for _ in range(2))
    monkeypatch.setattr(feeds, "poll", lambda pk: None)
    tasks.poll(7)
    assert sent == [("claims.fetch", first.pk)]


def test_when_the_one_is_back_the_next_goes_out(settings, tmp_path, monkeypatch):
    settings.ONE_GOES_OUT, settings.DATA = True, tmp_path
    went = []
    monkeypatch.setattr(fetches, "fetch", went.append)
    for pk in (1, 2):
        tasks.fetch(pk)
    assert went == [1, 2]


def test_where_a_worker_only_fetches_all_its_children_go_out(settings, monkeypatch):
    settings.ONE_GOES_OUT = False
    went = []
    monkeypatch.setattr(fetches, "fetch", went.append)
    with going_out.turn():
        tasks.fetch(7)
    assert went == [7]
