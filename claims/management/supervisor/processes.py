"""One process of the desk: started in a group of its own, its lines prefixed, restarted after a growing pause."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

FIRST_PAUSE = 0.5  # seconds before a dead process is started again
LONGEST_PAUSE = 15.0  # it doubles up to this cap; nobody has to be called when the cause goes away
STEADY = 15.0  # after so many seconds alive, the next death counts as the first again
_PR_SET_PDEATHSIG = 1  # Linux: a child is told when its parent dies, even by kill -9

_libc = ctypes.CDLL(None) if sys.platform == "linux" else None
_printing = threading.Lock()


def say(name: str, line: str) -> None:
    """One line of the log, prefixed by who says it."""
    with _printing:
        sys.stdout.write(f"{name:<6} | {line}\n")
        sys.stdout.flush()


def _die_with_parent() -> None:
    if _libc is not None:
        _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


@dataclass
class Process:
    """A part of the desk that has to stay alive. Start it from the main thread: it dies with the thread that began it."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    folder: Path
    clock: Callable[[], float] = time.monotonic
    child: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    deaths: int = 0
    due_at: float | None = None
    _reader: threading.Thread | None = field(default=None, repr=False)

    def start(self) -> None:
        self.due_at = None
        self.started_at = self.clock()
        self.child = subprocess.Popen(  # noqa: S603  # the command is ours, word by word
            self.command,
            cwd=self.folder,
            env=dict(self.environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=_die_with_parent,  # one system call, no Python lock taken
        )
        self._reader = threading.Thread(target=_relay, args=(self.name, self.child), daemon=True)
        self._reader.start()

    @property
    def alive(self) -> bool:
        return self.child is not None and self.child.poll() is None

    def tend(self) -> None:
        """Notice a death, clear up what it left, and start it again when its pause is over."""
        if self.alive:
            return
        if self.due_at is None:
            self.due_at = self.clock() + self._pause()
        elif self.clock() >= self.due_at:
            self.start()

    def _pause(self) -> float:
        self.kill()  # orphans of a killed parent hold sockets and memory
        self.deaths = 1 if self.clock() - self.started_at > STEADY else self.deaths + 1
        pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** (self.deaths - 1))
        status = self.child.returncode if self.child else None
        say("desk", f"{self.name} stopped ({_cause(status)}); it starts again in {pause:g} s")
        return pause

    def ask_to_stop(self) -> None:
        if self.child is not None and self.alive:
            self.child.terminate()

    def wait(self, seconds: float) -> bool:
        """Whether it ended within so many seconds."""
        if self.child is None:
            return True
        try:
            self.child.wait(timeout=max(0.0, seconds))
        except subprocess.TimeoutExpired:
            return False
        return True

    def kill(self) -> None:
        """End it and everything that it started, now."""
        if self.child is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.child.pid, signal.SIGKILL)
        self.child.wait()

    def close(self) -> None:
        """Wait for its last lines, once it has ended."""
        if self._reader is not None:
            self._reader.join(timeout=5)


def _relay(name: str, child: subprocess.Popen[bytes]) -> None:
    assert child.stdout is not None  # noqa: S101  # we asked for the pipe
    for raw in child.stdout:
        if line := raw.decode(errors="replace").rstrip():
            say(name, line)
    child.stdout.close()


def _cause(status: int | None) -> str:
    if status is None or status >= 0:
        return f"exit status {status}"
    return f"signal {signal.Signals(-status).name}"
