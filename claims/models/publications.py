"""What went out to the public, kept as it went out."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from claims.models.articles import Article
from claims.models.claims import Claim
from claims.models.reviews import Decision


class RatingScale(models.Model):
    """A versioned scale of public ratings; publications name the version that they used."""

    name = models.CharField(_("name"), max_length=80)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    current = models.BooleanField(_("in use"), default=True)

    class Meta:
        ordering = ["name", "-version"]
        verbose_name = _("rating scale")
        verbose_name_plural = _("rating scales")
        constraints = [models.UniqueConstraint(fields=["name", "version"], name="rating_scales_are_versioned")]

    def __str__(self) -> str:
        return f"{self.name} v{self.version}"


class Rating(models.Model):
    """The word shown to the public; ``ordinal`` is empty where the rating is no degree of truth."""

    scale = models.ForeignKey(RatingScale, on_delete=models.PROTECT, related_name="ratings", verbose_name=_("scale"))
    key = models.SlugField(_("key"), max_length=40)
    label = models.CharField(_("label"), max_length=80)
    ordinal = models.PositiveSmallIntegerField(_("ordinal, higher is truer"), null=True, blank=True)
    definition = models.TextField(_("definition"))
    colour = models.CharField(_("colour token"), max_length=20, blank=True)
    icon = models.CharField(_("icon"), max_length=40, blank=True)

    class Meta:
        ordering = ["scale_id", F("ordinal").desc(nulls_last=True), "key"]
        verbose_name = _("rating")
        verbose_name_plural = _("ratings")
        constraints = [models.UniqueConstraint(fields=["scale", "key"], name="rating_keys_are_unique_in_a_scale")]

    def __str__(self) -> str:
        return self.label


class PublicationQuerySet(models.QuerySet["Publication"]):
    def live(self) -> "PublicationQuerySet":
        return self.filter(state=Publication.State.LIVE).order_by("-published_at", "-pk")


class Publication(models.Model):
    """The ClaimReview document as it went out."""

    class State(models.TextChoices):
        LIVE = "live", _("Live")
        SUPERSEDED = "superseded", _("Superseded")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="publications", verbose_name=_("claim"))
    number = models.PositiveSmallIntegerField(_("number"))
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.LIVE)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="publications")
    rating = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="+", verbose_name=_("rating"))
    slug = models.SlugField(_("slug"), max_length=80)
    title = models.CharField(_("title"), max_length=200)
    summary = models.TextField(_("summary"), blank=True)
    document = models.JSONField(_("ClaimReview document"))
    shown = models.JSONField(_("what its page shows besides"), default=dict, blank=True, editable=False)
    publisher = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="publications")
    # the only reviewer, or the adjudicator of a dispute
    sole_reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    waived_by_policy = models.PositiveIntegerField(_("four eyes waived by policy version"), null=True, blank=True)
    gate_override = models.TextField(_("gate overridden because"), blank=True)
    note = models.TextField(_("public note"), blank=True)
    looked_at_again = models.BooleanField(_("being looked at again"), default=False)
    published_at = models.DateTimeField(_("published at"), db_default=Now(), editable=False)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-pk"]
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        constraints = [
            models.UniqueConstraint(fields=["claim", "number"], name="publications_are_numbered"),
            models.UniqueConstraint(fields=["claim"], condition=Q(state="live"), name="one_live_publication_per_claim"),
            models.CheckConstraint(
                condition=Q(sole_reviewer__isnull=True)
                | ~Q(publisher=F("sole_reviewer"))
                | Q(waived_by_policy__isnull=False),
                name="publisher_is_not_its_sole_reviewer",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} v{self.number}"

    @property
    def word(self) -> str:
        """The word of its rating as it went out, whatever the scale says by now."""
        return str(self.document.get("reviewRating", {}).get("alternateName") or self.rating.label)

    @property
    def meaning(self) -> str:
        """What that word meant when it went out."""
        return str(self.document.get("reviewRating", {}).get("ratingExplanation") or self.rating.definition)


class CorrectionRequestQuerySet(models.QuerySet["CorrectionRequest"]):
    def open(self) -> "CorrectionRequestQuerySet":
        """Requests that an outlet neither followed nor refused."""
        return self.exclude(outcome__in=CorrectionRequest.LAST)

    def most_urgent_first(self) -> "CorrectionRequestQuerySet":
        """The open ones first, and among them the oldest."""
        over = models.Case(models.When(outcome__in=CorrectionRequest.LAST, then=1), default=0)
        return self.order_by(over, "asked_on", "pk")


class CorrectionRequest(models.Model):
    """An outlet was asked to put right an article that makes a claim: who, when, through which channel, and what came of it."""

    class Outcome(models.TextChoices):
        ACKNOWLEDGED = "acknowledged", _("Acknowledged")
        CORRECTED = "corrected", _("Corrected")
        REFUSED = "refused", _("Refused")

    LAST = frozenset({Outcome.CORRECTED, Outcome.REFUSED})  # after these nothing follows

    claim = models.ForeignKey(
        Claim, on_delete=models.CASCADE, related_name="correction_requests", verbose_name=_("claim")
    )
    article = models.ForeignKey(
        Article, on_delete=models.PROTECT, related_name="correction_requests", verbose_name=_("article")
    )
    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="correction_requests", verbose_name=_("what was shown")
    )
    asked = models.CharField(_("who was asked"), max_length=200)
    asked_on = models.DateField(_("asked on"))
    channel = models.CharField(_("channel"), max_length=100)
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome.choices, blank=True)
    outcome_on = models.DateField(_("on"), null=True, blank=True)
    link = models.URLField(_("where it says so"), max_length=2000, blank=True)
    words = models.TextField(_("what came"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = CorrectionRequestQuerySet.as_manager()

    class Meta:
        ordering = ["claim_id", "asked_on", "pk"]
        verbose_name = _("request for a correction")
        verbose_name_plural = _("requests for a correction")
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", outcome_on__isnull=True) | (~Q(outcome="") & Q(outcome_on__isnull=False)),
                name="an_outcome_has_its_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.asked}: {self.get_outcome_display() or '…'}"

    @property
    def is_over(self) -> bool:
        """Whether the outlet has done what it will do."""
        return self.outcome in self.LAST
