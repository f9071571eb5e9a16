"""Words of an article found by typing them, on the way to a claim."""

import pytest
from django.urls import reverse

from claims.models import AppearanceSpan, Role
from tests.factories import ArticleFactory, TextVersionFactory

pytestmark = pytest.mark.django_db

TEXT = (
    "🙂 The bridge cost 12 million.\nThe bridge cost 12 million, says the mayor (who paid [nothing]).\nIt was\n closed."
)


@pytest.fixture
def find(client, cast):
    client.force_login(cast[Role.TRIAGER])
    article = ArticleFactory()
    TextVersionFactory(article=article, text=TEXT)
    return lambda words, **more: client.get(reverse("article_words", args=[article.pk]), {"words": words} | more)


def test_words_that_stand_once_lead_to_a_claim_of_exactly_them(client, find):
    answer = find("the mayor (who paid [nothing])")
    client.post(
        answer.url,
        dict(pair.split("=") for pair in answer.url.split("?")[1].split("&")) | {"wording": "The mayor paid nothing."},
    )
    span = AppearanceSpan.objects.get()
    assert TEXT[span.start : span.end] == "the mayor (who paid [nothing])"


def test_words_over_a_line_end_are_found(find):
    assert find("It was closed.").status_code == 302


def test_words_that_stand_twice_are_offered_with_what_stands_around_them(find):
    page = find("cost 12 million").content.decode()
    assert page.count('class="option"') == 2
    assert "says the mayor" in page


def test_words_that_stand_nowhere_are_said_to(find):
    answer = find("a bridge of gold")
    assert answer.status_code == 422
    assert "do not stand in the article" in answer.content.decode()
    assert "a bridge of gold" in answer.content.decode()


def test_the_claim_whose_place_is_looked_for_goes_along(find):
    assert find("It was closed.", claim="7").url.endswith("&claim=7")


def test_who_may_add_nothing_finds_nothing(client, cast):
    article = ArticleFactory()
    client.force_login(cast[Role.VIEWER])
    assert client.get(reverse("article_words", args=[article.pk])).status_code == 403
