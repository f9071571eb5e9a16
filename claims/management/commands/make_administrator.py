"""The way back when nobody is left who can manage accounts, or who could cannot come in."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.models import User
from claims.record import accounts, foundation


class Command(BaseCommand):
    help = "Make an account an administrator, and switch it on if it was off; the record tells it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> None:
        person = User.objects.filter(username=options["username"]).first()
        if person is None:
            raise CommandError(f"there is no account {options['username']!r}; `manage.py createsuperuser` makes one")
        foundation.lay()
        accounts.make_administrator(person)
        self.stdout.write(f"{person.username} is an administrator, and comes in with the password of before")
