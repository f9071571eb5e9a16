"""Kill -9 of the pool child, and of the parent, at each step of a worker's work (F1–F8, F13)."""

import os
import signal

import pytest

from tests.faults.desk import children, in_group, stopped
from tests.faults.plan import SHORT

pytestmark = pytest.mark.faults
KILLS = pytest.mark.parametrize("action", ["kill child", "kill parent"])


def killed_at(desk, step, action):
    old = desk.pid("worker")
    desk.arm(step, action)
    number = desk.submit()
    dead(desk, action, old)
    desk.done(number)


def dead(desk, action, old):
    """The fault has happened, and the lease of whoever is dead is over: that it ends by itself is shown with F5."""
    assert desk.fired(), "the fault did not happen"
    if action == "kill parent":
        buried(desk, old)
    desk.ask("end_leases")


def buried(desk, old):
    """A child outlives its parent by a moment, and may take or keep a lease in it; when the next worker stands, it is gone."""
    assert desk.until(lambda: desk.pid("worker") not in (None, old))


@pytest.mark.fault("F1")
@KILLS
def test_killed_before_the_lease(desk, action):
    killed_at(desk, "before_lease", action)


@pytest.mark.fault("F2")
@KILLS
def test_killed_after_the_lease(desk, action):
    killed_at(desk, "after_lease", action)


def killed_while_fetching(desk, step, action):
    old = desk.pid("worker")
    desk.arm(step, action)
    number = desk.submit(text="", address=f"http://{step}-{action[5:]}.example/harbour")
    dead(desk, action, old)
    (outcome,) = desk.through(number)
    assert outcome["state"] == "done", outcome
    assert outcome["claims"] >= 2
    desk.holds()


@pytest.mark.fault("F3")
@KILLS
def test_killed_during_the_fetch(desk, action):
    killed_while_fetching(desk, "fetching", action)


@pytest.mark.fault("F4")
@KILLS
def test_killed_after_the_fetch(desk, action):
    killed_while_fetching(desk, "fetched", action)


@pytest.mark.fault("F5")
@KILLS
def test_killed_while_reading_with_the_real_pipeline(desk, action):
    own = action == "kill parent"  # that the desk's own lease ends in time is shown once, with the whole worker
    desk.arm("reading", action, real=True, lease=0 if own else SHORT)
    number = desk.submit("Police said on Monday that 14 people were arrested in Leeds.\n\nNobody was hurt, they said.")
    assert desk.fired(), "the fault did not happen"
    (outcome,) = desk.through(number)
    assert outcome["state"] == "done", outcome
    desk.holds()


@pytest.mark.fault("F6")
@KILLS
def test_killed_inside_the_last_transaction(desk, action):
    killed_at(desk, "before_commit", action)


@pytest.mark.fault("F7")
@KILLS
def test_killed_after_the_commit_before_the_acknowledgement(desk, action):
    killed_at(desk, "after_commit", action)


@pytest.mark.fault("F8")
def test_killed_with_several_messages_taken(desk):
    desk.arm(seconds=0.5)
    numbers = [desk.submit() for _ in range(6)]
    assert desk.until(lambda: len(desk.ask("waiting", numbers=numbers)) < 6)
    old = desk.pid("worker")
    os.kill(old, signal.SIGKILL)
    buried(desk, old)
    desk.ask("end_leases")
    desk.done(*numbers)


@pytest.mark.fault("F12")
def test_a_child_is_stopped_for_longer_than_its_lease_and_goes_on_when_another_is_done(desk):
    desk.arm("reading", "stop child", lease=SHORT)
    number = desk.submit()
    assert desk.fired(), "the fault did not happen"
    (zombie,) = [pid for pid in children(desk.pid("worker")) if stopped(pid)]
    desk.done(number)
    before = desk.ask("rows")
    os.kill(zombie, signal.SIGCONT)  # it goes on to the end of its reading, and wants to store that
    assert desk.until(lambda: "is another's by now" in desk.log.read_text())
    assert desk.ask("rows") == before
    assert desk.ask("outcome", number=number)["attempts"] == 2
    desk.holds()


@pytest.mark.fault("F13")
@pytest.mark.parametrize("action", ["exit", "segfault"])
def test_a_child_exits_or_segfaults(desk, action):
    killed_at(desk, "reading", action)


def test_the_supervisor_clears_up_what_a_killed_worker_leaves(desk):
    old = desk.pid("worker")
    desk.arm(seconds=3)
    number = desk.submit()
    os.kill(old, signal.SIGKILL)
    buried(desk, old)
    assert in_group(old) == []
    desk.ask("end_leases")
    desk.done(number)
