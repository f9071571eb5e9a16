"""The first accounts: one per role with a random password, told once and kept where only the desk's owner reads."""

import os
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group

from claims.models import Role, User
from claims.models.states import IN_THE_PANEL

FILE = "accounts.txt"


def make_first() -> list[tuple[str, str]]:
    """Names and passwords of the accounts made now: none where anybody has an account already."""
    if User.objects.exists():
        return []
    roles = [Role.ADMINISTRATOR] if settings.PRODUCTION else reversed(Role)
    made = [(role.value, _make(role)) for role in roles]
    _keep(made)
    return made


def _make(role: Role) -> str:
    password = secrets.token_urlsafe(12)
    person = User.objects.create_user(
        role.value, email=f"{role.value}@desk.example", password=password, is_staff=role in IN_THE_PANEL
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
