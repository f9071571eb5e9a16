"""Bytes become text by one decoder, and pages become articles or are refused with a sentence for journalists."""

import datetime

import pytest

from claims.extraction import pages
from claims.extraction.types import Unreadable
from tests.extraction.articles import ARTICLES

SAMPLE = "“Grüße”, sagte er – naïve €5.\nZweite Zeile."
PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in ARTICLES[0].paragraphs)


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html lang='en-GB'><head>{head}</head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    ("raw", "declared"),
    [
        (SAMPLE.encode(), None),
        (SAMPLE.encode(), "utf-8"),
        (SAMPLE.encode("utf-8-sig"), None),
        (SAMPLE.encode("utf-16"), None),
        (SAMPLE.encode("utf-16"), "utf-8"),
        (SAMPLE.encode("utf-16-le"), None),
        (SAMPLE.encode("utf-16-be"), None),
        (SAMPLE.encode("utf-32"), None),
        (SAMPLE.encode("cp1252"), "windows-1252"),
        (SAMPLE.encode("cp1252"), "ISO-8859-1"),
        (SAMPLE.encode(), "iso-8859-1"),
        (SAMPLE.encode(), "no-such-charset"),
        (SAMPLE.encode(), "rot13"),
    ],
)
def test_the_text_is_read_by_its_mark_its_label_or_what_it_is(raw: bytes, declared: str | None) -> None:
    assert pages.decode(raw, declared) == SAMPLE


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        ("Правительство объявило в понедельник о новых мерах поддержки. " * 5, "koi8-r"),
        ("政府は月曜日に新しい法律を発表した。" * 5, "shift_jis"),
        ("Vláda v pondělí schválila nový zákon o daních, řekl ministr financí. " * 5, "iso-8859-2"),
    ],
)
def test_a_declared_charset_is_believed_where_it_fits(text: str, charset: str) -> None:
    assert pages.decode(text.encode(charset), charset) == text


def test_an_undeclared_charset_is_detected() -> None:
    text = "Правительство объявило в понедельник о новых мерах поддержки семей. " * 20
    assert pages.decode(text.encode("cp1251")) == text


def test_an_english_text_from_windows_is_read_under_a_wrong_label() -> None:
    text = "The minister’s plan – he called it “a café for all” – will cost £5m, she said on Monday. "
    assert pages.decode(text.encode("cp1252"), "utf-8") == text
    assert pages.decode((text + "Plain letters only. " * 500).encode("cp1252")).startswith(text)


def test_utf_7_is_not_obeyed() -> None:
    assert pages.decode(b"+ADw-script+AD4-", "utf-7") == "+ADw-script+AD4-"


def test_a_broken_byte_in_a_long_text_is_shown_and_the_rest_is_kept() -> None:
    raw = SAMPLE.encode() * 100 + b"\xff" + SAMPLE.encode()
    assert pages.decode(raw) == SAMPLE * 100 + "\ufffd" + SAMPLE


@pytest.mark.parametrize("raw", [b"\xff\xfe\xfd\x80\x81" * 50, bytes(range(128, 256)) * 20, b"\xc3" * 999])
def test_nonsense_gives_text_or_a_reason_and_never_another_error(raw: bytes) -> None:
    try:
        told = pages.decode(raw)
    except Unreadable as reason:
        told = str(reason)
    assert told.strip()


def test_line_ends_become_lf_and_nothing_else_is_touched() -> None:
    odd = "e\u0301 \u202eabc\u202c \u200b 👩\u200d👩\u200d👧 \ufb01 \u00a0 \u2028 \x0b \t end  "
    assert pages.decode(f"a\r\nb\rc\n{odd}".encode()) == f"a\nb\nc\n{odd}"


@pytest.mark.parametrize(
    ("text", "place"),
    [("ab\0c", "line 1, character 3"), ("a\n\r\nb\ud800", "line 3, character 2"), ("\udfff", "line 1, character 1")],
)
def test_characters_that_no_database_keeps_are_refused_with_their_place(text: str, place: str) -> None:
    with pytest.raises(Unreadable, match=place):
        pages.admit(text)


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7 ...", "a PDF document"),
        (b"PK\x03\x04....", "a Word document"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\x1f\x8b\x08", "a compressed file"),
        (b"abc\0def\0\0", "NUL character"),
        (b"a" * 10_000_001, "larger than 10 MB"),
    ],
)
def test_what_is_no_text_is_refused_by_its_name(raw: bytes, what: str) -> None:
    with pytest.raises(Unreadable, match=what):
        pages.decode(raw)


@pytest.mark.parametrize("raw", [b"", b" ", b"x", b"\xef\xbb\xbf"])
def test_hardly_any_text_is_still_text(raw: bytes) -> None:
    assert pages.decode(raw) == raw.decode("utf-8-sig")


def test_ten_megabytes_are_read() -> None:
    assert len(pages.decode(b"word " * 2_000_000)) == 10_000_000


def test_a_page_gives_its_article_and_what_it_says_of_itself() -> None:
    head = (
        '<title>Harbour bridge to close - Aldmouth Post</title><meta property="og:site_name" content="Aldmouth Post">'
        '<meta name="author" content="Jane Doe"><link rel="canonical" href="https://post.example/bridge">'
        '<meta property="article:published_time" content="2019-06-23T09:12:00Z">'
    )
    read = pages.read_html(page(f"<article><h1>Harbour bridge to close</h1>{PARAGRAPHS}</article>", head))
    assert all(paragraph in read.text.split("\n\n") for paragraph in ARTICLES[0].paragraphs)
    assert (read.title, read.byline, read.outlet) == ("Harbour bridge to close", "Jane Doe", "Aldmouth Post")
    assert (read.date, read.language, read.canonical) == (
        datetime.date(2019, 6, 23),
        "en",
        "https://post.example/bridge",
    )


def test_the_year_of_the_copyright_is_not_taken_for_a_date() -> None:
    assert pages.read_html(page(f"<article>{PARAGRAPHS}</article><footer>© 2019 Aldmouth Post</footer>")).date is None


def test_a_page_is_read_in_the_charset_that_it_names() -> None:
    raw = page(f"<article>{PARAGRAPHS}</article>", "<meta charset='windows-1252'>").decode().encode("cp1252")
    assert "£38m" in pages.read_html(raw).text


def test_an_address_that_is_no_web_address_is_left_out() -> None:
    head = '<link rel="canonical" href="javascript:alert(1)">'
    assert pages.read_html(page(f"<article>{PARAGRAPHS}</article>", head)).canonical is None


def test_scripts_never_become_text() -> None:
    body = f"<script>var a = '<p>hidden</p>';</script><article onclick='x()'>{PARAGRAPHS}<svg><script>1</script></svg></article>"
    text = pages.read_html(page(body)).text
    assert "hidden" not in text
    assert "<" not in text


def test_a_page_without_meaningful_elements_is_read_all_the_same() -> None:
    body = "<div><div>" + "<br><br>".join(ARTICLES[0].paragraphs) + "</div></div>"
    text = pages.read_html(page(body)).text
    assert all(paragraph in text for paragraph in ARTICLES[0].paragraphs)


REFUSED = {
    "menu only": (page("<a href='/'>Home</a> <a href='/w'>World</a>" * 30), "No article was found"),
    "sign-in": (page("<form>Log in to continue<input></form>"), "subscription or a sign-in"),
    "script only": (page("<noscript>Please enable JavaScript</noscript><div id='root'></div>"), "JavaScript"),
    "not found": (page("<h1>404</h1><p>Page not found</p>"), "not found"),
    "feed": (b"<?xml version='1.0'?><rss version='2.0'><channel></channel></rss>", "a feed"),
    "plain text": (b"Just a sentence that was saved as a page.", "paste it as text"),
    "empty": (b"", "paste it as text"),
    "nested": (page("<div>" * 5_000 + PARAGRAPHS), "nests its elements"),
    "nested very deep": (page("<b>" * 100_000 + PARAGRAPHS), "elements"),
    "attributes": (
        page("<div " + " ".join(f"a{n}='1'" for n in range(1_000_000 // 8)) + ">" + PARAGRAPHS),
        "attributes",
    ),
    "attributes without values": (page("<div " + "a " * 500_000 + ">" + PARAGRAPHS), "attributes"),
    "elements": (page("<i>x</i>" * 100_000), "too large"),
    "too much text": (page("<article>" + "<p>" + "word " * 500_000 + ".</p></article>"), "2,000,000 characters"),
}


@pytest.mark.parametrize(("raw", "reason"), REFUSED.values(), ids=REFUSED)
def test_a_page_that_cannot_be_read_is_refused_with_the_reason(raw: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        pages.read_html(raw)


@pytest.mark.parametrize(
    "body",
    [
        "<article>" + PARAGRAPHS.replace("</p>", "") + "</article>",
        "<article>" + PARAGRAPHS + "<div><span><<<>>>",
        "<article>" + PARAGRAPHS + "<!-- never closed " + "x" * 10_000,
        "<article>" + PARAGRAPHS + "&amp;&#0;&#xD800;&nbsp;</article>",
        "<div>" * 200 + PARAGRAPHS + "</div>" * 200,
    ],
)
def test_a_damaged_page_gives_its_article(body: str) -> None:
    text = pages.read_html(page(body)).text
    assert ARTICLES[0].paragraphs[2] in text
    assert "\0" not in text


HIDDEN = "Nobody sees this sentence of a template, which is long enough to be taken for one of the article."


@pytest.mark.parametrize(
    "body",
    [
        f"<article><h1>Bridge</h1>{PARAGRAPHS}<template><p>{HIDDEN}</p></template></article>",
        f"<article><template><p>{HIDDEN}</p><template><p>{HIDDEN}</p></template></template>{PARAGRAPHS}</article>",
        f"<TEMPLATE id=x><article><p>{HIDDEN}</p></article></TEMPLATE><article>{PARAGRAPHS}</article>",
        f"<article>{PARAGRAPHS}</article><template><p>{HIDDEN}</p>",
        f"<article>{PARAGRAPHS}</article><template><template shadowrootmode=open><p>{HIDDEN}</p></template></template>",
    ],
    ids=["behind", "nested", "before", "unclosed", "a shadow root inside"],
)
def test_what_a_template_holds_is_no_text_of_the_page(body: str) -> None:
    text = pages.read_html(page(body)).text
    assert "Nobody sees" not in text
    assert [one for one in ARTICLES[0].paragraphs if one not in text] == []


def test_a_page_that_is_nothing_but_a_template_holds_no_article() -> None:
    with pytest.raises(Unreadable, match="No article"):
        pages.read_html(page(f"<template><article>{PARAGRAPHS}</article></template>"))


def test_words_behind_a_template_and_scripts_that_name_one_change_nothing() -> None:
    told = "Behind it the paragraph goes on, and says what the mayor said on Monday of the old bridge."
    body = f"<article>{PARAGRAPHS}<p><template>x</template>{told}</p></article><script>'<template>'</script>"
    text = pages.read_html(page(body)).text
    assert told in text
    assert [one for one in ARTICLES[0].paragraphs if one not in text] == []


def test_what_a_declared_shadow_root_holds_is_shown_and_so_it_is_read() -> None:
    body = f"<article><template shadowrootmode=open>{PARAGRAPHS}</template></article>"
    assert ARTICLES[0].paragraphs[0] in pages.read_html(page(body)).text


def test_a_template_hides_no_trap_from_the_limits() -> None:
    with pytest.raises(Unreadable):
        pages.read_html(page(f"<template>{'<b>' * 300}x</template><article>{PARAGRAPHS}</article>"))


@pytest.mark.parametrize(
    "box",
    [
        '<div class="story__newsletter-inset"><p>Two stories a day, and a joke, before breakfast.</p></div>',
        "<aside><p>Our man in Porto counts boats and writes about them.</p></aside>",
        '<div data-component="RelatedLinks"><p>Village bans its own bells after complaint.</p></div>',
        "<div hidden><p>Thank you. We have sent a message with a link.</p></div>",
        '<div style="display: none"><p>Thank you. We have sent a message with a link.</p></div>',
        '<div class="sr-only"><p>The table has two columns and nine rows.</p></div>',
        '<div class="card-teaser"><a>Village bans its own bells</a><p>The mayor says that tourists asked for it.</p></div>',
    ],
)
def test_a_box_that_its_markup_names_is_no_part_of_the_article(box: str) -> None:
    read = pages.read_html(
        page(f"<h1>{ARTICLES[0].title}</h1><article>{PARAGRAPHS}{box}<p>The end is near, she said.</p></article>")
    )
    words = box.split("<p>")[1].split("<")[0]
    assert words not in read.text
    assert all(paragraph in read.text for paragraph in ARTICLES[0].paragraphs)


@pytest.mark.parametrize(
    "opening",
    [
        '<div class="category-newsletter has-related-stories">',
        '<div class="tag-support post">',
        '<div id="how-to-support-the-victims-of-the-flood">',
        '<section class="comments-enabled promo">',
    ],
)
def test_a_name_of_a_box_on_what_holds_the_article_takes_nothing_away(opening: str) -> None:
    tag = opening[1:].split()[0]
    read = pages.read_html(page(f"<h1>{ARTICLES[0].title}</h1>{opening}{PARAGRAPHS}</{tag}>"))
    assert all(paragraph in read.text for paragraph in ARTICLES[0].paragraphs)


def test_a_link_inside_a_paragraph_keeps_its_words_whatever_its_class() -> None:
    line = 'The <a class="related share">ministry of water</a> did not answer the questions of the council on Tuesday.'
    read = pages.read_html(page(f"<h1>{ARTICLES[0].title}</h1><article>{PARAGRAPHS}<p>{line}</p></article>"))
    assert "The ministry of water did not answer" in read.text


def test_the_entries_of_a_list_are_paragraphs_where_they_hold_some() -> None:
    entries = "".join(
        f"<li><h3>Entry {n}</h3><div>Ann Holt</div><p>{p}</p></li>" for n, p in enumerate(ARTICLES[0].paragraphs)
    )
    read = pages.read_html(page(f"<h1>{ARTICLES[0].title}</h1><main><ol>{entries}</ol></main>"))
    lines = read.text.split("\n\n")
    assert all(paragraph in lines for paragraph in ARTICLES[0].paragraphs)
