"""Keeping evidence: a copy of what stood at its address when it was given."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from claims.models.reviews import Evidence
from claims.models.work import Work


class Archive(Work):
    """Getting one copy of a piece of evidence, and finding out whether its address lives."""

    task: ClassVar[str] = "claims.archive"
    longest_seconds: ClassVar[int] = 60

    evidence = models.OneToOneField(Evidence, on_delete=models.CASCADE, related_name="archive")

    class Meta(Work.Meta):
        ordering = ["-pk"]
        verbose_name = _("archiving of evidence")
        verbose_name_plural = _("archivings of evidence")

    def __str__(self) -> str:
        return str(self.evidence)
