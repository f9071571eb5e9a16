"""Claims without "our", "these", "here" and "this": they are told by whom and by what they point at, or wait for a person."""

import datetime

import pytest

from claims.extraction import pipeline

DAY = datetime.date(2024, 6, 12)


def proposed(text: str) -> list[str]:
    made = pipeline.load().run(text, date=DAY).claims
    return [claim.text for claim in made if claim.abstained is None]


def told(text: str) -> str:
    """All that is proposed, in one string."""
    return " | ".join(proposed(text))


# "Our" and "we"


@pytest.mark.parametrize(
    ("said", "made"),
    [
        ("Our team has built a pump that cleans itself.", "Lena Frost's team has built a pump that cleans itself."),
        ("Our new study shows that the ice loses two metres a year.", "Lena Frost's new study shows"),
    ],
)
def test_what_anybody_shares_with_others_is_the_speakers_too(said: str, made: str) -> None:
    assert made in told(f'Lena Frost, a chemist, spoke in Velm on Monday.\n\n"{said}" Frost said.')


def test_what_only_the_others_may_have_is_not_given_to_the_speaker() -> None:
    assert "Frost's soldiers" not in told(
        'Lena Frost, a chemist, spoke in Velm on Monday.\n\n"Our soldiers shot down 14 rockets in Velm," Frost said.'
    )


@pytest.mark.parametrize(
    ("said", "made"),
    [
        ("In 2024 we do not have a severe drought in Velm.", "there is not a severe drought in Velm"),
        ("We have a shortage of 2,000 midwives.", "There is a shortage of 2,000 midwives."),
        ("We had 40 deaths in Velm last year.", "There were 40 deaths in Velm"),
    ],
)
def test_what_we_have_and_nobody_owns_is_there(said: str, made: str) -> None:
    assert made in told(f'Tom Airey, a lecturer, spoke in Velm on Monday.\n\n"{said}" Airey said.')


def test_we_of_a_statement_is_the_body_that_made_it() -> None:
    text = (
        "Velm Holdings lost its chief engineer on Monday.\n\n"
        'Velm Holdings\' official statement read: "We will close our plant in Lesk in 2025."'
    )
    assert "Velm Holdings will close its plant in Lesk in 2025." in told(text)


def test_a_president_has_the_nation_beside_the_office_though_another_goes_before() -> None:
    text = (
        "On Monday, Minister Ann Lind and Turkish President Tomas Veld spoke on the phone.\n\n"
        '"Our army destroyed 14 rocket launchers near Lesk," Veld said.'
    )
    assert "Turkey's army destroyed 14 rocket launchers near Lesk." in told(text)


def test_an_ambassador_speaks_for_who_sent_them() -> None:
    text = (
        "Former US Ambassador to Norway Helen Marsh spoke in Velm on Monday.\n\n"
        'Marsh said: "The guards were vital in our campaign against smugglers in Lesk."'
    )
    assert "The guards were vital in the US's campaign against smugglers in Lesk." in told(text)


def test_words_of_an_unknown_we_that_name_nothing_wait_for_a_person() -> None:
    text = 'Dan Cole, a striker, spoke in Velm on Monday.\n\n"We made too many mistakes," Cole said.'
    assert "mistakes" not in told(text)


# "These" and "this"


@pytest.mark.parametrize(
    ("before", "claim", "made"),
    [
        ("Warm water erodes the ice shelves along the coast of Karrow.", "A third of these ice shelves melted in 2023.",
         "A third of the ice shelves along the coast of Karrow melted in 2023."),
        ("Tesk owns 301 small stores in Lower Velm.", "Salling will close these stores in 2025.",
         "Salling will close the 301 small stores in Lower Velm in 2025."),
        ("The old diesel ferries burn oil.", "The council will sell these ferries in 2026.",
         "The council will sell the old diesel ferries in 2026."),
    ],
)  # fmt: skip
def test_these_have_the_words_of_the_sentence_before(before: str, claim: str, made: str) -> None:
    assert made in told(f"{before} {claim}")


@pytest.mark.parametrize(
    ("before", "claim", "kept"),
    [
        # Two kinds of one thing stand before.
        ("Small ships left Velm and large ships left Lesk.", "The council will sell these ships in 2026.", "sell these ships"),
        # What stands before is none of them.
        ("No large ferries run in winter.", "The council will sell these ferries in 2026.", "sell these ferries"),
        # A time is this one.
        ("It was a cold dry winter in Lesk.", "Lesk has burnt 400 tonnes of coal this winter.", "this winter"),
    ],
)  # fmt: skip
def test_these_stay_where_others_may_be_meant(before: str, claim: str, kept: str) -> None:
    assert kept in told(f"{before} {claim}")


def test_these_keep_the_capital_of_a_nation() -> None:
    text = "Turkish drones hit two depots. These drones flew 400 kilometres."
    assert "The Turkish drones flew 400 kilometres." in told(text)


def test_this_whose_noun_has_got_its_place_becomes_the() -> None:
    text = "The police found cash in a car near Drenn. This car had been stolen in 2023."
    assert "The car near Drenn had been stolen in 2023." in told(text)


def test_this_with_a_noun_that_was_described_becomes_the() -> None:
    text = "The state began a public transport shutdown in March. This shutdown ended on May 4."
    assert "The public transport shutdown ended on May 4, 2024." in told(text)


@pytest.mark.parametrize(
    ("claim", "made"),
    [
        ("Tomas Veld made this decision to close two mines in 2023.", "made the decision to close two mines in 2023"),
        ("Lind was hurt in this attack on Lesk in 2023.", "was hurt in the attack on Lesk in 2023"),
    ],
)
def test_this_of_a_thing_that_the_claim_itself_tells_becomes_the(claim: str, made: str) -> None:
    assert made in told(claim)


@pytest.mark.parametrize("said", ["This is a very hard time for families.", "That was unacceptable."])
def test_this_alone_waits_for_a_person_though_somebody_said_it(said: str) -> None:
    assert not [
        claim for claim in proposed(f'Ann Lind spoke in Velm on Monday.\n\n"{said}" Lind said.') if said in claim
    ]


def test_this_with_any_verb_waits_in_the_articles_own_words() -> None:
    text = "Women in Lesk may join the army. This both renders them eligible for pay and identifies them for the draft."
    assert "This" not in told(text)


# "Here" and "there"


def test_here_goes_before_a_place_that_is_named() -> None:
    text = 'Iva Stone, a teacher, spoke on Monday.\n\n"Here in Drenn, 900 people slept in the school," Stone said.'
    assert "In Drenn, 900 people slept in the school." in told(text)


def test_what_there_is_needs_no_over_there() -> None:
    text = 'Ann Lind spoke in Velm on Monday.\n\nLind said: "There are 4,000 fighters over there."'
    assert "There are 4,000 fighters." in told(text)


def test_there_is_the_one_place_that_the_cut_off_half_of_its_sentence_names() -> None:
    assert "The group was arrested in Velm." in proposed("The group flew to Velm on Monday and was arrested there.")


def test_there_behind_two_places_stays() -> None:
    text = "Ann Lind left Velm for Orla in 1999, and she died there in 2004."
    assert not any("died in" in claim and "there" not in claim and "Orla" in claim for claim in proposed(text))
