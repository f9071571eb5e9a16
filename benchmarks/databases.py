"""A fresh database with the schema for one run of a benchmark: a SQLite file, and PostgreSQL where one answers."""

import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

POSTGRES = os.environ.get("BENCH_POSTGRES", "postgres://postgres@127.0.0.1:5432")
NAMES = ("sqlite", "postgresql")


def answering(only: str | None = None) -> Iterator[str]:
    """The databases to measure on, by name; that PostgreSQL does not answer is said."""
    if only in (None, "sqlite"):
        yield "sqlite"
    if only in (None, "postgresql"):
        try:
            psycopg.connect(f"{POSTGRES}/postgres", connect_timeout=2).close()
        except psycopg.OperationalError as error:
            print(f"postgresql: skipped, no server answers ({error.__class__.__name__})")
            return
        yield "postgresql"


@contextmanager
def laid(name: str) -> Iterator[dict[str, str]]:
    """The environment of a desk on an empty database of its own; all of it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="desk-bench-") as folder, emptied(name) as address:
        environment = os.environ | {"FACTCHECK_DATA": folder, "DJANGO_SETTINGS_MODULE": "factcheck.settings"}
        environment.pop("DATABASE_URL", None)
        if address:
            environment["DATABASE_URL"] = address
        subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], env=environment, check=True)
        yield environment


@contextmanager
def emptied(name: str) -> Iterator[str]:
    """The address of an empty PostgreSQL database that is dropped afterwards; nothing for SQLite, which needs no server."""
    if name == "sqlite":
        yield ""
        return
    database = f"desk_bench_{secrets.token_hex(4)}"
    _administer(f'CREATE DATABASE "{database}"')
    try:
        yield f"{POSTGRES}/{database}"
    finally:
        _administer(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')


def _administer(sql: str) -> None:
    with psycopg.connect(f"{POSTGRES}/postgres", autocommit=True) as connection:
        connection.execute(sql)
