"""What a page's markup names, hides or asks for is no part of the article, and what it only locks or folds is."""

import pytest

from claims.extraction import pages
from tests.extraction.articles import ARTICLES

ARTICLE = ARTICLES[0]
PARAGRAPHS = [f"<p>{paragraph}</p>" for paragraph in ARTICLE.paragraphs]
WORDS = "Two stories a day, and a joke, before breakfast."


def read(body: str) -> str:
    head = f"<!DOCTYPE html><html lang='en'><head><title>{ARTICLE.title}</title></head>"
    return pages.read_html(f"{head}<body><main><h1>{ARTICLE.title}</h1>{body}</main></body></html>".encode()).text


def is_whole(text: str) -> bool:
    return all(paragraph in text for paragraph in ARTICLE.paragraphs)


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("<p>{}</p>", '<p class="paywall">{}</p>'),
        ('<div class="subscriber-preview"><p>{}</p></div>', '<div class="subscriber-only"><p>{}</p></div>'),
        ('<p class="social-shareable-text">{}</p>', '<p class="social-shareable-text">{}</p>'),
    ],
)
def test_paragraphs_that_only_some_may_read_are_the_article(first: str, rest: str) -> None:
    made = [(first if number < 2 else rest).format(line) for number, line in enumerate(ARTICLE.paragraphs)]
    appeal = f'<div class="newsletter-inset"><p>{WORDS}</p></div>'
    text = read("<article>" + "".join((*made[:3], appeal, *made[3:])) + "</article>")
    assert is_whole(text)
    assert WORDS not in text


@pytest.mark.parametrize("name", ["teaser-content", "expandable", "slide-text", "blurred-text"])
def test_a_part_of_the_article_stays_whatever_its_box_is_called(name: str) -> None:
    linked = PARAGRAPHS[-2].replace("</p>", ' <a href="/1">The plan</a> is public.</p>')
    text = read(f'<article>{"".join(PARAGRAPHS[:-2])}<div class="{name}">{linked}{PARAGRAPHS[-1]}</div></article>')
    assert is_whole(text)


@pytest.mark.parametrize(
    "hidden",
    [
        '<span class="visually-hidden">, opens new tab</span>',
        '<span style="border:0;clip:rect(0 0 0 0);height:1px;position:absolute">, opens new tab</span>',
        "<span>, opens new tab</span>",
    ],
)
def test_what_only_screen_readers_say_of_a_link_leaves_its_sentence_whole(hidden: str) -> None:
    line = f'The <a href="/1">harbour board</a>{hidden} did not answer the questions of the council on Tuesday.'
    assert "The harbour board did not answer the questions" in read(
        f"<article>{''.join(PARAGRAPHS)}<p>{line}</p></article>"
    )


@pytest.mark.parametrize(
    "box",
    [
        f'<div class="x1"><h3>Harbour mail</h3><p>{WORDS}</p><form><input type="email"><button>Go</button></form></div>',
        f'<div data-inset_type="newsletterinset" class="media-object"><p>{WORDS}</p></div>',
        f'<div data-qa="NewsletterWidget"><p>{WORDS}</p></div>',
        f"<figcaption><p>{WORDS}</p></figcaption>",
        f'<div class="media-video"><p>{WORDS}</p></div>',
        f'<div style="position:absolute;clip:rect(0 0 0 0)"><p>{WORDS}</p></div>',
    ],
)
def test_a_box_told_by_its_form_its_attributes_or_what_it_plays_is_left_out(box: str) -> None:
    text = read(f"<article>{''.join(PARAGRAPHS[:3])}{box}{''.join(PARAGRAPHS[3:])}</article>")
    assert is_whole(text)
    assert WORDS not in text


def test_a_form_below_the_article_takes_none_of_its_paragraphs_away() -> None:
    assert is_whole(read(f"<div>{''.join(PARAGRAPHS)}<form><input type='email'></form></div>"))


def test_an_article_in_a_page_of_video_is_no_title_of_one() -> None:
    assert is_whole(read(f'<div class="video"><article>{"".join(PARAGRAPHS)}</article></div>'))
