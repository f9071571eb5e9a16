"""Whom statements are attributed to."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class SourceKind(models.TextChoices):
    PERSON = "person", _("Person")
    ORGANISATION = "organisation", _("Organisation")
    GOVERNMENT = "government", _("Government")
    GROUP = "group", _("Group")
    ANONYMOUS = "anonymous", _("Anonymous")
    MEDIUM = "medium", _("Medium")
    DOCUMENT = "document", _("Document")
    MEDIA_ITEM = "media-item", _("Media item")
    OTHER = "other", _("Other")


class SourceQuerySet(models.QuerySet["Source"]):
    def standing(self) -> "SourceQuerySet":
        """Sources that were not merged into another."""
        return self.filter(merged_into__isnull=True)


class Source(models.Model):
    """A person, organisation, government, group, medium, document … to whom statements are attributed."""

    name = models.CharField(_("name"), max_length=300)
    kind = models.CharField(_("kind"), max_length=12, choices=SourceKind.choices, default=SourceKind.OTHER)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="members", verbose_name=_("belongs to")
    )
    country = models.CharField(_("country"), max_length=2, blank=True)
    wikidata_id = models.CharField(_("Wikidata id"), max_length=20, blank=True)
    home_page = models.URLField(_("home page"), blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("merged into")
    )
    created_at = models.DateTimeField(_("created at"), db_default=Now(), editable=False)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [
            models.CheckConstraint(condition=~Q(merged_into=F("id")), name="source_is_not_merged_into_itself"),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="source_does_not_belong_to_itself"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("source", args=[self.pk])


class Alias(models.Model):
    """A name under which a source goes; ``key`` is its folded form, for look-up only."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="aliases", verbose_name=_("source"))
    name = models.CharField(_("name"), max_length=300)
    key = models.CharField(_("look-up key"), max_length=300, editable=False)
    merged_from = models.ForeignKey(
        Source, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        constraints = [models.UniqueConstraint(fields=["key"], name="a_name_leads_to_one_source")]

    def __str__(self) -> str:
        return self.name


class Kinship(models.Model):
    """A suggestion that two sources are one, or that one belongs to the other, with its reason; what was answered is not asked again."""

    class Tie(models.TextChoices):
        SAME = "same", _("one and the same")
        MEMBER = "member", _("belongs to")

    class Reason(models.TextChoices):
        SPELLING = "spelling", _("the same name, spelt otherwise")
        DESCRIBED = "described", _("the same name with a description")
        TITLE = "title", _("the same name with a title")
        SHORT = "short", _("a shorter form of the name")
        SEVERAL = "several", _("a shorter form of several names")
        INITIALS = "initials", _("the same name with initials")
        ABBREVIATION = "abbreviation", _("its initial letters")
        BODY = "body", _("its members, by their title")
        OUTLET = "outlet", _("called so by the same outlet")

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Proposed")
        ACCEPTED = "accepted", _("Accepted")
        REFUSED = "refused", _("Refused")

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="kinships", verbose_name=_("source"))
    other = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="+", verbose_name=_("other source"))
    tie = models.CharField(_("tie"), max_length=6, choices=Tie.choices)
    reason = models.CharField(_("reason"), max_length=12, choices=Reason.choices)
    score = models.FloatField(_("score"))
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.PROPOSED)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(_("made at"), db_default=Now(), editable=False)

    class Meta:
        ordering = ["-score", "pk"]
        verbose_name = _("kinship of sources")
        verbose_name_plural = _("kinships of sources")
        constraints = [
            models.UniqueConstraint(fields=["source", "other", "tie"], name="a_kinship_is_suggested_once"),
            models.CheckConstraint(condition=~Q(source=F("other")), name="a_source_is_not_its_own_kin"),
        ]
        indexes = [models.Index(fields=["state", "-score", "id"], name="kinship_waiting")]

    def __str__(self) -> str:
        return f"{self.source_id} {self.tie} {self.other_id} {self.score:.2f}"
