"""Who works at the desk."""

from functools import cached_property
from typing import TYPE_CHECKING

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from claims.models.names import alphabets, has_unseen, is_mixed, likeness
from claims.models.states import Role

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class User(AbstractUser):
    """A person with an account; roles are groups, and authority over verdicts comes from them alone."""

    display_name = models.CharField(_("name shown to colleagues"), max_length=120, blank=True)
    single_keys = models.BooleanField(
        _("single-key shortcuts"),
        default=True,
        help_text=_("Switch off if you speak to your computer or press keys by accident (WCAG 2.1.4)."),
    )

    # what does not come by e-mail; it is on the list of notifications all the same
    mail_off = models.JSONField(_("notifications that are not e-mailed"), default=list, blank=True)

    owes_factor = False  # the desk policy asks for a second factor that is not there; whoever reads the session says so

    class Meta:
        ordering = ["username"]

    def __str__(self) -> str:
        return self.display_name or self.get_full_name() or self.username

    def clean(self) -> None:
        """Refuse names and an address that are another's, or look like another's.

        Only what is new of them: an account from before these rules can still be switched off.
        """
        super().clean()
        wrong = self._unreadable() or self.clashes()
        if wrong:
            raise ValidationError(wrong)

    def _unreadable(self) -> dict[str, "StrOrPromise"]:
        wrong: dict[str, StrOrPromise] = {}
        if len(alphabets(self.username or "")) > 1:
            wrong["username"] = _("The letters of a user name are all of one alphabet.")
        if has_unseen(self.display_name):
            wrong["display_name"] = _("There are characters in it that nobody sees.")
        elif is_mixed(self.display_name):
            wrong["display_name"] = _("The letters of each word of a name are all of one alphabet.")
        now = type(self)._base_manager.filter(pk=self.pk).values(*wrong).first() if wrong and self.pk else None
        return {field: said for field, said in wrong.items() if now is None or now[field] != getattr(self, field)}

    def clashes(self) -> dict[str, "StrOrPromise"]:
        """What is new of this account and another's already, by field: with user names and addresses people log in."""
        everybody = type(self)._base_manager.order_by()
        stored = everybody.filter(pk=self.pk).first() or type(self)()
        fields = ("username", "email", "display_name")
        new = {name for name in fields if getattr(stored, name) != (getattr(self, name) or "")}
        if not new:
            return {}
        others = list(everybody.exclude(pk=self.pk).values_list("username", "email", "display_name"))
        doors = {door.casefold() for username, address, _shown in others for door in (username, address) if door}
        seen = {likeness(one) for username, _address, called in others for one in (username, called) if one}
        wrong: dict[str, StrOrPromise] = {}
        for field, shown in (("username", self.username), ("display_name", self.display_name or self.username)):
            if field in new and shown and likeness(shown) in seen:
                wrong[field] = _("Somebody here is called that, or something that looks the same: add what differs.")
        if "username" in new and (self.username or "").casefold() in doors:
            wrong["username"] = _("Somebody logs in with that already; capital letters make no difference.")
        if "email" in new and self.email.casefold() in doors:
            wrong["email"] = _("Somebody logs in with that already; an address belongs to one account.")
        return wrong

    @cached_property
    def roles(self) -> frozenset[str]:
        """The person's roles, read once per request; an inactive account has none."""
        if not self.is_active or self.pk is None:
            return frozenset()
        return frozenset(self.groups.filter(name__in=Role.values).values_list("name", flat=True))


class ConflictOfInterest(models.Model):
    """A declared tie of a person to a source or an outlet: they take no claim of it."""

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="conflicts", verbose_name=_("person"))
    source = models.ForeignKey(
        "claims.Source", on_delete=models.CASCADE, null=True, blank=True, verbose_name=_("source")
    )
    outlet = models.ForeignKey(
        "claims.Outlet", on_delete=models.CASCADE, null=True, blank=True, verbose_name=_("outlet")
    )
    reason = models.CharField(_("reason"), max_length=300)
    declared_at = models.DateTimeField(_("declared at"), db_default=Now(), editable=False)

    class Meta:
        ordering = ["person_id", "pk"]
        verbose_name = _("conflict of interest")
        verbose_name_plural = _("conflicts of interest")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(source__isnull=False) ^ models.Q(outlet__isnull=False),
                name="conflict_names_a_source_or_an_outlet",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.source or self.outlet}"
