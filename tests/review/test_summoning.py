"""Those who may decide are asked to, once a round; and whoever worked on a claim hears what became of it."""

import pytest

from claims.models import Event, Notification, Role, Status, User
from claims.publishing import ratings
from claims.publishing.publish import publish, reopen, withdraw
from claims.review import decisions, slots, summoning
from tests.factories import ClaimFactory, ConflictOfInterestFactory, PersonFactory
from tests.review.test_main_job import give

pytestmark = pytest.mark.django_db


def told(kind):
    return {one.person for one in Notification.objects.filter(kind=kind)}


def test_those_who_may_decide_are_asked_once_without_the_reviewers_and_without_ties(cast):
    claim = ClaimFactory(adjudication=True, rows__reviewer=PersonFactory(roles=[Role.EDITOR]))
    tied = PersonFactory(roles=[Role.ADJUDICATOR])
    ConflictOfInterestFactory(person=tied, source=claim.appearances.get().statement.source)
    assert summoning.summon() == 1
    assert summoning.summon() == 0
    assert told("disputed") == {cast[Role.ADJUDICATOR], cast[Role.EDITOR]}
    assert Event.objects.get().verb == "summon"


def test_another_dispute_of_the_same_claim_asks_again(cast):
    claim = ClaimFactory(adjudication=True)
    summoning.summon()
    claim.refresh_from_db()
    decisions.send_back(claim, comment="Look again", by=cast[Role.EDITOR])
    claim.refresh_from_db()
    type(claim).objects.filter(pk=claim.pk).update(status=Status.ADJUDICATION)
    assert summoning.summon() == 1


def test_a_desk_without_anybody_who_may_decide_writes_nothing():
    ClaimFactory(adjudication=True)
    assert not User.objects.filter(groups__name="adjudicator").exists()
    assert summoning.summon() == 0
    assert not Event.objects.exists()


def test_who_worked_on_a_claim_hears_that_it_is_published_and_withdrawn(cast):
    claim = ClaimFactory(decided=True, rows__reviewer=cast[Role.REVIEWER])
    editor, other = cast[Role.EDITOR], PersonFactory(roles=[Role.EDITOR])
    rating = ratings.in_use().get(key="true")
    publish(claim, rating=rating, title="T", summary="S", override="It is urgent now.", by=editor)
    assert told("published") == {cast[Role.REVIEWER]}
    withdraw(claim, note="The figure was wrong.", by=other)
    assert told("withdrawn") == {cast[Role.REVIEWER], editor}


def test_who_reviewed_a_claim_hears_that_it_was_adjudicated_and_looked_at_again(cast):
    claim = ClaimFactory(adjudication=True, rows__reviewer=cast[Role.REVIEWER])
    decisions.adjudicate(claim, verdict="supported", rationale="The ledger is whole.", by=cast[Role.ADJUDICATOR])
    assert cast[Role.REVIEWER] in told("decided")
    assert summoning.announce() == 0
    rating = ratings.in_use().get(key="true")
    publish(claim, rating=rating, title="T", summary="S", override="It is urgent now.", by=cast[Role.EDITOR])
    reopen(claim, note="A reader wrote.", by=PersonFactory(roles=[Role.EDITOR]))
    assert {cast[Role.REVIEWER], cast[Role.ADJUDICATOR], cast[Role.EDITOR]} < told("reopened")


def test_who_reviewed_a_claim_hears_once_that_all_agreed(cast):
    claim, people = ClaimFactory(queued=True, rows__required=2), [cast[Role.REVIEWER], cast["second"]]
    for person in people:
        assert summoning.announce() == 0
        give(slots.take(claim, by=person), person)
    assert (summoning.announce(), summoning.announce()) == (1, 0)
    assert told("decided") == set(people)
    assert Event.objects.filter(verb="announce", actor=None).count() == 1
