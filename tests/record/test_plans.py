"""What is asked again and again is planned once on PostgreSQL, whatever the values are."""

import pytest
from django.db import connection

from claims.models import Claim, Status
from claims.record import plans
from claims.record.prepared import Prepared
from tests.factories import ClaimFactory

pytestmark = pytest.mark.django_db
only_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite's driver keeps what it compiled")


def kept_plans():
    """How often the server planned each statement that it keeps for this connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement, generic_plans + custom_plans, generic_plans FROM pg_prepared_statements")
        return {statement: (asked, generic) for statement, asked, generic in cursor.fetchall()}


@only_postgresql
def test_a_question_is_planned_without_its_values_and_the_plan_is_kept():
    ask = Prepared(lambda harm: Claim.objects.filter(harm=harm, status=Status.QUEUED).order_by("pk"))
    high = ClaimFactory(queued=True, harm="high")
    before = set(kept_plans())
    assert [ask(harm=harm) for harm in ("high", "?", "high")] == [[high], [], [high]]
    [(statement, (asked, generic))] = [one for one in kept_plans().items() if one[0] not in before]
    assert (asked, generic) == (2, 2)  # the first time is no repetition
    assert "'queued'" in statement


def test_what_never_changes_stands_in_the_statement():
    sql, gaps = plans.settled("SELECT %s, '%%', %s", ["it's 5 %", None], lambda param: param is None)
    if connection.vendor == "postgresql":
        assert (sql, gaps) == ("SELECT 'it''s 5 %%', '%%', %s", [None])
    else:
        assert (sql, gaps) == ("SELECT %s, '%%', %s", ["it's 5 %", None])


@only_postgresql
@pytest.mark.parametrize("table", ["claims_claim", "claims_slot"])
def test_what_the_queue_leaves_behind_is_cleared_up_after_a_thousand_changes(table):
    with connection.cursor() as cursor:
        cursor.execute("SELECT reloptions FROM pg_class WHERE relname = %s", [table])
        [(options,)] = cursor.fetchall()
    assert {"autovacuum_vacuum_scale_factor=0", "autovacuum_vacuum_threshold=1000"} <= set(options or ())
