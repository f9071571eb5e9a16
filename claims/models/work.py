"""Background jobs as rows: the row is the truth, the Celery message is a hint."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class WorkState(models.TextChoices):
    QUEUED = "queued", _("Waiting")
    RUNNING = "running", _("Running")
    DONE = "done", _("Done")
    FAILED = "failed", _("Failed")


class Work(models.Model):
    """A background job that owns its lease.

        QUEUED ──take──▶ RUNNING ──finish──▶ DONE
          ▲                │ fail, or the lease ran out
          └── attempts left ┴── none left ──▶ FAILED(reason)

    ``lease_until`` is the database's time. ``token`` fences: whoever lost the lease can no longer finish.
    Of what is QUEUED ``lease_until`` says until when the sweeper leaves it to the message that it sent; whoever takes it need not care.
    ``task`` is the Celery name that ``record.work.wake`` sends. ``record.leases`` renews the lease while the work is done, for
    ``longest_seconds`` at most, which is the task's hard limit.
    """

    task: ClassVar[str]
    lease_seconds: ClassVar[int] = 30  # decision 13: the dead are found within a minute, the living may be slow
    longest_seconds: ClassVar[int] = 120
    max_attempts: ClassVar[int] = 3

    state = models.CharField(_("state"), max_length=8, choices=WorkState.choices, default=WorkState.QUEUED)
    token = models.CharField(_("token"), max_length=32, blank=True)
    lease_until = models.DateTimeField(_("lease until"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_attempt_at = models.DateTimeField(_("next attempt at"), null=True, blank=True)
    stage = models.CharField(_("stage"), max_length=60, blank=True)
    progress = models.PositiveIntegerField(_("progress"), default=0)
    total = models.PositiveIntegerField(_("total"), default=0)
    reason = models.TextField(_("reason"), blank=True)
    created_at = models.DateTimeField(_("created at"), db_default=Now(), editable=False)
    started_at = models.DateTimeField(_("started at"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    class Meta:
        abstract = True
        indexes = [
            # the sweeper's two questions: what waits too long, whose lease ran out
            models.Index(fields=["state", "lease_until"], name="%(class)s_state_lease"),
        ]

    @property
    def is_over(self) -> bool:
        return self.state in (WorkState.DONE, WorkState.FAILED)

    @property
    def percent(self) -> int:
        """Whole percents of what is known to be done; 100 only when done."""
        if self.state == WorkState.DONE:
            return 100
        return min(99, 100 * self.progress // self.total) if self.total else 0


class Heartbeat(models.Model):
    """When a part of the house was last seen alive: a worker queue, or the sweeper."""

    name = models.CharField(_("name"), max_length=40, unique=True)
    at = models.DateTimeField(_("at"))

    class Meta:
        ordering = ["name"]
        verbose_name = _("heartbeat")
        verbose_name_plural = _("heartbeats")

    def __str__(self) -> str:
        return f"{self.name} {self.at:%H:%M:%S}"
