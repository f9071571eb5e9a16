"""Names that a claim spells out though they look whole already, whom "she" cannot mean, and whose words an interview's are."""

import pytest

from claims.extraction import entities, passages, pipeline


def claimed(text: str, title: str = "") -> list[str]:
    return [claim.text for claim in pipeline.run(text, title or None).claims if claim.abstained is None]


def named(text: str) -> list[str]:
    return [one.name for one in entities.find(text, passages.find(text, None), None).entities if one.named]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Ada Berg-Olsen died on Sunday. Berg-Olsen was 71 years old.", "Ada Berg-Olsen was 71 years old."),
        ("Rita McAdam won on Sunday. McAdam had led since noon.", "Rita McAdam had led since noon."),
        ("Sean O'Hara died on Sunday. O'Hara was 71 years old.", "Sean O'Hara was 71 years old."),
        ("The gun was Louis De Zosa's. De Zosa was 23 years old.", "Louis De Zosa was 23 years old."),
        (
            "Pedro R. Pierri Lind was sworn in on Friday. Pierri Lind left office on Monday.",
            "Pedro R. Pierri Lind left office on Monday.",
        ),
        (
            "Jean Giscard d'Orlan won in May. Giscard d'Orlan died in 2020.",
            "Jean Giscard d'Orlan died in 2020.",
        ),
        (
            "Park Won-moon, the mayor of Sool, was found dead. Park was 64 years old.",
            "Park Won-moon was 64 years old.",
        ),
    ],
)
def test_a_surname_of_two_halves_or_two_words_is_spelt_out(text, claim):
    assert claim in claimed(text)


def test_a_firm_that_is_written_as_one_word_with_two_capitals_keeps_its_short_name():
    assert "YouTube paid 40 people twice." in claimed("YouTube LLC opened in May. YouTube paid 40 people twice.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("New Orleans and Jefferson Parish officials have said they are not concerned.", "New Orleans"),
        ("Ada Lind became chair of the House Oversight and Reform Committee.", "House Oversight and Reform Committee"),
        ("Mohammed bin Salar spoke on Friday.", "Mohammed bin Salar"),
        ("Von der Holt left on Friday.", "Von der Holt"),
    ],
)
def test_a_name_is_found_whole(text, name):
    assert name in named(text)


def test_these_states_are_not_the_united_states():
    text = "The United States voted. Ann Lind was first in all three of these states. The party urged states to wait."
    found = next(
        one for one in entities.find(text, passages.find(text, None), None).entities if one.name == "United States"
    )
    assert [mention.of(text) for mention in found.mentions] == ["United States"]


def test_a_paper_behind_somebodys_mother_is_nobody():
    text = "A few days back, Orlan's mother died of the virus, Tarn Times reported. She wrote 14 books."
    assert not any("Tarn Times wrote" in one for one in claimed(text))


def test_the_paper_that_reports_is_no_part_of_those_of_whom_it_reports():
    text = "A study published in the journal Skyphysics last month reported astronomers from Velm saw a hole. They thought so first."
    assert "astronomers from Velm" in [
        one.name for one in entities.find(text, passages.find(text, None), None).entities
    ]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Ada Lind won in 2019. Ada Lind's mother was a painter. She sold 40 works.", "Ada Lind sold"),
        (
            "Ellen Wardle quit after “Super Tuesday”, March 3. She did not endorse another candidate.",
            "Super Tuesday did",
        ),
        (
            "Paul Berg spoke to Tom Hale on May 3. He told Hale that 40 people died. He sued Hale in June.",
            "Tom Hale sued",
        ),
        (
            "The hole is 40 light years from the Solar System. It lies in the HR 6819 system. They found the system in 1999.",
            "the Solar System in 1999",
        ),
    ],
)
def test_no_claim_is_made_of_whom_the_words_rule_out(text, wrong):
    assert not any(wrong in one for one in claimed(text))


def test_an_obituary_goes_on_about_the_dead_whose_name_tells_no_gender():
    text = (
        "Nicky Jambo, former vice-president of Namria, died on Sunday. He was 82 years old.\n\n"
        "The president of Namria, Karl Gessing, spoke of his sadness.\n\nHe was awarded the Order of the Moon in 2014."
    )
    assert "Nicky Jambo was awarded the Order of the Moon in 2014." in claimed(
        text, "Nicky Jambo of Namria dies aged 82"
    )


def test_who_used_something_to_find_out_says_it_without_what_was_used():
    text = "The team used satellite images to estimate that 400 homes had burned."
    assert [one.source_name for one in pipeline.run(text).statements] == ["team"]


INTERVIEW = """Dorsa Derkani moved to Spain in 2016. Velm Radio spoke with Dr Derkani.

((WN)) Why did you leave?

((Dorsa Derkani)) I said the federation paid 40 players. I live in Spain and I'm working with two clubs and I don't want to go back. We found that 14 of us had left.

((WN)) And that is how you concluded that it was over?

((Dorsa Derkani)) I won three titles."""


def test_whoever_has_the_turn_says_what_they_think_and_the_pronoun_stays_the_source():
    said = {one.content[0].of(INTERVIEW): one for one in pipeline.run(INTERVIEW).statements}
    thought = said["the federation paid 40 players"]
    assert ([one.of(INTERVIEW) for one in thought.source], thought.source_name) == (["I"], "Dorsa Derkani")


def test_what_an_interviewer_asks_states_nothing():
    assert not any("it was over" in one.content[0].of(INTERVIEW) for one in pipeline.run(INTERVIEW).statements)


def test_a_second_i_behind_a_town_has_the_verb_of_one_person():
    assert not any("Derkani'm" in one or "Derkani don't" in one for one in claimed(INTERVIEW))


def test_nobody_speaks_for_the_medium_that_spoke_with_them():
    assert not any("Velm Radio" in one and "left" in one for one in claimed(INTERVIEW))
