"""Clocks that are wrong, and clocks that go back: leases and the record run by the database's alone (F93, F94)."""

import pytest

from claims.models import Work
from tests.faults.desk import CLAIMS
from tests.faults.plan import SHORT

pytestmark = pytest.mark.faults
HOUR = 3600
LEASE = Work.lease_seconds  # as long as any work is held at most without a beat
HOLD = 30 * 60  # seconds: the desk policy's own


@pytest.mark.fault("F93")
@pytest.mark.parametrize("hours", [2, -2], ids=["fast", "slow"])
def test_the_clock_of_the_worker_is_two_hours_wrong(desk, hours):
    desk.arm("reading", "kill child", seconds=0.5, ahead=hours * HOUR, lease=SHORT)
    desk.restart_worker()
    killed = desk.submit()
    assert desk.fired()
    assert desk.ask("longest_leases")["work"] <= LEASE
    desk.done(killed)  # taken over in time: its lease ran out by the clock that all share
    desk.arm(seconds=0.5)
    kept = desk.submit()
    desk.done(kept)
    assert desk.ask("outcome", number=kept)["attempts"] == 1  # and nobody took it for lapsed while it ran
    assert desk.ask("strayed", number=killed, minutes=30) == []
    desk.arm()
    desk.restart_worker()


@pytest.mark.fault("F94")
def test_the_clock_of_the_host_goes_back_an_hour_while_work_is_held_and_waits(desk):
    desk.arm("reading", "kill child", seconds=0.2, lease=SHORT)
    held = desk.submit()
    assert desk.fired()
    waiting = desk.ask("submit", text="Nobody heard of it.", broken_sender=True)["article"]
    assert desk.ask("back", hours=1)["work"] > LEASE
    assert desk.until(lambda: desk.ask("longest_leases")["work"] <= LEASE)
    outcomes = desk.through(held, waiting)
    assert [(one["state"], one["claims"]) for one in outcomes] == [("done", CLAIMS), ("done", 1)]
    desk.holds()


@pytest.mark.fault("F94")
def test_the_clock_of_the_host_goes_back_an_hour_while_a_claim_is_held(desk):
    number = desk.submit()
    desk.done(number)
    desk.ask("take_first", number=number)
    assert desk.ask("back", hours=1)["slots"] > HOLD
    assert desk.until(lambda: desk.ask("longest_leases")["slots"] <= HOLD)
    desk.holds()
