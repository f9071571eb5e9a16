"""On SQLite the threads of a process take turns at writing, and nobody waits longer than they were told to."""

import threading
from contextlib import closing

import pytest
from django.db import OperationalError, connection, connections, transaction

from claims.models import Policy
from claims.record import foundation

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has many writers"),
]


def in_a_thread(work):
    """Begin this with a connection of its own."""

    def run():
        with closing(connections["default"]):
            work()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_who_waits_for_the_writer_does_not_ask_the_file(settings):
    foundation.lay()
    begun, end, asked = threading.Event(), threading.Event(), []

    def hold():
        with transaction.atomic():
            begun.set()
            end.wait(10)

    def follow():
        listening = connections["default"].execute_wrapper(lambda run, sql, *rest: asked.append(sql) or run(sql, *rest))
        with listening, transaction.atomic():
            Policy.objects.update(version=7)

    holder = in_a_thread(hold)
    assert begun.wait(10)
    follower = in_a_thread(follow)
    follower.join(0.3)
    assert (follower.is_alive(), asked) == (True, [])
    end.set()
    holder.join(10)
    follower.join(10)
    assert Policy.objects.get().version == 7
    assert asked[0] == "BEGIN IMMEDIATE"


def test_the_turn_ends_with_a_transaction_that_failed():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        1 / 0  # noqa: B018  # only its error is wanted
    done = []
    with transaction.atomic():
        pass
    thread = in_a_thread(lambda: done.append(True))
    thread.join(5)
    assert done == [True]


def test_waiting_for_a_turn_ends_when_the_time_is_over(monkeypatch):
    begun, end, refused = threading.Event(), threading.Event(), []

    def hold():
        with transaction.atomic():
            begun.set()
            end.wait(10)

    def hurry():
        monkeypatch.setitem(connections["default"].settings_dict["OPTIONS"], "timeout", 0.2)
        try:
            with transaction.atomic():
                pass
        except OperationalError as error:
            refused.append(str(error))

    holder = in_a_thread(hold)
    assert begun.wait(10)
    in_a_thread(hurry).join(5)
    end.set()
    holder.join(10)
    assert refused == ["database is locked"]
