"""The steps of a task that asks somebody else's server share its time: none of them reaches the task's own limit."""

from datetime import timedelta

import pytest

from claims import tasks
from claims.ingest import fetching, robots, time_left
from claims.ingest.time_left import TimeLeft

ASKING = [tasks.fetch, tasks.archive, tasks.poll]


@pytest.fixture
def clock(monkeypatch):
    clock = [100.0]
    monkeypatch.setattr(time_left.time, "monotonic", lambda: clock[0])
    return clock


@pytest.mark.parametrize("task", ASKING, ids=lambda task: task.name)
def test_their_time_ends_before_the_tasks(task):
    assert time_left.TASK.total_seconds() < task.soft_time_limit < task.time_limit <= 60
    assert fetching.DEADLINE.total_seconds() < task.soft_time_limit


def test_the_slowest_robots_and_the_longest_wait_leave_enough_for_the_page(clock):
    time = TimeLeft()
    clock[0] += robots.PATIENCE.total_seconds() + robots.LONGEST_WAIT
    assert time.for_the_page >= timedelta(seconds=15)


def test_the_slowest_page_leaves_enough_to_read_it(clock):
    time = TimeLeft()
    clock[0] += robots.PATIENCE.total_seconds() + robots.LONGEST_WAIT
    clock[0] += time.for_the_page.total_seconds()
    assert time.for_reading >= time_left.READING.total_seconds()


def test_a_quick_server_leaves_its_time_to_the_reading(clock):
    time = TimeLeft()
    clock[0] += 1
    assert time.for_the_page > timedelta(seconds=20)
    assert time.for_reading > 30


def test_all_steps_at_their_slowest_end_in_time(clock):
    time = TimeLeft()
    clock[0] += robots.PATIENCE.total_seconds() + robots.LONGEST_WAIT
    clock[0] += time.for_the_page.total_seconds()
    clock[0] += time.for_reading
    assert clock[0] - 100.0 <= time_left.TASK.total_seconds()
