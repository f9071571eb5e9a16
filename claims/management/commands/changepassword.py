"""A new password for somebody, from whoever has the machine."""

import getpass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import CommandError

from claims.management.of_account import AccountCommand
from claims.models import User
from claims.record import accounts, foundation

TRIES = 3


class Command(AccountCommand):  # in place of Django's, which nobody would hear of
    help = "Change an account's password; the record tells it, and the person gets a letter."

    def handle(self, *args: Any, **options: Any) -> None:
        person = self.account(options)
        self.stdout.write(f"A new password for {person.username}:")
        person.set_password(self._typed(person))  # before the change begins: while somebody types, nothing is held up
        foundation.lay()
        accounts.change_password(person, lambda: person.save(update_fields=["password"]), by=None)
        self.stdout.write(f"{person.username} comes in with the new password")

    def _typed(self, person: User) -> str:
        for _again in range(TRIES):
            typed, once_more = getpass.getpass(), getpass.getpass("Password (again): ")
            if typed != once_more:
                self.stderr.write("The two are not the same.")
                continue
            try:
                validate_password(typed, person)
            except ValidationError as wrong:
                self.stderr.write("\n".join(wrong.messages))
                continue
            return typed
        raise CommandError(f"nothing was changed after {TRIES} tries")
