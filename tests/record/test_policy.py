import pytest

from claims.models import Event, Policy, Role
from claims.record.policy import edit_policy
from claims.record.refusals import IllegalMove, Incomplete, NotPermitted

pytestmark = pytest.mark.django_db


@pytest.fixture
def policy(db):
    return Policy.objects.get(pk=1)


def test_a_change_of_policy_is_one_event(policy, cast):
    edit_policy(policy, changes={"lease_minutes": 45, "four_eyes": False}, by=cast[Role.EDITOR], reason="Summer")
    policy.refresh_from_db()
    assert (policy.lease_minutes, policy.four_eyes, policy.version) == (45, False, 2)
    assert Event.objects.get().verb == "edit_policy"


def test_nothing_different_is_no_event(policy, cast):
    edit_policy(policy, changes={"lease_minutes": policy.lease_minutes}, by=cast[Role.EDITOR])
    assert not Event.objects.exists()


@pytest.mark.parametrize("changes", [{"lease_minutes": 1}, {"auto_accept_score": 2.0}, {"version": 9}, {"id": 2}])
def test_what_does_not_fit_is_refused(policy, cast, changes):
    with pytest.raises(Incomplete):
        edit_policy(policy, changes=changes, by=cast[Role.EDITOR])


def test_a_reviewer_does_not_change_the_policy(policy, cast):
    with pytest.raises(NotPermitted):
        edit_policy(policy, changes={"lease_minutes": 45}, by=cast[Role.REVIEWER])


def test_a_stale_form_is_refused(policy, cast):
    stale = Policy.objects.get(pk=1)
    edit_policy(policy, changes={"lease_minutes": 45}, by=cast[Role.EDITOR])
    with pytest.raises(IllegalMove):
        edit_policy(stale, changes={"lease_minutes": 60}, by=cast[Role.EDITOR])
