"""The desk as the harness's target: what a reviewer's browser sends, with cookies, tokens and CSRF."""

import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException
from typing import Any, NamedTuple
from urllib.parse import urlencode, urlsplit

TOKENS = re.compile(r'name="(token|wording_number|source-\d+)"(?:[^>]*value="([^"]*)")?')
REVIEW = re.compile(r"/reviews/(\d+)/$")
VERDICTS = {"supported": "supported", "refuted": "refuted", "unclear": "refuted"}
IDLE = 60.0  # seconds after which a connection is opened anew: the server closes it after 75
BY_SCRIPT = {"HX-Request": "true"}  # what the page's script sends
REVIEWED = {
    "rationale": "The ledger shows it.",
    "evidence-TOTAL_FORMS": "1",
    "evidence-INITIAL_FORMS": "0",
    "evidence-0-address": "https://ledger.example/",
    "evidence-0-stance": "supports",
}


class Answer(NamedTuple):
    """What came back: the status, the page, and where a redirect or the page's script leads."""

    status: int
    text: str
    leads_to: str


class Browser:
    """One logged-in reviewer with a kept connection; as light as the client that the bare site is asked by."""

    def __init__(self, address: str, cookies: Mapping[str, str]) -> None:
        parts = urlsplit(address)
        self.connection = HTTPConnection(parts.hostname or "", parts.port, timeout=60)
        self.cookies = dict(cookies)
        self.asked_at = time.monotonic()
        self.expect(200, "GET", "/queue/")  # brings the CSRF cookie

    def ask(
        self, method: str, path: str, form: Mapping[str, str] | None = None, more: Mapping[str, str] | None = None
    ) -> Answer:
        """One request, with *more* headers; redirects are told and not followed."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), **(more or {})}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        if time.monotonic() - self.asked_at > IDLE:
            self.connection.close()
        self.asked_at = time.monotonic()
        try:
            self.connection.request(method, path, None if form is None else urlencode(form), headers)
            self.connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
            response = self.connection.getresponse()
            page = response.read().decode()
        except (HTTPException, OSError):
            self.connection.close()  # the next request opens another
            raise
        for set_cookie in response.headers.get_all("Set-Cookie", []):
            name, _, value = set_cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        leads_to = response.headers.get("Location") or response.headers.get("HX-Push-Url", "")
        return Answer(response.status, page, leads_to)

    def expect(
        self,
        status: int,
        method: str,
        path: str,
        form: Mapping[str, str] | None = None,
        more: Mapping[str, str] | None = None,
    ) -> Answer:
        answer = self.ask(method, path, form, more)
        if answer.status != status:
            raise RuntimeError(f"{method} {path} -> {answer.status}: {answer.text[:300]!r}")
        return answer

    def hand_in(
        self, path: str, fields: Mapping[str, str], status: int = 302, more: Mapping[str, str] | None = None
    ) -> Answer:
        """Post a form with its token."""
        csrf = next(value for name, value in self.cookies.items() if name.startswith("csrftoken"))
        return self.expect(status, "POST", path, {**fields, "csrfmiddlewaretoken": csrf}, more)


class Desk:
    """What the harness asks of a target; mixed with its own class, see ``desk_target``."""

    environment: Mapping[str, str]
    base_url: str
    name = "desk"
    endpoints = {
        "import": "claims laid into the queue of the database",
        "list": "GET /claims/?page={n}",
        "search": "GET /claims/?q=TERM",
        "next": "POST /queue/",
        "submit": "GET /reviews/{slot}/, then POST /reviews/{slot}/",
        "stored": "the reviews of the database",
    }

    going_on = False  # whether a review is handed in by "Submit and take the next", the form's first button

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.page_seconds: list[float] = []
        self.post_seconds: list[float] = []
        # The next claim's page, as it came in answer to each browser's last review.
        self.following: dict[Browser, Answer] = {}

    def setup(self, n_reviewers: int) -> None:
        self.reviewers = [Browser(self.base_url, one) for one in ask(self.environment, "people", n_reviewers)]

    def import_items(self, texts: list[str]) -> None:
        ask(self.environment, "fill", len(texts))

    def count(self) -> int:
        return int(ask(self.environment, "count"))

    def list_page(self, client: Browser, page: int, size: int) -> int:
        return client.expect(200, "GET", f"/claims/?page={page}").text.count("<tr")

    def search(self, client: Browser, term: str, size: int) -> int:
        return client.expect(200, "GET", f"/claims/?{urlencode({'q': term})}").text.count("<tr")

    def next_item(self, client: Browser) -> str | None:
        came = self.following.get(client)
        found = REVIEW.search((came or client.hand_in("/queue/", {})).leads_to)
        return found[1] if found else None

    def submit(self, client: Browser, item_id: str, label: str) -> None:
        path, begun = f"/reviews/{item_id}/", time.perf_counter()
        page = (self.following.pop(client, None) or client.expect(200, "GET", path)).text
        self.page_seconds.append(time.perf_counter() - begun)
        kept = dict(TOKENS.findall(page))
        begun = time.perf_counter()
        review = REVIEWED | kept | {"verdict": VERDICTS[label]}
        if self.going_on:
            self.following[client] = client.hand_in(path, review | {"and_next": "1"}, 200, BY_SCRIPT)
        else:
            client.hand_in(path, review)
        self.post_seconds.append(time.perf_counter() - begun)

    def stored(self) -> list[str]:
        return [str(slot) for slot in ask(self.environment, "stored")]


def desk_target(target: type, environment: Mapping[str, str]) -> type:
    """The harness's target for the desk in this environment; *target* is the class that it wants extended."""
    return type("DeskTarget", (Desk, target), {"environment": environment})


def ask(environment: Mapping[str, str], question: str, *numbers: int) -> Any:
    """A question for the desk's database, answered by a process of its own."""
    words = [sys.executable, "-m", "benchmarks.web.ground", question, *map(str, numbers)]
    said = subprocess.run(words, env=dict(environment), check=True, stdout=subprocess.PIPE, text=True).stdout
    return json.loads(said)
