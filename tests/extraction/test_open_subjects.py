"""A claim whose subject is a pronoun that nothing was found for says so, and no policy queues it by itself."""

import pytest

from claims.extraction import pipeline


def cautions(text: str) -> dict[str, str | None]:
    return {claim.text: claim.caution for claim in pipeline.load().run(text).claims}


@pytest.mark.parametrize(
    ("claim", "word"),
    [
        ("They had been beaten.", "they"),
        ("It closed 40 schools last year.", "it"),
        ("Their names have not been released.", "their"),
        ("This revised an earlier toll of 27 dead.", "this"),
    ],
)
def test_a_pronoun_that_nothing_was_found_for_is_told(claim: str, word: str) -> None:
    assert cautions(claim)[claim] == f"It says “{word}”, and not who or what that is."


@pytest.mark.parametrize(
    "claim",
    [
        "It took two hours to reach the village.",
        "It rained for 40 days in Velm.",
        "This year the council closed 40 schools.",
        "Those schools had 4,000 pupils.",
    ],
)
def test_nobody_is_meant_by_it_of_the_weather_and_the_clock(claim: str) -> None:
    assert cautions(claim)[claim] is None


def test_a_name_that_was_found_stands_in_the_claim_and_needs_no_caution() -> None:
    made = cautions("Anna Lind runs the mine. She paid 40 euros for it in 2019.")
    assert [text for text in made if text.startswith("Anna Lind paid")]
    assert all(why is None for why in made.values())
