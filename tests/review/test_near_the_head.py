"""Who takes while many colleagues do looks at few claims first, and further along the queue where all of those are held up."""

from contextlib import closing

import pytest
from django.db import connection, connections

from claims.models import Claim, Role
from claims.review import slots
from tests.factories import ClaimFactory, PersonFactory

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer, who passes nothing over"),
]


@pytest.mark.parametrize("held_up", [1, slots.FEW, slots.FEW + 3])
def test_a_take_passes_over_what_colleagues_are_taking(held_up):
    ClaimFactory.create_batch(slots.FEW + 4, queued=True)
    queue = list(Claim.objects.in_queue_order().values_list("pk", flat=True))
    with closing(connections.create_connection("default")) as colleague:
        colleague.set_autocommit(False)
        with colleague.cursor() as cursor:
            cursor.execute("SELECT id FROM claims_claim WHERE id = ANY(%s) FOR NO KEY UPDATE", [queue[:held_up]])
        slot = slots.take_next(by=PersonFactory(roles=[Role.REVIEWER]))
        colleague.rollback()
    assert slot is not None
    assert slot.claim_id == queue[held_up]
