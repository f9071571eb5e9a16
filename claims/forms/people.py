"""The panel's form of an account."""

from __future__ import annotations  # Django's generic classes are not subscriptable at run time

from typing import TYPE_CHECKING, Any

from django.contrib.auth.forms import UserChangeForm
from django.utils.translation import gettext as _

from claims.forms.panel import SeeingForm
from claims.models import Role, User
from claims.record import accounts

if TYPE_CHECKING:
    ChangeForm = UserChangeForm[User]
else:
    ChangeForm = UserChangeForm


class PersonForm(SeeingForm, ChangeForm):
    """An account that somebody else changed meanwhile is shown again; the last administrator stays one."""

    was_administrator = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.was_administrator = accounts.is_one(self.instance)
        if self.was_administrator and not accounts.administrators().exclude(pk=self.instance.pk).exists():
            last = _("Not now: nobody else could give roles then. Make somebody else an administrator first.")
            if not cleaned.get("is_active", True):
                self.add_error("is_active", last)
            groups = cleaned.get("groups")
            if groups is not None and Role.ADMINISTRATOR not in {group.name for group in groups}:
                self.add_error("groups", last)
        return cleaned
