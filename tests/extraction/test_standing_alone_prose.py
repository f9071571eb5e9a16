"""Claims of ordinary news prose that were broken or untrue when a stranger read them without their articles."""

import pytest

from tests.extraction.test_standalone import texts

WHICH = [
    (
        "Prices have doubled since January after poor harvests in Velm and Lima, which together make about 60 percent of the beans.",
        "Velm and Lima together make about 60 percent of the beans.",
    ),
    ("Half of them took three drops of the syrup, which is sold as Nox.", "The syrup is sold as Nox."),
    (
        "The ban on meetings of more than nine people, which was ordered by the mayor, will stay.",
        "The ban on meetings of more than nine people was ordered by the mayor.",
    ),
    (
        "The board voted by six to two in favour of the scheme, which includes a school.",
        "The scheme includes a school.",
    ),
]


@pytest.mark.parametrize(("text", "expected"), WHICH)
def test_which_goes_back_to_the_noun_that_its_verb_agrees_with(text: str, expected: str) -> None:
    assert expected in texts(text, text)


@pytest.mark.parametrize(
    "text",
    [
        "The coins will be kept in a new vault in Velm, which is to open soon.",
        "Peru sold nine tonnes of wheat in 2022 under an agreement brokered by Chile, which the Velm Union left in 2023.",
        "The museum bought the doors from a sailor, who had found them in Velm.",
    ],
)
def test_a_clause_that_may_tell_of_either_of_two_nouns_stays_in_its_sentence(text: str) -> None:
    assert texts(text, text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The jury of six men and four women took less than three hours to reach a verdict at Velm Court.",
        "The study followed 300 children aged between two and nine months in Peru, Chile and Cuba.",
    ],
)
def test_figures_that_only_together_say_something_are_not_cut_apart(text: str) -> None:
    assert texts(text, text) == [text]


def test_a_second_verb_behind_that_may_belong_to_its_noun() -> None:
    text = "Ann Lind, Tom Berg and Eva Holt were convicted after a hearing that lasted two days and was closed to the public."
    assert texts(text, text) == [text]


def test_what_follows_a_clause_between_commas_goes_on_with_the_subject() -> None:
    text = "The mill has stood empty since 2006, when the Velm Wool Company went bankrupt, and was damaged by a flood in 2019."
    assert texts(text, text) == [
        "The mill has stood empty since 2006.",
        "The mill was damaged by a flood in 2019.",
        "The Velm Wool Company went bankrupt.",
    ]


def test_about_stays_before_a_figure_that_is_the_subject() -> None:
    text = "About 300 fans gathered outside the ground on Tuesday evening, chanting for Lind to leave."
    assert texts(text, text)[1].startswith("About 300 fans")
