from datetime import timedelta

import pytest
from django.db import connection
from django.db.models.functions import Now
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.models import Article, ExtractionRun, Heartbeat, TextVersion, WorkState
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


def test_a_round_of_the_sweeper_that_finds_nothing_writes_nothing(db, sent):
    """On SQLite an update without rows locks the desk too."""
    with CaptureQueriesContext(connection) as said:
        work.sweep()
    written = [one["sql"] for one in said if one["sql"].split()[0] in ("UPDATE", "INSERT", "DELETE")]
    assert len(said) > 0
    assert written == []


def test_a_sign_of_life_of_before_the_clock_went_back_is_brought_back(db, sent):
    Heartbeat.objects.create(name="parse", at=timezone.now() + timedelta(days=1))
    work.sweep()
    assert Heartbeat.objects.get().at <= timezone.now()


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


@pytest.fixture
def overdue(run):
    """As many texts wait as one likes, for a minute."""

    def make(count):
        texts = [TextVersion(article=run.text_version.article, number=2 + n, text="x") for n in range(count - 1)]
        TextVersion.objects.bulk_create(texts)
        ExtractionRun.objects.bulk_create(ExtractionRun(text_version=text, pipeline_version="1") for text in texts)
        ExtractionRun.objects.update(created_at=Now() - timedelta(minutes=1))
        return list(ExtractionRun.objects.order_by("pk").values_list("pk", flat=True))

    return make


def test_what_was_just_sent_is_not_sent_with_each_round(overdue, sent):
    overdue(1)
    assert [work.sweep() for _ in range(3)] == [1, 0, 0]
    ExtractionRun.objects.update(lease_until=Now() - timedelta(seconds=1))
    assert work.sweep() == 1


def test_what_was_sent_can_be_taken_at_once(run, overdue, sent):
    overdue(1)
    work.sweep()
    assert work.take(ExtractionRun, run.pk).state == WorkState.RUNNING


def test_to_a_long_queue_the_sweeper_adds_only_what_waits_longest(overdue, sent, monkeypatch):
    numbers = overdue(20)
    monkeypatch.setattr(work, "messages_before", lambda task: work.MOST_SENT)
    work.sweep()
    assert [pk for _, pk in sent] == numbers[: work.A_FEW]


def test_what_the_broker_did_not_take_is_sent_with_the_next_round(overdue, monkeypatch):
    overdue(3)
    monkeypatch.setattr(work, "_send", lambda task, pk: ConnectionError())
    assert work.sweep() == 0
    assert not ExtractionRun.objects.filter(lease_until__isnull=False).exists()


def test_a_message_believed_to_wait_for_hours_is_one_of_before_a_clock_went_back(overdue, sent):
    overdue(1)
    ExtractionRun.objects.update(lease_until=Now() + timedelta(hours=2))
    assert work.sweep() == 1


def test_a_comparison_is_the_last_in_the_queue_whoever_sends_it(monkeypatch):
    given = []
    monkeypatch.setattr(work.current_app, "send_task", lambda task, **options: given.append(options["priority"]))
    work._send("claims.match", 1)
    work._send("claims.extract", 1)
    assert given == [9, 6]


def test_fresh_work_is_left_to_its_own_message(run, sent):
    work.sweep()
    assert sent == []


def test_a_retry_waits_for_its_time(run):
    work.retry(work.take(ExtractionRun, run.pk), "not yet", after=timedelta(minutes=5))
    assert work.take(ExtractionRun, run.pk) is None
