"""The triggers that make the record append-only, for both databases.

A later migration that rebuilds ``claims_event`` on SQLite drops its triggers: it must call ``install`` again
(``verify_record`` and a test ask that all are present).
"""

from contextlib import contextmanager

EVENT, PAYLOAD = "claims_event", "claims_eventpayload"

_SQLITE = {
    "event_no_update": f"CREATE TRIGGER event_no_update BEFORE UPDATE ON {EVENT} BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "event_no_delete": f"CREATE TRIGGER event_no_delete BEFORE DELETE ON {EVENT} BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    # INSERT OR REPLACE would forge a row past the two above
    "event_no_replace": (
        f"CREATE TRIGGER event_no_replace BEFORE INSERT ON {EVENT} "
        f"WHEN EXISTS (SELECT 1 FROM {EVENT} WHERE id = NEW.id OR sequence = NEW.sequence) "
        "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    ),
    # a payload may be erased by a redaction (DELETE), never rewritten
    "payload_no_update": f"CREATE TRIGGER payload_no_update BEFORE UPDATE ON {PAYLOAD} BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "payload_no_replace": (
        f"CREATE TRIGGER payload_no_replace BEFORE INSERT ON {PAYLOAD} "
        f"WHEN EXISTS (SELECT 1 FROM {PAYLOAD} WHERE event_id = NEW.event_id) "
        "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    ),
}
_POSTGRESQL_FUNCTION = (
    "CREATE OR REPLACE FUNCTION claims_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$"
)
_POSTGRESQL = {
    "event_rows": f"CREATE TRIGGER event_rows BEFORE UPDATE OR DELETE ON {EVENT} FOR EACH ROW EXECUTE FUNCTION claims_append_only()",
    "event_all": f"CREATE TRIGGER event_all BEFORE TRUNCATE ON {EVENT} FOR EACH STATEMENT EXECUTE FUNCTION claims_append_only()",
    "payload_rows": f"CREATE TRIGGER payload_rows BEFORE UPDATE ON {PAYLOAD} FOR EACH ROW EXECUTE FUNCTION claims_append_only()",
    "payload_all": f"CREATE TRIGGER payload_all BEFORE TRUNCATE ON {PAYLOAD} FOR EACH STATEMENT EXECUTE FUNCTION claims_append_only()",
}


def expected(connection):
    """The names of the triggers that must be present."""
    return set(_SQLITE if connection.vendor == "sqlite" else _POSTGRESQL)


def present(connection):
    """The names of those that are present and enabled."""
    sql = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D'"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return {name for (name,) in cursor.fetchall()} & expected(connection)


def remove(connection):
    """Take the triggers away; only migrations and the tests' flush may."""
    with connection.cursor() as cursor:
        for name in expected(connection):
            table = "" if connection.vendor == "sqlite" else f" ON {EVENT if name.startswith('event') else PAYLOAD}"
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{table}")


def install(connection):
    """Put the triggers in place; doing it twice is harmless."""
    remove(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRESQL_FUNCTION)
        for sql in (_SQLITE if connection.vendor == "sqlite" else _POSTGRESQL).values():
            cursor.execute(sql)


@contextmanager
def lifted(connection):
    """Without the triggers for a moment: for the tests' flush."""
    remove(connection)
    try:
        yield
    finally:
        install(connection)
