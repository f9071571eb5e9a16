"""The first accounts: one per role with a random password, told once and kept where only the desk's owner reads."""

import os
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management.base import CommandError
from django.db import transaction

from claims.models import Role, User
from claims.models.states import IN_THE_PANEL

FILE = "accounts.txt"


def make_first() -> list[tuple[str, str]]:
    """Names and passwords of the accounts made now: none where anybody has an account already.

    They are made if they could be written down, and not otherwise; a folder that was a demonstration is refused in production.
    """
    if settings.PRODUCTION and (told := demonstration_left()):
        raise CommandError(told)
    if User.objects.exists():
        return []
    roles = [Role.ADMINISTRATOR] if settings.PRODUCTION else reversed(Role)
    with transaction.atomic():
        made = [(role.value, _make(role)) for role in roles]
        _keep(made)
    return made


def demonstration_left() -> str:
    """What to do about accounts of the demonstration that are open still, whose passwords lie in a file; or nothing."""
    addresses = {_address(role) for role in Role} - {_address(Role.ADMINISTRATOR)}
    left = User.objects.filter(is_active=True, email__in=addresses).values_list("username", flat=True)
    if not left:
        return ""
    return (
        f"Accounts of the demonstration are open still: {', '.join(left)}. Start the desk without PRODUCTION=1 and switch them off "
        f"in the administration, or give each an e-mail address and a password of its own; or name another folder with --data. "
        f"Change the administrator's password too (manage.py changepassword), and delete {FILE}."
    )


def _address(role: Role) -> str:
    return f"{role.value}@desk.example"


def _make(role: Role) -> str:
    password = secrets.token_urlsafe(12)
    person = User.objects.create_user(
        role.value, email=_address(role), password=password, is_staff=role in IN_THE_PANEL
    )
    person.groups.add(Group.objects.get(name=role))
    return password


def _keep(made: list[tuple[str, str]]) -> None:
    place = Path(settings.DATA) / FILE
    with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.writelines(f"{name}\t{password}\n" for name, password in made)


def contributor() -> User | None:
    """The demo account that hands in the demo article."""
    return User.objects.filter(username=Role.CONTRIBUTOR.value, is_active=True).first()
