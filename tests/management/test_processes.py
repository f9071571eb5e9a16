import os
import signal
import sys
import time
from pathlib import Path

import pytest

from claims.management.supervisor.processes import FIRST_PAUSE, LONGEST_PAUSE, STEADY, Process


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def make(tmp_path, clock):
    made = []

    def maker(code, name="part"):
        process = Process(name, [sys.executable, "-c", code], os.environ.copy(), tmp_path, clock)
        made.append(process)
        process.start()
        return process

    yield maker
    for process in made:
        process.kill()
        process.close()


def pauses(process, clock, count):
    seen = []
    for _ in range(count):
        process.child.wait(120)
        process.tend()
        seen.append(process.due_at - clock.now)
        clock.now = process.due_at
        process.tend()
    return seen


def test_a_line_is_prefixed_with_the_name_of_who_says_it(make, capfd):
    process = make("print('hello'); print('world')", name="web")
    process.wait(120)
    process.close()
    assert capfd.readouterr().out == "web    | hello\nweb    | world\n"


def test_a_dead_process_is_started_again_after_a_pause(make, clock):
    process = make("pass")
    process.child.wait(120)
    process.tend()
    first = process.child.pid
    process.tend()
    assert process.child.pid == first
    clock.now += FIRST_PAUSE
    process.tend()
    assert process.child.pid != first


def test_the_pause_doubles_up_to_a_cap(make, clock):
    seen = pauses(make("pass"), clock, 8)
    assert seen[:3] == [FIRST_PAUSE, 2 * FIRST_PAUSE, 4 * FIRST_PAUSE]
    assert seen[-1] == LONGEST_PAUSE


def test_after_a_steady_while_the_next_death_counts_as_the_first(make, clock):
    process = make("pass")
    pauses(process, clock, 4)
    process.child.wait(120)
    clock.now += STEADY + 1
    process.tend()
    assert process.due_at == clock.now + FIRST_PAUSE


def test_killing_it_kills_what_it_started_too(make, tmp_path):
    code = "import subprocess, sys, time; p = subprocess.Popen(['sleep', '60']); open('pid', 'w').write(str(p.pid)); time.sleep(60)"
    process = make(code)
    place = tmp_path / "pid"
    while not (place.exists() and place.read_text()):
        assert process.alive
    below = int(place.read_text())
    process.kill()
    while not _gone(below):  # it was sent the signal; when it dies is for the machine to say
        time.sleep(0.01)


def _gone(pid):
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().split()[2] == "Z"


def test_a_process_that_ignores_the_request_to_stop_is_still_there_to_be_killed(make, tmp_path):
    code = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); open('up', 'w'); time.sleep(60)"
    process = make(code)
    while not (tmp_path / "up").exists():
        assert process.alive
    process.ask_to_stop()
    assert process.wait(0.2) is False
    process.kill()
    assert process.child.returncode == -signal.SIGKILL
