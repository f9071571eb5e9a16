"""What made claims untrue on a fresh reading: cuts with the wrong subject, things told of as being there, wrong names; sentences are our own."""

import pytest

from tests.extraction.test_real_biz import claims

# What came of what happened to a thing


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The dam at Velm gave way on Monday, cutting the road to three villages.", "The dam at Velm cut"),
        ("The town ran out of water last summer, leading to long queues at its wells.", "The town led"),
        ("Talks with the clerks broke down on Friday, throwing the harvest fair into doubt.", "clerks threw"),
        ("Two masts had tilted in the storm, leading to the closure of the quay.", "masts led"),
    ],
)
def test_what_a_thing_came_to_is_not_its_deed(text: str, wrong: str) -> None:
    assert not any(wrong in claim for claim in claims(text))


def test_what_happens_leads_to_more_by_itself() -> None:
    assert "A fire led to the closure of two schools." in claims(
        "A fire swept through the market, leading to the closure of two schools."
    )


def test_a_sentence_is_suspended_and_not_who_gets_it() -> None:
    text = "Ann Lind was given a 12-week sentence, suspended for a year, and banned from driving for two years."
    assert claims(text) == [
        "Ann Lind was given a 12-week sentence, suspended for a year.",
        "Ann Lind was banned from driving for two years.",
    ]


def test_who_is_suspended_from_school_is() -> None:
    assert "Bo Orr was suspended from school." in claims(
        "Bo Orr was arrested twice, suspended from school and fined £200."
    )


# What has a subject, a time or a condition of its own


def test_a_time_without_a_figure_is_no_subject() -> None:
    text = "Hours later, the council sacked a clerk and opened an inquiry into the fire."
    assert "The council opened an inquiry into the fire." in claims(text)


def test_what_is_ruled_out_together_is_not_ruled_out_alone() -> None:
    text = "The landlord cannot take the rent for years and then lock the door."
    assert claims(text) == [text]


def test_a_rank_keeps_how_far_back_it_holds() -> None:
    text = "Sales in Velm fell 4%, the steepest fall since the shop opened in 2011."
    assert claims(text) == [text]


def test_what_will_be_then_has_not_been() -> None:
    text = "The first of two stations in Velm will now be finished in 2029, with trains running in 2030."
    assert not any("trains ran" in claim for claim in claims(text))


# Of which noun more is told


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "The fee is the dearest part of the port plan, which was agreed in 2022.",
            "The port plan was agreed in 2022.",
        ),
        (
            "Norland lies on the Gulf of Orla, a bay of shallow water with many wrecks.",
            "The Gulf of Orla is a bay of shallow water with many wrecks.",
        ),
        (
            "Bo Orr had spent May drying herbs on the roof of his brother's house, a hut of mud brick on the edge of Velm.",
            "Bo Orr's brother's house was a hut of mud brick on the edge of Velm.",
        ),
        ("Bo Orr was the mayor of Velm, a town of 4,000 people.", "Velm is a town of 4,000 people."),
    ],
)
def test_more_is_told_of_the_right_noun(text: str, right: str) -> None:
    assert right in claims(text)


def test_rules_take_effect_and_not_those_whom_they_are_for() -> None:
    text = "A change to the licence rules for small farms, which took effect in May, has angered growers."
    assert not any(claim.startswith("Small farms took") for claim in claims(text))


# What somebody did with a noun, and what was only thought of


@pytest.mark.parametrize(
    "text",
    [
        "The council has announced funding for two new schools in Velm.",
        "At least three clerks had argued for an immediate cut.",
        "Bo Orr pleaded for more time.",
        "Bankers see a 40-point cut in rates rather than a rise.",
        "Some teachers have pointed to fear of raids.",
        "Unions fear that 400 jobs will go at the mill.",
        "The report assumed that no refunds would be paid.",
    ],
)
def test_who_did_it_or_thought_it_is_told_with_it(text: str) -> None:
    assert claims(text) == [text]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Inspectors found cracks in two of the pillars.", "There were cracks in two of the pillars."),
        ("Police confirmed a death at the mill.", "There was a death at the mill."),
        ("The union called for a new vote on the mill.", "There should be a new vote on the mill."),
        ("The mayor announced the death of Bo Orr on Friday.", "Bo Orr has died."),
        ("Ann Lind promised to open the hall.", "Ann Lind will open the hall."),
    ],
)
def test_what_was_found_or_asked_for_is_told_by_itself(text: str, right: str) -> None:
    assert right in claims(text)


def test_nobody_will_do_what_was_only_threatened() -> None:
    text = "A caller had threatened to burn the mill if Ann Lind spoke to the police."
    assert claims(text) == [text]


def test_what_was_said_at_first_is_told_as_what_was_said_at_first() -> None:
    text = "Orla Holdings had originally said it would start making boats there in 2027."
    assert claims(text) == ["Orla Holdings had originally said that it would start making boats there in 2027."]


def test_those_whom_somebody_apologised_to_are_not_told_of_as_being_there() -> None:
    assert not any(
        claim.startswith("There were") for claim in claims("Ann Lind apologised to patients and their families.")
    )


def test_who_recommends_a_limit_will_not_set_it() -> None:
    text = "Ann Lind, a lawyer, wrote to the port. Her recommendation was to limit the lease to 60 days."
    assert not any("Lind will" in claim for claim in claims(text))
