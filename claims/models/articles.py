"""Articles, their unchangeable texts, and the runs that read them."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce, Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from claims.models.work import Work

OPENING = 80  # characters
READ_LANGUAGES = ("", "en")  # a run that did not tell is of before runs did


class Outlet(models.Model):
    """Publisher of articles."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    host = models.CharField(_("host name"), max_length=253, blank=True, db_index=True)
    home_page = models.URLField(_("home page"), blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True)
    wikidata_id = models.CharField(_("Wikidata id"), max_length=20, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")

    def __str__(self) -> str:
        return self.name


class ArticleQuerySet(models.QuerySet["Article"]):
    def on_the_desk(self) -> "ArticleQuerySet":
        """Articles that stand for themselves, newest first; those found to be another one are left out."""
        return self.filter(same_as__isnull=True).order_by("-created_at", "-pk")

    def with_day(self) -> "ArticleQuerySet":
        """Articles with ``on_day``, the day that each is dated: as somebody said, or else as it was found in the text."""
        return self.annotate(on_day=Coalesce("dated", "dated_read"))

    def with_newest_work(self) -> "ArticleQuerySet":
        """Articles with ``work_state`` and ``work_reason`` of their newest Work (a fetch, or the reading of a text), and what that reading told."""
        runs = ExtractionRun.objects.filter(text_version__article=OuterRef("pk")).order_by("-pk")[:1]
        fetches = Fetch.objects.filter(article=OuterRef("pk")).order_by("-pk")[:1]
        known = self.annotate(
            _run_at=Subquery(runs.values("created_at")), _fetch_at=Subquery(fetches.values("created_at"))
        )
        fetch_is_newer = Q(_run_at__isnull=True) | Q(_fetch_at__gt=F("_run_at"))

        def newest(field: str) -> Case:
            return Case(
                When(fetch_is_newer, then=Subquery(fetches.values(field))), default=Subquery(runs.values(field))
            )

        return known.annotate(
            work_state=newest("state"),
            work_reason=newest("reason"),
            read_language=Subquery(runs.values("language")),
            read_notes=Subquery(runs.values("notes")),
        )


class Article(models.Model):
    """One news item taken in, at one address or pasted; its texts are versions."""

    title = models.CharField(_("title"), max_length=500, blank=True)
    address = models.URLField(_("address given"), max_length=2000, blank=True)
    # how its prose begins, for lists: a text without a headline has nothing else that tells it from others
    opening = models.CharField(_("opening words"), max_length=OPENING, blank=True, editable=False)
    canonical_address = models.URLField(_("canonical address"), max_length=2000, null=True, blank=True, unique=True)
    outlet = models.ForeignKey(
        Outlet, on_delete=models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("outlet")
    )
    republished_from = models.ForeignKey(
        Outlet, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("republished from")
    )
    byline = models.CharField(_("byline"), max_length=300, blank=True)
    dated = models.DateField(_("date of the article"), null=True, blank=True)
    # what a reading found in the text where nobody gave a date: proposed only, so the next reading looks for it anew
    dated_read = models.DateField(_("date as it was found in the text"), null=True, blank=True, editable=False)
    language = models.CharField(_("language"), max_length=8, blank=True)
    topic = models.CharField(_("topic"), max_length=80, blank=True)
    same_as = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("same article as")
    )
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("submitted by")
    )
    # null where none was given: the unique constraint below lets many of those stand
    idempotency_key = models.CharField(  # noqa: DJ001  # see above
        _("idempotency key"), max_length=64, null=True, blank=True, editable=False
    )
    created_at = models.DateTimeField(_("taken in"), db_default=Now(), editable=False, db_index=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        constraints = [
            models.UniqueConstraint(fields=["submitted_by", "idempotency_key"], name="one_article_per_submission"),
            models.CheckConstraint(condition=~Q(same_as=F("id")), name="article_is_not_same_as_itself"),
        ]

    def __str__(self) -> str:
        return self.title or self.address or self.opening or _("Article %(number)s") % {"number": self.pk}

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.pk])

    @property
    def standing(self) -> "Article":
        """The article that stands for this one: itself, or what it was found to be the same as, and so on to the end."""
        article, passed = self, {self.pk}
        while article.same_as is not None and article.same_as_id not in passed:
            article = article.same_as
            passed.add(article.pk)
        return article

    @property
    def day(self) -> date | None:
        """The day that it is dated: as somebody said, or else as it was found in the text."""
        return self.dated or self.dated_read


class TextVersion(models.Model):
    """One unchangeable text of an article, with the raw bytes it came from and both hashes.

    Offsets everywhere are code points into ``text``.
    """

    not_told: ClassVar = ("text",)  # the record holds its hash

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="texts", verbose_name=_("article"))
    number = models.PositiveSmallIntegerField(_("number"), default=1)
    text = models.TextField(_("text"))
    text_sha256 = models.CharField(_("SHA-256 of the text"), max_length=64, db_index=True)
    original = models.FileField(_("original"), max_length=200, blank=True)
    original_sha256 = models.CharField(_("SHA-256 of the original"), max_length=64, blank=True, db_index=True)
    content_type = models.CharField(_("content type"), max_length=100, blank=True)
    created_at = models.DateTimeField(_("created at"), db_default=Now(), editable=False)

    class Meta:
        ordering = ["article_id", "number"]
        verbose_name = _("text version")
        verbose_name_plural = _("text versions")
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="text_versions_are_numbered")]

    def __str__(self) -> str:
        return f"{self.article} v{self.number}"


class Passage(models.Model):
    """A span of a text with its layout kind; junk is a marked span, not deleted text."""

    text_version = models.ForeignKey(TextVersion, on_delete=models.CASCADE, related_name="passages")
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    kind = models.CharField(_("kind"), max_length=12)

    class Meta:
        ordering = ["text_version_id", "start"]
        verbose_name = _("passage")
        verbose_name_plural = _("passages")
        constraints = [
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="passage_start_before_end"),
            models.UniqueConstraint(fields=["text_version", "start"], name="passages_do_not_start_together"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.start}–{self.end}"


class Fetch(Work):
    """Getting the page at an article's address."""

    task: ClassVar[str] = "claims.fetch"
    longest_seconds: ClassVar[int] = 60

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="fetches", verbose_name=_("article"))
    address = models.URLField(_("address"), max_length=2000)
    answer_status = models.PositiveSmallIntegerField(_("answer"), null=True, blank=True)

    class Meta(Work.Meta):
        ordering = ["-pk"]
        verbose_name = _("fetch")
        verbose_name_plural = _("fetches")

    def __str__(self) -> str:
        return self.address


class ExtractionRun(Work):
    """One reading of one text by one version of the pipeline."""

    task: ClassVar[str] = "claims.extract"

    text_version = models.ForeignKey(
        TextVersion, on_delete=models.PROTECT, related_name="runs", verbose_name=_("text version")
    )
    pipeline_version = models.CharField(_("pipeline version"), max_length=40)
    language = models.CharField(_("language"), max_length=8, blank=True)
    dateline = models.DateField(_("dateline that it counted from"), null=True, blank=True)
    notes = models.JSONField(_("notes"), default=list, blank=True)

    class Meta(Work.Meta):
        ordering = ["-pk"]
        verbose_name = _("extraction run")
        verbose_name_plural = _("extraction runs")
        constraints = [
            models.UniqueConstraint(fields=["text_version", "pipeline_version"], name="one_run_per_text_and_pipeline")
        ]

    def __str__(self) -> str:
        return f"{self.text_version} · {self.pipeline_version}"

    @property
    def left_to_people(self) -> bool:
        """Whether it found a language that it does not read, so that its silence about claims says nothing."""
        return self.language not in READ_LANGUAGES
