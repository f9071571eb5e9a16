"""No furniture in the prose and no prose in the furniture, for every kind of page that was written down."""

from pathlib import Path

import pytest

from benchmarks.furniture.held_out import HELD_OUT
from benchmarks.furniture.house_lines import HOUSE_LINES, LINES_AT_THE_END
from benchmarks.furniture.measuring import measure, measure_page
from benchmarks.furniture.pages import PAGES
from benchmarks.furniture.paste import PASTE
from benchmarks.furniture.paste_more import PASTE_MORE
from benchmarks.furniture.paste_third import PASTE_THIRD
from benchmarks.furniture.saved import Saved, as_page, as_paste, copied, saved
from benchmarks.furniture.wrapping import Article, Wrapped, wrap
from claims.extraction import passages, pipeline
from tests.extraction.articles import ARTICLES

HERE = Path(__file__).parent


def wrapped(template: str, number: int, *, markup: bool = False) -> Wrapped:
    others = [ARTICLES[(number + step) % len(ARTICLES)] for step in (1, 2, 3, 1, 2, 3)]
    return wrap(template, ARTICLES[number], others, markup=markup)


@pytest.mark.parametrize("number", range(len(ARTICLES)))
@pytest.mark.parametrize("kind", PASTE | PASTE_MORE | PASTE_THIRD)
def test_pasted_furniture_stays_out_of_the_prose_and_the_prose_is_whole(kind: str, number: int) -> None:
    count = measure(wrapped((PASTE | PASTE_MORE | PASTE_THIRD)[kind], number))
    assert (count.leaked, count.lost) == ([], [])


@pytest.mark.parametrize("number", range(len(ARTICLES)))
@pytest.mark.parametrize("kind", PAGES)
def test_a_saved_page_gives_its_article_and_nothing_else(kind: str, number: int) -> None:
    count = measure_page(wrapped(PAGES[kind], number, markup=True))
    assert (count.leaked, count.lost) == ([], [])


# What is still let through at most, as markup and as paste: teasers, advice, a reader's note, what a fact-checker says of other checks. The
# second look weighs sentence vectors, whose last digits differ from processor to processor: what lies within 0.04 of its threshold counts here.
KNOWN_LEAKS = {
    "brussels_policy_site": (0, 2),
    "business_daily_with_tickers": (0, 1),
    "detention_monitor": (2, 2),
    "fact_check_page": (1, 2),
    "hong_kong_daily": (0, 1),
    "hyperlocal_network": (2, 2),
    "radio_for_the_region": (1, 0),
    "substack_post": (1, 2),
    "war_reporting_community": (0, 2),
}


@pytest.mark.parametrize("page", tuple(saved()), ids=lambda page: page.name)
def test_a_page_written_by_hand_gives_its_article_and_nothing_else_in_both_ways(page: Saved) -> None:
    ready = pipeline.load()
    read, pasted = as_page(page, ready), as_paste(page, ready)
    assert (read.lost, pasted.lost) == ([], [])
    as_markup, as_text = KNOWN_LEAKS.get(page.name, (0, 0))
    assert len(read.leaked) <= as_markup
    assert len(pasted.leaked) <= as_text


LATER = HERE / "pages_later"
# Pages of later, most of them read before the rules were mended: what still leaks at most, and what is put away, as markup and as paste.
LATER_LEAKS = {
    "cyclone_live_page": (0, 1),
    "exile_outlet_in_modules": (0, 1),
    "german_broadcaster_in_english": (0, 2),
    "irish_site": (1, 1),
    "metro_daily": (0, 1),
    "opinion_page": (2, 0),
    "press_release_wire": (0, 1),
    "sports_desk": (0, 1),
}
LATER_LOSSES = {
    "australian_broadcaster": (0, 1),
    "cyclone_live_page": (0, 1),
    "live_page": (0, 2),
    "metro_daily": (0, 1),
    "sports_desk": (1, 1),
    "state_agency": (0, 1),
}


@pytest.mark.parametrize("page", tuple(saved(LATER)), ids=lambda page: page.name)
def test_a_later_page_gives_its_article_and_little_else_in_both_ways(page: Saved) -> None:
    ready = pipeline.load()
    for place, read in enumerate((as_page(page, ready), as_paste(page, ready))):
        assert len(read.leaked) <= LATER_LEAKS.get(page.name, (0, 0))[place]
        assert len(read.lost) <= LATER_LOSSES.get(page.name, (0, 0))[place]


def prose_of(text: str) -> list[str]:
    return [passage.span.of(text) for passage in passages.find(text) if passage.is_prose]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.title)
@pytest.mark.parametrize("line", HOUSE_LINES)
def test_a_line_of_the_house_is_told_between_paragraphs_and_behind_them(line: str, article: Article) -> None:
    for place in (2, len(article.paragraphs)):
        kept = (article.title, *article.paragraphs[:place], line, *article.paragraphs[place:])
        assert prose_of("\n\n".join(kept)) == list(article.paragraphs)


@pytest.mark.parametrize("line", LINES_AT_THE_END)
def test_what_is_said_of_its_author_behind_an_article_is_none_of_it(line: str) -> None:
    article = ARTICLES[0]
    assert prose_of("\n\n".join((article.title, *article.paragraphs, line))) == list(article.paragraphs)


def test_a_copy_of_a_page_has_its_blocks_on_lines_of_their_own() -> None:
    markup = "<html><head><title>T</title></head><body><a>Home</a><a>World</a><h1>A <b>head</b></h1><div>By Ann</div><p>One.<br>Two.</p><ul><li>x<li>y</ul></body></html>"
    assert copied(markup) == "HomeWorld\n\nA head\n\nBy Ann\n\nOne.\nTwo.\n\nx\ny"


def test_at_least_twenty_five_kinds_of_furniture_are_tried() -> None:
    assert len(PASTE) + len(PASTE_MORE) + len(PASTE_THIRD) + len(HELD_OUT) + len(PAGES) >= 25


def test_the_wrapping_knows_where_the_prose_came_to_lie() -> None:
    article = Article("A title", ("First paragraph of it.", "Second paragraph of it.", "Third one.", "Fourth."))
    made = wrap("Home\nLISBON (Reuters) - @1\nRead more\n@rest\n", article, ARTICLES[:2])
    assert [span.of(made.text) for _, span in made.prose] == list(article.paragraphs)
    assert [span.of(made.text) for span in made.furniture] == ["Home", "LISBON (Reuters) - ", "Read more"]
