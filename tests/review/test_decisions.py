from datetime import timedelta

import pytest
from django.utils import timezone

from claims.models import (
    Comment,
    Decision,
    Event,
    Notification,
    Review,
    Role,
    SlotState,
    Status,
    Verdict,
)
from claims.record import events
from claims.record.refusals import IllegalMove, Incomplete, NotPermitted
from claims.review import decisions, queues, slots, triage
from claims.review.reviews import change, reaffirm, take_back
from tests.factories import ArticleFactory, ClaimFactory, ConflictOfInterestFactory, PersonFactory, SourceFactory
from tests.review.test_main_job import LEDGER, give

pytestmark = pytest.mark.django_db


def fresh(row):
    return type(row)._base_manager.get(pk=row.pk)


@pytest.fixture
def editor(cast):
    return cast[Role.EDITOR]


@pytest.fixture
def disputed(db):
    return ClaimFactory(adjudication=True)


# --- adjudication -------------------------------------------------------------------------------------------------


def test_an_adjudicator_decides_and_says_why(disputed, cast):
    decision = decisions.adjudicate(
        disputed, verdict=Verdict.REFUTED, rationale="The ledger is a draft.", by=cast[Role.ADJUDICATOR]
    )
    claim = fresh(disputed)
    assert (claim.status, claim.verdict) == (Status.DECIDED, Verdict.REFUTED)
    assert (decision.adjudicator, decision.rationale) == (cast[Role.ADJUDICATOR], "The ledger is a draft.")


def test_an_adjudicator_is_none_of_the_reviewers(cast):
    claim = ClaimFactory(adjudication=True, rows__reviewer=cast[Role.ADJUDICATOR])
    with pytest.raises(NotPermitted):
        decisions.adjudicate(claim, verdict=Verdict.REFUTED, rationale="Mine.", by=cast[Role.ADJUDICATOR])


def test_an_adjudicator_has_no_tie_to_the_claim(disputed, cast):
    ConflictOfInterestFactory(person=cast[Role.ADJUDICATOR], source=None, outlet=disputed.article.outlet)
    with pytest.raises(NotPermitted):
        decisions.adjudicate(disputed, verdict=Verdict.REFUTED, rationale="Why.", by=cast[Role.ADJUDICATOR])


def test_an_adjudicator_must_say_why(disputed, cast):
    with pytest.raises(Incomplete):
        decisions.adjudicate(disputed, verdict=Verdict.REFUTED, rationale=" ", by=cast[Role.ADJUDICATOR])


def test_an_adjudicator_settles_what_was_found_differently_about_a_source(disputed, cast):
    finding = disputed.reviews.last().findings.get()
    type(finding).objects.filter(pk=finding.pk).update(verdict="misquoted")
    with pytest.raises(Incomplete):
        decisions.adjudicate(disputed, verdict=Verdict.REFUTED, rationale="Why.", by=cast[Role.ADJUDICATOR])
    decisions.adjudicate(
        disputed,
        verdict=Verdict.REFUTED,
        rationale="Why.",
        findings={finding.source_id: "misquoted"},
        by=cast[Role.ADJUDICATOR],
    )
    assert fresh(disputed).attribution_verdict == "misquoted"


# --- send back, hold, resume -----------------------------------------------------------------------------------------


def test_send_back_opens_a_new_round_with_a_comment_and_keeps_the_old_reviews(editor):
    claim = ClaimFactory(decided=True)
    decisions.send_back(claim, comment="The ledger of 2024 is out.", by=editor)
    claim = fresh(claim)
    assert (claim.status, claim.round_number, claim.verdict) == (Status.IN_REVIEW, 2, "")
    assert claim.reviews.count() == 1
    assert Comment.objects.get().text == "The ledger of 2024 is out."
    assert Notification.objects.get().kind == "sent_back"


def test_who_reviewed_the_old_round_may_take_the_new_one(editor):
    reviewer = PersonFactory()
    claim = ClaimFactory(decided=True, rows__reviewer=reviewer)
    decisions.send_back(claim, comment="Again, please.", by=editor)
    assert slots.take_next(by=reviewer).claim == claim


@pytest.mark.parametrize("status", ["adjudication", "decided"])
@pytest.mark.parametrize("role", [Role.ADJUDICATOR, Role.EDITOR])
def test_a_reviewer_does_not_send_their_own_dispute_or_decision_back(cast, status, role):
    claim = ClaimFactory(**{status: True}, rows__reviewer=cast[role])
    with pytest.raises(NotPermitted):
        decisions.send_back(claim, comment="Mine was right.", by=cast[role])
    assert fresh(claim).round_number == 1


def test_who_sent_a_claim_back_has_read_its_reviews_and_takes_no_slot_of_the_new_round(editor):
    claim = ClaimFactory(decided=True)
    decisions.send_back(claim, comment="Again, please.", by=editor)
    assert slots.take_next(by=editor) is None
    with pytest.raises(NotPermitted):
        slots.take(fresh(claim), by=editor)


def test_hold_ends_leases_and_resume_gives_the_claim_out_again(cast):
    reviewer = cast[Role.REVIEWER]
    slot = slots.take(ClaimFactory(queued=True), by=reviewer)
    decisions.hold(slot.claim, reason="The ledger comes on Friday", until=timezone.localdate(), by=reviewer)
    slot = fresh(slot)
    assert (slot.state, slot.token, slots.take_next(by=reviewer)) == (SlotState.OPEN, "", None)
    decisions.resume(fresh(slot.claim), by=reviewer)
    assert slots.take_next(by=reviewer) == slot


def test_hold_needs_a_day_to_come(cast):
    claim = ClaimFactory(in_review=True)
    with pytest.raises(Incomplete):
        decisions.hold(claim, reason="x", until=timezone.localdate() - timedelta(days=1), by=cast[Role.EDITOR])


def test_a_reviewer_who_holds_no_slot_of_it_ends_nobodys_lease(cast):
    slot = slots.take(ClaimFactory(queued=True, rows__required=2), by=cast["second"])
    with pytest.raises(NotPermitted):
        decisions.hold(slot.claim, reason="x", until=timezone.localdate(), by=cast[Role.REVIEWER])
    assert (fresh(slot).state, fresh(slot.claim).status) == (SlotState.HELD, Status.IN_REVIEW)


def test_whose_review_is_in_holds_the_claim_no_more(cast):
    claim = ClaimFactory(queued=True, rows__required=2)
    give(slots.take(claim, by=cast[Role.REVIEWER]), cast[Role.REVIEWER])
    slot = slots.take(fresh(claim), by=cast["second"])
    with pytest.raises(NotPermitted):
        decisions.hold(slot.claim, reason="x", until=timezone.localdate(), by=cast[Role.REVIEWER])


@pytest.mark.parametrize("role", [Role.ADJUDICATOR, Role.EDITOR])
def test_who_decides_puts_a_claim_on_hold_that_a_reviewer_holds(cast, role):
    slot = slots.take(ClaimFactory(queued=True), by=cast[Role.REVIEWER])
    decisions.hold(slot.claim, reason="x", until=timezone.localdate(), by=cast[role])
    assert (fresh(slot).state, fresh(slot.claim).status) == (SlotState.OPEN, Status.ON_HOLD)


def test_a_submit_after_a_hold_is_refused(cast):
    slot = slots.take(ClaimFactory(queued=True), by=cast[Role.REVIEWER])
    decisions.hold(slot.claim, reason="x", until=timezone.localdate(), by=cast[Role.EDITOR])
    with pytest.raises(IllegalMove):
        give(slot, cast[Role.REVIEWER])


# --- reword and its answers -----------------------------------------------------------------------------------------


@pytest.fixture
def reworded(editor):
    claim = ClaimFactory(decided=True)
    return fresh(decisions.reword(claim, wording="The bridge cost 13 million euros.", reason="typo", by=editor))


def test_reword_from_decided_goes_back_to_review_and_asks_each_reviewer(reworded):
    review = reworded.reviews.get()
    assert (reworded.status, reworded.verdict, reworded.wording_number) == (Status.IN_REVIEW, "", 2)
    assert review.state == Review.State.TO_REAFFIRM
    assert Notification.objects.get().person == review.reviewer
    waits = queues.waiting_for(review.reviewer, today=timezone.localdate())
    assert (waits.reaffirm, waits.reaffirm_first) == (1, review.pk)


def test_reaffirm_is_a_new_row_for_the_new_wording_and_the_policy_decides_anew(reworded):
    old = reworded.reviews.get()
    new = reaffirm(old, by=old.reviewer)
    assert (fresh(old).state, new.state, new.claim_version.number) == ("superseded", "submitted", 2)
    assert new.evidence.count() == old.evidence.count() == 1
    assert fresh(reworded).status == Status.DECIDED
    assert Decision.objects.get().claim_version.number == 2


def test_only_its_author_answers_for_a_review(reworded):
    with pytest.raises(NotPermitted):
        reaffirm(reworded.reviews.get(), by=PersonFactory())


def test_an_answer_is_given_once(reworded):
    review = reworded.reviews.get()
    reaffirm(review, by=review.reviewer)
    with pytest.raises(IllegalMove):
        reaffirm(review, by=review.reviewer)


def test_a_changed_review_decides_otherwise(reworded):
    review = reworded.reviews.get()
    change(
        review,
        wording_number=2,
        verdict=Verdict.REFUTED,
        rationale="It was 12.",
        evidence=[LEDGER],
        by=review.reviewer,
    )
    assert fresh(reworded).verdict == Verdict.REFUTED


def test_a_review_taken_back_after_its_round_was_read_begins_a_new_round(reworded):
    review = reworded.reviews.get()
    take_back(review, by=review.reviewer)
    claim = fresh(reworded)
    assert (claim.status, claim.round_number, fresh(review).state) == (Status.IN_REVIEW, 2, "taken_back")


def test_a_review_taken_back_before_its_round_was_complete_opens_its_slot(editor):
    claim = ClaimFactory(queued=True, rows__required=2)
    reviewer = PersonFactory()
    review = give(slots.take_next(by=reviewer), reviewer)
    decisions.reword(fresh(claim), wording="The bridge cost 13 million euros.", reason="typo", by=editor)
    take_back(review, by=reviewer)
    assert fresh(review.slot).state == SlotState.OPEN


def test_who_is_at_work_learns_that_the_wording_changed(editor):
    reviewer = PersonFactory()
    slot = slots.take(ClaimFactory(queued=True), by=reviewer)
    decisions.reword(fresh(slot.claim), wording="The bridge cost 13 million euros.", reason="typo", by=editor)
    with pytest.raises(IllegalMove, match="wording changed"):
        give(slot, reviewer)
    assert Notification.objects.filter(person=reviewer).exists()
    give(slot, reviewer, wording_number=2)


def test_reword_of_a_claim_that_moved_on_is_refused(editor):
    stale = ClaimFactory()
    decisions.reword(fresh(stale), wording="The bridge cost 13 million.", reason="typo", by=editor)
    with pytest.raises(IllegalMove):
        decisions.reword(stale, wording="The bridge cost 14 million.", reason="typo", by=editor)


# --- merge, split, spans, sources, proposals -------------------------------------------------------------------------


@pytest.fixture
def triager(cast):
    return cast[Role.TRIAGER]


def test_merge_moves_appearances_and_restore_brings_them_back(triager):
    claim, into = ClaimFactory(), ClaimFactory()
    triage.merge(claim, into=into, by=triager)
    assert (into.appearances.count(), fresh(claim).status, fresh(claim).merged_into) == (2, Status.MERGED, into)
    triage.restore(fresh(claim), by=triager)
    assert (into.appearances.count(), claim.appearances.count()) == (1, 1)


def test_a_claim_is_not_merged_into_itself_or_into_one_that_fell(triager):
    claim = ClaimFactory()
    with pytest.raises(Incomplete):
        triage.merge(claim, into=claim, by=triager)
    with pytest.raises(IllegalMove):
        triage.merge(claim, into=ClaimFactory(dismissed=True), by=triager)


def test_split_makes_candidates_in_the_same_place_and_restore_takes_them_back(triager):
    claim = ClaimFactory(queued=True)
    parts = triage.split(claim, wordings=["The bridge cost 12 million.", "It has four cracks."], by=triager)
    assert [part.appearances.get().spans.get().start for part in parts] == [0, 0]
    assert fresh(claim).status == Status.MERGED
    triage.restore(fresh(claim), by=triager)
    assert {fresh(part).status for part in parts} == {Status.DISMISSED}


def test_a_split_stays_when_a_part_is_under_review(triager):
    claim = ClaimFactory()
    part = triage.split(claim, wordings=["One.", "Two."], by=triager)[0]
    slots.take(triage.accept(part, by=triager), by=PersonFactory())
    with pytest.raises(IllegalMove):
        triage.restore(fresh(claim), by=triager)


@pytest.mark.parametrize("wordings", [["Only one."], ["Same.", "Same."], []])
def test_a_split_needs_two_different_wordings(triager, wordings):
    with pytest.raises(Incomplete):
        triage.split(ClaimFactory(), wordings=wordings, by=triager)


def test_a_span_put_right_keeps_the_proposal_of_the_machine(triager):
    claim = ClaimFactory()
    triage.fix_span(claim, spans=[(10, 20)], by=triager)
    triage.fix_span(fresh(claim), spans=[(11, 21)], by=triager)
    spans = claim.appearances.get().spans.order_by("pk")
    assert list(spans.values_list("start", "proposed")) == [(0, True), (11, False)]


@pytest.mark.parametrize("spans", [[], [(5, 5)], [(5, 10), (8, 12)], [(0, 10_000)], [(-1, 4)]])
def test_a_span_lies_in_the_text(triager, spans):
    with pytest.raises(Incomplete):
        triage.fix_span(ClaimFactory(), spans=spans, by=triager)


def test_a_source_put_right_keeps_the_source_as_read(triager):
    claim, source = ClaimFactory(), SourceFactory()
    statement = claim.appearances.get().statement
    read = statement.source
    triage.fix_source(claim, statement=statement, source=source, by=triager)
    assert (fresh(statement).source, fresh(statement).proposed_source) == (source, read)


def test_a_source_is_given_to_a_claim_that_had_no_statement(triager):
    claim, source = ClaimFactory(), SourceFactory()
    claim.appearances.update(statement=None)
    triage.fix_source(claim, statement=None, source=source, by=triager)
    assert claim.appearances.get().statement.source == source


def test_a_claim_that_the_machine_missed_is_added_where_it_stands(triager):
    claim = ClaimFactory()
    added = triage.add(
        claim.article, wording="It has four cracks.", spans=[(71, 98)], source=SourceFactory(), by=triager
    )
    assert (added.origin, added.status, added.created_by) == ("person", Status.CANDIDATE, triager)
    assert Event.objects.get().verb == "add"


def test_a_contributor_suggests_and_asks(cast):
    claim = ClaimFactory()
    suggested = triage.suggest(
        claim.article, wording="It has four cracks.", spans=[(71, 98)], by=cast[Role.CONTRIBUTOR]
    )
    assert suggested.origin == "suggested"
    triage.ask(claim, by=cast[Role.CONTRIBUTOR], why="My street")
    with pytest.raises(IllegalMove):
        triage.ask(claim, by=cast[Role.CONTRIBUTOR])
    assert fresh(claim).askers == 1


def test_nothing_is_added_to_an_article_without_a_text(triager):
    with pytest.raises(IllegalMove):
        triage.add(ArticleFactory(), wording="x", spans=[(0, 1)], by=triager)


# --- slots by editors, drafts ----------------------------------------------------------------------------------------


def test_an_editor_assigns_and_the_reviewer_is_told(cast):
    slot = slots.assign(ClaimFactory(queued=True), to=cast[Role.REVIEWER], by=cast[Role.EDITOR])
    assert (slot.holder, slot.state) == (cast[Role.REVIEWER], SlotState.HELD)
    assert Notification.objects.get().kind == "assigned"


def test_nobody_is_assigned_who_is_no_reviewer(cast):
    with pytest.raises(IllegalMove):
        slots.assign(ClaimFactory(queued=True), to=cast[Role.TRIAGER], by=cast[Role.EDITOR])


def test_a_broken_lease_is_told_to_its_holder_and_loses_no_draft(cast):
    reviewer = cast[Role.REVIEWER]
    slot = slots.take(ClaimFactory(queued=True), by=reviewer)
    slots.save_draft(slot, token=slot.token, data={"rationale": "half a thought"}, by=reviewer)
    slots.release(fresh(slot), by=cast[Role.EDITOR], reason="You are on holiday")
    assert Notification.objects.get().note == "You are on holiday"
    again = slots.take_next(by=reviewer)
    assert slots.draft_of(again, by=reviewer) == {"rationale": "half a thought"}


def test_what_was_typed_is_kept_even_where_the_slot_was_lost(cast):
    reviewer = cast[Role.REVIEWER]
    slot = slots.take(ClaimFactory(queued=True), by=reviewer)
    token = slot.token
    slots.release(fresh(slot), by=cast[Role.EDITOR], reason="x")
    with pytest.raises(IllegalMove):
        slots.save_draft(slot, token=token, data={"rationale": "late"}, by=reviewer)
    assert slots.draft_of(slot, by=reviewer) == {"rationale": "late"}


def test_renew_runs_the_lease_anew_and_a_stranger_cannot(cast):
    slot = slots.take(ClaimFactory(queued=True), by=cast[Role.REVIEWER])
    type(slot).objects.update(lease_until=slot.lease_until - timedelta(minutes=20))
    before = fresh(slot).lease_until
    with pytest.raises(IllegalMove):
        slots.renew(fresh(slot), token=slot.token, by=cast["second"])
    assert slots.renew(fresh(slot), token=slot.token, by=cast[Role.REVIEWER]).lease_until > before
    assert events.verify().holds


def test_who_could_read_the_others_review_and_takes_their_own_back_gets_no_slot_of_the_new_round(editor):
    first, second = PersonFactory(), PersonFactory()
    claim = ClaimFactory(queued=True, rows__required=2)
    for person in (first, second):
        give(slots.take(claim, by=person), person)
    decisions.reword(fresh(claim), wording="The bridge cost 13 million.", reason="The figure", by=editor)
    take_back(fresh(claim).reviews.get(reviewer=first), by=first)
    assert fresh(claim).round_number == 2
    with pytest.raises(NotPermitted):
        slots.take(fresh(claim), by=first)
    assert slots.take_next(by=first) is None
    assert Notification.objects.filter(person=second, kind="sent_back").exists()
    assert slots.take_next(by=second).claim == claim
