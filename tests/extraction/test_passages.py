"""Every line of a text has its kind: what is furniture, what repeats, and what is prose to the last word."""

import datetime
import json
from pathlib import Path

import pytest

from claims.extraction import passages
from claims.extraction.passages import lines
from claims.extraction.types import Passage, PassageKind
from tests.extraction.articles import ARTICLES

BODY = "\n\n".join(ARTICLES[0].paragraphs)
SHARED = Path(__file__).parents[3] / "shared" / "data"


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(str(passage.kind), passage.span.of(text)) for passage in passages.find(text, title)]


def kind_of(line: str) -> str:
    """The kind of a line that stands between two paragraphs of an article."""
    first, *rest = ARTICLES[0].paragraphs
    text = "\n\n".join((first, rest[0], line, *rest[1:]))
    place = text.index(line)
    found = [p for p in passages.find(text) if p.span.start < place + len(line) and place < p.span.end]
    return "+".join(dict.fromkeys(str(passage.kind) for passage in found))


LINES = {
    "navigation": [
        "Home > World > Europe",
        "Skip to content",
        "Share this",
        "Share on Facebook",
        "Facebook Twitter WhatsApp Email",
        "Read more",
        "Read more: Ferry company raises its fares",
        "read more from dailymail.....",
        "NEXT Teacher, 35, is arrested after a chase through the harbour ... trends now",
        "Related: Ferry company raises its fares",
        "Also read",
        "Also Read | Ferry company raises its fares",
        "Most read",
        "Related Topics",
        "Tags: Bridges, Transport, Aldmouth",
        "Advertisement",
        "ADVERTISEMENT - CONTINUE READING BELOW",
        "Story continues below",
        "345 comments",
        "View all 12 comments",
        "5 min read",
        "Sign up for our newsletter",
        "Get the latest news delivered to your inbox every morning.",
        "We use cookies to improve your experience on this site.",
        "By clicking Accept all, you agree to the storing of cookies on your device.",
        "Subscribe now for unlimited access.",
        "Already a subscriber? Log in",
        "© 2019 Aldmouth Post. All rights reserved.",
        "All rights reserved.",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "Follow us on Twitter @aldmouthpost",
        "https://post.example/news/1234",
        "Have you been affected by the closure? Email haveyoursay@post.example",
        "This video can not be played",
        "The Post is not responsible for the content of external sites.",
        "Thank you for subscribing!",
        '"Harbour ferry to run all night" — Aldmouth Post, June 21, 2019',
        "* * *",
    ],
    "byline": [
        "By our foreign staff",
        "From our own correspondent",
        "By Jane Doe",
        "By Jane Doe, Political correspondent",
        "By JANE DOE FOR MAILONLINE",
        "By Jane Doe and John Keel in Brussels",
        "Jane Doe, BBC News, Washington",
        "Reporting by Jane Doe; Editing by John Keel and Mary Otis",
        "(Reporting by Jane Doe; Editing by John Keel)",
    ],
    "dateline": [
        "Sunday, June 23, 2019",
        "23 June 2019",
        "2019-06-23",
        "Published 3 hours ago",
        "Updated 14:02 BST, 23 June 2019",
        "Last modified on Sun 23 Jun 2019 18.40 BST",
        "PUBLISHED: 12:34 EDT, 23 June 2019 | UPDATED: 13:40 EDT, 23 June 2019",
        "9 hours ago",
        "14:02",
        "OSLO, 23 June 2019",
        "Geneva, Switzerland – 3 May 2024",
        "Kyiv | Monday, 3 May 2024, 10:15",
    ],
    "credit": [
        "Photo: Ana Prado / AFP",
        "Getty Images",
        "Image source, Getty Images",
        "Photo credit: Ana Prado",
        "(AP Photo/Ana Prado)",
        "AFP via Getty Images",
        "Cars near the harbour [File: Ana Prado/AFP]",
        "Cars near the harbour (Reuters)",
        "The harbour at dawn. Photograph: Ana Prado/The Guardian",
        "Cars near the harbour. Image: Ana Prado.",
    ],
    "headline": [
        "What happens next?",
        "A city without a bridge",
        "COUNCIL SAYS IT DID NOT KNOW OF ANY CRACKS IN THE PIERS",
    ],
    "caption": ["Ferries were packed on the morning after the closure was announced by the county council"],
    "dateline+body": [
        "LONDON (Reuters) - The government said it would pay half of the sum.",
        "KYIV, Ukraine (AP) — The government said it would pay half of the sum.",
        "ALDMOUTH, June 23 (Reuters) - The government said it would pay half of the sum.",
        "London (CNN)The government said it would pay half of the sum.",
        "(CNN) — The government said it would pay half of the sum.",
        "NEW YORK — The government said it would pay half of the sum.",
        "Aldmouth, England – The government said it would pay half of the sum.",
        "Sunday, June 23, 2019 On Tuesday, the government said it would pay half of the sum.",
    ],
    "credit+caption": [
        "Image caption, Ferries were packed on the morning after the closure was announced by the county council."
    ],
    "body+navigation": [
        "The government said it would pay half of the sum. Read more: Ferry company raises its fares",
        "The government said it would pay half of the sum. Continue reading...",
    ],
    "body": [
        "Support the bill has won from both parties is thin, two senators said.",
        "Related documents were published in May, and showed nothing of the kind.",
        "By Monday, more than 200 people had signed the petition.",
        "Subscribers to the service rose by 12 per cent in the last quarter.",
        "Facebook changed its privacy policy in May, the company said.",
        "Only £3m of the sum was spent.",
        "The latest figures show a fall of 4 per cent.",
        "Watch lists of the police hold 3,000 names.",
        "He is survived by his wife.",
        "Most read the letter twice, she said.",
        "If you look at the figures, inflation has fallen since May.",
        "A photo of the pier shows cracks of up to a metre.",
        '"Sign up or leave," the officer told them.',
        "Share prices fell by a tenth after the news.",
        "Home owners will pay more from April.",
        "Comments by the minister were met with laughter.",
        "He posted a photo: a picture of the broken pier.",
        "Nobody knew what would follow (and what happened next).",
        "He works for the British Broadcasting Corporation (BBC).",
        'The party won "an outright majority" in the vote of Thursday, June 23, 2019.',
        "World Health Organization (WHO) Director-General Ruth Calloway said it was over.",
        "(Applause) And I have been in politics for 25 years.",
        "Do you know that he voted for every increase?",
        "Thank you for doing what you did, she said.",
        "Nine people were hurt (three of them badly, sources told Reuters).",
    ],
}


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in LINES.items() for line in lines])
def test_a_line_between_paragraphs_is_told_by_its_words(kind: str, line: str) -> None:
    assert kind_of(line) == kind


def test_the_headline_is_the_line_that_says_what_the_article_says() -> None:
    text = f"World\nFerry company raises its fares\nHarbour bridge to close for nine months\nBy Jane Doe\n\n{BODY}"
    assert ("headline", "Harbour bridge to close for nine months") in kinds(text)


def test_the_title_names_the_headline_even_where_it_ends_like_a_sentence() -> None:
    text = f"The bridge will close at last.\n\n{BODY}"
    assert kinds(text, "The bridge will close at last.")[0] == ("headline", "The bridge will close at last.")


def test_a_headline_that_comes_again_repeats_the_first() -> None:
    headline = "Harbour bridge to close for nine months"
    found = passages.find(f"{headline}\n{headline} - BBC News\n\n{BODY}\n\n{headline}")
    repeats = [(p.kind, p.repeats) for p in found if p.kind is PassageKind.REPEAT]
    assert repeats == [(PassageKind.REPEAT, 0), (PassageKind.REPEAT, 0)]


def test_a_date_glued_to_a_headline_is_cut_off_it() -> None:
    text = f"Sunday 25 September 2022 08:32 PM Harbour bridge to close for nine months trends now\n\n{BODY}"
    assert kinds(text)[:2] == [
        ("dateline", "Sunday 25 September 2022 08:32 PM"),
        ("headline", "Harbour bridge to close for nine months trends now"),
    ]


def test_a_caption_that_shortens_a_sentence_of_the_body_repeats_it() -> None:
    caption = "The old harbour bridge in Aldmouth will close for nine months after engineers found cracks in two of its six piers"
    text = f"{BODY}\n\n{caption}\n\nThe ferry is run by a company from Norda that owns three ships."
    repeat = next(p for p in passages.find(text) if p.span.of(text) == caption)
    assert (repeat.kind, repeat.repeats) == (PassageKind.REPEAT, 0)


def test_a_caption_with_a_figure_of_its_own_repeats_nothing() -> None:
    caption = "The old harbour bridge in Aldmouth will close for nine months after engineers found 61 cracks in two of its six piers"
    text = f"{BODY}\n\n{caption}\n\nThe ferry is run by a company from Norda that owns three ships."
    assert ("caption", caption) in kinds(text)


def test_a_caption_given_twice_is_kept_once() -> None:
    caption = "Ferries were packed on the morning after the closure was announced by the county council"
    text = f"{ARTICLES[0].paragraphs[0]}\n\n{caption}\n\n{caption}\n\n" + "\n\n".join(ARTICLES[0].paragraphs[1:])
    assert [str(p.kind) for p in passages.find(text) if p.span.of(text) == caption] == ["caption", "repeat"]


def test_the_broken_last_sentence_is_cut_off_and_the_rest_stays_body() -> None:
    text = f"{BODY}\n\nThe council meets again on Friday. Its members include Harriet Boyle, who chairs the har"
    assert kinds(text)[-2:] == [
        ("body", "The council meets again on Friday."),
        ("cut_off", "Its members include Harriet Boyle, who chairs the har"),
    ]


def test_what_a_feed_left_out_is_cut_off() -> None:
    text = f"{BODY}\n\nThe council meets again on Friday. Its members include Harriet Boyle, who… [+2345 chars]"
    assert [kind for kind, _ in kinds(text)[-2:]] == ["cut_off", "navigation"]


def test_a_paragraph_broken_by_an_email_program_is_one_passage() -> None:
    text = (
        "The old harbour bridge in Aldmouth will close for nine months from\n"
        "September after engineers found cracks in two of its six piers, the\n"
        "county council said on Tuesday. A ferry will carry passengers across\n"
        "the river every 20 minutes while the bridge is closed."
    )
    assert kinds(text) == [("body", text)]


@pytest.mark.parametrize(
    "text", ["x", "The bridge is closed", "Naruto", "One line without an end mark that is all there is"]
)
def test_a_text_of_one_line_is_body(text: str) -> None:
    assert [passage.is_prose for passage in passages.find(text)] == [True]


@pytest.mark.parametrize("text", ["", " ", "\n\n\t\n", "\u00a0"])
def test_nothing_has_no_passages(text: str) -> None:
    assert passages.find(text) == ()


DATES = [
    ("Sunday, June 23, 2019", datetime.date(2019, 6, 23)),
    ("Sunday 25 September 2022 08:32 PM A headline of the day", datetime.date(2022, 9, 25)),
    ("Published 3 Sept. 2020", datetime.date(2020, 9, 3)),
    ("Updated: 2021-02-28 14:02", datetime.date(2021, 2, 28)),
    ("23/06/2019 14:02", datetime.date(2019, 6, 23)),
    ("06/23/2019 14:02", datetime.date(2019, 6, 23)),
    ("RIDGETON, June 23, 2019", datetime.date(2019, 6, 23)),
    ("BERLIN — 4 June 2025", datetime.date(2025, 6, 4)),
    ("Published 3 hours ago", None),
    ("February 31, 2019", None),
]


@pytest.mark.parametrize(("line", "expected"), DATES)
def test_the_dateline_gives_the_day_of_writing(line: str, expected: datetime.date | None) -> None:
    text = f"{line}\n\n{BODY}"
    assert passages.dateline(text, passages.find(text)) == expected


def test_a_date_in_the_body_is_not_the_day_of_writing() -> None:
    text = f"{BODY}\n\nThe first bridge was opened on June 23, 1919, by a bishop."
    assert passages.dateline(text, passages.find(text)) is None


def assert_whole(text: str, found: tuple[Passage, ...]) -> None:
    """Every letter and figure lies in one passage; the marks that set a speaker's label apart lie in none."""
    place = 0
    for passage in found:
        assert passage.span.start >= place
        assert not text[place : passage.span.start].strip().strip("() :")
        place = passage.span.end
    assert not text[place:].strip()


ODD = {
    "letters": "a",
    "dots": ".",
    "lines": "a\n",
    "short lines": "word\n\n",
    "pointers": "Read more: x\n",
    "datelines": "LONDON (AP) - ",
    "credits": "Getty Images/",
    "counters": "1/2 ",
    "citations": '"a" — ',
    "emoji with joiners": "👩\u200d👩\u200d👧 ",
    "combining marks": "e\u0301\u0302",
    "right to left": "\u202eאבג ",
    "zero width": "\u200b",
}


@pytest.mark.parametrize("unit", ODD.values(), ids=ODD)
def test_passages_cover_whatever_is_visible_once_and_in_order(unit: str) -> None:
    text = (unit * 20_000)[:20_000]
    assert_whole(text, passages.find(text))


def test_combining_marks_on_one_letter_stay_in_one_passage() -> None:
    text = "e" + "\u0301" * 10_000
    assert [(p.span.start, p.span.end) for p in passages.find(text)] == [(0, len(text))]


CORPORA = [SHARED / "newsdesk" / "train.jsonl", SHARED / "newsdesk" / "dev.jsonl", SHARED / "seed" / "gold.jsonl"]


@pytest.mark.parametrize("path", CORPORA, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_annotated_statement_of_a_clean_corpus_is_lost(path: Path) -> None:
    if not path.exists():
        pytest.skip(f"{path} is not here: the shared data lies beside the repository")
    lost = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = passages.find(row["text"])
        assert_whole(row["text"], found)
        contents = [(s, e) for entry in row["attributions"] for s, e in entry["content"]]
        furniture = [passage.span for passage in found if not passage.is_prose]
        lost += [row["text"][s:e] for s, e in contents if any(f.start < e and s < f.end for f in furniture)]
    assert lost == []


@pytest.mark.parametrize(
    ("line", "known", "day"),
    [
        ("LINDAU, Nov. 26 — ", "2025-12-15", "2025-11-26"),  # a page that was changed later
        ("LINDAU, Germany, Nov 26 (Reuters) - ", "2025-11-27", "2025-11-26"),
        ("LINDAU, Dec. 30 — ", "2026-01-02", "2025-12-30"),
        ("LINDAU, Nov. 26 — ", "2025-11-25", "2025-11-26"),  # printed the evening before
        ("LINDAU, Feb. 2 — ", "2026-01-25", "2026-01-25"),  # no such day was near
        ("LINDAU — ", "2025-11-27", "2025-11-27"),
    ],
)
def test_a_place_line_without_a_year_tells_the_day_beside_a_known_one(line: str, known: str, day: str) -> None:
    text = f"Ferries stay in port\n\n{line}The ferry company stopped 19 of its boats on Wednesday, its chief said.\n\nThey sail again in May."
    read = passages.filed(text, passages.find(text), datetime.date.fromisoformat(known))
    assert read.isoformat() == day


@pytest.mark.parametrize(
    "heading", ["HAPPY BIRTHDAY", "Transitions", "TRIVIA", "Today's question", "What we're reading"]
)
def test_what_a_newsletter_tells_its_readers_of_one_another_is_none_of_the_article(heading: str) -> None:
    aside = "Ida Moss is now press secretary of the harbour, and Carl Dunn has joined the ferry company as an adviser."
    text = "\n\n".join((*ARTICLES[0].paragraphs, heading, aside))
    found = {passage.span.of(text): passage.kind for passage in passages.find(text)}
    assert (found[heading], found[aside]) == (PassageKind.NAVIGATION, PassageKind.NAVIGATION)


def test_the_notes_to_editors_of_a_release_may_be_half_of_it() -> None:
    notes = "The university is one of the ten leading universities of the south, with 31,000 students from 114 countries, and a member of two alliances."
    text = "\n\n".join(
        (
            *ARTICLES[0].paragraphs,
            "Notes to editors",
            notes,
            notes.replace("south", "north"),
            notes.replace("ten", "four"),
        )
    )
    found = {passage.span.of(text): passage.kind for passage in passages.find(text)}
    assert found[notes] is PassageKind.NAVIGATION


def test_an_agencys_last_sign_closes_its_last_sentence() -> None:
    assert lines.Piece(0, 42, "Some 40 boats a day are to use the pier. ■").closed


def test_what_a_release_says_of_its_sender_is_put_away_though_much_stands_below() -> None:
    told = "Aldmouth Bridges builds and mends bridges on four continents and has 4,000 employees."
    call = (
        "The company expects no more than the usual risks, and these are set out at length in its report of the year."
    )
    paragraphs = (
        "Aldmouth Bridges said on Tuesday that it had mended 14 bridges in the county since May.",
        *ARTICLES[0].paragraphs[:2],
    )
    text = "\n\n".join((*paragraphs, "About Aldmouth Bridges", told, "Further", *(call,) * 4))
    found = {passage.span.of(text): passage.kind for passage in passages.find(text)}
    assert found[told] is PassageKind.NAVIGATION


def test_a_teaser_that_breaks_off_is_none_of_the_article_whatever_it_shares_with_it() -> None:
    name = "Aldmouth Bridges"
    paragraphs = tuple(
        f"{name}, Inc. said on Tuesday that {n} bridges of the county were to be mended by the end of May."
        for n in (14, 15, 16)
    )
    teaser = f"{name}, Inc. (NYSE: ALB) today said that it would mend a bridge of steel with a span of 400 metres in..."
    text = "\n\n".join((*paragraphs, "Also from this source", f"{name} to Mend Bridge of Steel in Chile", teaser))
    found = {passage.span.of(text): passage.kind for passage in passages.find(text)}
    assert found[teaser] is PassageKind.NAVIGATION
