"""An administrator's account, from whoever has the machine."""

from typing import Any

from django.contrib.auth.management.commands import createsuperuser
from django.db.models.signals import post_save

from claims.models import User
from claims.record import accounts, foundation


class Command(createsuperuser.Command):  # in place of Django's, whose accounts have no role and no event
    help = "Make an administrator's account; the record tells it."

    def handle(self, *args: Any, **options: Any) -> None:
        foundation.lay()
        post_save.connect(
            self._made, sender=User
        )  # Django's command asks for the name itself, and does not hand the account on
        try:
            super().handle(*args, **options)
        finally:
            post_save.disconnect(self._made, sender=User)

    def _made(self, *, instance: User, created: bool, **_told: Any) -> None:
        if created:
            accounts.make_administrator(instance)
