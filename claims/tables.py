"""Tables of the desk: what a list shows of each row."""

from typing import Any, ClassVar

import django_tables2 as tables
from django.template.loader import get_template, render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from claims.extraction.types import TOO_LONG
from claims.models import Article, Claim, CorrectionRequest, Feed, Slot, Source
from claims.models.articles import READ_LANGUAGES


class DeskTable(tables.Table):  # type: ignore[misc]  # django-tables2 has no types
    """A table whose order is total: *tie_break* settles every tie, so that no row is on two pages or on none."""

    tie_break: ClassVar[str] = "pk"

    class Meta:
        attrs: ClassVar[dict[str, str]] = {"class": "table"}
        order_by_field = "sort"

    @property
    def order_by(self) -> Any:
        return self._order_by

    @order_by.setter
    def order_by(self, value: Any) -> None:
        tables.Table.order_by.fset(self, value)
        rows: Any = getattr(self.data, "data", None)
        named = getattr(getattr(rows, "query", None), "order_by", ())
        if named and not {"pk", "-pk", "id", "-id", self.tie_break} & {name.lstrip("-") for name in named}:
            self.data.data = rows.order_by(*named, self.tie_break)


class PartColumn(tables.TemplateColumn):  # type: ignore[misc]  # as above
    """A cell with a template of its own, which is told the row and the request: what a page is told besides costs more than the cell."""

    def render(self, record: Any, table: DeskTable) -> SafeString:
        told = {"record": record, "request": getattr(table, "request", None)}
        return mark_safe(get_template(self.template_name).render(told))  # noqa: S308  # what a template gives is safe


def main_cell(address: str, words: str) -> SafeString:
    """A row's own name, as a link; user text keeps its direction to itself, and what is unseen in it is shown."""
    return render_to_string("tables/main_cell.html", {"address": address, "words": words})


MAIN: dict[str, Any] = {"td": {"class": "cell-main"}}
WORDS: dict[str, Any] = {"td": {"class": "cell-words"}}
SHORT: dict[str, Any] = {"td": {"class": "cell-short"}}
NUMBER: dict[str, Any] = {"td": {"class": "cell-number"}, "th": {"class": "cell-number"}}


class ArticleTable(DeskTable):
    title = tables.Column(verbose_name=_("Article"), attrs=MAIN, empty_values=())
    dated = PartColumn(verbose_name=_("Dated"), attrs=SHORT, order_by=("on_day",), template_name="articles/_dated.html")
    work_state = tables.Column(verbose_name=_("Reading"), attrs=SHORT, orderable=False)
    claim_count = tables.Column(verbose_name=_("Claims"), attrs=NUMBER)
    waiting = tables.Column(verbose_name=_("In triage"), attrs=NUMBER)
    submitted_by = tables.Column(verbose_name=_("Taken in by"), attrs=SHORT, orderable=False)
    created_at = tables.DateTimeColumn(verbose_name=_("Taken in"), attrs=SHORT, format="j M Y, H:i")

    class Meta(DeskTable.Meta):
        model = Article
        fields: ClassVar[list[str]] = []

    def render_title(self, record: Article) -> SafeString:
        return main_cell(record.get_absolute_url(), str(record))

    def render_work_state(self, record: Article) -> SafeString:
        told = {"state": record.work_state, "passed_over": _passed_over(record)}  # type: ignore[attr-defined]  # annotated by the list's query
        return render_to_string("articles/state.html", told)

    def render_submitted_by(self, record: Article) -> SafeString:
        return format_html("<bdi>{}</bdi>", record.submitted_by)


def _passed_over(record: Any) -> str:
    """A word on an article whose claims people have to mark: nothing was looked for in its text, or in a part of it."""
    if (record.read_language or "en") not in READ_LANGUAGES:
        return _("Other language (%(code)s)") % {"code": record.read_language}
    return str(_("Read in part")) if TOO_LONG in (record.read_notes or ()) else ""


class SourceTable(DeskTable):
    name = tables.Column(verbose_name=_("Source"), attrs=MAIN)
    kind = tables.Column(verbose_name=_("Kind"), attrs=SHORT)
    parent = tables.Column(verbose_name=_("Belongs to"), attrs=WORDS, orderable=False)
    statement_count = tables.Column(verbose_name=_("Statements"), attrs=NUMBER)
    article_count = tables.Column(verbose_name=_("Articles"), attrs=NUMBER)

    class Meta(DeskTable.Meta):
        model = Source
        fields: ClassVar[list[str]] = []

    def render_name(self, record: Source) -> SafeString:
        return main_cell(record.get_absolute_url(), record.name)

    def render_parent(self, value: Source) -> SafeString:
        return main_cell(value.get_absolute_url(), value.name)


class ClaimTable(DeskTable):
    wording = tables.Column(verbose_name=_("Claim"), attrs=MAIN, orderable=False)
    source_name = tables.Column(verbose_name=_("Source"), attrs=WORDS, orderable=False, empty_values=())
    status = PartColumn(
        verbose_name=_("Status"), attrs=SHORT, orderable=False, template_name="claims/_status_chip.html"
    )
    verdict = PartColumn(
        verbose_name=_("Verification status"), attrs=SHORT, orderable=False, template_name="claims/_verdict_chip.html"
    )
    check_worthiness = tables.Column(verbose_name=_("Check-worthiness"), attrs=NUMBER)
    article = tables.Column(verbose_name=_("Article"), attrs=WORDS, orderable=False)

    class Meta(DeskTable.Meta):
        model = Claim
        fields: ClassVar[list[str]] = []

    def render_wording(self, record: Claim) -> SafeString:
        return main_cell(record.get_absolute_url(), record.wording)

    def render_source_name(self, value: str | None, record: Claim) -> SafeString:
        if value:
            return format_html("<bdi>{}</bdi>", value)
        nobody_known = record.unresolved  # type: ignore[attr-defined]  # annotated by the list's query
        return format_html(
            "<span class='soft'>{}</span>", _("Not resolved") if nobody_known else _("The article itself")
        )

    def render_check_worthiness(self, value: float) -> str:
        return f"{value:.2f}"

    def render_article(self, value: Article) -> SafeString:
        return format_html('<a href="{}"><bdi>{}</bdi></a>', value.get_absolute_url(), value)


class HoldTable(DeskTable):
    wording = tables.Column(verbose_name=_("Claim"), attrs=MAIN, accessor="claim__wording", orderable=False)
    holder = tables.Column(verbose_name=_("Held by"), attrs=SHORT, orderable=False)
    taken_at = tables.DateTimeColumn(verbose_name=_("Since"), attrs=SHORT, format="j M, H:i")
    lease_until = tables.DateTimeColumn(verbose_name=_("Until"), attrs=SHORT, format="j M, H:i")
    release = PartColumn(verbose_name=_("Break it"), orderable=False, template_name="holds/_release.html", attrs=SHORT)

    class Meta(DeskTable.Meta):
        model = Slot
        fields: ClassVar[list[str]] = []

    def render_wording(self, record: Slot) -> SafeString:
        return main_cell(record.claim.get_absolute_url(), record.claim.wording)

    def render_holder(self, value: object) -> SafeString:
        return format_html("<bdi>{}</bdi>", value)


class DueTable(DeskTable):
    wording = tables.Column(verbose_name=_("Claim"), attrs=MAIN, orderable=False)
    due_on = PartColumn(
        verbose_name=_("Look again by"), attrs=SHORT, template_name="claims/_due.html", order_by=("due_on",)
    )
    status = PartColumn(
        verbose_name=_("Status"), attrs=SHORT, orderable=False, template_name="claims/_status_chip.html"
    )
    verdict = PartColumn(
        verbose_name=_("Verification status"), attrs=SHORT, orderable=False, template_name="claims/_verdict_chip.html"
    )
    as_of = tables.DateColumn(verbose_name=_("True as of"), attrs=SHORT, format="j M Y")
    article = tables.Column(verbose_name=_("Article"), attrs=WORDS, orderable=False)

    class Meta(DeskTable.Meta):
        model = Claim
        fields: ClassVar[list[str]] = []

    def render_wording(self, record: Claim) -> SafeString:
        return main_cell(record.get_absolute_url(), record.wording)

    def render_article(self, value: Article) -> SafeString:
        return format_html('<a href="{}"><bdi>{}</bdi></a>', value.get_absolute_url(), value)


class CorrectionTable(DeskTable):
    wording = tables.Column(verbose_name=_("Claim"), attrs=MAIN, orderable=False, accessor="claim__wording")
    outlet = tables.Column(verbose_name=_("Outlet"), attrs=WORDS, orderable=False, accessor="article__outlet")
    asked = tables.Column(verbose_name=_("Who was asked"), attrs=WORDS, orderable=False)
    asked_on = tables.DateColumn(verbose_name=_("Asked on"), attrs=SHORT, format="j M Y")
    channel = tables.Column(verbose_name=_("Channel"), attrs=SHORT, orderable=False)
    outcome = PartColumn(
        verbose_name=_("What came"), attrs=SHORT, orderable=False, template_name="claims/_outcome.html"
    )

    class Meta(DeskTable.Meta):
        model = CorrectionRequest
        fields: ClassVar[list[str]] = []

    def render_wording(self, record: CorrectionRequest) -> SafeString:
        return main_cell(f"{record.claim.get_absolute_url()}#corrections", record.claim.wording)

    def render_outlet(self, value: object) -> SafeString:
        return format_html("<bdi>{}</bdi>", value)

    def render_asked(self, value: str) -> SafeString:
        return format_html("<bdi>{}</bdi>", value)


class FeedTable(DeskTable):
    title = tables.Column(verbose_name=_("Feed"), attrs=MAIN, empty_values=())
    outlet = tables.Column(verbose_name=_("Outlet"), attrs=WORDS, orderable=False)
    health = PartColumn(verbose_name=_("Health"), attrs=SHORT, orderable=False, template_name="feeds/_health.html")
    answered_at = tables.DateTimeColumn(verbose_name=_("Last good answer"), attrs=SHORT, format="j M Y, H:i")
    failures = tables.Column(verbose_name=_("Failures in a row"), attrs=NUMBER)
    trouble = tables.Column(verbose_name=_("Last trouble"), attrs=WORDS, orderable=False)
    next_poll_at = tables.DateTimeColumn(verbose_name=_("Next poll"), attrs=SHORT, format="j M Y, H:i")
    article_count = tables.Column(verbose_name=_("Articles"), attrs=NUMBER)
    switches = PartColumn(verbose_name=_("Switches"), orderable=False, template_name="feeds/_switches.html")

    class Meta(DeskTable.Meta):
        model = Feed
        fields: ClassVar[list[str]] = []

    def render_title(self, record: Feed) -> SafeString:
        return main_cell(reverse("admin:claims_feed_change", args=[record.pk]), str(record))

    def render_outlet(self, value: object) -> SafeString:
        return format_html("<bdi>{}</bdi>", value)


class LedgerTable(DeskTable):
    """Groups of claims (values, not rows of a model): what came of them, and which share was checked."""

    tie_break = "group"

    group = tables.Column(verbose_name=_("Group"), attrs=MAIN, empty_values=())
    proposed = tables.Column(verbose_name=_("Proposed"), attrs=NUMBER)
    accepted = tables.Column(verbose_name=_("Accepted"), attrs=NUMBER)
    dismissed = tables.Column(verbose_name=_("Dismissed"), attrs=NUMBER)
    decided = tables.Column(verbose_name=_("Decided"), attrs=NUMBER)
    published = tables.Column(verbose_name=_("Published"), attrs=NUMBER)
    checked = PartColumn(verbose_name=_("Checked"), attrs=SHORT, orderable=False, template_name="ledger/_checked.html")
    supported = tables.Column(verbose_name=_("Supported"), attrs=NUMBER)
    refuted = tables.Column(verbose_name=_("Refuted"), attrs=NUMBER)
    other = tables.Column(verbose_name=_("Other verdicts"), attrs=NUMBER)
    wrong = PartColumn(
        verbose_name=_("Share refuted"), attrs=SHORT, orderable=False, template_name="ledger/_wrong.html"
    )

    class Meta(DeskTable.Meta):
        attrs: ClassVar[dict[str, str]] = {"class": "table table-figures"}
        fields: ClassVar[list[str]] = []

    def render_group(self, record: dict[str, Any]) -> SafeString:
        return render_to_string("ledger/_group.html", {"by": record["by"], "group": record["group"]})
