"""The data folder: made for its owner alone, held by one desk, and looked at when it was there before."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path
from typing import IO

from django.core.management.base import CommandError

OWNERS = 0o700
_OTHERS = 0o077
_STRANGERS = 0o007  # whoever is not even of the group, with which its owner may share a file
# What holds accounts, drafts and keys. Static files and originals have settings of their own.
_PRIVATE = ("desk.sqlite3*", "secret-key", "accounts.txt", "beat*", "run.lock")


def hold(data: Path) -> IO[str]:
    """Hold the data folder: two desks in one folder would share one broker and stop each other's."""
    try:
        data.mkdir(mode=OWNERS, parents=True, exist_ok=True)
        file = (data / "run.lock").open("w")
    except OSError as error:
        raise CommandError(f"The data folder cannot be written: {error}") from None
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise CommandError(
            f"A desk is running on {data} already. Stop it, or name another folder: --data DIR"
        ) from None
    return file


def close_to_others(data: Path, database: Path | None, say: Callable[[str], None]) -> None:
    """Keep what is in it from others on this machine, and say so if they may look into the folder.

    The folder itself is left as its owner set it, who may share it with a proxy or a backup. An SQLite file is made here: SQLite
    would make it as the process's mask allows, and gives what lies beside it the same mode.
    """
    if database is not None and not database.exists():
        database.touch(mode=0o600)
    for pattern in _PRIVATE:
        for file in sorted(data.glob(pattern)):
            _close(file, say)
    mode = data.stat().st_mode & 0o777
    if mode & _OTHERS:
        say(f"others on this machine may look into {data} (mode {mode:o}): chmod 700 {data}")


def _close(file: Path, say: Callable[[str], None]) -> None:
    facts = file.stat()
    if not file.is_file() or not facts.st_mode & _STRANGERS:
        return
    if facts.st_uid == os.geteuid():
        file.chmod(facts.st_mode & 0o770)
    else:
        say(
            f"others on this machine may look into {file} (mode {facts.st_mode & 0o777:o}), which another user owns: chmod o= {file}"
        )
