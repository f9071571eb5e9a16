"""What long reports and interviews of real outlets were read wrongly in, and must be read right: own sentences of their shapes."""

import datetime

import pytest

from claims.extraction import entities, passages, pipeline
from claims.extraction.types import Extraction

WRITTEN = datetime.date(2026, 11, 20)


def extracted(text: str) -> Extraction:
    return pipeline.run(text, None, WRITTEN)


def claims(text: str) -> list[str]:
    return [claim.text for claim in extracted(text).claims if not claim.abstained]


def sources(text: str) -> list[tuple[str, str | None]]:
    """The sources as they stand in the text, with their names."""
    found = extracted(text).statements
    return [(" … ".join(span.of(text) for span in one.source), one.source_name) for one in found if one.attributed]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Both engineers acknowledged faults in the signal box as possible explanations.",
            "Faults in the signal box are possible explanations.",
        ),
        (
            'Professor Lind declared household ownership rates to be "the strongest single predictor of a state\'s accident rate".',
            'Household ownership rates are "the strongest single predictor of a state\'s accident rate".',
        ),
        (
            "Unlike the old bridge, which is a toll bridge, the new one is free for cars.",
            "Unlike the old bridge, the new one is free for cars.",
        ),
        (
            "The model takes account of the tilt of the axis, which varies by 40 degrees.",
            "The tilt of the axis varies by 40 degrees.",
        ),
        (
            "They published a map for their more optimistic calculations, which they reckoned were closer to the truth.",
            "Their more optimistic calculations were closer to the truth.",
        ),
        (
            "The doctors do not believe there is any reason to think that the results are wrong.",
            "The doctors do not believe there is any reason to think that the results are wrong.",
        ),
        (
            "It also called for records of the withholding of aid, as well as files relating to attempts by Rudy Gilan to encourage inquiries into the senator.",
            "There should be records of the withholding of aid, as well as files relating to attempts by Rudy Gilan to encourage inquiries into the senator.",
        ),
        (
            "He called it unlikely that the bank would finance the project, as it has committed itself to green energy.",
            "It is unlikely that the bank would finance the project, as it has committed itself to green energy.",
        ),
        (
            "Patrick Holt, 28, was caught by Paulding, Ohio, police about 10 a.m. Thursday, Velm police said in a statement.",
            "Patrick Holt was caught by Paulding, Ohio, police about 10 a.m. on November 19, 2026.",
        ),
        (
            "The governor declared a statewide emergency on Sunday as wind-fueled fires spread across Brook County and prompted mass evacuations.",
            "The governor declared a statewide emergency on November 15, 2026 as wind-fueled fires spread across Brook County and prompted mass evacuations.",
        ),
        (
            "In Brook, one of the largest evacuations was underway as strong winds and dry air fueled a fire that has raged for days.",
            "In Brook, one of the largest evacuations was underway as strong winds and dry air fueled a fire that has raged for days.",
        ),
        (
            "The fire department and the sheriff’s office told residents in the north of Velm, as well as areas southwest of the city, to leave at once.",
            "Residents in the north of Velm, as well as areas southwest of the city, should leave at once.",
        ),
        (
            "The government of Norland said it was reviewing some of the charges raised by the series, ranging from bribery of officials to the use of pesticides.",
            "The government of Norland was reviewing some of the charges raised by the series, ranging from bribery of officials to the use of pesticides.",
        ),
        (
            "Officers went to the hospital and met two nurses who said the men attacked them.",
            "Officers met two nurses.",
        ),
        (
            "“We take the blame for this mistake and remain committed to our customers,” said Metta Holdings.",
            "Metta Holdings takes the blame for this mistake and remains committed to its customers.",
        ),
        (
            "“We want to stay in Velm and help our staff,” said Metta Holdings.",
            "Metta Holdings wants to stay in Velm and help its staff.",
        ),
        (
            "A Metta spokesperson said, “We made changes to our systems in May.”",
            "Metta made changes to its systems in May 2026.",
        ),
        (
            "The commission has approved a $5 billion (approx. € 4.4 billion) settlement with Metta.",
            "The commission has approved a $5 billion (approx. € 4.4 billion) settlement with Metta.",
        ),
        (
            "“It is not ‘enough’ for the town of Velm,” said Rafi Azim.",
            "It is not enough for the town of Velm.",
        ),
        (
            "Norland’s data regulator, on Tuesday, has fined Twidder 450,000 euros for a security breach that the company reported in January 2019.",
            "Norland’s data regulator, on November 17, 2026, has fined Twidder 450,000 euros for a security breach that the company reported in January 2019.",
        ),
    ],
)
def test_what_is_claimed(text, claim):
    assert claim in claims(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            'Orme suggested a hypothetical scenario, in which "the logs had been altered by somebody on the night shift".',
            "There was a hypothetical scenario",
        ),
        ("Radio Velm asked Lind how the work is linked to the lake found in May.", "Lind how the work"),
        ("The reporter asked the minister if he had any ideas about the tax.", "The minister if"),
        (
            "The paper gives levels typical of sea water. It says the oxygen in it rises when the water is colder.",
            "sea water is colder",
        ),
        (
            "The letter was signed by Eliot Angel, Adam Shift, and Elia Cumming, who serve as chairs of three committees.",
            "Elia Cumming serve",
        ),
        (
            'Ada Moor, the governor, offered to help: "Our exports have come close to a billion dollars. Here the themes of several plans intersect at once!"',
            "There",
        ),
        (
            "Turkland and Norland signed a border agreement in May, according to which a section off Velm would cross the zone.",
            "signed a border agreement in which",
        ),
        (
            "Gov. Gavin Nolan on Sunday declared a statewide emergency due to fires that have accompanied “extreme weather conditions” in 43 counties.",
            "have accompanied is",
        ),
        (
            "“We are sending help,” the governor said in a statement, which cited both the Kinder fire and the Tock fire.",
            "There",
        ),
    ],
)
def test_what_is_not_claimed(text, claim):
    assert not [made for made in claims(text) if claim in made]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The Home Office today rejected 40 requests.", ("The Home Office", "Home Office")),
        ("The ministry yesterday suggested that piracy was the cause.", ("The ministry", "ministry")),
        (
            "Officers found a 36-year-old man who said the two victims attacked him.",
            ("a 36-year-old man", "a 36-year-old man"),
        ),
        (
            "Officers found the clerk knew a person who claimed to have been attacked.",
            ("a person", "a person"),
        ),
        (
            "“We take the blame for this mistake,” said the social networking giant, according to Associated News.",
            ("the social networking giant", "social networking giant"),
        ),
        (
            "“We take the blame for this mistake,” said the social networking giant, according to Associated News.",
            ("Associated News", "Associated News"),
        ),
        (
            "Some abusers in the Diocese of Velm were never found, a report has said. Its authors also say that survivors may still be afraid.",
            ("Its authors", "report's authors"),
        ),
        (
            "In a letter, Justin Well and Stefan Cottr said it would be hard for those who suffered in the Church of Norland. “We are sorry for the way the Church has acted,” they wrote.",
            ("they", "Justin Well and Stefan Cottr"),
        ),
        ("USA Today said the bridge was closed.", ("USA Today", "USA Today")),
        (
            "Ada Lind has built a new model of how salt dissolves. The new model indicated that the salt comes back in June.",
            ("The new model", "new model"),
        ),
        (
            "The National Search and Rescue Agency sent two ships. Yesterday the Search and Rescue Agency told reporters 40 people were missing.",
            ("the Search and Rescue Agency", "National Search and Rescue Agency"),
        ),
    ],
)
def test_who_says_it(text, source):
    assert source in sources(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Food and Drug Administration closed.", ["Food and Drug Administration"]),
        ("The Culture and Tourism Ministry denied it.", ["Culture and Tourism Ministry"]),
        ("The Health and Safety Executive closed the pit.", ["Health and Safety Executive"]),
        (
            "The Treasury and Energy Department met.",
            ["Treasury", "Energy Department", "Treasury and Energy Department"],
        ),
        ("The Navy and Coast Guard helped.", ["Navy", "Coast Guard", "Navy and Coast Guard"]),
    ],
)
def test_two_matters_share_a_body(text, names):
    cast = entities.find(text, passages.find(text, None), None)
    assert [one.name for one in cast.entities] == names


HEADS = """Albert Sufran is head of the centre. According to Sufran, the contest shows young people what they can do. In his view, a surgeon needs English.

Alexander Gagan of Velmburg, who took third place last year, is a student. This year, he said, he came to support his friends.

Several people came back. One is Denis Kovac, a student at Brook State University. He said he was interested in surgery from the first year."""


def test_a_paragraph_that_begins_with_somebody_goes_on_about_him():
    assert [name for words, name in sources(HEADS) if words.lower() == "he"] == ["Alexander Gagan", "Denis Kovac"]


def test_who_is_accused_has_not_said_it():
    found = extracted(
        "The accusation against Bo Lind is that he interfered with an inquiry into Lund Holdings."
    ).statements
    assert [one.source_name for one in found if one.attributed] == ["unnamed accusers"]


def test_a_quotation_within_a_quotation_closes_its_line():
    text = """The subpoena was issued on Friday.

Regarding the call, former prosecutor Elin Hoist said: "If I got a transcript like that, I would think, 'Wow, I am surprised.' "

The council met on Monday and voted."""
    assert [passage.kind for passage in extracted(text).passages] == ["body"] * 3


def test_a_day_before_its_speaker_is_no_part_of_what_is_said():
    text = "In December, a Norland official said that the pipeline is up and running, Velm Mail reported."
    contents = [[span.of(text) for span in one.content] for one in extracted(text).statements if one.attributed]
    assert ["the pipeline is up and running"] in contents


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("The whole of Luzen is under lockdown from March 17 to April 12. – Rapplor.com", ["body", "navigation"]),
        ("“It is over,” the mayor of Velm told the council on Monday. — with reports from AFP", ["body", "navigation"]),
        ("The dam was built in 1974 by a firm in the north – Norvik.", ["body"]),
    ],
)
def test_whose_report_it_is_behind_the_last_sentence_costs_no_paragraph(line, kinds):
    text = f"The council has 40 cases of the disease.\n\n{line}"
    assert [passage.kind for passage in extracted(text).passages[1:]] == kinds


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The mayor debunked rumours that the dam had burst.", "The dam had not burst."),
        ("The firm quashed claims that it would close.", "The firm would not close."),
        (
            "The chief, who heads the Nasar State Police, urged the public to disregard the news as it was the handiwork of mischief makers.",
            "The public should disregard the news as it was the handiwork of mischief makers.",
        ),
    ],
)
def test_what_is_not_so(text, claim):
    assert claim in claims(text)


def test_who_goes_on_without_a_comma_is_the_speaker():
    text = "Mosh revealed that guards had been sent to the house of the governor noting that 221 police officers were there."
    assert ("Mosh", "Mosh") in sources(text)
    assert ("the governor", "governor") not in sources(text)


@pytest.mark.parametrize("led", ["with ", ""])
def test_a_participle_with_a_subject_of_its_own_is_said_by_that(led):
    text = f"Norsk authorities acknowledged that the convoy had left, {led}one official saying it had left at noon."
    assert "one official" in dict(sources(text))


BELOW = """Party chief Imra Khand has alleged that Prime Minister Nawas Sharef is a “mafia don” in the country.

He reiterated that the Supreme Court verdict had confirmed that Mr Sharef was corrupt."""


def test_who_opens_a_paragraph_as_he_has_just_spoken():
    assert ("He", "Imra Khand") in sources(BELOW)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Alan Holt left in May. The trust said the consultant had referred patients he was seeing to a clinic.",
            "The consultant had referred patients he was seeing to a clinic.",
        ),
    ],
)
def test_who_is_meant_is_not_another_who_was_told_of(text, claim):
    assert claim in claims(text)


def test_since_without_a_noun_ends_what_is_told():
    text = "Mr Kay, who was ousted in May and has been leading the party since, condemned the arrest."
    assert "Mr Kay has been leading the party since." in claims(text)


def test_names_with_a_slash_are_whole():
    assert ("ABC/DE News", "ABC/DE News") in sources("ABC/DE News said two men were held in Velm.")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The survey found that air quality improved by 9 percent.", "Air quality improved by 9 percent."),
        ("A quake struck 17 miles from Lund, where Elm mine is.", "A quake struck 17 miles from Lund."),
    ],
)
def test_what_grew_or_struck_did_so(text, claim):
    assert claim in claims(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The council rejected calls for the mayor's resignation.",
            "The council rejected calls for the mayor's resignation.",
        ),
        (
            "The council has repeatedly dismissed demands for a public inquiry into the fire.",
            "The council has repeatedly dismissed demands for a public inquiry into the fire.",
        ),
        ("The union rejected opposition calls for a vote.", "The union rejected opposition calls for a vote."),
        ("The council rejected a plea for more lifeguards.", "The council rejected a plea for more lifeguards."),
        ("The union dismissed a demand for an inquiry.", "The union dismissed a demand for an inquiry."),
        (
            "Calls for the mayor's resignation have been rejected by the council.",
            "The council rejected calls for the mayor's resignation.",
        ),
    ],
)
def test_calls_that_are_turned_down_are_told_with_who_turns_them_down(text, claim):
    assert claims(text) == [claim]
    assert [name for _, name in sources(text)] in (["council"], ["union"])


def test_a_defence_counsel_tells_what_somebody_else_did():
    text = "Mark Orme, of Velm, was jailed on Friday. The defence counsel Bo Lind said he only hid because he feared the gang."
    assert not any(claim.startswith("Bo Lind") for claim in claims(text))
