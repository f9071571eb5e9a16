"""Whose turn it is to wait for somebody else's server, where a desk has few processes for all its work.

On one machine two children do everything. Both waiting for servers that do not answer would keep every article from being read, so
one goes out at a time there (`ONE_GOES_OUT`, set by `run`); where a worker has the queue `fetch` to itself, nobody waits.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings


@contextmanager
def turn() -> Iterator[bool]:
    """Whether it is ours; the kernel gives it back when the process that had it is gone."""
    if not settings.ONE_GOES_OUT:
        yield True
        return
    with (Path(settings.DATA) / "going-out.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
