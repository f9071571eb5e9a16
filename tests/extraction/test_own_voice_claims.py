"""Claims of the article's own voice: whole, on their condition, of the right noun, in the right tense; what says nothing waits."""

import datetime

import pytest

from tests.extraction.prose import claims, extracted, said_by


def waiting(text: str) -> list[str]:
    """What waits for a person."""
    return [claim.text for claim in extracted(text).claims if claim.abstained is not None]


@pytest.mark.parametrize(
    ("sentence", "supposed"),
    [
        (
            "About 180 people were ordered out of Orla Court, a 12-storey tower in Velmar, until engineers work out whether it is safe.",
            "Engineers work out",
        ),
        ("The firm hired 40 guards on Monday before the two sides are to meet in Lima.", "The two sides are"),
        ("The plant would close if the council cut the grant, and 300 workers would lose their jobs.", "300 workers"),
        ("Residents were told to leave until the fire service declares the valley safe.", "The valley is safe"),
        ("Neither the bank nor its owner was charged.", "The bank nor"),
    ],
)
def test_what_is_only_supposed_or_denied_is_not_claimed(sentence: str, supposed: str) -> None:
    assert not any(claim.startswith(supposed) for claim in claims(sentence))


def test_what_happened_first_is_still_a_claim_of_its_own() -> None:
    found = claims("The airport reopened on 2 March 2023 after engineers repaired the damaged runway.")
    assert any("engineers repaired" in claim.lower() for claim in found)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("The gale on Monday flattened barns, a chapel and part of a school in Velmar.", "were a chapel"),
        (
            "The council passed the plan after 16 members, all but two of them from the south, backed it.",
            "were all but",
        ),
        (
            "Police arrested a man of 60 in the killing of his former neighbour, a popular nurse who lived in Orla.",
            "killing of his former neighbour was",
        ),
        (
            "Only 15 percent of the trade of Peru is with its neighbours, compared with 70 percent in Europe.",
            "are compared",
        ),
        ("Exports rose by 5 per cent, more than in any month since 2010.", "Cent "),
        (
            "Roth signed an agreement to move workers to a four-day week without loss of pay, the largest such deal in Peru.",
            "Loss of pay",
        ),
        (
            "In his youth, if you broke a leg between Hay River and the treeline, the man who set it was likely to be Walter Holt.",
            "treeline was",
        ),
    ],
)
def test_what_stands_behind_a_comma_is_not_always_said_of_the_noun_before(sentence: str, wrong: str) -> None:
    assert not any(wrong in claim for claim in claims(sentence))


def test_what_something_has_long_been() -> None:
    found = claims("The timber industry, long one of the capital's most generous givers, has raised its contributions.")
    assert "The timber industry has long been one of the capital's most generous givers." in found


def test_a_tower_still_is_one_unless_it_burned_down() -> None:
    left = claims("About 180 people were ordered out of Orla Court, a 12-storey tower on Barrington Street.")
    assert "Orla Court is a 12-storey tower on Barrington Street." in left
    burned = claims(
        "About 180 people lost their homes when fire destroyed Orla Court, a 12-storey tower on Barrington Street."
    )
    assert not any("Court is a" in claim for claim in burned)


def test_a_noun_with_what_somebody_did_to_it_is_no_clause() -> None:
    found = claims(
        "The court cleared the officer in the death of Tom Berg, an unarmed motorist he shot beside a motorway in 2021."
    )
    assert not any(claim.startswith("An unarmed motorist") for claim in found)


def test_one_length_of_time_is_not_two() -> None:
    found = claims("For three hours and 20 minutes on Tuesday the minister answered questions in parliament.")
    assert len(found) == 1
    assert "three hours and 20 minutes" in found[0]


def test_whose_goes_back_to_the_name_behind_the_verb() -> None:
    found = claims("In the gallery sat Teresa Holt, whose husband and son died at the market.")
    assert "Teresa Holt's husband and son died at the market." in found


def test_whose_behind_an_age() -> None:
    found = claims("Jane Tasker, 71, whose brother Brian spent nine hours in a car park, read the report at her table.")
    assert "Jane Tasker's brother Brian spent nine hours in a car park." in found


def test_which_behind_whoever_made_a_thing_may_be_either() -> None:
    found = claims("A lawsuit by the Coates family, which seeks 20 million dollars, is set for trial.")
    assert "The Coates family seeks 20 million dollars." not in found


def test_no_place_at_sea() -> None:
    found = claims("The storm destroyed 200 homes before moving out to sea, where it weakened.")
    assert not any("in sea" in claim for claim in found)


def test_a_participle_between_commas_is_not_the_verb() -> None:
    found = claims("At Scar House the old village of Green, drowned in 1936, has come back into view.")
    assert "At Scar House the old village of Green, drowned in 1936." not in found


def test_a_second_passive_keeps_its_was() -> None:
    found = claims(
        "Darren Holt was jailed for four years with the final months suspended, and banned from driving for 15 years."
    )
    assert "Darren Holt was banned from driving for 15 years." in found


def test_an_auxiliary_that_stands_for_the_main_verb_is_no_clause() -> None:
    text = "The governor took the number 12 tram to work, as she has on every working day since 1991, and stood."
    found = claims(text)
    assert not any("he has on every" in claim and "took" not in claim for claim in [*found, *waiting(text)])
    assert any("number 12 tram" in claim for claim in found)


def test_places_before_a_colon_are_no_part_of_the_claim() -> None:
    found = claims("BENGALURU: Resident doctors at Cauvery Hospital called off their three-day strike on Friday.")
    assert found[0].startswith("Resident doctors")


def test_a_noun_torn_from_its_end_is_left_out() -> None:
    found = claims(
        'The rebels left the table on Wednesday after the army chief, General Hugo Lenz, told a radio station they were "a cartel with an anthem".'
    )
    assert found
    assert not any(claim.endswith("after the army.") for claim in found)


def test_what_leads_to_what_another_says_is_left_out() -> None:
    text = "The vote ends a year of hearings in which parents from Dunmore, Hepburn Siding, Rosalind East and Ketchum argued that the closure would add an hour to the school run."
    assert "The vote ends a year of hearings." in claims(text)
    assert said_by(text)[0][0] == "parents from Dunmore, Hepburn Siding, Rosalind East and Ketchum"


@pytest.mark.parametrize(
    "vague",
    [
        "Two of them have appealed.",
        "None of them was fined.",
        "Two were sold in 2019.",
        "The other two were closed.",
        "A fifth was thrown clear of the car.",
        "This was contested.",
        "What happens now?",
        "Lithuania will be the first country to do so.",
        "The deficit was larger.",
        "Economists are divided.",
        "The minister hit the roof over the leak.",
        "Teachers told a different story.",
    ],
)
def test_what_says_nothing_alone_waits(vague: str) -> None:
    text = f"Four firms in Peru lost their licences on Monday. {vague} The budget passed by 20 votes."
    assert vague not in claims(text)


@pytest.mark.parametrize(
    "whole",
    [
        "Most of those who came were young.",
        "Six people were killed.",
        "Wages were higher than in Spain.",
        "Estonia shut its port and Latvia did the same.",
    ],
)
def test_what_is_whole_does_not_wait(whole: str) -> None:
    assert whole in claims(f"Four firms in Peru lost their licences on Monday. {whole} The budget passed by 20 votes.")


def test_where_alone_waits() -> None:
    text = "Senator Dale Cutter suggested that the problem could be left to the courts, where two states have sued."
    assert "Where two states have sued." not in claims(text)


def test_a_plan_of_somebody_does_not_put_a_deed_ahead() -> None:
    day = datetime.date(2024, 3, 5)
    found = [claim.text for claim in extracted("A judge blocked Peru's plan in June, and the firm left.", day).claims]
    assert any("June 2023" in claim for claim in found)


def test_what_lasts_through_a_day_and_what_continues_is_ahead() -> None:
    found = claims("The hearing continues on Friday. The weather service extended its warning through Sunday.")
    assert "The hearing continues on March 8, 2024." in found
    assert "The weather service extended its warning through March 10, 2024." in found


def test_the_figure_and_not_the_cent_is_below() -> None:
    found = claims("Vacancies fell to 31 per cent, four points below the level of 2019.")
    assert not any(claim.startswith("Cent") for claim in found)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        (
            "Ivan Fedor receives visitors in a former agency in the west of Kyrava, beneath a poster of a beach.",
            "is beneath",
        ),
        (
            "About two-thirds of the 88,000 inmates of Quesara are awaiting trial, one of the highest shares in the Americas.",
            "Trial is",
        ),
        (
            "The decision concerns the will of Harold Bunce, a hardware millionaire who died in 2022 in Velmar.",
            "The will of Harold Bunce was",
        ),
        ("Melin, the port he was elected to run, has been under Torvik control for 25 months.", "elected to run."),
        (
            "The case began in 2021, when a sergeant emailed the camera's maker, Peephole Inc., and received 11 days of recordings.",
            "The case received",
        ),
        (
            "The phone is in the possession of the International Court, whose prosecutor has yet to say whether it will be used.",
            "The possession of",
        ),
        (
            "Some 2,900 people were ordered out of Larch Crossing after a wildfire leapt the only highway into town and began burning toward a depot.",
            "people began",
        ),
        ("The dispute began when Brod Istok introduced a fee of ten euros for each car.", "dispute began."),
    ],
)
def test_each_half_of_a_sentence_has_its_own_subject(sentence: str, wrong: str) -> None:
    assert not any(wrong in claim for claim in claims(sentence))


def test_what_was_done_to_somebody_keeps_its_auxiliary() -> None:
    found = claims(
        "Nadia Tavak, an engineer, has been arrested 13 times, convicted five times and sentenced to a total of 31 years."
    )
    assert "Nadia Tavak has been convicted five times." in found
    assert "Nadia Tavak has been sentenced to a total of 31 years." in found


def test_a_verb_taken_for_a_participle_ends_the_clause_before_it() -> None:
    found = claims(
        "The Sava Gate bridge, which links the towns of Orlova and Brod Istok, reopened to traffic on Tuesday after being closed for months."
    )
    assert any(claim.startswith("The Sava Gate bridge reopened to traffic on March 5, 2024") for claim in found)


def test_who_stood_up_is_the_name_and_not_what_stands_beside_it() -> None:
    text = "Ross Blanchard, a Republican rancher who represents Harlow, stood at his desk with a photograph of the victims and urged his colleagues to vote for the bill."
    assert any(claim.startswith("Ross Blanchard stood at his desk") for claim in claims(text))


def test_days_with_an_hour_and_nights_that_somebody_spent() -> None:
    assert "By noon on March 3, 2024 most houses had power again." in claims(
        "By Sunday noon most houses had power again."
    )
    found = claims("More than 400 people spent Sunday night in their cars on a frozen stretch of road.")
    assert found[0].startswith("More than 400 people spent the night of March 3, 2024 in their cars")


def test_headings_in_capitals_are_no_part_of_the_claim() -> None:
    found = claims(
        "TWO HURT IN WAREHOUSE FIRE: Two firefighters were treated for smoke inhalation on Sunday after a blaze in Velmar."
    )
    assert found[0].startswith("Two firefighters were treated")


def test_days_later_are_counted_from_the_sentence_before() -> None:
    found = claims(
        "The minister resigned last Tuesday. Two days later the court froze the accounts of the party. The trial will last six weeks."
    )
    assert "On February 29, 2024 the court froze the accounts of the party." in found
    alone = claims("Three days later the painter was summoned by the police in Velmar.")
    assert alone == ["Three days later the painter was summoned by the police in Velmar."]


def test_who_retires_in_a_month_is_still_in_office() -> None:
    assert "The head of the bank retires in May 2024." in claims(
        "The head of the bank retires in May. The budget is 3 million."
    )
