import re

import pytest
from django.urls import reverse

from claims.models import Alias, AppearanceSpan, Claim, Event, Role, Source, TextVersion
from claims.review import triage
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    SourceFactory,
    StatementFactory,
    StatementSpanFactory,
    TextVersionFactory,
)

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


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.TRIAGER])
def test_the_same_words_sent_twice_are_one_claim_and_the_page_says_so(client, cast, article, role):
    client.force_login(cast[role])
    address, said = reverse("article_selected", args=[article.pk]), units("cost 12 million")
    client.post(address, said | {"wording": "It cost 12 million."})
    claim = Claim.objects.get()
    again = client.post(address, said | {"wording": " It cost  12 million. "}, follow=True)
    assert again.redirect_chain[-1][0] == claim.get_absolute_url()
    assert "You have brought in this very claim before" in again.content.decode()
    assert Claim.objects.get() == claim
    assert claim.events.count() == 1


def test_another_wording_place_or_person_is_another_suggestion(client, cast, article):
    client.force_login(cast[Role.CONTRIBUTOR])
    address = reverse("article_selected", args=[article.pk])
    client.post(address, units("cost 12 million") | {"wording": "It cost 12 million."})
    client.post(address, units("cost 12 million") | {"wording": "The bridge cost 12 million."})
    client.post(address, units("bridge cost 12 million") | {"wording": "It cost 12 million."})
    client.force_login(cast[Role.TRIAGER])
    client.post(address, units("cost 12 million") | {"wording": "It cost 12 million."})
    assert Claim.objects.count() == 4


def test_what_was_merged_meanwhile_is_not_brought_in_once_more(client, cast, article):
    client.force_login(cast[Role.TRIAGER])
    address, said = reverse("article_selected", args=[article.pk]), units("cost 12 million")
    client.post(address, said | {"wording": "It cost 12 million."})
    claim, other = Claim.objects.get(), ClaimFactory(article=article)
    triage.merge(claim, into=other, by=cast[Role.TRIAGER])
    client.post(address, said | {"wording": "It cost 12 million."})
    assert Claim.objects.count() == 2


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


# --- who says it ---


@pytest.fixture
def triager(client, cast):
    client.force_login(cast[Role.TRIAGER])
    return client


@pytest.fixture
def harbour(article):
    """A source of this very article."""
    source = SourceFactory(name="Harbour Board")
    StatementFactory(source=source, text_version=article.texts.get())
    return source


def page_of(client, article):
    return client.get(reverse("article_selected", args=[article.pk]), units("cost 12 million")).content.decode()


def keep(client, article, **said):
    said = units("cost 12 million") | {"wording": "The bridge cost 12 million."} | said
    return client.post(reverse("article_selected", args=[article.pk]), said)


def offered(answer):
    return re.findall(r'type="radio" name="source" value="([^"]*)"', answer.content.decode())


def said_by():
    return Claim.objects.get().appearances.get().statement.source


def test_the_sources_of_the_article_are_offered_and_no_others(triager, article, harbour):
    SourceFactory(name="Somebody elsewhere")
    page = page_of(triager, article)
    assert "Harbour Board" in page
    assert "Somebody elsewhere" not in page
    keep(triager, article, source=harbour.pk)
    assert said_by() == harbour


def test_the_page_does_not_grow_with_the_desk(triager, article, harbour, django_assert_max_num_queries):
    few = len(page_of(triager, article))
    Source.objects.bulk_create(Source(name=f"Board of town {number}") for number in range(2_000))
    with django_assert_max_num_queries(8):  # six of its own, and the session and the person
        assert len(page_of(triager, article)) < few + 200


def test_somebody_else_is_looked_up_by_part_of_a_name_without_a_script(triager, article, harbour):
    SourceFactory(name="Ministry of Fisheries of the Northern Isles")
    exact, short = SourceFactory(name="Fisheries"), SourceFactory(name="Fisheries office")
    answer = keep(triager, article, name="fisheries", look="1")
    assert answer.status_code == 200
    assert "The bridge cost 12 million." in answer.content.decode()  # nothing typed is lost
    numbers = offered(answer)
    assert numbers[:3] == ["", str(exact.pk), str(short.pk)]
    assert str(harbour.pk) in numbers
    keep(triager, article, name="fisheries", looked="fisheries", source=short.pk)
    assert said_by() == short


def test_looking_up_asks_the_same_number_of_questions_whatever_is_there(
    triager, article, django_assert_max_num_queries
):
    Source.objects.bulk_create(Source(name=f"Board of town {number}") for number in range(100))
    with django_assert_max_num_queries(11):  # nine of its own, and the session and the person
        answer = keep(triager, article, name="town", look="1")
    assert len(offered(answer)) <= 11


def test_an_exact_name_needs_no_looking_up(triager, article):
    source = SourceFactory(name="Fisheries office")
    SourceFactory(name="Fisheries office of the isles")
    keep(triager, article, name="fisheries  OFFICE")
    assert said_by() == source


def test_a_name_that_nobody_has_is_asked_about_and_then_brought_in(triager, article):
    answer = keep(triager, article, name="Ada Example")
    assert answer.status_code == 422
    assert not Claim.objects.exists()
    assert "new" in offered(answer)
    keep(triager, article, name="Ada Example", looked="Ada Example", source="new", kind="person")
    source = said_by()
    assert (source.name, source.kind) == ("Ada Example", "person")
    assert Event.objects.filter(verb="add_source", object_id=source.pk).exists()
    assert Alias.objects.get(source=source).key == "ada example"


def test_nobody_new_stays_behind_when_the_claim_is_refused(triager, article):
    answer = keep(triager, article, wording=" ", name="Ada Example", looked="Ada Example", source="new")
    assert answer.status_code == 422
    assert not Source.objects.filter(name="Ada Example").exists()


def test_another_name_typed_after_a_choice_is_asked_about(triager, article, harbour):
    SourceFactory(name="Fisheries office")
    answer = keep(triager, article, source=harbour.pk, name="Fisheries office")
    assert answer.status_code == 422
    assert not Claim.objects.exists()


def test_what_nobody_offered_can_be_chosen_and_what_is_not_there_cannot(triager, article):
    elsewhere = SourceFactory()
    assert keep(triager, article, source=99_999_999).status_code == 422
    assert keep(triager, article, source="1; drop").status_code == 422
    keep(triager, article, source=elsewhere.pk)
    assert said_by() == elsewhere


# --- what is taken for granted ---


def spoken(article, source, *parts):
    """A statement of the article by this source, with these words of it."""
    statement = StatementFactory(source=source, text_version=article.texts.get())
    for words in parts:
        start = TEXT.index(words)
        StatementSpanFactory(statement=statement, start=start, end=start + len(words))


def preselected(page):
    return re.findall(r'type="radio" name="source" value="([^"]*)"[^>]* checked', page)


def test_words_inside_a_statement_are_by_who_made_it(triager, article):
    mayor, council = SourceFactory(name="Ada Quill"), SourceFactory(name="Port Council")
    spoken(article, council, TEXT[3:])
    spoken(article, mayor, "The bridge cost 12 million")
    assert preselected(page_of(triager, article)) == [str(mayor.pk)]
    with_its_stop = triager.get(reverse("article_selected", args=[article.pk]), units("cost 12 million."))
    assert preselected(with_its_stop.content.decode()) == [str(mayor.pk)]


def test_words_outside_of_every_statement_are_the_articles_own(triager, article, harbour):
    spoken(article, harbour, "The bridge")
    assert preselected(page_of(triager, article)) == [""]


def test_a_fragment_without_a_verb_is_taken_once_it_is_meant(triager, article):
    answer = keep(triager, article, wording="the old bridge in the harbour")
    assert answer.status_code == 422
    assert "No verb was found" in answer.content.decode()
    assert not Claim.objects.exists()
    keep(triager, article, wording="the old bridge in the harbour", as_it_is="the old bridge in the harbour")
    assert Claim.objects.get().wording == "the old bridge in the harbour"


def test_somebody_new_comes_in_only_as_something(triager, article):
    answer = keep(triager, article, name="Ada Example", looked="Ada Example", source="new")
    assert answer.status_code == 422
    assert "Say what the new source is." in answer.content.decode()
    assert not Source.objects.filter(name="Ada Example").exists()


def test_whoever_may_not_put_a_place_right_is_not_offered_to(client, cast):
    claim = ClaimFactory()
    address = reverse("article_selected", args=[claim.article_id])
    offers = {}
    for role in (Role.CONTRIBUTOR, Role.TRIAGER):
        client.force_login(cast[role])
        offers[role] = 'name="claim"' in client.get(address, {"begins": 0, "ends": 9}).content.decode()
    assert offers == {Role.CONTRIBUTOR: False, Role.TRIAGER: True}
