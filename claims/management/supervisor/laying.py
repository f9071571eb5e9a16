"""What a desk needs before its processes start; each step is done only where it is missing, and says so."""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from claims.management.supervisor import accounts, folder
from claims.record import foundation, versions

Say = Callable[[str], None]
LAYING = 0x6465736B  # PostgreSQL's name for the lock of whoever lays a desk: any number that nobody else uses
PATIENCE = 600.0  # seconds for another to lay it: steps on a large desk take minutes
GLANCE = 0.2


def begin(say: Say) -> None:
    """Make a desk of this folder and this database, or bring one up to this version: alone, and with its first accounts."""
    data = Path(settings.DATA)
    folder.close_to_others(data, _file(), say)
    with alone(say):
        lay(say)
        made = accounts.make_first()
    if made:
        say(f"accounts (told once, kept in {data / accounts.FILE}):")
        for name, password in made:
            say(f"    {name:<14} {password}")


def _file() -> Path | None:
    """Where SQLite keeps the desk, if it does."""
    return Path(connection.settings_dict["NAME"]) if connection.vendor == "sqlite" else None


@contextmanager
def alone(say: Say) -> Iterator[None]:
    """Nobody else lays a desk in this database meanwhile. On SQLite whoever comes here holds the data folder already.

    The lock ends with a transaction of a connection of its own: one that ends with the session would be left behind by a pooler.
    """
    if connection.vendor != "postgresql":
        yield
        return
    other = connection.copy()
    try:
        other.set_autocommit(False)
        with other.cursor() as cursor:
            cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
            _wait_for(cursor, say)
            yield
    finally:
        other.close()


def _wait_for(cursor: Any, say: Say) -> None:
    end, told = time.monotonic() + PATIENCE, False
    while True:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LAYING])
        if cursor.fetchone()[0]:
            return
        if time.monotonic() > end:
            raise CommandError("Another desk is being laid in this database and does not come to an end.")
        if not told:
            say("database: another is laying it; waiting …")
            told = True
        time.sleep(GLANCE)


def lay(say: Say) -> None:
    """Bring database, cache table, static files, roles and policy up to this version of the desk."""
    migrate(say)
    if "cache" not in connection.introspection.table_names():
        call_command("createcachetable", verbosity=0)
    collect(say)
    foundation.lay()


def migrate(say: Say) -> None:
    if newer := versions.ahead():
        raise CommandError(
            f"The database is of a newer desk, which took {', '.join(newer)}. Run that version or a later one, or put a "
            "copy back that was kept before."
        )
    if steps := versions.behind():
        say(f"database: {len(steps)} steps to this version …")
        call_command("migrate", interactive=False, verbosity=0)


def collect(say: Say) -> None:
    """Collect the static files, if any of them has changed since the last time."""
    kept = Path(settings.STATIC_ROOT) / ".collected"
    now = _fingerprint()
    if kept.is_file() and kept.read_text() == now:
        return
    say("static files: collecting and compressing …")
    call_command("collectstatic", interactive=False, clear=True, verbosity=0, stdout=StringIO())
    kept.write_text(now)


def _fingerprint() -> str:
    digest = hashlib.sha256(type(staticfiles_storage).__name__.encode())
    for path in sorted(_static_files()):
        facts = path.stat()
        digest.update(f"{path}:{facts.st_size}:{facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _static_files() -> Iterable[Path]:
    for finder in get_finders():
        for name, storage in finder.list([]):
            yield Path(storage.path(name))
