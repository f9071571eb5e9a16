"""A whole desk as a stranger would start it, in a folder and a database of its own, and hands to hurt it with."""

import contextlib
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from secrets import token_hex

from tests.faults import plan
from tests.faults.plan import Plan

ROOT = Path(__file__).resolve().parent.parent.parent
TASK = 0.02  # seconds of one core
RESUMES = 60.0  # seconds within which the desk goes on by itself, on a machine with nothing else to do (I7)
# Not handed on to the desk. Without bytecode each process that is killed and begun again would compile everything anew.
NOT_KEPT = ("DATABASE_URL", "CELERY_BROKER_URL", "PYTHONDONTWRITEBYTECODE")
ARTICLE = "The bridge was closed on Monday.\nNobody was hurt.\nThe council pays 3 million euros for it."
CLAIMS = 3


def unlike(text):
    """The text as another article has it: the claims of a copy would wait until somebody says whether it is one."""
    return "\n".join(
        f"{line} {' '.join(token_hex(3) for _ in range(3 * len(line.split())))}" for line in text.splitlines()
    )


def busy():
    """By how much this machine is slower than an idle one just now: limits of time grow by it.

    The load tells of the last minute, a short task of this moment.
    """
    began, spent = time.monotonic(), time.process_time()
    while time.process_time() - spent < TASK:
        pass
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1), (time.monotonic() - began) / TASK)


def free_port():
    """A port for a server; none that the system gives to clients, of which there are many here."""
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as line, contextlib.suppress(OSError):
            line.bind(("127.0.0.1", port))
            return port


def started_by(parent):
    """The processes that this one started itself."""
    return [pid for pid, above in _parents() if above == parent]


def _parents():
    listed = subprocess.run(["ps", "-e", "-o", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    return [tuple(map(int, line.split())) for line in listed.splitlines()]


def children(parent):
    """The processes that this one started, and theirs."""
    pairs = _parents()
    found, look = [], [parent]
    while look:
        one = look.pop()
        below = [pid for pid, above in pairs if above == one]
        found += below
        look += below
    return found


def in_group(group):
    """The processes of this group that still run; those that only wait to be buried do not count."""
    listed = subprocess.run(["ps", "-e", "-o", "pid=,pgid=,stat="], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in listed.splitlines()]
    return [int(pid) for pid, pgid, state in rows if int(pgid) == group and not state.startswith("Z")]


def stopped(pid):
    """Whether it was told to stop and has not been told to go on."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "T"
    return False


def words(pid):
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    return ""


class Desk:
    """``manage.py run`` with faults built in; use it as a context."""

    def __init__(self, data, laid=None, database=None, broker=None, settings="tests.faults.settings", **environment):
        self.data, self.port = Path(data), free_port()
        if laid:
            shutil.copytree(laid, self.data)
        kept = {name: value for name, value in os.environ.items() if name not in NOT_KEPT}
        self.environment = kept | {
            "FACTCHECK_DATA": str(data),
            "DJANGO_SETTINGS_MODULE": settings,
            "SWEEP_SECONDS": "1",
            "HEARTBEAT_SECONDS": "300",  # who is heard late on a busy machine is not dead
            "PYTHONPATH": str(ROOT),
            **environment,
        }
        if database:
            self.environment["DATABASE_URL"] = database
        if broker:
            self.environment["CELERY_BROKER_URL"] = broker
        self.faults = self.data / "faults"
        self.log = self.data / "log.txt"
        self.process = self._clerk = None

    # --- life ---

    def __enter__(self):
        self.data.mkdir(parents=True, exist_ok=True)
        plan.write(Plan(), self.faults)
        self.start()
        return self

    def __exit__(self, *_):
        try:
            self.dismiss()
        finally:
            self.stop()

    def dismiss(self):
        """Let the clerk go; the next question calls another."""
        if self._clerk is None:
            return
        self._clerk.stdin.close()
        try:
            self._clerk.wait(20)
        except subprocess.TimeoutExpired:
            self._clerk.kill()
            self._clerk.wait()
        self._clerk.stdout.close()
        self._clerk = None

    def start(self):
        out = self.log.open("a")
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "run", "--port", str(self.port), "--no-demo"],
            cwd=ROOT, env=self.environment, stdout=out, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        out.close()
        before = self.log.read_text().count("READY")
        self.until(lambda: self.log.read_text().count("READY") > before or self.process.poll() is not None, 180)
        assert self.process.poll() is None, self.log.read_text()
        assert self.log.read_text().count("READY") > before, self.log.read_text()

    def stop(self, number=signal.SIGTERM, seconds=60):
        """Tell it to stop; its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        try:
            return self.process.wait(seconds * busy())
        except subprocess.TimeoutExpired:
            for pid in [*children(self.process.pid), self.process.pid]:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            raise

    @staticmethod
    def until(condition, seconds=RESUMES):
        """Wait for it; whether it came within so many seconds."""
        began, slowest = time.monotonic(), busy()
        while not condition():
            time.sleep(0.1)
            if time.monotonic() - began > seconds * slowest:
                now = busy()
                if now <= slowest:
                    return False
                slowest = now  # it got busier meanwhile
        return True

    # --- hands ---

    def pid(self, part):
        """The process of a part: the child of the supervisor whose command line says so."""
        said = {"broker": "redis-server", "web": "gunicorn", "worker": " worker ", "beat": " beat "}[part]
        # Not theirs: while a killed worker is torn down, its children still hang below it and have its very words.
        mine = [pid for pid in started_by(self.process.pid) if said in words(pid) + " "]
        return mine[0] if mine else None

    def send(self, part, number):
        self.until(lambda: self.pid(part), 20)
        os.kill(self.pid(part), number)

    def arm(self, step="", action="", **more):
        plan.write(Plan(step, action, **more), self.faults)

    def fired(self, times=1):
        return self.until(lambda: plan.fired(self.faults) >= times)

    def restart_worker(self):
        """Let the worker read its settings anew."""
        old = self.pid("worker")
        os.kill(old, signal.SIGKILL)
        ready = self.log.read_text().count("ready.")
        assert self.until(lambda: self.log.read_text().count("ready.") > ready)

    # --- questions ---

    def ask(self, question, **values):
        clerk = self._clerk or self._call_the_clerk()
        clerk.stdin.write(json.dumps([question, values]) + "\n")
        clerk.stdin.flush()
        answer = json.loads(clerk.stdout.readline())
        assert "error" not in answer, answer["error"]
        return answer["answer"]

    def _call_the_clerk(self):
        with (self.data / "clerk.txt").open("a") as log:
            self._clerk = subprocess.Popen(
                [sys.executable, "-m", "tests.faults.clerk"],
                cwd=ROOT, env=self.environment | {"FACTCHECK_WEB": "1"}, text=True,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log,
            )  # fmt: skip
        return self._clerk

    def submit(self, text=None, **more):
        return self.ask("submit", text=unlike(ARTICLE) if text is None else text, **more)["article"]

    def through(self, *numbers, seconds=RESUMES):
        """Wait until these articles are through: without help, within the time (I7)."""
        assert self.until(lambda: not self.ask("waiting", numbers=numbers), seconds), (
            f"not through: {[self.ask('outcome', number=n) for n in self.ask('waiting', numbers=numbers)]}"
        )
        return [self.ask("outcome", number=number) for number in numbers]

    def rests(self):
        """Whether everything that was handed in came through or says why it did not."""
        return self.until(lambda: self.ask("lost") == [])

    def holds(self):
        """The invariants that can be asked of the database: nothing lost, nothing twice, the record verifies."""
        assert self.rests(), self.ask("lost")  # I1
        assert self.ask("twice") == []  # I2
        assert self.ask("flaw") is None  # I5

    def done(self, *numbers, claims=CLAIMS, seconds=RESUMES):
        """All of these ended well, and the invariants hold."""
        for outcome in self.through(*numbers, seconds=seconds):
            assert (outcome["state"], outcome["claims"]) == ("done", claims), outcome
        self.holds()
