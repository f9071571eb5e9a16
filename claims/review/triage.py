"""Triage: which candidates are checked, and which are not, each with its reason."""

from collections.abc import Iterable

from django.db.models import Exists, Model, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.models import (
    Accept,
    Claim,
    DismissReason,
    Event,
    Harm,
    Likeness,
    Policy,
    Round,
    Slot,
    Status,
    User,
)
from claims.record import leases, work
from claims.record.moves import Change, check, move
from claims.record.refusals import IllegalMove, Incomplete, NotPermitted
from claims.review.corrections import fix_source, fix_span, set_as_of
from claims.review.merging import merge, restore, split
from claims.review.proposals import add, ask, suggest
from claims.review.rounds import current, end_slots, open_round

__all__ = [
    "accept",
    "accepted_by",
    "add",
    "ask",
    "auto_accept",
    "dismiss",
    "fix_source",
    "fix_span",
    "merge",
    "put_back",
    "restore",
    "set_as_of",
    "set_harm",
    "split",
    "suggest",
]


def accept(claim: Claim, *, by: User) -> Claim:
    """Queue a candidate for review: the number of reviews is drawn once, here, and its slots are made."""
    check("accept", claim, by=by)
    return _accept("accept", claim, Policy.objects.get(pk=1), by=by)


def _accept(verb: str, claim: Claim, policy: Policy, *, by: User | None) -> Claim:
    values = {"status": Status.QUEUED, "round_number": claim.round_number + 1}
    if by is not None:
        values["touched"] = True
    rows = open_round(claim, policy)
    move(verb, claim, by=by, changes=[Change(claim, values)], create=rows)
    return claim


def put_back(claim: Claim, *, by: User) -> Claim:
    """Make a candidate again of a claim that nobody has taken yet, by whoever accepted it; its round ends without a review."""
    check("put_back", claim, by=by)
    if claim.pk not in accepted_by(by, [claim]):
        raise NotPermitted(_("Only the person who accepted it can put it back. It can be dismissed with a reason."))
    values = {"status": Status.CANDIDATE, "touched": True}
    move("put_back", claim, by=by, changes=[Change(claim, values), *end_slots(claim)])
    return claim


def accepted_by(person: User, claims: Iterable[Claim]) -> set[int]:
    """The numbers of those claims that this person accepted, the last time that they were queued."""
    queued = Event.objects.filter(claim__in=list(claims), verb__in=("accept", "auto_accept")).order_by("sequence")
    last = dict(queued.values_list("claim", "actor"))
    return {number for number, actor in last.items() if number and actor == person.pk}


def auto_accept(pk: int) -> None:
    """Queue by policy the candidates of one run that reach its score: the Accept Work, harmless to repeat.

    What the machine left to a person or doubts, what a person has touched, and what came by a feed that is switched to triage
    stays a candidate; so do the claims of a copy of which none was ever queued,
    until a person says that it is another article. Each claim is a transaction of its own, so that the record's head is never held for long.
    """
    with leases.held(Accept, pk) as acceptance:  # who took over finds nothing left to do
        if acceptance is not None:
            _accept_by_policy(acceptance)


def _accept_by_policy(acceptance: Accept) -> None:
    policy = Policy.objects.get(pk=1)
    if policy.auto_accept:
        is_asked = Exists(Likeness.objects.asked().filter(article=OuterRef("article")))
        reached = (
            Claim.objects.untouched()
            .filter(
                run_id=acceptance.run_id,
                status=Status.CANDIDATE,
                abstained="",
                caution="",
                check_worthiness__gte=policy.auto_accept_score,
            )
            .exclude(article__feed_entries__feed__auto_accept=False)
            .exclude(is_asked & ~Exists(Round.objects.filter(claim__article=OuterRef("article"))))
        )
        for claim in reached.order_by("ordinal"):
            try:
                _accept("auto_accept", claim, policy, by=None)
            except IllegalMove:
                continue  # a person was faster
    work.finish(acceptance)


def dismiss(claim: Claim, *, by: User, reason: str, note: str = "") -> Claim:
    """Leave a claim unchecked, with a reason code; a person may restore it."""
    check("dismiss", claim, by=by)
    if reason not in DismissReason.values:
        raise Incomplete(_("Choose a reason."))
    values = {"status": Status.DISMISSED, "dismiss_reason": reason, "touched": True}
    changes = [Change(claim, values), *end_slots(claim)]
    move("dismiss", claim, by=by, changes=changes, reason=reason, more={"note": note} if note else None)
    return claim


_REVIEWED = (Status.ADJUDICATION, Status.DECIDED, Status.PUBLISHED, Status.WITHDRAWN)
_WAY = gettext_lazy(
    "Send the claim back, or reopen it if it was published: harm can be raised as long as its new round is open, and the round "
    "then asks for as many reviews as the policy wants."
)


def set_harm(claim: Claim, *, harm: str, by: User) -> Claim:
    """Flag what a wrong claim could do to people: the first thing in the queue's order, and a reason for more reviews.

    What was drawn at accept stays; as long as the round is open, high harm adds the slots that it lacks for that.
    """
    try:
        check("set_harm", claim, by=by)
    except IllegalMove as refusal:
        if claim.status not in _REVIEWED:
            raise
        raise IllegalMove(f"{refusal.message} {_WAY}") from refusal
    if harm not in Harm.values:
        raise Incomplete(_("Choose how much harm the claim could do."))
    values = {"harm": harm, "harm_rank": Harm.values.index(harm), "touched": True}
    more, slots = _slots_for_harm(claim) if harm == Harm.HIGH and claim.status != Status.CANDIDATE else ([], [])
    move("set_harm", claim, by=by, changes=[Change(claim, values), *more], create=slots)
    return claim


def _slots_for_harm(claim: Claim) -> tuple[list[Change], list[Model]]:
    round_, policy = current(claim), Policy.objects.get(pk=1)
    if policy.reviews_high_harm <= round_.required:
        return [], []
    if round_.complete_at is not None:  # its reviews were read, and wait for their authors' answers
        raise IllegalMove(_("Not now: the reviews of this round were read already. %(way)s") % {"way": _WAY})
    because = _("flagged as high harm after it was drawn (policy version %(version)s)") % {"version": policy.version}
    numbers = range(round_.required + 1, policy.reviews_high_harm + 1)
    slots: list[Model] = [Slot(round=round_, claim=claim, number=number) for number in numbers]
    return [Change(round_, {"required": policy.reviews_high_harm, "drawn_because": because})], slots
