"""What an exported list says of each row, and what of it is for whom."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse

from claims.exports.cells import Cell, Row
from claims.models import Claim, with_counts
from claims.record import visibility
from claims.record.visibility import Viewer

AT_ONCE = 2_000  # rows
Says = Callable[[Any, Viewer], Cell]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list as a file: its name, what its columns need of a query, and the columns by name, for scripts and so in one language."""

    name: str
    needed: Callable[[Any], QuerySet[Any]]
    columns: dict[str, Says]

    def rows(self, found: QuerySet[Any], viewer: Viewer) -> Iterator[Row]:
        """Each row as this person may read it; the database is asked once, and one batch of rows is held at a time."""
        asked = self.needed(found).iterator(chunk_size=AT_ONCE)
        return ([says(one, viewer) for says in self.columns.values()] for one in asked)


def _plain(name: str) -> Says:
    return lambda row, _viewer: getattr(row, name)


def _of(relation: str, name: str) -> Says:
    return lambda row, _viewer: getattr(getattr(row, relation), name, "") or ""


def _address(row: Any, _viewer: Viewer) -> str:
    return f"{settings.PUBLIC_ADDRESS.rstrip('/')}{row.get_absolute_url()}"


def _readable(name: str) -> Says:
    """What a verdict says, where it is for this person."""
    return lambda claim, viewer: "" if visibility.hides_verdict(claim, viewer) else getattr(claim, name)


def _outlet(claim: Claim, _viewer: Viewer) -> str:
    return claim.article.outlet.name if claim.article.outlet else ""


def _page(claim: Claim, _viewer: Viewer) -> str:
    return claim.article.canonical_address or claim.article.address


def _article(claim: Claim, _viewer: Viewer) -> str:
    return f"{settings.PUBLIC_ADDRESS.rstrip('/')}{reverse('article', args=[claim.article_id])}"


CLAIMS = Sheet(
    "claims",
    lambda claims: claims.with_source_name().select_related("article__outlet"),
    {
        "claim": _plain("pk"),
        "public_id": _plain("public_id"),
        "address": _address,
        "wording": _plain("wording"),
        "source": _plain("source_name"),
        "status": _plain("status"),
        "verdict": _readable("verdict"),
        "attribution_verdict": _readable("attribution_verdict"),
        "check_worthiness": _plain("check_worthiness"),
        "harm": _plain("harm"),
        "as_of": _plain("as_of"),
        "created_at": _plain("created_at"),
        "article": _article,
        "article_title": _of("article", "title"),
        "article_address": _page,
        "article_dated": _of("article", "dated"),  # by somebody
        "article_dated_read": _of("article", "dated_read"),  # found in the text, said by nobody
        "outlet": _outlet,
        "topic": _of("article", "topic"),
    },
)
SOURCES = Sheet(
    "sources",
    lambda sources: with_counts(sources).select_related("parent"),
    {
        "source": _plain("pk"),
        "address": _address,
        "name": _plain("name"),
        "kind": _plain("kind"),
        "belongs_to": _of("parent", "name"),
        "country": _plain("country"),
        "wikidata_id": _plain("wikidata_id"),
        "home_page": _plain("home_page"),
        "statements": _plain("statement_count"),
        "articles": _plain("article_count"),
    },
)
