"""Whether the triggers that make the record append-only are in place; their SQL lies with the migrations, which install them."""

from django.db.backends.base.base import BaseDatabaseWrapper

EXPECTED = {
    "sqlite": frozenset(
        {"event_no_update", "event_no_delete", "event_no_replace", "payload_no_update", "payload_no_replace"}
    ),
    "postgresql": frozenset({"event_rows", "event_all", "payload_rows", "payload_all"}),
}
_PRESENT = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D'",
}


def missing(connection: BaseDatabaseWrapper) -> set[str]:
    """The names of those that are gone or disabled."""
    with connection.cursor() as cursor:
        cursor.execute(_PRESENT[connection.vendor])
        return set(EXPECTED[connection.vendor]) - {name for (name,) in cursor.fetchall()}
