"""What is known already: published fact-checks of others, and suggestions that a claim was checked before."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from claims.models.claims import Claim, ClaimVersion
from claims.models.work import Work


class Import(Work):
    """Reading a file of published fact-checks; *place* is how far it came, so that it can be taken up again."""

    task: ClassVar[str] = "claims.import"
    max_attempts: ClassVar[int] = 20  # a large file takes several tasks, each of which stores whole batches

    class Format(models.TextChoices):
        CLAIM_REVIEW = "claim_review", _("ClaimReview (JSON-LD)")
        DATA_FEED = "data_feed", _("DataFeed of ClaimReviews")
        SEARCH = "search", _("Answer of the Fact Check Tools search")
        CSV = "csv", _("CSV")

    file = models.FileField(_("file"), max_length=200)
    name = models.CharField(_("name of the file"), max_length=200)
    format = models.CharField(_("format"), max_length=12, choices=Format.choices)
    place = models.PositiveIntegerField(_("rows read"), default=0)
    stored = models.PositiveIntegerField(_("stored"), default=0)
    known = models.PositiveIntegerField(_("known before"), default=0)
    refused = models.PositiveIntegerField(_("refused"), default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta(Work.Meta):
        ordering = ["-pk"]
        verbose_name = _("import")
        verbose_name_plural = _("imports")

    def __str__(self) -> str:
        return self.name


class ImportRefusal(models.Model):
    """A row of an import that was refused, and why."""

    imported = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="refusals")
    place = models.PositiveIntegerField(_("row"))
    reason = models.CharField(_("reason"), max_length=300)
    sample = models.CharField(_("beginning of the row"), max_length=300, blank=True)

    class Meta:
        ordering = ["imported", "place"]
        verbose_name = _("refused row")
        verbose_name_plural = _("refused rows")
        constraints = [models.UniqueConstraint(fields=["imported", "place"], name="a_row_is_refused_once")]

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


class FactCheck(models.Model):
    """A published fact-check of another desk, as it was imported."""

    claim_text = models.TextField(_("claim"))
    claimant = models.CharField(_("claimant"), max_length=300, blank=True)
    claim_date = models.DateField(_("claimed on"), null=True, blank=True)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    address = models.URLField(_("address"), max_length=2000, blank=True)
    title = models.CharField(_("title"), max_length=500, blank=True)
    rating = models.CharField(_("rating"), max_length=200, blank=True)
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=8, blank=True)
    key = models.CharField(_("hash of address and claim"), max_length=64, unique=True, editable=False)
    imported = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="fact_checks")

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("published fact-check")
        verbose_name_plural = _("published fact-checks")

    def __str__(self) -> str:
        return self.claim_text


class Match(Work):
    """Comparing one claim version with everything that the desk knows."""

    task: ClassVar[str] = "claims.match"
    max_attempts: ClassVar[int] = 30  # a new archive of 100,000 is read in over several tasks

    claim_version = models.OneToOneField(ClaimVersion, on_delete=models.CASCADE, related_name="match")
    same_quantity = models.ManyToManyField(
        Claim, blank=True, related_name="measured_beside", verbose_name=_("claims about the same quantity")
    )

    class Meta(Work.Meta):
        ordering = ["-pk"]
        verbose_name = _("comparison with what is known")
        verbose_name_plural = _("comparisons with what is known")

    def __str__(self) -> str:
        return str(self.claim_version)


class Suggestion(models.Model):
    """“Already checked?”: another claim, or a published fact-check, that may say the same. Nothing merges by itself."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Proposed")
        SAME = "same", _("The same")
        DIFFERENT = "different", _("Not the same")

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="suggestions", verbose_name=_("claim"))
    other_claim = models.ForeignKey(Claim, on_delete=models.CASCADE, null=True, related_name="suggested_for")
    fact_check = models.ForeignKey(FactCheck, on_delete=models.CASCADE, null=True, related_name="suggested_for")
    score = models.FloatField(_("score"))
    state = models.CharField(_("state"), max_length=9, choices=State.choices, default=State.PROPOSED)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(_("made at"), db_default=Now(), editable=False)

    class Meta:
        ordering = ["-score", "pk"]
        verbose_name = _("suggestion")
        verbose_name_plural = _("suggestions")
        constraints = [
            models.UniqueConstraint(fields=["claim", "other_claim"], name="a_claim_is_suggested_once"),
            models.UniqueConstraint(fields=["claim", "fact_check"], name="a_fact_check_is_suggested_once"),
            models.CheckConstraint(
                condition=Q(other_claim__isnull=False) ^ Q(fact_check__isnull=False),
                name="a_suggestion_is_of_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} ~ {self.other_claim_id or self.fact_check_id} {self.score:.2f}"
