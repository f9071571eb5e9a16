"""Which processes a desk is made of, and how each is started."""

import os
import sys
from pathlib import Path

from django.conf import settings

from claims.management.supervisor import broker
from claims.management.supervisor.processes import Process

HOST = "127.0.0.1"
QUEUES = "default,fetch,parse"
WORKERS = "2"


def _python(name: str, *words: str, **environment: str) -> Process:
    return Process(
        name=name,
        command=[sys.executable, "-m", *words],
        environment=os.environ | {"PYTHONUNBUFFERED": "1"} | environment,
        folder=Path(settings.BASE_DIR),
    )


def _project() -> str:
    return str(settings.WSGI_APPLICATION).partition(".")[0]


def embedded_broker() -> Process | None:
    """The broker that comes along, unless a broker's address is given."""
    if settings.EMBEDDED_BROKER is None:
        return None
    server = broker.find_server()
    words = broker.command(server, settings.EMBEDDED_BROKER, Path(settings.DATA) / "broker")
    return Process("broker", words, os.environ.copy(), Path(settings.DATA))


def web(port: int) -> Process:
    """One process and eight threads; loaded once in the parent, so that a worthy successor is a fork away."""
    module, _, name = str(settings.WSGI_APPLICATION).rpartition(".")
    options = {
        "--bind": f"{HOST}:{port}",
        "--worker-class": "gthread",
        "--workers": "1",
        "--threads": "8",
        "--timeout": "30",
        "--graceful-timeout": "10",
        "--keep-alive": "75",
        "--max-requests": "2000",
        "--max-requests-jitter": "200",
        "--limit-request-line": "4094",
        "--limit-request-field_size": "8190",
        "--log-level": "warning",
    }
    words = [word for option in options.items() for word in option]
    return _python("web", "gunicorn", f"{module}:{name}", *words, "--preload", "--no-control-socket", FACTCHECK_WEB="1")


def worker() -> Process:
    # without gossip and mingle: after a broker's return they make workers deaf (celery#10205)
    return _python(
        "worker",
        "celery",
        "-q",
        "-A",
        _project(),
        "worker",
        "--concurrency",
        WORKERS,
        "--queues",
        QUEUES,
        "--without-gossip",
        "--without-mingle",
        "--loglevel",
        "INFO",
        ONE_GOES_OUT="1",  # of two children one is free to read, however long a server takes to answer the other
    )


def beat() -> Process:
    kept = str(Path(settings.DATA) / "beat")
    return _python("beat", "celery", "-q", "-A", _project(), "beat", "--schedule", kept, "--pidfile", "")
