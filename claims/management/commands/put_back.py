"""``manage.py put_back FOLDER``: a copy becomes a desk again, in an empty place."""

import time
from argparse import ArgumentParser
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection

from claims.management.commands.verify_record import head_of
from claims.management.copying import putting_back
from claims.management.supervisor import folder as data_folder
from claims.models import ChainHead


class Command(BaseCommand):
    """Put a copy that `manage.py copy` made into an empty place, bring it up to this version and verify its record. What was under way is done again when the desk starts, and everybody signs in anew."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="the copy")
        parser.add_argument("--data", help="the folder that is to hold everything of this desk (data/)")
        parser.add_argument("--head", metavar="SEQUENCE:DIGEST", help="a head that was kept elsewhere, to compare")

    def handle(self, *_: Any, folder: Path, head: str | None, **options: Any) -> None:
        began = time.monotonic()
        with ExitStack() as held:
            if connection.vendor == "sqlite":  # no desk runs on this file meanwhile
                held.enter_context(data_folder.hold(Path(settings.DATA)))
            try:
                putting_back.put_back(folder.absolute(), head=head_of(head), say=self.stdout.write)
            except DatabaseError as error:
                raise CommandError(f"The database does not answer or refuses: {' '.join(str(error).split())}") from None
            except OSError as error:  # a disk that is full or read-only
                raise CommandError(f"The machine refuses what the desk needs: {error}") from None
        now = ChainHead.objects.get(pk=1)
        self.stdout.write(f"put back in {time.monotonic() - began:.1f} s; everybody signs in anew")
        self.stdout.write(f"head {now.sequence}:{now.digest}")
