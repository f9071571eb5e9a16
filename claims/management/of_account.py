"""What commands about one account have in common: it is named, and it is there."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.models import User


class AccountCommand(BaseCommand):
    """A command about the account whose user name is given."""

    otherwise = ""  # what to do where there is none of that name

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")

    def account(self, options: dict[str, Any]) -> User:
        """The account that was named; CommandError where there is none."""
        person = User.objects.filter(username=options["username"]).first()
        if person is None:
            raise CommandError(f"there is no account {options['username']!r}{self.otherwise}")
        return person
