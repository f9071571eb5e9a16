import hashlib
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from claims.ingest import fetches, fetching, newer, robots
from claims.ingest.articles import submit
from claims.ingest.fetching import Fetched, FetchError
from claims.models import Article, Event, ExtractionRun, Fetch, Likeness, Outlet, Role, TextVersion

pytestmark = pytest.mark.django_db

PAGE = b"""<html lang="en"><head><title>Bridge closed</title><link rel="canonical" href="https://news.example/bridge">
<meta property="og:site_name" content="Example News"></head><body><article><h1>Bridge closed</h1>
<p>The bridge over the river was closed on Monday, officials said. It will open again in May after long works.</p>
<p>Nobody was hurt in the accident, police said on Tuesday. The mayor thanked the rescuers for their work.</p>
</article></body></html>"""


@pytest.fixture(autouse=True)
def _private_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    cache.clear()


@pytest.fixture
def answers(monkeypatch):
    """What the web answers: by address, bytes or an error."""
    known = {}

    def get(address, **more):
        if address.endswith("/robots.txt"):
            return known.get("robots") or (_ for _ in ()).throw(FetchError("none", status=404))
        answer = known[address]
        if isinstance(answer, Exception):
            raise answer
        return Fetched(address, 200, "text/html", None, answer, timezone.now())

    monkeypatch.setattr(fetching, "get", get)
    monkeypatch.setattr(robots, "PAUSE", 0.001)
    return known


def take_in(person, name, address):
    submit(by=person(name, Role.CONTRIBUTOR), address=address)
    return Fetch.objects.latest("pk")


def test_it_stores_text_original_and_what_the_page_says_of_itself(person, answers):
    answers["https://news.example/bridge?utm=1"] = PAGE
    job = take_in(person, "cora", "https://news.example/bridge?utm=1")
    fetches.fetch(job.pk)
    article = Article.objects.get()
    assert (article.title, article.canonical_address, article.outlet.name) == (
        "Bridge closed",
        "https://news.example/bridge",
        "Example News",
    )
    version = article.texts.get()
    assert "officials said" in version.text
    with version.original.open() as original:
        assert original.read() == PAGE
    assert ExtractionRun.objects.get().text_version == version
    assert Event.objects.filter(verb="fetch").count() == 1


def test_the_same_canonical_address_becomes_a_text_of_the_older_article(person, answers):
    answers["https://news.example/bridge"] = PAGE
    answers["https://www.news.example/bridge?x=2"] = PAGE.replace(b"Nobody was hurt", b"Two people were hurt")
    fetches.fetch(take_in(person, "cora", "https://news.example/bridge").pk)
    fetches.fetch(take_in(person, "carl", "https://www.news.example/bridge?x=2").pk)
    older, newer = Article.objects.order_by("pk")
    assert newer.same_as == older
    assert list(older.texts.values_list("number", flat=True)) == [1, 2]


def test_the_same_text_again_makes_no_new_version(person, answers):
    answers["https://news.example/bridge"] = PAGE
    fetches.fetch(take_in(person, "cora", "https://news.example/bridge").pk)
    fetches.fetch(take_in(person, "carl", "https://news.example/bridge").pk)
    assert TextVersion.objects.count() == 1


def test_a_refusal_that_will_not_change_fails_with_its_reason(person, answers):
    answers["https://news.example/gone"] = FetchError("There is no page at this address (404).", status=404)
    job = take_in(person, "cora", "https://news.example/gone")
    fetches.fetch(job.pk)
    job.refresh_from_db()
    assert (job.state, job.reason) == ("failed", "There is no page at this address (404).")


def test_a_passing_trouble_is_tried_again_when_the_server_says(person, answers):
    answers["https://news.example/busy"] = FetchError("later", again=True, after=timedelta(minutes=2), status=429)
    job = take_in(person, "cora", "https://news.example/busy")
    fetches.fetch(job.pk)
    job.refresh_from_db()
    assert job.state == "queued"
    assert timedelta(seconds=110) < job.next_attempt_at - timezone.now() < timedelta(seconds=125)


def test_robots_txt_is_respected(person, answers):
    answers["robots"] = Fetched("r", 200, "text/plain", None, b"User-agent: *\nDisallow: /private", timezone.now())
    job = take_in(person, "cora", "https://news.example/private/a")
    fetches.fetch(job.pk)
    job.refresh_from_db()
    assert "robots.txt" in job.reason


def test_a_page_cannot_claim_another_sites_address(person, answers):
    answers["https://evil.example/a"] = PAGE
    fetches.fetch(take_in(person, "cora", "https://evil.example/a").pk)
    assert Article.objects.get().canonical_address == "https://evil.example/a"


def test_two_outlets_are_not_made_for_one_host(person, answers):
    answers["https://news.example/bridge"] = PAGE
    answers["https://news.example/b"] = PAGE.replace(b"/bridge", b"/b").replace(b"Monday", b"Sunday")
    fetches.fetch(take_in(person, "cora", "https://news.example/bridge").pk)
    fetches.fetch(take_in(person, "carl", "https://news.example/b").pk)
    assert Outlet.objects.count() == 1


def test_a_text_that_was_kept_with_what_is_left_out_now_is_no_new_text_without_it(person, answers):
    answers["https://news.example/bridge"] = PAGE
    fetches.fetch(take_in(person, "cora", "https://news.example/bridge").pk)
    text = TextVersion.objects.get()
    kept = text.text.replace("officials", "offi\x08cials")
    TextVersion.objects.filter(pk=text.pk).update(text=kept, text_sha256=hashlib.sha256(kept.encode()).hexdigest())
    fetches.fetch(take_in(person, "carl", "https://news.example/bridge").pk)
    assert TextVersion.objects.count() == 1


@pytest.fixture
def retired(person, answers):
    """A pasted article, and one fetched beside it that a person called a newer text of it: the address is the retired one's."""
    pasted = submit(
        by=person("tara", Role.TRIAGER), text="The bridge over the river was closed, officials said."
    ).article
    answers["https://news.example/bridge"] = PAGE
    fetches.fetch(take_in(person, "cora", "https://news.example/bridge").pk)
    fetched = Article.objects.get(canonical_address="https://news.example/bridge")
    ExtractionRun.objects.update(state="done")
    likeness = Likeness.objects.create(article=fetched, other=pasted, kind=Likeness.Kind.NEAR_COPY, similarity=0.7)
    newer.make_newer(likeness, by=pasted.submitted_by)
    answers["https://news.example/bridge"] = PAGE.replace(b"Nobody was hurt", b"Two people were hurt")
    return pasted, fetched


def test_a_newer_text_goes_to_the_article_that_stands_for_the_one_with_its_address(person, answers, retired):
    pasted, fetched = retired
    fetches.fetch(take_in(person, "carl", "https://news.example/bridge").pk)
    assert Article.objects.latest("pk").same_as == pasted
    assert list(pasted.texts.values_list("number", flat=True)) == [1, 2, 3]
    assert "Two people were hurt" in pasted.texts.get(number=3).text
    assert fetched.texts.count() == 1


def test_a_newer_text_that_the_standing_article_fetches_itself_is_its_own(answers, retired):
    pasted, fetched = retired
    job = Fetch.objects.create(article=pasted, address="https://news.example/bridge")
    fetches.fetch(job.pk)
    job.refresh_from_db()
    pasted.refresh_from_db()
    assert (job.state, pasted.same_as, pasted.texts.count(), fetched.texts.count()) == ("done", None, 3, 1)
