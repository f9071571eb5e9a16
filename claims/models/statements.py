"""Who says what, where in the text."""

from django.db import models
from django.db.models import Count, F, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from claims.models.articles import ExtractionRun, TextVersion
from claims.models.sources import Source, SourceQuerySet


def with_counts(sources: SourceQuerySet) -> SourceQuerySet:
    """Sources with ``statement_count`` and ``article_count``, as subqueries: only the rows of one page pay for them."""
    return sources.annotate(
        statement_count=_of_source(Count("pk")), article_count=_of_source(Count("text_version__article", distinct=True))
    )


def _of_source(count: Count) -> Coalesce:
    own = Statement.objects.filter(source=OuterRef("pk")).order_by().values("source")
    return Coalesce(Subquery(own.annotate(n=count).values("n"), output_field=IntegerField()), 0)


class Form(models.TextChoices):
    DIRECT = "direct", _("Direct")
    INDIRECT = "indirect", _("Indirect")
    MIXED = "mixed", _("Mixed")
    NARRATED = "narrated", _("The article's own voice")


class Statement(models.Model):
    """A span with an attribution: source, cue and content. What a person corrected is kept apart from what was read."""

    text_version = models.ForeignKey(TextVersion, on_delete=models.PROTECT, related_name="statements")
    run = models.ForeignKey(ExtractionRun, on_delete=models.PROTECT, null=True, related_name="statements")
    ordinal = models.PositiveIntegerField(_("ordinal"), default=0)
    form = models.CharField(_("form"), max_length=8, choices=Form.choices)
    negative = models.BooleanField(_("negative"), default=False)
    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, null=True, blank=True, related_name="statements", verbose_name=_("source")
    )
    proposed_source = models.ForeignKey(
        Source, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source as read")
    )
    source_wording = models.CharField(_("source in the article's words"), max_length=500, blank=True)
    stated_size = models.CharField(_("stated size"), max_length=80, blank=True)
    member_of = models.CharField(_("member of"), max_length=300, blank=True)
    abstained = models.CharField(_("left to a person because"), max_length=300, blank=True)
    relayed_by: "models.ManyToManyField[Statement, Relay]" = models.ManyToManyField(
        "self", through="Relay", through_fields=("statement", "relay"), symmetrical=False, related_name="relays"
    )

    class Meta:
        ordering = ["text_version_id", "ordinal", "pk"]
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        constraints = [models.UniqueConstraint(fields=["run", "ordinal"], name="statements_of_a_run_are_numbered")]

    def __str__(self) -> str:
        return f"{self.source or self.get_form_display()} · {self.ordinal}"


class StatementSpan(models.Model):
    """One piece of a statement's source, cue or content."""

    class Part(models.TextChoices):
        SOURCE = "source", _("Source")
        CUE = "cue", _("Cue")
        CONTENT = "content", _("Content")

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="spans")
    part = models.CharField(_("part"), max_length=7, choices=Part.choices)
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))

    class Meta:
        ordering = ["statement_id", "start", "pk"]
        verbose_name = _("span of a statement")
        verbose_name_plural = _("spans of statements")
        constraints = [models.CheckConstraint(condition=Q(start__lt=F("end")), name="statement_span_start_before_end")]

    def __str__(self) -> str:
        return f"{self.part} {self.start}–{self.end}"


class Relay(models.Model):
    """One link of an attribution chain: *statement* reaches us through *relay*; position 0 is the outermost."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="chain")
    relay = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField(_("position"))

    class Meta:
        ordering = ["statement_id", "position"]
        verbose_name = _("link of an attribution chain")
        verbose_name_plural = _("links of attribution chains")
        constraints = [
            models.UniqueConstraint(fields=["statement", "position"], name="relays_are_numbered"),
            models.CheckConstraint(condition=~Q(statement=F("relay")), name="statement_does_not_relay_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.statement_id} ← {self.relay_id}"
