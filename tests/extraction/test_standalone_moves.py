""" "The move" is told by what the sentence before says somebody did."""

import pytest

from tests.extraction.test_standalone_when import of_article

MOVES = [
    ("Mayor Anna Vik closed the Velm mill on Monday. ", "Anna Vik's closure of the Velm mill"),
    ("The council approved a new bridge. ", "The council's approval of a new bridge"),
    ("The Velm party banned leaflets. ", "The Velm party's ban on leaflets"),
]


@pytest.mark.parametrize(("text", "expected"), MOVES)
def test_the_move_is_the_deed_of_the_sentence_before(text: str, expected: str) -> None:
    sentence = "The move angered 300 workers."
    assert of_article(text + sentence, sentence) == f"{expected} angered 300 workers."


def test_the_same_move_may_be_told_of_twice() -> None:
    text = "The council approved a new bridge. The move came late. The move angered 300 workers."
    assert of_article(text, "The move angered 300 workers.").startswith("The council's approval of a new bridge")


NO_MOVES = [
    "The mill was old. ",
    "The council said it approved a new bridge. ",
    "They approved a new bridge. ",
    "The council approved its own budget. ",
]


@pytest.mark.parametrize("text", NO_MOVES)
def test_a_move_that_nobody_is_said_to_have_made_stays(text: str) -> None:
    sentence = "The move angered 300 workers."
    assert of_article(text + sentence, sentence) == sentence


def test_a_move_that_is_told_itself_stays() -> None:
    sentence = "The move to the coast angered 300 workers."
    assert of_article("The council approved a new bridge. " + sentence, sentence) == sentence
