"""As of which day a claim is checked: read, put right by a person, kept apart from what was read."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from claims.models import Claim, Event, Role
from claims.record.refusals import IllegalMove, Incomplete
from claims.review import queues, triage
from claims.review.content import Findings
from tests.factories import ClaimFactory, TextVersionFactory

pytestmark = pytest.mark.django_db
SATURDAY = date(2022, 9, 24)


@pytest.fixture
def triager(cast):
    return cast[Role.TRIAGER]


def test_a_person_puts_the_day_right_and_what_was_read_stays(triager):
    claim = ClaimFactory(as_of=SATURDAY, as_of_read=SATURDAY)
    triage.set_as_of(claim, as_of=date(2022, 9, 20), by=triager)
    claim.refresh_from_db()
    assert (claim.as_of, claim.as_of_read, claim.touched) == (date(2022, 9, 20), SATURDAY, True)
    assert Event.objects.get().verb == "set_as_of"


def test_a_claim_may_be_bound_to_no_day(triager):
    assert triage.set_as_of(ClaimFactory(as_of=SATURDAY), as_of=None, by=triager).as_of is None


def test_a_day_that_has_not_come_is_refused(triager):
    with pytest.raises(Incomplete):
        triage.set_as_of(ClaimFactory(), as_of=timezone.localdate() + timedelta(days=1), by=triager)


def test_the_day_of_a_decided_claim_stands(triager):
    with pytest.raises(IllegalMove):
        triage.set_as_of(ClaimFactory(decided=True), as_of=SATURDAY, by=triager)


def test_a_claim_that_a_person_adds_has_its_day_read_too(triager):
    text = "The bridge closed yesterday."
    article = TextVersionFactory(text=text, article__dated=SATURDAY).article
    claim = triage.add(article, wording="The bridge closed.", spans=[(0, len(text))], by=triager)
    assert claim.as_of == claim.as_of_read == SATURDAY - timedelta(days=1)
    assert claim.dates_read["read"][0]["words"] == "yesterday"


def test_the_parts_of_a_split_speak_of_the_same_day(triager):
    claim = ClaimFactory(as_of=SATURDAY, as_of_read=SATURDAY)
    parts = triage.split(claim, wordings=["One.", "Two."], by=triager)
    assert {(part.as_of, part.as_of_read) for part in parts} == {(SATURDAY, SATURDAY)}


def test_what_is_due_for_another_look_is_listed_by_its_day():
    today = timezone.localdate()
    late = ClaimFactory(published=True, look_again_by=today - timedelta(days=3))
    Claim.objects.filter(pk=late.pk).update(look_again_by=today - timedelta(days=3))
    waiting = ClaimFactory(on_hold=True, held_until=today - timedelta(days=1))
    soon = ClaimFactory(decided=True)
    Claim.objects.filter(pk=soon.pk).update(look_again_by=today + timedelta(days=3))
    ClaimFactory(decided=True)
    ClaimFactory(look_again_by=today)
    assert list(queues.due()) == [late, waiting, soon]
    assert list(queues.due(by=today)) == [late, waiting]


@pytest.mark.parametrize("day", [date(1, 1, 1), date(202, 11, 4)])
def test_a_year_that_was_typed_by_half_is_refused(triager, day):
    with pytest.raises(Incomplete, match="typed in full"):
        triage.set_as_of(ClaimFactory(), as_of=day, by=triager)
    assert any("typed in full" in said for said in Findings(verdict="refuted", rationale="So.", as_of=day).lacks())


def test_a_claim_about_the_middle_ages_may_speak_of_its_day(triager):
    assert triage.set_as_of(ClaimFactory(), as_of=date(1066, 10, 14), by=triager).as_of == date(1066, 10, 14)
