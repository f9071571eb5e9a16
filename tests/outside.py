"""The world outside, on this machine: its names resolve to public addresses, and every connection that the house lets out
ends at a server of the test; where nobody of the world lives it ends at the canary.

Nothing of the guard is replaced: it resolves, judges and pins as ever; only the last wire leads elsewhere. The world is a
plain value, so that a worker in another process can stand in the same one.
"""

import contextlib
import json
import socket
import ssl
import threading
import time
from collections import Counter
from dataclasses import dataclass, field

PUBLIC = "93.184.216.34"
_resolve, _connect = socket.getaddrinfo, socket.socket.connect


@dataclass
class World:
    """*names*: what a host's name resolves to, at the first question, the second and so on (an empty list: silence);
    *doors*: where an address and port lead on this machine; *canary*: the port that everything else leads to."""

    names: dict[str, list[list[str]]] = field(default_factory=dict)
    doors: dict[str, int] = field(default_factory=dict)
    canary: int = 0
    elsewhere: str = ""  # what a name under ".example" resolves to that is not among the names
    asked: Counter = field(default_factory=Counter)
    strays: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, text):
        return cls(**json.loads(text))

    def written(self):
        told = {name: getattr(self, name) for name in ("names", "doors", "canary", "elsewhere")}
        return json.dumps(told)

    def resolve(self, host, port, family=0, type=0, proto=0, flags=0):
        """As ``socket.getaddrinfo``: numbers in any notation by the system, names by the table, never by a server."""
        host = host.decode() if isinstance(host, bytes) else host
        name = host.encode("idna").decode().lower().rstrip(".") if host else host
        with contextlib.suppress(socket.gaierror):
            return _resolve(name, port, family, type, proto, socket.AI_NUMERICHOST)
        addresses = self._addresses(name)
        if not addresses:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return [found for one in addresses for found in _resolve(one, port, 0, type, proto, socket.AI_NUMERICHOST)]

    def _addresses(self, name):
        answers = self.names.get(name)
        if answers == []:
            time.sleep(60)  # a resolver that never answers
        if answers is None:
            return [self.elsewhere] if self.elsewhere and name.endswith(".example") else []
        answer = answers[min(self.asked[name], len(answers) - 1)]
        self.asked[name] += 1
        return answer

    def connect(self, line, address):
        """As ``socket.socket.connect``; sockets of the machine itself are let alone."""
        if line.family not in (socket.AF_INET, socket.AF_INET6):
            return _connect(line, address)
        door = self.doors.get(f"{address[0]}:{address[1]}")
        if door is None:
            self.strays.append(f"{address[0]}:{address[1]}")
            with socket.socket() as stray:
                _connect(stray, ("127.0.0.1", self.canary))
            raise ConnectionRefusedError(f"nobody of the world lives at {address[0]}:{address[1]}")
        if line.family == socket.AF_INET6:
            raise OSError("the world of this test has no IPv6 servers")
        return _connect(line, ("127.0.0.1", door))

    def stand_in(self, patch):
        """Put this process into the world: *patch* is ``setattr`` or a monkeypatch's."""
        patch(socket, "getaddrinfo", self.resolve)
        patch(socket.socket, "connect", lambda line, address: self.connect(line, address))


class Listener:
    """Listens on a port of its own and hands each connection to a thread."""

    def __init__(self):
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        while True:
            try:
                line, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self._meet, args=(line,), daemon=True).start()

    def _meet(self, line):
        with contextlib.suppress(OSError, ssl.SSLError), line:
            self.meet(line)

    def close(self):
        with contextlib.suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Canary(Listener):
    """Counts who comes where nobody may come."""

    def __init__(self):
        self.heard = []
        super().__init__()

    @property
    def hits(self):
        return len(self.heard)

    def meet(self, line):
        self.heard.append(line.getpeername())


@dataclass(frozen=True)
class Request:
    host: str
    path: str
    headers: dict[str, str]


class Server(Listener):
    """Answers every request by ``answer(request)``: the raw bytes, or a function that misbehaves on the open line."""

    def __init__(self, answer, context=None):
        self.answer, self.context, self.log = answer, context, []
        super().__init__()

    def meet(self, line):
        line.settimeout(30)
        if self.context:
            line = self.context.wrap_socket(line, server_side=True)
        with line:
            request = _request(line)
            if request is None:
                return
            self.log.append(request)
            answer = self.answer(request)
            if callable(answer):
                answer(line)
            else:
                line.sendall(answer)


def _request(line):
    raw = b""
    while b"\r\n\r\n" not in raw:
        more = line.recv(65536)
        if not more:
            return None
        raw += more
    first, *rest = raw.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (row.partition(":") for row in rest)}
    return Request(headers.get("host", ""), first.split(" ")[1], headers)


def answer(body=b"", status=200, kind="text/html; charset=utf-8", **headers):
    """A whole HTTP answer, as bytes; it closes the line."""
    known = {"Content-Type": kind, "Content-Length": str(len(body)), "Connection": "close"}
    rows = known | {name.replace("_", "-"): str(value) for name, value in headers.items()}
    head = f"HTTP/1.1 {status} X\r\n" + "".join(f"{name}: {value}\r\n" for name, value in rows.items()) + "\r\n"
    return head.encode("latin-1") + body
