from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from claims import tasks
from claims.management.commands import sweep
from claims.models import Article, Heartbeat, Role
from claims.record import work

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def sent(monkeypatch):
    calls = []
    monkeypatch.setattr(work, "_send", lambda task, pk: calls.append((task, pk)))
    return calls


def said(*words):
    out = StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


def test_sweeping_by_hand_says_how_much_was_woken():
    assert said("sweep") == "0 woken\n"
    assert work.silent([work.SWEEPER]) == []


def test_sweeping_by_hand_names_what_failed(monkeypatch):
    def fails():
        raise RuntimeError

    monkeypatch.setattr(tasks.slots, "expire", fails)
    with pytest.raises(CommandError, match="slots failed"):
        said("sweep")


@pytest.fixture
def rounds(monkeypatch):
    """What the loop does until somebody presses Ctrl-C in its third pause."""
    told, pauses = [], []

    def sleep(seconds):
        pauses.append(seconds)
        if len(pauses) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(sweep.time, "sleep", sleep)
    monkeypatch.setattr(sweep.connection, "close", lambda: None)
    monkeypatch.setattr(tasks, "sweep", lambda: told.append("round"))
    monkeypatch.setattr(work.current_app, "send_task", lambda task, **options: told.append((task, options["queue"])))
    return told


def test_the_loop_also_sends_the_signs_of_life_that_beat_would(rounds, settings):
    said("sweep", "--loop")
    signs = [("claims.heartbeat", queue) for queue in settings.WORKER_QUEUES]
    assert rounds == ["round", *signs, "round", "round"]


def test_the_loop_goes_on_when_the_database_is_away_and_says_so(rounds, monkeypatch, caplog):
    def away():
        rounds.append("tried")
        raise OperationalError("the server is away\nDETAIL: SECRET")

    monkeypatch.setattr(tasks, "sweep", away)
    said("sweep", "--loop")
    assert rounds.count("tried") == 3
    assert "the sweeper's round failed: the server is away" in caplog.text
    assert "SECRET" not in caplog.text


def test_the_loop_ends_quietly_when_it_is_told_to(rounds):
    assert said("sweep", "--loop") == "stopped\n"


def test_the_demo_article_is_handed_in_by_the_contributor(person):
    person("contributor", Role.CONTRIBUTOR)
    assert "Georgian border" in said("demo")
    assert Article.objects.get().submitted_by.username == "contributor"


def test_without_a_contributor_the_demo_says_why_not():
    with pytest.raises(CommandError, match="contributor"):
        call_command("demo")


def test_a_worker_that_begins_is_heard_on_its_queues_and_sweeps(monkeypatch):
    class Sender:
        class app:  # noqa: N801  # named like what it stands in for
            class amqp:  # noqa: N801  # named like what it stands in for
                class queues:  # noqa: N801  # named like what it stands in for
                    consume_from = {"default": 1, "parse": 2}

    monkeypatch.setattr(tasks.connections, "close_all", lambda: None)
    tasks.begin(sender=Sender)
    assert set(Heartbeat.objects.values_list("name", flat=True)) == {"default", "parse", work.SWEEPER, work.ROUND}


def test_a_sign_of_life_is_noted_by_its_queue():
    tasks.heartbeat("fetch")
    assert work.silent(["fetch", "parse"]) == ["parse"]


def test_every_kind_of_work_has_a_task_that_a_worker_knows():
    assert {kind.task for kind in work.kinds()} <= set(tasks.tick.app.tasks)


def test_the_tick_sweeps():
    tasks.tick()
    assert work.silent([work.SWEEPER]) == []
