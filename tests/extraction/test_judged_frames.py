"""What somebody admits, denies, demands or calls something, told as strict readers of real articles judged it; sentences, names and places are our own."""

import datetime

import pytest

from claims.extraction import pipeline

DAY = datetime.date(2026, 11, 20)


def certain(text: str) -> list[str]:
    """What is proposed, without what waits for a person."""
    return [claim.text for claim in pipeline.run(text, "", DAY).claims if claim.abstained is None]


# What is asked for in a clause, and what only looks as if somebody were urged


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Inspector Tove Brandt recommended that Orsa Town Council and Lake Guard Lund review the depth of the dock and publish it.",
            "Orsa Town Council and Lake Guard Lund should review the depth of the dock and publish it.",
        ),
        (
            "The chair, Petra Holm, directed that the harbour master, Mr Ivo Krantz, appear before the panel.",
            "The harbour master, Mr Ivo Krantz, should appear before the panel.",
        ),
        (
            "Judge Irma Solt ordered that the firm pay 3 million euros in damages.",
            "The firm should pay 3 million euros in damages.",
        ),
        (
            "Petra Holm warned that selling the ferry line to pay for the bridge would be “a costly mistake”.",
            "Selling the ferry line to pay for the bridge would be “a costly mistake”.",
        ),
        (
            "Holm told reporters on the quay that the firm’s plan “rests on people with money to burn.”",
            "The firm’s plan “rests on people with money to burn”.",
        ),
        (
            "Ana Lind, the Lund chemist who claimed to have mixed the first cures, engaged in fraud, a panel has concluded.",
            "Ana Lind, the Lund chemist who claimed to have mixed the first cures, engaged in fraud.",
        ),
        (
            "The union demanded a 7% pay rise and an end to night shifts.",
            "There should be a 7% pay rise and an end to night shifts.",
        ),
    ],
)
def test_what_is_asked_for_in_a_clause(text: str, claim: str) -> None:
    assert claim in certain(text)


def test_who_believes_it_of_a_thing_told_before_is_not_that_thing() -> None:
    text = "Divers photographed a grey crust on the hull which its makers believe to be lime."
    assert not any("makers will be" in claim for claim in certain(text))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The report recommends that the council set up a fund for victims.",
            "The council should set up a fund for victims.",
        ),
        ("The watchdog has warned parents against buying the toy.", "Parents should not buy the toy."),
        (
            "Watchdog Norpower has proposed fining Lund Water £104m for failing to manage its works properly.",
            "Watchdog Norpower has proposed fining Lund Water £104m for failing to manage its works properly.",
        ),
        ("Falk blamed himself for the defeat and refused to say if he would stay.", "Falk is to blame for the defeat."),
        ("The Orsa Group called the charges “baseless and denied”.", "The charges are “baseless and denied”."),
        ("Neighbours reported hearing shouting before the shots.", "Neighbours heard shouting before the shots."),
        (
            "Bankers now see just a 20.5% likelihood that the council will sell the port.",
            "There was just a 20.5% likelihood that the council will sell the port.",
        ),
        (
            "Scientists found no evidence that the jab caused the deaths.",
            "There was no evidence that the jab caused the deaths.",
        ),
        ("Eva Lind said she's relieved, but still angry.", "Eva Lind is relieved, but still angry."),
    ],
)
def test_what_a_deed_or_a_chance_says(text: str, claim: str) -> None:
    assert claim in certain(text)


# What is not said, not denied and not believed


@pytest.mark.parametrize(
    ("text", "claim", "never"),
    [
        (
            "Velmark Foods does not deny having sold the milk in schools.",
            "Velmark Foods does not deny having sold the milk in schools.",
            "Velmark Foods denied",
        ),
        (
            "The suit, filed in Orsa, does not accuse Ms Lind of any theft.",
            "The suit does not accuse Ms Lind of any theft.",
            "committed",
        ),
        (
            "Tom Berg denied knowing the van was stolen.",
            "Tom Berg did not know the van was stolen.",
            "was not stolen",
        ),
        (
            "Tom Berg, 40, denied knowing that the till had been emptied.",
            "Tom Berg did not know that the till had been emptied.",
            "had not been emptied",
        ),
        (
            "Rights groups say at least 300 people were held, a figure the government disputes.",
            "It is not true that at least 300 people were held.",
            "were not held",
        ),
        (
            "Tom Berg, 40, of Lund, admitted two counts of causing harm by careless sailing.",
            "Tom Berg is guilty of two counts of causing harm by careless sailing.",
            "There were two counts",
        ),
    ],
)
def test_what_is_denied_and_admitted(text: str, claim: str, never: str) -> None:
    found = certain(text)
    assert claim in found
    assert not any(never in each for each in found)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (
            'Bo Eik, the Reds\' co-chair, said that it was "a bad joke", although he stopped short of saying his group would vote against it.',
            "would vote",
        ),
        ("Eva Holt asked whether farmers were expected to pay twice.", "Farmers were expected"),
        ("The mill’s output fell, which Eva Holt attributed in part to heavy rain.", "Part was due"),
        ("The toll on lorries, which Eva Holt called a bargain among rivals, ends in May.", "is among"),
    ],
)
def test_nobody_said_so(text: str, never: str) -> None:
    assert not any(never in claim for claim in certain(text))


# What something is called, and where


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            'Eva Brandt, the outspoken Dane who quit on Monday, accused Lind of "shabby dealings" in a letter posted on X.',
            'Lind committed "shabby dealings".',
        ),
        ("Ivo Krantz put the share at 11% across 90 ports in a recent paper.", "The share was 11% across 90 ports."),
        ("A judge in Orsa dismissed the suit on 19 April as premature.", "The suit is premature."),
        (
            "Dana Flint, the senior member of the panel, dismissed that claim as “smoke on the water.”",
            "That claim is “smoke on the water”.",
        ),
        (
            "The health agency later determined that the paint, supplied by Orben of Lund, contained 40 grams of lead.",
            "The paint, supplied by Orben of Lund, contained 40 grams of lead.",
        ),
        ("The bank’s head, Ines Dahl, hinted at a rate cut next year.", "There may be a rate cut in 2027."),
        (
            "Scientists found that bees exposed to the dust were twice as likely to die.",
            "Bees exposed to the dust were twice as likely to die.",
        ),
        (
            "A study in the journal Tern found higher levels of lead in women who had eaten fish more than twice a week.",
            "There were higher levels of lead in women who had eaten fish more than twice a week.",
        ),
        (
            "Rebels claimed responsibility for the raid on the port.",
            "Rebels were responsible for the raid on the port.",
        ),
    ],
)
def test_what_is_told_of_a_thing(text: str, claim: str) -> None:
    assert claim in certain(text)


# Dates


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (
            "Norvik, which took a stake in the mill in 2016 and said in January that it planned to sell, is a client, a spokeswoman said.",
            "January 2016",
        ),
        ("She was charged in 2024. A second charge was brought in August that year in Lund.", "August 2026 that year"),
        ("Eva Holt vowed to close the mine if her party wins the vote in May.", "May 2026"),
        ("Economists pushed back their forecast for the first cut to January from December.", "January 2026"),
        (
            "The court in Orsa jailed Berg on Monday.\n\nOn the same day, a court in Lund jailed Orr, which was kept secret until Thursday.",
            "On November 19",
        ),
    ],
)
def test_no_wrong_date(text: str, never: str) -> None:
    assert not any(never in claim for claim in certain(text))


# What stays as it was


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Tom Berg denied inciting the riot.", "Tom Berg did not incite the riot."),
        ("The mayor urged residents not to cross the river.", "Residents should not cross the river."),
        ("Lund Trust is determined to keep the pier open.", "Lund Trust is determined to keep the pier open."),
        (
            "Norvik became head of the mill in 2005 and was due to leave in December.",
            "Norvik was due to leave in December 2026.",
        ),
        ("The army accused the rebels of hiding arms in a school.", "The rebels hid arms in a school."),
        ("Two sailors are believed to have drowned off Lund.", "Two sailors have drowned off Lund."),
        ("The union wrongly insists that workers want a strike.", "Workers want a strike."),
    ],
)
def test_what_stays(text: str, claim: str) -> None:
    assert claim in certain(text)
