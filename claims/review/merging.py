"""One claim that stands for another, parts that stand for a whole, and the way back. Places and wishes move, reviews do not."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from claims.models import (
    Appearance,
    AppearanceSpan,
    CheckRequest,
    Claim,
    ClaimVersion,
    DismissReason,
    Source,
    Status,
    User,
)
from claims.record.moves import Change, Move, check, held, move, move_all
from claims.record.refusals import IllegalMove, Incomplete
from claims.review.content import sources_of
from claims.review.corrections import PUBLIC
from claims.review.proposals import checked_wording
from claims.review.rewording import looked_at_anew
from claims.review.rounds import end_slots, standing

MOST_PARTS = 12  # one sentence holds no more; what has is an article


def merge(claim: Claim, *, into: Claim, by: User) -> Claim:
    """Let another claim stand for this one: places and wishes move, reviews do not, and ``restore`` undoes it.

    Who reviewed the other claim answers for a source that this one brings, as after a new wording; a public one is reopened first.
    """
    check("merge", claim, by=by)
    if into.pk == claim.pk:
        raise Incomplete(_("A claim cannot be merged into itself."))
    with transaction.atomic():
        target = _locked(claim.pk, into.pk)[into.pk]
        if target.status in (Status.DISMISSED, Status.MERGED):
            raise IllegalMove(_("The other claim was dismissed or merged. Choose the one that stands."))
        last = target.appearances.count()
        places = [
            Change(place, {"claim": target, "ordinal": last + number, "moved_from": place.moved_from or claim})
            for number, place in enumerate(claim.appearances.all())
        ]
        # who wished for both counts once: their wish for this claim stays with it
        theirs = target.requests.values("person")
        wishes = [
            Change(wish, {"claim": target, "moved_from": wish.moved_from or claim})
            for wish in claim.requests.exclude(person__in=theirs)
        ]
        values = {
            "status": Status.MERGED,
            "merged_into": target,
            "askers": claim.requests.count() - len(wishes),
            "touched": True,
        }
        sources = {*sources_of(target), *sources_of(claim)}
        asked = {"askers": target.requests.count() + len(wishes)}
        gets, anew = _follows(target, sources, asked, through=claim, by=by)
        changes = [Change(claim, values), *gets, *end_slots(claim), *places, *wishes]
        move_all([Move("merge", claim, by, changes), *anew])
    return claim


def restore(claim: Claim, *, by: User) -> Claim:
    """Make a dismissed or merged claim a candidate again; what a merge or a split moved comes back, and with it what had been merged into it."""
    check("restore", claim, by=by)
    with transaction.atomic():
        family = _family(claim)
        moved = Appearance.objects.filter(moved_from__in=family).exclude(claim=claim)
        wished = CheckRequest.objects.filter(moved_from__in=family).exclude(claim=claim)
        giving = {*moved.values_list("claim", flat=True), *wished.values_list("claim", flat=True)}
        locked = _locked(claim.pk, *giving)
        places, wishes = list(moved), list(wished)  # as they are now that nobody else can move them
        coming: list[Appearance | CheckRequest] = [*places, *wishes]
        if not {row.claim_id for row in coming} <= set(locked):
            raise IllegalMove
        values = {
            "status": Status.CANDIDATE,
            "dismiss_reason": "",
            "merged_into": None,
            "askers": claim.requests.count() + len(wishes),
            "touched": True,
        }
        back = [
            Change(row, {"claim": claim, "moved_from": None if row.moved_from_id == claim.pk else row.moved_from})
            for row in coming
        ]
        parts = _parts_to_take_back(claim) if claim.status == Status.MERGED else []
        given = [_given_back(locked[pk], places, wishes, through=claim, by=by) for pk in sorted(giving)]
        gives = [change for changes, _anew in given for change in changes]
        changes = [Change(claim, values), *gives, *parts, *back]
        move_all([Move("restore", claim, by, changes), *(one for _changes, anew in given for one in anew)])
    return claim


def _locked(*numbers: int) -> dict[int, Claim]:
    """These claims, nobody else's to change; in one order for all, or two merges would wait for each other."""
    return {pk: held(Claim(pk=pk)) for pk in sorted(set(numbers))}


def _family(claim: Claim) -> set[int]:
    """The claim, what was merged into it, what had been merged into that, and so on."""
    found, nearest = {claim.pk}, {claim.pk}
    while nearest:
        nearest = set(Claim.objects.filter(merged_into__in=nearest).values_list("pk", flat=True)) - found
        found |= nearest
    return found


def _given_back(
    target: Claim, places: Sequence[Appearance], wishes: Sequence[CheckRequest], *, through: Claim, by: User
) -> tuple[list[Change], list[Move]]:
    """What follows for the claim that gives these places and wishes back."""
    left = Appearance.objects.filter(claim=target).exclude(pk__in=[place.pk for place in places])
    sources = Source.objects.filter(statements__appearances__in=left).values_list("pk", flat=True)
    asked = {"askers": target.requests.exclude(pk__in=[wish.pk for wish in wishes]).count()}
    return _follows(target, set(sources), asked, through=through, by=by)


def _follows(
    target: Claim, sources: set[int], values: Mapping[str, object], *, through: Claim, by: User
) -> tuple[list[Change], list[Move]]:
    """What follows for a claim that gets places of another or gives them back, with its sources then: a part of that verb, or a verb of its own."""
    if sources == set(sources_of(target)):
        return [Change(target, {"touched": True, **values})], []
    if target.status in PUBLIC:
        raise IllegalMove(
            _("Claim no. %(number)s is public, and others would be said to make it. An editor reopens it first.")
            % {"number": target.pk}
        )
    if not standing(target):
        return [Change(target, {"touched": True, **values})], []
    # an event of the other claim's own: what it tells of the verdict is bound by the blind rule of that claim
    anew = looked_at_anew(target, values, by=by)
    return [], [Move("ask_anew", target, by, anew.changes, anew.create, anew.delete, more={"through": through.pk})]


def _parts_to_take_back(claim: Claim) -> list[Change]:
    """The claims that a split made are dismissed as duplicates, unless one of them is under way."""
    changes: list[Change] = []
    for part in claim.parts.exclude(status__in=(Status.DISMISSED, Status.MERGED)):
        if part.status not in (Status.CANDIDATE, Status.QUEUED):
            raise IllegalMove(_("A part of this claim is under review. The split stays."))
        values = {"status": Status.DISMISSED, "dismiss_reason": DismissReason.DUPLICATE, "touched": True}
        changes += [Change(part, values), *end_slots(part)]
    return changes


def split(claim: Claim, *, wordings: Sequence[str], by: User) -> list[Claim]:
    """Make one candidate of each wording, with the places and the wishes of the claim that held them all; ``restore`` undoes it."""
    check("split", claim, by=by)
    texts = [checked_wording(text) for text in wordings if text.strip()]
    if len(texts) < 2 or len(set(texts)) < len(texts):
        raise Incomplete(_("A split needs at least two different wordings."))
    if len(texts) > MOST_PARTS:
        raise Incomplete(too_many_parts(len(texts)))
    values = {"status": Status.MERGED, "touched": True}
    wishes = list(claim.requests.all())
    parts = [_part_of(claim, text, len(wishes), by) for text in texts]
    rows: list[Model] = [
        *parts,
        *(ClaimVersion(claim=part, number=1, text=part.wording, author=by, reason=_("split")) for part in parts),
        *_places_of(claim, parts),
        *(
            CheckRequest(claim=part, person_id=wish.person_id, why=wish.why, created_at=wish.created_at)
            for part in parts
            for wish in wishes
        ),
    ]
    move("split", claim, by=by, changes=[Change(claim, values), *end_slots(claim)], create=rows)
    return parts


def too_many_parts(number: int) -> str:
    """That a split makes fewer parts than this."""
    told = {"most": MOST_PARTS, "number": number}
    return _("A claim is split into at most %(most)s parts, and these are %(number)s.") % told


def _part_of(claim: Claim, text: str, askers: int, by: User) -> Claim:
    return Claim(
        article_id=claim.article_id,
        split_from=claim,
        origin=Claim.Origin.PERSON,
        created_by=by,
        wording=text,
        check_worthiness=claim.check_worthiness,
        reasons=list(claim.reasons),
        harm=claim.harm,
        askers=askers,
        as_of=claim.as_of,
        as_of_read=claim.as_of_read,
        dates_read=claim.dates_read,
        touched=True,
    )


def _places_of(claim: Claim, parts: Sequence[Claim]) -> list[Model]:
    rows: list[Model] = []
    for appearance in claim.appearances.prefetch_related("spans"):
        for part in parts:
            copy = Appearance(
                claim=part,
                text_version_id=appearance.text_version_id,
                statement_id=appearance.statement_id,
                ordinal=appearance.ordinal,
            )
            spans = (s for s in appearance.spans.all() if not s.proposed)
            rows += [copy, *(AppearanceSpan(appearance=copy, start=s.start, end=s.end) for s in spans)]
    return rows
