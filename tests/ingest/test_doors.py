"""Every door that takes an address against every hostile address: the canary hears nobody, whatever the door says.

Each door is first shown an honest address, and that is reached through it: so the silence means something.
"""

import contextlib
import io
import json
import os
import subprocess
import sys
from dataclasses import asdict
from html import escape

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from claims.extraction.types import Unreadable
from claims.ingest import archiving, articles, documents, feeds, fetches, language_model, parser, robots
from claims.memory import imports, known
from claims.models import Archive, Article, Evidence, Feed, FeedPoll, Fetch, Role
from claims.record import work
from claims.record.refusals import Refusal
from tests.factories import EvidenceFactory, OutletFactory, ReviewFactory
from tests.ingest.hostile import ADDRESSES, NAMES
from tests.outside import PUBLIC, Canary, Server, World, answer

# what is walked here thousands of times has tests of its own, which are traced
pytestmark = [pytest.mark.django_db, pytest.mark.no_cover]
HOST = "http://world.example"
HONEST = f"{HOST}/story"
ENOUGH = 120
STORY = b"<html><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1>" + (
    b"<p>The bridge over the river was closed on Monday, officials said, after inspectors found cracks in it.</p>" * 6
)
KNOCKED = [HONEST, *ADDRESSES]  # the honest one first: number 0


def feed_of(links):
    items = "".join(
        f"<item><title>One</title><link>{escape(link)}</link><guid>{number}</guid></item>"
        for number, link in enumerate(links)
    )
    told = f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{items}</channel></rss>'
    return told.encode("utf-8", "replace")


def page_of(canonical):
    said = escape(canonical)
    head = f"<html><head><link rel=canonical href='{said}'><meta property='og:url' content='{said}'></head>"
    return head.encode("utf-8", "replace") + STORY


class Outside:
    """The world of a test: /lead/N?STATUS leads to the Nth address, /feed/N is a feed of it and the 99 after it, …"""

    def __init__(self, server, canary, world):
        self.server, self.canary, self.world = server, canary, world
        self.robots = lambda request: answer(status=404)

    def answer(self, request):
        if request.path == "/robots.txt":
            return self.robots(request)
        _, kind, *rest = request.path.partition("?")[0].split("/")
        number = int(rest[0]) if rest and rest[0].isdigit() else 0
        if kind == "lead":
            return lead(number, int(request.path.partition("?")[2] or 302))
        if kind == "feed":
            return answer(feed_of(KNOCKED[number : number + 100]), kind="application/rss+xml")
        return answer(page_of(KNOCKED[number]) if kind == "named" else STORY)

    @property
    def reached(self):
        return sum(request.path != "/robots.txt" for request in self.server.log)


def lead(number, status):
    return answer(status=status, location=KNOCKED[number].encode("utf-8", "surrogatepass").decode("latin-1"))


@pytest.fixture
def outside(monkeypatch, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(work, "_send", lambda task, pk: None)
    monkeypatch.setattr(robots, "_wait_for", lambda host: None)
    robots.cache.clear()
    with Canary() as canary, Server(lambda request: outside.answer(request)) as server:
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{canary.port}")
        world = World(NAMES, {f"{PUBLIC}:80": server.port}, canary.port)
        world.stand_in(monkeypatch.setattr)
        outside = Outside(server, canary, world)
        yield outside


@pytest.fixture
def cora(person):
    return person("cora", Role.CONTRIBUTOR)


def sent(address, most=100_000):
    """What a browser, a script or a row can hold of it: no half characters."""
    return address[:most].encode("utf-8", "replace").decode()


def do_what_waits():
    """What the workers would do next, each once."""
    feeds.begin_due()
    archiving.begin_due()
    known.begin_due()
    for kind, do in ((FeedPoll, feeds.poll), (Fetch, fetches.fetch), (Archive, archiving.archive)):
        for pk in kind.objects.filter(state="queued", attempts=0).values_list("pk", flat=True):
            do(pk)


def hold(outside, door, *, honest=HONEST, addresses=ADDRESSES):
    """Show the door an honest address and every hostile one, and do what follows: whom it let through, by address."""
    door(honest)
    do_what_waits()
    assert outside.reached >= 1, "the honest address was not reached: the door was shut"
    for address in addresses:
        with contextlib.suppress(Refusal, CommandError):
            door(address)
    while waits():
        do_what_waits()
    assert len(addresses) >= ENOUGH
    assert (outside.world.strays, outside.canary.heard) == ([], [])


def waits():
    """Whether a worker would still find something to ask the world."""
    fresh = (
        Feed.objects.filter(next_poll_at=None),
        Evidence.objects.filter(archive=None, alive="unknown").exclude(address=""),
    )
    begun = [kind.objects.filter(state="queued", attempts=0) for kind in (FeedPoll, Fetch, Archive)]
    return any(rows.exists() for rows in (*fresh, *begun))


# --- addresses that a person or a script gives ---------------------------------------------------------------------


def test_the_form(outside, cora, client):
    client.force_login(cora)

    def door(address):
        said = client.post(reverse("article_new"), {"key": str(hash(address)), "text": "", "address": sent(address)})
        assert said.status_code in (302, 422)

    hold(outside, door)


def test_the_bookmarklet_fills_in_the_form_and_no_more(outside, cora, client):
    client.force_login(cora)

    def door(address):
        form = client.get(reverse("article_new"), {"address": sent(address)}).context["form"]
        filled = {name: form[name].value() or "" for name in ("key", "text", "address")}
        assert client.post(reverse("article_new"), filled).status_code in (302, 422)

    hold(outside, door)


def test_the_verb_itself(outside, cora):
    hold(outside, lambda address: articles.submit(by=cora, address=address))


def test_an_address_beside_a_pasted_text_is_never_fetched(outside, cora):
    def door(address):
        articles.submit(by=cora, address=address, text="Officials closed the bridge on Monday.")

    for address in KNOCKED:
        with contextlib.suppress(Refusal):
            door(address)
    do_what_waits()
    assert (outside.reached, outside.canary.hits) == (0, 0)


def test_the_command(outside, cora):
    def door(address):
        call_command("ingest", "--by", "cora", "--", address, stdout=io.StringIO(), stderr=io.StringIO())

    hold(outside, door)


def test_a_feeds_address(outside):
    outlet = OutletFactory()
    hold(
        outside,
        lambda address: Feed.objects.get_or_create(outlet=outlet, address=sent(address, 2_000).replace("\0", "")),
        honest=f"{HOST}/feed",
    )


def test_a_feeds_address_in_the_admin(outside, client, person):
    ada = person("ada", Role.ADMINISTRATOR)
    ada.is_staff = True
    ada.save()
    client.force_login(ada)
    said = {"outlet": OutletFactory().pk, "title": "", "active": "on", "topic": "", "poll_minutes": "30"}

    def door(address):
        assert client.post(reverse("admin:claims_feed_add"), said | {"address": sent(address)}).status_code in (
            200,
            302,
        )

    hold(outside, door, honest=f"{HOST}/feed")


@pytest.fixture
def review(db):
    return ReviewFactory(piece=None)


def test_evidence_that_is_archived(outside, review):
    def door(address):
        EvidenceFactory(
            review=review, address=sent(address, 2_000).replace("\0", ""), archived_sha256="", alive="unknown"
        )

    hold(outside, door)
    assert Evidence.objects.filter(alive="alive").count() == 1


# --- addresses that somebody else's server gives -------------------------------------------------------------------


def test_the_items_of_a_feed(outside):
    outlet = OutletFactory()
    numbers = range(0, len(KNOCKED), 100)
    hold(
        outside,
        lambda _: [Feed.objects.get_or_create(outlet=outlet, address=f"{HOST}/feed/{number}") for number in numbers],
    )
    assert Article.objects.filter(canonical_address=HONEST).exists()


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_of_a_page(outside, cora, status):
    def door(address):
        articles.submit(by=cora, address=f"{HOST}/lead/{KNOCKED.index(address)}?{status}")

    hold(outside, door)


def test_redirects_of_a_feed(outside):
    outlet = OutletFactory()

    def door(address):
        Feed.objects.create(outlet=outlet, address=f"{HOST}/lead/{KNOCKED.index(address)}")

    hold(outside, door)


def test_redirects_of_evidence(outside, review):
    def door(address):
        EvidenceFactory(
            review=review, address=f"{HOST}/lead/{KNOCKED.index(address)}", archived_sha256="", alive="unknown"
        )

    hold(outside, door)


def test_redirects_of_robots_txt(outside, cora):
    """Each host of the world has a robots.txt of its own that leads to one of the addresses."""
    outside.world.elsewhere = PUBLIC
    outside.robots = lambda request: lead(int(request.host.partition(".")[0].strip("h") or 0), 302)

    def door(address):
        articles.submit(by=cora, address=f"http://h{KNOCKED.index(address)}.example/lead/{len(KNOCKED) - 1}")

    hold(outside, door)


def in_this_process(kind, raw, known, patience):
    try:
        return asdict(parser.READERS[kind](raw, *known)) | {"date": None}
    except Unreadable as reason:
        return {"refused": str(reason)}


def test_the_canonical_address_that_a_page_names(outside, cora, monkeypatch):
    # a real child for each of so many pages takes minutes, and it is not the reading that is at stake here
    monkeypatch.setattr(documents, "_child", in_this_process)

    def door(address):
        articles.submit(by=cora, address=f"{HOST}/named/{KNOCKED.index(address)}")

    hold(outside, door)
    named = Article.objects.exclude(canonical_address=None).values_list("canonical_address", flat=True)
    assert [one for one in named if not one.startswith(f"{HOST}/")] == []


def test_redirects_of_a_language_model(outside, settings):
    """Its address is the operator's, never out of an article; and it sends us nowhere."""

    def door(address):
        place = f"{HOST}/lead/{KNOCKED.index(address)}"
        settings.LANGUAGE_MODEL = {"address": place, "name": "m", "key": "k", "seconds": 5}
        with contextlib.suppress(language_model.NoAnswer):
            language_model._ask("Find.", "A paragraph.")

    hold(outside, door)


# --- what is never asked --------------------------------------------------------------------------------------------


def test_the_addresses_of_an_import(outside, person):
    lines = [
        json.dumps({"@type": "ClaimReview", "claimReviewed": f"The bridge cost {n} million.", "url": address})
        for n, address in enumerate(KNOCKED)
    ]
    job = imports.begin("\n".join(lines).encode(), name="f", form="claim_review", by=person("edda", Role.EDITOR))
    assert imports.run(job.pk)
    do_what_waits()
    assert (outside.reached, outside.canary.hits) == (0, 0)


def test_no_credential_of_this_machine_goes_out(outside, cora, monkeypatch, tmp_path):
    (tmp_path / "netrc").write_text("machine world.example login desk password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    articles.submit(by=cora, address=HONEST)
    do_what_waits()
    assert outside.reached == 1
    assert not any({"authorization", "cookie"} & set(request.headers) for request in outside.server.log)


def test_the_models_do_not_tell_their_makers(outside):
    """onnxruntime would: in a process of its own, with the canary as the only way out, since C code knows no patches."""
    told = subprocess.run(
        [sys.executable, "-c", "from claims.matching.encoder import load; load(); import time; time.sleep(3)"],
        env=os.environ, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert (told.returncode, outside.canary.heard) == (0, []), told.stderr
