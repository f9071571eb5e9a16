"""Read old articles again with the present pipeline; see first what would change, stop at any time and go on later."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from claims.extraction import pipeline
from claims.extraction.types import Unreadable
from claims.extraction.version import VERSION
from claims.ingest import rereading
from claims.models import ExtractionRun, TextVersion
from claims.record.work import wake


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--preview", action="store_true", help="show what would change, and change nothing")
        parser.add_argument("--limit", type=int, default=0, help="at most so many articles; the next call goes on")

    def handle(self, *args: Any, **options: Any) -> None:
        texts = rereading.waiting()
        chosen = texts[: options["limit"] or None]
        self.stdout.write(f"{len(texts)} articles were not read by pipeline {VERSION} yet.")
        for text in chosen:
            if options["preview"]:
                self.preview(text)
            else:
                self.begin(text)
        if not options["preview"]:
            self.stdout.write(f"{len(chosen)} queued; the workers read them.")

    def begin(self, text: TextVersion) -> None:
        """One Work per text: whatever stops it, the sweeper or the next call goes on."""
        with transaction.atomic():
            run, new = ExtractionRun.objects.get_or_create(text_version=text, pipeline_version=VERSION)
            if new:
                wake(run)

    def preview(self, text: TextVersion) -> None:
        article = text.article
        try:
            read = pipeline.load().run(text.text, title=article.title or None, date=article.dated)
        except Unreadable as reason:
            self.stdout.write(f"{article}: {reason}")
            return
        plan = rereading.plan(text, read.claims)
        self.stdout.write(
            f"{article}: {len(plan.kept)} stay, {len(plan.new)} new, {len(plan.replaced)} give way"
            + (f", {len(plan.back)} come back" if plan.back else "")
        )
        for claim in plan.replaced:
            self.stdout.write(f"  - {claim.wording}")
        for index in plan.new:
            self.stdout.write(f"  + {read.claims[index].text}")
