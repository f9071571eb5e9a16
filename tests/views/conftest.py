"""Who stands before the pages of the review bench."""

import pytest

from claims.models import Role
from claims.review import slots
from tests.factories import ClaimFactory


@pytest.fixture
def reviewer(client, cast):
    client.force_login(cast[Role.REVIEWER])
    client.person = cast[Role.REVIEWER]
    return client


@pytest.fixture
def slot(reviewer):
    return slots.take(ClaimFactory(queued=True), by=reviewer.person)
