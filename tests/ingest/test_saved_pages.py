"""Pages written by hand, with all their furniture, from the wire to claims: by the fetcher and as a saved file."""

import pytest

from benchmarks.furniture.saved import Saved, saved
from claims.ingest import articles, fetches, files, robots
from claims.ingest import claims as ingest_claims
from claims.models import AppearanceSpan, Article, Fetch, Role
from claims.record import work
from tests.outside import PUBLIC, Canary, Server, World, answer

pytestmark = pytest.mark.django_db
PAGES = tuple(saved())[:10]


@pytest.fixture
def served(monkeypatch, settings, tmp_path):
    """A world in which each page stands at its own host."""
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(work, "_send", lambda task, pk: None)
    monkeypatch.setattr(robots, "_wait_for", lambda host: None)
    robots.cache.clear()

    def respond(request):
        return answer(status=404) if request.path == "/robots.txt" else answer(served.encode())

    with Canary() as canary, Server(respond) as server:
        World({}, {f"{PUBLIC}:80": server.port}, canary.port, elsewhere=PUBLIC).stand_in(monkeypatch.setattr)

        def put(markup):
            nonlocal served
            served = markup

        served = ""
        yield put
        assert canary.heard == []


def words(text):
    return " ".join(text.split())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_gives_its_title_its_prose_and_claims_out_of_that_alone(served, person, page: Saved):
    cora = person("cora", Role.CONTRIBUTOR)
    served(page.markup)
    fetched = articles.submit(by=cora, address=f"http://{page.name.replace('_', '-')}.example/story").article
    fetches.fetch(Fetch.objects.get(article=fetched).pk)
    fetched.refresh_from_db()
    sent = files.submit_file(page.markup.encode(), name="saved.html", by=cora).article
    version = Article.objects.get(pk=fetched.pk).texts.get()
    assert (sent.title, sent.byline, sent.dated) == (fetched.title, fetched.byline, fetched.dated)
    assert sent.texts.get().text == version.text
    assert words(page.title) == words(fetched.title)
    text = words(version.text)
    assert [paragraph for paragraph in page.prose if words(paragraph) not in text] == []
    ingest_claims.extract(version.runs.get().pk)
    gold = words(" ".join((*page.prose, *page.either, page.title)))
    spans = AppearanceSpan.objects.filter(appearance__text_version=version).values_list("start", "end")
    said = [words(version.text[start:end]) for start, end in spans]
    assert said
    assert [one for one in said if one not in gold] == []
