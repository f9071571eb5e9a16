"""Rounds of blind review: slots, drafts, reviews, evidence, and what came of them."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from claims.models.claims import Claim, ClaimVersion
from claims.models.sources import Source
from claims.models.states import AttributionVerdict, SlotState, Verdict
from claims.models.work import WorkState


class Round(models.Model):
    """A request for *required* independent reviews of one claim; the number is drawn once, at accept."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="rounds", verbose_name=_("claim"))
    number = models.PositiveSmallIntegerField(_("number"))
    required = models.PositiveSmallIntegerField(_("reviews required"))
    drawn_because = models.CharField(_("number drawn because"), max_length=120, blank=True)
    opened_at = models.DateTimeField(_("opened at"), db_default=Now(), editable=False)
    complete_at = models.DateTimeField(_("complete at"), null=True, blank=True)

    class Meta:
        ordering = ["claim_id", "number"]
        verbose_name = _("round")
        verbose_name_plural = _("rounds")
        constraints = [models.UniqueConstraint(fields=["claim", "number"], name="rounds_are_numbered")]

    def __str__(self) -> str:
        return f"{self.claim_id} round {self.number}"


class Slot(models.Model):
    """The place for one review of a round, held by one person at a time under a lease."""

    not_told: ClassVar = ("token",)  # whoever knows it may submit: no secret stands in a record that is for ever

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="slots", verbose_name=_("round"))
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="slots", verbose_name=_("claim"))
    number = models.PositiveSmallIntegerField(_("number"))
    state = models.CharField(_("state"), max_length=6, choices=SlotState.choices, default=SlotState.OPEN)
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="slots"
    )
    token = models.CharField(_("token"), max_length=32, blank=True)
    lease_until = models.DateTimeField(_("lease until"), null=True, blank=True)
    taken_at = models.DateTimeField(_("taken at"), null=True, blank=True)

    class Meta:
        ordering = ["round_id", "number"]
        verbose_name = _("slot")
        verbose_name_plural = _("slots")
        constraints = [
            models.UniqueConstraint(fields=["claim", "round", "number"], name="slots_of_a_round_are_numbered"),
            models.UniqueConstraint(fields=["claim", "round", "holder"], name="nobody_has_two_slots_of_one_round"),
            models.CheckConstraint(
                condition=Q(state=SlotState.HELD, holder__isnull=False, lease_until__isnull=False)
                | ~Q(state=SlotState.HELD),
                name="a_held_slot_has_a_holder_and_a_lease",
            ),
        ]
        indexes = [
            # the sweeper's question, and no index over all open slots that would tempt a planner away from the queue's
            models.Index(fields=["lease_until"], condition=Q(state=SlotState.HELD), name="slot_lease_of_held"),
            models.Index(fields=["holder", "state"], name="slot_holder_state"),
        ]

    def __str__(self) -> str:
        return f"{self.round_id}.{self.number} {self.state}"


class Bar(models.Model):
    """Why one person cannot take a slot of a round: they declined it, or read a review of it while it was open, or what led to it."""

    class Reason(models.TextChoices):
        DECLINED = "declined", _("Declined")
        HAS_READ = "has_read", _("Has read a review of the open round")
        KNOWS = "knows", _("Has read the round before it, and ended that")

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="bars")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(_("reason"), max_length=8, choices=Reason.choices)
    note = models.CharField(_("note"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("created at"), db_default=Now(), editable=False)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("bar")
        verbose_name_plural = _("bars")
        constraints = [models.UniqueConstraint(fields=["round", "person", "reason"], name="one_bar_per_reason")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.reason}"


class Draft(models.Model):
    """What a reviewer has typed so far; an expired lease never loses it."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="drafts")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    data = models.JSONField(_("data"), default=dict)
    saved_at = models.DateTimeField(_("saved at"), auto_now=True)

    class Meta:
        ordering = ["-saved_at"]
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        constraints = [models.UniqueConstraint(fields=["round", "person"], name="one_draft_per_person_and_round")]

    def __str__(self) -> str:
        return f"{self.person_id} on {self.round_id}"


class Review(models.Model):
    """One reviewer's independent work on one claim version, in one slot; a changed mind is a new row."""

    class State(models.TextChoices):
        SUBMITTED = "submitted", _("Submitted")
        TO_REAFFIRM = "to_reaffirm", _("To be re-affirmed")
        SUPERSEDED = "superseded", _("Superseded")
        TAKEN_BACK = "taken_back", _("Taken back")

    slot = models.ForeignKey(Slot, on_delete=models.PROTECT, related_name="reviews", verbose_name=_("slot"))
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="reviews", verbose_name=_("round"))
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="reviews", verbose_name=_("claim"))
    claim_version = models.ForeignKey(ClaimVersion, on_delete=models.PROTECT, related_name="reviews")
    number = models.PositiveSmallIntegerField(_("number"), default=1)
    state = models.CharField(_("state"), max_length=11, choices=State.choices, default=State.SUBMITTED)
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="reviews")
    verdict = models.CharField(_("verification status"), max_length=19, choices=Verdict.choices)
    rationale = models.TextField(_("rationale"))
    searched = models.TextField(_("searched, none found"), blank=True)
    as_of = models.DateField(_("true as of"), null=True, blank=True)
    look_again_by = models.DateField(_("look again by"), null=True, blank=True)
    submitted_at = models.DateTimeField(_("submitted at"), db_default=Now(), editable=False)

    class Meta:
        ordering = ["claim_id", "round_id", "slot_id", "number"]
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        constraints = [
            models.UniqueConstraint(fields=["slot", "number"], name="reviews_of_a_slot_are_numbered"),
            models.UniqueConstraint(
                fields=["slot"],
                condition=Q(state__in=("submitted", "to_reaffirm")),
                name="one_standing_review_per_slot",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reviewer_id}: {self.verdict}"


class AttributionFinding(models.Model):
    """Did this source say it? One answer per review and source of the claim."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="findings")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="findings")
    verdict = models.CharField(_("attribution verdict"), max_length=9, choices=AttributionVerdict.choices)

    class Meta:
        ordering = ["review_id", "source_id"]
        verbose_name = _("attribution verdict")
        verbose_name_plural = _("attribution verdicts")
        constraints = [models.UniqueConstraint(fields=["review", "source"], name="one_finding_per_review_and_source")]

    def __str__(self) -> str:
        return f"{self.source_id}: {self.verdict}"


class Evidence(models.Model):
    """What supports or undermines a claim, with stance, archived copy and hash.

    The file that was handed in and the page at the address each have a digest and a time of their own.
    """

    class Stance(models.TextChoices):
        SUPPORTS = "supports", _("Supports")
        UNDERMINES = "undermines", _("Undermines")
        CONTEXT = "context", _("Context")

    class Alive(models.TextChoices):
        UNKNOWN = "unknown", _("Not looked at yet")
        ALIVE = "alive", _("Alive")
        DEAD = "dead", _("Dead")

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="evidence", verbose_name=_("review"))
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="evidence", verbose_name=_("claim"))
    ordinal = models.PositiveSmallIntegerField(_("ordinal"), default=0)
    address = models.URLField(_("address"), max_length=2000, blank=True)
    file = models.FileField(_("file"), max_length=200, blank=True)  # kept by record.originals, as originals are
    file_name = models.CharField(_("name of the file"), max_length=255, blank=True)
    file_sha256 = models.CharField(_("SHA-256 of the file"), max_length=64, blank=True)
    file_at = models.DateTimeField(_("file handed in at"), null=True, blank=True)
    description = models.CharField(_("description"), max_length=500, blank=True)
    quotation = models.TextField(_("quotation"), blank=True)
    stance = models.CharField(_("stance"), max_length=10, choices=Stance.choices)
    primary = models.BooleanField(_("primary source"), default=False)
    named = models.CharField(_("who is named"), max_length=300, blank=True)
    interest = models.CharField(_("interest it has"), max_length=300, blank=True)
    retrieved_at = models.DateTimeField(_("retrieved at"), null=True, blank=True)
    archived_sha256 = models.CharField(_("SHA-256 of the archived original"), max_length=64, blank=True)
    archived_type = models.CharField(_("content type of the archived original"), max_length=100, blank=True)
    archived_text = models.TextField(_("archived text"), blank=True)
    archived_original = models.FileField(_("archived original"), max_length=200, blank=True)
    alive = models.CharField(_("dead or alive"), max_length=7, choices=Alive.choices, default=Alive.UNKNOWN)

    class Meta:
        ordering = ["review_id", "ordinal", "pk"]
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")

    def __str__(self) -> str:
        return self.address or self.description

    @property
    def unfetched(self) -> bool:
        """Whether the desk looked for its page and got none."""
        archive = getattr(self, "archive", None)
        return archive is not None and archive.state == WorkState.FAILED


class Decision(models.Model):
    """What a round came to: by agreement of its reviews, or by an adjudicator who is none of them."""

    round = models.OneToOneField(Round, on_delete=models.PROTECT, related_name="decision", verbose_name=_("round"))
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="decisions", verbose_name=_("claim"))
    claim_version = models.ForeignKey(ClaimVersion, on_delete=models.PROTECT, related_name="decisions")
    adjudicator = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    verdict = models.CharField(_("verification status"), max_length=19, choices=Verdict.choices)
    rationale = models.TextField(_("rationale"), blank=True)
    attribution_verdicts = models.JSONField(_("attribution verdicts by source"), default=dict)
    decided_at = models.DateTimeField(_("decided at"), db_default=Now(), editable=False)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")

    def __str__(self) -> str:
        return f"{self.claim_id}: {self.verdict}"
