"""Suggestions of who is who among sources: made when a source is new or gets a name, answered by people, never asked twice."""

import re
from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from claims.ingest import identities
from claims.ingest.belonging import body_of, has_titled_members
from claims.ingest.common_names import names_nobody_in_particular
from claims.ingest.namesakes import MOST_LETTERS, likeness, take_apart
from claims.ingest.sources import key_of
from claims.models import Alias, Kinship, Outlet, Source, SourceKind, User
from claims.record import permissions
from claims.record.moves import Change, move
from claims.record.refusals import IllegalMove

_PIECE = re.compile(r"\w+")
LEAST = 0.4
MOST_COMPARED = 400  # names that share a word with a new one; who is called like so many is found by hand
MOST_PROPOSED = 5  # for one source
MEMBERS = 0.75  # how sure it is that a group's words name its body
_NAMED = tuple(set(SourceKind) - {SourceKind.ANONYMOUS, SourceKind.MEDIA_ITEM})


def waiting() -> QuerySet[Kinship]:
    """Suggestions that nobody has answered, of sources that both still stand; the surest first."""
    standing = Q(source__merged_into__isnull=True, other__merged_into__isnull=True)
    return Kinship.objects.filter(standing, state=Kinship.State.PROPOSED).order_by("-score", "pk")


def suggest(sources: Iterable[Source]) -> list[Kinship]:
    """Compare sources by all their names with those that the desk has, and store what may be one, or belong together."""
    made: list[Kinship] = []
    for source in sources:
        if source.merged_into_id is None:
            asked = _asked(source)
            found = [
                kin
                for kin in (*_namesakes(source), *_in_the_same_outlet(source), *_bodies(source))
                if not _known(kin, asked)
            ]
            made += Kinship.objects.bulk_create(found[:MOST_PROPOSED], ignore_conflicts=True)
    return made


def _namesakes(source: Source) -> list[Kinship]:
    """The best of what all names of a source have in common with those of others, one for each other source."""
    own = list(Alias.objects.filter(source=source))
    best: dict[int, Kinship] = {}
    for alias in own:
        for other in _sharing_words(alias):
            found = likeness(alias.name, source.kind, other.name, other.source.kind)
            if found is None or found.score < LEAST:
                continue
            first = found.first_goes or (found.reason == Kinship.Reason.SPELLING and source.pk > other.source_id)
            goes, stands = (source, other.source) if first else (other.source, source)
            kin = Kinship(source=goes, other=stands, tie=Kinship.Tie.SAME, reason=found.reason, score=found.score)
            best[other.source_id] = max(kin, best.get(other.source_id, kin), key=lambda kin: kin.score)
    return _less_sure_of_many(source, sorted(best.values(), key=lambda kin: -kin.score))


def _less_sure_of_many(source: Source, found: Sequence[Kinship]) -> list[Kinship]:
    """A family name that several people bear is none of them in particular."""
    several = [kin for kin in found if kin.reason == Kinship.Reason.SHORT and kin.source == source]
    if len(several) > 1 and source.kind == SourceKind.PERSON:
        for kin in several:
            kin.reason, kin.score = Kinship.Reason.SEVERAL, LEAST
    return list(found)


def _sharing_words(alias: Alias) -> QuerySet[Alias]:
    """Names that hold the last word of this one, or may be its abbreviation or what it abbreviates."""
    name = take_apart(alias.name)
    if not name.core:
        return Alias.objects.none()
    pieces = _PIECE.findall(key_of(" ".join(name.bare)))  # a hyphen may be a space in the other name
    wanted = Q(key__contains=pieces[-1]) | Q(key__contains=pieces[0])
    if len(name.bare) == 1 and name.bare[0].isupper() and len(name.bare[0]) <= MOST_LETTERS:
        wanted |= Q(key__startswith=key_of(name.bare[0][0]), key__contains=" ")
    if len(name.initials) > 1:
        wanted |= Q(key__in=[name.initials, ".".join(name.initials), ".".join(name.initials) + "."])
    standing = Alias.objects.filter(wanted, source__merged_into__isnull=True, source__kind__in=_NAMED)
    return standing.exclude(source=alias.source_id).select_related("source").order_by("pk")[:MOST_COMPARED]


def _in_the_same_outlet(source: Source) -> list[Kinship]:
    """The oldest source that the outlet's own articles call by the same common words: the police of a town, in its paper. Only asked."""
    if not names_nobody_in_particular(source.name):
        return []
    outlets = Outlet.objects.filter(articles__texts__statements__source=source)
    called = Source.objects.standing().filter(name__iexact=source.name, kind=source.kind, parent=source.parent_id)
    here = called.filter(pk__lt=source.pk, statements__text_version__article__outlet__in=outlets)
    oldest = here.order_by("pk").first()
    asked = {"tie": Kinship.Tie.SAME, "reason": Kinship.Reason.OUTLET, "score": LEAST}
    return [Kinship(source=source, other=oldest, **asked)] if oldest else []


def _bodies(source: Source) -> list[Kinship]:
    """The body that its members name, where the desk knows that body; and for a new body, the members that name it."""
    if source.kind not in (SourceKind.GOVERNMENT, SourceKind.ORGANISATION):
        body = body_of(source.name) if source.parent_id is None else None
        known = Alias.objects.filter(key=key_of(body)).select_related("source").first() if body else None
        pairs = [(source, known.source)] if known else []
    elif has_titled_members(source.name):
        members = Source.objects.standing().filter(parent__isnull=True, name__contains=source.name.split()[0])
        alike = members.exclude(pk=source.pk).order_by("pk")[:MOST_COMPARED]
        pairs = [(member, source) for member in alike if body_of(member.name) == source.name]
    else:
        pairs = []
    return [
        Kinship(source=member, other=body, tie=Kinship.Tie.MEMBER, reason=Kinship.Reason.BODY, score=MEMBERS)
        for member, body in pairs
        if member.pk != body.pk
    ]


def _asked(source: Source) -> set[frozenset[int]]:
    """Pairs that were suggested before, also under names since merged into either."""
    about = Q(pk__in=[source.pk, *source.merged.values_list("pk", flat=True)])
    own = Source.objects.filter(about).values("pk")
    rows = Kinship.objects.filter(Q(source__in=own) | Q(other__in=own)).select_related("source", "other")
    return {
        frozenset((kin.source.merged_into_id or kin.source_id, kin.other.merged_into_id or kin.other_id))
        for kin in rows
    }


def _known(kin: Kinship, asked: set[frozenset[int]]) -> bool:
    return frozenset((kin.source_id, kin.other_id)) in asked


def accept(kinship: Kinship, *, by: User) -> Kinship:
    """They are one, or belong together: the merge or the belonging is made in the same transaction."""
    permissions.require(by, "manage_sources")
    with transaction.atomic():
        _answer("accept_kinship", kinship, Kinship.State.ACCEPTED, by)
        source, other = kinship.source, kinship.other
        if kinship.tie == Kinship.Tie.SAME:
            identities.merge(source, into=other, by=by)
            suggest([other])
        else:
            identities.edit(source, changes={"parent": other}, by=by)
    return kinship


def refuse(kinship: Kinship, *, by: User) -> Kinship:
    """They are two: it is not suggested again, whatever is merged into either later."""
    permissions.require(by, "manage_sources")
    _answer("refuse_kinship", kinship, Kinship.State.REFUSED, by)
    return kinship


def _answer(verb: str, kinship: Kinship, state: Kinship.State, by: User) -> None:
    if kinship.state != Kinship.State.PROPOSED:
        raise IllegalMove(_("Somebody has answered this already."))
    told = {"source": kinship.source_id, "other": kinship.other_id, "tie": kinship.tie}
    move(verb, kinship, by=by, changes=[Change(kinship, {"state": state, "by": by})], more=told)
