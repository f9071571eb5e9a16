"""Whether the triggers that make the record append-only are in place and fire; their SQL lies with the migrations, which install them."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

_EVENT, _PAYLOAD = "claims_event", "claims_eventpayload"
_REFUSE = "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
_FUNCTION = "BEGIN RAISE EXCEPTION 'append-only' USING ERRCODE = 'integrity_constraint_violation'; END"


def _no_replace(table: str, same: str) -> str:
    return f"BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) {_REFUSE}"  # noqa: S608  # compared, never said


# On SQLite what stands behind a trigger's name.
_SQLITE: dict[str, tuple[Any, ...]] = {
    "event_no_update": (f"BEFORE UPDATE ON {_EVENT} {_REFUSE}",),
    "event_no_delete": (f"BEFORE DELETE ON {_EVENT} {_REFUSE}",),
    "event_no_replace": (_no_replace(_EVENT, "id = NEW.id OR sequence = NEW.sequence"),),
    "payload_no_update": (f"BEFORE UPDATE ON {_PAYLOAD} {_REFUSE}",),
    "payload_no_replace": (_no_replace(_PAYLOAD, "event_id = NEW.event_id"),),
}
# On PostgreSQL the bits of pg_trigger.tgtype: for each row 1, before 2, delete 8, update 16, truncate 32.
_POSTGRESQL: dict[str, tuple[Any, ...]] = {
    "event_rows": (_EVENT, 1 + 2 + 8 + 16, _FUNCTION),
    "event_all": (_EVENT, 2 + 32, _FUNCTION),
    "payload_rows": (_PAYLOAD, 1 + 2 + 16, _FUNCTION),
    "payload_all": (_PAYLOAD, 2 + 32, _FUNCTION),
}
EXPECTED = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}
_PRESENT = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
    # enabled for a replica alone ('R') it never fires here, and where the session is one, only 'A' does; no condition, no chosen columns
    "postgresql": """
        SELECT t.tgname, c.relname, t.tgtype, p.prosrc
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
        WHERE t.tgrelid IN (to_regclass('claims_event'), to_regclass('claims_eventpayload'))
        AND (t.tgenabled = 'A' OR t.tgenabled = 'O' AND current_setting('session_replication_role') <> 'replica')
        AND t.tgqual IS NULL AND t.tgattr = '' AND NOT t.tgisinternal
    """,
}


def missing(connection: BaseDatabaseWrapper) -> set[str]:
    """The names of those that are gone, never fire, stand on another table or do something else than refuse."""
    with connection.cursor() as cursor:
        cursor.execute(_PRESENT[connection.vendor])
        present = {name: tuple(_plain(name, value) for value in found) for name, *found in cursor.fetchall()}
    expected = EXPECTED[connection.vendor]
    return {name for name, does in expected.items() if present.get(name) != tuple(_plain(name, v) for v in does)}


def _plain(name: str, value: Any) -> Any:
    """SQL without its first words, its marks around names and its line ends: what is left says what it does."""
    if not isinstance(value, str):
        return value
    return " ".join(value.replace('"', "").split()).removeprefix(f"CREATE TRIGGER {name} ")
