"""``manage.py sweep``: the sweeper by hand, or as a process of its own where no beat runs."""

import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connection

from claims import tasks


class Command(BaseCommand):
    """Find what was left behind: send again what waits too long, free what a dead worker held."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--loop", action="store_true", help="again and again, until stopped")

    def handle(self, *_: Any, loop: bool, **options: Any) -> None:
        self.stdout.write(f"{tasks.sweep()} woken")
        while loop:
            connection.close()
            time.sleep(settings.SWEEP_SECONDS)
            tasks.sweep()
