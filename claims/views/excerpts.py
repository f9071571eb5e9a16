"""A claim in its sentence: a few words around its first appearance, cut by the database so that no whole text travels."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F
from django.db.models.functions import Greatest, Substr

from claims.models import AppearanceSpan, Article, Claim, Statement

AROUND = 220  # characters before and after: a long sentence


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Where a claim is made, with the words before, of and after it."""

    before: str
    said: str
    after: str
    article: Article
    statement: Statement | None


def excerpts(claims: Iterable[Claim]) -> dict[int, Excerpt]:
    """The excerpt of each claim's first appearance, by claim; two statements whatever their number."""
    spans = (
        AppearanceSpan.objects.filter(appearance__claim__in=list(claims), proposed=False)
        .annotate(
            before_at=Greatest(F("start") - AROUND, 0),
            around=Substr(
                "appearance__text_version__text",
                Greatest(F("start") - AROUND, 0) + 1,
                F("end") - F("start") + 2 * AROUND,
            ),
        )
        .select_related("appearance__statement__source", "appearance__text_version__article")
        .defer("appearance__text_version__text")
        .order_by("appearance__claim", "appearance__ordinal", "appearance", "start")
    )
    found: dict[int, Excerpt] = {}
    for span in spans:
        claim = span.appearance.claim_id
        if claim not in found:
            found[claim] = _excerpt(span)
    return found


def _excerpt(span: AppearanceSpan) -> Excerpt:
    around: str = span.around  # type: ignore[attr-defined]  # annotated by the query
    first = span.start - span.before_at  # type: ignore[attr-defined]  # annotated by the query
    last = first + span.end - span.start
    # other paragraphs are not part of the sentence
    before = around[:first].rpartition("\n")[2]
    after = around[last:].partition("\n")[0]
    whole_before = first < AROUND or len(before) < first
    whole_after = len(after) < len(around) - last or len(after) < AROUND
    return Excerpt(
        before=before if whole_before else "…" + before.partition(" ")[2],
        said=around[first:last],
        after=after if whole_after else after.rpartition(" ")[0] + "…",
        article=span.appearance.text_version.article,
        statement=span.appearance.statement,
    )
