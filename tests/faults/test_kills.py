"""Processes of every kind are killed at random while articles come in (F14): minutes of what the soak does for hours."""

import random

import pytest

from tests.faults.desk import ARTICLE, unlike
from tests.faults.plan import SHORT
from tests.faults.test_soak import PARTS, kill
from tests.faults.test_soak_intake import doors  # noqa: F401  # a fixture

pytestmark = pytest.mark.faults
ARTICLES, EACH = 100, 4  # articles, and how often each kind of process is killed meanwhile


@pytest.mark.fault("F14")
def test_every_kind_of_process_is_killed_at_random_while_articles_come_in(desk, doors):  # noqa: F811  # the fixture, taken over by name
    desk.arm(seconds=0.02, lease=SHORT)
    doomed, numbers = random.sample(PARTS * EACH, len(PARTS) * EACH), []
    for count in range(ARTICLES):
        text = unlike(ARTICLE)
        by_form = count % 2
        numbers.append(doors.answered(by_key(text)).article if by_form else desk.submit(text))
        while len(numbers) * len(PARTS) * EACH // ARTICLES > len(PARTS) * EACH - len(doomed):
            part = doomed.pop()
            assert desk.until(lambda part=part: kill(desk, part)), f"no {part} to kill"
    assert doomed == []
    assert len(set(numbers)) == ARTICLES
    desk.done(*numbers, seconds=ARTICLES)


def by_key(text):
    """Send the form with this text, under the key that is given: sent again, it is the same article."""
    return lambda visitor, key: visitor.submit(text, key=key)
