"""Words of an article found by typing them, on the way to a claim."""

from urllib.parse import parse_qs, urlsplit

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


@pytest.fixture
def found_in(client, cast):
    """The words of a text that are found by these, as they stand in it."""
    client.force_login(cast[Role.TRIAGER])

    def find(text, words):
        article = ArticleFactory()
        TextVersionFactory(article=article, text=text)
        answer = client.get(reverse("article_words", args=[article.pk]), {"words": words})
        if answer.status_code != 302:
            return None
        asked = parse_qs(urlsplit(answer.url).query)
        return text[int(asked["begins"][0]) : int(asked["ends"][0])]

    return find


@pytest.mark.parametrize(
    ("stands", "typed"),
    [
        ("the mayor’s “golden” bridge", 'the mayor\'s "golden" bridge'),
        ('the mayor\'s "golden" bridge', "the mayor’s “golden” bridge"),
        ("a „golden“ bridge", 'a "golden" bridge'),
        ("a ‘golden’ bridge", 'a "golden" bridge'),
        ("un pont « en or » neuf", 'un pont "en or" neuf'),
        ("“It holds,”", '"It holds,"'),
        ("closed – for good", "closed - for good"),
        ("closed—for good", "closed -- for good"),
        ("from 2010–2012", "from 2010-2012"),
        ("cost 12\xa0million\u202feuros", "cost 12 million euros"),
        ("and so on… it went", "and so on... it went"),
        ("cost $12 (or 13?) [sic] *", "cost $12 (or 13?) [sic] *"),
    ],
)
def test_what_keyboards_write_differently_is_found_and_kept_as_it_stands(found_in, stands, typed):
    assert found_in(f"On Monday {stands} – and more.", typed) == stands


def test_no_row_of_marks_takes_more_time_than_the_text_is_long(found_in):
    assert found_in("«  -  " * 3000, '" - ' * 300 + "x") is None
    assert found_in("-" * 100_000, "- - " * 200 + "x") is None
    assert found_in("a" + " " * 100_000, '"x') is None


def test_words_that_differ_otherwise_are_not_found(found_in):
    assert found_in("The bridge cost 12 million.", "the bridge cost 12 million") is None
    assert found_in("The bridge cost 12 million.", "bridge cost 12-million") is None


def test_a_dash_at_the_edge_takes_no_space_along(found_in):
    assert found_in("It held – they said – for years.", "- they said") == "– they said"


def test_words_that_stand_at_more_places_than_there_are_digits_are_told_so(find, client):
    article = ArticleFactory()
    TextVersionFactory(article=article, text="the bridge " * 10 + "a road " * 9)
    ask = reverse("article_words", args=[article.pk])
    page = client.get(ask, {"words": "bridge"}).content.decode()
    assert "more than 9 places" in page
    assert "Give more words" in page
    assert page.count('class="option"') == 9
    assert "They stand at 9 places: which?" in client.get(ask, {"words": "a road"}).content.decode()
