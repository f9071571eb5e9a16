"""What a take costs does not grow with what its person did before."""

import pytest
from django.db import connection

from claims.models import Role
from claims.review import queues
from tests.factories import ClaimFactory, PersonFactory

pytestmark = pytest.mark.django_db


def plan_of(questions):
    """How the database goes about it, as one text; on PostgreSQL by an index wherever there is one."""
    sql, params = questions.query.sql_with_params()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {'QUERY PLAN ' if connection.vendor == 'sqlite' else ''}{sql}", params)
        return " ".join(str(row[-1]) for row in cursor.fetchall())


@pytest.mark.parametrize("index", ["claims_slot_holder_id", "claims_claimversion_author_id"])
def test_the_queue_is_not_compared_with_all_that_a_person_reviewed_or_worded(index):
    person = PersonFactory(roles=[Role.REVIEWER])
    ClaimFactory.create_batch(3, queued=True)
    assert index not in plan_of(queues.takeable(person))
