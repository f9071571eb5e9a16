"""What a newer text of an article changed in the words under a claim that people have worked on."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from claims.models.articles import TextVersion
from claims.models.claims import Claim
from claims.models.states import Status


class ChangedPlaceQuerySet(models.QuerySet["ChangedPlace"]):
    def waiting(self) -> "ChangedPlaceQuerySet":
        """Places to which nobody has said anything yet: the claim was not kept, not reworded since, and still stands."""
        gone = (Status.DISMISSED, Status.MERGED)
        return self.filter(kept_by__isnull=True, wording_number=F("claim__wording_number")).exclude(
            claim__status__in=gone
        )


class ChangedPlace(models.Model):
    """A sentence under a touched claim as it was, and as a newer text has it; without a place of its own there, it is gone."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="changed_places", verbose_name=_("claim"))
    was_in = models.ForeignKey(TextVersion, on_delete=models.PROTECT, related_name="+", verbose_name=_("older text"))
    was_start = models.PositiveIntegerField(_("start in the older text"))
    was_end = models.PositiveIntegerField(_("end in the older text"))
    text_version = models.ForeignKey(
        TextVersion, on_delete=models.PROTECT, related_name="changed_places", verbose_name=_("newer text")
    )
    start = models.PositiveIntegerField(_("start"), null=True, blank=True)
    end = models.PositiveIntegerField(_("end"), null=True, blank=True)
    wording_number = models.PositiveSmallIntegerField(_("wording version when it was found"))
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ChangedPlaceQuerySet.as_manager()

    class Meta:
        ordering = ["text_version_id", "was_start", "pk"]
        verbose_name = _("changed place")
        verbose_name_plural = _("changed places")
        constraints = [
            models.UniqueConstraint(fields=["claim", "text_version"], name="a_claim_changes_once_per_text"),
            models.CheckConstraint(condition=Q(was_start__lt=F("was_end")), name="changed_place_was_somewhere"),
            models.CheckConstraint(
                condition=Q(start__isnull=True, end__isnull=True) | Q(start__lt=F("end")),
                name="changed_place_is_somewhere_or_nowhere",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} in {self.text_version_id}"
