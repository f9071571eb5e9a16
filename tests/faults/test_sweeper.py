"""Who looks for what was left behind is away, or is there twice, or is all that is left (F30, F31, F40)."""

import os
import signal
import subprocess
import sys
from contextlib import suppress

import pytest
import requests

from tests.faults.desk import ROOT
from tests.faults.visitor import TIMEOUT

pytestmark = pytest.mark.faults


def readyz(desk):
    return requests.get(f"http://127.0.0.1:{desk.port}/readyz", timeout=TIMEOUT).status_code


@pytest.mark.fault("F30")
def test_beat_is_dead_for_ten_minutes_and_comes_back(desk):
    beat = desk.pid("beat")
    os.kill(beat, signal.SIGSTOP)
    try:
        number = desk.ask("submit", text="Nobody heard of it.", broken_sender=True)["article"]
        desk.ask("long_ago", minutes=10)
        assert desk.until(lambda: desk.ask("silent", names=["sweeper"]) == ["sweeper"])
        assert readyz(desk) == 503
    finally:
        with suppress(ProcessLookupError):  # the supervisor may have found it dead and begun another
            os.kill(beat, signal.SIGCONT)
    desk.done(number, claims=1)
    assert desk.until(lambda: readyz(desk) == 200)


@pytest.mark.fault("F31")
def test_two_sweepers_and_two_beats_work_at_once(desk):
    desk.arm(seconds=0.2)
    schedule = str(desk.data / "second-beat")
    beside = [
        [sys.executable, "manage.py", "sweep", "--loop"],
        [sys.executable, "-m", "celery", "-q", "-A", "factcheck", "beat", "--schedule", schedule, "--pidfile", ""],
    ]
    with (desk.data / "beside.txt").open("a") as log:
        others = [
            subprocess.Popen(command, cwd=ROOT, env=desk.environment, stdout=log, stderr=log) for command in beside
        ]
    try:
        desk.done(*[desk.submit() for _ in range(10)], seconds=90)
        assert all(other.poll() is None for other in others)
    finally:
        for other in others:
            other.kill()
            other.wait()


@pytest.mark.fault("F40")
def test_sending_the_hint_raises(desk):
    number = desk.ask("submit", text="The hint was never sent.", broken_sender=True)["article"]
    desk.done(number, claims=1)
