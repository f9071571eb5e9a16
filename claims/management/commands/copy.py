"""``manage.py copy FOLDER``: the whole desk as it stands, while it works."""

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.template.defaultfilters import filesizeformat

from claims.management.copying import making


class Command(BaseCommand):
    """Copy the whole desk into a new folder, while it works: database, files, a list with their digests, and the head of the record, which the last line tells for keeping elsewhere."""

    help = __doc__
    requires_system_checks: list[str] = []  # a desk of which something is wrong is the first to be copied

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="where to make the copy; it must not be there yet")
        parser.add_argument("--data", help="the data folder of the desk to copy (data/)")

    def handle(self, *_: Any, folder: Path, **options: Any) -> None:
        began = time.monotonic()
        try:
            made = making.make(folder.absolute())
        except DatabaseError as error:
            raise CommandError(f"The database does not answer or refuses: {' '.join(str(error).split())}") from None
        except OSError as error:  # a disk that is full or read-only
            raise CommandError(f"The machine refuses what the copy needs: {error}") from None
        size, seconds = filesizeformat(made.size).replace("\xa0", " "), time.monotonic() - began
        told = f"{sum(made.rows.values())} rows, {made.files} files, {size}, in {seconds:.1f} s"
        self.stdout.write(f"the copy is in {folder.absolute()}: {told}")
        self.stdout.write(f"head {made.head}")
        if made.wrong:
            raise CommandError(
                f"The copy is made, but {len(made.wrong)} files that the desk names are gone or not what they were, "
                f"in the desk itself: {', '.join(made.wrong)}"
            )
