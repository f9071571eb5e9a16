"""What a desk needs before its processes start; each step is done only where it is missing, and says so."""

import hashlib
from collections.abc import Callable, Iterable
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from claims.record import foundation

Say = Callable[[str], None]


def lay(say: Say) -> None:
    """Bring database, cache table, static files, roles and policy up to this version of the desk."""
    migrate(say)
    if "cache" not in connection.introspection.table_names():
        call_command("createcachetable", verbosity=0)
    collect(say)
    foundation.lay()


def migrate(say: Say) -> None:
    executor = MigrationExecutor(connection)
    steps = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if steps:
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
