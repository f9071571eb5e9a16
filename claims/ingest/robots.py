"""Manners towards other people's servers: robots.txt, and a pause between two pages of one host."""

import time
from datetime import timedelta
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from django.core.cache import cache
from django.utils.translation import gettext as _

from claims.ingest import fetching
from claims.ingest.fetching import FetchError

KEPT = 3600  # seconds that a host's robots.txt is remembered
PAUSE = 1.0  # seconds between two pages of one host, over all workers
LONGEST_WAIT = 6.0
PATIENCE = timedelta(seconds=6)


def ask(address: str) -> None:
    """Raise FetchError where robots.txt keeps us out; otherwise wait for our turn at this host."""
    parts = urlsplit(fetching.checked(address))
    origin = f"{parts.scheme}://{parts.netloc}"
    rules = RobotFileParser()
    rules.parse(_robots(origin).splitlines())
    if not rules.can_fetch(fetching.AGENT, address):
        raise FetchError(_("The site's robots.txt asks programs not to read this page. Open it and paste its text."))
    _wait_for(parts.netloc)


def _robots(origin: str) -> str:
    key = f"robots:{origin}"[:200]
    known = cache.get(key)
    if known is None:
        try:
            known = fetching.get(f"{origin}/robots.txt", allowed=fetching.ROBOTS, deadline=PATIENCE).body.decode(
                "utf-8", "replace"
            )
        except FetchError as error:
            if error.again and not error.status:
                raise  # a host that does not answer will not answer with its page
            known = ""  # a host without a readable robots.txt forbids nothing
        cache.set(key, known, KEPT)
    return str(known)


def _wait_for(host: str) -> None:
    """The first to set the host's key goes; it frees itself after the pause."""
    until = time.monotonic() + LONGEST_WAIT
    while not cache.add(f"turn:{host}"[:200], 1, PAUSE):
        if time.monotonic() > until:
            raise FetchError(_("Too many pages of this site are being fetched at once."), again=True)
        time.sleep(0.1)
