"""A bare noun gives way to the name of the one thing that the article called so."""

import pytest

from tests.extraction.test_standalone_when import of_article

FERRY = "A ferry called Lady Vik left Oslo on Monday. "

NAMED = [
    (FERRY, "The ferry was built in 1962.", "Lady Vik was built in 1962."),
    (FERRY, "The ship was built in 1962.", "Lady Vik was built in 1962."),
    (
        "The owners sold Lady Vik, a ferry, on Monday. ",
        "Guests photographed the vessel.",
        "Guests photographed Lady Vik.",
    ),
    (
        "Police seized a website known as “Velm Deals” on Monday. ",
        "The site hid 300 sellers.",
        "“Velm Deals” hid 300 sellers.",
    ),
    (
        "The court fined broadcast corporation VBN on Monday. ",
        "The network aired 40 lies.",
        "VBN aired 40 lies.",
    ),
    ("Floods hit the city of Velm on Monday. ", "Half of the city lost power.", "Half of Velm lost power."),
]


@pytest.mark.parametrize(("text", "sentence", "expected"), NAMED)
def test_the_noun_gives_way_to_the_name(text: str, sentence: str, expected: str) -> None:
    assert of_article(text + sentence, sentence) == expected


ANOTHER = [
    (FERRY + "Another ferry followed. ", "The ferry was built in 1962.", "there are two"),
    (FERRY, "The ferry of the navy was built in 1962.", "the claim tells which"),
    (FERRY, "The ferry company was founded in 1962.", "part of another thing"),
    ("Snow fell. It was cold. Cars stood still. " + FERRY, "The ferry was built in 1962.", "named in passing"),
    ("Spectators liked the show Nights in Velm on Monday. ", "The show ran for 9 years.", "the name may go on"),
]


@pytest.mark.parametrize(("text", "sentence", "why"), ANOTHER)
def test_a_noun_that_may_mean_another_thing_stays(text: str, sentence: str, why: str) -> None:
    assert of_article(text + sentence, sentence) == sentence, why


TITLE = "Wikinews visits Velm Garden Party nominee"


def test_the_thing_that_the_title_names_is_meant_by_its_last_word() -> None:
    text = "Anna Vik leads the Garden Party. The Rose Party lost. The Garden Party won. The party has 900 members."
    assert of_article(text, "The party has 900 members.", TITLE).endswith("Garden Party has 900 members.")


def test_another_thing_of_the_kind_named_since_is_not_the_titles() -> None:
    text = "Anna Vik leads the Garden Party. She left the Rose Party in 2009. The party has 900 members."
    assert "Garden" not in of_article(text, "The party has 900 members.", TITLE)
