"""Claims: one checkable proposition each, the versions of its wording, and where it appears."""

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from claims.models.articles import Article, ExtractionRun, TextVersion
from claims.models.sources import Source
from claims.models.statements import Form, Statement
from claims.models.states import AttributionVerdict, DismissReason, Harm, Status, Verdict
from claims.models.work import Work

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# Three bands of check-worthiness order the queue, so that the number of askers counts inside a band.
BANDS = ((0.67, 0), (0.34, 1), (0.0, 2))
PUBLIC_ID_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # no letters or digits that are mistaken for one another


def band_of(score: float) -> int:
    """0 high, 1 middle, 2 low."""
    return next(band for least, band in BANDS if score >= least)


def new_public_id() -> str:
    return get_random_string(10, PUBLIC_ID_ALPHABET)


class UnderReview(models.Func):
    """The statuses that ``take`` starts from, in the very words of the index ``claim_review_queue``.

    SQLite uses a partial index only for a condition that it can read, and bound values it cannot; the empty string keeps
    both databases from looking the statuses up one by one and sorting what they find.
    """

    template = "(%(expressions)s || '') IN ('in_review', 'queued')"
    output_field = models.BooleanField()


class ClaimQuerySet(models.QuerySet["Claim"]):
    def in_queue_order(self) -> "ClaimQuerySet":
        """Harm, then check-worthiness in three bands, then number of askers, then age: as the page says."""
        return self.order_by("-harm_rank", "band", "-askers", "created_at", "pk")

    def triage(self) -> "ClaimQuerySet":
        """Candidates that wait for a person."""
        return self.filter(status=Status.CANDIDATE).in_queue_order()

    def decided(self) -> "ClaimQuerySet":
        return self.filter(status=Status.DECIDED).order_by("-decided_at", "-pk")

    def with_source_name(self) -> "ClaimQuerySet":
        """Claims with ``source_name``, the name of who makes them at their first place, None where nobody known does.

        ``unresolved`` tells whether somebody is said to make them then, or the article itself does.
        """
        first = Source.objects.filter(statements__appearances__claim=OuterRef("pk")).order_by(
            "statements__appearances__ordinal", "pk"
        )
        nobody_known = Appearance.objects.filter(
            ~Q(statement__form=Form.NARRATED), statement__source=None, claim=OuterRef("pk")
        )
        return self.annotate(
            source_name=Subquery(first.values("name")[:1]),
            unresolved=Exists(nobody_known.filter(statement__isnull=False)),
        )

    def untouched(self) -> "ClaimQuerySet":
        """Claims that a newer pipeline may replace: nobody took, commented on or edited them (architecture 7.8)."""
        return self.filter(status__in=(Status.CANDIDATE, Status.QUEUED), touched=False)


class Claim(models.Model):
    """One checkable proposition in wording that stands alone. Only ``record.moves.move`` writes its status."""

    class Origin(models.TextChoices):
        MACHINE = "machine", _("Read by the machine")
        PERSON = "person", _("Added by a person")
        SUGGESTED = "suggested", _("Suggested")

    public_id = models.CharField(_("public id"), max_length=10, unique=True, default=new_public_id, editable=False)
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="claims", verbose_name=_("article"))
    run = models.ForeignKey(ExtractionRun, on_delete=models.PROTECT, null=True, blank=True, related_name="claims")
    ordinal = models.PositiveIntegerField(_("ordinal"), default=0)
    origin = models.CharField(_("origin"), max_length=9, choices=Origin.choices, default=Origin.MACHINE)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(_("created at"), db_default=Now(), editable=False)

    status = models.CharField(_("status"), max_length=12, choices=Status.choices, default=Status.CANDIDATE)
    version = models.PositiveIntegerField(_("row version"), default=1)
    wording = models.TextField(_("wording"))
    wording_number = models.PositiveSmallIntegerField(_("wording version"), default=1)

    check_worthiness = models.FloatField(_("check-worthiness"), default=0)
    band = models.PositiveSmallIntegerField(_("band"), default=2)
    reasons = models.JSONField(_("reasons"), default=list, blank=True)
    abstained = models.CharField(_("left to a person because"), max_length=300, blank=True)
    caution = models.CharField(_("to be read with care because"), max_length=300, blank=True)
    harm = models.CharField(_("harm"), max_length=4, choices=Harm.choices, default=Harm.NONE)
    harm_rank = models.PositiveSmallIntegerField(_("harm rank"), default=0, editable=False)
    askers = models.PositiveIntegerField(_("people who asked"), default=0)
    touched = models.BooleanField(_("touched by a person"), default=False)

    dismiss_reason = models.CharField(_("dismissed as"), max_length=12, choices=DismissReason.choices, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("merged into")
    )
    split_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("split from")
    )
    held_until = models.DateField(_("on hold until"), null=True, blank=True)
    hold_reason = models.CharField(_("on hold because"), max_length=300, blank=True)

    as_of = models.DateField(_("as of"), null=True, blank=True)
    # what the machine found, kept beside what a person made of it: the day, the dateline, and each date that it resolved
    as_of_read = models.DateField(_("as of, as it was read"), null=True, blank=True, editable=False)
    dates_read = models.JSONField(_("dates as they were read"), default=dict, blank=True, editable=False)
    round_number = models.PositiveSmallIntegerField(_("round"), default=0)
    verdict = models.CharField(_("verification status"), max_length=19, choices=Verdict.choices, blank=True)
    attribution_verdict = models.CharField(
        _("attribution verdict"), max_length=9, choices=AttributionVerdict.choices, blank=True
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    look_again_by = models.DateField(_("look again by"), null=True, blank=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        constraints = [
            models.UniqueConstraint(fields=["run", "ordinal"], name="claims_of_a_run_are_numbered"),
            models.CheckConstraint(
                condition=Q(check_worthiness__gte=0) & Q(check_worthiness__lte=1), name="check_worthiness_is_0_to_1"
            ),
            models.CheckConstraint(condition=~Q(merged_into=F("id")), name="claim_is_not_merged_into_itself"),
        ]
        indexes = [
            # the queue's order, read from the index whatever the size
            models.Index(
                fields=["status", "-harm_rank", "band", "-askers", "created_at", "id"], name="claim_queue_order"
            ),
            models.Index(fields=["status", "-id"], name="claim_status_newest"),
            models.Index(
                fields=["look_again_by", "id"], condition=Q(look_again_by__isnull=False), name="claim_look_again"
            ),
            # what reviewers take from: two statuses in one order
            models.Index(
                fields=["-harm_rank", "band", "-askers", "created_at", "id"],
                condition=Q(UnderReview("status")),
                name="claim_review_queue",
            ),
        ]

    def __str__(self) -> str:
        return self.wording

    def save(self, *args: object, **kwargs: object) -> None:
        self.band = band_of(self.check_worthiness)
        self.harm_rank = list(Harm).index(Harm(self.harm))
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came

    def get_absolute_url(self) -> str:
        return reverse("claim", args=[self.pk])

    @property
    def standing(self) -> "StrOrPromise":
        """The word for where it stands; what was split steps back as what was merged does, and no other claim stands for it."""
        was_split = self.status == Status.MERGED and self.merged_into_id is None
        return _("Split") if was_split else self.get_status_display()

    @property
    def verification_status(self) -> "StrOrPromise":
        """The word that reviewers see for the verdict; of one that was withdrawn, with that word beside it."""
        if self.verdict and self.status == Status.WITHDRAWN:
            return format_lazy(_("{verdict}, withdrawn"), verdict=self.get_verdict_display())
        return self.get_verdict_display() if self.verdict else _("Unverified")


class ClaimVersion(models.Model):
    """One wording of a claim, kept."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="wordings", verbose_name=_("claim"))
    number = models.PositiveSmallIntegerField(_("number"))
    text = models.TextField(_("text"))
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("created at"), db_default=Now(), editable=False)

    class Meta:
        ordering = ["claim_id", "number"]
        verbose_name = _("claim version")
        verbose_name_plural = _("claim versions")
        constraints = [models.UniqueConstraint(fields=["claim", "number"], name="claim_versions_are_numbered")]

    def __str__(self) -> str:
        return f"v{self.number}: {self.text}"


class Appearance(models.Model):
    """Where a claim is made: a span of a text version and its statement; a claim has many."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="appearances", verbose_name=_("claim"))
    text_version = models.ForeignKey(TextVersion, on_delete=models.PROTECT, related_name="appearances")
    statement = models.ForeignKey(
        Statement, on_delete=models.SET_NULL, null=True, blank=True, related_name="appearances"
    )
    ordinal = models.PositiveSmallIntegerField(_("ordinal"), default=0)
    moved_from = models.ForeignKey(Claim, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["claim_id", "ordinal", "pk"]
        verbose_name = _("appearance")
        verbose_name_plural = _("appearances")

    def __str__(self) -> str:
        return f"{self.claim_id} in {self.text_version_id}"


class AppearanceSpan(models.Model):
    """One piece of an appearance; ``proposed`` keeps what the machine read where a person corrected it."""

    appearance = models.ForeignKey(Appearance, on_delete=models.CASCADE, related_name="spans")
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    proposed = models.BooleanField(_("replaced proposal of the machine"), default=False)

    class Meta:
        ordering = ["appearance_id", "start"]
        verbose_name = _("span of an appearance")
        verbose_name_plural = _("spans of appearances")
        constraints = [models.CheckConstraint(condition=Q(start__lt=F("end")), name="appearance_span_start_before_end")]

    def __str__(self) -> str:
        return f"{self.start}–{self.end}"


class CheckRequest(models.Model):
    """One person's wish that a claim be checked; counted once per person in the queue's order."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="requests", verbose_name=_("claim"))
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    why = models.CharField(_("why"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("created at"), db_default=Now(), editable=False)
    moved_from = models.ForeignKey(Claim, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("request to check")
        verbose_name_plural = _("requests to check")
        constraints = [models.UniqueConstraint(fields=["claim", "person"], name="one_request_per_person_and_claim")]

    def __str__(self) -> str:
        return f"{self.person_id} → {self.claim_id}"


class Accept(Work):
    """The desk policy's look at one run's candidates: those above its score are queued by themselves."""

    task: ClassVar[str] = "claims.accept"

    run = models.OneToOneField(ExtractionRun, on_delete=models.PROTECT, related_name="accept")

    class Meta(Work.Meta):
        ordering = ["-pk"]
        verbose_name = _("acceptance by policy")
        verbose_name_plural = _("acceptances by policy")

    def __str__(self) -> str:
        return str(self.run)
