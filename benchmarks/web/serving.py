"""Web servers on databases of their own, as architecture section 7.14 wants them: two processes, eight threads each."""

import contextlib
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping

from benchmarks import databases

GUNICORN = ("-w", "2", "-k", "gthread", "--threads", "8", "--keep-alive", "75", "--log-level", "error")
PATIENCE = 30.0  # seconds for a server to come up


@contextlib.contextmanager
def desk(name: str) -> Iterator[tuple[str, int, Mapping[str, str]]]:
    """The desk's web server on a database of its own: its address, process and environment."""
    with databases.laid(name) as environment:
        environment |= {"FACTCHECK_WEB": "1", "LOG_LEVEL": "ERROR"}
        subprocess.run([sys.executable, "manage.py", "createcachetable"], env=environment, check=True)
        collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"]
        subprocess.run(collect, env=environment, check=True)
        with served("factcheck.wsgi:application", environment) as (address, pid):
            yield address, pid, environment


@contextlib.contextmanager
def served(application: str, environment: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        port = line.getsockname()[1]
    words = [sys.executable, "-m", "gunicorn", "-b", f"127.0.0.1:{port}", *GUNICORN, application]
    process = subprocess.Popen(words, env=dict(environment))
    try:
        end = time.monotonic() + PATIENCE
        while True:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            if time.monotonic() > end or process.poll() is not None:
                raise RuntimeError(f"{application} did not come up")
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}", process.pid
    finally:
        process.terminate()
        process.wait()
