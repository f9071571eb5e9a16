"""Hours, not minutes: articles and reviews, random kills of every kind of process, and then the count of what was lost (G1).

``make soak`` runs it; ``ARGS="--articles 1000 --reviews 200 --kills 30"`` makes it shorter.
"""

import os
import random
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from tests.faults.browsers import Reviewer
from tests.faults.desk import ARTICLE, CLAIMS, ROOT, children, unlike, words

pytestmark = pytest.mark.soak
PARTS = ("broker", "worker", "beat", "child", "web")
REVIEWERS, LINES, PASSWORD = 16, 50, "a long enough password"


def victim(desk, part):
    """A process to kill: a part's own, or a child of the worker's pool."""
    if part != "child":
        return desk.pid(part)
    worker = desk.pid("worker")
    pool = [pid for pid in children(worker) if "celery" in words(pid)] if worker else []
    return random.choice(pool) if pool else None


def kill(desk, part):
    pid = victim(desk, part)
    if pid is not None:
        os.kill(pid, signal.SIGKILL)
    return pid is not None


def test_random_kills_lose_nothing_and_do_nothing_twice(desk, request):
    articles, kills = request.config.getoption("articles"), request.config.getoption("kills")
    began, dead, numbers = time.monotonic(), 0, []
    desk.arm(seconds=0.02)
    for count in range(articles):
        numbers.append(desk.submit(unlike(f"{ARTICLE}\nArticle {count} ends.")))
        if count * kills // articles > dead and kill(desk, random.choice(PARTS)):
            dead += 1
    for outcome in desk.through(*numbers, seconds=max(120, articles)):
        assert (outcome["state"], outcome["claims"]) == ("done", CLAIMS + 1), outcome
    desk.holds()
    note(f"{articles} articles, {dead} kills, 0 lost, 0 twice", began)


def note(said, began):
    seconds = time.monotonic() - began
    with (ROOT / "soak-results.txt").open("a") as results:
        results.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M} {said}, {seconds:.0f} s\n")


def test_reviewers_at_their_browsers_lose_no_review_and_give_none_twice(desk, request):
    reviews, kills = request.config.getoption("reviews"), request.config.getoption("kills")
    lines = [f"Line {n} said that something happened." for n in range(min(reviews, LINES))]
    numbers = [desk.submit(unlike("\n".join([*lines, f"Article {n} ends."]))) for n in range(-(-reviews // LINES))]
    desk.done(*numbers, claims=len(lines) + 1, seconds=max(120, reviews))
    began, dead, wanted = time.monotonic(), 0, len(numbers) * (len(lines) + 1)
    crew = [Reviewer(desk, name, PASSWORD) for name in desk.ask("hire", count=REVIEWERS, password=PASSWORD)]
    with ThreadPoolExecutor(REVIEWERS) as pool:
        at_work = [pool.submit(one.work) for one in crew]
        while not all(job.done() for job in at_work):
            given = sum(len(one.acknowledged) for one in crew)
            if dead < kills and given * kills // wanted >= dead and kill(desk, random.choice(PARTS)):
                dead += 1
            time.sleep(0.5)
        for job in at_work:
            job.result()
    acknowledged = [slot for one in crew for slot in one.acknowledged]
    assert len(set(acknowledged)) == len(acknowledged)
    assert desk.ask("unkept", slots=acknowledged) == []
    assert desk.ask("reviewed_twice") == []
    assert desk.ask("undecided", numbers=numbers) == []
    desk.holds()
    note(f"{len(acknowledged)} reviews by {REVIEWERS}, {dead} kills, 0 lost, 0 twice, 0 undone", began)
