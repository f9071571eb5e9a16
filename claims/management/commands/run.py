"""``manage.py run``: the whole desk with one command."""

import os
import time
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connections

from claims.management.supervisor import accounts, broker, demonstration, folder, laying, parts
from claims.management.supervisor.processes import say
from claims.management.supervisor.watching import Supervisor, heard_since, port_is_free, web_answers
from claims.models import Article

LAST_PORT = 65_535
PATIENCE = 90.0  # seconds for the web server to come up on a slow machine
WORKER_LATER = 1.0  # seconds that the worker may come later than the web server before we say READY without it


class Command(BaseCommand):
    """Set up whatever is missing, then run broker, web server, worker and beat until told to stop."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=_port, default=8000, help="the web server's port on 127.0.0.1 (8000)")
        parser.add_argument("--data", help="the folder that holds everything of this desk (data/)")
        parser.add_argument("--no-demo", action="store_true", help="do not hand in the demo article")

    def handle(self, *_: Any, port: int, no_demo: bool, **options: Any) -> None:
        began = time.monotonic()
        lock = folder.hold(Path(settings.DATA))
        if not port_is_free(port):
            raise CommandError(f'Port {port} is in use. Choose another: make run ARGS="--port {port + 1}"')
        here = f"http://{parts.HOST}:{port}"
        _unless_given("FACTCHECK_INSTANCE", str(port))
        if not settings.PRODUCTION:  # letters and public documents name this desk, not one on the usual port
            _unless_given("PUBLIC_ADDRESS", here)
        supervisor = Supervisor()
        supervisor.listen()
        try:
            _start(supervisor, port, demo=not no_demo)
            if not supervisor.stopping.is_set():
                where = (
                    f"{settings.PUBLIC_ADDRESS}/ for a proxy that asks {here}" if settings.PRODUCTION else f"{here}/"
                )
                say("desk", f"READY {where} ({time.monotonic() - began:.1f} s)")
            supervisor.watch()
        except OSError as error:  # a disk that is full or read-only, and whatever else the machine refuses
            raise CommandError(f"The machine refuses what the desk needs: {error}") from None
        finally:
            say("desk", "stopping …")
            supervisor.stop()
            lock.close()
        say("desk", "stopped")


def _port(words: str) -> int:
    if not words.isdecimal() or not 1 <= int(words) <= LAST_PORT:
        raise ArgumentTypeError(f"{words!r} is no port; say a number from 1 to {LAST_PORT}")
    return int(words)


def _unless_given(name: str, value: str) -> None:
    """Set a variable for the processes of this desk, unless it says something already."""
    if not os.environ.get(name, "").strip():
        os.environ[name] = value


def _start(supervisor: Supervisor, port: int, *, demo: bool) -> None:
    say("desk", f"data folder {settings.DATA}")
    embedded = parts.embedded_broker()
    if embedded:
        supervisor.start(embedded)
    try:
        laying.begin(lambda line: say("desk", line))
    except DatabaseError as error:
        raise CommandError(f"The database does not answer or refuses: {error}") from None
    socket = settings.EMBEDDED_BROKER
    if socket is not None and not broker.wait_until_it_answers(socket):
        raise CommandError("The broker does not answer; its lines above say why.")
    _hand_in(demo=demo)
    connections.close_all()
    say("desk", "starting web server and worker …")
    supervisor.start(parts.web(port), parts.worker())
    _wait_until_ready(supervisor, port)
    supervisor.start(parts.beat())  # nobody waits for it: the worker's first act is a sweep of its own


def _hand_in(*, demo: bool) -> None:
    author = accounts.contributor()
    if demo and author and not settings.PRODUCTION and not Article.objects.exists():
        say("desk", f"demo article: {demonstration.submit(by=author)}")


def _wait_until_ready(supervisor: Supervisor, port: int) -> None:
    """Until the web server answers; the worker, which has more to load, is waited for a little longer."""
    began, answered = time.monotonic(), 0.0
    while not supervisor.stopping.is_set():
        now = time.monotonic()
        if not answered and web_answers(port):
            answered = now
        if answered and heard_since(settings.WORKER_QUEUES, now - began):
            return
        if answered and now - answered > WORKER_LATER:
            say("desk", "the worker is still starting: what comes in waits for it")
            return
        if now - began > PATIENCE:
            raise CommandError("The web server did not come up; the lines above say why.")
        supervisor.glance()
