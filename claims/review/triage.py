"""Triage: which candidates are checked, and which are not, each with its reason."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import Exists, Model, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.models import (
    Accept,
    Appearance,
    AppearanceSpan,
    Claim,
    ClaimVersion,
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
from claims.record.moves import Change, check, held, move
from claims.record.refusals import IllegalMove, Incomplete, NotPermitted
from claims.review.corrections import fix_source, fix_span, set_as_of
from claims.review.proposals import add, ask, checked_wording, suggest
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

MOST_PARTS = 12  # one sentence holds no more; what has is an article


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


def restore(claim: Claim, *, by: User) -> Claim:
    """Make a dismissed or merged claim a candidate again; what a merge or a split moved comes back."""
    check("restore", claim, by=by)
    with transaction.atomic():
        values = {"status": Status.CANDIDATE, "dismiss_reason": "", "merged_into": None, "touched": True}
        moved = Appearance.objects.filter(moved_from=claim)
        back = [Change(appearance, {"claim": claim, "moved_from": None}) for appearance in moved]
        parts = _parts_to_take_back(claim) if claim.status == Status.MERGED else []
        move("restore", claim, by=by, changes=[Change(claim, values), *parts, *back])
    return claim


def _parts_to_take_back(claim: Claim) -> list[Change]:
    """The claims that a split made are dismissed as duplicates, unless one of them is under way."""
    changes: list[Change] = []
    for part in claim.parts.exclude(status__in=(Status.DISMISSED, Status.MERGED)):
        if part.status not in (Status.CANDIDATE, Status.QUEUED):
            raise IllegalMove(_("A part of this claim is under review. The split stays."))
        values = {"status": Status.DISMISSED, "dismiss_reason": DismissReason.DUPLICATE, "touched": True}
        changes += [Change(part, values), *end_slots(part)]
    return changes


def merge(claim: Claim, *, into: Claim, by: User) -> Claim:
    """Let another claim stand for this one: the appearances move, reviews do not, and ``restore`` undoes it."""
    check("merge", claim, by=by)
    if into.pk == claim.pk:
        raise Incomplete(_("A claim cannot be merged into itself."))
    with transaction.atomic():
        first, second = sorted((claim.pk, into.pk))  # one order for all, or two merges would wait for each other
        locked = {pk: held(Claim(pk=pk)) for pk in (first, second)}
        target = locked[into.pk]
        if target.status in (Status.DISMISSED, Status.MERGED):
            raise IllegalMove(_("The other claim was dismissed or merged. Choose the one that stands."))
        values = {"status": Status.MERGED, "merged_into": target, "touched": True}
        last = target.appearances.count()
        appearances = [
            Change(
                appearance, {"claim": target, "ordinal": last + number, "moved_from": appearance.moved_from or claim}
            )
            for number, appearance in enumerate(claim.appearances.all())
        ]
        changes = [Change(claim, values), Change(target, {"touched": True}), *end_slots(claim), *appearances]
        move("merge", claim, by=by, changes=changes)
    return claim


def split(claim: Claim, *, wordings: Sequence[str], by: User) -> list[Claim]:
    """Make one candidate of each wording, with the appearances of the claim that held them all; ``restore`` undoes it."""
    check("split", claim, by=by)
    texts = [checked_wording(text) for text in wordings if text.strip()]
    if len(texts) < 2 or len(set(texts)) < len(texts):
        raise Incomplete(_("A split needs at least two different wordings."))
    if len(texts) > MOST_PARTS:
        raise Incomplete(too_many_parts(len(texts)))
    values = {"status": Status.MERGED, "touched": True}
    parts = [_part_of(claim, text, by) for text in texts]
    rows: list[Model] = [
        *parts,
        *(ClaimVersion(claim=part, number=1, text=part.wording, author=by, reason=_("split")) for part in parts),
        *_appearances_of(claim, parts),
    ]
    move("split", claim, by=by, changes=[Change(claim, values), *end_slots(claim)], create=rows)
    return parts


def too_many_parts(number: int) -> str:
    """That a split makes fewer parts than this."""
    told = {"most": MOST_PARTS, "number": number}
    return _("A claim is split into at most %(most)s parts, and these are %(number)s.") % told


def _part_of(claim: Claim, text: str, by: User) -> Claim:
    return Claim(
        article_id=claim.article_id,
        split_from=claim,
        origin=Claim.Origin.PERSON,
        created_by=by,
        wording=text,
        check_worthiness=claim.check_worthiness,
        reasons=list(claim.reasons),
        harm=claim.harm,
        askers=claim.askers,
        as_of=claim.as_of,
        as_of_read=claim.as_of_read,
        dates_read=claim.dates_read,
        touched=True,
    )


def _appearances_of(claim: Claim, parts: Sequence[Claim]) -> list[Model]:
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
