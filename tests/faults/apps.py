"""What every process of a desk with faults built in does differently: it waits longer for the child that reads a file."""

from django.apps import AppConfig

PATIENCE = 10  # times the desk's own: on a busy machine a good file would be refused for the machine's sake


class Faults(AppConfig):
    name = "tests.faults"

    def ready(self):
        from claims.ingest import documents

        child = documents._child
        documents._child = lambda kind, raw, known, patience: child(kind, raw, known, patience * PATIENCE)
