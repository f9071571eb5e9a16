"""Many reviewers at once: nobody gets what another has. The large runs are ``benchmarks/desk``."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from claims.models import Event, Policy, Review, Slot, SlotState
from claims.record import events
from claims.review import slots
from tests.factories import PersonFactory, fill_queue
from tests.review.test_main_job import LEDGER

THREADS, TAKES = 16, 8


def in_threads(act, people):
    """Each person in a thread of their own, with a connection of their own."""

    def run(person):
        try:
            return act(person)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(people)) as pool:
        return [result for results in pool.map(run, people) for result in results]


@pytest.fixture
def people(transactional_db):
    Policy.objects.update(max_leases=1000)
    return [PersonFactory() for _ in range(THREADS)]


def test_no_slot_has_two_holders_and_nobody_two_slots_of_a_round(people):
    fill_queue(THREADS * TAKES // 2, required=2)

    def take_some(person):
        return [slots.take_next(by=person) for _ in range(TAKES)]

    taken = [slot for slot in in_threads(take_some, people) if slot is not None]
    assert Counter(Counter(slot.pk for slot in taken).values()) == {1: len(taken)}
    assert Counter(Counter((slot.round_id, slot.holder_id) for slot in taken).values()) == {1: len(taken)}
    assert Slot.objects.filter(state=SlotState.HELD).count() == len(taken) == Event.objects.count()
    # the last ones may find only rounds in which they have a part already
    assert len(taken) >= THREADS * TAKES - THREADS
    assert events.verify().holds


def test_nobody_comes_away_empty_while_there_is_work(people):
    fill_queue(THREADS)
    taken = in_threads(lambda person: [slots.take_next(by=person)], people)
    assert None not in taken


def head_taken_by_colleagues(monkeypatch, times):
    """So many times the head of the queue that was seen is gone before one of it is held."""
    hold, left = slots._lock_then_hold, iter(range(times))

    def outrun(person):
        return hold(person) if next(left, None) is None else None

    monkeypatch.setattr(slots, "_lock_then_hold", outrun)
    monkeypatch.setattr(slots, "_look_then_hold", lambda person, _number: outrun(person))


def test_a_head_that_colleagues_took_in_the_meantime_is_no_empty_queue(people, monkeypatch):
    fill_queue(1)
    head_taken_by_colleagues(monkeypatch, 2)
    assert slots.take_next(by=people[0]) is not None


def test_who_is_outrun_each_time_is_told_to_ask_again(people, monkeypatch):
    fill_queue(1)
    head_taken_by_colleagues(monkeypatch, 99)
    with pytest.raises(slots.Outrun, match="ask once again"):
        slots.take_next(by=people[0])


def test_two_windows_of_one_person_hold_no_more_than_the_policy_allows(people):
    Policy.objects.update(max_leases=3)
    fill_queue(20)
    person = people[0]

    def take_until_refused(_window):
        taken = []
        for _ in range(5):
            try:
                taken.append(slots.take_next(by=person))
            except slots.HoldsEnough:
                return taken
        return taken

    taken = in_threads(take_until_refused, [0, 1, 2, 3])
    assert len([slot for slot in taken if slot]) == Slot.objects.filter(holder=person).count() == 3


def test_two_last_reviews_at_the_same_moment_come_to_one_decision(people):
    fill_queue(4, required=2)
    pairs = [(person, slots.take_next(by=person)) for person in people[:8]]

    def submit(pair):
        from claims.review.reviews import submit

        person, slot = pair
        return [
            submit(
                slot,
                token=slot.token,
                wording_number=1,
                verdict="supported",
                rationale="r",
                evidence=[LEDGER],
                by=person,
            )
        ]

    in_threads(submit, pairs)
    assert Review.objects.count() == 8
    assert Counter(Event.objects.values_list("verb", flat=True)) == {"take": 8, "submit": 8, "agree": 4}
    assert events.verify().holds
