"""What people say to one another about a claim, and what the claimant was asked."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from claims.models.claims import Claim
from claims.models.reviews import Round
from claims.models.work import Work


class Comment(models.Model):
    """A remark on a claim; one that was made in an open round is bound by the blind rule."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="comments", verbose_name=_("claim"))
    round = models.ForeignKey(Round, on_delete=models.SET_NULL, null=True, blank=True, related_name="comments")
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="replies")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="comments")
    text = models.TextField(_("text"))
    mentions = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="+")
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    resolved_at = models.DateTimeField(_("resolved at"), null=True, blank=True)
    created_at = models.DateTimeField(_("created at"), db_default=Now(), editable=False)

    class Meta:
        ordering = ["claim_id", "pk"]
        verbose_name = _("comment")
        verbose_name_plural = _("comments")

    def __str__(self) -> str:
        return self.text


class Notification(Work):
    """Something that a person should know of; never carries what the blind rule hides. Its work is its e-mail."""

    class Kind(models.TextChoices):
        MENTION = "mention", _("You were mentioned")
        ASSIGNED = "assigned", _("A claim was assigned to you")
        RELEASED = "released", _("Your hold on a claim was released")
        REAFFIRM = "reaffirm", _("The wording changed after your review")
        SENT_BACK = "sent_back", _("A claim was sent back")
        DISPUTED = "disputed", _("Reviewers disagree: you are asked to adjudicate")
        DECIDED = "decided", _("A claim that you reviewed was decided")
        REOPENED = "reopened", _("A claim that you worked on is looked at again")
        PUBLISHED = "published", _("A claim that you worked on was published")
        WITHDRAWN = "withdrawn", _("A claim that you worked on was withdrawn")

    task: ClassVar[str] = "claims.mail"
    longest_seconds: ClassVar[int] = 60
    # what the record tells of one: whom, of what; how its e-mail fares is no part of it
    not_told: ClassVar = tuple(field.attname for field in Work._meta.local_fields)

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications")
    kind = models.CharField(_("kind"), max_length=9, choices=Kind.choices)
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="+")
    note = models.CharField(_("note"), max_length=300, blank=True)
    read_at = models.DateTimeField(_("read at"), null=True, blank=True)

    class Meta(Work.Meta):
        ordering = ["-pk"]
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        indexes = [*Work.Meta.indexes, models.Index(fields=["person", "read_at"], name="notification_unread")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind}"


class ReplyRequest(models.Model):
    """Right of reply: who was asked, when, through which channel, by when, what came."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="reply_requests", verbose_name=_("claim"))
    asked = models.CharField(_("who was asked"), max_length=200)
    asked_at = models.DateTimeField(_("asked at"))
    channel = models.CharField(_("channel"), max_length=100)
    answer_by = models.DateTimeField(_("answer by"), null=True, blank=True)
    answer = models.TextField(_("what came"), blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["claim_id", "asked_at", "pk"]
        verbose_name = _("request for a reply")
        verbose_name_plural = _("requests for a reply")

    def __str__(self) -> str:
        return f"{self.asked}: {self.answer or '…'}"
