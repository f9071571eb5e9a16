import socket
import threading
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from claims.management.supervisor import watching
from claims.management.supervisor.watching import FIRST_SIGN, Supervisor
from claims.models import Heartbeat
from claims.record import work


class Part:
    """Stands for a process: alive for so long, and remembers what was done to it."""

    alive = True

    def __init__(self, name, age=0.0):
        self.name, self.started_at, self.done = name, time.monotonic() - age, []

    def kill(self):
        self.done.append("killed")

    def ask_to_stop(self):
        self.done.append("asked")

    def wait(self, seconds):
        self.done.append("waited")
        return True

    def close(self):
        self.done.append("closed")


@pytest.fixture
def house(settings, monkeypatch):
    """A supervisor with a worker that was started long ago, in the test's own transaction."""
    monkeypatch.setattr(watching.connection, "close", lambda: None)
    supervisor = Supervisor()
    supervisor.worker = Part("worker", age=FIRST_SIGN * settings.HEARTBEAT_SECONDS + 1)
    supervisor.processes = [supervisor.worker]
    return supervisor


@pytest.mark.django_db
def test_a_worker_that_is_heard_through_each_queue_is_left_alone(house, settings):
    for queue in settings.WORKER_QUEUES:
        work.alive(queue)
    house.restart_the_deaf()
    assert house.worker.done == []


@pytest.mark.django_db
def test_a_worker_that_is_deaf_on_one_queue_is_killed_to_be_started_again(house, settings, capsys):
    for queue in settings.WORKER_QUEUES[1:]:
        work.alive(queue)
    house.restart_the_deaf()
    assert house.worker.done == ["killed"]
    assert "worker is deaf (default silent)" in capsys.readouterr().out


@pytest.mark.django_db
def test_an_old_sign_of_life_is_none(house, settings):
    long_ago = timezone.now() - timedelta(seconds=settings.HEARTBEAT_SECONDS + 5)
    Heartbeat.objects.bulk_create(Heartbeat(name=queue, at=long_ago) for queue in settings.WORKER_QUEUES)
    house.restart_the_deaf()
    assert house.worker.done == ["killed"]


@pytest.mark.django_db
def test_a_worker_that_has_just_started_has_time_for_its_first_sign(house):
    house.worker.started_at = time.monotonic()
    house.restart_the_deaf()
    assert house.worker.done == []


def test_the_broker_ends_last(monkeypatch):
    order = []
    supervisor = Supervisor()
    supervisor.processes = [Part(name) for name in ("broker", "web", "worker", "beat")]
    for part in supervisor.processes:
        part.ask_to_stop = lambda part=part: order.append(("ask", part.name))
        part.wait = lambda seconds, part=part: order.append(("wait", part.name))
    supervisor.stop()
    assert order.index(("ask", "broker")) > order.index(("wait", "worker"))
    assert [name for what, name in order if what == "ask"] == ["beat", "worker", "web", "broker"]


def test_the_second_request_to_stop_kills():
    supervisor = Supervisor()
    supervisor.processes = [Part("worker")]
    supervisor.told_to_stop(15, None)
    assert supervisor.stopping.is_set()
    assert supervisor.processes[0].done == []
    supervisor.told_to_stop(15, None)
    assert supervisor.processes[0].done == ["killed"]


@pytest.fixture
def answering():
    """A server that gives one answer: its port."""
    opened = []

    def serve(answer):
        line = socket.create_server(("127.0.0.1", 0))
        opened.append(line)

        def once():
            caller, _ = line.accept()
            with caller:
                caller.recv(1000)
                caller.sendall(answer)

        threading.Thread(target=once, daemon=True).start()
        return line.getsockname()[1]

    yield serve
    for line in opened:
        line.close()


@pytest.mark.parametrize(
    ("answer", "good"),
    [
        (b"HTTP/1.1 200 OK\r\n\r\n", True),
        (b"HTTP/1.1 301 Moved\r\n\r\n", True),  # production sends everybody to https
        (b"HTTP/1.1 500 Internal Server Error\r\n\r\n", False),
        (b"something else", False),
    ],
)
def test_the_web_server_is_up_when_it_answers_without_an_error(answering, answer, good):
    assert watching.web_answers(answering(answer)) is good


def test_a_port_that_somebody_listens_on_is_not_free(answering):
    port = answering(b"")
    assert watching.port_is_free(port) is False
    assert watching.web_answers(port) is False
