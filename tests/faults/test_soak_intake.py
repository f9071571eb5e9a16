"""Hours, not minutes: every way in at once (paste, file, address, feed, import), random kills, and the count of what was lost.

``make soak`` runs it; ``ARGS="--articles 200 --kills 20"`` makes it shorter.
"""

import random
import time
from datetime import UTC, datetime

import pytest
import requests

from tests.faults.desk import ARTICLE, CLAIMS, ROOT
from tests.faults.test_soak import PARTS, kill
from tests.faults.visitor import Visitor
from tests.faults.world import MANY

pytestmark = pytest.mark.soak
ROWS = 50_000  # fact-checks in the file that is imported meanwhile


class Doors:
    """Hands in one thing after the other, each by another door; what a killed web server did not answer is sent again."""

    def __init__(self, desk):
        self.desk, self.stored, self.fetched, self.feeds, self.signed_in = desk, [], [], [], {}

    def paste(self, number):
        self.stored.append(self.desk.submit(f"{ARTICLE}\nArticle {number} ends."))

    def file(self, number):
        raw = f"{ARTICLE}\nFile {number} ends.".encode()
        self.stored.append(self.answered(lambda visitor, key: visitor.upload({"a.txt": raw}, key=key)).article)

    def address(self, number):
        self.fetched.append(self.desk.submit(text="", address=f"http://soak-{number}.example/story"))

    def feed(self, number):
        self.feeds.append(self.desk.ask("add_feed", address=f"http://many-{number}.example/feed"))

    def answered(self, send, name="contributor"):
        """The desk's answer, asked for again under the same key until there is one (F37)."""
        key, end, last = f"{random.getrandbits(64):x}", time.monotonic() + 300, None
        while time.monotonic() < end:
            try:
                if name not in self.signed_in:  # once: the door counts who knocks too often
                    self.signed_in[name] = Visitor(self.desk, name)
                last = send(self.signed_in[name], key)
                if last.status == 200:
                    return last
            except requests.RequestException as error:  # the web server was killed, or is coming up
                last = error
            time.sleep(0.5)
        raise AssertionError(f"the web server did not take it: {getattr(last, 'status', last)}")

    def close(self):
        for visitor in self.signed_in.values():
            visitor.session.close()


@pytest.fixture
def doors(desk):
    doors = Doors(desk)
    yield doors
    doors.close()


def test_every_way_in_under_random_kills_loses_nothing_and_takes_nothing_twice(desk, doors, request):
    articles, kills = request.config.getoption("articles"), request.config.getoption("kills")
    began, dead = time.monotonic(), 0
    desk.arm(seconds=0.02)
    before = desk.ask("fact_checks")
    rows = "claim,url\n" + "".join(f"Bridge {n} cost {n} euros.,https://checks.example/{n}\n" for n in range(ROWS))
    doors.answered(
        lambda visitor, _key: visitor.upload({"a.csv": rows.encode()}, "/imports/", "file", form="csv"), "editor"
    )
    # a feed brings several articles: so it comes up less often
    ways = [doors.feed, *[doors.paste, doors.file, doors.address] * (MANY // 2)]
    count = 0
    while count < articles:
        way = ways[count % len(ways)]
        way(count)
        count += 1
        if count * kills // articles > dead and kill(desk, random.choice(PARTS)):
            dead += 1
    patience = max(300, articles)
    assert desk.until(lambda: all(desk.ask("feed", number=feed)["over"] for feed in doors.feeds), patience)
    for outcome in desk.through(*doors.stored, seconds=patience):
        assert (outcome["state"], outcome["claims"]) == ("done", CLAIMS + 1), outcome
    assert {outcome["state"] for outcome in desk.through(*doors.fetched, seconds=patience)} <= {"done"}
    assert desk.until(lambda: desk.ask("fetches_that_wait") == 0, patience)
    assert [desk.ask("feed", number=feed)["entries"] for feed in doors.feeds] == [MANY] * len(doors.feeds)
    assert desk.until(lambda: all(one["state"] == "done" for one in desk.ask("imports")), patience)
    assert desk.ask("fact_checks") - before == ROWS
    assert desk.until(lambda: desk.ask("lost") == [], patience)
    desk.holds()
    seconds = time.monotonic() - began
    with (ROOT / "soak-results.txt").open("a") as results:
        results.write(
            f"{datetime.now(UTC):%Y-%m-%d %H:%M} intake: {len(doors.stored)} pasted or sent as files, {len(doors.fetched)} by address, "
            f"{len(doors.feeds) * MANY} by feeds, {ROWS} fact-checks, {dead} kills, 0 lost, 0 twice, {seconds:.0f} s\n"
        )
