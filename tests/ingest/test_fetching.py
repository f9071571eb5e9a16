"""The guarded fetcher against hostile addresses (a canary listens on loopback) and misbehaving servers."""

import contextlib
import gzip
import socket
import threading
from datetime import timedelta

import pytest
import requests

from claims.ingest import fetching
from claims.ingest.fetching import FetchError, get

HOSTS = [
    "127.0.0.1", "localhost", "127.1", "0x7f.1", "0177.0.0.1", "2130706433", "0", "0.0.0.0", "127.0.0.1.",
    "１２７.０.０.１", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]",
    "[fe80::1]", "[fe80::1%25lo]", "[fd00:ec2::254]", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "192.0.0.8", "198.18.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1", "localhost.localdomain",
]  # fmt: skip
SCHEMES = ["http", "https"]
ODD = [
    "file:///etc/passwd", "gopher://127.0.0.1/", "ftp://127.0.0.1/", "data:text/html,hi", "dict://127.0.0.1:6379/",
    "unix:///var/run/x.sock", "http://user:pw@127.0.0.1/", "http://a@127.0.0.1/", "http://example.org\\@127.0.0.1/",
    "http://127.0.0.1#@example.org/", "http://127.0.0.1 /", "http://127.0.0.1\r\nHost: x/", "http:///x", "//127.0.0.1/",
    "http://127.0.0.1:22/", "http://127.0.0.1:5432/", "http://127.0.0.1:6379/", "http://127.0.0.1:0/", "http://127.0.0.1:65536/",
    "http://127.0.0.1:x/", "", "http://", "javascript:alert(1)", "http://[::1", "http://xn--/",
]  # fmt: skip


class Canary:
    """Counts connections to loopback on a port of its own."""

    def __init__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.hits = 0
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            self.hits += 1
            connection.close()


@pytest.fixture
def canary(monkeypatch):
    bird = Canary()
    # the canary cannot sit on port 80: let its port pass the port check, so that only the address check stands in the way
    monkeypatch.setattr(fetching, "PORTS", {"http": bird.port, "https": bird.port})
    yield bird
    bird.socket.close()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("host", HOSTS)
def test_no_connection_reaches_a_private_host(canary, scheme, host):
    with pytest.raises(FetchError):
        get(f"{scheme}://{host}:{canary.port}/", deadline=timedelta(seconds=5))
    assert canary.hits == 0


@pytest.mark.parametrize("address", ODD)
def test_an_odd_address_is_refused_with_a_sentence(canary, address):
    with pytest.raises(FetchError, match=r"\w+ \w+"):
        get(address, deadline=timedelta(seconds=5))
    assert canary.hits == 0


# Below, servers on loopback stand for the outside: a plain session replaces the guard, everything else is real.


@pytest.fixture
def open_get(monkeypatch, httpserver):
    monkeypatch.setattr(fetching, "PORTS", {"http": httpserver.port, "https": 443})

    def fetch(path, **more):
        return get(httpserver.url_for(path), session=requests.Session, deadline=timedelta(seconds=60), **more)

    return fetch


def test_it_brings_the_bytes_type_and_charset(open_get, httpserver):
    httpserver.expect_request("/a").respond_with_data(
        "Köln".encode("latin-1"), content_type="text/html; charset=latin-1"
    )
    fetched = open_get("/a")
    assert (fetched.body, fetched.content_type, fetched.charset) == ("Köln".encode("latin-1"), "text/html", "latin-1")


@pytest.mark.parametrize("target", ["http://127.0.0.1:22/", "file:///etc/passwd", "http://u:p@127.0.0.1/"])
@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_checked_like_an_address(open_get, httpserver, target, status):
    httpserver.expect_request("/a").respond_with_data(status=status, headers={"Location": target})
    with pytest.raises(FetchError):
        open_get("/a")


def test_a_redirect_into_the_house_is_refused_by_the_guard(httpserver, canary, monkeypatch):
    monkeypatch.setattr(fetching, "PORTS", {"http": httpserver.port, "https": canary.port})
    httpserver.expect_request("/a").respond_with_data(
        status=302, headers={"Location": f"http://localhost:{canary.port}/"}
    )
    first = iter([requests.Session])
    with pytest.raises(FetchError, match="private network"):
        get(httpserver.url_for("/a"), session=lambda: next(first, fetching._session)())
    assert canary.hits == 0


def test_a_redirect_loop_ends(open_get, httpserver):
    httpserver.expect_request("/a").respond_with_data(status=302, headers={"Location": "/a"})
    with pytest.raises(FetchError, match="more than 5 times"):
        open_get("/a")


def test_an_answer_that_inflates_ends_at_the_limit(open_get, httpserver):
    httpserver.expect_request("/a").respond_with_data(
        gzip.compress(b"a" * 30_000_000), content_type="text/html", headers={"Content-Encoding": "gzip"}
    )
    with pytest.raises(FetchError, match="larger than 10 MB"):
        open_get("/a")


@pytest.mark.parametrize(
    ("status", "reason", "again"),
    [
        (401, "login", False),
        (403, "does not let us", False),
        (404, "no page", False),
        (429, "later", True),
        (500, "error", True),
    ],
)
def test_a_refusal_is_named(open_get, httpserver, status, reason, again):
    httpserver.expect_request("/a").respond_with_data(status=status)
    with pytest.raises(FetchError, match=reason) as caught:
        open_get("/a")
    assert caught.value.again is again


def test_retry_after_is_honoured(open_get, httpserver):
    httpserver.expect_request("/a").respond_with_data(status=429, headers={"Retry-After": "120"})
    with pytest.raises(FetchError) as caught:
        open_get("/a")
    assert caught.value.after == timedelta(seconds=120)


def test_a_video_is_no_page(open_get, httpserver):
    httpserver.expect_request("/a").respond_with_data(b"x", content_type="video/mp4")
    with pytest.raises(FetchError, match="video/mp4"):
        open_get("/a")


@pytest.mark.parametrize("opening", [b"", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"])
def test_a_byte_a_second_ends_at_the_deadline(monkeypatch, opening):
    server = socket.create_server(("127.0.0.1", 0))
    port = server.getsockname()[1]
    monkeypatch.setattr(fetching, "PORTS", {"http": port, "https": port})

    given_up, trickled_out = threading.Event(), []

    def trickle():
        with contextlib.suppress(OSError), server.accept()[0] as connection:
            connection.sendall(opening)
            for _i in range(1000):
                connection.sendall(b"a" if opening else b"H")
                if given_up.wait(0.1):
                    return
            trickled_out.append(connection)

    thread = threading.Thread(target=trickle, daemon=True)
    thread.start()
    with pytest.raises(FetchError, match="within 1 seconds"):
        get(f"http://127.0.0.1:{port}/", session=requests.Session, deadline=timedelta(seconds=1))
    assert trickled_out == []
    given_up.set()
    server.close()
    thread.join()


def test_a_silent_resolver_ends_at_the_deadline(monkeypatch):
    heard_enough, spoken = threading.Event(), []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: spoken.append(heard_enough.wait(120)))
    with pytest.raises(FetchError, match="within 1 seconds"):
        get("http://slow.example/", deadline=timedelta(seconds=1))
    assert spoken == []
    heard_enough.set()


def test_the_address_that_was_checked_is_the_one_connected_to(monkeypatch, canary):
    """A resolver that answers public first and loopback next is asked once."""
    answers = iter(["93.184.216.34", "127.0.0.1", "127.0.0.1"])
    asked = []

    def resolve(host, port, *args, **more):
        asked.append(host)
        address = host if host[0].isdigit() else next(answers)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    connected = []
    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(
        "urllib3.util.connection.create_connection",
        lambda address, *a, **k: connected.append(address[0]) or (_ for _ in ()).throw(OSError("closed network")),
    )
    with pytest.raises(FetchError):
        get(f"http://rebind.example:{canary.port}/", deadline=timedelta(seconds=5))
    assert set(connected) == {"93.184.216.34"}
    assert canary.hits == 0


def test_proxy_variables_and_netrc_are_not_used(monkeypatch, tmp_path):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    assert fetching._session().trust_env is False
