"""The cache in the database, which says so when it cannot be written: rate limits stand in it."""

import base64
import pickle
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache
from django.db import OperationalError, connection
from django.utils import timezone

UNWRITTEN = "the cache cannot be written"
MOST = 100_000  # rows that have not expired: Django's 300 are a few minutes of wrong names at the door
TRIES = 3  # two requests that write the same key at once are no fault


class LoudCache(DatabaseCache):
    """Django's own keeps silent about a full disk, and who counts sign-ins then takes everybody for one too many."""

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        for _ in range(TRIES):
            if super().add(key, value, timeout, version):
                return True
            if self._is_there(key, version):
                return False
        raise OperationalError(UNWRITTEN)

    def set(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        made = self.make_and_validate_key(key, version=version)
        if not any(self._base_set("set", made, value, timeout) for _ in range(TRIES)):  # type: ignore[attr-defined]  # Django's set, whose answer it drops
            raise OperationalError(UNWRITTEN)

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        """Count up in one step and keep until when the count holds; Django's own gives it five minutes more, and two at once are one.

        The value must be the one that was read, or it is read again: whoever was faster has counted, so that this ends.
        """
        table, made = self._quoted_table(), self.make_and_validate_key(key, version=version)
        now = connection.ops.adapt_datetimefield_value(timezone.now().replace(microsecond=0))
        with connection.cursor() as cursor:
            while True:
                cursor.execute(f"SELECT value FROM {table} WHERE cache_key = %s AND expires >= %s", [made, now])  # noqa: S608  # named by our settings
                found = cursor.fetchone()
                if found is None:
                    raise ValueError(f"Key '{key}' not found")
                count = int(pickle.loads(base64.b64decode(found[0]))) + delta  # noqa: S301  # what this class wrote, as Django reads it
                values = [self._written(count), made, found[0]]
                cursor.execute(f"UPDATE {table} SET value = %s WHERE cache_key = %s AND value = %s", values)  # noqa: S608  # as above
                if cursor.rowcount:
                    return count

    def _written(self, value: Any) -> str:
        return base64.b64encode(pickle.dumps(value, self.pickle_protocol)).decode("latin1")

    def _cull(self, db: str, cursor: Any, now: Any, num: int) -> None:
        """From Django's 300 rows on what has expired goes, and beyond the most rows what expires next. Django's own takes the first keys of the alphabet, whatever they limit."""
        table = self._quoted_table()
        cursor.execute(
            f"DELETE FROM {table} WHERE expires < %s",  # noqa: S608  # as above
            [connection.ops.adapt_datetimefield_value(now)],
        )
        too_many = num - cursor.rowcount - MOST
        if too_many > 0:
            soonest = f"SELECT cache_key FROM {table} ORDER BY expires, cache_key LIMIT %s"  # noqa: S608  # as above
            cursor.execute(f"DELETE FROM {table} WHERE cache_key IN ({soonest})", [too_many])  # noqa: S608  # as above

    def _quoted_table(self) -> str:
        return connection.ops.quote_name(self._table)  # type: ignore[attr-defined]  # Django's own name for it

    def _is_there(self, key: Any, version: int | None) -> bool:
        table = self._quoted_table()
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT 1 FROM {table} WHERE cache_key = %s",  # noqa: S608  # the table is named by our settings
                [self.make_and_validate_key(key, version=version)],
            )
            return cursor.fetchone() is not None
