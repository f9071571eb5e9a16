"""A copy becomes a desk again, also one that was made while everybody wrote; and versions meet at an upgrade (F109–F112)."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest
import requests

from tests.faults.desk import ARTICLE, ROOT, Desk, free_port, unlike
from tests.faults.plan import SHORT
from tests.faults.visitor import TIMEOUT, Visitor

pytestmark = pytest.mark.faults
KINDS = ("sqlite", "postgresql")
MINUTES = 10 * 60  # within which a desk is put back (F109)
WRITERS, FILES = 16, 3
TRIES = 5
UNDER_WAY = 5  # more than a worker's two children can have in their hands


def managed(desk, *words, **environment):
    """What a command says, in the environment of this desk."""
    done = subprocess.run(
        [sys.executable, "manage.py", *map(str, words)],
        cwd=ROOT, env=desk.environment | environment, capture_output=True, text=True, timeout=MINUTES,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def empty_place(request, tmp_path_factory, outside):
    """Make empty places for a desk of the same kind: a folder, and on PostgreSQL a database."""

    def make(kind, other):
        database = request.getfixturevalue("new_database")() if kind == "postgresql" else None
        place = Desk(tmp_path_factory.mktemp(kind) / "place", database=database, **outside.environment)
        shutil.copytree(other.data / "static", place.data / "static")  # filled anew otherwise, which takes long
        shutil.copy(other.data / "accounts.txt", place.data)  # what each of them knows by heart
        return place

    return make


@dataclass
class Return:
    """A desk that was copied and put back, and what was known of it before and after."""

    place: Desk
    copied: dict
    returned: dict
    numbers: list
    caught: dict


def copied_at_rest(desk, folder):
    """Copy it, and tell what was in it then: once more if something happened meanwhile."""
    for _ in range(TRIES):
        before = desk.ask("kept")
        managed(desk, "copy", folder)
        if desk.ask("kept") == before:
            return before
        shutil.rmtree(folder)
    raise AssertionError("the desk did not come to rest")


@pytest.fixture(scope="module", params=KINDS)
def back(request, tmp_path_factory, empty_place):
    """A desk with files and with articles in its workers' hands is copied and put back beside a broker that knows of nothing."""
    desk = request.getfixturevalue(f"{request.param}_desk")
    desk.arm(lease=SHORT)
    with Visitor(desk) as visitor:
        given = [visitor.upload({f"{n}.txt": unlike(ARTICLE).encode()}).article for n in range(FILES)]
    desk.done(*given)
    desk.arm(seconds=80, lease=SHORT)
    numbers = [desk.submit() for _ in range(UNDER_WAY)]
    assert desk.until(
        lambda: [state for state, _ in desk.ask("how_far", numbers=numbers).values()].count("running") == 2
    )
    folder = tmp_path_factory.mktemp("copies") / "kept"
    copied = copied_at_rest(desk, folder)
    desk.arm(lease=SHORT)
    desk.restart_worker()
    place = empty_place(request.param, desk)
    managed(place, "put_back", folder)
    returned, caught = place.ask("kept"), place.ask("how_far", numbers=numbers)
    with place:
        yield Return(place, copied, returned, numbers, caught)
    desk.done(*numbers)


@pytest.mark.fault("F109")
def test_the_last_copy_is_put_into_an_empty_place(back):
    head = back.copied.pop("head")
    assert back.place.ask("goes_through", head=head)
    assert back.returned.pop("head")[0] == head[0] + 1  # the record tells that a copy was put back
    assert back.returned == back.copied
    assert len(back.copied["files"]) >= FILES
    assert None not in back.copied["files"].values()
    with Visitor(back.place) as visitor:
        back.place.done(visitor.submit(unlike(ARTICLE)).article)


@pytest.mark.fault("F110")
def test_a_copy_is_put_back_beside_an_empty_broker(back):
    assert sorted(back.caught.values()) == [["queued", 0]] * UNDER_WAY
    back.place.done(*back.numbers)


# --- everybody writes ---------------------------------------------------------------------------------------------------


class Writer(threading.Thread):
    """Hands in one file after the other until told to stop; what the desk said it has."""

    def __init__(self, visitor, told):
        super().__init__()
        self.visitor, self.told, self.taken, self.wrong = visitor, told, [], []

    def run(self):
        while not self.told.is_set():
            answer = self.visitor.upload({"a.txt": unlike(ARTICLE).encode()})
            (self.taken if answer.article else self.wrong).append(answer.article or answer.status)


@contextmanager
def sixteen_write(desk):
    told = threading.Event()
    writers = [Writer(Visitor(desk), told) for _ in range(WRITERS)]
    for writer in writers:
        writer.start()
    try:
        yield writers
    finally:
        told.set()
        for writer in writers:
            writer.join()
            writer.visitor.session.close()


def taken_by(writers):
    return {number for writer in writers for number in list(writer.taken)}


@pytest.mark.fault("F111")
def test_a_copy_is_made_while_sixteen_write(desk, request, empty_place, tmp_path):
    desk.arm()
    with sixteen_write(desk) as writers:
        assert desk.until(lambda: all(writer.taken for writer in writers))
        before = taken_by(writers)
        managed(desk, "copy", tmp_path / "kept")
        meanwhile = taken_by(writers) - before
    assert meanwhile, "nobody wrote while it was copied"
    assert [writer.wrong for writer in writers] == [[]] * WRITERS
    place = empty_place(request.node.callspec.params["desk"], desk)
    managed(place, "put_back", tmp_path / "kept")  # it verifies the record, and rows against it
    files = place.ask("files_of")
    assert len(files) >= len(before)
    assert None not in files.values()
    assert all(Path(name).name == digest for name, digest in files.items() if not name.startswith("imports/"))
    assert place.ask("torn") == []
    assert place.ask("twice") == []
    assert set(place.ask("how_far", numbers=sorted(before))) == {str(number) for number in before}
    place.dismiss()
    desk.done(*taken_by(writers))


# --- versions meet ------------------------------------------------------------------------------------------------------

NEWER = {"DJANGO_SETTINGS_MODULE": "tests.faults.newer"}
RENEWED = "The desk is being renewed"
STANDS_ASIDE = "is left to others: the database is of another version"


@contextmanager
def beside(desk, *words, **environment):
    """Another process of this desk, in its own version."""
    with (desk.data / "beside.txt").open("a") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", *words], cwd=ROOT, env=desk.environment | environment, stdout=log, stderr=log
        )
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


@contextmanager
def newer_web(desk):
    """A web process of the newer version beside the one of before: whoever visits it."""
    port = free_port()
    words = ("gunicorn", "factcheck.wsgi:application", "--bind", f"127.0.0.1:{port}", "--threads", "4")
    with beside(desk, *words, "--no-control-socket", FACTCHECK_WEB="1", FACTCHECK_INSTANCE=str(port), **NEWER):
        assert desk.until(lambda: answers(port))
        yield SimpleNamespace(port=port, data=desk.data)


def answers(port):
    try:
        return requests.get(f"http://127.0.0.1:{port}/healthz", timeout=TIMEOUT).ok
    except requests.ConnectionError:
        return False


@contextmanager
def newer_worker(desk):
    """The worker of before is gone and not begun again; a newer one has its queues."""
    os.kill(desk.process.pid, signal.SIGSTOP)
    try:
        os.kill(desk.pid("worker"), signal.SIGKILL)
        words = ("celery", "-q", "-A", "factcheck", "worker", "--concurrency", "2", "--queues", "default,fetch,parse")
        with beside(desk, *words, "--without-gossip", "--without-mingle", **NEWER):
            yield
    finally:
        os.kill(desk.process.pid, signal.SIGCONT)


@pytest.mark.fault("F112")
def test_old_workers_beside_a_new_web_process_and_the_reverse(back):
    place = back.place
    place.arm()
    before = place.submit()
    place.done(before)
    managed(place, "migrate", **NEWER)
    # a newer web process, and the workers of before: they can store no claim, and leave it alone
    with newer_web(place) as web, Visitor(web) as visitor:
        by_newer = visitor.submit(unlike(ARTICLE)).article
    assert place.until(lambda: STANDS_ASIDE in place.log.read_text())
    assert place.ask("how_far", numbers=[by_newer]) == {str(by_newer): ["queued", 0]}
    # the web process of before: what it can store it takes, and the rest it refuses with words
    with Visitor(place) as visitor:
        by_older = visitor.submit(unlike(ARTICLE)).article
        rows, selected = place.ask("rows"), f"/articles/{before}/selected/"
        words = {"begins": "0", "ends": "20", "wording": "The bridge was closed on Monday."}
        refused = visitor.send(selected, visitor.hidden(f"{selected}?begins=0&ends=20") | words)
        assert (refused.status, RENEWED in refused.text) == (503, True), refused.text
        assert place.ask("rows") == rows
    # newer workers, and the web process of before
    with newer_worker(place):
        place.done(by_newer, by_older)
        with Visitor(place) as visitor:
            place.done(visitor.submit(unlike(ARTICLE)).article)
