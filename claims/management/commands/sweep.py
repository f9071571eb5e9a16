"""``manage.py sweep``: the sweeper by hand, or as a process of its own where no beat runs."""

import logging
import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from claims import tasks
from claims.record import work
from claims.record.errors import first_words

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Find what was left behind: send again what waits too long, free what a dead worker held."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--loop", action="store_true", help="instead of celery beat: again and again, until stopped"
        )

    def handle(self, *_: Any, loop: bool, **options: Any) -> None:
        try:
            if loop:
                self.go_round()
            else:
                self.once()
        except KeyboardInterrupt:
            self.stdout.write("stopped")

    def once(self) -> None:
        done = tasks.sweep()
        self.stdout.write(f"{done.woken} woken")
        if done.failed:
            raise CommandError(f"{', '.join(done.failed)} failed; the log says why")

    def go_round(self) -> None:
        """All that beat does: a round, and from time to time a sign of life on its way through each queue."""
        signs_due = time.monotonic()
        while True:
            try:
                tasks.sweep()
            except Exception as error:  # noqa: BLE001  # a database that is away comes back; nobody has to be called
                logger.error("the sweeper's round failed: %s", first_words(error) or type(error).__name__)
            finally:
                connection.close()
            if time.monotonic() >= signs_due:
                work.ask_for_signs()
                signs_due = time.monotonic() + settings.SIGN_OF_LIFE_SECONDS
            time.sleep(settings.SWEEP_SECONDS)
