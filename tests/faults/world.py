"""Servers that misbehave, each under a name of its own: what the desk's fetcher meets outside (F67–F84)."""

import gzip
import socket
import ssl
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.faults.plan import SILENT
from tests.ingest import hostile
from tests.outside import PUBLIC, Canary, Server, World, answer

TEXT = (
    "<p>The harbour was reopened on Tuesday, the port authority said in a statement to reporters.</p>"
    "<p>Four ships have left it since, and two more wait outside the breakwater for a pilot.</p>"
)
PAGE = f"<html><head><title>Harbour reopened</title></head><body><article><h1>Harbour reopened</h1>{TEXT}</article></body></html>".encode()
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
PRIVATE, BUSY_FOR = "private network", 2
NAMES = hostile.NAMES | {SILENT: []}


@dataclass(frozen=True)
class Case:
    """One name of the world: its fault, how its server answers, and what the desk must say of it in the end."""

    fault: str
    says: str = ""  # a pattern of the reason; none: the page is taken in
    answer: Callable | bytes = b""  # nothing said: the honest page
    address: str = ""
    attempts: int = 1


def hop(status, hops):
    def meet(request):
        said = request.path.rpartition("/")[2]
        place = 1 + (int(said) if said.isdigit() else 0)
        return answer(status=status, location="http://127.0.0.1/" if place == hops else f"/hop/{place}")

    return meet


def dripping(opening, drop):
    def meet(request):
        def drip(line):
            line.sendall(opening)
            for _ in range(300):
                line.sendall(drop)
                time.sleep(0.2)

        return drip

    return meet


def endless(line):
    line.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    while True:
        line.sendall(b"10000\r\n" + b"<p>x</p>" * 8192 + b"\r\n")


def reset(line):
    line.sendall(HEAD + b"Content-Length: 5000\r\n\r\n" + PAGE[:200])
    time.sleep(0.05)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def lengthy(*lengths):
    return HEAD + b"".join(b"Content-Length: %d\r\n" % length for length in lengths) + b"\r\n" + PAGE


class Busy:
    """Says "later" at the first question of each desk, and the page once the time it named has passed."""

    def __init__(self):
        self.asked = []

    def __call__(self, request):
        self.asked.append(time.monotonic())
        return answer(status=429, retry_after=BUSY_FOR) if len(self.asked) % 2 else answer(PAGE)


def literals(fault, hosts, says=PRIVATE):
    return {f"{fault} {host}": Case(fault, says, address=f"http://{host}/") for host in hosts}


BOMB = gzip.compress(b"<p>x</p>" * 4_000_000, 9)
CASES = (
    {f"hop-{status}-1": Case("F67", PRIVATE, hop(status, 1)) for status in (301, 302, 303, 307, 308)}
    | {f"hop-302-{hops}": Case("F67", PRIVATE, hop(302, hops)) for hops in (2, 5)}
    | {"refresh": Case("F67", answer=answer(PAGE.replace(b"<title>", b"<meta http-equiv=refresh content='0;url=http://127.0.0.1/'><title>")))}
    | literals("F68", ["169.254.169.254", "metadata.google.internal", "[fd00:ec2::254]", "168.63.129.16", "100.100.100.200"])
    | {"loop": Case("F69", "more than 5 times", lambda request: answer(status=302, location="/story"))}
    | {"far": Case("F69", "more than 5 times", hop(302, 30))}
    | literals("F70", ["rebind.example", "rebind-six.example", "mixed.example", "mixed-six.example"])
    | literals("F71", ["[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[::127.0.0.1]", "[::ffff:0:127.0.0.1]"])
    | {"zone": Case("F71", "could not be reached", address="http://[fe80::1%25lo]/", attempts=3)}
    | literals("F72", ["2130706433", "0177.0.0.1", "0x7f.1", "127.1", "127.0.0.1.", "localhost."])
    | literals("F72", ["１２７.０.０.１", "①②⑦.⓪.⓪.①"], "could not be fetched")
    | {"slow-head": Case("F76", "within", dripping(b"", b"H"), attempts=3)}
    | {"slow-body": Case("F76", "within", dripping(HEAD + b"\r\n", b"a"), attempts=3)}
    | {"endless": Case("F77", "larger than 10 MB", lambda request: endless)}
    | {
        "short": Case("F78", r"\w+ \w+", lengthy(40)),
        "long": Case("F78", "broke off", lengthy(len(PAGE) + 500), attempts=3),
        "negative": Case("F78", answer=lengthy(-5)),  # no length at all: it is read to its end
        "twice": Case("F78", r"\w+ \w+", lengthy(len(PAGE), len(PAGE) - 100)),
    }
    | {"bomb": Case("F79", "larger than 10 MB", answer(BOMB, content_encoding="gzip"))}
    | {"brotli": Case("F79", r"\w+ \w+", answer(BOMB, content_encoding="br"))}
    | {"trusted": Case("F80", address="https://trusted.example/story")}
    | {name: Case("F80", "certificate", address=f"https://{name}.example/story") for name in ("expired", "self-signed", "wrong-host")}
    | {"broken": Case("F81", "broke off", lambda request: reset, attempts=3)}
    | {"nowhere": Case("F82", "could not be reached", address="http://nowhere.invalid/", attempts=3)}
    | {"silent": Case("F82", "within", address=f"http://{SILENT}/", attempts=3)}
    | {
        "video": Case("F83", "video/mp4", answer(b"\0" * 99, kind="video/mp4")),
        "busy": Case("F83", answer=Busy(), attempts=2),
        "failing": Case("F83", r"error \(500\)", answer(status=500), attempts=3),
    }
    | {f"status-{status}": Case("F83", says, answer(status=status)) for status, says in
       {204: "without a page", 304: "empty", 401: "login", 403: "does not let us", 404: "no page", 410: "taken down"}.items()}
    | {"honest": Case("F84"), "asking": Case("F84", "login", answer(status=401, www_authenticate='Basic realm="x"'))}
)  # fmt: skip


def feed(*items, declared=""):
    told = f'<?xml version="1.0"?>{declared}<rss version="2.0"><channel><title>News</title>{"".join(items)}</channel></rss>'
    return answer(told.encode(), kind="application/rss+xml")


def item(number, more=""):
    return (
        f"<item><title>Item {number}</title><link>http://10.0.{number // 250 % 250}.{number % 250}/</link>{more}</item>"
    )


def dated(day):
    return f"<pubDate>{day}</pubDate>"


# Their items lead to private addresses: taken in, and refused by the fetcher without a wait.
FEEDS = {
    "feed-bomb": feed("<item><title>&b;</title></item>", declared='<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'),
    "feed-outside": feed("<item><title>&a;</title></item>", declared='<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1/">]>'),
    "feed-endless": feed(*(item(n) for n in range(100_000))),
    "feed-twice": feed(item(1, "<guid>a</guid>"), item(2, "<guid>a</guid>"), item(3), item(3)),
    "feed-dates": feed(*(item(n, dated(day)) for n, day in enumerate(["Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jan 0000 00:00:00 GMT", "soon", "Sat, 31 Feb 2026 25:61:00 GMT"]))),
}  # fmt: skip


MANY = 20


def many(name):
    """A feed whose items all lead to honest sites of their own."""
    links = (f"http://{name}-{number}.example/story" for number in range(MANY))
    return feed(*(f"<item><title>{link}</title><link>{link}</link></item>" for link in links))


class Changing:
    """A page that says something else each time."""

    def __init__(self):
        self.asked = 0

    def __call__(self, request):
        self.asked += 1
        return answer(PAGE.replace(b"Four ships", b"%d00 ships" % self.asked))


CHANGING = Changing()


def address_of(name):
    return CASES[name].address or f"http://{name}.example/story"


def respond(request):
    """By the name that was asked for; a name that is no case is an honest site."""
    if request.path == "/robots.txt":
        return answer(status=404)
    name = request.host.partition(".example")[0]
    case = CASES.get(name)
    if name.startswith("many-") and request.path == "/feed":
        return many(name)
    given = (case and case.answer) or FEEDS.get(name) or (CHANGING if name == "changing" else answer(PAGE))
    return given(request) if callable(given) else given


class Outside:
    """The world of the whole suite, for both desks at once."""

    def __init__(self, folder):
        self.canary = Canary()
        self.server = Server(respond)
        self.secure = Server(respond, context=_context(folder))
        doors = {f"{PUBLIC}:80": self.server.port, f"{PUBLIC}:443": self.secure.port}
        (folder / "world.json").write_text(World(NAMES, doors, self.canary.port, elsewhere=PUBLIC).written())
        netrc = folder / "netrc"
        netrc.write_text("default login desk password secret\n")
        proxy = f"http://127.0.0.1:{self.canary.port}"
        names = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")
        self.environment = dict.fromkeys(names, proxy) | {"NETRC": str(netrc), "FAULT_WORLD": str(folder)}

    def close(self):
        for one in (self.canary, self.server, self.secure):
            one.close()


def _context(folder):
    """One server with a certificate for each name, most of them wrong; *authority.pem* is whom this world trusts."""
    authority = ec.generate_private_key(ec.SECP256R1())
    (folder / "authority.pem").write_bytes(
        _pem(_certificate("Authority", authority.public_key(), "Authority", authority))
    )
    known = {name: _certified(folder, name, authority) for name in ("trusted", "expired", "self-signed", "wrong-host")}

    def choose(line, asked, _context):
        line.context = known.get((asked or "").partition(".")[0], line.context)

    known["trusted"].sni_callback = choose
    return known["trusted"]


def _certified(folder, name, authority):
    key = ec.generate_private_key(ec.SECP256R1())
    host = "elsewhere.example" if name == "wrong-host" else f"{name}.example"
    days = -1 if name == "expired" else 30
    by = (host, key) if name == "self-signed" else ("Authority", authority)
    place = folder / f"{name}.pem"
    place.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + _pem(_certificate(host, key.public_key(), *by, days=days))
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(place)
    return context


def _certificate(host, key, issuer, signs, days=30):
    end = datetime.now(UTC) + timedelta(days=days)
    return (
        x509.CertificateBuilder().subject_name(_called(host)).issuer_name(_called(issuer)).public_key(key)
        .serial_number(x509.random_serial_number()).not_valid_before(end - timedelta(days=60)).not_valid_after(end)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=host == "Authority", path_length=None), critical=True)
        .sign(signs, hashes.SHA256())
    )  # fmt: skip


def _called(name):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _pem(certificate):
    return certificate.public_bytes(serialization.Encoding.PEM)
