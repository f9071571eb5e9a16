"""Who is named as a source: no scraps of names, no places, no words that say nothing; sentences, names and places are our own."""

import pytest

from claims.extraction import pipeline
from tests.extraction.test_real_biz import DAY


def names(text: str) -> list[str | None]:
    """How the sources of a text are called, in its order."""
    return [one.source_name for one in pipeline.run(text, "", DAY).statements if one.attributed]


# Names in one piece


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ways and Means Chair Tom Berg (R-Velm.) has argued that the levy is unfair.", "Tom Berg"),
        ("Health and Social Care Secretary Ann Lind said the ward would close.", "Ann Lind"),
        ("Minister for Public Works Ann Holt said the bridge would close.", "Ann Holt"),
        ("Minister for Housing Darragh Lind said the rise was sad.", "Darragh Lind"),
        ("Secretary of State for Work and Pensions Nora Berg said the fund was empty.", "Nora Berg"),
        ("The tariff would fall, Commissioner for Trade Karl Berg said.", "Karl Berg"),
    ],
)
def test_an_office_of_several_words_is_no_part_of_the_name(text: str, name: str) -> None:
    assert names(text)[0] == name


def test_two_directors_of_one_body_are_two_people() -> None:
    text = (
        "WHO Director-General Dr Karl Berg said the outbreak was an emergency. WHO Regional Director for Asia Dr Nomsa Dlamini"
        " said, “Much work is under way in the villages.”"
    )
    assert names(text) == ["Karl Berg", "Nomsa Dlamini"]


def test_heads_of_two_firms_speak_together() -> None:
    text = "Orben Mills CEO Albert Lind and Lund Journal editor-in-chief Emma Trent said the ruling was a sham."
    assert names(text) == ["Albert Lind and Emma Trent"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ursula von der Holt wants to cut the fee. On Monday von der Holt said the rest would follow.", "Ursula von der Holt"),
        ("Jan van Berg told the court he was tired. Later van Berg said he would pay.", "Jan van Berg"),
        ("Economy Minister Pedro ‘Toto’ Alvar wrote that prices had fallen. Alvar said more was to come.", "Pedro Alvar"),
    ],
)  # fmt: skip
def test_particles_and_nicknames_do_not_cut_a_name(text: str, name: str) -> None:
    assert names(text) == [name, name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Marten's Analytics, a research firm, reckons that 3% of the flats are empty.", "Marten's Analytics"),
        ("About 8,000 people live with it, according to the Parkinson's Society.", "Parkinson's Society"),
        ("Dr Lea Moss, from Alzheimer's Research UK, said the drug was new. Alzheimer's Research UK said it would pay for a trial.", "Alzheimer's Research UK"),
        ("Police Scotland said its inquiry remained open.", "Police Scotland"),
    ],
)  # fmt: skip
def test_bodies_named_after_somebody_or_with_their_land_keep_both_words(text: str, name: str) -> None:
    assert names(text)[-1] == name


def test_a_land_that_owns_a_body_is_no_part_of_its_name() -> None:
    assert names("Norway's Foundation for Rivers said the dam was full.") != ["Norway's Foundation for Rivers"]


def test_the_short_form_of_a_state_is_no_company() -> None:
    text = (
        "Red Fern, the tea chain, filed for protection on Sunday in Tampa, Fla., saying it would close 40 shops."
        " The company listed debts of $40 million."
    )
    assert names(text) == ["Red Fern", "Red Fern"]


def test_that_before_a_noun_ends_no_source() -> None:
    text = "The team has been dissolved, according to a person from that team."
    assert names(text) == ["a person from that team"]


# Words that say nothing


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "However, the Climate Board (CB), the official adviser, warned last month that only a fifth of the cuts needed to meet the"
            " pledge are covered by plans.",
            "Climate Board",
        ),
        (
            "As the storm hit Velm, a clip was shared thousands of times in social media posts that falsely claimed it showed a bridge"
            " collapsing in Lund.",
            "social media posts",
        ),
        (
            "On Friday, a judge in Velm ordered the ministry to lift the ban, siding with 14 Liberal-led states which had argued that it"
            " was illegal.",
            "14 Liberal-led states",
        ),
        (
            "The Green Front won 82 seats, according to Home Office results, with Holt's centrist alliance on 60 and the Union on 43.",
            "Home Office results",
        ),
    ],
)
def test_a_source_is_whole_and_has_nothing_around_it(text: str, name: str) -> None:
    assert name in names(text)


def test_a_name_is_not_cut_behind_its_title() -> None:
    text = (
        "According to the findings, which were presented to Chief of Staff Lt. Gen. Aron Zamel, soldiers of the Velm Brigade fired"
        " “to remove the threat.”"
    )
    assert any(
        claim.text.startswith("Soldiers of the Velm Brigade fired") for claim in pipeline.run(text, "", DAY).claims
    )


def test_what_is_called_false_and_said_by_nobody_waits() -> None:
    text = (
        "Nora Lund, the town's MP, said the unrest had been fuelled by rumours spread on social media, including a false claim that"
        " the man had arrived in Velm by boat last year."
    )
    read = pipeline.run(text, "", DAY)
    assert "a false" not in names(text)
    assert all(claim.abstained for claim in read.claims if claim.text.startswith("The man had arrived"))


@pytest.mark.parametrize(
    "text",
    [
        "Whether voters will agree that the scheme deserves money is another matter.",
        "The whip said he was confident, though he declined to say whether any member had threatened to hold up the vote.",
    ],
)
def test_what_somebody_may_say_is_only_supposed(text: str) -> None:
    supposed = [
        claim for claim in pipeline.run(text, "", DAY).claims if claim.text.startswith(("The scheme", "The any", "Any"))
    ]
    assert all(claim.abstained for claim in supposed)


def test_a_figure_reported_says_nothing() -> None:
    text = "The median age of the men affected was 40, and the highest blood zinc concentration reported was 29 micrograms."
    assert names(text) == []


def test_what_is_attributed_to_somebody_is_not_said_by_it() -> None:
    text = (
        "The post, which had been shared more than 41,000 times, included what appeared to be a screenshot of a company memo"
        " attributed to chief executive Brian Lund."
    )
    assert "a company memo" not in names(text)


# Who is meant


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Velmtec, led by Karl Ost, wants to make chips at its plant in Lund, Norland, starting in 2027. The company has estimated that"
            " it will need 5 billion crowns.",
            "Velmtec",
        ),
        (
            "A current that warms Europe may fail, a study has found. Dr Jan Lind told The Independent that he was worried. If it did fail,"
            " the paper says, winters would be colder by 10C.",
            "a study",
        ),
        (
            "Sources from the Ministry for Rivers flatly denied that the sluice had failed. “The board supplies data,” they pointed out.",
            "Sources",
        ),
        (
            "Velm Water said it would appeal. It has been told by the regulator, Ofwet, that it cannot raise bills. Ofwet said the plan"
            " was poor. In its annual results, the firm reported that profit had risen.",
            "Velm Water",
        ),
        (
            "Velm Water has pumped 72bn litres into the River Velm, or 29,000 Olympic swimming pools. The figures cover five of the"
            " company’s works. Ministers must strip the company of its licence. The company said heavy rain had put its network under"
            " pressure.",
            "Velm Water",
        ),
    ],
)
def test_descriptions_go_back_to_who_can_be_called_so(text: str, name: str) -> None:
    assert names(text)[-1] == name


def test_a_newspaper_that_spoke_is_the_paper() -> None:
    text = (
        "A study found that rents rose. The Velm Herald reported that flats stood empty. The paper said 400 were sold."
    )
    assert names(text)[-1] == "Velm Herald"
