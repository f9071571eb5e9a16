"""The desk in a real browser: every page at two widths and in both themes, and what the small scripts promise."""

from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

import pytest

from claims.models import AppearanceSpan, ExtractionRun, StatementSpan, WorkState
from tests.factories import (
    AppearanceFactory,
    ClaimFactory,
    ExtractionRunFactory,
    SourceFactory,
    StatementFactory,
    TextVersionFactory,
)

pytestmark = pytest.mark.django_db(transaction=True)

SENTENCES = [f"Mayor Ada Quill said that bridge {n} cost {n} million euros 😀 more than planned." for n in range(1, 7)]
FILLER = " The council met in the old hall until late, and hardly anybody who had come went home before the vote." * 2
TEXT = "\n\n".join([*(sentence + FILLER for sentence in SENTENCES), "Read  more\u202e from us <b>today</b>"])


@pytest.fixture
def article(nora):
    """Six paragraphs, each with a statement and a claim."""
    return written(TEXT, SENTENCES, nora)


@pytest.fixture
def crowded(nora):
    """Thirty lines, each with a statement and a claim: the cards need more room than the text."""
    lines = [f"Mayor Ada Quill said that bridge {n} cost {n} million euros." for n in range(100, 130)]
    return written("\n".join(lines), lines, nora)


def written(text, sentences, person):
    version = TextVersionFactory(text=text, article__title="Six bridges", article__submitted_by=person)
    run = ExtractionRunFactory(text_version=version, state=WorkState.DONE)
    source = SourceFactory(name="Ada Quill", kind="person")
    for number, sentence in enumerate(sentences):
        start = text.index(sentence)
        statement = StatementFactory(text_version=version, run=run, source=source, ordinal=number)
        for part, words in (("source", "Mayor Ada Quill"), ("cue", "said"), ("content", "that bridge")):
            at = start + sentence.index(words)
            StatementSpan.objects.create(statement=statement, part=part, start=at, end=at + len(words))
        claim = ClaimFactory(article=version.article, run=run, ordinal=number, wording=sentence, appearance=False)
        appearance = AppearanceFactory(claim=claim, text_version=version, statement=statement, span=None)
        AppearanceSpan.objects.create(appearance=appearance, start=start + 21, end=start + len(sentence))
    return version.article


def every_page(article):
    source = article.texts.get().statements.first().source
    return [
        "/",
        "/articles/",
        "/articles/?q=nothing+like+it",
        "/articles/new/",
        article.get_absolute_url(),
        "/sources/",
        source.get_absolute_url(),
        "/accounts/password/change/",
    ]


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")])
def test_every_page_is_accessible_fits_its_window_and_keeps_to_the_policy(visit, article, width, theme):
    window = visit(width=width, theme=theme)
    found = {}
    for path in every_page(article):
        window.open(path)
        problems = window.violations() + ([f"{window.overflow()} px too wide"] if window.overflow() > 0 else [])
        if problems:
            found[path] = problems
    assert found == {}
    assert window.complaints == []


def test_the_browser_shows_the_text_exactly_as_it_came(visit, article):
    page = visit().open(article.get_absolute_url())
    lines = page.locator(".line").evaluate_all(
        """lines => lines.map(line => {
            const copy = line.cloneNode(true);
            copy.querySelectorAll(".ref").forEach(ref => ref.remove());
            return copy.textContent;
        })"""
    )
    assert lines == [line for line in TEXT.split("\n") if line]


@pytest.mark.parametrize("number", [0, 6], ids=["with a claim and its card", "the last one, without"])
def test_a_triple_click_selects_the_paragraph_and_no_number_of_a_claim(visit, article, number):
    page = visit().open(article.get_absolute_url())
    page.locator(".line").nth(number).click(click_count=3, position={"x": 60, "y": 10})
    whole = TEXT.split("\n\n")[number]
    assert page.evaluate("String(getSelection())").strip() == whole
    begins = len(TEXT[: TEXT.index(whole)].encode("utf-16-le")) // 2
    ends = begins + len(whole.encode("utf-16-le")) // 2
    page.wait_for_function(  # the offer follows the selection in a turn of its own
        """places => {
            const asked = new URL(document.querySelector("[data-selected] a").href).searchParams;
            return asked.get("begins") === String(places[0]) && asked.get("ends") === String(places[1]);
        }""",
        arg=[begins, ends],
        timeout=5_000,
    )


def test_words_up_to_the_next_paragraph_end_with_their_own(visit, crowded):
    page = visit().open(crowded.get_absolute_url())
    page.evaluate("""() => {
        const [first, next] = document.querySelectorAll(".line");
        getSelection().setBaseAndExtent(first, 0, next, 0);
    }""")
    page.wait_for_selector("[data-selected]:not([hidden])")
    offered = parse_qs(urlsplit(page.locator("[data-selected] a").get_attribute("href")).query)
    assert offered["ends"] == [str(len("Mayor Ada Quill said that bridge 100 cost 100 million euros."))]


def test_the_number_of_a_claim_is_shown_behind_its_words(visit, article):
    page = visit().open(article.get_absolute_url())
    number = page.locator(".line .ref").nth(2)
    assert number.bounding_box()["width"] > 5
    assert number.evaluate("ref => getComputedStyle(ref, '::before').content") == '"3"'


def test_a_card_lights_up_its_words_when_the_mouse_is_on_it(visit, article):
    page = visit().open(article.get_absolute_url())
    page.locator(".claim-card").nth(2).hover()
    lit = page.locator("[data-claims].is-lit")
    assert "bridge 3" in "".join(lit.all_text_contents())


def test_a_card_lights_up_its_words_when_the_keyboard_is_on_it(visit, article):
    page = visit().open(article.get_absolute_url())
    page.locator(".card-wording a").nth(3).focus()
    assert "bridge 4" in "".join(page.locator("[data-claims].is-lit").all_text_contents())


def test_cards_stand_beside_their_lines_and_never_on_one_another(visit, article):
    page = visit().open(article.get_absolute_url())
    page.locator(".card-wording a").nth(4).focus()
    page.wait_for_timeout(400)
    boxes = [card.bounding_box() for card in page.locator(".claim-card").all()]
    line = page.locator(".line").nth(4).bounding_box()
    assert abs(boxes[4]["y"] - line["y"]) < 40
    assert all(above["y"] + above["height"] <= below["y"] for above, below in pairwise(boxes))
    assert all(box["x"] > line["x"] + line["width"] for box in boxes)


def test_the_card_in_hand_stands_at_its_line_however_crowded_the_margin_is(visit, crowded):
    page = visit().open(crowded.get_absolute_url())
    page.locator(".card-wording a").nth(25).focus()
    page.wait_for_timeout(400)
    card, line = page.locator(".claim-card").nth(25).bounding_box(), page.locator(".line").nth(25).bounding_box()
    assert abs(card["y"] - line["y"]) < 40
    assert 0 <= card["y"] <= 900


def test_on_a_small_screen_each_card_follows_its_paragraph(visit, article):
    page = visit(width=390).open(article.get_absolute_url())
    line, card = page.locator(".line").nth(1).bounding_box(), page.locator(".claim-card").nth(1).bounding_box()
    after = page.locator(".line").nth(2).bounding_box()
    assert line["y"] < card["y"] < after["y"]


def test_the_page_loads_itself_anew_when_the_reading_is_over(visit, article):
    ExtractionRun.objects.update(state=WorkState.RUNNING, stage="statements", progress=1, total=4)
    page = visit().open(article.get_absolute_url())
    assert page.locator("progress").get_attribute("value") == "1"
    ExtractionRun.objects.update(state=WorkState.DONE)
    page.locator(".article-counts").wait_for(timeout=10_000)
    assert page.locator("#work").count() == 0


def test_the_theme_can_be_chosen_and_is_kept(visit, article):
    page = visit(theme="light").open("/")
    page.locator("[data-theme-toggle]").click()
    page.goto(page.url)
    assert page.locator("html").get_attribute("data-bs-theme") == "dark"


def test_the_first_stop_of_the_keyboard_skips_to_the_content(visit, article):
    page = visit().open("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_escape_closes_the_menu_and_gives_the_focus_back(visit, article):
    page = visit().open("/")
    page.locator("details.drop summary").click()
    page.keyboard.press("Escape")
    assert page.locator("details.drop").get_attribute("open") is None
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_a_pasted_text_says_how_long_it_is(visit, article):
    page = visit().open("/articles/new/")
    page.fill("[name=text]", "😀 " * 1500)
    assert page.locator("[data-count]").inner_text() == "3,000 / 1,000,000"


def test_what_is_wrong_with_a_field_is_said_beside_it(visit, article):
    page = visit().open("/articles/new/")
    page.locator("main button[type=submit]").click()
    assert page.locator("#id_text_error").is_visible()
    assert "There is no text in it" in page.locator("#id_text_error").inner_text()


def test_a_word_without_an_end_widens_no_page(visit, nora):
    article = written(f"{'Donaudampfschiff' * 30} said that bridge 1 cost 1 million.", [], nora)
    type(article).objects.filter(pk=article.pk).update(title="Donaudampfschiff" * 30)
    ClaimFactory(article=article, wording="Donaudampfschiff" * 30)
    window = visit(width=390)
    for path in ("/", article.get_absolute_url(), "/articles/", "/claims/", article.claims.get().get_absolute_url()):
        window.open(path)
        assert window.overflow() <= 0, path


@pytest.mark.parametrize("width", [1000, 1280])
def test_the_navigation_of_many_roles_covers_nothing(visit, article, width):
    window = visit(width=width)
    page = window.open("/")
    entries, tools = page.locator(".nav-desk a"), page.locator(".tools").bounding_box()
    boxes = [entry.bounding_box() for entry in entries.all()]
    assert all(box["x"] + box["width"] <= tools["x"] for box in boxes)
    assert window.overflow() <= 0


def test_on_a_small_screen_the_navigation_shows_where_one_is(visit, article):
    page = visit(width=390).open("/imports/")
    here = page.locator(".nav-desk [aria-current]").bounding_box()
    assert 0 <= here["x"] <= 390 - here["width"]


def test_a_text_that_is_too_long_is_not_sent_and_stays_in_the_form(visit, article):
    page = visit().open("/articles/new/")
    page.fill("[name=title]", "Kept title")
    page.locator("[name=text]").evaluate("field => { field.value = 'x'.repeat(9 * 1024 * 1024) }")
    page.locator("main button[type=submit]").click()
    assert "more than can be taken in" in page.locator("[data-count]").inner_text()
    assert page.input_value("[name=title]") == "Kept title"


def test_a_body_that_is_too_big_is_answered_by_a_plain_page(visit, article):
    page = visit().open("/articles/new/")
    page.locator("[name=text]").evaluate(
        "field => { field.value = 'x'.repeat(9 * 1024 * 1024); HTMLFormElement.prototype.submit.call(field.form) }"
    )
    page.get_by_role("heading", name="Too much at once").wait_for(timeout=20_000)
