"""The broker dies, falls silent, repeats itself or gives a message twice (F15–F18, F24, F25, F28)."""

import os
import signal

import pytest

from tests.faults.desk import ARTICLE, busy
from tests.faults.plan import SHORT
from tests.faults.visitor import Visitor

pytestmark = pytest.mark.faults
PATIENCE = 3.0  # seconds that a person who hands in an article waits at most, on an idle machine (F17)


@pytest.fixture
def visitor(desk):
    with Visitor(desk) as visitor:
        yield visitor


@pytest.fixture
def without_restart(desk):
    """The supervisor sleeps, so that what dies stays dead until we say so."""
    os.kill(desk.process.pid, signal.SIGSTOP)
    yield desk
    os.kill(desk.process.pid, signal.SIGCONT)


@pytest.mark.fault("F15")
def test_the_broker_is_killed_with_a_full_queue_and_forgets_all(desk):
    desk.arm(seconds=0.3)  # who loses the broker lets go of what they read: it waits for the lease, the desk's own
    numbers = [desk.submit() for _ in range(15)]
    desk.send("broker", signal.SIGKILL)
    for journal in (desk.data / "broker").glob("*"):
        journal.unlink()
    desk.done(*numbers)


@pytest.mark.fault("F16")
def test_the_broker_is_killed_in_the_middle_and_reads_its_journal(desk):
    desk.arm(seconds=0.3, lease=SHORT)
    numbers = [desk.submit() for _ in range(10)]
    assert desk.until(lambda: len(desk.ask("waiting", numbers=numbers)) < 10)
    desk.send("broker", signal.SIGKILL)
    desk.done(*numbers)


@pytest.mark.fault("F17")
def test_the_broker_is_down_while_an_article_is_handed_in(desk, visitor, without_restart):
    desk.send("broker", signal.SIGKILL)
    answer = visitor.submit(ARTICLE)
    os.kill(desk.process.pid, signal.SIGCONT)
    assert answer.article, answer.status
    assert answer.seconds < PATIENCE * busy()
    desk.done(answer.article)


@pytest.mark.fault("F18")
def test_the_broker_is_silent_while_an_article_is_handed_in(desk, visitor):
    broker = desk.pid("broker")
    os.kill(broker, signal.SIGSTOP)
    try:
        answer = visitor.submit(ARTICLE)
    finally:
        os.kill(broker, signal.SIGCONT)
    assert answer.article, answer.status
    assert answer.seconds < PATIENCE * busy()
    desk.done(answer.article)


@pytest.mark.fault("F24")
def test_one_message_comes_ten_times_at_once(desk):
    desk.arm(seconds=1)
    number = desk.submit()
    run = desk.ask("outcome", number=number)["run"]
    desk.ask("send", task="claims.extract", number=run, times=10)
    desk.done(number)
    assert desk.ask("outcome", number=number)["attempts"] == 1


@pytest.mark.fault("F25")
def test_a_message_comes_again_after_the_work_is_done(desk):
    number = desk.submit()
    desk.done(number)
    before, run = desk.ask("rows"), desk.ask("outcome", number=number)["run"]
    desk.ask("send", task="claims.extract", number=run, times=3)
    later = desk.submit()
    desk.done(later)
    after = desk.ask("rows")
    assert after["Claim"] == before["Claim"] + 3
    assert after["ExtractionRun"] == before["ExtractionRun"] + 1


@pytest.mark.fault("F28")
def test_a_task_takes_longer_than_its_lease_and_than_the_broker_waits_for_its_acknowledgement(desk):
    desk.arm(visibility=2, seconds=2 * SHORT, lease=SHORT)
    desk.restart_worker()
    number = desk.submit()
    desk.done(number)
    assert desk.ask("outcome", number=number)["attempts"] == 1
    desk.arm()
    desk.restart_worker()
