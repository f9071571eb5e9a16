"""Fragments and wrong joints that a strict reader found in claims; sentences, names and places are our own."""

import pytest

from tests.extraction.test_real_biz2 import certain

# What somebody is told to have said beside


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The ministry said the dam was safe, that the gates had been tested and that nobody had been told to leave.",
            ["The dam was safe.", "The gates had been tested.", "Nobody had been told to leave."],
        ),
        (
            "Lund argued the law is unfair and that without change rents will rise by a third.",
            ["The law is unfair.", "Without change rents will rise by a third."],
        ),
        (
            "The court said that the rule was void and that hydrogen may play a part.",
            ["The rule was void.", "Hydrogen may play a part."],
        ),
        (
            "The report found that foreign demand was weak and that fewer than half of firms were hiring.",
            ["Foreign demand was weak.", "Fewer than half of firms were hiring."],
        ),
        (
            "Police said a man was hurt in a crash that closed the road and that drivers should stay away.",
            ["A man was hurt in a crash that closed the road.", "Drivers should stay away."],
        ),
        (
            "A miner said that men who posed as clerks read out an order, and that no one was given a copy.",
            ["Men who posed as clerks read out an order.", "No one was given a copy."],
        ),
    ],
)
def test_and_that_opens_another_claim(text: str, said: list[str]) -> None:
    assert certain(text) == said


def test_an_answer_without_its_question_is_no_claim() -> None:
    text = "The doctor said that it could, but that swelling of the brain was likelier."
    assert certain(text) == ["Swelling of the brain was likelier."]


def test_who_denies_two_things_denies_both() -> None:
    text = "Officials denied that the bridge had cracked and that two workers had been hurt."
    assert certain(text) == ["The bridge had not cracked.", "Two workers had not been hurt."]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the plan was bold and that plan had failed.",
        "Lund said the mill was shut and that for many is enough.",
    ],
)
def test_what_points_back_opens_none(text: str) -> None:
    assert all(not claim.endswith(("bold.", "shut.")) for claim in certain(text))
