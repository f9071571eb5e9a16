"""The one door through which HTTP leaves the house, and every address is checked at it.

Each hop's address is resolved once, refused unless it is public, and connected to as checked (requests-hardened pins
it). Ports 80 and 443 only, no proxy, no netrc, no cookies between hops; size, time and number of hops are limited.
"""

import ipaddress
import json
import re
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
from django.utils import timezone
from django.utils.translation import gettext as _
from requests_hardened import Config, HTTPSession
from requests_hardened.ip_filter import InvalidIPAddress
from requests_hardened.ip_filter_adapter import IPFilterAdapter

PORTS = {"http": 80, "https": 443}
MOST_BYTES = 10 * 1024 * 1024
MOST_HOPS = 5
MOST_ANSWER = 1024 * 1024  # bytes of a language model's answer
DEADLINE = timedelta(seconds=30)
CONNECT_AND_READ = (5.0, 10.0)
AGENT = "FactcheckDesk/1.0 (+newsroom fact-checking; respects robots.txt)"
PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/pdf"})
FEEDS = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/xml", "text/xml", "text/html", "application/rdf+xml"}
)
ROBOTS = frozenset({"text/plain", "text/html"})
LONGEST_ADDRESS = 2_000  # characters; what the database keeps
# What requests-hardened lets pass and no page lives at. Of IPv6 only 2000::/3 is given out to anybody: the rest holds
# ::127.0.0.1, ::ffff:0:127.0.0.1 and fec0::1. 168.63.129.16 is a cloud's own, though it looks public.
ALSO_REFUSED = tuple(
    ipaddress.ip_network(block)
    for block in ("::/3", "4000::/2", "8000::/1", "0.0.0.0/8", "240.0.0.0/4", "168.63.129.16/32")
)
_INSIDE = (".localhost", ".local", ".internal", ".lan", ".home", ".intranet")  # names that no public server has
_STRANGE = re.compile("[\\x00-\\x20\\x7f\\\\\ud800-\udfff]")
_CHUNK = 64 * 1024


class FetchError(Exception):
    """The page could not be had; the message is for a journalist. *again* says whether a later try may help."""

    def __init__(self, message: str, *, again: bool = False, after: timedelta | None = None, status: int = 0) -> None:
        super().__init__(message)
        self.again = again
        self.after = after
        self.status = status


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came: raw bytes and where they came from in the end."""

    address: str
    status: int
    content_type: str
    charset: str | None
    body: bytes
    fetched_at: datetime
    etag: str = ""
    last_modified: str = ""


class _Guard(IPFilterAdapter):  # type: ignore[misc]  # no types
    """Pins the checked address, and refuses the few ranges that the library lets pass."""

    def build_connection_pool_key_attributes(self, request: Any, verify: Any, cert: Any = None) -> Any:
        host, pool = super().build_connection_pool_key_attributes(request, verify, cert)
        pinned = ipaddress.ip_address(host["host"].strip("[]"))
        if any(pinned in block for block in ALSO_REFUSED):
            raise InvalidIPAddress(pinned)
        return host, pool


def _session() -> requests.Session:
    session: requests.Session = HTTPSession(
        Config(
            ip_filter_enable=True,
            ip_filter_allow_loopback_ips=False,
            never_redirect=True,
            default_timeout=CONNECT_AND_READ,
            user_agent_override=AGENT,
        )
    )
    session.mount("http://", _Guard(is_https_proto=False))
    session.mount("https://", _Guard(is_https_proto=True))
    session.trust_env = False  # neither proxy variables nor .netrc
    return session


def checked(address: str) -> str:
    """The address, if it is one that a newsroom may ask for; raises FetchError with the reason."""
    if len(address) > LONGEST_ADDRESS:
        raise FetchError(_("This address has more than %(n)s characters.") % {"n": f"{LONGEST_ADDRESS:,}"})
    if _STRANGE.search(address):
        raise FetchError(_("This address holds spaces, control characters, backslashes or half of a character."))
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise FetchError(_("This is not an address of the web.")) from None
    if parts.scheme not in PORTS:
        raise FetchError(_("Only http and https addresses can be fetched."))
    if "@" in parts.netloc:
        raise FetchError(_("An address with a user name or password in it is not fetched."))
    if port is not None and port not in PORTS.values():
        raise FetchError(_("Only the ports 80 and 443 are asked."))
    if not parts.hostname:
        raise FetchError(_("This address names no host."))
    return address


def leads_inside(address: str) -> bool:
    """Whether it is plain from the address alone that it leads into a private network: a kindness, the guard is the session's."""
    host = (urlsplit(address).hostname or "").rstrip(".").lower()
    if host in ("localhost", "localhost.localdomain") or host.endswith(_INSIDE):
        return True
    try:
        literal = ipaddress.ip_address(host)
    except ValueError:  # a name
        return False
    return not literal.is_global or literal.is_multicast or any(literal in block for block in ALSO_REFUSED)


@dataclass(slots=True)
class _Journey:
    """One fetch under way, so that the clock can break it off from outside."""

    response: requests.Response | None = None
    result: Any = None
    error: Exception | None = None
    over: threading.Event = field(default_factory=threading.Event)
    given_up: bool = False


def get(
    address: str,
    *,
    allowed: frozenset[str] = PAGES,
    headers: dict[str, str] | None = None,
    deadline: timedelta = DEADLINE,
    most: int = MOST_BYTES,
    session: Callable[[], requests.Session] = _session,
) -> Fetched:
    """Fetch one address within all limits, or raise FetchError; a silent resolver or a trickling server ends at *deadline*.

    The work is done in a thread, since neither name resolution nor a byte a second can be timed otherwise (D10).
    """
    journey = _Journey()
    late = _("The page did not come within %(n)s seconds.") % {"n": deadline.seconds}
    _in_time(journey, deadline, late, lambda: _follow(journey, address, allowed, headers or {}, most, session))
    if not isinstance(journey.result, Fetched):
        raise RuntimeError("a fetch ended without an answer")
    return journey.result


def _in_time(journey: _Journey, deadline: timedelta, late: str, work: Callable[[], Any]) -> None:
    """Do the work in a thread; what it comes to is the journey's, and what is over its time ends with the word *late*."""
    thread = threading.Thread(target=_travel, args=(journey, work), daemon=True)
    thread.start()
    if not journey.over.wait(deadline.total_seconds()):
        journey.given_up = True
        if journey.response is not None:
            with suppress(OSError, ValueError, RuntimeError):  # it came to its end at this very moment
                journey.response.raw.shutdown()  # ends the reading thread; close() would wait for it
        raise FetchError(late, again=True)
    if journey.error is not None:
        raise journey.error


def _travel(journey: _Journey, work: Callable[[], Any]) -> None:
    try:
        journey.result = work()
    except FetchError as error:
        journey.error = error
    except InvalidIPAddress:
        journey.error = FetchError(_("This address leads into a private network; it is not fetched."))
    except requests.exceptions.SSLError:
        journey.error = FetchError(_("The server's certificate is not valid for this address."))
    except requests.exceptions.Timeout:
        journey.error = FetchError(_("The server did not answer in time."), again=True)
    except (requests.exceptions.ConnectionError, requests.exceptions.ChunkedEncodingError):
        journey.error = FetchError(_("The server could not be reached, or it broke off."), again=True)
    except requests.exceptions.RequestException:
        journey.error = FetchError(_("This address could not be fetched."))
    except Exception as error:  # noqa: BLE001  # whatever a hostile answer provokes ends this fetch, not the worker
        journey.error = FetchError(
            _("The server's answer could not be read (%(kind)s).") % {"kind": type(error).__name__}
        )
    finally:
        journey.over.set()


def _follow(
    journey: _Journey,
    address: str,
    allowed: frozenset[str],
    headers: dict[str, str],
    most: int,
    session: Callable[[], requests.Session],
) -> Fetched:
    for _hop in range(MOST_HOPS + 1):
        if journey.given_up:
            raise FetchError(_("Given up."))
        checked(address)
        # a session of its own for each hop: no cookie and no credential goes from one host to another
        response = session().get(address, headers=headers, stream=True, allow_redirects=False)
        journey.response = response
        with response:
            if response.is_redirect:
                address = urljoin(address, response.headers["location"])
                continue
            return _answer(address, response, allowed, most)
    raise FetchError(_("The address was redirected more than %(n)s times.") % {"n": MOST_HOPS})


def _answer(address: str, response: requests.Response, allowed: frozenset[str], most: int) -> Fetched:
    if response.status_code == 304:
        return _fetched(address, response, "", b"")
    if response.status_code != 200:
        raise _refusal(response)
    kind = response.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind not in allowed:
        raise FetchError(_("The address answers with “%(kind)s”, not with a page.") % {"kind": kind or "?"})
    body = bytearray()
    for chunk in response.iter_content(_CHUNK):  # decoded bytes: an inflating answer ends at the same limit
        body += chunk
        if len(body) > most:
            raise FetchError(_("The page is larger than %(n)s MB.") % {"n": most // (1024 * 1024)})
    if not body:
        raise FetchError(_("The server answered with an empty page."))
    return _fetched(address, response, kind, bytes(body))


def ask(address: str, question: dict[str, Any], *, key: str = "", deadline: timedelta) -> dict[str, Any]:
    """Put one JSON question to the one address that the operator set (a language model), or raise FetchError.

    It may be on this machine; it is never an address out of an article. Redirects are not followed. As in ``get``, a byte
    now and then does not put off the *deadline*.
    """
    journey = _Journey()
    silent = _("The language model did not answer.")
    try:
        _in_time(journey, deadline, silent, lambda: _put(journey, address, question, key, deadline))
        said = json.loads(journey.result)
    except (ValueError, RecursionError) as error:
        raise FetchError(silent) from error
    if not isinstance(said, dict):
        raise FetchError(silent)
    return said


def _put(journey: _Journey, address: str, question: dict[str, Any], key: str, deadline: timedelta) -> bytes:
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    with requests.Session() as session:
        session.trust_env = False
        response = session.post(
            address,
            json=question,
            headers=headers,
            timeout=deadline.total_seconds(),
            allow_redirects=False,
            stream=True,
        )
        journey.response = response
        with response:
            if journey.given_up:
                raise FetchError(_("Given up."))
            if response.status_code != 200:
                raise FetchError(_("The language model answered with an error (%(n)s).") % {"n": response.status_code})
            body: bytes = response.raw.read(MOST_ANSWER + 1, decode_content=True)
    if len(body) > MOST_ANSWER:
        raise FetchError(_("The language model's answer is too long."))
    return body


def _fetched(address: str, response: requests.Response, kind: str, body: bytes) -> Fetched:
    declared = "charset=" in response.headers.get("content-type", "").lower()
    return Fetched(
        address=address,
        status=response.status_code,
        content_type=kind,
        charset=response.encoding if declared else None,
        body=body,
        fetched_at=timezone.now(),
        etag=_said(response, "etag", 300),
        last_modified=_said(response, "last-modified", 100),
    )


def _said(response: requests.Response, name: str, most: int) -> str:
    """A header that is said again at the next question; one that is too long or holds control characters is forgotten."""
    value = str(response.headers.get(name, ""))
    return value if len(value) <= most and value.isprintable() else ""


def _refusal(response: requests.Response) -> FetchError:
    status = response.status_code
    words = {
        204: _("The server answered without a page (204)."),
        401: _("The page asks for a login (401)."),
        402: _("The page asks to be paid for (402)."),
        403: _("The server does not let us read the page (403)."),
        404: _("There is no page at this address (404)."),
        410: _("The page was taken down (410)."),
        429: _("The server asks us to come back later (429)."),
    }
    again = status == 429 or status >= 500
    message = words.get(status) or _("The server answered with an error (%(status)s).") % {"status": status}
    return FetchError(message, again=again, after=_retry_after(response) if again else None, status=status)


def _retry_after(response: requests.Response) -> timedelta | None:
    """The server's wish, in seconds or as a date, between nothing and an hour."""
    wish = response.headers.get("retry-after", "").strip()
    if wish.isdigit():
        seconds = min(int(wish[:6]), 3600)
        return timedelta(seconds=seconds)
    try:
        until = parsedate_to_datetime(wish)
    except (ValueError, TypeError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(max(until - timezone.now(), timedelta()), timedelta(hours=1))
