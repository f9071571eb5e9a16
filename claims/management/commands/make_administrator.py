"""The way back when nobody is left who can manage accounts, or who could cannot come in."""

from typing import Any

from claims.management.of_account import AccountCommand
from claims.record import accounts, foundation


class Command(AccountCommand):
    help = "Make an account an administrator, and switch it on if it was off; the record tells it."

    otherwise = "; `manage.py createsuperuser` makes one"

    def handle(self, *args: Any, **options: Any) -> None:
        person = self.account(options)
        foundation.lay()
        accounts.make_administrator(person)
        self.stdout.write(f"{person.username} is an administrator, and comes in with the password of before")
