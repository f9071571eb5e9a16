"""Articles: the list, the intake form, the reading view and its progress."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.extraction.types import TOO_LONG
from claims.models import AppearanceSpan, Article, ExtractionRun, Passage, Role, StatementSpan, WorkState
from claims.views import reading
from tests.factories import (
    ARTICLE,
    AppearanceFactory,
    ArticleFactory,
    ClaimFactory,
    ExtractionRunFactory,
    SourceFactory,
    StatementFactory,
    TextVersionFactory,
)

pytestmark = pytest.mark.django_db
NOT_OF_THE_PAGE = ('"django_session"', 'FROM "claims_user"', '"auth_group"', "SAVEPOINT", "BEGIN")


def own_queries(captured):
    """The page's own statements: session, user and roles left out (architecture 7.4)."""
    return [q["sql"] for q in captured if not any(part in q["sql"] for part in NOT_OF_THE_PAGE)]


def at(words):
    """Where these words stand in the article of the factories."""
    start = ARTICLE.index(words)
    return {"start": start, "end": start + len(words)}


@pytest.fixture
def triager(client, person):
    client.force_login(person("tara", Role.TRIAGER))
    return client


@pytest.fixture
def told(db):
    """A read article: one source, its statement, one claim with two appearances."""
    version = TextVersionFactory()
    run = ExtractionRunFactory(text_version=version, state=WorkState.DONE)
    statement = StatementFactory(text_version=version, run=run, source=SourceFactory(name="Ada Quill", kind="person"))
    for part, words in (
        ("source", "Mayor Ada Quill"),
        ("cue", "said"),
        ("content", "the bridge cost 12 million euros"),
    ):
        StatementSpan.objects.create(statement=statement, part=part, **at(words))
    claim = ClaimFactory(
        article=version.article, run=run, wording="The bridge cost 12 million euros.", appearance=False
    )
    first = AppearanceFactory(claim=claim, text_version=version, statement=statement, span=None)
    AppearanceSpan.objects.create(appearance=first, **at("the bridge cost 12 million euros"))
    second = AppearanceFactory(claim=claim, text_version=version, statement=None, span=None, ordinal=1)
    AppearanceSpan.objects.create(appearance=second, **at("four cracks"))
    middle = ARTICLE.index("Inspectors")
    Passage.objects.create(text_version=version, start=0, end=middle - 1, kind="body")
    Passage.objects.create(text_version=version, start=middle, end=len(ARTICLE), kind="caption")
    return version.article


# --- the list ----------------------------------------------------------------------------------------------------


def test_an_empty_list_says_what_to_do(triager):
    page = triager.get(reverse("articles")).content.decode()
    assert "No articles yet" in page
    assert reverse("article_new") in page


def test_a_list_that_a_filter_emptied_offers_all_rows(triager):
    ArticleFactory()
    page = triager.get(reverse("articles"), {"q": "no such words"}).content.decode()
    assert "Nothing matches" in page


def test_the_list_shows_the_state_of_the_newest_work(triager):
    version = TextVersionFactory()
    ExtractionRunFactory(text_version=version, state=WorkState.DONE)
    ExtractionRunFactory(text_version=version, state=WorkState.FAILED)
    assert "Failed" in triager.get(reverse("articles")).content.decode()


@pytest.mark.parametrize(("state", "shown"), [(WorkState.FAILED, True), (WorkState.DONE, False)])
def test_the_list_is_filtered_by_the_state_of_the_newest_work(triager, state, shown):
    version = TextVersionFactory(article__title="Bridge")
    ExtractionRunFactory(text_version=version, state=WorkState.FAILED)
    page = triager.get(reverse("articles"), {"state": state}).content.decode()
    assert (version.article.get_absolute_url() in page) is shown


def test_articles_found_to_be_another_one_are_not_listed(triager):
    older = ArticleFactory(title="Older")
    ArticleFactory(title="Newer copy", same_as=older)
    assert "Newer copy" not in triager.get(reverse("articles")).content.decode()


@pytest.mark.parametrize("rows", [1, 30])
def test_the_list_asks_few_questions_however_long_it_is(triager, rows):
    for version in TextVersionFactory.create_batch(rows):
        ExtractionRunFactory(text_version=version, state=WorkState.DONE)
    with CaptureQueriesContext(connection) as captured:
        triager.get(reverse("articles"))
    assert len(own_queries(captured)) <= 6


def test_rows_that_tie_keep_their_order_over_pages(triager):
    ArticleFactory.create_batch(60, title="The same")
    seen = []
    for number in (1, 2, 3):
        page = triager.get(reverse("articles"), {"sort": "title", "page": number})
        seen += [row.record.pk for row in page.context["table"].paginated_rows]
    assert sorted(seen) == sorted(Article.objects.values_list("pk", flat=True))


def test_a_title_cannot_bring_markup_or_turn_the_row_around(triager):
    ArticleFactory(title="<script>x</script>\u202egnp")
    page = triager.get(reverse("articles")).content.decode()
    assert "<script>x" not in page
    assert "<bdi>&lt;script&gt;" in page


# --- intake ------------------------------------------------------------------------------------------------------


def paste(client, **said):
    return client.post(reverse("article_new"), {"key": "k1", "text": ARTICLE, **said})


def test_a_paste_becomes_an_article_that_waits_to_be_read(triager):
    answer = paste(triager, title="The bridge", dated="2026-03-02", address="https://daily.example/bridge")
    article = Article.objects.get()
    assert answer.url == article.get_absolute_url()
    assert article.texts.get().text == ARTICLE
    assert ExtractionRun.objects.get().state == WorkState.QUEUED
    assert (article.title, str(article.dated), article.address) == (
        "The bridge",
        "2026-03-02",
        "https://daily.example/bridge",
    )


def test_the_same_form_sent_twice_makes_one_article(triager):
    assert paste(triager).url == paste(triager).url
    assert Article.objects.count() == 1


def test_a_form_opened_anew_has_a_nonce_of_its_own(triager):
    keys = {triager.get(reverse("article_new")).context["form"]["key"].value() for _ in range(2)}
    assert len(keys) == 2


def test_spaces_and_blank_lines_of_a_paste_are_kept(triager):
    paste(triager, text="\n\n  Mayor Ada Quill said so.  \r\n\r\nYes.\n")
    assert Article.objects.get().texts.get().text == "\n\n  Mayor Ada Quill said so.  \n\nYes.\n"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "There is no text in it"),
        (" \n\t ", "There is no text in it"),
        ("x", "There is no text in it"),
        ("…!?", "There is no text in it"),
        ("Mayor\x00Quill", "NUL character"),
        ("word " * 200_001, "at most 1,000,000"),
        ("The caf\ufffd is open.", "1 character of the text was lost"),
    ],
)
def test_a_bad_paste_is_answered_with_a_sentence_and_stores_nothing(triager, text, reason):
    answer = paste(triager, text=text, title="Kept title")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert reason in page
    assert "Kept title" in page
    assert not Article.objects.exists()


def test_what_was_typed_is_still_in_the_form(triager):
    page = paste(triager, dated="yesterday").content.decode()
    assert "Mayor Ada Quill said on Monday" in page
    assert "yesterday" in page


def test_lost_characters_are_taken_in_once_a_person_says_so(triager):
    assert paste(triager, text="The caf\ufffd is open.", as_it_is="on").status_code == 302


def test_one_line_of_a_million_characters_is_taken_in(triager):
    assert paste(triager, text="word " * 200_000).status_code == 302


def test_a_body_above_the_limit_gets_a_plain_413_page(triager):
    answer = paste(triager, text="x" * (9 * 1024 * 1024))
    assert answer.status_code == 413
    assert "8 MB" in answer.content.decode()
    assert not Article.objects.exists()


def test_a_viewer_is_refused_at_the_door(client, person):
    client.force_login(person("vera", Role.VIEWER))
    answer = client.get(reverse("article_new"))
    assert answer.status_code == 403
    assert "roles" in answer.content.decode()


# --- reading view ------------------------------------------------------------------------------------------------


def test_the_text_is_marked_and_its_claim_stands_beside_it(triager, told):
    page = triager.get(told.get_absolute_url()).content.decode()
    claim = told.claims.get()
    assert '<span class="m-body m-source">Mayor Ada Quill</span>' in page
    assert '<span class="m-body m-cue">said</span>' in page
    assert f'data-claims="{claim.pk}"' in page
    assert f'id="claim-{claim.pk}"' in page


def test_a_card_names_its_source_and_its_other_appearances(triager, told):
    (card,) = triager.get(told.get_absolute_url()).context["reading"].cards
    assert card.source.name == "Ada Quill"
    assert [place.kind for place in card.elsewhere] == ["caption"]


def test_an_appearance_with_a_source_lends_it_to_those_without(told):
    told.claims.get().appearances.filter(ordinal=1).update(ordinal=0)
    told.claims.get().appearances.filter(statement__isnull=False).update(ordinal=1)
    (card,) = reading.read(told.texts.get()).cards
    assert card.source.name == "Ada Quill"


def test_dismissed_claims_are_put_away_and_can_be_shown(triager, told):
    ClaimFactory(article=told, dismissed=True, wording="Put away.")
    shown = triager.get(told.get_absolute_url()).content.decode()
    assert "Put away." not in shown
    assert "Show 1 dismissed claim" in shown
    assert "Put away." in triager.get(told.get_absolute_url(), {"dismissed": "1"}).content.decode()


def test_spans_that_a_person_replaced_are_not_marked(told):
    AppearanceSpan.objects.filter(appearance__statement__isnull=False).update(proposed=True)
    (card,) = reading.read(told.texts.get()).cards
    assert card.start == ARTICLE.index("four cracks")


def test_statements_of_an_earlier_run_are_not_marked(triager, told):
    ExtractionRunFactory(text_version=told.texts.get(), state=WorkState.DONE)
    assert '<span class="m-body m-source">' not in triager.get(told.get_absolute_url()).content.decode()


def test_a_long_text_is_shown_in_parts_that_have_their_own_claims(triager):
    version = TextVersionFactory(text=f"{ARTICLE}\n" * 700)
    ExtractionRunFactory(text_version=version, state=WorkState.DONE)
    last = len(version.text) - 100
    claim = ClaimFactory(article=version.article, appearance=False)
    appearance = AppearanceFactory(claim=claim, text_version=version, span=None)
    AppearanceSpan.objects.create(appearance=appearance, start=last, end=last + 20)
    pages = [triager.get(version.article.get_absolute_url(), {"part": n}).context["reading"] for n in (1, 99)]
    assert [len(page.cards) for page in pages] == [0, 1]
    assert pages[1].part == len(pages[1].parts) == 5


@pytest.mark.parametrize("part", ["0", "-1", "x", "9" * 30, "²"])
def test_a_part_that_is_none_shows_one_that_is(triager, told, part):
    assert triager.get(told.get_absolute_url(), {"part": part}).status_code == 200


@pytest.mark.parametrize("claims", [1, 40])
def test_the_reading_view_asks_no_more_for_more_claims(triager, told, claims):
    ClaimFactory.create_batch(claims, article=told)
    with CaptureQueriesContext(connection) as captured:
        triager.get(told.get_absolute_url())
    assert len(own_queries(captured)) <= 12


def test_an_article_found_to_be_another_one_leads_there(triager, told):
    copy = ArticleFactory(same_as=told)
    assert triager.get(copy.get_absolute_url()).url == told.get_absolute_url()


# --- what was not read -------------------------------------------------------------------------------------------

ARABIC = "The text seems to be in another language than English (ar): mark its claims by hand."


@pytest.mark.parametrize(
    ("run", "found_none", "word"),
    [
        ({"language": "ar", "notes": [ARABIC]}, False, "Other language (ar)"),
        ({"language": "en", "notes": [TOO_LONG]}, False, "Read in part"),
        ({"language": "en", "notes": ["A language model was asked 3 times."]}, True, None),
        ({"language": "en"}, True, None),
    ],
)
def test_a_text_that_was_passed_over_is_not_told_as_one_without_claims(triager, run, found_none, word):
    read = ExtractionRunFactory(state=WorkState.DONE, **run)
    page = triager.get(read.text_version.article.get_absolute_url()).content.decode()
    row = triager.get(reverse("articles")).content.decode()
    assert ("No checkable claim was found" in page) is found_none
    assert all(note in page for note in read.notes)
    assert [said for said in ("Other language", "Read in part") if said in row] == (
        [word.partition(" (")[0]] if word else []
    )
    assert (word or "") in row


@pytest.mark.parametrize(("language", "shown"), [("ar", "ar"), ("", "en")])
def test_the_text_is_marked_with_the_language_that_it_was_found_to_be_in(triager, language, shown):
    read = ExtractionRunFactory(state=WorkState.DONE, language=language)
    page = triager.get(read.text_version.article.get_absolute_url()).content.decode()
    assert f'data-reading lang="{shown}" dir="auto"' in page


# --- progress ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("work", "shown"),
    [
        ({"state": WorkState.QUEUED}, "Waiting to be read"),
        ({"state": WorkState.QUEUED, "attempts": 1, "reason": "The reader stopped."}, "it will be tried again"),
        ({"state": WorkState.RUNNING, "stage": "statements", "progress": 1, "total": 4}, 'max="4" value="1"'),
        ({"state": WorkState.RUNNING, "stage": "statements", "progress": 1, "total": 4}, "Step 2 of 4"),
        ({"state": WorkState.FAILED, "reason": "The text is in Finnish."}, "The text is in Finnish."),
    ],
)
def test_progress_is_what_the_row_says(triager, work, shown):
    run = ExtractionRunFactory(**work)
    page = triager.get(run.text_version.article.get_absolute_url()).content.decode()
    assert shown in page
    assert "Mayor Ada Quill" in page


def test_a_page_asks_again_while_work_runs_and_not_after(triager):
    run = ExtractionRunFactory(state=WorkState.RUNNING)
    address = reverse("article_progress", args=[run.text_version.article_id])
    running = triager.get(address)
    ExtractionRun.objects.update(state=WorkState.DONE)
    over = triager.get(address)
    assert ('hx-trigger="every 1s"' in running.content.decode(), running.get("HX-Refresh")) == (True, None)
    assert ("hx-trigger" in over.content.decode(), over["HX-Refresh"]) == (False, "true")
