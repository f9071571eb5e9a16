"""The settings of a desk that is newer than this one by a step (F112): its claims have a column that ours know nothing of."""

from tests.faults.settings import *  # noqa: F403  # a settings file takes over all names

INSTALLED_APPS = [*INSTALLED_APPS, "tests.faults.apps.Newer"]  # noqa: F405  # from the star above
MIGRATION_MODULES = {"claims": "tests.faults.newer_steps"}
