"""What people put right in a reading: where a claim stands, whose it is, and of which day it speaks. What the machine proposed is kept beside it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Appearance, AppearanceSpan, Claim, Form, Relay, Source, Statement, Status, User
from claims.models.claims import ClaimQuerySet
from claims.record.moves import Change, Move, check, held, move, move_all
from claims.record.refusals import IllegalMove, Incomplete
from claims.review.half_typed import is_half_typed
from claims.review.proposals import Spans, checked_spans
from claims.review.rewording import Anew, looked_at_anew
from claims.review.rounds import standing

PUBLIC = (Status.PUBLISHED, Status.WITHDRAWN)  # what readers know of is reopened before it changes


def fix_span(claim: Claim, *, spans: Spans, by: User, appearance: Appearance | None = None) -> Claim:
    """Say where the claim stands in the article: in its first appearance, unless another is named."""
    check("fix_span", claim, by=by)
    place = appearance or claim.appearances.select_related("text_version").first()
    if place is None or place.claim_id != claim.pk:
        raise Incomplete(_("This claim has no such place in an article."))
    places = checked_spans(place.text_version, spans)
    with transaction.atomic():
        standing = list(place.spans.filter(proposed=False))
        read_by_machine = claim.origin == Claim.Origin.MACHINE and not place.spans.filter(proposed=True).exists()
        kept = [Change(span, {"proposed": True}) for span in standing] if read_by_machine else []
        move(
            "fix_span",
            claim,
            by=by,
            changes=[Change(claim, {"touched": True}), *kept],
            create=[AppearanceSpan(appearance=place, start=start, end=end) for start, end in places],
            delete=[] if read_by_machine else standing,
        )
    return claim


def followers(claim: Claim, statement: Statement) -> ClaimQuerySet:
    """The other claims that the same statement makes: its source is theirs."""
    made = Claim.objects.filter(appearances__statement=statement).exclude(pk=claim.pk)
    # what a reading set aside stays untouched, or no later one could bring it back; the statement's source is its own anyway
    made = made.exclude(origin=Claim.Origin.MACHINE, status=Status.DISMISSED, dismiss_reason="", touched=False)
    return made.exclude(status=Status.MERGED).distinct().order_by("pk")


def fix_source(
    claim: Claim,
    *,
    statement: Statement | None,
    source: Source | None,
    by: User,
    alone: bool = False,
    named: Collection[int] | None = None,
) -> Statement:
    """Say whose statement it is; None for the source is the article's own voice, None for the statement makes one.

    Whoever reviewed a claim that the statement makes answers for the new source, as after a new wording. What is published does
    not change under its readers: an editor reopens it first. *alone* gives this claim a statement of its own, and the others
    keep their source; *named* are the others that the person was told of, and one that is not among them stands in the way.
    """
    check("fix_source", claim, by=by)
    if statement is None:
        return _give_source(claim, source, by)
    if not claim.appearances.filter(statement=statement).exists():
        raise Incomplete(_("That statement does not make this claim."))
    if statement.source == source and (source is not None or statement.form == Form.NARRATED):
        raise Incomplete(_("It is attributed so already."))
    with transaction.atomic():
        others = list(followers(claim, statement).values_list("pk", flat=True))
        if alone and others:
            return _attribute_alone(claim, statement, source, by)
        # one order for all, or two of these would wait for each other; what else this statement says is by the new source, too
        locked = {pk: held(Claim(pk=pk)) for pk in sorted([claim.pk, *others])}
        if locked[claim.pk].version != claim.version:
            raise IllegalMove
        also = [locked[pk] for pk in others]
        if named is not None and not set(others) <= set(named):
            raise Incomplete(_("The same statement makes other claims, too. Say which are to follow."))
        _refuse_what_is_public(also)
        by_now = Change(
            statement,
            {"source": source, "form": _form(statement, source)},
            {"source": statement.source_id, "form": statement.form},
        )
        told = {"also": others} if others else None
        move_all(
            [
                _attributed("fix_source", claim, by, [by_now], more=told),
                *(_attributed("fix_source", other, by, more={"through": claim.pk}) for other in also),
            ]
        )
    return statement


def _form(statement: Statement, source: Source | None) -> str:
    """What nobody says but the article is narrated, and what somebody says is not; which marks it had is in the record."""
    if source is None:
        return Form.NARRATED
    return Form.INDIRECT if statement.form == Form.NARRATED else statement.form


def _attribute_alone(claim: Claim, statement: Statement, source: Source | None, by: User) -> Statement:
    """A statement of its own for this claim, passed on as the one that it was part of; that one stays as it is."""
    if held(claim).version != claim.version:
        raise IllegalMove
    own = Statement(
        text_version_id=statement.text_version_id,
        form=_form(statement, source),
        negative=statement.negative,
        source=source,
        proposed_source_id=statement.proposed_source_id,
        source_wording=statement.source_wording,
    )
    own.save(force_insert=True)  # first: the places refer to its number
    places = claim.appearances.filter(statement=statement)
    given = [Change(place, {"statement": own}, {"statement": statement.pk}) for place in places]
    passed_on = [Relay(statement=own, relay_id=r.relay_id, position=r.position) for r in statement.chain.all()]
    told = {
        "statement": own.pk,
        "apart_from": statement.pk,
        "source_was": statement.source_id,
        "form_was": statement.form,
        "source": source.pk if source else None,
    }
    move_all([_attributed("fix_source", claim, by, given, create=passed_on, more=told)])
    return own


def _refuse_what_is_public(claims: Sequence[Claim]) -> None:
    public = [str(claim.pk) for claim in claims if claim.status in PUBLIC]
    if public:
        raise IllegalMove(
            _(
                "The same statement makes claims that are public: no. %(numbers)s. An editor reopens them first; "
                "then the source can be put right for all of them."
            )
            % {"numbers": ", ".join(public)}
        )


def _attributed(
    verb: str,
    claim: Claim,
    by: User,
    changes: Sequence[Change] = (),
    create: Sequence[Model] = (),
    more: Mapping[str, Any] | None = None,
) -> Move:
    """What a claim's new source sets off: nothing before its reviews; then, as after a new wording, they are asked again."""
    anew = looked_at_anew(claim, {}, by=by) if standing(claim) else Anew([Change(claim, {"touched": True})], [], [])
    return Move(verb, claim, by, [*anew.changes, *changes], [*anew.create, *create], anew.delete, more=more)


def _give_source(claim: Claim, source: Source | None, by: User) -> Statement:
    """A statement for the appearances that have none."""
    places = list(claim.appearances.filter(statement__isnull=True).select_related("text_version"))
    if source is None:
        raise Incomplete(_("It is attributed so already."))
    if not places:
        raise Incomplete(_("Choose a source, and the statement that it made."))
    statement = Statement(
        text_version=places[0].text_version, form=Form.INDIRECT, source=source, source_wording=source.name[:500]
    )
    with transaction.atomic():
        if held(claim).version != claim.version:
            raise IllegalMove
        statement.save(force_insert=True)  # first: the places refer to its number
        given = [Change(place, {"statement": statement}) for place in places]
        move_all([_attributed("fix_source", claim, by, given, more={"statement": statement.pk, "source": source.pk})])
    return statement


def set_as_of(claim: Claim, *, as_of: date | None, by: User) -> Claim:
    """Say as of which day the claim is to be checked; None where it is bound to none. What was read stays beside it."""
    check("set_as_of", claim, by=by)
    if as_of is not None and as_of > timezone.localdate():
        raise Incomplete(_("That day has not come yet: a claim is checked as of a day that has."))
    if is_half_typed(as_of):
        raise Incomplete(_("That year has fewer than four digits: was it typed in full?"))
    move("set_as_of", claim, by=by, changes=[Change(claim, {"as_of": as_of, "touched": True})])
    return claim
