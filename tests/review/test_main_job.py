"""A claim's way from candidate to decided, on one screen each."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import (
    AttributionVerdict,
    Claim,
    DismissReason,
    Event,
    Harm,
    Policy,
    Review,
    Role,
    SlotState,
    Status,
    Verdict,
    WorkState,
)
from claims.record import events
from claims.record.refusals import IllegalMove, Incomplete, NotPermitted
from claims.review import slots, triage
from claims.review.reviews import EvidenceGiven, submit
from claims.review.rewording import reword
from tests.factories import AcceptFactory, ClaimFactory, ConflictOfInterestFactory, PersonFactory

pytestmark = pytest.mark.django_db
LEDGER = EvidenceGiven(address="https://ledger.example/", stance="supports")


def give(slot, by, verdict=Verdict.SUPPORTED, **more):
    findings = more.pop("findings", None)
    if findings is None:
        findings = {slot.claim.appearances.first().statement.source_id: "confirmed"}
    more = {"evidence": [LEDGER], "rationale": "The ledger shows it.", "token": slot.token} | more
    number = more.pop("wording_number", slot.claim.wording_number)
    return submit(slot, wording_number=number, verdict=verdict, findings=findings, by=by, **more)


@pytest.fixture
def reviewer(db):
    return PersonFactory()


def sql_of(captured):
    """The verb's own statements (architecture 7.4)."""
    left_out = ("BEGIN", "SAVEPOINT", "RELEASE", "COMMIT", "ROLLBACK")
    own = [q["sql"] for q in captured.captured_queries if not q["sql"].startswith(left_out)]
    return [sql for sql in own if "auth_group" not in sql]


def test_a_candidate_is_accepted_taken_reviewed_and_decided(cast):
    claim = triage.accept(ClaimFactory(), by=cast[Role.TRIAGER])
    slot = slots.take_next(by=cast[Role.REVIEWER])
    give(slot, cast[Role.REVIEWER])
    claim.refresh_from_db()
    assert (claim.status, claim.verdict, claim.attribution_verdict) == (
        Status.DECIDED,
        Verdict.SUPPORTED,
        AttributionVerdict.CONFIRMED,
    )
    assert list(Event.objects.values_list("verb", flat=True)) == ["accept", "take", "submit", "agree"]
    assert events.verify().holds


def test_take_next_gives_the_first_of_the_queue(reviewer):
    ClaimFactory(queued=True, check_worthiness=0.5)
    first = ClaimFactory(queued=True, check_worthiness=0.5, harm=Harm.HIGH)
    ClaimFactory(queued=True, check_worthiness=0.9)
    assert slots.take_next(by=reviewer).claim == first


def test_take_next_says_none_when_the_queue_is_empty(reviewer):
    assert slots.take_next(by=reviewer) is None


def test_the_second_slot_of_a_round_goes_to_somebody_else(reviewer):
    claim = ClaimFactory(queued=True, rows__required=2)
    assert slots.take_next(by=reviewer).claim == claim
    assert slots.take_next(by=reviewer) is None
    assert slots.take_next(by=PersonFactory()).claim == claim


def test_what_was_declined_is_not_given_again(reviewer):
    ClaimFactory(queued=True)
    slot = slots.take_next(by=reviewer)
    slots.decline(slot, token=slot.token, by=reviewer)
    assert slots.take_next(by=reviewer) is None
    assert slots.take_next(by=PersonFactory()) == slot


def test_a_declared_tie_keeps_the_claim_from_a_person(reviewer):
    claim = ClaimFactory(queued=True)
    ConflictOfInterestFactory(person=reviewer, source=claim.appearances.get().statement.source)
    assert slots.take_next(by=reviewer) is None
    with pytest.raises(NotPermitted):
        slots.take(claim, by=reviewer)


def test_one_person_holds_at_most_what_the_policy_allows(reviewer):
    ClaimFactory.create_batch(3, queued=True)
    Policy.objects.update(max_leases=2)
    slots.take_next(by=reviewer)
    slots.take_next(by=reviewer)
    with pytest.raises(slots.HoldsEnough):
        slots.take_next(by=reviewer)


def test_one_reviews_not_their_own_wording_alone(reviewer):
    claim = ClaimFactory(queued=True)
    claim.wordings.update(author=reviewer)
    assert slots.take_next(by=reviewer) is None
    claim.rounds.update(required=2)
    assert slots.take_next(by=reviewer).claim == claim


def test_taking_twice_gives_the_same_slot(reviewer):
    claim = ClaimFactory(queued=True, rows__required=2)
    assert slots.take(claim, by=reviewer) == slots.take(claim, by=reviewer)
    assert Event.objects.count() == 1


def test_the_same_submission_again_is_the_same_review(reviewer):
    slot = slots.take(ClaimFactory(queued=True), by=reviewer)
    assert give(slot, reviewer) == give(slot, reviewer)
    assert Review.objects.count() == 1


def test_a_review_needs_evidence_or_what_was_searched(reviewer):
    slot = slots.take(ClaimFactory(queued=True), by=reviewer)
    with pytest.raises(Incomplete):
        give(slot, reviewer, evidence=[])
    give(slot, reviewer, evidence=[], searched="The ledgers of 2023 and 2024")


def test_a_lapsed_lease_still_takes_the_submit_when_nobody_took_the_slot(reviewer):
    slot = slots.take(ClaimFactory(queued=True), by=reviewer)
    type(slot).objects.update(lease_until="2000-01-01T00:00Z")
    assert slots.expire() == 1
    give(slot, reviewer)
    slot.refresh_from_db()
    assert (slot.state, slot.holder) == (SlotState.FILLED, reviewer)


def test_a_lapsed_lease_that_another_took_refuses_the_late_submit(reviewer):
    slot = slots.take(ClaimFactory(queued=True), by=reviewer)
    type(slot).objects.update(lease_until="2000-01-01T00:00Z")
    slots.expire()
    slots.take_next(by=PersonFactory())
    with pytest.raises(IllegalMove):
        give(slot, reviewer)


def test_the_slot_of_an_account_that_was_closed_opens_again(reviewer):
    slot = slots.take(ClaimFactory(queued=True), by=reviewer)
    type(reviewer).objects.update(is_active=False)
    assert slots.expire() == 1
    slot.refresh_from_db()
    assert slot.state == SlotState.OPEN


def test_disagreement_goes_to_adjudication():
    claim = ClaimFactory(queued=True, rows__required=2)
    for verdict in (Verdict.SUPPORTED, Verdict.REFUTED):
        person = PersonFactory()
        give(slots.take_next(by=person), person, verdict)
    claim.refresh_from_db()
    assert (claim.status, claim.verdict) == (Status.ADJUDICATION, "")


def test_the_same_verdict_with_another_attribution_verdict_is_no_agreement():
    claim = ClaimFactory(queued=True, rows__required=2)
    source = claim.appearances.get().statement.source_id
    for answer in ("confirmed", "misquoted"):
        person = PersonFactory()
        give(slots.take_next(by=person), person, findings={source: answer})
    claim.refresh_from_db()
    assert claim.status == Status.ADJUDICATION


def test_dismiss_needs_a_reason_of_the_list(cast):
    with pytest.raises(Incomplete):
        triage.dismiss(ClaimFactory(), by=cast[Role.TRIAGER], reason="boring")


def test_dismiss_and_restore(cast):
    claim = triage.dismiss(ClaimFactory(), by=cast[Role.TRIAGER], reason=DismissReason.OPINION)
    assert claim.status == Status.DISMISSED
    triage.restore(Claim.objects.get(pk=claim.pk), by=cast[Role.TRIAGER])
    claim.refresh_from_db()
    assert (claim.status, claim.dismiss_reason) == (Status.CANDIDATE, "")


def test_restore_then_accept_is_a_new_round(cast):
    claim = triage.dismiss(ClaimFactory(queued=True), by=cast[Role.TRIAGER], reason=DismissReason.OPINION)
    triage.accept(triage.restore(claim, by=cast[Role.TRIAGER]), by=cast[Role.TRIAGER])
    assert list(claim.slots.order_by("pk").values_list("round__number", "state")) == [(1, "ended"), (2, "open")]


def test_high_harm_asks_for_two_reviews_and_says_so(cast):
    claim = triage.set_harm(ClaimFactory(), harm=Harm.HIGH, by=cast[Role.TRIAGER])
    round_ = triage.accept(claim, by=cast[Role.TRIAGER]).rounds.get()
    assert (round_.required, round_.slots.count(), round_.drawn_because[:9]) == (2, 2, "high harm")


def test_high_harm_flagged_in_the_queue_adds_the_slot_that_is_lacking(cast):
    claim = triage.accept(ClaimFactory(), by=cast[Role.TRIAGER])
    triage.set_harm(claim, harm=Harm.HIGH, by=cast[Role.TRIAGER])
    assert claim.rounds.get().required == claim.slots.count() == 2


@pytest.mark.parametrize("status", ["in_review", "on_hold"])
def test_high_harm_flagged_in_an_open_round_adds_the_slot_that_is_lacking(cast, status):
    claim = ClaimFactory(**{status: True})
    triage.set_harm(claim, harm=Harm.HIGH, by=cast[Role.TRIAGER])
    assert claim.rounds.get().required == claim.slots.count() == 2


def test_a_claim_flagged_while_its_only_review_is_written_waits_for_the_second(cast):
    slot = slots.take(ClaimFactory(queued=True), by=cast[Role.REVIEWER])
    triage.set_harm(slot.claim, harm=Harm.HIGH, by=cast[Role.TRIAGER])
    give(slot, cast[Role.REVIEWER])
    assert Claim.objects.get().status == Status.IN_REVIEW
    give(slots.take_next(by=cast["second"]), cast["second"])
    assert Claim.objects.get().status == Status.DECIDED


@pytest.mark.parametrize("status", ["adjudication", "decided", "published"])
def test_of_a_claim_that_was_reviewed_the_refusal_says_how_harm_is_raised(cast, status):
    with pytest.raises(IllegalMove, match="Send the claim back, or reopen it"):
        triage.set_harm(ClaimFactory(**{status: True}), harm=Harm.HIGH, by=cast[Role.TRIAGER])


def test_harm_adds_no_slot_to_a_round_that_was_read(cast):
    claim = ClaimFactory(decided=True)
    reword(claim, wording="The bridge cost 13 million.", reason="The figure", by=cast[Role.EDITOR])
    with pytest.raises(IllegalMove, match="were read already"):
        triage.set_harm(claim, harm=Harm.HIGH, by=cast[Role.TRIAGER])


def test_the_policy_queues_what_reaches_its_score_and_leaves_the_rest(db):
    accept = AcceptFactory()
    article = accept.run.text_version.article
    scores = {"above": 0.9, "below": 0.2, "doubtful": 0.9, "with care": 0.9, "touched": 0.9}
    made = {
        name: ClaimFactory(
            run=accept.run,
            article=article,
            ordinal=n,
            check_worthiness=score,
            abstained="cut off" if name == "doubtful" else "",
            caution="likely misread" if name == "with care" else "",
            touched=name == "touched",
        )
        for n, (name, score) in enumerate(scores.items())
    }
    triage.auto_accept(accept.pk)
    triage.auto_accept(accept.pk)
    status = {name: Claim.objects.get(pk=claim.pk).status for name, claim in made.items()}
    assert status.pop("above") == "queued"
    assert set(status.values()) == {"candidate"}
    accept.refresh_from_db()
    assert accept.state == WorkState.DONE
    assert list(Event.objects.values_list("verb", "actor")) == [("auto_accept", None)]


@pytest.mark.parametrize("many", [1, 60])
def test_take_next_stays_within_nine_statements(reviewer, many):
    ClaimFactory.create_batch(many, queued=True, appearance=False)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        slots.take_next(by=reviewer)
    assert len(sql_of(captured)) <= 9, "\n".join(sql_of(captured))


def test_take_stays_within_nine_statements(reviewer):
    claim = ClaimFactory(queued=True)
    with CaptureQueriesContext(connection) as captured:
        slots.take(claim, by=reviewer)
    assert len(sql_of(captured)) <= 9, "\n".join(sql_of(captured))


AGREE, DISAGREE, ALONE = ["supported", "supported"], ["supported", "refuted"], ["supported"]


@pytest.mark.parametrize("said", [AGREE, DISAGREE, ALONE], ids=["agree", "disagree", "alone"])
@pytest.mark.parametrize("many", [1, 60])
def test_submit_stays_within_fourteen_statements_also_when_it_completes_the_round(reviewer, said, many):
    ClaimFactory.create_batch(many, queued=True, appearance=False)
    claim = ClaimFactory(queued=True, rows__required=len(said))
    source = claim.appearances.first().statement.source_id
    for verdict in said:
        person = PersonFactory()
        slot = slots.take(claim, by=person)
        slots.save_draft(slot, token=slot.token, data={"verdict": verdict}, by=person)
        with CaptureQueriesContext(connection) as captured:
            give(slot, person, verdict, findings={source: "confirmed"}, evidence=[LEDGER, LEDGER])
        statements = sql_of(captured)
        assert len(statements) <= 14, "\n".join(statements)
    claim.refresh_from_db()
    assert claim.status == (Status.ADJUDICATION if said is DISAGREE else Status.DECIDED)
    assert events.verify().holds


def test_submit_counts_the_same_whatever_the_number_of_reviews(reviewer):
    claim = ClaimFactory(queued=True, rows__required=5)
    counts = []
    for _number in range(5):
        person = PersonFactory()
        slot = slots.take(claim, by=person)
        with CaptureQueriesContext(connection) as captured:
            give(slot, person, findings={}, evidence=[LEDGER])
        counts.append(len(sql_of(captured)))
    assert len(set(counts[:4])) == 1
    assert counts[4] <= 14
