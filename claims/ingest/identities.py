"""Who is who: sources that turn out to be one, or two, and the names under which they go. Statements follow; each is an event."""

import json
from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from claims.extraction.types import SourceKind as ReadKind
from claims.ingest import circles
from claims.ingest.sources import Named, find_or_make, key_of
from claims.models import Alias, Article, EventPayload, Source, SourceKind, Statement, User
from claims.record import permissions
from claims.record.moves import Change, move
from claims.record.refusals import IllegalMove, Incomplete

_EDITABLE = frozenset({"name", "kind", "parent", "country", "wikidata_id", "home_page"})


def merge(source: Source, *, into: Source, by: User) -> Source:
    """Let one source stand for another: statements, names, members and what was merged into it follow; ``unmerge`` undoes it."""
    permissions.require(by, "manage_sources")
    if source.pk == into.pk:
        raise Incomplete(_("A source cannot be merged into itself."))
    with transaction.atomic():
        now = circles.locked(source.pk, *circles.above(into.pk))
        source, into = now[source.pk], now[into.pk]
        if source.merged_into_id or into.merged_into_id:
            raise IllegalMove(_("One of the two was merged into another source already."))
        if source.pk in circles.above(into.pk)[2:]:
            raise IllegalMove(
                _("“%(into)s” belongs to a member of “%(source)s”: put right first what it belongs to.")
                % {"into": into, "source": source}
            )
        statements = Statement.objects.filter(source=source)
        names, earlier = Alias.objects.filter(source=source), Source.objects.filter(merged_into=source)
        members = Source.objects.filter(parent=source)
        followed = {"statements": statements, "names": names, "merged_earlier": earlier, "members": members}
        told = {name: _numbers(rows) for name, rows in followed.items()}
        members.filter(pk=into.pk).update(parent=None)  # a body that turns out to be its own member
        members.update(parent=into)
        statements.update(source=into)
        names.filter(merged_from__isnull=True).update(merged_from=source)
        names.update(source=into)
        earlier.update(merged_into=into)
        changes = [Change(source, {"merged_into": into}, {"merged_into": None})]
        move("merge_source", source, by=by, changes=changes, more=told)
    return source


def unmerge(source: Source, *, by: User) -> Source:
    """Take a merge back: what followed then returns, as far as nobody has given it to somebody else since."""
    permissions.require(by, "manage_sources")
    with transaction.atomic():
        source = circles.locked(*circles.above(source.pk))[source.pk]
        into = source.merged_into
        if into is None:
            raise IllegalMove(_("This source was not merged into another."))
        told = _told_by_last_merge(source)
        statements = Statement.objects.filter(pk__in=told["statements"], source=into)
        names = Alias.objects.filter(pk__in=told["names"], source=into)
        earlier = Source.objects.filter(pk__in=told["merged_earlier"], merged_into=into)
        # also a body's own member into which it had been merged
        members = Source.objects.filter(Q(parent=into) | Q(pk=into.pk, parent=None), pk__in=told["members"])
        back = {"statements": statements, "names": names, "merged_earlier": earlier, "members": members}
        returned = {name: _numbers(rows) for name, rows in back.items()}
        if set(returned["members"]) & set(circles.above(source.parent_id)):
            raise IllegalMove(
                _("“%(source)s” belongs to one of the members that would return: put right first what it belongs to.")
                % {"source": source}
            )
        statements.update(source=source)
        names.update(source=source)
        Alias.objects.filter(source=source, merged_from=source).update(merged_from=None)
        earlier.update(merged_into=source)
        members.update(parent=source)
        changes = [Change(source, {"merged_into": None}, {"merged_into": into})]
        move("unmerge_source", source, by=by, changes=changes, more=returned)
    return source


def _numbers(rows: QuerySet[Any]) -> list[int]:
    return list(rows.order_by("pk").values_list("pk", flat=True))


def _told_by_last_merge(source: Source) -> dict[str, list[int]]:
    """What followed, as the record tells; where it was erased, what the reading says was the source's own."""
    payload = (
        EventPayload.objects.filter(event__verb="merge_source", event__object_type="source", event__object_id=source.pk)
        .order_by("-event__sequence")
        .first()
    )
    if payload is not None:
        body: dict[str, Any] = json.loads(payload.body)
        return {name: body.get(name, []) for name in ("statements", "names", "merged_earlier", "members")}
    own = Statement.objects.filter(proposed_source=source)
    names = Alias.objects.filter(merged_from=source)
    return {"statements": _numbers(own), "names": _numbers(names), "merged_earlier": [], "members": []}


def edit(source: Source, *, changes: Mapping[str, Any], by: User) -> Source:
    """Put right what the desk knows of a source; a new name leads to it as well."""
    permissions.require(by, "manage_sources")
    different = {name: value for name, value in changes.items() if getattr(source, name) != value}
    if set(changes) - _EDITABLE or different.get("kind", source.kind) not in SourceKind.values:
        raise Incomplete(_("That cannot be said of a source."))
    if not str(different.get("name", source.name)).strip():
        raise Incomplete(_("A source has a name."))
    if not different:
        return source
    with transaction.atomic():
        if different.get("parent") is not None:
            circles.refuse(source, different["parent"])
        unchanged = {name: getattr(source, name) for name in different}
        names = [_free_name(source, different["name"])] if "name" in different else []
        create = [name for name in names if name is not None]
        move("edit_source", source, by=by, changes=[Change(source, different, unchanged)], create=create)
    return source


def add(name: str, *, kind: str = SourceKind.OTHER, article: Article, by: User) -> Source:
    """The source of this name in this article, made as reading the article would make it where the desk has none."""
    permissions.require(by, "verb:suggest")
    named = Named(" ".join(name.split())[:300], ReadKind(kind))
    if not named.name:
        raise Incomplete(_("The name is empty."))
    try:
        with transaction.atomic():
            sources = find_or_make([named], article=article)
            source = sources.found[named]
            if source in sources.made:
                move(
                    "add_source", source, by=by, more={"name": source.name, "kind": source.kind, "article": article.pk}
                )
    except IntegrityError as error:  # somebody brought it in at this very moment
        raise IllegalMove from error
    return source


def add_name(source: Source, *, name: str, by: User) -> Alias:
    """Let another name lead to this source."""
    permissions.require(by, "manage_sources")
    name = " ".join(name.split())[:300]
    if not name:
        raise Incomplete(_("The name is empty."))
    alias = _free_name(source, name)
    if alias is None:
        raise IllegalMove(_("That name leads to this source already."))
    move("add_name", source, by=by, create=[alias])
    return alias


def _free_name(source: Source, name: str) -> Alias | None:
    """A name that is to lead to this source; None where it does already, and IllegalMove where it leads to another."""
    taken = Alias.objects.filter(key=key_of(name)).select_related("source").first()
    if taken is None:
        return Alias(source=source, name=name, key=key_of(name))
    if taken.source_id != source.pk:
        raise IllegalMove(_("That name leads to %(source)s already.") % {"source": taken.source})
    return None


def remove_name(alias: Alias, *, by: User) -> None:
    """Let a name lead to nobody."""
    permissions.require(by, "manage_sources")
    with transaction.atomic():
        if not Alias.objects.select_for_update().filter(pk=alias.pk, source=alias.source_id).exists():
            raise IllegalMove(_("That name leads to nobody, or to another source by now."))
        move("remove_name", alias.source, by=by, delete=[alias])
