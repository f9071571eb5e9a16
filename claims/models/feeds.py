"""Feeds of outlets, polled by beat, and near copies of texts."""

from datetime import timedelta
from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from claims.models.articles import Article, Outlet, TextVersion
from claims.models.work import Work


class Feed(models.Model):
    """An RSS or Atom feed of an outlet, with what the last answers said."""

    outlet = models.ForeignKey(Outlet, on_delete=models.PROTECT, related_name="feeds", verbose_name=_("outlet"))
    title = models.CharField(_("title"), max_length=200, blank=True)
    address = models.URLField(_("address"), max_length=2000, unique=True)
    active = models.BooleanField(_("polled"), default=True)
    auto_accept = models.BooleanField(
        _("queue its claims by score"),
        default=True,
        help_text=_("Off: every claim of this feed waits in triage, whatever the policy says."),
    )
    topic = models.CharField(_("topic"), max_length=80, blank=True)
    poll_minutes = models.PositiveSmallIntegerField(
        _("minutes between polls"), default=30, validators=[MinValueValidator(5), MaxValueValidator(1440)]
    )
    etag = models.CharField(max_length=300, blank=True, editable=False)
    last_modified = models.CharField(max_length=100, blank=True, editable=False)
    polled_at = models.DateTimeField(_("last polled"), null=True, blank=True, editable=False)
    answered_at = models.DateTimeField(_("last good answer"), null=True, blank=True, editable=False)
    failures = models.PositiveSmallIntegerField(_("failures in a row"), default=0, editable=False)
    trouble = models.CharField(_("last trouble"), max_length=300, blank=True, editable=False)
    next_poll_at = models.DateTimeField(_("next poll"), null=True, blank=True, editable=False, db_index=True)

    class Meta:
        ordering = ["outlet", "title", "pk"]
        verbose_name = _("feed")
        verbose_name_plural = _("feeds")

    def __str__(self) -> str:
        return self.title or self.address

    @property
    def pause(self) -> timedelta:
        """Time until the next poll: doubled with each failure in a row, a day at most."""
        minutes = self.poll_minutes * 2 ** min(self.failures, 10)
        return timedelta(minutes=min(minutes, 24 * 60))


class FeedEntry(models.Model):
    """One item of a feed, seen once: by its id, or by a hash where it has none."""

    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, related_name="entries", verbose_name=_("feed"))
    key = models.CharField(_("id or hash"), max_length=64)
    title = models.CharField(_("title"), max_length=500, blank=True)
    address = models.URLField(_("address"), max_length=2000)
    article = models.ForeignKey(Article, on_delete=models.SET_NULL, null=True, related_name="feed_entries")
    seen_at = models.DateTimeField(_("seen at"), db_default=Now(), editable=False)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("feed entry")
        verbose_name_plural = _("feed entries")
        constraints = [models.UniqueConstraint(fields=["feed", "key"], name="a_feed_entry_is_seen_once")]

    def __str__(self) -> str:
        return self.title or self.address


class FeedPoll(Work):
    """One look at a feed."""

    task: ClassVar[str] = "claims.poll"
    longest_seconds: ClassVar[int] = 60

    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, related_name="polls", verbose_name=_("feed"))
    new_entries = models.PositiveIntegerField(_("new entries"), default=0)

    class Meta(Work.Meta):
        ordering = ["-pk"]
        verbose_name = _("poll of a feed")
        verbose_name_plural = _("polls of feeds")

    def __str__(self) -> str:
        return str(self.feed)


class CopyBand(models.Model):
    """One band of a text's MinHash signature: texts that share a band are compared."""

    text_version = models.ForeignKey(TextVersion, on_delete=models.CASCADE, related_name="bands")
    band = models.PositiveSmallIntegerField(_("band"))
    key = models.BigIntegerField(_("key"))

    class Meta:
        ordering = ["text_version", "band"]
        verbose_name = _("band of a text")
        verbose_name_plural = _("bands of texts")
        constraints = [models.UniqueConstraint(fields=["text_version", "band"], name="bands_are_numbered")]
        indexes = [models.Index(fields=["band", "key"], name="copy_band_key")]

    def __str__(self) -> str:
        return f"{self.text_version_id}.{self.band}"


class LikenessQuerySet(models.QuerySet["Likeness"]):
    def asked(self) -> "LikenessQuerySet":
        """Copies of which nobody has said yet whether they are another article or a newer text of the one that was here."""
        copies = (Likeness.Kind.SAME_TEXT, Likeness.Kind.NEAR_COPY)
        return self.filter(kind__in=copies, kept_apart_by=None, other__same_as=None)


class Likeness(models.Model):
    """Two articles found to be the same text, or near copies; linked, never silently dropped."""

    class Kind(models.TextChoices):
        SAME_TEXT = "same_text", _("The same text")
        NEAR_COPY = "near_copy", _("A near copy")
        SAME_PAGE = "same_page", _("The same address")

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="likenesses")
    other = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="liked_by")
    kind = models.CharField(_("kind"), max_length=9, choices=Kind.choices)
    similarity = models.FloatField(_("similarity"))
    # who said that they are two articles, and that neither is a newer text of the other
    kept_apart_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )
    found_at = models.DateTimeField(_("found at"), db_default=Now(), editable=False)

    objects = LikenessQuerySet.as_manager()

    class Meta:
        ordering = ["-similarity", "pk"]
        verbose_name = _("likeness")
        verbose_name_plural = _("likenesses")
        constraints = [
            models.UniqueConstraint(fields=["article", "other"], name="two_articles_are_linked_once"),
            models.CheckConstraint(condition=~Q(article=F("other")), name="article_is_not_like_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} ~ {self.other_id}"

    @property
    def is_asked(self) -> bool:
        """Whether its article's claims wait for an answer, as ``asked`` finds it."""
        return self.kind != Likeness.Kind.SAME_PAGE and not self.kept_apart_by_id and not self.other.same_as_id
