"""News of war, courts, protests, police and disasters, whole pipeline: shapes in which real reports went wrong, in sentences of our own."""

import pytest

from tests.extraction.prose import claims, extracted, said_by


def sources(text: str) -> list[str | None]:
    return [name for name, _ in said_by(text)]


def test_one_who_was_sentenced_and_fined_has_fined_nobody() -> None:
    text = "One other defendant was sentenced to one year and fined VRK 5,000 for the march."
    assert "One other defendant was fined VRK 5,000 for the march." in claims(text)


def test_a_court_that_finds_somebody_guilty_of_several_deeds_has_done_none() -> None:
    text = "The Northgate court also found the nine defendants guilty of rioting, belonging to a banned group, and destroying public property, according to a state paper."
    assert not [claim for claim in claims(text) if "court belonged" in claim or "belong to" in claim]


def test_what_people_were_held_for_is_no_deed_cut_off_from_the_charge() -> None:
    text = "At least 54 people were detained in the north for pickets, laying flowers and even writing on walls."
    assert claims(text) == [text]


def test_those_arrested_and_accused_are_not_those_who_march_for_them() -> None:
    text = "The students were held on Friday while marching to show solidarity with eight people arrested and accused of involvement in a gang."
    assert not [claim for claim in claims(text) if "students were accused" in claim]


def test_shortly_keeps_what_it_stands_before() -> None:
    text = "The defendants were arrested in Lowmark shortly after interim President Anton Brel signed a law on marches."
    assert claims(text) == [text]


def test_the_mark_of_several_owners_stays() -> None:
    text = (
        "“The verdict is part of the authorities’ ploy to silence critics,” said Orrin Pell of Watchdog International."
    )
    assert claims(text) == ["The verdict is part of the authorities’ ploy to silence critics."]


def test_a_weekday_before_a_day_of_a_month_is_no_second_date() -> None:
    text = "The body was found on Saffron Street on Monday 1 July."
    assert "Monday 1 July" in claims(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "Anyone with information should contact Barrowshire Police by calling DI Moss on 101, quoting Operation Heron.",
        "In the end, Darvin Olt was cited for disobeying police orders.",
        "Despite government claims to have taken the area, a bitter contest with the Norsk rebels continues.",
        "Orrin Pell, the council's aid chief, made the comments as the members met for an emergency session on Velm.",
        "Rain was due on Friday, as prospects of a storm raised hopes that the fire could be contained.",
    ],
)
def test_what_only_looks_like_speech_has_no_speaker(text: str) -> None:
    assert not [name for name in sources(text) if name not in ("government", None)]


def test_who_relays_is_another_than_who_is_relayed() -> None:
    text = (
        "The marchers must pay 10,000 crowns each, according to Karl Ali, a defence lawyer of the marchers, AFP said."
    )
    assert sources(text) == ["Karl Ali", "AFP"]


def test_a_body_is_not_called_by_the_office_of_its_director() -> None:
    text = "Watchdog International described the marchers as “prisoners”. “Nobody should be held for marching,” said Orrin Pell, Director of Watchdog International’s Coastal Programme."
    assert sources(text) == ["Watchdog International", "Orrin Pell"]


def test_a_name_called_so_should_do_nothing() -> None:
    text = 'An air strike hit a clinic, killing 19 people in what the army called possible "collateral damage" in the battle to oust the rebels.'
    assert not [claim for claim in claims(text) if "should" in claim]


def test_who_is_implored_for_help_is_not_told_to_exist() -> None:
    text = "The government has implored aid agencies for assistance after the storm."
    assert not [claim for claim in claims(text) if claim.startswith("There were")]


def test_the_last_of_two_names_does_not_open_the_clause_below() -> None:
    text = "Rescuers are struggling to reach villages in Lowmark and Ostland as the combined death toll rose above 300."
    assert claims(text) == [text]


def test_who_allegedly_did_it_is_whom_the_clause_tells_of() -> None:
    text = "In Ostley, police held a man who allegedly threw a stone."
    assert "A man threw a stone." in claims(text)
    assert not [claim for claim in claims(text) if "Police threw" in claim]


def test_a_sentence_does_not_end_with_what_leads_to_reports() -> None:
    text = "Police were called by the fire brigade on Friday morning, following reports that a body had been found in the park."
    assert not [claim for claim in claims(text) if claim.endswith("following.")]


def test_a_banner_against_war_does_not_tell_that_there_was_none() -> None:
    text = "The writing on his backpack that read “No to war” also caught the officers’ attention."
    assert not [claim for claim in claims(text) if claim.lower().startswith("there was no")]


@pytest.mark.parametrize(
    "text",
    [
        "Among the sentenced are prominent activists Sana Orf, her brother Alan Orf-Fattal and civil rights lawyer Yara Sel.",
        "The charity workers killed were nationals of Norland, Peru, the UK, Chile as well as a Dane.",
    ],
)
def test_the_members_of_a_list_are_not_one_another(text: str) -> None:
    assert not [claim for claim in claims(text) if " Orf is her" in claim or "Peru was" in claim]


def test_a_court_that_hears_of_somebody_is_not_they() -> None:
    text = (
        "Karl Venn, 33, of Mill Road, denies robbery. Velm Crown Court heard he told detectives another man was responsible but has declined to name him.\n\n"
        "The court heard they sat down beside Mr Orne on a bench."
    )
    assert not [claim for claim in claims(text) if claim.startswith("Velm Crown Court")]


def test_who_denies_murder_does_not_say_that_there_was_none() -> None:
    text = "Karl Venn, 33, of Mill Road in the town, denies robbery and murder."
    assert "Karl Venn is not guilty of robbery and murder." in claims(text)


def test_a_governor_who_did_and_said_is_one_source() -> None:
    text = "Ardania Governor Orla Venn declared a state of emergency in eight counties—including the coast—and said thousands of firefighters had been deployed."
    assert sources(text) == ["Orla Venn"]


def test_who_added_something_in_the_paragraph_below_has_spoken_above() -> None:
    text = (
        "Mr Justice Soane told the jury that nothing said by Karl Venn amounted to a defence.\n\n"
        "But counsel for both Venn and Omar Dahl can argue that the case was not proved, he added."
    )
    assert sources(text)[-1] == sources(text)[0] != "Omar Dahl"


def test_he_behind_a_surname_that_has_spoken_is_that_person() -> None:
    text = (
        "“I am a journalist,” she said.\n\nYunal promised media reform. But in an interview with a paper, Yunal said that charges against journalists were made hastily. "
        "He said a committee had been formed to review the cases."
    )
    assert sources(text)[-1] == "Yunal"


def test_both_suspects_are_not_the_judge() -> None:
    text = "Karl Venn told the court that he did it. The judge said the suspects would not be charged again.\n\nBoth suspects deny murder."
    assert not [name for name in sources(text) if name and "judge" in name and "Venn" in name]


def test_as_many_as_names_nothing() -> None:
    text = "The agency cited a doctor as saying a building housing as many as 100 children was under heavy attack."
    assert "A building housing as many as 100 children was under heavy attack." in claims(text)


def test_it_is_what_it_was_called_and_not_among_them() -> None:
    text = (
        "The aid agency, which works in the camps, called it “the highest death toll among our staff in a single day”."
    )
    assert [claim for claim in claims(text) if claim.startswith("It is the highest death toll among")]


def test_a_couple_of_two_ages_is_not_of_one() -> None:
    text = "Among the dead in Velm were a couple aged 99 and 100 years old who had been married for 75 years, a broadcaster said."
    assert claims(text) == [
        "Among the dead in Velm were a couple aged 99 and 100 years old who had been married for 75 years."
    ]


def test_a_call_for_one_thing_and_for_another_to_be_done_tells_the_second() -> None:
    text = "Marta Turk called for a prompt inquiry into each attack, and for those responsible to be held to account."
    assert not [claim for claim in claims(text) if "for those responsible should" in claim]


def test_a_nation_is_not_the_name_of_its_city() -> None:
    text = "A top envoy has warned that the Syrian city of Velm risks becoming a graveyard. The council met on Friday to discuss the crisis in the city."
    assert not [claim for claim in claims(text) if "crisis in Syrian" in claim]


def test_survivors_who_describe_doing_it_have_done_it() -> None:
    text = "Survivors of the strike described scrambling over rubble as they tried to retrieve belongings."
    assert claims(text) == ["Survivors of the strike scrambled over rubble as they tried to retrieve belongings."]


def test_police_who_speak_are_several() -> None:
    text = "The police answered: “I don’t care, I can break the door down.”"
    assert not [claim.text for claim in extracted(text).claims if "Police doesn" in claim.text]


def test_a_verb_phrase_of_a_quotation_is_no_source() -> None:
    text = (
        "Speaking to a radio station, Orla Venn said: “I was given no prior notice that I would be released. "
        "The prison guards came to inform me just before 8:30 p.m. that I would be freed soon and said I should get my things ready.”"
    )
    assert not [name for name in sources(text) if name and name.startswith("be ")]


def test_so_many_dead_and_so_many_injured_are_there() -> None:
    text = "Ardanian officials reported 33 dead and more than 200 injured."
    assert claims(text) == ["There were 33 dead and more than 200 injured."]


def test_detectives_who_are_told_something_are_no_part_of_it() -> None:
    text = "Karl Venn told detectives another man was responsible."
    assert said_by(text) == [("Karl Venn", "another man was responsible")]
