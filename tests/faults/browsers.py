"""Reviewers at their browsers, who go on when the desk does not answer: they press the key again until it does."""

import re
import time
from urllib.parse import urlsplit

import requests

from tests.faults.desk import RESUMES, busy
from tests.faults.visitor import Visitor

FOUND = {"verdict": "supported", "rationale": "The ledger shows it.", "evidence-0-address": "https://ledger.example/"}
FOUND |= {"evidence-0-stance": "supports"}
HIDDEN = re.compile(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"')
REVIEW = re.compile(r"/reviews/(\d+)/$")
HELD = re.compile(r'href="/reviews/(\d+)/"')


class Unanswered(Exception):
    """The desk did not come back within its time (I7)."""


def patiently(act):
    """What the desk answers in the end: a killed web server, a locked database and a broken line are waited for."""
    end = time.monotonic() + RESUMES * busy()
    while time.monotonic() < end:
        try:
            answer = act()
        except (requests.ConnectionError, requests.Timeout, requests.exceptions.ChunkedEncodingError):
            pass
        else:
            if answer.status < 500:
                return answer
        time.sleep(0.3)
    raise Unanswered


class Reviewer:
    """One browser: takes what it holds, else the next claim; the slots whose reviews the desk said it has."""

    def __init__(self, desk, name, password):
        self.visitor = Visitor(desk, name, password)
        self.acknowledged = []

    def work(self):
        """Until nothing waits."""
        while (bench := self.bench()) is not None:
            self.review(*bench)

    def bench(self):
        """The slot and the fields of the page of a claim that is held; None if nothing waits."""
        queue = patiently(lambda: self.visitor.get("/queue/"))
        page = queue
        if not (held := HELD.search(queue.text)):
            page = patiently(lambda: self.visitor.send("/queue/", dict(HIDDEN.findall(queue.text))))
            held = REVIEW.search(urlsplit(page.address).path)
        if held is None and "Nothing in the queue waits" in page.text:
            # also if the answer that told of a claim was lost with its server, and the key was pressed again
            held = HELD.search(patiently(lambda: self.visitor.get("/queue/")).text)
            if held is None:
                return None
        if held is None:
            return self.bench()
        bench = patiently(lambda: self.visitor.get(f"/reviews/{held[1]}/"))
        return int(held[1]), dict(HIDDEN.findall(bench.text))

    def review(self, slot, hidden):
        answer = patiently(lambda: self.visitor.send(f"/reviews/{slot}/", hidden | FOUND))
        if answer.status == 200 and urlsplit(answer.address).path == "/queue/":
            self.acknowledged.append(slot)
