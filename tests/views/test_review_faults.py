"""What a review form is refused for: all of it at once, each by the name of its field, and nothing typed is lost."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.models import Draft, Review, Role
from claims.record.refusals import Incomplete
from claims.review import decisions, reviews, slots
from claims.review.content import LONGEST_TEXT, EvidenceGiven, Findings
from tests.factories import ClaimFactory, EvidenceFactory, ReviewFactory
from tests.views.test_review import filled

pytestmark = pytest.mark.django_db


def day(days):
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def send(client, slot, **more):
    answer = client.post(reverse("review", args=[slot.pk]), filled(slot, **more))
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({"as_of": 1}, "“True as of” is a day that has not come yet"),
        ({"look_again_by": 0}, "“Look again by” is a day that has come already"),
        ({"as_of": -9, "look_again_by": -2}, "“Look again by” is a day that has come already"),
    ],
)
def test_a_review_is_true_as_of_a_day_that_has_come_and_looked_at_again_on_one_that_has_not(reviewer, slot, days, said):
    status, page = send(reviewer, slot, **{name: day(away) for name, away in days.items()})
    assert (status, said in page) == (422, True)
    assert not Review.objects.exists()


def test_today_and_tomorrow_are_days_for_a_review(reviewer, slot):
    assert send(reviewer, slot, as_of=day(0), look_again_by=day(1))[0] == 302


def test_a_repeat_that_comes_the_next_day_is_still_harmless(reviewer, slot):
    said = {
        "token": slot.token,
        "wording_number": 1,
        "verdict": "supported",
        "rationale": "The ledger shows it.",
        "searched": "Two archives.",
        "by": reviewer.person,
    }
    review = reviews.submit(slot, look_again_by=timezone.localdate() + timedelta(days=1), **said)
    Review.objects.update(look_again_by=timezone.localdate())
    assert reviews.submit(slot, look_again_by=timezone.localdate(), **said) == review


def test_the_form_proposes_no_day_that_has_not_come(reviewer):
    claim = ClaimFactory(queued=True, as_of=timezone.localdate() + timedelta(days=1))
    page = reviewer.get(reverse("review", args=[slots.take(claim, by=reviewer.person).pk])).content.decode()
    assert f'name="as_of" value="{day(0)}"' in page


@pytest.mark.parametrize(("field", "name"), [("rationale", "The rationale"), ("searched", "What was searched")])
def test_a_text_has_a_limit_that_is_said_and_what_was_typed_stays(reviewer, slot, field, name):
    status, page = send(reviewer, slot, **{field: "a" * (LONGEST_TEXT + 1)})
    assert status == 422
    assert f"{name} is too long: 20,001 characters, and at most 20,000 are taken." in page
    assert "a" * (LONGEST_TEXT + 1) in page
    assert not Review.objects.exists()


def test_the_limit_is_said_in_the_form_and_what_just_fits_is_taken(reviewer, slot):
    assert "At most 20,000 characters." in reviewer.get(reverse("review", args=[slot.pk])).content.decode()
    assert send(reviewer, slot, rationale="a" * LONGEST_TEXT)[0] == 302


def test_a_draft_says_what_is_too_long_to_be_sent_and_is_kept(reviewer, slot):
    sent = filled(slot, rationale="a" * (LONGEST_TEXT + 1))
    said = reviewer.post(reverse("review_draft", args=[slot.pk]), sent).content.decode()
    assert "The rationale is too long" in said
    assert "Draft kept" in said
    assert len(Draft.objects.get().data["rationale"][0]) == LONGEST_TEXT + 1


def test_a_draft_that_is_too_long_to_be_kept_names_the_text(reviewer, slot):
    answer = reviewer.post(reverse("review_draft", args=[slot.pk]), filled(slot, rationale="a" * 600_000))
    assert answer.status_code == 400
    assert "The rationale is too long: 600,000 characters" in answer.content.decode()


def test_an_adjudicators_reason_has_the_same_limit(cast):
    claim = ClaimFactory(adjudication=True)
    with pytest.raises(Incomplete, match="too long"):
        decisions.adjudicate(claim, verdict="supported", rationale="a" * (LONGEST_TEXT + 1), by=cast[Role.ADJUDICATOR])


def test_all_that_is_missing_is_told_at_once(reviewer, slot):
    empty = {"verdict": "", "rationale": "", "evidence-0-address": "", "evidence-0-quotation": ""}
    _status, page = send(reviewer, slot, look_again_by=day(-1), **empty)
    for said in ("Choose a verification status", "rationale is empty", "at least one piece of", "“Look again by”"):
        assert said in page


def test_what_is_missing_is_told_beside_what_could_not_be_read(reviewer, slot):
    wrong = {"verdict": "", "as_of": "no day", "evidence-0-address": "no address"}
    status, page = send(reviewer, slot, **wrong)
    assert status == 422
    assert "Choose a verification status" in page
    assert "True as of: Enter a valid date." in page
    assert "Evidence 1, Address: Enter a valid URL." in page
    assert "at least one piece of" not in page


@pytest.mark.parametrize("where", ["rationale", "searched", "evidence-0-quotation"])
def test_a_zero_character_is_refused_by_the_name_of_its_field(reviewer, slot, where):
    status, page = send(reviewer, slot, **{where: "a\x00b"})
    name = {"rationale": "Rationale", "searched": "Searched, none found"}.get(where, "Evidence 1, Quotation")
    assert status == 422
    assert f"<li>{name}: " in page
    assert "rationale is empty" not in page


def test_unseen_characters_are_marked_wherever_a_review_is_read(reviewer, cast):
    claim = ClaimFactory(decided=True, rows=False)
    review = ReviewFactory(slot__claim=claim, piece=None, rationale="a\u202eb", searched="c\u202ed", claim=claim)
    EvidenceFactory(review=review, named="e\u202ef", interest="g\u202eh", quotation="i\u202ej", description="k\u202el")
    page = reviewer.get(claim.get_absolute_url()).content.decode()
    assert page.count('data-code="RLO"') == 6


def test_the_same_fault_of_two_pieces_of_evidence_is_told_once():
    piece = EvidenceGiven(stance="")
    assert len(Findings("supported", "Why", [piece, piece]).lacks()) == 2
