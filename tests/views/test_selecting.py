import pytest
from django.urls import reverse

from claims.models import AppearanceSpan, Claim, Role, TextVersion
from tests.factories import ArticleFactory, ClaimFactory, TextVersionFactory

pytestmark = pytest.mark.django_db

TEXT = "🙂🙂 The bridge cost 12 million."


@pytest.fixture
def article(db):
    article = ArticleFactory()
    TextVersionFactory(article=article, text=TEXT)
    return article


def units(words):
    """Where a browser counts these words: an emoji is two."""
    before = TEXT[: TEXT.index(words)]
    begins = len(before.encode("utf-16-le")) // 2
    return {"begins": begins, "ends": begins + len(words)}


def test_the_selected_words_are_shown_as_a_first_wording(client, cast, article):
    client.force_login(cast[Role.TRIAGER])
    page = client.get(
        reverse("article_selected", args=[article.pk]), units("The bridge cost 12 million")
    ).content.decode()
    assert "The bridge cost 12 million" in page


def test_a_triager_adds_a_claim_exactly_there(client, cast, article):
    client.force_login(cast[Role.TRIAGER])
    client.post(
        reverse("article_selected", args=[article.pk]),
        units("cost 12 million") | {"wording": "The bridge cost 12 million."},
    )
    span = AppearanceSpan.objects.get()
    assert TEXT[span.start : span.end] == "cost 12 million"
    assert Claim.objects.get().origin == "person"


def test_a_contributor_suggests(client, cast, article):
    client.force_login(cast[Role.CONTRIBUTOR])
    client.post(
        reverse("article_selected", args=[article.pk]), units("cost 12 million") | {"wording": "It cost 12 million."}
    )
    assert Claim.objects.get().origin == "suggested"


def test_a_claims_place_is_put_right_and_the_machines_proposal_kept(client, cast):
    claim = ClaimFactory()
    text = TextVersion.objects.get(article=claim.article).text
    client.force_login(cast[Role.TRIAGER])
    said = {"begins": 0, "ends": 14, "wording": "", "claim": claim.pk}
    client.post(reverse("article_selected", args=[claim.article_id]), said)
    place = claim.appearances.get().spans.get(proposed=False)
    assert text[place.start : place.end] == text[:14]
    assert claim.appearances.get().spans.filter(proposed=True).exists()


@pytest.mark.parametrize(
    "said", [{}, {"begins": 5, "ends": 5}, {"begins": 0, "ends": 99_999}, {"begins": -1, "ends": 3}]
)
def test_a_selection_outside_of_the_text_is_refused_with_a_word(client, cast, article, said):
    client.force_login(cast[Role.TRIAGER])
    answer = client.post(reverse("article_selected", args=[article.pk]), said | {"wording": "x y z"})
    assert answer.status_code == 422
    assert not Claim.objects.exists()
