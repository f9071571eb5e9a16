"""Where an article first appeared."""

import pytest

from claims.extraction.types import Passage, PassageKind, Span
from claims.ingest import claims as ingest_claims
from claims.ingest import republication
from claims.ingest.articles import submit
from claims.models import Article, Event, Outlet, Role
from tests.factories import ArticleFactory, OutletFactory

NAVIGATION, BODY = PassageKind.NAVIGATION, PassageKind.BODY


def told(line, kind=NAVIGATION):
    return republication.told(line, (Passage(Span(0, len(line)), kind),))


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("read more from harbourmail.....", "harbourmail"),
        ("Read more from The Harbour Post", "The Harbour Post"),
        ("Read the full story at harbourpost.example", "harbourpost.example"),
        ("Read the rest of this article on https://www.harbourpost.example/a/1", "harbourpost.example"),
        ("This article first appeared in The Harbour Post.", "The Harbour Post"),
        ("This story was originally published by Harbour Watch on 3 May 2026.", "Harbour Watch"),
        ("A version of this article originally ran in the Quay Review, which owns it.", "the Quay Review"),
        ("Originally published on quay.example", "quay.example"),
        ("This article is republished from Quay Review under a Creative Commons license.", "Quay Review"),
        ("Reprinted with permission from Quay Review", "Quay Review"),
    ],
)
def test_the_outlet_is_told_in_the_words_of_the_page(line, outlet):
    assert told(line) == outlet


@pytest.mark.parametrize(
    "line",
    [
        "Read more on this page",
        "Read more from our culture desk",
        "Read more: five bridges to see",
        "The film first appeared in Cannes in May.",
        "Originally published on 3 May 2026",
        "This article was first published on Monday and has been updated",
        "The bridge was first reported by residents to the council.",
    ],
)
def test_other_words_name_no_outlet(line):
    assert told(line, BODY) == ""


def test_a_long_paragraph_that_invites_to_read_is_no_invitation():
    assert told("He told the council to read more from Lenin. " + "It went on for hours. " * 10, BODY) == ""


@pytest.mark.parametrize(
    ("canonical", "host"),
    [
        ("https://www.harbourpost.example/a", "harbourpost.example"),
        ("https://quay.example/a", ""),
        ("https://m.quay.example/a", ""),
        ("http://[broken", ""),
        (None, ""),
    ],
)
def test_a_canonical_address_on_another_site_names_it(canonical, host):
    assert republication.elsewhere(canonical, "https://www.quay.example/a") == host


@pytest.mark.django_db
def test_an_outlet_is_known_by_host_name_and_loose_spelling():
    mail = OutletFactory(name="The Daily Mail", host="dailymail.example")
    assert republication.outlet_called("dailymail") == mail
    assert republication.outlet_called("daily mail") == mail
    assert republication.outlet_called("dailymail.example") == mail
    assert republication.outlet_called("Quay Review").pk is None


@pytest.mark.django_db
def test_what_a_person_said_and_the_articles_own_outlet_stay():
    own, other = OutletFactory(name="Quay Review"), OutletFactory(name="Harbour Post")
    assert republication.keep(ArticleFactory(outlet=own), "Quay Review") is None
    article = ArticleFactory(republished_from=other)
    assert republication.keep(article, "Quay Review") is None
    assert Article.objects.get(pk=article.pk).republished_from == other


ARTICLE = """Two bridges closed after the storm
read more from harbourmail.....

Mayor Ada Quill said on Monday that two bridges were closed. Inspectors found four cracks in the older one.
"""


@pytest.mark.django_db
def test_a_truncated_republication_keeps_the_link_to_the_outlet(person):
    article = submit(by=person("cora", Role.CONTRIBUTOR), text=ARTICLE).article
    ingest_claims.extract(article.texts.get().runs.get().pk)
    article.refresh_from_db()
    assert article.republished_from == Outlet.objects.get(name="harbourmail")
    assert Event.objects.get(verb="extract").payload.body.count('"republished_from"') == 1
