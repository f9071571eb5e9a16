"""Questions that are answered inside the desk's own database: people with sessions, claims in the queue, what is stored.

    python -m benchmarks.web.ground people N | fill N | fill_for_two N | count | stored | state

Prints one JSON value. The browser's way of logging in is throttled on purpose, so the reviewers' sessions are laid here.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402  # models and the test client need the set-up above
from django.test import Client  # noqa: E402  # as above

from benchmarks.desk.inside.telling import analyse  # noqa: E402  # as above
from claims.models import Claim, Event, Policy, Review, Role, Slot, Status  # noqa: E402  # as above
from claims.record import events, foundation  # noqa: E402  # as above
from tests.factories import OutletFactory, PersonFactory, fill_queue  # noqa: E402  # as above

MANY = 10_000  # leases of one person: the harness takes and submits, but may be stopped between


def people(count: int) -> list[dict[str, str]]:
    """The cookies of so many reviewers who are logged in."""
    foundation.lay()
    Policy.objects.update(max_leases=MANY)
    cookies = []
    for number in range(count):
        client = Client()
        client.force_login(PersonFactory(username=f"bench-{number}", roles=[Role.REVIEWER]))
        cookies.append({settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value})
    return cookies


def fill_for_two(count: int) -> int:
    return fill(count, required=2)


def fill(count: int, required: int = 1) -> int:
    for made in (OutletFactory, PersonFactory):  # each question is a process of its own, and counts from nothing
        made.reset_sequence(Claim.objects.count(), force=True)
    fill_queue(count, required=required)
    analyse()
    return Claim.objects.count()


def stored() -> list[int]:
    """The slot of each review that is kept."""
    return list(Review.objects.values_list("slot_id", flat=True))


def state() -> dict[str, Any]:
    """What must not be: somebody in two slots of a round, slots with two reviews, claims left undecided, a record that does not hold."""
    rounds = Counter(Slot.objects.filter(state="filled").values_list("round_id", "holder_id"))
    verbs = Counter(Event.objects.values_list("verb", flat=True))
    reviews = Review.objects.count()
    return {
        "reviews": reviews,
        "persons in two slots of a round": sum(n > 1 for n in rounds.values()),
        "slots with two reviews": reviews - Review.objects.values("slot").distinct().count(),
        "slots still held": Slot.objects.filter(state="held").count(),
        "claims not decided": Claim.objects.exclude(status__in=(Status.DECIDED, Status.ADJUDICATION)).count(),
        "submits without their event": reviews - verbs["submit"],
        "record": "holds" if events.verify().holds else "BROKEN",
    }


if __name__ == "__main__":
    question, *numbers = sys.argv[1:]
    answers: dict[str, Callable[..., Any]] = {
        "people": people,
        "fill": fill,
        "fill_for_two": fill_for_two,
        "count": Claim.objects.count,
        "stored": stored,
        "state": state,
    }
    print(json.dumps(answers[question](*map(int, numbers))))
