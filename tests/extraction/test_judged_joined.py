"""Lists, second verbs and conditions that were cut where nothing may be cut; sentences, names and places are our own."""

import pytest

from claims.extraction.standalone import phrase, tagging
from claims.extraction.standalone.cutting import splitting
from tests.extraction.test_real_biz2 import certain


def halves(sentence: str) -> list[str]:
    """What any possible cut of a sentence leaves, whether or not the judge makes it."""
    tokens = tagging.tag(sentence, [(0, len(sentence))])[0]
    cuts = list(splitting.candidates(tokens))
    return [phrase.printed(sentence, half, []) for cut in cuts for half in (cut.left, cut.right)]


# A list of verbs or of clauses is parted at every joint or at none

LISTS = [
    ("The storm tore down wires, flooded three streets and left 40 homes dark.", "The storm left 40 homes dark."),
    (
        "Traders are counting the cost of a storm that tore down 14 stalls, flooded the quay and left 200 homes dark.",
        "Traders flooded the quay and left 200 homes dark.",
    ),
    (
        "Traders are counting the cost of a storm that tore down 14 stalls, flooded the quay and left 200 homes dark.",
        "Traders left 200 homes dark.",
    ),
    (
        "The ruling ended a month in which the council scrapped one plan, rewrote a second and then lost the vote.",
        "The ruling rewrote a second and then lost the vote.",
    ),
    (
        "Ann Lind studied physics in Orla, hated it, and left for the navy.",
        "Ann Lind studied physics in Orla, hated it",
    ),
    ("The band came, there was tea, and then the guests walked home.", "The band came, there was tea"),
    (
        "The ferry line had not been sold, only mothballed until the spring.",
        "The ferry line only mothballed until the spring.",
    ),
]


# A bare comma hardly ever stands between two clauses, and two nouns may have one verb

PHRASES = [
    (
        "Under one of several paths makers could take, electric vans might win.",
        "Under one of several paths makers could take",
    ),
    (
        "Only 3% of the mills are worth saving, once rents, walls and the cost of new roofs are taken into account.",
        "the cost of new roofs are taken into account.",
    ),
    (
        "The line reopened, ending a strike in which more than 200 trains and buses were cancelled.",
        "buses were cancelled.",
    ),
    ("It appears both the tram and the van were going north when the lights failed.", "It appears both the tram"),
    (
        "It appears both the tram and the van were going north when the lights failed.",
        "It appears the van were going north when the lights failed.",
    ),
    (
        "A panel headed by Chief Judge Ann Lind, and comprising Judges Karl Orme and Eva Holt, also ordered mills to stop.",
        "A panel headed by Chief Judge Ann Lind",
    ),
    (
        "The report came out 13 minutes before her term as High Envoy for Rivers ended.",
        "High Envoy for Rivers ended.",
    ),
    (
        "The demand for gas was down to imports after the old fleet recovered, mild weather and weak sales.",
        "the old fleet recovered, mild weather and weak sales.",
    ),
    ("The law keeps the look of a chapel as it stood on 15 August 1947.", "it stood on 15 August 1947."),
]


# What holds on a condition is not told without it, nor one of two of which nobody knows which is so

CONDITIONS = [
    (
        "Growth could reach 4 per cent in 2031, provided that exports recover and the drought ends soon.",
        "the drought ends soon.",
    ),
    ("300 homes would be safe once all sea walls were built.", "all sea walls were built."),
    ("Some 400 boats were sold or were promised to buyers by the end of May.", "Some 400 boats were sold"),
]


# A second verb is of whoever does it

VERBS = [
    (
        "The council restored the toll system enforced during the drought and then abandoned while Orme was mayor.",
        "The council then abandoned while Orme was mayor.",
    ),
    (
        "Karl Orme wants to bring in hardier vines from Peru and crossbreed them with his own.",
        "Karl Orme crossbreed them with his own.",
    ),
]


# Figures, and what is told of several together

FIGURES = [
    (
        "Of the new cases, six were found in Velm, five each in Orla and Lund, four in Norvik and the remaining in Holt Bay.",
        "Of the new cases, six were found in Velm, four in Norvik and the remaining in Holt Bay.",
    ),
    (
        "Prices have risen 12 percent in the first nine months of the year and 16 percent over the last 12.",
        "Prices have risen 12 percent in the 16 percent over the last 12.",
    ),
    (
        "Deaths were recorded in schools (14 cases) and in clinics and mills (12 cases), both of which get state money.",
        "Deaths were recorded in clinics and mills (12 cases), both of which get state money.",
    ),
    (
        "Some 9,000 people were jobless in May, a rise of 140 on April and of 14 per cent on the year before.",
        "Some 9,000 people were of 14 per cent on the year before.",
    ),
    (
        "The board voted to claw back $9 million in previously approved grants, including $8 million for parks.",
        "The board voted to claw back $9 million in previously approved $8 million for parks.",
    ),
]


@pytest.mark.parametrize(("sentence", "torn"), [*LISTS, *PHRASES, *CONDITIONS, *VERBS, *FIGURES])
def test_no_cut_leaves_this(sentence: str, torn: str) -> None:
    assert torn not in halves(sentence)


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("Ann Lind studied physics in Orla, hated it, and left for the navy.", "Ann Lind studied physics in Orla"),
        ("Ann Lind hated it, and left for the navy.", "Ann Lind left for the navy."),
        ("Norvik signed the pact in 2019, then left it in 2021.", "Norvik then left it in 2021."),
        ("The band came, there was tea, and then the guests walked home.", "The band came"),
        ("The mayor resigned, and the council elected her deputy.", "the council elected her deputy."),
        (
            "The outbreak had infected 4,200 islanders since October and killed at least 62.",
            "The outbreak killed at least 62.",
        ),
        ("The trust spent 12 million on parks and 9 million on pools.", "The trust spent 9 million on pools."),
        ("He wrote to the court on May 3 and to the bank on May 7.", "He wrote to the bank on May 7."),
        ("The mill was carved out of Orme Foods and sold to a fund.", "The mill was sold to a fund."),
        ("Karl Orme was stopped and placed on one of three ships.", "Karl Orme was placed on one of three ships."),
        (
            "Ann Lind has been arrested 13 times, fined five times and jailed for 31 years.",
            "Ann Lind has been arrested 13 times",
        ),
        ("It was shocked by the spill and that staff had been moved inland.", "staff had been moved inland."),
        ("The quay was “broken” and that demand had far outrun the money.", "demand had far outrun the money."),
        (
            "Karl Orme kept a log, and that several others, including two clerks, burned it.",
            "several others, including two clerks, burned it.",
        ),
        ("Lind was sure that prices were falling, but that risks remained.", "risks remained."),
        (
            "It appears both the tram and the van were going north when the lights failed.",
            "It appears the van was going north when the lights failed.",
        ),
    ],
)
def test_a_cut_leaves_this(sentence: str, whole: str) -> None:
    assert whole in halves(sentence)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The bank said growth could reach 4 per cent in 2031, provided that exports recover and the drought ends soon.",
            "Growth could reach 4 per cent in 2031, provided that exports recover and the drought ends soon.",
        ),
        (
            "The harbour board told Radio Velm it was shocked by the spill and that staff had been moved inland.",
            "Staff had been moved inland.",
        ),
        ("The bank said it was sure that prices were falling, but that risks remained.", "Risks remained."),
        (
            "Eva Holt argued that while the firm has made good gains it has not yet paid its debts.",
            "While the firm has made good gains it has not yet paid its debts.",
        ),
        (
            "Having won two debates, Ann Lind has booked a hall in Ulden.",
            "Having won two debates, Ann Lind has booked a hall in Ulden.",
        ),
    ],
)
def test_the_whole_is_told(text: str, claim: str) -> None:
    assert claim in certain(text)
