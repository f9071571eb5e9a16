"""Puts a copy into an empty place: nothing is touched before all of it was looked at, and what was under way begins anew."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection

from claims.management.copying import files, manifest
from claims.management.copying.databases import KINDS
from claims.management.copying.manifest import Manifest
from claims.management.supervisor import laying
from claims.record import events, recovery, rows, versions

Say = Callable[[str], None]


def put_back(folder: Path, *, head: tuple[int, str] | None, say: Say) -> Manifest:
    """Put this copy in place and bring it up to this version; CommandError where the place is not empty or the copy not whole."""
    made = manifest.read(folder)
    _suits(made)
    _is_empty()
    names = manifest.checked(folder)
    say(f"the copy of {made.made} is whole: {made.files} files, {sum(made.rows.values())} rows")
    with laying.alone(say):
        _put(folder, names)
    _is_all_there(made)
    laying.begin(say)
    _stands(made, head, say)
    for what, count in recovery.resume(made=made.made, head=made.head).items():
        say(f"under way or waiting when it was copied, and done by the workers now: {count} {what}")
    return made


def _suits(made: Manifest) -> None:
    if made.database != connection.vendor:
        raise CommandError(f"The copy is one of {made.database}, and this desk's database is {connection.vendor}.")
    if newer := sorted(set(made.steps) - versions.known()):
        raise CommandError(
            f"The copy is of a newer desk, which took {', '.join(newer)}: put it back with that version or a later one."
        )


def _is_empty() -> None:
    if found := KINDS[connection.vendor].there() or files.there():
        raise CommandError(
            f"This place is not empty: it holds {found}. A copy is put where there is no desk; name another folder or "
            "database, or move away what is there."
        )


def _put(folder: Path, names: list[str]) -> None:
    """The files first, as where they came from: no row ever names one that is not there."""
    prefix = f"{files.FOLDER}/"
    originals = [name.removeprefix(prefix) for name in names if name.startswith(prefix)]
    files.put(originals, folder / files.FOLDER)
    try:
        KINDS[connection.vendor].put(folder)
    except BaseException:
        files.take_away(originals)
        raise


def _is_all_there(made: Manifest) -> None:
    quoted = connection.ops.quote_name
    with connection.cursor() as cursor:
        for table, count in made.rows.items():
            cursor.execute(f"SELECT count(*) FROM {quoted(table)}")  # noqa: S608  # a table of ours, quoted
            if (found := cursor.fetchone()[0]) != count:
                raise CommandError(f"The database was not put back whole: {table} has {found} rows of {count}.")


def _stands(made: Manifest, head: tuple[int, str] | None, say: Say) -> None:
    """The record goes through the head of the copy, and through one that was kept elsewhere; the rows are as it tells them."""
    for kept in [made.event, *([head] if head else [])]:
        proof = events.verify(head=kept)
        if proof.flaw is not None:
            raise CommandError(_found(f"event {proof.flaw.sequence}: {proof.flaw.what}"))
    compared = rows.compare()
    if compared.flaw is not None:
        raise CommandError(_found(compared.flaw))
    say(f"{proof.events} events verified, {compared.rows} rows stand as the record tells them")


def _found(flaw: str) -> str:
    return f"The copy is in {settings.DATA} and its database, but do not start it before this is understood: {flaw}"
