"""Which "it" is the body that is reported: what only somebody does, holds or stands in, and no storm, sum or law."""

import pytest

from tests.extraction.test_real_biz import claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The Fennmark Rowing Federation said it was aware of the letter and was in regular contact with the clubs.",
            "The Fennmark Rowing Federation was in regular contact with the clubs.",
        ),
        (
            "The harbour authority confirmed it had lodged a complaint against the shipping line.",
            "The harbour authority had lodged a complaint against the shipping line.",
        ),
        (
            "Norland says it is holding no prisoners of war, only people convicted of crimes.",
            "Norland is holding no prisoners of war, only people convicted of crimes.",
        ),
        ("The ministry denied it was blocking deliveries of flour.", "The ministry was not blocking deliveries of flour."),
        (
            "A group of island states said it is ready to send observers to Velm.",
            "A group of island states is ready to send observers to Velm.",
        ),
        ("The firm said it had raised 3 million euros.", "The firm had raised 3 million euros."),
        ("Qatar has hinted that it could send its cargoes elsewhere.", "Qatar could send its cargoes elsewhere."),
        ("The zoo said it expects 40,000 visitors.", "The zoo expects 40,000 visitors."),
    ],
)  # fmt: skip
def test_what_a_body_does_or_holds_is_told_of_it_by_name(text: str, claim: str) -> None:
    assert claim in claims(text)


def test_people_are_no_it() -> None:
    text = "People familiar with the matter said it is in talks to buy a start-up."
    assert "It is in talks to buy a start-up." in claims(text)


def test_what_things_do_is_not_told_of_those_who_say_so() -> None:
    text = "Two engineers of the Velm Institute said it was causing cracks in 40 houses."
    assert "It was causing cracks in 40 houses." in claims(text)


def test_a_noun_that_of_hangs_on_belongs_to_what_is_said() -> None:
    text = 'The council leader said every day of delay "costs the town 40 jobs".'
    assert 'Every day of delay "costs the town 40 jobs".' in claims(text)
