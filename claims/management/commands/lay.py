"""``manage.py lay``: what a desk needs before its processes start, for whoever starts them without ``run``."""

from argparse import ArgumentParser
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection

from claims.management.supervisor import folder, laying


class Command(BaseCommand):
    """Lay the desk or bring it up to this version: database, cache table, static files, roles, rights, policy, rating scale and a first administrator. Twice is harmless."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--data", help="the folder that holds everything of this desk (data/)")

    def handle(self, *_: Any, **options: Any) -> None:
        data = Path(settings.DATA)
        with ExitStack() as held:
            if connection.vendor == "sqlite":  # no desk runs on this file meanwhile
                held.enter_context(folder.hold(data))
            try:
                data.mkdir(mode=folder.OWNERS, parents=True, exist_ok=True)
                laying.begin(self.stdout.write)
            except DatabaseError as error:
                raise CommandError(f"The database does not answer or refuses: {error}") from None
            except OSError as error:  # a disk that is full or read-only
                raise CommandError(f"The machine refuses what the desk needs: {error}") from None
        self.stdout.write("the desk is laid")
