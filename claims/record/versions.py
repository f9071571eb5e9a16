"""Whether database and desk are of one version: which steps one of them knows and the other does not."""

from functools import cache

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

APP = "claims"  # of the desk's own steps alone: a package may drop old ones of its own


def behind() -> list[str]:
    """The steps to this version that the database has not taken yet."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{step.app_label}.{step.name}" for step, _ in plan]


def ahead() -> list[str]:
    """The steps that a newer desk has taken with this database, and of which this version knows nothing."""
    taken = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in taken if app == APP and name not in known())


@cache
def known() -> frozenset[str]:
    """The desk's own steps of this version, as they lay on the disk when this process first asked: an upgrade may change them under it."""
    return frozenset(name for app, name in MigrationLoader(None).disk_migrations if app == APP)


def apart() -> bool:
    """Whether the database is of another version, older or newer: one short question, for who asks it often."""
    taken = MigrationRecorder.Migration.objects.filter(app=APP)
    return known() != set(taken.values_list("name", flat=True))
