"""A page offers a person what that person may do, and says why not where a button could only be refused."""

import pytest
from django.urls import reverse

from claims.models import ConflictOfInterest, Policy, Role, SlotState
from claims.publishing import publish
from claims.record import visibility
from claims.review import decisions, slots
from tests.conftest import make_person
from tests.factories import ClaimFactory, PublicationFactory, ReviewFactory, SlotFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def everything(client):
    """Somebody who reviews, adjudicates and publishes."""
    person = make_person("nora", Role.REVIEWER, Role.ADJUDICATOR, Role.EDITOR)
    client.force_login(person)
    return person


def page_of(client, claim):
    return client.get(claim.get_absolute_url()).content.decode()


def offers(client, claim, route, *more):
    return f'"{reverse(route, args=[claim.pk, *more])}"' in page_of(client, claim)


def test_a_declined_claim_leaves_ones_own_list_and_stays_in_the_others(client, cast):
    slot = slots.take(ClaimFactory(queued=True, wording="The tunnel opened in 1994."), by=cast[Role.REVIEWER])
    client.force_login(cast[Role.REVIEWER])
    declined = client.post(reverse("review_decline", args=[slot.pk]), {"token": slot.token}, follow=True)
    client.force_login(cast["second"])
    others = client.get(reverse("queue")).content.decode()
    assert "you will not" in declined.content.decode()
    assert "The tunnel opened" not in declined.content.decode()
    assert "Nothing here waits for you" in declined.content.decode()
    assert "The tunnel opened" in others


def declined(claim, person):
    slot = slots.take(claim, by=person)
    slots.decline(slot, token=slot.token, by=person)


def looked_into(claim, person):
    visibility.look_into(claim.rounds.get(), by=person)


def tied(claim, person):
    source = claim.appearances.get().statement.source
    ConflictOfInterest.objects.create(person=person, source=source, reason="Worked there")


def all_held(claim, person):
    slots.take(claim, by=make_person("otto", Role.REVIEWER))


def holds_enough(claim, person):
    Policy.objects.update(max_leases=0)


def reviewed(claim, person):
    ReviewFactory(slot=SlotFactory(claim=claim, state=SlotState.FILLED, holder=person), reviewer=person)


def wrote_it(claim, person):
    claim.wordings.update(author=person)


@pytest.mark.parametrize(
    ("happened", "said", "required"),
    [
        (declined, "you declined it, or have read a review", 1),
        (looked_into, "you declined it, or have read a review", 1),
        (tied, "You declared a tie", 1),
        (all_held, "Every place of this round is held", 1),
        (holds_enough, "as many claims as the desk allows", 1),
        (reviewed, "You have a review in this round", 2),
        (wrote_it, "The wording is yours", 1),
    ],
)
def test_a_claim_is_offered_until_something_speaks_against_it_which_is_then_said(
    client, everything, happened, said, required
):
    claim = ClaimFactory(queued=True, rows__required=required)
    assert offers(client, claim, "claim_take")
    happened(claim, everything)
    assert not offers(client, claim, "claim_take")
    assert said in page_of(client, claim)
    assert client.post(reverse("claim_take", args=[claim.pk])).status_code in (403, 409)


def test_who_holds_a_claim_is_led_to_it_and_told_nothing_else(client, everything):
    claim = ClaimFactory(queued=True)
    slots.take(claim, by=everything)
    page = page_of(client, claim)
    assert "You hold it until" in page
    assert "Every place" not in page


@pytest.mark.parametrize("public", [True, False])
def test_withdrawing_is_offered_where_something_is_public(client, everything, public):
    claim = ClaimFactory(published=True) if public else ClaimFactory(decided=True)
    assert offers(client, claim, "claim_verb", "withdraw") is public


@pytest.mark.parametrize("four_eyes", [True, False])
def test_publishing_is_offered_to_the_only_reviewer_where_the_policy_allows_it(client, everything, four_eyes):
    Policy.objects.update(four_eyes=four_eyes)
    claim = ClaimFactory(decided=True, rows__reviewer=everything)
    assert offers(client, claim, "claim_publish") is not four_eyes
    assert ("You are the only reviewer of this claim" in page_of(client, claim)) is four_eyes


def test_adjudicating_is_offered_to_who_is_none_of_the_reviewers(client, everything):
    assert offers(client, ClaimFactory(adjudication=True), "claim_adjudicate")
    own = ClaimFactory(adjudication=True, rows__reviewer=everything)
    assert not offers(client, own, "claim_adjudicate")
    assert "somebody else has to decide what becomes of its reviews" in page_of(client, own)


def test_the_days_of_a_review_are_shown_with_it(client, everything):
    claim = ClaimFactory(decided=True)
    claim.reviews.update(as_of="2024-03-01", look_again_by="2031-04-02")
    page = page_of(client, claim)
    assert "True as of 1 Mar 2024" in page
    assert "Look again by 2 Apr 2031" in page


def test_an_adjudicator_is_told_which_days_the_decision_takes(client, everything):
    claim = ClaimFactory(adjudication=True)
    for review, day in zip(claim.reviews.order_by("pk"), ("2031-04-02", "2030-05-06"), strict=True):
        type(review).objects.filter(pk=review.pk).update(look_again_by=day)
    page = client.get(reverse("claim_adjudicate", args=[claim.pk])).content.decode()
    assert "Look again by 2 Apr 2031" in page
    assert "It is looked at again by 6 May 2030." in page


@pytest.mark.parametrize("differ", [True, False])
def test_as_the_reviewers_found_is_offered_where_they_found_the_same(client, everything, differ):
    claim = ClaimFactory(adjudication=True)
    if differ:
        claim.reviews.first().findings.update(verdict="misquoted")
    address = reverse("claim_adjudicate", args=[claim.pk])
    source = claim.appearances.get().statement.source_id
    assert ("As the reviewers found" in client.get(address).content.decode()) is not differ
    sent = {"verdict": "supported", "rationale": "The ledger.", f"source-{source}": ""}
    answer = client.post(address, sent)
    assert answer.status_code == (422 if differ else 302)
    if differ:
        assert "found different things about a source" in answer.content.decode()


@pytest.fixture
def reopened(cast):
    """Adjudicated, published and opened again."""
    claim = ClaimFactory(adjudication=True, rows__reviewer=cast[Role.REVIEWER])
    decisions.adjudicate(claim, verdict="refuted", rationale="The second ledger counts.", by=cast[Role.ADJUDICATOR])
    claim.refresh_from_db()
    PublicationFactory(claim=claim, decision=claim.decisions.get())
    type(claim).objects.filter(pk=claim.pk).update(status="published")
    claim.refresh_from_db()
    publish.reopen(claim, note="New ledger", by=cast[Role.EDITOR])
    return claim


@pytest.mark.parametrize(
    ("who", "reads"),
    [(Role.EDITOR, True), (Role.ADJUDICATOR, True), ("second", False), (Role.TRIAGER, False), (Role.REVIEWER, False)],
)
def test_after_reopening_the_earlier_decision_stays_for_those_who_may_read_it(client, cast, reopened, who, reads):
    client.force_login(cast[who])
    page = page_of(client, reopened)
    assert ("The second ledger counts." in page) is reads
    assert ("Round 1, before" in page) is (reads or who == Role.REVIEWER)  # who had reviewed it still reads the reviews
    assert (f"adjudicated by {cast[Role.ADJUDICATOR]}" in page) is reads
