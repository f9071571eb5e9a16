"""What readers of fresh articles found wrong in names that stand for pronouns and nouns; sentences, names and places are our own."""

import pytest

from tests.extraction.test_real_biz import claims
from tests.extraction.test_real_biz2 import sources

# The article of a body's name


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "A White House spokesman, Dan Orle, said on Monday: “We do not comment on private letters.”",
            "The White House does not comment on private letters.",
        ),
        (
            "A Treasury spokeswoman said: “We will publish the list in full.”",
            "The Treasury will publish the list in full.",
        ),
        (
            "The federal Clean Rivers Act took effect in January. Tara Venn, a lawyer, said that the law bars the dumping of waste.",
            "The Clean Rivers Act bars the dumping of waste.",
        ),
        (
            "Orland’s Fisheries Ministry said the following day that its boats had rescued 14 sailors off Tarvo.",
            "The Fisheries Ministry's boats had rescued 14 sailors off Tarvo.",
        ),
    ],
)
def test_a_name_of_a_common_noun_has_its_article(text: str, claim: str) -> None:
    assert claim in claims(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Velm Council said it had spent £4m on the bridge. Council leader Ann Lind said the council would pay for repairs.",
            "Velm Council would pay for repairs.",
        ),
        (
            "Ostmark Federation closed two camps in May. A spokesman for Ostmark Federation said: “We will reopen them.”",
            "Ostmark Federation will reopen them.",
        ),
        (
            "A Starling Foods spokesman said: “We will hire 40 people in Orla.”",
            "Starling Foods will hire 40 people in Orla.",
        ),
    ],
)
def test_a_name_that_the_article_says_without_one_has_none(text: str, claim: str) -> None:
    assert claim in claims(text)


# "The company", "the agency", "the university"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The Department of Fisheries is still testing the water, and the Ports Authority has closed the pier."
            " Marlin Foods said it would work with the agency.",
            "Marlin Foods would work with the agency.",
        ),
        (
            "Orla Marsh studied at the University of Velm. She later moved to the University of Kassen. “The university has"
            " questions to answer,” said Piet Holm, a chemist.",
            "The university has questions to answer.",
        ),
        (
            "Orla Marsh studied at the University of Velm. She now teaches at Kassen University. Piet Holm, a chemist, said the"
            " university had ignored two complaints.",
            "The university had ignored two complaints.",
        ),
        (
            "Voters in Tarvo chose a judge of the state Supreme Court in May. A clerk in Orla said that the state must count the votes.",
            "The state must count the votes.",
        ),
        (
            "The Border Defence Forces hold the town of Tarvo. Jan Hale of the relief office said the agency had counted 30 raids.",
            "The agency had counted 30 raids.",
        ),
        (
            "The Department for Waste and Water would say nothing. Jan Hale of River Watchers said the regulator, Watmar, had been slow.",
            "The regulator, Watmar, had been slow.",
        ),
    ],
)
def test_a_noun_that_several_bodies_may_be_called_stays(text: str, claim: str) -> None:
    assert claim in claims(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Derek Moss of Coast Reef Watch counted fish for ten years. Tom Arden, 70, says the reef will not last.",
            "The reef will not last.",
        ),
        (
            "Families in Tarvo get help from the Children’s Dental Care Program. Jan Hale, a nurse, said the program would stay.",
            "The Children’s Dental Care Program would stay.",
        ),
    ],
)
def test_a_name_is_called_by_its_last_noun_only(text: str, claim: str) -> None:
    assert claim in claims(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The Department of Fisheries tested the water in May. Jan Hale, a diver, said the department had found lead.",
            "The Department of Fisheries had found lead.",
        ),
        (
            "Marlin Foods closed its mill in May. Lars Orr, a trader, said the company had paid its debts.",
            "Marlin Foods had paid its debts.",
        ),
        (
            "People in Kassen fled Typhoon Ombra on Monday. Jan Hale, a diver, said the typhoon had sunk six boats.",
            "Typhoon Ombra had sunk six boats.",
        ),
    ],
)
def test_the_only_one_of_its_kind_is_named(text: str, claim: str) -> None:
    assert claim in claims(text)


# "We", "our" and "us"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("A spokeswoman said: “We intend for that deal to continue.”", "We intend for that deal to continue."),
        ("“We can never forget it,” a council leader said.", "We can never forget it."),
        ("“Safety is our first priority,” a rep for Marlin Live said.", "Safety is Marlin Live's first priority."),
        (
            "Ada Venn, the director-general of Polarum, said: “The dish will improve our understanding of dark stars.”",
            "The dish will improve the understanding of dark stars.",
        ),
        (
            "Ada Venn, a spokeswoman for Polar Gas, which wants to build the port, said that the vote “restores trust to our allies.”",
            "The vote restores trust to our allies.",
        ),
        (
            "Jan Hale of Velm Fisheries Board said: “The last count tells us that cod stocks fell by 4%.”",
            "The last count tells us that cod stocks fell by 4%.",
        ),
        (
            "Ada Moll is a member of the Velm Decade for People of Orla Coalition. “We have held the same talks since 2019,” said Moll.",
            "We have held the same talks since 2019.",
        ),
    ],
)
def test_we_are_those_who_speak_or_nobody(text: str, claim: str) -> None:
    assert claim in claims(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("About 900,000 people live with the disease, according to the Alzheimer’s Guild.", "Alzheimer’s Guild"),
        ("Moody’s Outlook, a research firm, reckons that 3% of the mills will close.", "Moody’s Outlook"),
    ],
)
def test_a_possessive_is_part_of_a_name(text: str, name: str) -> None:
    assert [one for one, _ in sources(text)] == [name]


# "It", "its" and "their"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The Harbour Agency confirmed the spill in Orla. It was the 14th spill reported off Tarvo in 2026.",
            "It was the 14th spill reported off Tarvo in 2026.",
        ),
        (
            "Kassen Water counted 40 leaks. It wasn’t until the regulator sent six inspectors to Orla that its pipes were mended.",
            "It wasn’t until the regulator sent six inspectors to Orla that its pipes were mended.",
        ),
        (
            "According to Marlin, a cut would save a borrower with a $600,000 loan about $92 a month, provided their lender agreed in full.",
            "A cut would save a borrower with a $600,000 loan about $92 a month, provided their lender agreed in full.",
        ),
        (
            "A guilty plea would cost Marlin Marine its licence in Orla, although it could seek a waiver.",
            "It could seek a waiver.",
        ),
        (
            "The Central Bank of Orland met on Tuesday. The lending rate remains at 4.35 per cent, where it has been since May.",
            "The lending rate remains at 4.35 per cent, where it has been since May 2026.",
        ),
    ],
)
def test_it_is_no_body_that_was_only_named_before(text: str, claim: str) -> None:
    assert claim in claims(text)


def test_a_body_that_opened_the_sentence_before_is_still_it() -> None:
    text = "Orben Foods closed two mills in Velm. It has hired 40 people in Kassen."
    assert "Orben Foods has hired 40 people in Kassen." in claims(text)


# "He", "she" and the names of people


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Piet Holm of the relief office keeps the lists. “If someone thinks these boys were saved, let him ask their mothers,” said Olga Varn.",
            "If someone thinks these boys were saved, let him ask their mothers.",
        ),
        (
            "President Orme signed the order in May. Anton Berg, an adviser to former first lady Jane Orme, has resigned."
            " Rita Lind told reporters that Orme had read it.",
            "Orme had read it.",
        ),
        (
            "Mum-of-three Petra wants the ramp closed. “I gave Jonas Doyle a coin and he gave me a kiss,” she said.",
            "Petra gave Jonas Doyle a coin and he gave her a kiss.",
        ),
    ],
)
def test_he_is_nobody_whom_the_words_exclude(text: str, claim: str) -> None:
    assert claim in claims(text)
