"""Sources: whom statements are attributed to."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import F, Prefetch, Q, QuerySet
from django.db.models.functions import Least, Substr
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.generic import View

from claims.filters import SourceFilter
from claims.forms.sources import NameForm
from claims.ingest import kinships
from claims.memory.intervals import ENOUGH
from claims.memory.track_record import track_record
from claims.models import Appearance, Source, Statement, StatementSpan, Verdict, with_counts
from claims.record.permissions import may
from claims.tables import SourceTable
from claims.views import seen
from claims.views.desk import DeskList, DoorMixin

SHOWN = 20  # statements on one page
LEGEND = [*Verdict.choices, ("none", _("Without a verdict"))]
MOST_MEMBERS = 20
MOST_QUOTED = 600  # characters of a statement's content that are quoted; its article has the rest


class SourceList(DeskList):
    door = "see_desk"
    table_class = SourceTable
    filterset_class = SourceFilter
    template_name = "sources/list.html"
    empty_template = "sources/empty.html"
    heading = _("Sources")
    export_route = "sources_export"
    lead = _("Everybody to whom an article attributes a statement: people, bodies, groups, media, documents.")

    def get_queryset(self) -> QuerySet[Source]:
        return with_counts(Source.objects.standing()).select_related("parent").order_by("name", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = kinships.waiting().count() if may(self.person, "manage_sources") else None
        return super().get_context_data(waiting=asked, **kwargs)


class SourcePage(seen.Seeing, DoorMixin, View):
    """One source: its names, what it belongs to, and all that it is said to have said."""

    door = "see_desk"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        sources = Source.objects.select_related("parent", "merged_into").prefetch_related("aliases", "merged")
        source = get_object_or_404(sources, pk=pk)
        page = Paginator(_statements(source), SHOWN).get_page(request.GET.get("page"))
        quoted = [(statement, quote(statement)) for statement in page.object_list]
        record = track_record(source, user=self.person)
        context = {
            "source": source,
            "page": page,
            "quoted": quoted,
            "also": [alias for alias in source.aliases.all() if alias.name != source.name],
            "members": source.members.filter(merged_into__isnull=True).order_by("name", "pk")[: MOST_MEMBERS + 1],
            "most_members": MOST_MEMBERS,
            "kinships": kinships.waiting().filter(Q(source=source) | Q(other=source)).select_related("source", "other"),
            "may_manage": may(request.user, "manage_sources"),
            "name_form": NameForm(),
            "record": record,
            "most": max((period.total for period in record.periods), default=0),
            "legend": LEGEND,
            "enough": ENOUGH,
        }
        return render(request, "sources/source.html", context)


def _statements(source: Source) -> QuerySet[Statement]:
    """What it said, also under the sources that were merged into it, the newest article first."""
    claimed = Appearance.objects.select_related("claim").order_by("claim_id", "ordinal")
    return (
        Statement.objects.filter(Q(source=source) | Q(source__merged_into=source))
        .select_related("text_version__article__outlet")
        .defer("text_version__text")
        .prefetch_related(Prefetch("spans", _content(), to_attr="content"), Prefetch("appearances", claimed))
        .order_by("-text_version__article__created_at", "-text_version__article_id", "ordinal", "pk")
    )


def _content() -> QuerySet[StatementSpan]:
    """Content spans with their words, cut by the database so that no whole text travels."""
    length = Least(F("end") - F("start"), MOST_QUOTED)
    words = Substr("statement__text_version__text", F("start") + 1, length)
    return StatementSpan.objects.filter(part=StatementSpan.Part.CONTENT).annotate(words=words).order_by("start")


def quote(statement: Statement) -> str:
    """The statement's content in the article's words, its pieces joined by an ellipsis."""
    said = " … ".join(piece.words for piece in statement.content)  # type: ignore[attr-defined]  # put there by the prefetch
    return said if len(said) < MOST_QUOTED else f"{said[:MOST_QUOTED]}…"
