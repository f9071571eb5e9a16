"""What a round comes to: agreement by the policy, or an adjudicator's word; and the way back into review."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from claims.models import (
    AttributionVerdict,
    Bar,
    Claim,
    ClaimVersion,
    Comment,
    Decision,
    Event,
    Notification,
    Policy,
    Review,
    Round,
    Status,
    User,
    Verdict,
)
from claims.record.moves import Change, Move, check, held, move, move_all
from claims.record.refusals import IllegalMove, Incomplete, NotPermitted
from claims.review import conflicts
from claims.review.content import overlong
from claims.review.holding import hold, resume
from claims.review.pictures import Opinion, by_source, picture, worst
from claims.review.rewording import reword
from claims.review.rounds import UNDECIDED, current, desk, end_slots, open_round, standing

__all__ = ["adjudicate", "agree", "hold", "resume", "reword", "send_back", "standing"]


def agree(claim: Claim) -> Event | None:
    """Let the policy look at a round, in the transaction of the verb that may have completed it; None while it is not."""
    found = picture(claim)
    if found.waits_for():
        return None
    follows = comes_to(claim, found.round, list(found.opinions.values()), desk().now)
    return move_all([follows])[0] if follows else None


def comes_to(claim: Claim, round_: int, opinions: Sequence[Opinion], now: datetime) -> Move | None:
    """What the policy does with a round whose reviews are all in; None as long as one waits for its author's answer.

    The same verification status and the same attribution verdict for each source is a decision; anything else goes
    to an adjudicator. What only some of the reviews were asked, they cannot differ about: such a source is unchecked.
    """
    if not opinions or any(one.state != Review.State.SUBMITTED for one in opinions):
        return None
    of_round = Round(pk=round_, claim=claim)
    done = Change(of_round, {"complete_at": now})
    first, found = opinions[0], _answers(opinions)
    if len({one.verdict for one in opinions}) > 1 or any(len(verdicts) > 1 for verdicts in found.values()):
        return Move("agree", claim, None, [Change(claim, {"status": Status.ADJUDICATION}), done])
    decision = Decision(
        round=of_round,
        claim=claim,
        claim_version_id=first.wording,
        verdict=first.verdict,
        attribution_verdicts={source: verdict for source, [verdict] in found.items()},
    )
    return Move("agree", claim, None, [Change(claim, _decided(decision, opinions, now)), done], [decision])


def _answers(opinions: Sequence[Opinion]) -> dict[str, set[str]]:
    """What the reviews found about each source that all of them were asked about; *unchecked* where one was not."""
    unchecked = AttributionVerdict.UNCHECKED.value
    named = dict.fromkeys(source for one in opinions for source in one.findings)
    asked = {source for source in named if all(source in one.findings for one in opinions)}
    return {source: {one.findings[source] for one in opinions} if source in asked else {unchecked} for source in named}


def adjudicate(
    claim: Claim, *, verdict: str, rationale: str, findings: Mapping[int, str] | None = None, by: User
) -> Decision:
    """Decide where the reviewers disagree, and say why; by somebody who is none of them and has no tie to the claim.

    *findings* answers, by source, what they found differently about it; what they agree on stands.
    """
    check("adjudicate", claim, by=by)
    if verdict not in Verdict.values:
        raise Incomplete(_("Choose a verification status."))
    if not rationale.strip():
        raise Incomplete(_("Say why: the rationale is empty."))
    if too_long := overlong(rationale):
        raise Incomplete(*too_long)
    with transaction.atomic():
        if held(claim).version != claim.version:
            raise IllegalMove
        _refuse_a_party(claim, by)
        reviews = standing(claim)
        decision = Decision(
            round=current(claim),
            claim=claim,
            claim_version=ClaimVersion.objects.get(claim=claim, number=claim.wording_number),
            adjudicator=by,
            verdict=verdict,
            rationale=rationale.strip(),
            attribution_verdicts=_settled(reviews, findings or {}),
        )
        values = _decided(decision, reviews, desk().now)
        kind = Notification.Kind.DECIDED
        told = [Notification(person_id=review.reviewer_id, kind=kind, claim=claim) for review in reviews]
        change = Change(claim, values)
        move("adjudicate", claim, by=by, changes=[change], create=[decision, *told], reason=rationale.strip())
    return decision


def why_not(claim: Claim, person: User) -> str:
    """Why this person does not decide between the reviews, or nothing."""
    try:
        _refuse_a_party(claim, person)
    except NotPermitted as refusal:
        return refusal.message
    return ""


def _refuse_a_party(claim: Claim, by: User) -> None:
    if Review.objects.filter(claim=claim, round__number=claim.round_number, reviewer=by).exists():
        raise NotPermitted(_("You reviewed this claim: somebody else has to decide what becomes of its reviews."))
    conflicts.refuse_a_tie(claim, by)


def _settled(reviews: Sequence[Review], findings: Mapping[int, str]) -> dict[str, str]:
    """One attribution verdict per source: the adjudicator's, else what all reviewers found."""
    found = _found(reviews)
    given = {str(source): verdict for source, verdict in findings.items()}
    if set(given) - set(found) or set(given.values()) - set(AttributionVerdict.values):
        raise Incomplete(_("Choose an attribution verdict for each source of the claim."))
    if disputed(reviews) - set(given):
        raise Incomplete(_("The reviewers found different things about a source: choose one."))
    return {source: given.get(source) or next(iter(verdicts)) for source, verdicts in found.items()}


def disputed(reviews: Iterable[Review]) -> set[str]:
    """The sources, by number, about which these reviews found different things."""
    return {source for source, verdicts in _found(reviews).items() if len(verdicts) > 1}


def _found(reviews: Iterable[Review]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for review in reviews:
        for source, verdict in found_by(review).items():
            found.setdefault(source, set()).add(verdict)
    return found


def send_back(claim: Claim, *, comment: str, by: User) -> Claim:
    """Ask for new reviews in a new round, and say why; by none of its reviewers, and the old reviews stay where they are.

    Who sends it back has read them, and so takes no slot of the new round.
    """
    check("send_back", claim, by=by)
    if not comment.strip():
        raise Incomplete(_("Say what the reviewers should look at again."))
    values = UNDECIDED | {"status": Status.IN_REVIEW, "round_number": claim.round_number + 1}
    with transaction.atomic():
        _refuse_a_party(claim, by)
        kind = Notification.Kind.SENT_BACK
        told = {review.reviewer_id for review in standing(claim)} - {by.pk}
        opened = open_round(claim, Policy.objects.get(pk=1))
        round_ = next(row for row in opened if isinstance(row, Round))
        move(
            "send_back",
            claim,
            by=by,
            changes=[Change(claim, values), *end_slots(claim)],
            create=[
                *opened,
                Bar(round=round_, person=by, reason=Bar.Reason.KNOWS),
                Comment(claim=claim, round=current(claim), author=by, text=comment.strip()),  # as its reviews
                *(Notification(person_id=pk, kind=kind, claim=claim) for pk in sorted(told)),
            ],
            reason=comment.strip(),
        )
    return claim


def found_by(review: Review) -> dict[str, str]:
    """What a review found about each source."""
    findings = review.findings.all()
    return by_source((one.source_id, one.source.merged_into_id, one.verdict) for one in findings)


def _decided(decision: Decision, reviews: Sequence[Review | Opinion], now: datetime) -> dict[str, object]:
    """The claim's new values: the oldest "as of" and the first "look again by" of its reviews are the safe ones."""
    as_of, look_again_by = days(reviews)
    return {
        "status": Status.DECIDED,
        "verdict": decision.verdict,
        "attribution_verdict": worst(decision.attribution_verdicts.values()),
        "decided_at": now,
        "as_of": as_of or decision.claim.as_of,
        "look_again_by": look_again_by,
    }


def days(reviews: Iterable[Review | Opinion]) -> tuple[date | None, date | None]:
    """As of which day a decision on these reviews is true, and by which it is looked at again: the earliest that one names."""
    given = list(reviews)
    return _earliest(one.as_of for one in given), _earliest(one.look_again_by for one in given)


def _earliest(dates: Iterable[date | None]) -> date | None:
    return min((day for day in dates if day), default=None)
