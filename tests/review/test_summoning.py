"""Those who may decide are asked to, once a round; and whoever worked on a claim hears what became of it."""

import pytest

from claims.models import Event, Notification, Role, Status, User
from claims.publishing import ratings
from claims.publishing.publish import publish, withdraw
from claims.review import decisions, summoning
from tests.factories import ClaimFactory, ConflictOfInterestFactory, PersonFactory

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
