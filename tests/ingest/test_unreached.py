"""An article whose page could not be had is asked for once more, or gets its text by hand."""

import pytest
from django.urls import reverse

from claims.ingest import unreached
from claims.ingest.articles import submit
from claims.models import Article, Event, ExtractionRun, Fetch, Role
from claims.record import work
from claims.record.refusals import IllegalMove, NotPermitted
from tests.factories import ARTICLE

pytestmark = pytest.mark.django_db
SAID = "The server could not be reached, or it broke off."


@pytest.fixture
def cora(person, client):
    cora = person("cora", Role.CONTRIBUTOR)
    client.force_login(cora)
    return cora


@pytest.fixture
def article(cora):
    article = submit(by=cora, address="https://gone.example/story").article
    Fetch.objects.update(state="failed", attempts=3, reason=SAID)
    return article


def test_its_page_offers_both_ways_on(article, client):
    page = client.get(article.get_absolute_url()).content.decode()
    assert reverse("article_again", args=[article.pk]) in page
    assert reverse("article_paste", args=[article.pk]) in page


def test_it_is_tried_again_with_all_its_attempts(article, client, monkeypatch, django_capture_on_commit_callbacks):
    sent = []
    monkeypatch.setattr(work, "_send", lambda task, pk: sent.append((task, pk)))
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("article_again", args=[article.pk]))
    fetch = Fetch.objects.latest("pk")
    assert (fetch.state, fetch.attempts, fetch.address) == ("queued", 0, "https://gone.example/story")
    assert sent == [("claims.fetch", fetch.pk)]
    assert Event.objects.filter(verb="fetch_again", article=article).count() == 1


def test_two_clicks_are_one_try(article, cora, client):
    unreached.try_again(article, by=cora)
    assert client.post(reverse("article_again", args=[article.pk])).status_code == 409
    assert Fetch.objects.count() == 2


def test_a_pasted_text_becomes_the_articles_own(article, client):
    answer = client.post(reverse("article_paste", args=[article.pk]), {"text": ARTICLE})
    assert answer.url == article.get_absolute_url()
    assert (Article.objects.count(), article.texts.get().text) == (1, ARTICLE)
    assert ExtractionRun.objects.get().state == "queued"
    assert Event.objects.filter(verb="paste_text").count() == 1
    assert "could not be read" not in client.get(article.get_absolute_url()).content.decode()


@pytest.mark.parametrize(("text", "status"), [("", 422), ("Lost \ufffd words of it", 422)])
def test_what_is_typed_stays_until_it_is_taken_in(article, client, text, status):
    answer = client.post(reverse("article_paste", args=[article.pk]), {"text": text})
    assert answer.status_code == status
    assert text in answer.content.decode()
    assert not article.texts.exists()


def test_a_text_that_is_here_already_is_not_pasted_over(article, cora, client):
    unreached.paste(article, text=ARTICLE, by=cora)
    answer = client.post(reverse("article_paste", args=[article.pk]), {"text": "Other words of a page."})
    assert (answer.status_code, "Other words of a page." in answer.content.decode()) == (409, True)
    with pytest.raises(IllegalMove):
        unreached.try_again(article, by=cora)


def test_who_may_hand_nothing_in_may_do_neither(article, person):
    viewer = person("vera", Role.VIEWER)
    for act in (lambda: unreached.try_again(article, by=viewer), lambda: unreached.paste(article, text="x", by=viewer)):
        with pytest.raises(NotPermitted):
            act()


@pytest.mark.parametrize(
    "address",
    ["http://10.0.0.1/", "http://169.254.169.254/latest", "http://[::1]/", "https://localhost/", "http://desk.local/"],
)
def test_an_address_within_the_house_is_refused_where_it_is_typed(cora, client, address):
    answer = client.post(reverse("article_new"), {"key": "k", "address": address})
    assert answer.status_code == 422
    assert "leads into a private network" in answer.content.decode()
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    "more", [{"address": "https://1.1.1.1/"}, {"address": "http://10.0.0.1/wiki", "text": ARTICLE}]
)
def test_public_numbers_and_where_a_pasted_text_came_from_are_taken(cora, client, more):
    assert client.post(reverse("article_new"), {"key": "k", **more}).status_code == 302
