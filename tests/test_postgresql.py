"""On PostgreSQL a kept connection is looked at before it is used again, and asked only where something came from the server."""

import pytest
from django.db import connection, connections

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite is a file"),
]


@pytest.fixture
def asked(monkeypatch):
    """How often Django's own question went to the server."""
    kind, questions = type(connections["default"]).__mro__[1], []
    of_django = kind.is_usable
    monkeypatch.setattr(kind, "is_usable", lambda self: questions.append(1) or of_django(self))
    return questions


def test_a_connection_that_is_well_is_not_asked(asked):
    connection.ensure_connection()
    assert connection.is_usable()
    assert asked == []


def test_a_session_that_the_server_ended_is_noticed_before_it_is_used(asked):
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        [number] = cursor.fetchone()
    other = connections.create_connection("default")
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [number])
    other.close()
    assert not connection.is_usable()
    assert asked == [1]
    connection.close()


def test_a_connection_that_was_closed_here_is_not_usable():
    connection.ensure_connection()
    connection.connection.close()
    assert not connection.is_usable()
    connection.close()
