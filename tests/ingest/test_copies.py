import random

import pytest

from claims.ingest import copies
from claims.models import Article, CopyBand, Likeness, TextVersion

pytestmark = pytest.mark.django_db

WORDS = [f"word{n}" for n in range(400)]


def article(text):
    return TextVersion.objects.create(article=Article.objects.create(), text=text, text_sha256=str(hash(text)))


def prose(seed, length=300):
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def test_the_same_text_is_linked():
    first, second = article(prose(1)), article(prose(1))
    copies.remember(first)
    found = copies.remember(second)
    assert [(likeness.other, likeness.kind) for likeness in found] == [(first.article, "same_text")]


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t + " read more from another outlet",
        lambda t: "By a reporter. " + t,
        lambda t: t.upper(),
        lambda t: t.replace(" ", "\n", 20),
        lambda t: " ".join(t.split()[:270]),
    ],
    ids=["an ending", "a byline", "case", "line breaks", "cut short"],
)
def test_a_near_copy_is_linked(change):
    first, second = article(prose(1)), article(change(prose(1)))
    copies.remember(first)
    assert [likeness.other for likeness in copies.remember(second)] == [first.article]


def test_another_text_is_not_linked():
    copies.remember(article(prose(1)))
    assert copies.remember(article(prose(2))) == []


def test_remembering_twice_changes_nothing():
    first, second = article(prose(1)), article(prose(1))
    for version in (first, second, second):
        copies.remember(version)
    assert (Likeness.objects.count(), CopyBand.objects.count()) == (1, 2 * copies.BANDS)


def test_a_text_of_a_few_words_has_no_signature():
    assert copies.signature("only four words here") is None


def test_an_article_is_not_linked_with_its_own_older_text():
    first = article(prose(1))
    copies.remember(first)
    newer = TextVersion.objects.create(article=first.article, number=2, text=prose(1) + " more", text_sha256="x")
    assert copies.remember(newer) == []


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        ("https://www.quay.example/bridge/", "http://quay.example/bridge?utm_source=mail#top", True),
        ("https://quay.example/a?id=1", "https://quay.example/a?id=1&fbclid=x", True),
        ("https://quay.example/a?utm_medium=x&id=1", "https://quay.example/a?id=1", True),
        ("https://quay.example/a?id=1", "https://quay.example/a?id=12", False),
        ("https://quay.example/a", "https://quay.example/a/b", False),
        ("https://quay.example/", "https://quay.example", False),
        ("http://[broken", "http://[broken", False),
    ],
)
def test_another_text_from_the_same_address_is_linked(one, other, linked):
    first, second = article(prose(1)), article(prose(2))
    Article.objects.filter(pk=first.article_id).update(address=one)
    Article.objects.filter(pk=second.article_id).update(address=other)
    second.refresh_from_db()
    found = copies.remember(second)
    assert [likeness.kind for likeness in found] == (["same_page"] if linked else [])


def test_the_page_of_an_article_names_the_other_text_of_its_address(client, person):
    first, second = article(prose(1)), article(prose(2))
    Article.objects.update(address="https://quay.example/bridge", submitted_by=person("cora", "contributor"))
    second.refresh_from_db()
    copies.remember(second)
    client.force_login(person("tara", "triager"))
    page = client.get(second.article.get_absolute_url()).content.decode()
    assert "Another text from the same address is here already:" in page
    assert first.article.get_absolute_url() in page
