"""Every list page of the desk asks at most six questions, whatever its length (architecture 7.4)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims.models import Claim, Role
from tests.factories import ClaimFactory, NotificationFactory
from tests.views.test_articles import own_queries

pytestmark = pytest.mark.django_db
LISTS = ["dashboard", "triage", "queue", "claims", "adjudication", "holds", "due", "notifications", "sources"]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("many", [1, 12])
def test_a_list_page_asks_few_questions(client, cast, name, many):
    for _ in range(many):
        for status in ("queued", "in_review", "adjudication", "decided"):
            ClaimFactory(**{status: True})
        ClaimFactory()
        NotificationFactory(person=cast[Role.EDITOR])
    Claim.objects.filter(status="decided").update(look_again_by=timezone.localdate() - timedelta(days=1))
    client.force_login(cast[Role.EDITOR])
    with CaptureQueriesContext(connection) as captured:
        assert client.get(reverse(name)).status_code == 200
    asked = own_queries(captured)
    assert len(asked) <= 6, "\n".join(query["sql"][:200] if isinstance(query, dict) else query[:200] for query in asked)
