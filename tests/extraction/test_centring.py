"""Whom "he" and "she" go back to: the subject of the sentence before, and not whoever an article names most often."""

import pytest

from claims.extraction import entities
from claims.extraction.types import Passage, PassageKind, Span

GOVERNOR = (
    "Governor Hale Dunmore signed eleven pardons on Monday. Dunmore had promised them. Dunmore's office listed the names. "
    "Dunmore pardoned Peter Quill, once the head of a bank. "
)


def meant(text: str, pronoun: str, place: int = 0) -> str | None:
    """The name that a pronoun stands for; *place* counts its occurrences from the end with -1."""
    starts = [at for at in range(len(text)) if text[at:].startswith(f"{pronoun} ")]
    cast = entities.find(text, (Passage(Span(0, len(text)), PassageKind.BODY),), "")
    name = cast.resolve(Span(starts[place], starts[place] + len(pronoun)))
    return name and name.text


@pytest.mark.parametrize(
    ("rest", "pronoun"),
    [
        ("Quill was charged with fraud in the affair of the lobbyist Adam Stern. He was convicted in 2006.", "He"),
        ("Quill was charged with fraud. He was convicted in 2006. The court of appeals set aside his sentence.", "his"),
        ("Quill was charged with fraud. He was convicted in 2006, and in 2008 he was found guilty again.", "he"),
        ("In 2005, Quill was charged with fraud by a jury. He was convicted a year later.", "He"),
    ],
)
def test_who_is_told_of_is_meant_and_not_who_is_named_most_often(rest, pronoun):
    assert meant(GOVERNOR + rest, pronoun, -1) == "Peter Quill"


@pytest.mark.parametrize(
    "rest",
    [
        "His politics clash with those of leaders such as Adam Stern. His party likes him.",
        "He spoke of taxes in an interview with Adam Stern. He left early for the day.",
        "He called the lobbyist Adam Stern a liar. He left early for the day.",
    ],
)
def test_a_name_that_is_no_subject_takes_nobodys_place(rest):
    text = f"{GOVERNOR}Dunmore opened the fair on Monday. {rest}"
    assert meant(text, rest.rsplit(". ", 1)[1].split()[0], -1) == "Hale Dunmore"


@pytest.mark.parametrize(
    "text",
    [
        "Hong Kong voted. She only wants to win time.",
        "Corona spread fast, and schools closed for Corona. She has not worked since then.",
        "Whenever it rains the roof leaks. He mends the roof by hand.",
    ],
)
def test_a_town_or_a_virus_is_no_she(text):
    pronoun = "He" if "He " in text else "She"
    assert meant(text, pronoun) is None
