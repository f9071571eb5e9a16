"""Bad files and strings through every door that takes them: answered with a sentence, no row, no file left (G5).

Each file is read once by a real child within its limits; what that child said is kept for the other doors.
"""

import io
import resource
from contextlib import suppress

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from claims.ingest import articles, documents, feeds, fetches, fetching, robots
from claims.memory import imports
from claims.models import Article, Claim, Event, FactCheck, Feed, FeedPoll, Fetch, Import, Role, TextVersion
from claims.record import work
from tests.factories import OutletFactory
from tests.ingest import bad

pytestmark = pytest.mark.django_db
SAID = {}  # what the child said of these bytes
_child = documents._child


def once(kind, raw, known, patience):
    place = (kind, raw, known[0])
    if place not in SAID:
        try:
            SAID[place] = _child(kind, raw, known, patience)
        except articles.Unacceptable as refusal:
            SAID[place] = refusal
    said = SAID[place]
    if isinstance(said, Exception):
        raise said
    return dict(said)


@pytest.fixture(autouse=True)
def folder(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path / "originals"
    monkeypatch.setattr(work, "_send", lambda task, pk: None)
    monkeypatch.setattr(robots, "ask", lambda address: None)
    monkeypatch.setattr(documents, "_child", once)
    return tmp_path


@pytest.fixture
def cora(person):
    return person("cora", Role.CONTRIBUTOR)


@pytest.fixture
def triager(client, cora):
    client.force_login(cora)
    return client


def left(folder):
    """Every row and every file that would be a trace."""
    rows = {kind.__name__: kind.objects.count() for kind in (Article, TextVersion, Fetch, Claim, Event, FactCheck)}
    files = [path.name for path in (folder / "originals").rglob("*") if path.is_file()]
    return {name: count for name, count in rows.items() if count} | ({"files": files} if files else {})


def test_they_are_three_hundred():
    assert bad.count() >= 300


def groups(names, size=10):
    names = list(names)
    return [names[at : at + size] for at in range(0, len(names), size)]


@pytest.mark.parametrize("names", groups(bad.files()), ids=lambda names: f"{names[0]!r} and others"[:60])
def test_files_on_the_form_ten_at_once_and_by_the_command(triager, folder, names):
    made = {name: bad.files()[name]() for name in names}
    given = [SimpleUploadedFile(name, raw) for name, raw in made.items() if raw]
    page = triager.post(reverse("article_new"), {"key": "k", "text": "", "upload": given})
    assert page.status_code == 422
    told = page.context["form"].errors.get("upload", page.context["form"].errors.get("text", []))
    assert len(told) == len(given)
    assert all(one.endswith(".") for one in told)
    call(folder, made)
    assert left(folder) == {}
    # the peak of a child that was forked begins with that of who forked it: this process may be large by then
    ours = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss <= max(512 * 1024, ours)


def call(folder, made):
    """The same by the command, from files on the disk; a name that no disk keeps is left out."""
    (folder / "given").mkdir()
    paths = []
    for name, raw in made.items():
        with suppress(ValueError, OSError):
            path = folder / "given" / name
            path.write_bytes(raw)
            paths.append(str(path))
    if paths:
        told = io.StringIO()
        with pytest.raises(CommandError, match=f"{len(paths)} of {len(paths)} refused"):
            call_command("ingest", "--by", "cora", "--", *paths, stdout=io.StringIO(), stderr=told)


@pytest.mark.parametrize("name", bad.strings())
def test_strings_pasted_and_by_the_verb(triager, cora, folder, name):
    text = bad.strings()[name]
    page = triager.post(reverse("article_new"), {"key": "k", "text": text})
    assert page.status_code in (413, 422)
    with pytest.raises(articles.Unacceptable, match=r"\w+ \w+.*\."):
        articles.submit(by=cora, text=text)
    assert left(folder) == {}


HALVES = [
    b"%ED%A0%80",
    b"Officials+%ED%B0%80+said+so+%ED%A0%80",
    b"%FF%FE",
    b"%C0%80",
    b"%F5%80%80%80",
    b"%00",
    b"a%00b",
]


@pytest.mark.parametrize("half", HALVES)
def test_half_characters_in_a_body(triager, folder, half):
    kind = "application/x-www-form-urlencoded"
    page = triager.generic("POST", reverse("article_new"), b"key=k&text=" + half, content_type=kind)
    assert page.status_code == 422
    assert left(folder) == {}


@pytest.mark.parametrize("name", ["text", "title", "address"])
def test_what_an_address_fills_in_is_only_shown(triager, folder, name):
    for value in bad.FILLED:
        page = triager.get(reverse("article_new"), {name: value})
        assert page.status_code == 200
        assert b"<script>alert(1)" not in page.content
    assert left(folder) == {}


KINDS = {".html": "text/html", ".pdf": "application/pdf", ".txt": "text/plain"}


def test_pages_that_are_fetched(cora, folder, monkeypatch):
    """The article that was asked for stays, with the reason; no text and no original come of it."""
    pages = {
        f"http://a.example/{n}": (name, make())
        for n, (name, make) in enumerate(bad.files().items())
        if name[-5:].endswith(tuple(KINDS))
    }

    def get(address, **_):
        name, raw = pages[address]
        return fetching.Fetched(address, 200, KINDS["." + name.rpartition(".")[2]], None, raw, timezone.now())

    monkeypatch.setattr(fetching, "get", get)
    for address in pages:
        fetches.fetch(Fetch.objects.get(article=articles.submit(by=cora, address=address).article).pk)
    silent = Fetch.objects.exclude(state="failed", reason__endswith=".")
    assert [pages[job.address][0] for job in silent if pages[job.address][0] not in GOOD_WHEN_FETCHED] == []
    read = TextVersion.objects.values_list("article__address", flat=True)
    assert {pages[address][0] for address in read} <= GOOD_WHEN_FETCHED


# A server's type is taken at its word where a file's name is not: a page as text/plain is its own source text.
GOOD_WHEN_FETCHED = {"words-alone.html"}


@pytest.fixture
def feed(db):
    return Feed.objects.create(outlet=OutletFactory(), address="http://a.example/feed")


def poll(feed, body, monkeypatch):
    got = fetching.Fetched(feed.address, 200, "application/rss+xml", None, body, timezone.now())
    monkeypatch.setattr(fetching, "get", lambda address, **_: got)
    job = FeedPoll.objects.create(feed=feed)
    feeds.poll(job.pk)
    job.refresh_from_db()
    return job


@pytest.mark.parametrize("name", bad.feeds())
def test_feeds_that_are_none(feed, folder, monkeypatch, name):
    job = poll(feed, bad.feeds()[name], monkeypatch)
    assert (job.state, job.reason.endswith(".")) == ("failed", True)
    assert left(folder) == {}


def test_items_without_an_honest_link(feed, folder, monkeypatch):
    assert {poll(feed, body, monkeypatch).state for body in bad.items().values()} <= {"done", "failed"}
    assert left(folder) == {}


@pytest.mark.parametrize("name", bad.imports())
def test_imports_on_the_page_and_by_the_verb(client, person, folder, name):
    form, raw = bad.imports()[name]
    client.force_login(person("edda", Role.EDITOR))
    page = client.post(reverse("imports"), {"file": SimpleUploadedFile("f", raw), "form": form})
    assert page.status_code in (302, 422)
    for job in Import.objects.all():
        imports.run(job.pk)
        job.refresh_from_db()
        assert (job.state == "failed" and job.reason) or (job.state == "done" and job.refusals.count() == job.place)
        assert client.get(reverse("import_report", args=[job.pk])).status_code == 200
    assert FactCheck.objects.count() == 0


@pytest.mark.parametrize("names", groups(bad.odd_files(), 12), ids=lambda names: f"{names[0]} and others")
def test_odd_files_are_taken_in_or_refused_and_nothing_else(triager, folder, names):
    odd = bad.odd_files()
    for name in names:
        before = Article.objects.count()
        page = triager.post(
            reverse("article_new"), {"key": name, "text": "", "upload": [SimpleUploadedFile(name, odd[name])]}
        )
        assert (page.status_code, Article.objects.count() - before) in ((422, 0), (302, 1)), name
    assert TextVersion.objects.count() == Article.objects.count()
