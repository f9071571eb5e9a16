"""Between and behind the paragraphs: what a box holds, what signs the article, and what the article goes on with."""

import pytest

from claims.extraction import passages, pipeline
from claims.extraction.types import PassageKind
from tests.extraction.articles import ARTICLES

FIRST, *REST = ARTICLES[0].paragraphs
TITLE = ARTICLES[0].title


def kinds(*lines: str, wanted: str) -> set[PassageKind]:
    """The kinds of the passages in which *wanted* stands."""
    text = "\n\n".join(lines)
    place = text.index(wanted)
    return {p.kind for p in passages.find(text) if p.span.start < place + len(wanted) and place < p.span.end}


def behind(*lines: str, wanted: str) -> set[PassageKind]:
    return kinds(TITLE, "By Harriet Crane", FIRST, *REST, *lines, wanted=wanted)


STRANGE = "Two ewes were found on the islet at low tide and taken home by boat."  # nothing that the article speaks of


@pytest.mark.parametrize(
    "sign",
    [
        "With reporting by Olu Stone and the county desk",
        "Reporting by Harriet Crane; Editing by Olu Stone",
        "This article has been updated with the council's reply.",
        "Contact Harriet Crane at 555-010-4477.",
    ],
)
def test_the_last_paragraph_above_those_who_sign_is_the_article(sign: str) -> None:
    lines = ("Watch: The bridge from the air", STRANGE, sign, "Related Topics", "Bridges")
    assert behind(*lines, wanted=STRANGE) == {PassageKind.BODY}


def test_a_strange_sentence_behind_a_headline_that_nobody_signs_is_a_teaser() -> None:
    lines = ("Most read", "Sheep swim home from islet", STRANGE, "Weather", "Puzzles")
    assert behind(*lines, wanted=STRANGE) == {PassageKind.NAVIGATION}


def test_a_sentence_with_a_speaker_by_full_name_is_the_article_behind_a_heading() -> None:
    told = "The vet of the islet, Ann Ferris, said ewes can swim for an hour."
    assert behind("Sheep at sea", told, "Share", wanted=told) == {PassageKind.BODY}


def test_a_short_word_of_the_headline_tells_the_articles_last_sentence() -> None:
    told = "A wooden road is to be cut across the dunes and the meadow."
    article = [
        "The road to the islet will shut in the winter, the county council of Aldmouth said on Tuesday after a long debate.",
        "A survey found that the road sinks by four inches every year, and that a storm could take all of it at once.",
        "Owners of the eleven cottages at its end say that without the road they could not sell their homes to anybody.",
    ]
    lines = (
        "Islet road to shut",
        "By Harriet Crane",
        *article,
        "Read more",
        "Sheep swim home from islet",
        told,
        "Share",
    )
    assert kinds(*lines, wanted=told) == {PassageKind.BODY}


def test_the_entries_of_a_live_page_are_no_teasers() -> None:
    told = "About 12,300 homes are dark around Tolby, according to the supplier."
    entries = [line for n, p in enumerate(REST) for line in (f"1{n}.05", "What the council says", p)]
    lines = (TITLE, FIRST, *entries, "17.15", "Power fails in Tolby", told, "18.20", "Good night", "Share")
    assert kinds(*lines, wanted=told) == {PassageKind.BODY}


def test_a_headline_in_capitals_is_one_though_it_ends_like_a_sentence() -> None:
    teaser = "I Moved In With My Uncle’s Horse. It Saved Me."
    assert behind("Editors’ Picks", teaser, "Trending", wanted=teaser).isdisjoint({PassageKind.BODY})


def test_a_list_of_teasers_that_each_have_a_title_is_no_article() -> None:
    one = "Phones in Class: The county wants to lock them away. Parents are split."
    other = "Shrinking Villages: The valley lost 900 people in a year. Whole streets may close."
    lines = (TITLE, "By Harriet Crane", FIRST, "More on Aldmouth", one, other, *REST)
    assert kinds(*lines, wanted=one) == {PassageKind.NAVIGATION}
    assert kinds(*lines, wanted=REST[0]) == {PassageKind.BODY}


def test_a_life_told_by_one_name_belongs_to_whoever_signs() -> None:
    life = "Crane covers bridges and ferries for the Post. She joined from a weekly, where she won a prize for maps."
    assert behind(life, wanted=life) == {PassageKind.BYLINE}
    other = life.replace("Crane", "Boyle")
    assert behind(other, wanted=other) == {PassageKind.BODY}


def test_who_helped_is_a_note_though_somebody_reported() -> None:
    line = "Crane reported from Tolby. Post writer Olu Stone in Varhaven contributed to this report."
    assert behind(line, wanted=line).isdisjoint({PassageKind.BODY})


def test_a_link_that_says_where_it_opens_leaves_its_sentence_in_the_article() -> None:
    line = "The council fined Marsh & Leary (MRSH.L), opens new tab, 1.5 million pounds for the report of 2014."
    assert kinds(TITLE, FIRST, line, *REST, wanted=line) == {PassageKind.BODY}
    alone = "Our rules: the Post's principles of trust, opens new tab"
    assert kinds(TITLE, FIRST, *REST, alone, wanted=alone) == {PassageKind.NAVIGATION}


def test_no_claim_says_that_a_link_opens_elsewhere() -> None:
    line = "A Brazilian court on Thursday fined steelmaker Aldo (ALDO3.SA), opens new tab $310 million for ignoring a warning."
    text = "\n\n".join((TITLE, FIRST, line, *REST))
    told = " ".join(claim.text for claim in pipeline.load().run(text).claims)
    assert "fined steelmaker Aldo (ALDO3.SA) $310 million" in told
    assert "opens" not in told


def test_what_a_house_says_of_itself_below_everything_is_none_of_the_article() -> None:
    line = "The Post, the news arm of Quill Holdings, is the largest provider of news on the coast, reaching four counties."
    assert behind("Share", "About the Post", line, wanted=line) == {PassageKind.NAVIGATION}
    assert kinds(TITLE, FIRST, "The buyers", line, *REST, wanted=line) == {PassageKind.BODY}


def test_below_a_year_of_copyright_behind_the_houses_name_nothing_is_the_article() -> None:
    line = "On May 3 the Post was declared unwanted by the county of Tolby."
    assert behind("The Post © 2024. Found a mistake?", line, wanted=line) == {PassageKind.NAVIGATION}


def test_between_paragraphs_a_sentence_behind_the_headline_of_another_article_is_the_article() -> None:
    told = "Shepherds found eleven ewes and a donkey on the islet."
    lines = (TITLE, "By Harriet Crane", FIRST, "Related article", "Sheep swim home from islet at night", told, *REST)
    assert kinds(*lines, wanted=told) == {PassageKind.BODY}


@pytest.mark.parametrize(
    "box",
    [
        ("To see this post you must allow its maker to keep cookies on your device.", "Accept", "Manage my choices"),
        ("Your browser keeps the player from loading, so please enable JavaScript.", "Try again"),
    ],
)
def test_buttons_are_no_headlines_of_what_stands_below_them(box: tuple[str, ...]) -> None:
    assert behind(*box, STRANGE, "Share", wanted=STRANGE) == {PassageKind.BODY}


def test_a_teaser_between_a_headline_and_its_date_is_none_of_the_article_though_it_has_two_sentences() -> None:
    teaser = "The county will pay for heat. Critics in Velm, Ostry and Lund want more."
    card = ("Norland approves price cap after quarrel", teaser, "Economy", "4 hours ago")
    assert behind(*card, wanted=teaser) == {PassageKind.NAVIGATION}


def test_a_short_paragraph_with_several_of_the_articles_words_ends_what_teasers_may_stand_behind() -> None:
    told = "Farmers from Velm brought hay on three carts."
    certain = "Shopkeepers of the south bank and the county council will meet."
    lines = ("Read more: Sheep swim home from islet", told, certain, "Share")
    assert behind(*lines, wanted=told) == {PassageKind.BODY}
