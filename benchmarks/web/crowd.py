"""Reviewers at their browsers work the queue off, while a web process is killed: nothing is held twice, lost or undone.

    python -m benchmarks.web.crowd [--reviewers 16] [--claims 2000] [--on sqlite|postgresql]

One claim in ten is for two reviewers. Whose request dies with the process does what a person does: looks again, and goes on.
"""

import argparse
import os
import re
import signal
import statistics
import threading
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path

from benchmarks import databases
from benchmarks.web.adapter import REVIEW, REVIEWED, TOKENS, Browser, ask
from benchmarks.web.serving import desk

TWICE = 10
HELD = re.compile(r'href="/reviews/(\d+)/"')
PAUSE = 0.2  # seconds until somebody whose page did not come tries again


@dataclass
class Log:
    """What the reviewers saw; lists are appended to by many threads at once."""

    takes: list[float] = field(default_factory=list)
    submits: list[float] = field(default_factory=list)
    acknowledged: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


def main() -> None:
    ask_for = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask_for.add_argument("--reviewers", type=int, default=16)
    ask_for.add_argument("--claims", type=int, default=2000)
    ask_for.add_argument("--on", choices=databases.NAMES)
    given = ask_for.parse_args()
    for name in databases.answering(given.on):
        print(f"\n{name}", flush=True)
        with desk(name) as (address, pid, environment):
            work_off(address, pid, environment, given.reviewers, given.claims)


def work_off(address: str, pid: int, environment: Mapping[str, str], reviewers: int, claims: int) -> None:
    for_two = claims // TWICE
    crew = [Browser(address, cookies) for cookies in ask(environment, "people", reviewers)]
    ask(environment, "fill", claims - for_two)
    ask(environment, "fill_for_two", for_two)
    log, asked = Log(), claims + for_two
    killer = threading.Thread(target=kill_one, args=(pid, log, asked // 3))
    begun = time.perf_counter()
    killer.start()
    with ThreadPoolExecutor(reviewers) as pool:
        list(pool.map(lambda browser: review_until_empty(browser, log), crew))
    seconds = time.perf_counter() - begun
    killer.join()
    stored, state = set(map(str, ask(environment, "stored"))), ask(environment, "state")
    told = {
        f"{reviewers} reviewers x {claims} claims": f"{seconds:.1f} s, {state.pop('reviews') / seconds:.1f} cycles/s",
        "take p50, p95": quantiles(log.takes),
        "submit p50, p95": quantiles(log.submits),
        "requests that died with the killed process": str(len(log.broken)),
        "reviews acknowledged and lost": str(len(set(log.acknowledged) - stored)),
        "reviews that were asked for and not given": str(asked - len(stored)),
    }
    for what, figure in (told | state).items():
        print(f"  {what:<46} {figure}", flush=True)


def kill_one(master: int, log: Log, after: int) -> None:
    """Kill -9 one of the web server's processes once so many reviews are in."""
    while len(log.submits) < after:
        time.sleep(0.05)
    children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
    os.kill(int(children[0]), signal.SIGKILL)


def review_until_empty(browser: Browser, log: Log) -> None:
    while (slot := next_slot(browser, log)) is not None:
        review(browser, slot, log)


def next_slot(browser: Browser, log: Log) -> str | None:
    """The next claim of the queue; at its end, what an answer that never came left in this person's hands."""
    while True:
        begun = time.perf_counter()
        try:
            found = REVIEW.search(browser.hand_in("/queue/", {}).leads_to)
            if found:
                log.takes.append(time.perf_counter() - begun)
                return found[1]
            held = HELD.search(browser.expect(200, "GET", "/queue/").text)
            return held[1] if held else None
        except (HTTPException, OSError, RuntimeError) as error:
            log.broken.append(str(error))
            time.sleep(PAUSE)


def review(browser: Browser, slot: str, log: Log) -> None:
    path = f"/reviews/{slot}/"
    while True:
        try:
            page = browser.ask("GET", path)
            if page.status == 302:
                return  # the review went in, and only the answer was lost
            if page.status != 200:
                raise RuntimeError(f"GET {path} -> {page.status}")
            begun = time.perf_counter()
            browser.hand_in(path, REVIEWED | dict(TOKENS.findall(page.text)) | {"verdict": "supported"})
            log.submits.append(time.perf_counter() - begun)
            log.acknowledged.append(slot)
            return
        except (HTTPException, OSError, RuntimeError) as error:
            log.broken.append(str(error))
            time.sleep(PAUSE)


def quantiles(seconds: list[float]) -> str:
    cuts = statistics.quantiles(seconds, n=100, method="inclusive")
    return f"{cuts[49] * 1000:.0f} ms, {cuts[94] * 1000:.0f} ms"


if __name__ == "__main__":
    main()
