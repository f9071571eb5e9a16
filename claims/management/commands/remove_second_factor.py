"""The way back for whoever lost the device of their second factor, when no administrator can come in."""

from typing import Any

from django.core.management.base import CommandError

from claims.management.of_account import AccountCommand
from claims.record import second_factor
from claims.record.refusals import Refusal


class Command(AccountCommand):
    help = "Remove the second factor of an account, and its recovery codes; the record tells it."

    def handle(self, *args: Any, **options: Any) -> None:
        person = self.account(options)
        try:
            second_factor.remove(person, by=None)
        except Refusal as refusal:
            raise CommandError(refusal.message) from refusal
        self.stdout.write(
            f"{person.username} comes in with the password alone, and is asked to set up another if the policy wants one"
        )
