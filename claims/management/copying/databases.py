"""The database in a file: written as it stands at one moment, and put back where there is none; for both databases."""

import os
import shutil
import sqlite3
import subprocess
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management.base import CommandError
from django.db import connection
from django.db.backends.postgresql.client import DatabaseClient

# Whoever holds a session's number is let in without a password, and the cache counts tries: neither is part of a copy.
LEFT_OUT = (Session._meta.db_table, str(settings.CACHES["default"].get("LOCATION", "cache")))
_CHUNK = 1024 * 1024


class Database(ABC):
    """One kind of database, and the file in which a copy keeps it."""

    vendor: ClassVar[str]
    file: ClassVar[str]

    @abstractmethod
    def frozen(self, folder: Path) -> AbstractContextManager[Any]:
        """Write it into this folder while others write; a context with a cursor that sees the very moment that was written."""

    @abstractmethod
    def there(self) -> str:
        """What is where a copy is to be put, in words; nothing where the place is empty."""

    @abstractmethod
    def put(self, folder: Path) -> None:
        """Put what was written into this folder in its place: all of it or nothing."""


class SQLite(Database):
    vendor, file = "sqlite", "desk.sqlite3"

    @contextmanager
    def frozen(self, folder: Path) -> Iterator[Any]:
        """One reading transaction, beside which others write. Unlike a copy page by page it takes along nothing that was erased."""
        place = folder / self.file
        place.touch(mode=0o600)
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(place)])
        with closing(sqlite3.connect(place)) as written:
            written.execute("PRAGMA secure_delete = ON")
            for table in set(LEFT_OUT) & set(connection.introspection.table_names()):
                written.execute(f"DELETE FROM {_quoted(table)}")  # noqa: S608  # a table of ours
            written.commit()
            yield written.cursor()

    def there(self) -> str:
        """What lies beside a database counts too: an older one's log would be played into the one that is put there."""
        place = _place()
        found = sorted(one.name for one in place.parent.glob(f"{place.name}*"))
        return f"{', '.join(found)} in {place.parent}" if found else ""

    def put(self, folder: Path) -> None:
        place = _place()
        beside = place.with_name(f".{place.name}.coming")
        connection.close()
        with (folder / self.file).open("rb") as kept, os.fdopen(_private(beside), "wb") as coming:
            shutil.copyfileobj(kept, coming, _CHUNK)
            os.fsync(coming.fileno())
        beside.rename(place)


class PostgreSQL(Database):
    vendor, file = "postgresql", "desk.dump"

    @contextmanager
    def frozen(self, folder: Path) -> Iterator[Any]:
        """pg_dump reads what a transaction of ours sees, which stays open meanwhile."""
        place = folder / self.file
        place.touch(mode=0o600)
        other = connection.copy()
        try:
            other.set_autocommit(False)
            with other.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
                cursor.execute("SET LOCAL statement_timeout = 0")
                cursor.execute("SELECT pg_export_snapshot()")
                [(snapshot,)] = cursor.fetchall()
                left_out = [f"--exclude-table-data={table}" for table in LEFT_OUT]
                _client("pg_dump", "-Fc", f"--snapshot={snapshot}", *left_out, f"--file={place}")
                yield cursor
        finally:
            other.close()

    def there(self) -> str:
        tables = sorted(connection.introspection.table_names())
        return f"{len(tables)} tables in the database, {tables[0]} among them" if tables else ""

    def put(self, folder: Path) -> None:
        whole = ("--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges")
        _client("pg_restore", *whole, str(folder / self.file))


KINDS: dict[str, Database] = {kind.vendor: kind for kind in (SQLite(), PostgreSQL())}


def _place() -> Path:
    return Path(connection.settings_dict["NAME"])


def _private(place: Path) -> int:
    return os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def _client(program: str, *words: str) -> None:
    """Run one of PostgreSQL's own programs on the desk's database; a password goes by the environment, where nobody lists it."""
    given, secret = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
    name = connection.settings_dict[
        "NAME"
    ]  # Django's way to psql names it last, if at all; pg_restore takes no such word
    where = given[1:-1] if name else given[1:]
    command = [program, "--no-password", *where, f"--dbname={name}", *words]
    try:
        done = subprocess.run(command, env=os.environ | (secret or {}), capture_output=True, text=True, check=False)  # noqa: S603  # ours, word by word
    except FileNotFoundError:
        raise CommandError(f"{program} is not on this machine: install PostgreSQL's client programs.") from None
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line.startswith(program)]
        raise CommandError(" ".join(said) or f"{program} ended with {done.returncode}.")
