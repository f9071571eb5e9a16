"""Wraps the steps of a worker so that an armed fault happens there; imported by the worker of this suite alone."""

import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from pathlib import Path
from urllib.parse import urlsplit

import requests

from claims.extraction import pipeline
from claims.extraction.pipeline import Pipeline
from claims.extraction.types import Appearance, ClaimText, Extraction, Form, Passage, PassageKind, Span, Statement
from claims.extraction.version import VERSION
from claims.ingest import claims as ingest_claims
from claims.ingest import fetches, fetching
from claims.models import Accept, ExtractionRun
from claims.models import Work as AnyWork
from claims.record import work
from tests.faults import plan
from tests.outside import World

# Short waits: the rules are the desk's own, only their seconds are fewer.
ingest_claims.RETRY_AFTER = timedelta(seconds=1)
fetches.AGAIN_AFTER = timedelta(seconds=0.5)
OWN_LEASE = AnyWork.lease_seconds
GIVEN_UP_AFTER = timedelta(seconds=2)  # where nothing ever comes; all others have the desk's own time


def _loop():
    while True:
        time.sleep(0.01)


ACTIONS = {
    "kill child": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "stop child": lambda: os.kill(os.getpid(), signal.SIGSTOP),
    "kill parent": lambda: os.kill(os.getppid(), signal.SIGKILL),
    "exit": lambda: sys.exit(3),
    "segfault": lambda: ctypes.string_at(0),
    "crash": lambda: 1 / 0,
    "loop": _loop,
}


def step(name):
    armed = plan.read()
    if plan.fires(armed, name):
        ACTIONS[armed.action]()


def _wrapped_take(take):
    @wraps(take)
    def wrapper(kind, pk):
        if kind is Accept:
            return take(kind, pk)
        armed = plan.read()
        if armed.real:
            _stub.real()  # loaded before the reading begins, whose seconds a test counts
        AnyWork.lease_seconds = armed.lease or OWN_LEASE
        step("before_lease")
        held = take(kind, pk)
        if held is not None:
            step("after_lease")
        return held

    return wrapper


def _wrapped_sweep(sweep):
    @wraps(sweep)
    def wrapper():
        armed = plan.read()
        work.OVERDUE, AnyWork.lease_seconds = timedelta(seconds=armed.overdue), armed.lease or OWN_LEASE
        return sweep()

    return wrapper


def _wrapped_wake(wake):
    @wraps(wake)
    def wrapper(row):
        if isinstance(row, Accept):  # the last act of the transaction that stores what was read
            step("before_commit")
        return wake(row)

    return wrapper


def _wrapped_extract(extract):
    @wraps(extract)
    def wrapper(pk, **more):
        extract(pk, **more)
        if ExtractionRun.objects.filter(pk=pk, state="done").exists():
            step("after_commit")

    return wrapper


@dataclass(frozen=True, slots=True)
class Stub(Pipeline):
    """Reads each line as one claim of the article's own voice: quick, and its answer is known beforehand."""

    real: Callable[[], Pipeline] = pipeline.load

    def run(self, text, title=None, date=None, tell=lambda _: None):
        armed = plan.read()
        if armed.real:
            return self.real().run(text, title=title, date=date, tell=_telling(tell))
        end = time.monotonic() + armed.seconds
        tell("passages")
        step("reading")
        while time.monotonic() < end:  # without a word: its lease has to be renewed beside it
            time.sleep(0.1)
        return read(text)


def _telling(tell):
    def wrapper(stage):
        tell(stage)
        if stage == "statements":
            step("reading")

    return wrapper


def read(text):
    spans, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            spans.append(Span(at, at + len(line.rstrip("\n"))))
        at += len(line)
    return Extraction(
        version=VERSION,
        passages=tuple(Passage(span, PassageKind.BODY) for span in spans),
        statements=tuple(Statement(content=(span,), form=Form.NARRATED) for span in spans),
        claims=tuple(
            ClaimText(span.of(text), (Appearance((span,), number),), check_worthiness=0.9)
            for number, span in enumerate(spans)
        ),
    )


work.take = _wrapped_take(work.take)
work.wake = _wrapped_wake(work.wake)
work.sweep = _wrapped_sweep(work.sweep)
ingest_claims.extract = _wrapped_extract(ingest_claims.extract)
_stub = Stub()
pipeline.load = lambda: _stub


def _wrapped_get(get):
    """The desk's own fetcher, with less patience for who is silent; it meets the world of this suite (tests.faults.world)."""

    @wraps(get)
    def wrapper(address, **more):
        page = not address.endswith("/robots.txt")
        if page:
            step("fetching")
        if urlsplit(address).hostname in plan.SLOW:
            more["deadline"] = GIVEN_UP_AFTER
        got = get(address, **more)
        if page:
            step("fetched")
        return got

    return wrapper


def _stand_in_the_world(folder):
    World.read((folder / "world.json").read_text()).stand_in(setattr)
    requests.adapters.DEFAULT_CA_BUNDLE_PATH = str(folder / "authority.pem")


fetching.get = _wrapped_get(fetching.get)
if "FAULT_WORLD" in os.environ:
    _stand_in_the_world(Path(os.environ["FAULT_WORLD"]))
