"""Keeping the processes of one desk alive until somebody says stop."""

import re
import signal
import socket
import threading
import time
from collections.abc import Sequence
from datetime import timedelta
from types import FrameType

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models.functions import Now

from claims.management.supervisor.parts import HOST
from claims.management.supervisor.processes import Process, say
from claims.models import Heartbeat
from claims.record import work

GLANCE = 0.2  # seconds between two looks at the processes
HEALTH = 10.0  # seconds between two looks at the heartbeats
GRACE = 15.0  # seconds that a process has for its last request or article
FIRST_SIGN = 3  # so many times the permitted silence may pass until a process gives its first sign on a busy machine
ANSWER = re.compile(rb"HTTP/1\.\d [1-4]")  # any answer but an error of ours


class Supervisor:
    """Starts processes, restarts the dead and the deaf, and stops all in reverse order on SIGINT, SIGTERM or SIGHUP."""

    def __init__(self) -> None:
        self.processes: list[Process] = []
        self.stopping = threading.Event()
        self._looked_at = time.monotonic()

    def listen(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self.told_to_stop)

    def told_to_stop(self, number: int, _frame: FrameType | None) -> None:
        if self.stopping.is_set():
            for process in self.processes:
                process.kill()
        self.stopping.set()

    def start(self, *processes: Process) -> None:
        for process in processes:
            self.processes.append(process)
            process.start()

    def glance(self) -> None:
        """Wait a moment and tend every process."""
        if not self.stopping.wait(GLANCE):
            for process in self.processes:
                process.tend()

    def watch(self) -> None:
        """Stay until told to stop."""
        while not self.stopping.is_set():
            self.glance()
            if time.monotonic() - self._looked_at > HEALTH:
                self._looked_at = time.monotonic()
                self.restart_the_deaf()

    def restart_the_deaf(self) -> None:
        for process, names in ((self._named("worker"), settings.WORKER_QUEUES), (self._named("beat"), [work.ROUND])):
            if process is None or not process.alive:
                continue
            age = time.monotonic() - process.started_at
            if age > FIRST_SIGN * settings.HEARTBEAT_SECONDS and (quiet := _silent(names)):
                say("desk", f"{process.name} is deaf ({', '.join(quiet)} silent): it is started again")
                process.kill()

    def _named(self, name: str) -> Process | None:
        return next((process for process in self.processes if process.name == name), None)

    def stop(self) -> None:
        """End all, the broker last; whoever does not end within the grace is killed, and so is whatever it started."""
        broker = self._named("broker")
        others = [process for process in reversed(self.processes) if process is not broker]
        for group in (others, [broker] if broker else []):
            end = time.monotonic() + GRACE
            for process in group:
                process.ask_to_stop()
            for process in group:
                process.wait(end - time.monotonic())
                process.kill()
                process.close()


def _silent(names: Sequence[str]) -> list[str]:
    from_when = Now() - timedelta(seconds=settings.HEARTBEAT_SECONDS)
    try:
        heard = set(Heartbeat.objects.filter(name__in=names, at__gte=from_when).values_list("name", flat=True))
    except DatabaseError as error:
        say("desk", f"the database does not answer: {error}")
        return []
    finally:
        connection.close()
    return sorted(set(names) - heard)


def heard_since(names: Sequence[str], seconds: float) -> bool:
    """Whether each of these was heard within the last so many seconds."""
    since = Now() - timedelta(seconds=seconds)
    return Heartbeat.objects.filter(name__in=names, at__gte=since).count() == len(set(names))


def port_is_free(port: int) -> bool:
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            line.bind((HOST, port))
        except OSError:
            return False
        return True


def web_answers(port: int) -> bool:
    """Whether the web server answers, and not with an error of its own; this question it answers under any name and without TLS."""
    try:
        with socket.create_connection((HOST, port), timeout=5) as line:
            line.sendall(f"GET /healthz HTTP/1.0\r\nHost: {HOST}:{port}\r\n\r\n".encode())
            return ANSWER.match(line.recv(64)) is not None
    except OSError:
        return False
