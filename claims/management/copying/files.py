"""The files that rows name: what was taken in, handed in as evidence and archived, by whichever storage keeps it."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import connection
from django.db.models import FileField

FOLDER = "originals"
_CHUNK = 1024 * 1024
_DIGEST = 64  # characters: an original is called by its SHA-256


def named(cursor: Any) -> list[str]:
    """Every file that a row names, in the database that this cursor sees; a later version's columns may not be there yet."""
    names: set[str] = set()
    for table, column in _columns():
        sql = f"SELECT DISTINCT {column} FROM {table} WHERE {column} <> ''"  # noqa: S608  # names of our own, no values
        cursor.execute(sql)
        names.update(name for (name,) in cursor.fetchall())
    return sorted(names)


def _columns() -> Iterator[tuple[str, str]]:
    quoted = connection.ops.quote_name
    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
        for model in apps.get_models():
            table = model._meta.db_table
            fields = [field.column for field in model._meta.concrete_fields if isinstance(field, FileField)]
            if fields and table in there:
                columns = {column.name for column in connection.introspection.get_table_description(cursor, table)}
                yield from ((quoted(table), quoted(column)) for column in fields if column in columns)


def write(names: Iterable[str], folder: Path) -> tuple[dict[str, str], list[str]]:
    """Write these into a folder: the digest of each that is there, and those that are gone or not what their name says."""
    digests: dict[str, str] = {}
    wrong: list[str] = []
    for name in names:
        place = folder / name
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            with default_storage.open(name) as kept:
                digests[name] = _written(kept, place)
        except FileNotFoundError:
            wrong.append(name)
            continue
        if len(place.name) == _DIGEST and place.name != digests[name]:
            wrong.append(name)
    return digests, wrong


def _written(kept: "File[Any]", place: Path) -> str:
    digest = hashlib.sha256()
    with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        for chunk in kept.chunks(_CHUNK):
            digest.update(chunk)
            file.write(chunk)
    return digest.hexdigest()


def there() -> str:
    """What the storage holds already, in words; nothing where it is empty, whatever folders are left in it."""
    found = next(_kept(""), "")
    return f"{found} among the originals" if found else ""


def _kept(folder: str) -> Iterator[str]:
    try:
        folders, names = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}/{name}".lstrip("/") for name in names)
    for one in folders:
        yield from _kept(f"{folder}/{one}".lstrip("/"))


def put(names: Iterable[str], folder: Path) -> None:
    """Put these from a folder into the storage; what was put is taken away again if one cannot be."""
    done: list[str] = []
    try:
        for name in names:
            with (folder / name).open("rb") as kept:
                done.append(default_storage.save(name, File(kept)))
    except BaseException:
        take_away(done)
        raise


def take_away(names: Iterable[str]) -> None:
    for name in names:
        default_storage.delete(name)
