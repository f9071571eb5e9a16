"""Who works at the desk."""

import unicodedata
from functools import cached_property

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from claims.models.states import Role


def alphabets(name: str) -> set[str]:
    """The alphabets that the letters of a name are from, as Unicode calls them: LATIN, CYRILLIC, GREEK."""
    return {unicodedata.name(letter, "UNKNOWN").split()[0] for letter in name if letter.isalpha()}


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
        """Refuse names that look like another's: letters of two alphabets in one, or characters that nobody sees."""
        super().clean()
        if len(alphabets(self.username)) > 1:
            raise ValidationError({"username": _("The letters of a user name are all of one alphabet.")})
        if any(unicodedata.category(character) in ("Cf", "Cc") for character in self.display_name):
            raise ValidationError({"display_name": _("There are characters in it that nobody sees.")})

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
