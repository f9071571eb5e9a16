"""Whole sentences that were taken for torn ones, and waited for a person for a wrong reason."""

import pytest

from claims.extraction import pipeline


def proposed(text: str) -> list[str]:
    """What is proposed of a text, without what waits for a person."""
    return [claim.text for claim in pipeline.load().run(text).claims if claim.abstained is None]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (  # "allied" is no verb behind "and"
            "Malian soldiers and allied foreign fighters executed at least 26 civilians in two villages in the Segou region.",
            "Malian soldiers and allied foreign fighters executed at least 26 civilians in two villages in the Segou region.",
        ),
        (  # a clause with "that's" has its verb
            "Under state law, a landlord can't collect rent on a unit that's been condemned.",
            "A landlord can't collect rent on a unit that's been condemned.",
        ),
        ("Tavares was the operations officer at the base that spring.",) * 2,
        (  # "mimics" is a verb behind "that", so that "cut" is the sentence's
            "A once-daily pill that mimics a gut hormone cut the weight of adolescents by an average of 11% in a year.",
            "A once-daily pill that mimics a gut hormone cut the weight of adolescents by an average of 11% in a year.",
        ),
        (  # what opens a sentence before "are" is a noun
            "Dozens more are under house arrest in Velm.",
            "Dozens more are under house arrest in Velm.",
        ),
        (  # the verb behind "than" is of the comparison
            "Three of nine policymakers at the central bank pressed for a half-point rate cut last month, evidence of a deeper split than markets had assumed.",
            "Three of nine policymakers at the central bank pressed for a half-point rate cut last month.",
        ),
        ("The market is softer than the headline rate implies.",) * 2,
        (  # a time stands behind "since", and no clause
            "At five on Friday morning the furnace that had burned since the week of the coronation was allowed to go out.",
            "At five on Friday morning the furnace that had burned since the week of the coronation was allowed to go out.",
        ),
        (  # a participle leads in to the subject
            "Currently ranked 27th in the world, Nika Lund reached the final of the Velm Open in May 2019.",
            "Currently ranked 27th in the world, Nika Lund reached the final of the Velm Open in May 2019.",
        ),
        (  # what follows the condition is the sentence
            "If an heir is listed there and has unpaid fines, the notary must suspend the process.",
            "If an heir is listed there and has unpaid fines, the notary must suspend the process.",
        ),
        ("Velm's dollar bonds rose after the news.",) * 2,
        ("The mission cost 290 million euros.",) * 2,
        ("On Friday, Qaboos bin Said died aged 79.",) * 2,  # a name, and no "said"
    ],
)
def test_a_whole_sentence_is_proposed(text: str, claim: str) -> None:
    assert claim in proposed(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "In her written explanation she pointed out that letters to the colony are read by a censor.",
            "Letters to the colony are read by a censor.",
        ),
        (
            "Board chair Wes Lind said he hoped both sides would return to the table next week.",
            "Wes Lind hoped both sides would return to the table.",
        ),
        (
            "“We can train as many people as you like,” Karo Lind, of the Velm institute, said.",
            "The Velm institute can train as many people as you like.",
        ),
    ],
)
def test_a_whole_clause_is_no_torn_one(text: str, claim: str) -> None:
    made = pipeline.load().run(text).claims
    assert all(one.abstained != "It is no whole sentence." for one in made if one.text == claim)
    assert "It is no whole sentence." not in [one.abstained for one in made]


def test_what_is_cut_is_a_forecast_and_nobody_says_it() -> None:
    text = (
        "Shares in Lumen fell 9% on Tuesday after the carmaker issued a warning. Lumen cut its full-year operating margin forecast to"
        " between 3% and 3.5% from 5%. “We are acting,” said its chief executive, Dana Orr."
    )
    assert "Lumen cut its full-year operating margin forecast to between 3% and 3.5% from 5%." in proposed(text)


def test_nothing_is_told_where_nobody_says_a_word() -> None:
    text = "The firm moved 400 jobs to Velm in May before anybody in Washington said a word."
    assert proposed(text) == [text]


def test_whom_it_leaves_has_what_stands_behind_with() -> None:
    text = "A 3-0 home defeat by Norwich left them bottom of the table with nine points from 15 games."
    assert proposed(text) == [text]


def test_no_illness_says_anything() -> None:
    text = "Those taking the drug had a 33% lower risk of Alzheimer's, they found."
    assert [one.source_name for one in pipeline.load().run(text).statements] == [None]


def test_an_aside_that_lost_the_clause_of_its_comparison_is_left_out() -> None:
    text = (
        "Three of nine members pressed for a rate cut last month, evidence of a deeper split than markets had assumed."
    )
    assert proposed(text) == ["Three of nine members pressed for a rate cut last month."]


@pytest.mark.parametrize("trade", ["Hydrologist", "Paediatrician", "Beekeeper", "Childminder"])
def test_what_somebody_does_for_a_living_is_no_part_of_the_name(trade: str) -> None:
    read = pipeline.load().run(f"{trade} Nadia Karimova said 400 wells had arsenic. Karimova said 12 had none.")
    assert [(one.source_name, one.source_kind) for one in read.statements] == [("Nadia Karimova", "person")] * 2


def test_a_pipe_bursts() -> None:
    assert proposed("The water pipe burst under the road in Velm on May 3.") == [
        "The water pipe burst under the road in Velm on May 3."
    ]
