"""Pages in the markup of known kinds of outlet, saved and copied: what stands around and below the article is none of it, what it has to say is."""

import pytest

from claims.extraction import pages, passages, pipeline
from tests.extraction.articles import ARTICLES

ARTICLE = ARTICLES[0]
LINES = (ARTICLE.title, "By Maria Fenwick", "12 March 2019", *ARTICLE.paragraphs)


def prose(*lines: str) -> list[str]:
    text = "\n\n".join(lines)
    return [passage.span.of(text) for passage in passages.find(text) if passage.is_prose]


def between(*lines: str, place: int = 3) -> list[str]:
    """The prose of the article with *lines* among its paragraphs, without those paragraphs."""
    told = prose(*LINES[: place + 3], *lines, *LINES[place + 3 :])
    assert [line for line in told if line in ARTICLE.paragraphs] == list(ARTICLE.paragraphs)
    return [line for line in told if line not in ARTICLE.paragraphs]


def behind(*lines: str) -> list[str]:
    return between(*lines, place=len(ARTICLE.paragraphs))


def saved(body: str) -> str:
    head = f"<!DOCTYPE html><html lang='en'><head><title>{ARTICLE.title}</title></head>"
    return pages.read_html(f"{head}<body><main>{body}</main></body></html>".encode()).text


BODY = f"<h1>{ARTICLE.title}</h1>" + "".join(f"<p>{paragraph}</p>" for paragraph in ARTICLE.paragraphs)
TEASER = "The militia grew out of the bands that fought in the hills twenty years ago."


def test_cards_marked_up_as_articles_go_with_the_box_that_holds_them() -> None:
    card = f"<article><h3>Who are they, and who pays?</h3><p>{TEASER}</p></article>"
    text = saved(f'<div>{BODY}</div><section class="related-content"><h2>Related</h2>{card}</section>')
    assert TEASER not in text
    assert all(paragraph in text for paragraph in ARTICLE.paragraphs)


def test_a_carousel_between_paragraphs_is_none_of_the_article() -> None:
    first, rest = BODY.split("</p>", 1)
    card = f'<div data-qa="carousel"><h3>Following the hills</h3><ul><li><p>{TEASER}</p></li></ul></div>'
    assert TEASER not in saved(f"<article>{first}</p>{card}{rest}</article>")


def test_what_a_copied_page_offers_to_skip_is_none_of_the_article() -> None:
    shown = ("Following education", "The ministry will miss its deadline for the new form, officials said.", "1/2")
    assert between("Skip to end of carousel", *shown, "End of carousel") == []


COMMENTS = (
    "They closed our own bridge for a year for the same thing and it is still closed.",
    "My brother worked on the piers in 1998 and was told that the cracks were paint.",
    "How many more of these are there? The government has known since 2014.",
    "The council spent four million on a new logo and cannot mend a bridge.",
    "In other countries they test every public bridge every five years.",
    "The leader of the council earns £140,000 a year and has not once walked across it.",
    "Repairs cost more than a new bridge would, as anybody in the trade will tell you.",
    "Lorries were banned in March and went on driving over it at night until August.",
    "A ferry was promised in 2009 as well, and it never came.",
    "Shopkeepers had three years to say something and said nothing at all.",
    "Every bridge that was built before 1930 in this county has such cracks.",
    "Typical. Nobody will lose a job over this, and the county will pay for all of it.",
)


@pytest.mark.parametrize(
    "heading", [("Comments",), ("12 Comments", "Sort by best"), ("Conversation 12 Comments",), ("What readers wrote",)]
)
@pytest.mark.parametrize("buttons", [("Reply", "Share ›"), ("12Reply",), ("Share", "Report"), ("4 Recommend", "Flag")])
def test_comments_longer_than_their_article_are_none_of_it(heading: tuple[str, ...], buttons: tuple[str, ...]) -> None:
    thread = [line for comment in COMMENTS for line in ("RosieB", "3 hours ago", comment, *buttons)]
    assert behind(*heading, *thread) == []


def test_comments_whose_buttons_are_pictures_are_told_by_their_times() -> None:
    thread = [line for comment in COMMENTS for line in ("RosieB", "3 hours ago", comment)]
    assert behind("Comments", *thread) == []


def test_an_hour_over_each_entry_of_an_article_makes_no_comments_of_it() -> None:
    entries = [line for paragraph in ARTICLE.paragraphs for line in ("12.40 GMT", paragraph, "Share")]
    assert [line for line in prose(ARTICLE.title, *entries) if line in ARTICLE.paragraphs] == list(ARTICLE.paragraphs)


@pytest.mark.parametrize("label", ["Most read", "News Feed", "More from the Post", "Editors' Picks", "Just in"])
def test_a_feed_below_the_article_is_none_of_it(label: str) -> None:
    feed = (
        ("10:02 PM", "Army attacks the port with drones and injures three people.", "The governor said a kindergarten burned."),
        ("9:31 PM", "Coal port to close", "More than 900 homes were under an order to leave on Monday night, the county said."),
        ("8:15 PM", "General loses his post", "Two maps are missing. The ministry, which found out in May, has told nobody."),
    )  # fmt: skip
    assert behind(label, *(line for item in feed for line in item)) == []


def test_what_stands_below_two_labels_of_a_page_is_none_of_the_article() -> None:
    teaser = "More than 900 homes were under an order to leave on Monday night. The county, which found out in May, told nobody."
    assert behind("Related Topics", "Bridges", "Most read", "Coal port to close", teaser, "See all") == []


def test_who_wrote_and_translated_it_stand_at_the_end_of_an_article() -> None:
    note = (
        "Conscripts can sue a draft board within three months. A complaint suspends the order until a judge has ruled."
    )
    assert behind("Story by Pavel Lind", "Abridged translation by Ellie Marsden", "Complaints", note) == []


@pytest.mark.parametrize("place", [2, 5])
def test_an_article_that_goes_on_below_one_such_label_is_whole(place: int) -> None:
    box = ("Most read", "The island that says no to tourists", "She ordered a sofa and a bear came")
    assert between(*box, place=place) == []


def test_what_an_article_takes_back_is_no_prose_though_it_said_so() -> None:
    assert behind("Correction: An earlier version of this article said that the repairs would cost £48m.") == []


def test_a_title_that_asks_whether_is_no_prose() -> None:
    assert between("Can the county's bridges ever be safe again?") == []


@pytest.mark.parametrize(
    "line",
    [
        "Council leader Harriet Boyle joins ‘The Morning Report’ to discuss the piers.",
        "Please wait...",
        "Credit...",
        "Also read: Where have all the ferries gone?",
        "The Power Lines newsletter provides everything you need to know about the trade.",
    ],
)
def test_a_line_of_a_page_among_the_paragraphs_is_none_of_them(line: str) -> None:
    assert between(line) == []


def test_an_appeal_of_several_lines_is_one() -> None:
    lines = (
        "Before you move on, I wanted to ask whether you could support our journalism.",
        "From the coast to the hills, a handful of owners hold most papers in their hands. We have none to consider.",
        "It is not easy to make such a paper. Only a tiny fraction of those who look at us pay.",
    )
    assert behind(*lines, "Continue") == []


def test_a_card_is_told_by_its_age_though_its_topic_is_glued_to_it() -> None:
    card = (
        "Teacher struck off over messages",
        "A panel of headteachers in Thornmere found 200 messages about the bridge.",
        "3 hrs agoNorfolk",
    )
    assert behind("Related", *card) == []


GOES_ON = (
    "Sinead Doyle, whose son lived for two days, said she had been told for a year that nobody could have helped him.",
    "He told auditors that it was ‘for the wellbeing of senior staff’, and the minutes of a meeting on May 30 have it so.",
)


@pytest.mark.parametrize("line", GOES_ON)
def test_below_a_list_of_links_whoever_is_named_in_full_or_quoted_goes_on_with_the_article(line: str) -> None:
    lines = ("Read more:", "Nurse avoids jail", "Waiting list falls for a third month", line, "Tap here", "Get our app")
    assert behind(*lines) == [line]


def test_a_pull_quote_ends_a_box_of_links() -> None:
    line = "Bundaberg grows 40 per cent of the world's oysters, as the industry body has it."
    quote = "“The inspection left us no choice”"
    buttons = ("Tap here",) * 9
    assert between("LIVE: Follow the latest on the floods", quote, "Growers want compensation", line, *buttons) == [
        line
    ]


def test_what_stands_below_the_title_of_a_video_is_no_teaser_of_it() -> None:
    line = "The county's auditors have asked for receipts from 14 other officers."
    assert behind("Duration Time 0:49", "Fullscreen", "Video shows the crane over a hedge", line, "Tap here") == [line]


def test_a_paragraph_that_says_who_told_it_stays_between_two_boxes() -> None:
    line = "The trust has paid £9.4m in damages to the families, according to figures obtained under the Freedom of Information Act."
    paragraphs = (
        "A hospital trust has admitted that failures in care led to the deaths of seven babies in 2021 and 2022.",
        'A lawyer for the Marches NHS Trust told an inquest on Friday that the parents had been "let down at the worst moment of their lives".',
        "The coroner, Heledd Vaughan, heard that heart monitors were switched off during four of the births because they were thought to be broken.",
        "Sinead Doyle, whose son Callum lived for two days, said she had been told for a year that nothing could have been done.",
        "Be the first to get Breaking News",
        "Install the Firmament News app for free",
        line,
        "Spreaker",
        "This content is provided by Spreaker, which may be using cookies and other technologies. To show you this content, we need your permission to use cookies.",
        "👉 Listen to Daily on your podcast app 👈",
        "Its chief executive, Marcus Ingleby, resigned in March. He is not accused of any crime.",
        "The inquest is expected to last three weeks.",
    )
    text = "\n\n".join(paragraphs)
    assert line in [p.span.of(text) for p in pipeline.load().run(text).passages if p.is_prose]
