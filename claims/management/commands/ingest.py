"""``manage.py ingest FILE|URL…``: take in articles from scripts, by the same verbs as the form."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.ingest import articles, documents, files
from claims.ingest.articles import Taken
from claims.models import User
from claims.record.refusals import Refusal


class Command(BaseCommand):
    """Take in each file or address; one line per article, one per refusal. The exit status is 1 if any was refused."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("given", nargs="+", metavar="FILE|URL")
        parser.add_argument("--by", required=True, metavar="USER", help="the account in whose name they are taken in")

    def handle(self, *_: Any, given: list[str], by: str, **options: Any) -> None:
        person = User.objects.filter(username=by, is_active=True).first()
        if person is None:
            raise CommandError(f"There is no active account “{by}”.")
        refused = 0
        for one in given:
            try:
                taken = self.take_in(one, person)
            except (Refusal, OSError, ValueError) as reason:
                refused += 1
                self.stderr.write(f"{one}: {getattr(reason, 'strerror', None) or reason}")
            else:
                self.stdout.write(f"{taken.article.get_absolute_url()} {one}{' (here already)' * taken.repeated}")
        if refused:
            raise CommandError(f"{refused} of {len(given)} refused.")

    def take_in(self, one: str, person: User) -> Taken:
        """An address is fetched in the background; a file is read at once. Said again, nothing is taken in twice."""
        if "://" in one:
            return articles.submit(address=one, by=person)
        path = Path(one)
        documents.measured(path.stat().st_size)
        return files.submit_file(path.read_bytes(), name=path.name, by=person, key="ingest")
