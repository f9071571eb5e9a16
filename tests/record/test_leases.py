"""The thread beside a piece of work: it keeps the lease of who lives, and of nobody else."""

import re
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import OperationalError, transaction
from django.db.models.functions import Now

import claims
from claims.models import Article, ExtractionRun, TextVersion, WorkState
from claims.record import leases, work

# the thread has a connection of its own, which sees only what is committed
pytestmark = pytest.mark.django_db(transaction=True)
WHILE = 0.5  # seconds in which a beat that must not come would have come several times


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(leases, "BEATS", ExtractionRun.lease_seconds / 0.05)


@pytest.fixture
def run(db):
    text = TextVersion.objects.create(article=Article.objects.create(), text="x")
    return ExtractionRun.objects.create(text_version=text, pipeline_version="1")


def lapse(run):
    ExtractionRun.objects.filter(pk=run.pk).update(lease_until=Now() - timedelta(seconds=1))


def lapsed(run):
    return ExtractionRun.objects.filter(pk=run.pk, lease_until__lt=Now()).exists()


def beside():
    return [thread for thread in threading.enumerate() if thread.name.startswith("lease of ")]


def until(condition, seconds=30):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_the_lease_of_a_living_task_is_renewed_while_it_says_nothing(run):
    with leases.held(ExtractionRun, run.pk):
        lapse(run)
        until(lambda: not lapsed(run))
        assert work.take(ExtractionRun, run.pk) is None


def test_nothing_is_renewed_once_the_work_is_done(run):
    with leases.held(ExtractionRun, run.pk) as job:
        work.finish(job)
    until(lambda: not beside())
    run.refresh_from_db()
    assert (run.state, run.lease_until) == (WorkState.DONE, None)


def test_what_was_left_by_an_error_is_not_renewed(run):
    with pytest.raises(ZeroDivisionError), leases.held(ExtractionRun, run.pk):
        raise ZeroDivisionError
    until(lambda: not beside())
    lapse(run)
    time.sleep(WHILE)
    assert lapsed(run)


def test_a_task_that_hangs_is_not_renewed_beyond_the_time_of_a_task(run, monkeypatch):
    monkeypatch.setattr(ExtractionRun, "longest_seconds", 0)
    with leases.held(ExtractionRun, run.pk):
        until(lambda: not beside())
        lapse(run)
        time.sleep(WHILE)
        assert work.take(ExtractionRun, run.pk).attempts == 2


def test_a_beat_that_fails_is_followed_by_another(run, monkeypatch):
    real, tried = work.beat, []

    def beat(job):
        tried.append(job)
        if len(tried) == 1:
            raise OperationalError("database is locked")
        real(job)

    monkeypatch.setattr(work, "beat", beat)
    with leases.held(ExtractionRun, run.pk):
        lapse(run)
        until(lambda: not lapsed(run))
    assert len(tried) > 1


def test_who_lost_the_lease_renews_nothing_and_stores_nothing(run, monkeypatch):
    monkeypatch.setattr(leases, "BEATS", 1)  # in this test nobody beats in time
    ended = False
    with leases.held(ExtractionRun, run.pk) as late:
        lapse(run)
        second = work.take(ExtractionRun, run.pk)
        work.finish(late)
        ended = True
    assert not ended
    run.refresh_from_db()
    assert (run.state, run.token) == (WorkState.RUNNING, second.token)


def test_the_thread_of_who_lost_the_lease_ends(run):
    with leases.held(ExtractionRun, run.pk):
        ExtractionRun.objects.filter(pk=run.pk).update(token="another's")
        until(lambda: not beside())


def test_a_beat_in_the_middle_of_the_last_transaction_changes_nothing(run):
    with leases.held(ExtractionRun, run.pk) as job, transaction.atomic():
        work.finish(job)
        time.sleep(WHILE)
    until(lambda: not beside())
    run.refresh_from_db()
    assert (run.state, run.lease_until) == (WorkState.DONE, None)


def test_what_another_holds_is_not_taken(run):
    work.take(ExtractionRun, run.pk)
    with leases.held(ExtractionRun, run.pk) as job:
        assert job is None
        assert beside() == []


def test_no_part_of_the_house_takes_work_without_keeping_its_lease():
    house = Path(claims.__file__).parent
    takers = [path.stem for path in house.rglob("*.py") if re.search(r"\bwork\.take\(", path.read_text())]
    assert takers == ["leases"]
