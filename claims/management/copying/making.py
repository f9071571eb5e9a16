"""Makes a copy: the database first, then the files that its rows name. Files are kept before a row names them and never taken away."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.db import connection

from claims.management.copying import files, manifest
from claims.management.copying.databases import KINDS, LEFT_OUT, Database
from claims.management.copying.manifest import Manifest
from claims.record import versions


def make(folder: Path) -> Manifest:
    """Make a copy in a folder that is not there yet: all of it, or no such folder. The desk may work meanwhile."""
    if newer := versions.ahead():
        raise CommandError(f"The database is of a newer desk, which took {', '.join(newer)}: let that version copy it.")
    database = KINDS[connection.vendor]
    with _beside(folder) as unfinished, database.frozen(unfinished) as cursor:
        moment = _moment(database, cursor)
        digests, wrong = files.write(files.named(cursor), unfinished / files.FOLDER)
        listed = {f"{files.FOLDER}/{name}": digest for name, digest in digests.items()}
        listed[database.file] = manifest.digest_of(unfinished / database.file)
        size = sum((unfinished / name).stat().st_size for name in listed)
        made = replace(moment, files=len(digests), size=size, wrong=wrong)
        manifest.write(made, unfinished, listed)
    return made


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """A private folder that gets its name when all of it lies on the disk: what has the name is whole."""
    if folder.exists():
        raise CommandError(f"{folder} is there already, and no copy is written over: name a folder that is not.")
    if not folder.parent.is_dir():
        raise CommandError(f"There is no folder {folder.parent} to make the copy in.")
    unfinished = Path(tempfile.mkdtemp(prefix=f".{folder.name}.unfinished-", dir=folder.parent))
    try:
        yield unfinished
        os.sync()
        unfinished.rename(folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def _moment(database: Database, cursor: Any) -> Manifest:
    """What the database says of the moment that is copied."""

    def asked(sql: str) -> list[Any]:
        cursor.execute(sql)
        return list(cursor.fetchall())

    quoted = connection.ops.quote_name
    tables = sorted(set(connection.introspection.table_names()) - set(LEFT_OUT))
    heads = asked("SELECT sequence, digest FROM claims_chainhead") if "claims_chainhead" in tables else []
    if not heads:
        raise CommandError("There is no desk in this database: nothing was copied.")
    [(sequence, digest)] = heads
    steps = asked("SELECT name FROM django_migrations WHERE app = 'claims' ORDER BY name")  # as versions.APP
    counted = {table: asked(f"SELECT count(*) FROM {quoted(table)}")[0][0] for table in tables}  # noqa: S608  # tables of ours
    return Manifest(
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        database=database.vendor,
        steps=[name for (name,) in steps],
        head=f"{sequence}:{digest}",
        rows=counted,
        files=0,
        size=0,
        wrong=[],
    )
