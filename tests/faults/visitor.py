"""A person with a browser: signs in, fills in the form for a new article, reads what the desk answers."""

import re
import time
from dataclasses import dataclass

import requests

TIMEOUT = 300  # seconds; how long an answer may take is for each test to say


@dataclass(frozen=True)
class Answer:
    status: int
    text: str
    address: str
    seconds: float

    @property
    def article(self):
        """The number of the article that the answer led to."""
        found = re.search(r"/articles/(\d+)/$", self.address)
        return int(found[1]) if found else None


class Visitor:
    def __init__(self, desk, name="contributor", password=""):
        self.root = f"http://127.0.0.1:{desk.port}"
        self.session = requests.Session()
        self.session.trust_env = False
        kept = dict(line.split("\t") for line in (desk.data / "accounts.txt").read_text().splitlines())
        answer = self.post("/accounts/login/", login=name, password=password or kept[name])
        assert answer.status == 200, answer.status
        assert "/accounts/login/" not in answer.address, "could not sign in"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.session.close()

    def get(self, path, **more):
        began = time.monotonic()
        answer = self.session.get(self.root + path, timeout=TIMEOUT, **more)
        return Answer(answer.status_code, answer.text, answer.url, time.monotonic() - began)

    def post(self, path, **fields):
        """Open the form at this path, fill it in, send it; how long the sending took."""
        return self.send(path, self.hidden(path) | fields)

    def hidden(self, path):
        """What the form at this path says without being seen."""
        return dict(re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', self.get(path).text))

    def send(self, path, fields):
        began = time.monotonic()
        answer = self.session.post(
            self.root + path,
            data=fields,
            headers={"Referer": self.root + path},
            timeout=TIMEOUT,
            allow_redirects=False,
        )
        seconds = time.monotonic() - began
        if answer.is_redirect:
            answer = self.session.get(self.root + answer.headers["Location"], timeout=TIMEOUT)
        return Answer(answer.status_code, answer.text, answer.url, seconds)

    def upload(self, files, path="/articles/new/", field="upload", **fields):
        """Send these files by the form at this path, all at once."""
        hidden = self.hidden(path)
        began = time.monotonic()
        answer = self.session.post(
            self.root + path,
            data=hidden | fields,
            files=[(field, (name, raw)) for name, raw in files.items()],
            headers={"Referer": self.root + path},
            timeout=TIMEOUT,
        )
        return Answer(answer.status_code, answer.text, answer.url, time.monotonic() - began)

    def submit(self, text, **more):
        return self.post("/articles/new/", text=text, **more)
