"""What is asked again and again is planned once: PostgreSQL keeps the plan for as long as the connection lives.

Planning the queue's question took it longer than answering it. SQLite's driver keeps what it compiled by itself, but Django looks
for the places of the values in each statement each time, and that takes longer than most answers.
"""

import re
import threading
from collections.abc import Callable, Sequence
from datetime import UTC
from functools import lru_cache
from operator import attrgetter, methodcaller
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections
from psycopg.types.datetime import TimestamptzLoader

MOST = 200  # statements of a connection that keep their cursor
_PLACE = re.compile(r"%[%s]")
_ROWS, _COUNT = methodcaller("fetchall"), attrgetter("rowcount")


def rows(sql: str, params: Sequence[Any]) -> list[Sequence[Any]]:
    """What a statement answers; on PostgreSQL it is bound and, after a few times, planned in the server."""
    return list(_said(sql, params, _ROWS))


def count(sql: str, params: Sequence[Any]) -> int:
    """Say a statement in the same way; how many rows it touched."""
    return int(_said(sql, params, _COUNT))


def _said(sql: str, params: Sequence[Any], came_of: Callable[[Any], Any]) -> Any:
    database: Any = connections[DEFAULT_DB_ALIAS]  # which of the two it is no type says
    # where statements are logged or watched Django has to say them itself, or nobody could read them
    if database.queries_logged or database.execute_wrappers:
        with database.cursor() as cursor:
            cursor.execute(sql, params)
            return came_of(cursor)
    # what Django does around a cursor of its own, which puts the values in by itself
    database.close_if_health_check_failed()
    database.ensure_connection()
    database.validate_no_broken_transaction()
    with database.wrap_database_errors:
        if database.vendor == "postgresql":
            return came_of(_CURSORS.of(database, sql).execute(sql, params))
        return came_of(database.connection.execute(_for_sqlite(sql), params))


@lru_cache(maxsize=1024)
def _for_sqlite(sql: str) -> str:
    """The statement with its places marked as SQLite has them."""
    return _PLACE.sub(lambda place: "%" if place[0] == "%%" else "?", sql)


class _Cursors(threading.local):
    """The cursors of this thread's connection, one for each statement.

    A cursor finds out how the values of its statement go to the server and come back, and knows it when it is used again.
    """

    def __init__(self) -> None:
        self.connection: Any = None
        self.kept: dict[str, Any] = {}

    def of(self, database: Any, sql: str) -> Any:
        if self.connection is not database.connection:
            self.connection, self.kept = database.connection, {}
        cursor = self.kept.get(sql)
        if cursor is None:
            if len(self.kept) >= MOST:
                self.kept.clear()
            cursor = self.kept[sql] = database.Database.Cursor(database.connection)
            if database.timezone == UTC:  # Django's own gives the same times, four times as slowly
                cursor.adapters.register_loader("timestamptz", TimestamptzLoader)
        return cursor


_CURSORS = _Cursors()


def settled(sql: str, params: Sequence[Any], is_gap: Callable[[Any], bool]) -> tuple[str, list[Any]]:
    """The statement with all that never changes written into it, and the gaps that are left.

    A plan that is kept can use a partial index only where the statement itself says what the index says.
    """
    if connection.vendor != "postgresql":
        return sql, list(params)
    database: Any = connection  # that it is PostgreSQL's no type says
    waiting = iter(params)
    gaps: list[Any] = []

    def put(place: re.Match[str]) -> str:
        if place[0] == "%%":
            return "%%"
        param = next(waiting)
        if is_gap(param):
            gaps.append(param)
            return "%s"
        return str(database.ops.compose_sql("%s", [param])).replace("%", "%%")

    return _PLACE.sub(put, sql), gaps
