"""Claims name the right person or thing, or keep a pronoun where a name would be a guess."""

import pytest

from claims.extraction import entities
from tests.extraction.prose import claims, extracted, said_by


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (  # an object: what happened, and no river
            "A dam on the lower Solona gave way on Monday night. Nobody in the valley has admitted to it.",
            "Nobody in the valley has admitted to it.",
        ),
        (  # a share of something, and no country
            "A ransom was paid in Zungar on Monday. Part of it was counterfeit.",
            "Part of it was counterfeit.",
        ),
        (  # a given name is somebody's
            "The firm called off the charge. A spokeswoman wished Alfie well. It would not say how many had paid.",
            "It would not say how many had paid.",
        ),
        (  # no firm costs a household anything by what it allowed
            "The regulator has ruled that the cost may be passed on. It would add about $90 to the average bill.",
            "It would add about $90 to the average bill.",
        ),
        (  # "not the first time" is nobody
            "Orsk Rovers won the cheese race on Sunday. It is not the first time that a foreigner has won the race.",
            "It is not the first time that a foreigner has won the race.",
        ),
    ],
)
def test_it_stays_where_a_name_would_be_a_guess(text: str, claim: str) -> None:
    assert claim in claims(text)


def test_a_body_says_it_of_itself() -> None:
    text = "Serbia, traditionally close to Torvik, said it would not recognise the results."
    assert "Serbia would not recognise the results." in claims(text)
    text = "The Four Courts annulled the permit in May. The developer, Tri-County Logistics, said it would appeal."
    assert "The Four Courts would appeal." not in claims(text)


def test_those_told_of_before_are_not_those_who_speak() -> None:
    text = "The probation department is sure that it did so; the court clerk's office says it has no record of that."
    assert "The probation department has no record of that." not in claims(text)
    text = (
        "Health officials fear a long winter, while ambulance bosses told The Comet they were already on their knees."
    )
    assert "Health officials were already on their knees." not in claims(text)


def test_whoever_says_i_is_no_it() -> None:
    text = 'Ministers are cross. "I could smell it on my nose for a week," said the 26-year-old from Breda.'
    assert "The 26-year-old from Breda could smell it on their nose for a week." in claims(text)


def test_i_again_of_somebody_whose_pronoun_nobody_knows() -> None:
    text = 'Gord Yaremko keeps two pigs in the flat. "Every time I lean in I get a gust," Yaremko said.'
    assert not any("they get" in claim for claim in claims(text))


@pytest.mark.parametrize("marks", ["''", "‘’", "“”"])
def test_a_nickname_is_part_of_a_name(marks: str) -> None:
    named = f"Kenny {marks[0]}The Crane{marks[1]} Maddox"
    text = f"Roel Visser sent the referee a sandwich. {named} hit the roof on Monday. He will appeal, his club said."
    read = extracted(text)
    assert any(claim.text.startswith(named) for claim in read.claims)
    assert "Kenny Maddox" in {one.name for one in entities.find(text, read.passages, None).entities}
    assert ("Kenny Maddox's club", "He will appeal") in said_by(text)


def test_somebody_told_by_his_country() -> None:
    text = "Dutchman Roel Visser won the race on Sunday. It drew a crowd of 4,000."
    assert not any(claim.startswith("Dutchman Roel Visser drew") for claim in claims(text))


def test_people_of_several_places_are_one_source() -> None:
    text = "At the hearing, parents from Dunmore, Hepburn Siding, Rosalind East and Ketchum argued that their schools would not survive."
    assert [name for name, _ in said_by(text)] == ["parents from Dunmore, Hepburn Siding, Rosalind East and Ketchum"]


def test_he_is_the_speaker_before_the_marks() -> None:
    text = (
        "The board has sounded out the opener, Sam Achebe, two officials said. Joe Hollis smiled."
        " Achebe insists he has “had no calls, only texts from my mum”."
    )
    assert not any(claim.startswith("Joe Hollis has had no calls") for claim in claims(text))


def test_i_within_a_quotation_within_a_quotation_is_somebody_else() -> None:
    text = "Joe Hollis won. “He got up, tapped a glass, said ‘that’s me done’ and left,” Danny Prior recounted."
    assert not any("Danny Prior done" in claim for claim in claims(text))


def test_what_i_would_do_is_spelt_out() -> None:
    text = "Joe Hollis shrugged: “I’d do it again,” he said. “I’d never seen the forecast.”"
    made = claims(text)
    assert "Joe Hollis would do it again." in made
    assert "Joe Hollis had never seen the forecast." in made


def test_a_husband_without_a_name_is_not_who_spoke_before() -> None:
    text = (
        "Yevgeny Smyr, a director of First Chapter, noted that the penalty was raised in April. Xenia Karel's husband,"
        " a boxer, had bought her the ticket. “I keep the boarding pass,” he said."
    )
    assert ("Yevgeny Smyr", "“I keep the boarding pass”") not in said_by(text)
    assert not any("Smyr keeps" in claim for claim in claims(text))


def test_who_stands_before_a_semicolon_is_not_it_behind_it() -> None:
    text = (
        "The security service alleged that Xenia Karel had collected funds for the army; the charity, Razom West,"
        " says it buys bandages."
    )
    assert "The security service buys bandages." not in claims(text)


def test_families_are_not_those_of_one_lawmaker() -> None:
    text = (
        "A senior lawmaker acknowledged that the palace had feared for two engineers held in a jail in Torvik. Their families"
        " said in a joint letter that nobody had asked them."
    )
    assert all("lawmaker's families" not in (name or "") for name, _ in said_by(text))


def test_a_firm_is_no_he() -> None:
    text = "Halloran Water runs the dam. Mrs Phiri lives below it. On Monday he telephoned the control room."
    assert not any("Halloran Water telephoned" in claim for claim in claims(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("A lawsuit says he opened fire at the school on Monday.", "A lawsuit opened fire"),
        ("Pals of the deputy mayor say he has not slept since.", "Pals has not slept"),
    ],
)
def test_papers_and_pals_are_no_he(text: str, wrong: str) -> None:
    assert not any(claim.text.startswith(wrong) for claim in extracted(text).claims)


def test_a_name_ends_behind_junior() -> None:
    text = "The mayor is Ed Garrity Jr. The clinics closed in May. He said the closings saved $4 million."
    assert {name for name, _ in said_by(text)} == {"Ed Garrity Jr"}


@pytest.mark.parametrize(
    "text",
    [
        "Mae Prudhomme was a teacher. The headmaster, Ann Lind, told her that she would lose her post.",
        "A headmistress told her that she would lose her post.",
    ],
)
def test_whoever_is_told_that_she_will_go_is_not_who_tells_it(text: str) -> None:
    assert not any("would lose" in claim for claim in claims(text))


@pytest.mark.parametrize("second", ["Vice President Tom Reardon", "Deputy President Tom Reardon"])
def test_a_second_is_not_called_by_the_office_of_whose_second_he_is(second: str) -> None:
    text = f"{second} praised the teachers. The president ordered the flags lowered. The {second.split()[0].lower()} president said the flags were old."
    assert claims(text)[-2] == "The president ordered the flags lowered."
    assert said_by(text)[-1][0] == "Tom Reardon"
