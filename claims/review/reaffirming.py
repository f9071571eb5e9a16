"""After a new wording, each reviewer's answer: it still holds, it changes, or it is taken back. Every answer is a new row."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.models import Bar, Claim, Draft, Evidence, Notification, Policy, Review, Round, SlotState, User
from claims.record.moves import Change, check, held, move
from claims.record.refusals import IllegalMove, NotPermitted
from claims.review import decisions
from claims.review.content import EvidenceGiven, Findings, findings_of, rows_of, wording
from claims.review.pictures import by_source
from claims.review.queues import conflicted
from claims.review.rounds import FREED, end_slots, open_round, standing


class Tied(IllegalMove):
    """You declared a tie to the outlet or to a source of this claim: this review cannot go in. Decline it for somebody else."""

    heading = gettext_lazy("You have a tie to this claim")


def reaffirm(review: Review, *, by: User) -> Review:
    """Say that the review holds for the new wording too; the policy decides anew when all have."""
    return _answer("reaffirm", review, by, _same_again)


def change(
    review: Review,
    *,
    wording_number: int,
    verdict: str,
    rationale: str,
    evidence: Sequence[EvidenceGiven] = (),
    findings: Mapping[int, str] | None = None,
    searched: str = "",
    as_of: date | None = None,
    look_again_by: date | None = None,
    by: User,
) -> Review:
    """Give another review for the new wording; the old one is kept as superseded."""
    said = Findings(verdict, rationale, evidence, findings or {}, searched, as_of, look_again_by)
    said.refuse_if_incomplete(pieces_of(review, by))
    check("change", review.claim, by=by)
    said = said.with_files_kept()

    def another(old: Review, new: Review) -> list[Model]:
        wording(old.claim, wording_number)
        return rows_of(new, said, before=pieces_of(old, by))

    return _answer("change", review, by, another)


def pieces_of(review: Review, person: User) -> dict[int, Evidence]:
    """The evidence of one's own review, by number: what another answer may keep of it."""
    return {piece.pk: piece for piece in review.evidence.all()} if review.reviewer_id == person.pk else {}


def take_back(review: Review, *, reason: str = "", by: User) -> Review:
    """Withdraw the review: its slot opens for somebody else, or a new round begins if the round had been complete and read.

    Whoever could read another's review in that round takes no slot of the new one, and those whose reviews it ends are told.
    """
    check("take_back", review.claim, by=by)
    with transaction.atomic():
        review = _own_to_answer("take_back", review, by)
        claim, slot = review.claim, review.slot
        taken = Change(review, {"state": Review.State.TAKEN_BACK})
        if review.round.complete_at is None:
            move("take_back", review, by=by, claim=claim, changes=[taken, Change(slot, dict(FREED))], reason=reason)
        else:
            number = Change(claim, {"round_number": claim.round_number + 1})
            opened = open_round(claim, Policy.objects.get(pk=1))
            round_ = next(row for row in opened if isinstance(row, Round))
            rows = [*opened, *_after_reading(review, round_, by)]
            changes = [number, taken, *end_slots(claim)]
            move("take_back", review, by=by, claim=claim, changes=changes, create=rows, reason=reason)
    return review


def _after_reading(review: Review, opened: Round, by: User) -> list[Model]:
    """What follows for the people of a round that all of them could read: who ends it has read, the others hear of it."""
    others = [one.reviewer_id for one in standing(review.claim) if one.reviewer_id != by.pk]
    if not others:
        return []
    kind = Notification.Kind.SENT_BACK
    told = [Notification(person_id=pk, kind=kind, claim=review.claim) for pk in sorted(others)]
    return [Bar(round=opened, person=by, reason=Bar.Reason.KNOWS), *told]


def _answer(verb: str, review: Review, by: User, rows: Callable[[Review, Review], list[Model]]) -> Review:
    check(verb, review.claim, by=by)
    with transaction.atomic():
        old = _own_to_answer(verb, review, by)
        if old.tied:  # type: ignore[attr-defined]  # annotated; it was declared after the claim was taken
            raise Tied(
                _(
                    "You declared a tie to the outlet or to a source of this claim: your review cannot stand for the new "
                    "wording. Take it back for somebody else."
                )
            )
        claim = old.claim
        new = Review(
            slot=old.slot,
            round=old.round,
            claim=claim,
            claim_version=wording(claim, claim.wording_number),
            number=old.number + 1,
            reviewer=by,
        )
        superseded = Change(old, {"state": Review.State.SUPERSEDED})
        move(verb, old, by=by, claim=claim, changes=[superseded], create=rows(old, new))
        Draft.objects.filter(round=old.round_id, person=by).delete()
        decisions.agree(claim)
    return new


def _own_to_answer(verb: str, review: Review, by: User) -> Review:
    claim = held(review.claim)
    check(verb, claim, by=by)
    read = Review.objects.select_related("slot", "round").annotate(tied=conflicted(by, "claim_id"))
    now: Review = read.get(pk=review.pk)
    now.claim = claim
    if now.reviewer_id != by.pk:
        raise NotPermitted(_("Only its author answers for a review."))
    if now.state != Review.State.TO_REAFFIRM or now.slot.state != SlotState.FILLED:
        raise IllegalMove(_("This review does not wait for an answer."))
    if now.round.number != claim.round_number:
        raise IllegalMove(_("The claim is in a new round."))
    return now


def _same_again(old: Review, new: Review) -> list[Model]:
    new.verdict, new.rationale, new.searched = old.verdict, old.rationale, old.searched
    new.as_of, new.look_again_by = old.as_of, old.look_again_by
    findings = old.findings.select_related("source")
    given = by_source((one.source_id, one.source.merged_into_id, one.verdict) for one in findings)
    answers = {int(source): verdict for source, verdict in given.items()}
    return [new, *(_copy(piece, new) for piece in old.evidence.all()), *findings_of(new, answers)]


def _copy(piece: Evidence, review: Review) -> Evidence:
    values = {f.attname: getattr(piece, f.attname) for f in Evidence._meta.concrete_fields if not f.primary_key}
    return Evidence(**values | {"review_id": None, "review": review})


def unanswered(claim: Claim) -> int:
    """How many reviews of the claim's round still wait for their author's answer."""
    return Review.objects.filter(claim=claim, round__number=claim.round_number, state=Review.State.TO_REAFFIRM).count()
