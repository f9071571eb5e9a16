"""The blind rule through the one door that all doors use."""

import pytest
from django.contrib.auth.models import AnonymousUser

from claims.models import (
    AttributionFinding,
    Comment,
    Decision,
    Draft,
    Event,
    EventPayload,
    Evidence,
    Notification,
    Policy,
    Review,
    Role,
)
from claims.record.refusals import IllegalMove, NotPermitted
from claims.record.visibility import look_into, round_for_words, visible_to
from claims.review import decisions, slots
from tests.factories import ClaimFactory, CommentFactory, NotificationFactory, PersonFactory
from tests.review.test_main_job import give

pytestmark = pytest.mark.django_db
KINDS = (Review, Evidence, AttributionFinding)


@pytest.fixture
def half(cast):
    """A round of two of which one review, by ``cast[REVIEWER]``, is in; and a remark of that reviewer's."""
    claim = ClaimFactory(queued=True, rows__required=2)
    author = cast[Role.REVIEWER]
    give(slots.take_next(by=author), author)
    CommentFactory(claim=claim, author=author, round=round_for_words(claim.pk, author))
    claim.refresh_from_db()
    return claim


def seen(user):
    return [visible_to(kind.objects.all(), user).count() for kind in KINDS]


@pytest.mark.parametrize("role", [*(r for r in Role if r != Role.REVIEWER), "second"])
def test_nobody_sees_a_review_of_an_open_round(half, cast, role):
    assert seen(cast[role]) == [0, 0, 0]


def test_one_sees_ones_own(half, cast):
    assert seen(cast[Role.REVIEWER]) == [1, 1, 1]


@pytest.mark.parametrize("role", [*Role, "second"])
def test_history_does_not_tell_what_an_open_rounds_reviewer_found(half, cast, role):
    events = visible_to(Event.objects.all(), cast[role])
    payloads = visible_to(EventPayload.objects.all(), cast[role])
    own = role == Role.REVIEWER
    assert events.filter(verb="submit").exists() is own
    assert any("ledger" in body for body in payloads.values_list("body", flat=True)) is own


def test_history_tells_who_took_what(half, cast):
    assert visible_to(Event.objects.filter(verb="take"), cast["second"]).exists()


def test_a_reviewers_remark_in_an_open_round_is_theirs_alone(half, cast):
    assert not visible_to(Comment.objects.all(), cast["second"]).exists()
    assert visible_to(Comment.objects.all(), cast[Role.REVIEWER]).exists()


def test_a_triagers_remark_binds_nobody(half, cast):
    assert round_for_words(half.pk, cast[Role.TRIAGER]) is None


def test_giving_ones_own_does_not_open_an_open_round(cast):
    claim = ClaimFactory(queued=True, rows__required=3)
    for person in (cast[Role.REVIEWER], cast["second"]):
        give(slots.take(claim, by=person), person)
    assert seen(cast["second"])[0] == 1


def test_a_disputed_round_is_open_to_those_who_decide_and_to_its_reviewers(half, cast):
    give(slots.take_next(by=cast["second"]), cast["second"], "refuted")
    assert {role: seen(cast[role])[0] for role in ("second", *Role)} == {
        "second": 2,
        Role.REVIEWER: 2,
        Role.ADJUDICATOR: 2,
        Role.EDITOR: 2,
        Role.VIEWER: 0,
        Role.CONTRIBUTOR: 0,
        Role.TRIAGER: 0,
        Role.ADMINISTRATOR: 0,
    }


def test_a_decided_round_is_open_to_the_desk(half, cast):
    give(slots.take_next(by=cast["second"]), cast["second"])
    readers = {role for role in Role if seen(cast[role])[0] == 2}
    assert readers == set(Role) - {Role.VIEWER, Role.CONTRIBUTOR}
    assert visible_to(Decision.objects.all(), cast[Role.TRIAGER]).count() == 1


def test_the_old_round_stays_closed_to_who_may_take_the_new_one(cast):
    claim = ClaimFactory(decided=True)
    decisions.send_back(claim, comment="Again", by=cast[Role.EDITOR])
    assert seen(cast["second"])[0] == 0
    assert seen(cast[Role.EDITOR])[0] == 1


def test_who_looks_into_an_open_round_reads_it_and_never_takes_it(half, cast):
    editor = cast[Role.EDITOR]
    look_into(half.rounds.get(), by=editor)
    look_into(half.rounds.get(), by=editor)
    assert seen(editor)[0] == 1
    assert slots.take_next(by=editor) is None
    assert Event.objects.filter(verb="look_into", actor=editor).count() == 1


def test_a_holder_does_not_look_in(half, cast):
    slots.take_next(by=cast[Role.EDITOR])
    with pytest.raises(NotPermitted):
        look_into(half.rounds.get(), by=cast[Role.EDITOR])


def test_a_reviewer_does_not_look_in(half, cast):
    with pytest.raises(NotPermitted):
        look_into(half.rounds.get(), by=cast["second"])


def test_a_complete_round_needs_no_looking_in(cast):
    with pytest.raises(IllegalMove):
        look_into(ClaimFactory(decided=True).rounds.get(), by=cast[Role.EDITOR])


def test_drafts_and_notifications_are_their_owners_alone(half, cast):
    slot = slots.take_next(by=cast["second"])
    slots.save_draft(slot, token=slot.token, data={"a": 1}, by=cast["second"])
    NotificationFactory(person=cast["second"], claim=half)
    for kind in (Draft, Notification):
        assert visible_to(kind.objects.all(), cast["second"]).count() == 1
        assert visible_to(kind.objects.all(), cast[Role.ADMINISTRATOR]).count() == 0


def test_a_kind_without_a_rule_and_a_visitor_see_nothing(half):
    assert not visible_to(Review.objects.all(), AnonymousUser()).exists()
    assert not visible_to(Policy.objects.all(), PersonFactory(roles=[Role.EDITOR])).exists()


def test_a_contributor_reads_their_own_history(half, cast):
    assert not visible_to(Event.objects.all(), cast[Role.CONTRIBUTOR]).exists()
