"""``manage.py demo``: hand in the demo article."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.management.supervisor import accounts, demonstration


class Command(BaseCommand):
    """Hand in the demo article as the demo contributor; asked again, nothing changes."""

    help = __doc__

    def handle(self, *_: Any, **options: Any) -> None:
        author = accounts.contributor()
        if author is None:
            raise CommandError("There is no account “contributor” to hand it in; `manage.py run` makes one.")
        article = demonstration.submit(by=author)
        self.stdout.write(f"{article.get_absolute_url()} {article}")
