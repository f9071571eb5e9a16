"""Claims that stand for one another: who is said to make them, who wished for them, and the way back."""

import json

import pytest
from django.urls import reverse

from claims.models import CheckRequest, Claim, Event, Review, Role, Source, Status
from claims.record.refusals import IllegalMove
from claims.record.visibility import visible_to
from claims.review import decisions, reaffirming, slots, triage
from tests.factories import AppearanceFactory, ClaimFactory, PersonFactory, StatementFactory
from tests.review.test_decisions import fresh
from tests.review.test_main_job import give

pytestmark = pytest.mark.django_db


@pytest.fixture
def triager(cast):
    return cast[Role.TRIAGER]


def sources_of(claim):
    return set(Source.objects.filter(statements__appearances__claim=claim))


def of_one_source(claim, other):
    """Let both claims be said by the same, each in a statement of its own."""
    place = other.appearances.get()
    place.statement = StatementFactory(text_version=place.text_version, source=sources_of(claim).pop())
    place.save()
    return other


def reaffirm_all(claim):
    for review in Review.objects.filter(claim=claim, state=Review.State.TO_REAFFIRM):
        reaffirming.reaffirm(review, by=review.reviewer)


@pytest.mark.parametrize("state", ["decided", "adjudication"])
def test_a_source_that_a_merge_brings_to_a_reviewed_claim_is_answered_for_before_it_is_decided(state, triager):
    claim, into = ClaimFactory(), ClaimFactory(**{state: True})
    triage.merge(claim, into=into, by=triager)
    now = fresh(into)
    assert (now.status, now.verdict, now.attribution_verdict) == (Status.IN_REVIEW, "", "")
    assert {review.state for review in into.reviews.all()} == {Review.State.TO_REAFFIRM}
    assert not into.decisions.exists()
    assert {one.kind for review in into.reviews.all() for one in review.reviewer.notifications.all()} == {"reaffirm"}


def test_a_merge_of_what_the_same_source_said_leaves_a_decision_as_it_is(triager):
    into = ClaimFactory(decided=True)
    claim = of_one_source(into, ClaimFactory())
    triage.merge(claim, into=into, by=triager)
    assert (fresh(into).status, into.decisions.count(), into.appearances.count()) == (Status.DECIDED, 1, 2)
    assert fresh(into).version == into.version + 1


def test_a_public_claim_gets_no_other_source_through_a_merge(triager):
    claim, into = ClaimFactory(), ClaimFactory(published=True)
    with pytest.raises(IllegalMove, match="reopens it first"):
        triage.merge(claim, into=into, by=triager)
    assert (fresh(claim).status, into.appearances.count(), Event.objects.count()) == (Status.CANDIDATE, 1, 0)


def test_what_a_merge_tells_of_a_verdict_is_bound_by_the_blind_rule_of_that_claim(cast, triager):
    claim, into = ClaimFactory(), ClaimFactory(decided=True, rows__reviewer=PersonFactory())
    triage.merge(claim, into=into, by=triager)
    merged, asked = Event.objects.order_by("sequence")
    assert (merged.verb, merged.claim, asked.verb, asked.claim) == ("merge", claim, "ask_anew", into)
    assert "supported" not in merged.payload.body
    assert json.loads(asked.payload.body)["through"] == claim.pk
    reaffirm_all(into)
    reader = cast["second"]
    assert visible_to(Event.objects.filter(pk=asked.pk), reader).exists()
    decisions.send_back(fresh(into), comment="Once more.", by=cast[Role.ADJUDICATOR])
    assert not visible_to(Event.objects.filter(pk=asked.pk), reader).exists()


def test_the_story_of_a_claim_says_why_its_reviewers_were_asked_again(client, cast, triager):
    claim, into = ClaimFactory(), ClaimFactory(decided=True)
    triage.merge(claim, into=into, by=triager)
    client.force_login(cast[Role.EDITOR])
    page = client.get(reverse("claim_history", args=[into.pk])).content.decode()
    assert "asked its reviewers again: it is said by others now" in page
    assert f"with the places of no. {claim.pk}" in page


def test_a_source_that_comes_between_two_reviews_is_told_to_who_decides(cast, triager):
    into = ClaimFactory(queued=True, rows__required=2)
    first = give(slots.take(into, by=cast[Role.REVIEWER]), cast[Role.REVIEWER])
    claim = ClaimFactory()
    [old], [new] = sources_of(into), sources_of(claim)
    triage.merge(claim, into=fresh(into), by=triager)
    assert fresh(first).state == Review.State.TO_REAFFIRM
    give(slots.take(into, by=cast["second"]), cast["second"], findings={old.pk: "confirmed", new.pk: "confirmed"})
    assert fresh(into).status == Status.IN_REVIEW  # the first review has not answered for the new source
    reaffirming.reaffirm(fresh(first), by=cast[Role.REVIEWER])
    assert fresh(into).status == Status.ADJUDICATION
    assert decisions.disputed(decisions.standing(into)) == {str(new.pk)}


def test_reviews_do_not_differ_about_a_source_that_only_one_of_them_was_asked_about(cast):
    claim = ClaimFactory(queued=True, rows__required=2)
    [old] = sources_of(claim)
    give(slots.take(claim, by=cast[Role.REVIEWER]), cast[Role.REVIEWER], findings={old.pk: "confirmed"})
    place = AppearanceFactory(claim=claim)  # as a newer text of the article brings one, without a person
    said = {old.pk: "confirmed", place.statement.source_id: "confirmed"}
    give(slots.take(claim, by=cast["second"]), cast["second"], findings=said)
    assert fresh(claim).status == Status.DECIDED
    unchecked = {str(old.pk): "confirmed", str(place.statement.source_id): "unchecked"}
    assert claim.decisions.get().attribution_verdicts == unchecked
    assert fresh(claim).attribution_verdict == "unchecked"


# --- the way back ----------------------------------------------------------------------------------------------------


def test_what_was_merged_into_a_claim_comes_back_with_it(triager):
    first, middle, last = ClaimFactory(), ClaimFactory(), ClaimFactory()
    triage.merge(first, into=middle, by=triager)
    triage.merge(fresh(middle), into=last, by=triager)
    triage.restore(fresh(middle), by=triager)
    assert fresh(first).merged_into == middle
    assert (middle.appearances.count(), last.appearances.count()) == (2, 1)
    triage.restore(fresh(first), by=triager)
    assert [claim.appearances.count() for claim in (first, middle, last)] == [1, 1, 1]


def test_the_first_of_a_chain_comes_back_alone(triager):
    first, middle, last = ClaimFactory(), ClaimFactory(), ClaimFactory()
    triage.merge(first, into=middle, by=triager)
    triage.merge(fresh(middle), into=last, by=triager)
    triage.restore(fresh(first), by=triager)
    assert [claim.appearances.count() for claim in (first, middle, last)] == [1, 0, 2]


def test_a_claim_that_gives_places_back_has_a_new_version(triager):
    into = ClaimFactory()
    claim = triage.merge(of_one_source(into, ClaimFactory()), into=into, by=triager)
    before = fresh(into)
    triage.restore(fresh(claim), by=triager)
    assert fresh(into).version == before.version + 1
    with pytest.raises(IllegalMove):
        triage.dismiss(before, reason="opinion", by=triager)


def test_a_public_claim_keeps_who_is_said_to_make_it(triager):
    claim, into = ClaimFactory(), ClaimFactory()
    triage.merge(claim, into=into, by=triager)
    Claim.objects.filter(pk=into.pk).update(status=Status.PUBLISHED)
    with pytest.raises(IllegalMove, match="reopens it first"):
        triage.restore(fresh(claim), by=triager)
    assert (fresh(claim).status, into.appearances.count()) == (Status.MERGED, 2)


def test_a_decided_claim_that_loses_a_source_is_looked_at_again(triager):
    claim, into = ClaimFactory(), ClaimFactory(decided=True)
    triage.merge(claim, into=into, by=triager)
    reaffirm_all(into)
    assert fresh(into).status == Status.DECIDED
    triage.restore(fresh(claim), by=triager)
    assert (fresh(into).status, fresh(claim).status) == (Status.IN_REVIEW, Status.CANDIDATE)


def test_the_story_of_a_claim_that_gave_places_back_names_no_split(client, cast, triager):
    into = ClaimFactory()
    claim = triage.merge(ClaimFactory(), into=into, by=triager)
    triage.restore(fresh(claim), by=triager)
    client.force_login(cast[Role.EDITOR])
    pages = [client.get(reverse("claim_history", args=[pk])).content.decode() for pk in (claim.pk, into.pk)]
    assert "took back the merge of another claim into it" in pages[1]
    assert not [page for page in pages if "split" in page.split("<main")[1]]


# --- who wished for it -----------------------------------------------------------------------------------------------


def wished(*claims):
    """For each claim how many are said to have wished for it, and how many did."""
    return [(fresh(claim).askers, CheckRequest.objects.filter(claim=claim).count()) for claim in claims]


def test_who_wished_for_a_claim_counts_once_for_each_of_its_parts(cast, triager):
    claim = triage.ask(ClaimFactory(), why="My street", by=cast[Role.CONTRIBUTOR])
    part, other = triage.split(fresh(claim), wordings=["It has cracks.", "It cost 12 million."], by=triager)
    assert wished(part, other) == [(1, 1), (1, 1)]
    assert part.requests.get().why == "My street"
    with pytest.raises(IllegalMove, match="asked for this check already"):
        triage.ask(fresh(part), by=cast[Role.CONTRIBUTOR])


def test_wishes_go_with_a_merge_each_person_once_and_come_back(cast, triager):
    claim, into = ClaimFactory(), ClaimFactory()
    for person in (cast[Role.CONTRIBUTOR], cast[Role.REVIEWER]):
        triage.ask(claim, by=person)
    triage.ask(into, by=cast[Role.REVIEWER])
    triage.merge(fresh(claim), into=fresh(into), by=triager)
    assert wished(into) == [(2, 2)]
    triage.restore(fresh(claim), by=triager)
    assert wished(claim, into) == [(2, 2), (1, 1)]


def test_wishes_come_back_along_a_chain(cast, triager):
    first, middle, last = ClaimFactory(), ClaimFactory(), ClaimFactory()
    triage.ask(first, by=cast[Role.CONTRIBUTOR])
    triage.merge(fresh(first), into=middle, by=triager)
    triage.merge(fresh(middle), into=last, by=triager)
    assert wished(first, middle, last) == [(0, 0), (0, 0), (1, 1)]
    triage.restore(fresh(middle), by=triager)
    assert wished(first, middle, last) == [(0, 0), (1, 1), (0, 0)]
    triage.restore(fresh(first), by=triager)
    assert wished(first, middle, last) == [(1, 1), (0, 0), (0, 0)]
