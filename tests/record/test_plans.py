"""What is asked again and again is planned once on PostgreSQL, whatever the values are."""

import pytest
from django.db import DataError, IntegrityError, connection, transaction
from django.utils import timezone

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


def test_what_is_said_again_gives_the_same_times_as_django():
    claim = ClaimFactory(decided=True)
    Claim.objects.filter(pk=claim.pk).update(decided_at=timezone.now().replace(microsecond=120))
    ask = Prepared(lambda pk: Claim.objects.filter(pk=pk))
    for _ in range(3):
        [found] = ask(pk=claim.pk)
        assert repr(found.decided_at) == repr(Claim.objects.get(pk=claim.pk).decided_at)


def test_a_sign_of_per_cent_in_a_statement_or_in_a_value_stays_one():
    for _ in range(2):
        assert plans.rows("SELECT '5 %%', CAST(%s AS text)", ["%s ? %%"]) == [("5 %", "%s ? %%")]


def test_what_the_database_refuses_is_refused_as_django_says_it():
    claim = ClaimFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        plans.count("UPDATE claims_claim SET status = %s WHERE id = %s", [None, claim.pk])
    assert plans.count("UPDATE claims_claim SET status = %s WHERE id = %s", [Status.QUEUED, claim.pk]) == 1


@only_postgresql
def test_a_statement_keeps_its_cursor_for_as_long_as_its_connection():
    sql, other = "SELECT %s::int", "SELECT %s::int + 1"
    assert [plans.rows(sql, [1]), plans.rows(other, [1]), plans.rows(sql, [2])] == [[(1,)], [(2,)], [(2,)]]
    kept = plans._CURSORS.kept[sql]
    assert plans.rows(sql, [3]) == [(3,)]
    assert plans._CURSORS.kept[sql] is kept
    database = connection._connections["default"]
    beside = database.copy()
    try:
        beside.ensure_connection()
        assert plans._CURSORS.of(beside, sql).connection is beside.connection
        assert plans.rows(sql, [4]) == [(4,)]  # and back: no cursor of a connection is used on another
    finally:
        beside.close()


@only_postgresql
def test_a_statement_that_failed_can_be_said_again():
    for _ in range(3):
        with pytest.raises(DataError), transaction.atomic():
            plans.rows("SELECT 1 / %s::int", [0])
        assert plans.rows("SELECT 1 / %s::int", [1]) == [(1,)]


@only_postgresql
def test_of_many_statements_no_more_than_a_number_keep_their_cursor(monkeypatch):
    monkeypatch.setattr(plans, "MOST", 3)
    plans._CURSORS.kept.clear()
    for number in range(10):
        assert plans.rows(f"SELECT {number} + %s::int", [1]) == [(number + 1,)]
        assert len(plans._CURSORS.kept) <= 3
