"""The cache in the database, which says so when it cannot be written: rate limits stand in it."""

from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache
from django.db import OperationalError, connection

UNWRITTEN = "the cache cannot be written"
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

    def _is_there(self, key: Any, version: int | None) -> bool:
        table = connection.ops.quote_name(self._table)  # type: ignore[attr-defined]  # Django's own name for it
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT 1 FROM {table} WHERE cache_key = %s",  # noqa: S608  # the table is named by our settings
                [self.make_and_validate_key(key, version=version)],
            )
            return cursor.fetchone() is not None
