"""A claim in its article: the paragraphs around its first appearance, with its own marks and those of who says it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from claims.models import Appearance, AppearanceSpan, Claim, Passage, Statement, StatementSpan, TextVersion
from claims.record.prepared import Prepared
from claims.templatetags import marked
from claims.views import chains, known

AROUND = 4_000  # characters on either side: the page of a reviewer who wants more is the reading view


@dataclass(frozen=True, slots=True)
class Place:
    """The lines around a claim, and the statement that makes it."""

    appearance: Appearance
    lines: list[marked.Line]
    statement: Statement | None
    chain: list[chains.Link]


def around(claim: Claim) -> dict[str, Any]:
    """What stands beside the form: the claim in its article, its other places, who says it, and what the desk knows near by."""
    places = _appearances(claim=claim.pk)
    said_by = {place.statement.source for place in places if place.statement}
    return {
        "place": _place(places[0]) if places else None,
        "elsewhere": places[1:],
        "sources": said_by - {None},
        "proposals": known.proposals(claim),
        "measured": known.measured(claim),
    }


def _place(appearance: Appearance) -> Place | None:
    """An appearance in its article; None where no span tells where."""
    spans = _spans(appearance=appearance.pk)
    if not spans:
        return None
    version, statement = appearance.text_version, appearance.statement
    [text] = _text(version=version.pk)
    first, last = spans[0].start, spans[-1].end
    start = text.rfind("\n", 0, max(first - AROUND, 0)) + 1
    end = text.find("\n", min(last + AROUND, len(text)))
    end = len(text) if end < 0 else end
    marks = [marked.Mark(span.start, span.end, "claim", appearance.claim_id) for span in spans]
    if statement is not None:
        said = _said(statement=statement.pk)
        marks += [marked.Mark(span.start, span.end, span.part, statement.pk) for span in said]
    passages = _passages(version=version.pk, start=start, end=end)
    lines = marked.lines(
        text,
        blocks=[marked.Block(p.start, p.end, p.kind) for p in passages],
        marks=marks,
        pins=[marked.Pin(first, "here")],
        start=start,
        end=end,
    )
    between = chains.relays_of(statement) if statement else []
    links = chains.chain(version.article.outlet, between, statement)
    return Place(appearance, lines, statement, links if len(links) > 2 else [])


@Prepared
def _appearances(claim: Any) -> QuerySet[Appearance]:
    """All places of a claim, without their texts."""
    places = Appearance.objects.filter(claim=claim).select_related(
        "text_version__article__outlet", "statement__source__parent"
    )
    return places.defer("text_version__text")


@Prepared
def _spans(appearance: Any) -> QuerySet[AppearanceSpan]:
    return AppearanceSpan.objects.filter(appearance=appearance, proposed=False)


@Prepared
def _text(version: Any) -> QuerySet[TextVersion, str]:
    return TextVersion.objects.filter(pk=version).values_list("text", flat=True)


@Prepared
def _said(statement: Any) -> QuerySet[StatementSpan]:
    return StatementSpan.objects.filter(statement=statement).order_by("start", "end")


@Prepared
def _passages(version: Any, start: Any, end: Any) -> QuerySet[Passage]:
    return Passage.objects.filter(text_version=version, start__lt=end, end__gt=start).order_by("start")
