from datetime import timedelta

import pytest
from django.db.models.functions import Now

from claims.models import Article, ExtractionRun, TextVersion, WorkState
from claims.record import work

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(db):
    text = TextVersion.objects.create(article=Article.objects.create(), text="x")
    return ExtractionRun.objects.create(text_version=text, pipeline_version="1")


@pytest.fixture
def sent(monkeypatch):
    calls = []
    monkeypatch.setattr(work, "_send", lambda task, pk: calls.append((task, pk)))
    return calls


def expire(run):
    ExtractionRun.objects.filter(pk=run.pk).update(lease_until=Now() - timedelta(seconds=1))


def test_it_takes_queued_work(run):
    held = work.take(ExtractionRun, run.pk)
    assert (held.state, held.attempts) == (WorkState.RUNNING, 1)
    assert held.token


def test_it_does_not_take_what_another_holds(run):
    work.take(ExtractionRun, run.pk)
    assert work.take(ExtractionRun, run.pk) is None


def test_it_takes_over_an_expired_lease(run):
    work.take(ExtractionRun, run.pk)
    expire(run)
    assert work.take(ExtractionRun, run.pk).attempts == 2


def test_the_late_writer_is_refused(run):
    zombie = work.take(ExtractionRun, run.pk)
    expire(run)
    work.take(ExtractionRun, run.pk)
    with pytest.raises(work.LostLease):
        work.finish(zombie)


def test_done_work_is_not_taken_again(run):
    work.finish(work.take(ExtractionRun, run.pk))
    assert work.take(ExtractionRun, run.pk) is None


def test_the_sweeper_frees_and_wakes_what_a_dead_worker_held(run, sent):
    work.take(ExtractionRun, run.pk)
    expire(run)
    ExtractionRun.objects.update(created_at=Now() - timedelta(minutes=1))
    work.sweep()
    run.refresh_from_db()
    assert run.state == WorkState.QUEUED
    assert ("claims.extract", run.pk) in sent


def test_the_sweeper_fails_the_third_lost_attempt_with_a_reason(run, sent):
    for _ in range(3):
        work.take(ExtractionRun, run.pk)
        expire(run)
    work.sweep()
    run.refresh_from_db()
    assert run.state == WorkState.FAILED
    assert "tried 3 times" in run.reason


def test_fresh_work_is_left_to_its_own_message(run, sent):
    work.sweep()
    assert sent == []


def test_a_retry_waits_for_its_time(run):
    work.retry(work.take(ExtractionRun, run.pk), "not yet", after=timedelta(minutes=5))
    assert work.take(ExtractionRun, run.pk) is None
