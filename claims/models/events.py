"""The record: append-only, hash-chained, by trigger on both databases."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.Model):
    """One row of the record. The header is for ever; what happened lies in its payload row, which a redaction may erase.

    ``digest`` is SHA-256 over the previous digest, the header and the salted digest of the payload.
    """

    sequence = models.PositiveBigIntegerField(_("sequence"), unique=True)
    time = models.DateTimeField(_("time"))
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("actor")
    )
    verb = models.CharField(_("verb"), max_length=40)
    object_type = models.CharField(_("object"), max_length=40)
    object_id = models.PositiveBigIntegerField(_("object number"))
    claim = models.ForeignKey(
        "claims.Claim", on_delete=models.PROTECT, null=True, related_name="events", verbose_name=_("claim")
    )
    article = models.ForeignKey(
        "claims.Article", on_delete=models.PROTECT, null=True, related_name="events", verbose_name=_("article")
    )
    payload_digest = models.CharField(_("salted digest of the payload"), max_length=64)
    previous = models.CharField(_("previous digest"), max_length=64)
    digest = models.CharField(_("digest"), max_length=64)

    class Meta:
        ordering = ["sequence"]
        verbose_name = _("event")
        verbose_name_plural = _("events")
        indexes = [models.Index(fields=["object_type", "object_id", "sequence"], name="event_object")]

    def __str__(self) -> str:
        return f"{self.sequence} {self.verb} {self.object_type} {self.object_id}"


class EventPayload(models.Model):
    """Before, after and reason of an event, as canonical JSON, with the salt of its digest."""

    event = models.OneToOneField(Event, on_delete=models.PROTECT, primary_key=True, related_name="payload")
    body = models.TextField(_("body"))
    salt = models.CharField(_("salt"), max_length=32)

    class Meta:
        verbose_name = _("payload of an event")
        verbose_name_plural = _("payloads of events")

    def __str__(self) -> str:
        return self.body


class ChainHead(models.Model):
    """The chain's last link: one row, locked last in every transaction that writes an event."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    sequence = models.PositiveBigIntegerField(_("sequence"), default=0)
    digest = models.CharField(_("digest"), max_length=64, default="0" * 64)

    class Meta:
        verbose_name = _("head of the chain")
        verbose_name_plural = _("head of the chain")
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="the_chain_has_one_head")]

    def __str__(self) -> str:
        return f"{self.sequence} {self.digest[:12]}"
