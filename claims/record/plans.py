"""What is asked again and again is planned once: PostgreSQL keeps the plan for as long as the connection lives.

Planning the queue's question took it longer than answering it. SQLite's driver keeps what it compiled by itself.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.utils import CursorWrapper

_PLACE = re.compile(r"%[%s]")


def cursor() -> CursorWrapper:
    """A cursor like any other; on PostgreSQL its statements are bound and, after a few times, planned in the server."""
    database: Any = connections[DEFAULT_DB_ALIAS]  # that it is PostgreSQL's no type says
    # where statements are logged Django has to say them itself, or nobody could read them
    if database.vendor != "postgresql" or database.queries_logged:
        return database.cursor()  # type: ignore[no-any-return]  # as above
    # what Django does for a cursor of its own, which puts the values in by itself
    database.close_if_health_check_failed()
    database.ensure_connection()
    return database.make_cursor(database.Database.Cursor(database.connection))  # type: ignore[no-any-return]  # as above


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
