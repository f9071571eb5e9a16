"""How often a review cycle goes to the database: each trip is a turn for which others wait."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Claim, Role, Slot
from tests.factories import ClaimFactory, PersonFactory

pytestmark = pytest.mark.django_db(transaction=True)

# The session and the person are two of each; on SQLite an event, its payload and the chain's head are three statements.
TAKE, PAGE, SUBMIT = (9, 11, 16) if connection.vendor == "postgresql" else (11, 11, 18)
SAID = {
    "wording_number": "1",
    "verdict": "supported",
    "rationale": "The ledger shows it.",
    "evidence-TOTAL_FORMS": "1",
    "evidence-INITIAL_FORMS": "0",
    "evidence-0-address": "https://ledger.example/",
    "evidence-0-stance": "supports",
}


def asked(request):
    """What a request said to the database, without where its transaction begins and ends."""
    with CaptureQueriesContext(connection) as captured:
        assert request().status_code in (200, 302)
    return [one["sql"] for one in captured if not one["sql"].startswith(("BEGIN", "COMMIT"))]


@pytest.fixture
def held(client):
    """A reviewer who knows the desk, and holds a claim."""
    ClaimFactory.create_batch(2, queued=True)
    client.force_login(PersonFactory(roles=[Role.REVIEWER]))
    client.get("/queue/")
    client.post("/queue/")
    return Slot.objects.select_related("claim").get(state="held")


def test_a_take(held, client):
    statements = asked(lambda: client.post("/queue/"))
    assert Slot.objects.filter(state="held").count() == 2
    assert len(statements) == TAKE, "\n".join(statements)


def test_the_page_of_a_review(held, client):
    statements = asked(lambda: client.get(f"/reviews/{held.pk}/"))
    assert len(statements) == PAGE, "\n".join(statements)


def test_a_review_that_decides(held, client):
    statements = asked(lambda: client.post(f"/reviews/{held.pk}/", SAID | {"token": held.token}))
    assert Claim.objects.get(pk=held.claim_id).status == "decided"
    assert len(statements) == SUBMIT, "\n".join(statements)


def test_nobody_waits_for_a_savepoint(held, client):
    take = asked(lambda: client.post("/queue/"))
    submit = asked(lambda: client.post(f"/reviews/{held.pk}/", SAID | {"token": held.token}))
    assert [one for one in take + submit if "SAVEPOINT" in one] == []
