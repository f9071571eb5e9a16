"""What every process of a desk with faults built in does differently: it waits longer for the child that reads a file, and
shorter before it starts again what was killed for the tenth time."""

from django.apps import AppConfig

LONGEST_PAUSE = 1.0  # seconds: how the pause grows is tested where nothing is killed (tests/management)
PATIENCE = 10  # times the desk's own: on a busy machine a good file would be refused for the machine's sake


class Faults(AppConfig):
    name = "tests.faults"

    def ready(self):
        from claims.ingest import documents
        from claims.management.supervisor import processes

        processes.LONGEST_PAUSE = LONGEST_PAUSE
        child = documents._child
        documents._child = lambda kind, raw, known, patience: child(kind, raw, known, patience * PATIENCE)


class Newer(AppConfig):
    """What a newer desk has beyond ours; only processes with the settings ``tests.faults.newer`` know it."""

    name, label = "tests.faults.newer_steps", "newer"

    def ready(self):
        from django.db import models

        from claims.models import Claim

        models.CharField(max_length=10, default="newer").contribute_to_class(Claim, "of_a_newer_desk")
