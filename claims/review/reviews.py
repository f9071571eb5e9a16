"""A review goes in: verdict, rationale, evidence and what each source said, in one transaction with its event."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from claims.models import AttributionFinding, Claim, ClaimVersion, Draft, Review, Slot, SlotState, User
from claims.record import permissions, prepared
from claims.record.moves import Change, Move, check, move_all
from claims.record.prepared import Prepared
from claims.record.refusals import IllegalMove, NotPermitted
from claims.review import decisions
from claims.review.content import EvidenceGiven, Findings, refuse_other_wording, rows_of, sources_of
from claims.review.pictures import Opinion, Picture, by_source, picture
from claims.review.reaffirming import Tied, change, reaffirm, take_back
from claims.review.repeats import SaidOtherwise, the_same_again

__all__ = ["EvidenceGiven", "SaidOtherwise", "Tied", "change", "reaffirm", "sources_of", "submit", "take_back"]


def submit(
    slot: Slot,
    *,
    token: str,
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
    """Put a review into its slot; the same submission again gives the same review. The policy decides if it was the last.

    Raises Incomplete (something is missing), SaidOtherwise (another review of one's own is in it already), IllegalMove (the
    slot or the wording moved on) or NotPermitted.
    """
    permissions.require(
        by, "verb:submit"
    )  # where the claim stands is asked below: the same submission again comes later
    said = Findings(verdict, rationale, evidence, findings or {}, searched, as_of, look_again_by)
    said = said.with_files_kept()
    with transaction.atomic():
        claim, version, now = _held(slot)
        round_ = picture(claim, of=by)  # read after the claim is held: what anybody did a moment ago is in it
        if again := the_same_again(_submitted_already(slot, round_, token, by), said):
            return again
        said.refuse_if_incomplete()  # a repeat was complete when it came first, whatever day it is now
        check("submit", claim, by=by)
        slot = _as_it_is(slot, claim, round_)
        _refuse_stranger(slot, token, by, barred=round_.barred)
        if round_.tied:  # it was declared after the claim was taken
            raise Tied
        refuse_other_wording(claim, wording_number)
        review = Review(slot=slot, round_id=slot.round_id, claim=claim, claim_version_id=version, reviewer=by)
        filled = Change(slot, {"state": SlotState.FILLED, "holder": by, "lease_until": None}, {"token": token})
        rows = rows_of(review, said, sources=sorted(round_.sources))
        moves = [Move("submit", slot, by, [filled], rows, claim=claim)]
        if not round_.waits_for(but=slot.pk):
            opinions = [*round_.opinions.values(), _opinion(review, rows, round_)]
            follows = decisions.comes_to(claim, round_.round, opinions, now)
            moves += [follows] if follows else []
        prepared.delete(Draft, {"round": slot.round_id, "person": by})
        move_all(moves, savepoint=False)  # the last: the chain's head is held from here to the end
    return review


def _held(slot: Slot) -> tuple[Claim, int, datetime]:
    """The claim, nobody else's to change until the transaction ends; its wording's row, and the time."""
    [claim] = _locked(claim=slot.claim_id)
    return claim, claim.wording_row, claim.the_time


@Prepared
def _locked(claim: Any) -> QuerySet[Any]:
    wording = ClaimVersion.objects.filter(claim=OuterRef("pk"), number=OuterRef("wording_number")).values("pk")
    claims = Claim.objects.filter(pk=claim).annotate(wording_row=Subquery(wording), the_time=Now())
    return claims.select_for_update(of=("self",), no_key=True)


def _submitted_already(slot: Slot, round_: Picture, token: str, by: User) -> Iterable[Review]:
    """The reviews that this person has put into the slot before, also if the claim went on to another round; the newest first."""
    state, holder, kept = round_.slots.get(slot.pk) or (None, None, "")
    if state is None or (state, holder, kept) == (SlotState.FILLED, by.pk, token):
        filled = slot.reviews.filter(reviewer=by, slot__state=SlotState.FILLED, slot__token=token)
        return filled.prefetch_related("evidence", "findings").order_by("-number")
    return ()


def _as_it_is(slot: Slot, claim: Claim, round_: Picture) -> Slot:
    """The slot as it stands now that the claim is held."""
    if slot.pk not in round_.slots:
        raise IllegalMove(_("The claim is in a new round. What you wrote is kept as a draft."))
    state, holder, token = round_.slots[slot.pk]
    return Slot(
        pk=slot.pk,
        round_id=round_.round,
        claim=claim,
        number=slot.number,
        state=state,
        holder_id=holder,
        token=token,
        lease_until=slot.lease_until,
        taken_at=slot.taken_at,
    )


def _refuse_stranger(slot: Slot, token: str, by: User, *, barred: bool) -> None:
    """The holder passes; so does who held it last, as long as nobody else took the lapsed slot."""
    lapsed = slot.state == SlotState.OPEN and slot.holder_id is None
    if not token or slot.token != token or not (lapsed or (slot.state == SlotState.HELD and slot.holder_id == by.pk)):
        raise IllegalMove(_("You do not hold this slot any more. What you wrote is kept as a draft."))
    if lapsed and barred:
        raise NotPermitted


def _opinion(review: Review, rows: Sequence[Model], round_: Picture) -> Opinion:
    """What the policy compares of a review that goes in at this moment."""
    findings = (row for row in rows if isinstance(row, AttributionFinding))
    said = by_source((one.source_id, round_.sources[one.source_id], one.verdict) for one in findings)
    return Opinion(review.state, review.verdict, review.claim_version_id, review.as_of, review.look_again_by, said)
