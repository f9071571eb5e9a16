import pytest
from django.urls import reverse

from claims.models import Role
from tests.factories import ClaimFactory

pytestmark = pytest.mark.django_db


def test_a_desk_with_few_double_reviews_is_told_that_there_is_too_little_to_say(client, cast):
    ClaimFactory(decided=True, rows__required=2)
    client.force_login(cast[Role.EDITOR])
    page = client.get(reverse("agreement")).content.decode()
    assert "too few to say: 1 of at least 20 claims" in page


def test_a_pair_of_reviewers_is_named(client, cast):
    ClaimFactory(adjudication=True, rows__reviewer=cast[Role.REVIEWER])
    client.force_login(cast[Role.EDITOR])
    assert "reviewer" in client.get(reverse("agreement")).content.decode()
