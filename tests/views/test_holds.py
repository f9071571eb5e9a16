"""Who holds what; giving a claim to a reviewer, and breaking a hold."""

import pytest
from django.urls import reverse

from claims.models import Bar, Notification, Policy, Role, Slot, SlotState
from claims.review import giving, slots
from tests.factories import ClaimFactory, ConflictOfInterestFactory
from tests.views.test_articles import own_queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client, cast):
    client.force_login(cast[Role.EDITOR])
    client.person = cast[Role.EDITOR]
    return client


def test_who_holds_what_and_until_when_is_seen_by_all_of_the_desk(client, cast):
    claim = ClaimFactory(in_review=True, rows__reviewer=cast["second"])
    client.force_login(cast[Role.TRIAGER])
    page = client.get(reverse("holds")).content.decode()
    assert claim.wording in page
    assert "second" in page
    assert reverse("slot_release", args=[claim.slots.get().pk]) not in page


@pytest.mark.parametrize("many", [1, 12])
def test_the_list_asks_few_questions_whatever_its_length(editor, cast, many):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    ClaimFactory.create_batch(many, in_review=True)
    with CaptureQueriesContext(connection) as captured:
        page = editor.get(reverse("holds"))
    assert page.content.decode().count("Break…") == many
    assert len(own_queries(captured)) <= 6


def test_the_list_is_searched_by_person(editor, cast):
    mine = ClaimFactory(in_review=True, rows__reviewer=cast["second"])
    other = ClaimFactory(in_review=True, rows__reviewer=cast[Role.REVIEWER])
    page = editor.get(reverse("holds"), {"q": "second"}).content.decode()
    assert mine.wording in page
    assert other.wording not in page


def test_reviewers_are_offered_by_what_they_hold_and_the_rest_with_the_reason(editor, cast):
    ClaimFactory(in_review=True, rows__reviewer=cast["second"])
    claim = ClaimFactory(queued=True)
    ConflictOfInterestFactory(person=cast[Role.ADJUDICATOR], source=claim.appearances.get().statement.source)
    Bar.objects.create(round=claim.rounds.get(), person=cast[Role.EDITOR], reason="declined")
    found = {one.person: (one.holding, str(one.why_not)) for one in giving.reviewers_for(claim)}
    assert found == {
        cast[Role.REVIEWER]: (0, ""),
        cast["second"]: (1, ""),
        cast[Role.ADJUDICATOR]: (0, "declared a tie to the outlet or to a source"),
        cast[Role.EDITOR]: (0, "declined this round, or has read a review of it or of the round before"),
    }
    assert "declined this round" in editor.get(reverse("claim_assign", args=[claim.pk])).content.decode()


def test_who_holds_enough_or_wrote_the_wording_is_not_offered(cast):
    Policy.objects.update(max_leases=1)
    ClaimFactory(in_review=True, rows__reviewer=cast["second"])
    claim = ClaimFactory(queued=True)
    claim.wordings.update(author=cast[Role.REVIEWER])
    reasons = {one.person: str(one.why_not) for one in giving.reviewers_for(claim)}
    assert reasons[cast["second"]] == "holds as many claims as allowed"
    assert reasons[cast[Role.REVIEWER]] == "wrote the wording, and one review decides"


def test_one_press_gives_the_claim_and_tells_the_reviewer(editor, cast):
    claim = ClaimFactory(queued=True)
    answer = editor.post(reverse("claim_assign", args=[claim.pk]), {"to": cast["second"].pk}, follow=True)
    assert "holds it until" in answer.content.decode()
    assert Slot.objects.get(claim=claim).holder == cast["second"]
    assert Notification.objects.get().person == cast["second"]


@pytest.mark.parametrize("to", ["", "99999", "x"])
def test_nobody_is_no_reviewer(editor, to):
    claim = ClaimFactory(queued=True)
    answer = editor.post(reverse("claim_assign", args=[claim.pk]), {"to": to})
    assert answer.status_code == 422
    assert "Choose a reviewer" in answer.content.decode()


def test_a_claim_without_a_free_slot_says_so(editor):
    claim = ClaimFactory(in_review=True)
    assert "No slot of this claim is free" in editor.get(reverse("claim_assign", args=[claim.pk])).content.decode()


def test_a_hold_is_broken_with_a_reason_that_its_holder_reads(editor, cast):
    claim = slots.take(ClaimFactory(queued=True), by=cast["second"]).claim
    slot = claim.slots.get()
    address = reverse("slot_release", args=[slot.pk])
    assert "second" in editor.get(address).content.decode()
    assert editor.post(address, {"reason": ""}).status_code == 422
    editor.post(address, {"reason": "Away this week"})
    slot.refresh_from_db()
    assert slot.state == SlotState.OPEN
    assert Notification.objects.get().note == "Away this week"
    assert editor.post(address, {"reason": "Again"}).status_code == 409


def test_the_claims_page_says_who_holds_it_and_offers_the_editor_both(editor, cast):
    claim = ClaimFactory(in_review=True, rows__reviewer=cast["second"], rows__required=2)
    page = editor.get(claim.get_absolute_url()).content.decode()
    assert "Held by second until" in page
    assert reverse("slot_release", args=[claim.slots.get(state="held").pk]) in page
    assert reverse("claim_assign", args=[claim.pk]) in page
