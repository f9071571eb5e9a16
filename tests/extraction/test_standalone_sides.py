"""Cuts that would tear a list, a date, a name or somebody else's clause, and what is made whole again."""

import pytest

from claims.extraction.standalone import phrase, tagging
from claims.extraction.standalone.cutting import mended, splitting
from claims.extraction.types import Form, SourceKind, Span
from tests.extraction.test_standalone import said, texts, worded

TORN = [
    ("figures", "The fair returned to Velm from March 15 to 17, as one of the largest shows in Peru."),
    ("figures", "Council members voted 66 to 27 to allow the dam, seven days ahead of the deadline set by a court."),
    ("figures", "The first cases in Velm were on March 8, in two people who came back from Lima."),
    ("figures", "The divers found three or four wrecks with the new device."),
    ("figures", "In the span of one week, at least three bombs exploded in Velm."),
    ("figures", "The crash killed 12 people and 14 injured so the total number of victims is 26."),
    ("complements", "The cases were in two guests who came from Lima and the cook of the inn."),
    ("complements", "The ministry is also awaiting answers from both the port and the navy."),
    ("complements", "The moth is one of several threats to the islands of the north and the forest."),
    ("clause unmarked", "Six guards fled to the harbour and hid until Lind and Berg brought them out of the country."),
    ("clause unmarked", "Some towns did not follow the trend: Velm and Lima had low rates of crime."),
    ("clause unmarked", "The election was watched by the Free and Fair Elections Fund in the capital."),
    ("clause", "The firm caused harm, violence, and political unrest felt across the country."),
    ("clause", "Andy Lind, a local candidate, banker, and former law professor, wrote the paper."),
    ("comma", "Lind received three percent of the vote, the most a Harbour Party nominee has ever received."),
    ("comma", "In a poll with all three rivals included, Lind led Berg by five points."),
    ("comma", "The man died on Sunday at a Frederick, Maryland assisted living facility."),
    ("verb comma", "The party wants new rights including the right to a home, paid vacation, and a shorter week."),
    ("participle", "A clerk told them Lind prepared for two hours, enlisting help from two mayors."),
    ("participle", "Peru had most cases, with the next country, Chile, reporting 30 cases."),
    ("bare which", "The court threw out a lawsuit by Peru which tried to stop the vote."),
    ("bare who", "They met a man from Peru who ran the port."),
    ("object which", "The break lets Lind make plans for his firm, which he will present on May 4."),
    ("object which", "They were linked to the Lind Network, which itself was tied to the Front."),
    ("apposition", "Two guests from Chile — a man who left the inn — had the flu."),
    ("apposition last", "They praised the choice to leave in the last vote, the choice that won him Peru."),
    ("apposition", "To pick a feature, the small game that comes with it has been changed."),
    ("participle", "The crew is slated to stay for a month, docking on May 3 in the morning."),
    ("objects", "The issue includes talks with the mayor of Velm as well as the head of the port."),
    ("verb comma", "Hadley told them of it and the clerk, a man from Velm, gave them a copy."),
    ("verb comma", "The highest rate was in Velm, with fifteen killings a year."),
    ("relative where", "The shop, by the old mall, where the shooting happened is five miles from the border."),
    ("apposition", "They pushed him to the left on housing, the New Deal and paying the clerks."),
    ("relative which", "They met during a planned trip to Warsaw, which was cancelled."),
    ("apposition last", "Lind trailed Berg in the last poll, 51 to 43 percent."),
    ("age", "The bishop of the Lower Islands, 79, died in Velm."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "sentence"), TORN)
def test_what_is_no_clause_of_its_own_is_not_cut_off(kind: str, sentence: str) -> None:
    tokens = tagging.tag(sentence, [(0, len(sentence))])[0]
    assert kind not in {split.kind for split in splitting.candidates(tokens)}


CUT = [
    ("figures", "The firm sold 2000 large and 74 small stores to Lind.", ["The firm sold 2000 large stores to Lind.", "The firm sold 74 small stores to Lind."]),
    ("figures", "He ran it through his 2008 runs for mayor and his 2018 run for governor.", ["He ran it through his 2008 runs for mayor.", "He ran it through his 2018 run for governor."]),
    ("clause", "The office was closed, and in Velm it was met with protests.", ["The office was closed", "in Velm it was met with protests."]),
    ("clause", "Two people were killed and at least eight people were injured.", ["Two people were killed", "at least eight people were injured."]),
    ("participle", "A quake struck Velm, hurting 25 people and damaging houses.", ["A quake struck Velm", "A quake hurt 25 people and damaged houses."]),
    ("relative which", "The Ann and Joe Lind Foundation, which paid for it, left.", ["The Ann and Joe Lind Foundation left.", "The Ann and Joe Lind Foundation paid for it"]),
    ("apposition", "Lyons, a former clerk and owner of a mill, left the party.", ["Lyons left the party.", "Lyons was a former clerk and owner of a mill"]),
    ("apposition last", "They fear COVID-19, the disease caused by the virus.", ["They fear COVID-19.", "COVID-19 is the disease caused by the virus"]),
    ("object which", "In 2016, Norland held a vote on the Harbour Union, which it joined in 1973.", ["In 2016, Norland held a vote on the Harbour Union", "it joined the Harbour Union in 1973."]),
    ("bare who", "Lind often had rows with Tom Hadley who is the mayor of Velm.", ["Lind often had rows with Tom Hadley", "Tom Hadley is the mayor of Velm."]),
    ("relative who", "Lind, 39, who has left her firm, met two men at an inn.", ["Lind, 39, met two men at an inn.", "Lind has left her firm"]),
    ("apposition last", "The vote came amid fears over the spread of SARS-CoV-2, the virus that causes the disease.", ["The vote came amid fears over the spread of SARS-CoV-2.", "SARS-CoV-2 is the virus that causes the disease"]),
    ("apposition last", "They mourn the death of Tom Hadley, a lawyer who ran the port.", ["They mourn the death of Tom Hadley.", "Tom Hadley was a lawyer who ran the port"]),
    ("apposition", "Sergeant Hadley, from Velm, Peru, served for five years.", ["Sergeant Hadley served for five years.", "Sergeant Hadley was from Velm, Peru"]),
    ("apposition", 'Lind, nicknamed the "Queen of Velm," had many readers.', ["Lind had many readers.", "Lind was nicknamed the \"Queen of Velm\""]),
    ("participle", "The party is the oldest in Peru, having been founded in 1869.", ["The party is the oldest in Peru", "The party had been founded in 1869."]),
    ("participle", "The party is based on old books, advocating for small farms.", ["The party is based on old books", "The party advocates for small farms."]),
    ("absolute", "A truck and a bus collided, the truck catching fire in the rain.", ["A truck and a bus collided", "the truck caught fire in the rain."]),
    ("become", "A decade later, in 2008, Lind beat Senator Berg to become the first woman in the post.", ["A decade later, in 2008, Lind beat Senator Berg", "Lind became the first woman in the post."]),
    ("objects", "Lind has completed a degree from Velm, as well as a course in Lima.", ["Lind has completed a degree from Velm", "Lind has completed a course in Lima."]),
    ("verb", "A native of Velm, Peru, Ann Lind left the island and founded a school.", ["A native of Velm, Peru, Ann Lind left the island", "Ann Lind founded a school."]),
    ("relative whose", "Ann Lind, leader of the Harbour Party, whose firm built it, has left.", ["Ann Lind, leader of the Harbour Party has left.", "Ann Lind's firm built it"]),
    ("clause", "The red team lost, but that team stays in the league.", ["The red team lost", "that team stays in the league."]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "sentence", "expected"), CUT)
def test_both_sides_of_a_cut_are_true(kind: str, sentence: str, expected: list[str]) -> None:
    tokens = tagging.tag(sentence, [(0, len(sentence))])[0]
    found = [
        [phrase.printed(sentence, half, []) for half in (split.left, split.right)]
        for split in splitting.candidates(tokens)
        if split.kind == kind
    ]
    assert expected in found


MENDED = [
    ("Women, who make up 16% of the crews as of May.", "Women make up 16% of the crews as of May."),
    ("In Norway, which was planning to hold a vote.", "Norway was planning to hold a vote."),
    ("In Norway, where storms have a great impact.", "storms have a great impact in Norway"),
    ("Nick Lind, a former student who won a prize.", "Nick Lind was a former student who won a prize."),
    ("Nick Lind, who won a prize, has retired.", "Nick Lind, who won a prize, has retired."),
]


@pytest.mark.parametrize(("words", "expected"), MENDED)
def test_a_noun_takes_the_verb_that_stands_beside_it(words: str, expected: str) -> None:
    tokens = tagging.tag(words, [(0, len(words))])[0]
    assert phrase.printed(words, mended.mended(tokens), []) == expected


def _told(text: str, cue: str) -> dict[str, object]:
    return said("Maria Lind") | {"cue": (Span(text.index(cue), text.index(cue) + len(cue)),)}


def test_a_verb_that_its_source_parted_from_the_subject_has_it_again() -> None:
    text = "Port officials, according to the Velm Post, have noted other strange signals."
    assert texts(text, "have noted other strange signals.", **_told(text, "according to")) == [
        "Port officials have noted other strange signals."
    ]


def test_what_was_talked_about_waits_for_a_person() -> None:
    text = "Lind explained how the harbour has been rebuilt since the storm."
    (claim,) = worded(text, "how the harbour has been rebuilt since the storm.", **_told(text, "explained"))
    assert claim.abstained == "It is no whole sentence."


def test_what_records_may_show_is_not_said_to_be_so() -> None:
    text = "Voters should go to the polls if records showed the clerk had lost the forms."
    source = (Span(text.index("records"), text.index("records") + len("records")),)
    (claim,) = worded(text, "the clerk had lost the forms.", source=source, **_told(text, "showed"))
    assert claim.abstained == "It is only supposed, and not said to be so."


def test_a_group_that_a_cue_tears_from_its_phrase_is_no_thing_that_was() -> None:
    text = "A bomb killed five, another attack ascribed to the Red Front."
    (claim,) = worded(text, "another attack … to the Red Front.", **_told(text, "ascribed"))
    assert claim.abstained == "It is no whole sentence."


def test_an_office_that_somebody_runs_for_is_not_who_holds_it() -> None:
    text = "President Tom Hadley spoke in Velm. The Harbour Party named a ticket of Ann Berg for President and Jo Lind for Vice President."
    (claim,) = texts(text, text[36:])
    assert "for President" in claim


def test_what_the_next_month_is_counts_from_what_was_told_before() -> None:
    text = "The next month, the party named a new ticket."
    assert texts(text, text) == ["The next month, the party named a new ticket."]


def test_a_group_never_says_i() -> None:
    text = "I was only a child then, the women said."
    statement = said("The women", kind=SourceKind.GROUP, form=Form.DIRECT)
    (claim,) = worded(text, "I was only a child then,", **statement)
    assert claim.abstained == "It is not clear who speaks."


def test_what_somebody_is_slammed_for_says_nothing_of_him() -> None:
    text = "Lind slammed Tom Hadley for a story alleging she paid no taxes in Peru."
    (claim,) = worded(text, "Tom Hadley for a story alleging she paid no taxes in Peru.", **_told(text, "slammed"))
    assert claim.abstained == "It is no whole sentence."


def test_of_two_deeds_that_somebody_is_accused_of_both_are_told() -> None:
    text = "Lind accused the family of going around the world and taking money from banks."
    content = "the family of going around the world and taking money from banks."
    assert " ".join(texts(text, content, **_told(text, "accused"))).count("ing ") == 0


def test_the_last_night_of_a_fair_is_no_night_before_today() -> None:
    text = "On the last night, the mayor gave a long speech."
    assert texts(text, text) == ["On the last night, the mayor gave a long speech."]


def test_who_claims_to_be_something_is_said_to_be_so_now() -> None:
    text = "Lind claimed to be unaware of the plan."
    assert texts(text, "to be unaware of the plan.", **_told(text, "claimed")) == ["Maria Lind is unaware of the plan."]


def test_what_somebody_is_asked_is_not_claimed() -> None:
    text = "The paper asked Tom Hadley if he had any ideas about the harbour."
    (claim,) = worded(text, "Tom Hadley if he had any ideas about the harbour.", **_told(text, "asked"))
    assert claim.abstained == "It is no whole sentence."
