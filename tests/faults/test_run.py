"""The command that starts it all: second starts, two desks side by side, a full stop, and sentences for what cannot be."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import requests

from claims.management.supervisor import broker
from tests.faults.desk import ROOT, Desk, busy, children, free_port
from tests.faults.visitor import TIMEOUT, Visitor

pytestmark = pytest.mark.faults
PLAIN = {"settings": "factcheck.settings"}


def alive(pids):
    """Which of these still run; one that only waits to be buried does not."""
    places = {pid: Path(f"/proc/{pid}/stat") for pid in pids}
    return [pid for pid, place in places.items() if place.exists() and place.read_text().split()[2] != "Z"]


def told(desk, *words, **environment):
    """What ``manage.py run`` says before it ends by itself."""
    ended = subprocess.run(
        [sys.executable, "manage.py", "run", *words],
        cwd=ROOT, env=desk.environment | environment, capture_output=True, text=True, timeout=60 * busy(),
    )  # fmt: skip
    assert ended.returncode != 0
    return ended.stderr + ended.stdout


def stopped(desk, number):
    """It stops with status 0 and leaves nothing behind."""
    mine = children(desk.process.pid)
    assert len(mine) >= 5
    assert desk.stop(number) == 0
    assert alive(mine) == []
    assert not (desk.data / "broker.sock").exists()


def test_it_lifts_an_old_folder_stops_cleanly_and_finds_everything_at_its_second_start(tmp_path):
    desk = Desk(tmp_path / "desk", **PLAIN)
    old = [sys.executable, "manage.py", "migrate", "claims", "0001", "--verbosity", "0"]
    subprocess.run(old, cwd=ROOT, env=desk.environment, check=True)
    with desk:
        number = desk.submit()
        desk.through(number)
        accounts = (desk.data / "accounts.txt").read_text()
        stopped(desk, signal.SIGTERM)
        desk.start()
        log = desk.log.read_text()
        assert (desk.data / "accounts.txt").read_text() == accounts
        assert log.count("collecting") == log.count("steps to this version") == log.count("told once") == 1
        assert desk.ask("outcome", number=number)["state"] == "done"
        stopped(desk, signal.SIGINT)


def test_a_second_signal_ends_it_at_once(tmp_path, laid):
    with Desk(tmp_path / "desk", laid, **PLAIN) as desk:
        mine = children(desk.process.pid)
        os.kill(desk.pid("worker"), signal.SIGSTOP)  # it will not end by itself
        desk.process.send_signal(signal.SIGTERM)
        assert desk.until(lambda: desk.pid("beat") is None)  # the first signal has been heard
        began = time.monotonic()
        desk.stop(signal.SIGTERM)
        assert time.monotonic() - began < 5 * busy()
        assert alive(mine) == []


def test_a_killed_supervisor_takes_its_processes_with_it(tmp_path, laid):
    with Desk(tmp_path / "desk", laid, **PLAIN) as desk:
        mine = children(desk.process.pid)
        desk.process.kill()
        desk.process.wait()
        assert desk.until(lambda: not alive(mine))
        desk.start()  # and nothing of it is in the way of the next


def test_two_desks_stand_side_by_side_and_what_is_in_use_is_named(tmp_path, laid):
    with (
        Desk(tmp_path / "a", laid, **PLAIN) as one,
        Desk(tmp_path / "b", laid, **PLAIN) as other,
        Visitor(one) as here,
        Visitor(other) as there,
    ):
        assert not set(here.session.cookies.get_dict()) & set(there.session.cookies.get_dict())
        number = here.submit("Police said on Monday that the bridge was closed.").article
        one.through(number)
        assert other.ask("rows")["Article"] == 0
        here.session.cookies.update(there.session.cookies)  # one browser, both desks: cookies ignore the port
        assert here.get("/articles/").status == there.get("/articles/").status == 200
        assert "/login/" not in here.get("/articles/").address
        elsewhere = {"FACTCHECK_DATA": str(tmp_path / "elsewhere")}
        assert f"Port {other.port} is in use" in told(one, "--port", str(other.port), **elsewhere)
        assert "is running on" in told(one, "--port", str(free_port()))


def test_a_database_that_does_not_answer_is_named(tmp_path, laid):
    desk = Desk(tmp_path / "desk", laid, database="postgres://nobody@127.0.0.1:1/none", **PLAIN)
    assert "database does not answer" in told(desk)


def test_a_long_data_folder_gets_its_socket_elsewhere(tmp_path, laid):
    with Desk(tmp_path / ("a-very-long-name-" * 6), laid, **PLAIN) as desk:
        desk.through(desk.submit())
        assert not (desk.data / "broker.sock").exists()


def test_postgresql_and_a_redis_server_of_ones_own(tmp_path, new_database):
    """With both addresses in the environment, nothing embedded is started."""
    server = shutil.which("redis-server") or broker.find_server()
    port = free_port()
    own = subprocess.Popen(
        [server, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(tmp_path)],
        stdout=subprocess.DEVNULL,
    )
    try:
        address = f"redis://127.0.0.1:{port}/0"
        with Desk(tmp_path / "desk", database=new_database(), broker=address, **PLAIN) as desk:
            desk.through(desk.submit())
            assert desk.pid("broker") is None
            assert not (desk.data / "desk.sqlite3").exists()
            ready = requests.get(f"http://127.0.0.1:{desk.port}/readyz", timeout=TIMEOUT)
            assert ready.json()["broker"] is True
    finally:
        own.kill()
        own.wait()
