"""A process works on few requests at once; the others wait in the order in which they came.

Python computes in one thread at a time. A thread that comes back from the database waits behind all others that compute, and it
may hold what colleagues in other processes wait for: eight at once made a review slower for everybody, and the slowest much slower.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from typing import Any

from django.core.exceptions import ImproperlyConfigured

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

SMALL = 64 * 1024  # bytes of a form; what is longer, a file or a paste, may come slowly and waits for nobody
NEAR = ("localhost", "127.0.0.1", "::1")
PATIENCE = 1.0  # seconds; whoever waited so long goes in: something outside, a broker or a lock, holds those in front


def places(database: Mapping[str, Any]) -> int:
    """How many requests a web process works on at once, by the entry of its database in the settings.

    SQLite answers inside the process: with one at a time nobody loses Python's turn at each statement, which is where two would
    change places. PostgreSQL on the same machine answers soon and computes on the same cores; one elsewhere is waited for.
    """
    if "postgresql" not in database["ENGINE"]:
        return 1
    host = database.get("HOST") or "localhost"  # without a host it is asked by a socket in a folder of this machine
    return 2 if host in NEAR or host.startswith("/") else 3


class Line:
    """So many places; who finds none waits, the first one first."""

    def __init__(self, places: int) -> None:
        self._guard = threading.Lock()
        self._free = places
        self._waiting: deque[threading.Lock] = deque()

    def enter(self, patience: float | None = None) -> bool:
        """Wait for a place; whether one was given before patience ran out."""
        with self._guard:
            if self._free:
                self._free -= 1
                return True
            called = threading.Lock()
            called.acquire()
            self._waiting.append(called)
        if called.acquire(timeout=PATIENCE if patience is None else patience):
            return True
        with self._guard:
            if called in self._waiting:
                self._waiting.remove(called)
                return False
        return True  # called in this very moment

    def leave(self) -> None:
        """Give one's place to the first who waits."""
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._free += 1


class InTurn:
    """A web application of which so many requests are worked on at once."""

    def __init__(self, application: Application, at_once: int) -> None:
        if at_once < 1:
            raise ImproperlyConfigured(f"WEB_AT_ONCE is {at_once}; a web process works on one request at least.")
        self._application = application
        self._line = Line(at_once)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        length = _length(environ)
        if length > SMALL:
            return self._application(environ, start_response)
        if length:  # whoever sends slowly has no place meanwhile
            environ["wsgi.input"] = BytesIO(environ["wsgi.input"].read(length))
        placed = self._line.enter()
        try:
            return self._application(environ, start_response)
        finally:
            if placed:
                self._line.leave()


def _length(environ: dict[str, Any]) -> int:
    told = environ.get("CONTENT_LENGTH") or "0"
    return int(told) if told.isdecimal() else 0
