"""SQLite as Django speaks to it, with turns: the threads of one process wait for the file's one writer in a line.

SQLite lets those who wait sleep for up to 100 ms and look again: with sixteen reviewers some slept through every gap that others
left, and nobody worked meanwhile. Within a process the next thread is woken by
the one that has done; of each process one thread meets those of the others at the file, and looks again soon.
"""

import threading
import time
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3 import base

DEFAULT_TIMEOUT = 5.0  # seconds, as Python's own
GLANCE = 0.001  # seconds between two looks whether another process has done; a review holds the file for about four times that


class Turns:
    """One lock for each file; held from the beginning of a transaction to its end."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._locks: dict[str, threading.Lock] = {}

    def of(self, name: str) -> threading.Lock:
        with self._guard:
            return self._locks.setdefault(name, threading.Lock())


TURNS = Turns()


class DatabaseWrapper(base.DatabaseWrapper):
    """Waits for its turn before a transaction begins, at most as long as for the file itself."""

    _turn: "threading.Lock | None" = None

    @property
    def _timeout(self) -> float:
        return float(self.settings_dict["OPTIONS"].get("timeout", DEFAULT_TIMEOUT))

    def _start_transaction_under_autocommit(self) -> None:
        until = time.monotonic() + self._timeout
        turn = TURNS.of(str(self.settings_dict["NAME"]))
        if not turn.acquire(timeout=self._timeout):
            raise OperationalError("database is locked")
        self._turn = turn
        try:
            self._begin(until)
        except BaseException:
            self._done()
            raise

    def _begin(self, until: float) -> None:
        """Ask for the file often: of each process one thread at most stands here."""
        self.connection.execute("PRAGMA busy_timeout=0")
        try:
            while True:
                try:
                    super()._start_transaction_under_autocommit()  # type: ignore[misc]  # the stubs leave it out
                    return
                except OperationalError as error:
                    if "locked" not in str(error) or time.monotonic() > until:
                        raise
                time.sleep(GLANCE)
        finally:
            self.connection.execute(f"PRAGMA busy_timeout={self._timeout * 1000:.0f}")

    def _done(self) -> None:
        turn, self._turn = self._turn, None
        if turn is not None:
            turn.release()

    def _commit(self) -> Any:
        try:
            return super()._commit()  # type: ignore[misc]  # the stubs leave it out
        finally:
            self._done()

    def _rollback(self) -> Any:
        try:
            return super()._rollback()  # type: ignore[misc]  # the stubs leave it out
        finally:
            self._done()

    def _close(self) -> Any:
        try:
            return super()._close()  # type: ignore[misc]  # the stubs leave it out
        finally:
            self._done()
