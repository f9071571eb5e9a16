"""Whether database and desk are of one version: which steps one of them knows and the other does not."""

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
    known = MigrationLoader(None).disk_migrations
    taken = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in taken if app == APP and (app, name) not in known)
