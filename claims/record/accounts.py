"""Accounts: that somebody can always let people in, and that whoever takes one over leaves a trace its owner sees."""

from collections.abc import Callable

from django.contrib.auth.models import Group
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from claims.models import Role, User
from claims.record import events
from claims.record.refusals import IllegalMove


def administrators() -> QuerySet[User]:
    """Who can give roles and make accounts: by their role, not by what Django calls a superuser."""
    return User.objects.filter(is_active=True, groups__name=Role.ADMINISTRATOR)


def is_one(person: User) -> bool:
    """Whether this account, as it is stored, lets somebody manage accounts; one that Django calls a superuser does, without a role."""
    return User.objects.filter(pk=person.pk, is_active=True, is_superuser=True).exists() or (
        administrators().filter(pk=person.pk).exists()
    )


def require_one() -> None:
    """Raise IllegalMove where nobody is left; said after the event, which those wait for who take each other's role away."""
    if not administrators().exists():
        raise IllegalMove(
            _("Not now: nobody would be left who can give roles. Make somebody else an administrator first.")
        )


def make_administrator(person: User) -> User:
    """Whoever has the machine lets somebody in as administrator, when no administrator can."""
    with transaction.atomic():
        before = _roles(person)
        person.groups.add(Group.objects.get(name=Role.ADMINISTRATOR))
        was_active = person.is_active
        person.is_active = person.is_staff = True
        person.save(update_fields=["is_active", "is_staff"])
        told: dict[str, object] = {"before": before, "after": _roles(person)}
        if not was_active:
            told |= {"was": {"is_active": False}, "is": {"is_active": True}}
        events.append("make_administrator", person, by=None, payload=told)
    return person


def _roles(person: User) -> list[str]:
    return sorted(person.groups.values_list("name", flat=True))


def change_password(person: User, change: Callable[[], object], *, by: User | None) -> None:
    """Have a password changed, with its event and a letter to the person; *by* is None where a letter opened the page.

    The record says who did it and whether there is a password, and nothing else of it.
    """
    with transaction.atomic():
        before = User.objects.values_list("password", flat=True).get(pk=person.pk)
        change()
        now = User.objects.get(pk=person.pk)
        if now.password == before:
            return
        events.append("set_password", now, by=by, payload={"usable": now.has_usable_password()})
        said = _("The password of your account “%(name)s” was changed.") % {"name": now.username}
        _write(now.email, _("Your password was changed"), said)


def tell_of_new_address(person: User, *, was: str) -> None:
    """Write to the address that an account had before: the next letters, the one that sets a password too, go elsewhere."""
    said = _("The e-mail address of your account “%(name)s” was changed: letters to you go to another address now.")
    _write(was, _("Your e-mail address was changed"), said % {"name": person.username})


def _write(address: str, subject: str, said: str) -> None:
    """A letter when the change is certain; a mail server that is away undoes nothing, and the log has what it answered."""
    if not address:
        return
    text = f"{said}\n\n{_('If that was not you and you did not ask for it, tell an administrator.')}\n"

    def send() -> None:
        send_mail(subject, text, None, [address])

    transaction.on_commit(send, robust=True)
