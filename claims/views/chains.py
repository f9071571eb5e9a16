"""The attribution chain of a statement, from the outlet that printed it to whoever is said to have said it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from claims.models import Form, Outlet, Relay, Source, SourceKind, Statement
from claims.record.prepared import Prepared


@dataclass(frozen=True, slots=True)
class Link:
    """One who passes a statement on, or its source at the end: a source, an outlet, or words that name nobody known."""

    name: str
    source: Source | None = None
    kind: str = ""


def relays(statements: Iterable[Statement]) -> dict[int, list[Statement]]:
    """The statements that relay each of these, outermost first; one question to the database."""
    found: dict[int, list[Statement]] = defaultdict(list)
    links = Relay.objects.filter(statement__in=[statement.pk for statement in statements])
    for link in links.select_related("relay__source__parent").order_by("statement", "position"):
        found[link.statement_id].append(link.relay)
    return found


def relays_of(statement: Statement) -> list[Statement]:
    """The statements that relay this one, outermost first."""
    return [link.relay for link in _links(statement=statement.pk)]


@Prepared
def _links(statement: Any) -> QuerySet[Relay]:
    return Relay.objects.filter(statement=statement).select_related("relay__source__parent").order_by("position")


def chain(outlet: Outlet | None, relayed_by: Iterable[Statement], statement: Statement | None) -> list[Link]:
    """The links in order: outlet ← Russian media ← video; only the first where the article speaks with its own voice."""
    links = [Link(outlet.name if outlet else "", kind="outlet")]
    if statement is None or statement.form == Form.NARRATED:
        return links
    for said in (*relayed_by, statement):
        if said.source is None and said.form == Form.NARRATED:
            continue  # a person found that nobody passed it on but the article
        shared_by = said.source.parent if said.source and said.source.kind == SourceKind.MEDIA_ITEM else None
        if (
            shared_by is not None and shared_by != links[-1].source
        ):  # "videos shared by Russian media" came through them
            links.append(Link(shared_by.name, shared_by))
        links.append(Link(said.source.name if said.source else said.source_wording, said.source))
    return links
