"""Releases of rights groups, arrests, courts, war, migration and disasters, whole pipeline: shapes in which real reports went wrong, in sentences of our own."""

import datetime

import pytest

from claims.extraction import passages
from claims.extraction.passages import datelines
from claims.extraction.types import PassageKind
from tests.extraction.prose import claims, extracted, said_by

PARTED = "\n\n"


def sources(text: str) -> list[str | None]:
    return [name for name, _ in said_by(text)]


@pytest.mark.parametrize(
    "line",
    [
        "Lindau, September 20, 2023—",
        "Port Velm, D.C., January 14, 2025– ",
        "LINDAU (3 May 2024) – ",
        "Lindau/Port Velm, 3 May 2024 – ",
        "Lindau, Norsk - ",
    ],
)
def test_the_place_and_day_of_a_release_are_no_part_of_its_sentence(line: str) -> None:
    text = (
        f"{line}The police should free the editor, Watchdog International said Wednesday.\n\nHe was held at his home."
    )
    found = passages.find(text)
    assert found[0].kind is PassageKind.DATELINE
    assert text[found[1].span.start :].startswith("The police")


def test_a_sentence_that_begins_with_a_place_and_a_day_is_none() -> None:
    assert datelines.FILED.match("In Lindau, May 3, 2024—the day of the vote—it rained.") is None


def test_the_days_of_a_release_are_counted_from_its_own_date() -> None:
    text = (
        "Lindau, September 20, 2023—Norsk police should free editor Sinan Olt, whose arrest on Monday is the latest in a series,"
        " Watchdog International said Wednesday.\n\nOfficers held Olt on Monday at his home in Velm."
    )
    read = extracted(text, datetime.date(2026, 11, 20))
    told = " ".join(claim.text for claim in read.claims)
    assert read.date == "2023-09-20"
    assert told.count("September 18, 2023") == len(("the arrest", "the home"))


def test_a_court_that_orders_somebody_held_is_not_held() -> None:
    text = "Officers held Brel Munde on Monday. On Friday, a court ordered that he be held in a cell."
    assert not [claim for claim in claims(text) if claim.startswith("A court be") or "court should be held" in claim]


def test_what_two_things_are_asked_for_are_both_asked_for() -> None:
    text = "The mayor asked that the centre pay for the shelters and inform the districts."
    assert claims(text) == ["The centre should pay for the shelters and inform the districts."]


def test_police_who_beat_people_are_no_noun_phrase() -> None:
    assert claims("Watchdog International said that police beat detainees.") == ["Police beat detainees."]


def test_the_report_in_which_a_body_found_it_is_its_own() -> None:
    text = (
        "The United Nations found in a report that the Norsk militia had burned 40 villages. The militia denied this."
        " The report said that at least 300 people were killed."
    )
    assert sources(text)[-1] == "report by United Nations"


def test_who_was_she_goes_on_behind_a_judge_without_a_name() -> None:
    text = (
        "Reporter Marta Olt stood without a lawyer on Monday. Already in jail, she asked for bail. The judge said the hearing was short.\n\n"
        "“There are a dozen cases piling up against me,” she said."
    )
    assert sources(text)[-1] == "Marta Olt"


def test_it_of_a_report_is_no_land() -> None:
    text = (
        "The Watchdog International report condemns the shelling of homes in Norsk, noting that some of it may be a war crime.\n"
        "It emphasizes that such attacks could be crimes against humanity."
    )
    assert sources(text)[-1] != "Norsk"


def test_the_coastguard_goes_on_as_it() -> None:
    text = (
        "A boat sank off the island of Velm on Saturday, said the Norsk coastguard.\n\n"
        "The coastguard said the rescue took place a mile from Velm.\n\nIt said those rescued were brought to the port of Velm."
    )
    assert sources(text)[-1] == "Norsk coastguard"


def test_several_groups_are_all_of_them() -> None:
    text = "Amnesty International, Human Rights Watch and other rights groups urged Norsk to free the two men."
    assert sources(text) == ["Amnesty International, Human Rights Watch and other rights groups"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("HRW reported that guards burned 14 men.", "HRW", "organisation"),
        ("Crews saved 20 homes, Cal Fire said on Sunday.", "Cal Fire", "government"),
        (
            "The director at Human Rights Watch, Ann Orr, resigned. The men were held for weeks, Human Rights Watch said.",
            "Human Rights Watch",
            "organisation",
        ),
    ],
)
def test_bodies_known_by_name_have_their_kind(text: str, name: str, kind: str) -> None:
    made = [one for one in extracted(text).statements if one.attributed]
    assert (made[-1].source_name, made[-1].source_kind) == (name, kind)


def test_a_group_by_where_it_was_founded_is_no_name() -> None:
    text = "The Norsk-founded rights organization said it had interviewed five detainees."
    assert sources(text) == ["Norsk-founded rights organization"]


def test_a_report_is_no_speaker_of_its_title() -> None:
    text = (
        "The 82-page report, “Locked Up: Secret Jails in Norsk,” found that at least 90 people were held in 2016 alone."
    )
    assert claims(text) == ["At least 90 people were held in 2016 alone."]


def test_by_whom_somebody_was_quoted_is_none_of_the_words() -> None:
    text = "“The police should release those whom it holds,” Brel Munde was quoted as saying by the group’s website."
    assert not [content for _, content in said_by(text) if "website" in content]


def test_a_mission_speaks_and_not_its_land() -> None:
    text = 'Norsk\'s mission in Velm "categorically" rejected the report.'
    assert [name for name in sources(text) if name == "Norsk"] == []


@pytest.mark.parametrize(
    ("text", "untrue"),
    [
        (
            "Hundreds of people were held at the hands of the authority run by rebels and ousted president Anton Brel, the group said.",
            "people ousted",
        ),
        (
            "Olt's ruling criticized the hiring of women as cashiers, which the ministry had supported.",
            "supported cashiers",
        ),
        (
            "Five people were stabbed in Velm on Friday, marking the latest attack in the area, police said.",
            "people marked",
        ),
        (
            "A suspect was taken into custody following Friday's attack, which appeared to be random, Ann Orr told reporters.",
            "Custody following",
        ),
        (
            "The protests began after the death in police custody of 22-year-old nurse Mahra Olt, who had been held by the police in Velm.",
            "custody of 22-year-old nurse Mahra Olt had been held",
        ),
        ("The deaths were reported in 22 provinces, the majority in Velm and Lund.", "provinces are the majority"),
        (
            "A court handed a sentence to a man on Sunday for allegedly setting fire to a hall, disturbing the peace, and conspiring to flee.",
            "had conspiring",
        ),
        (
            "Viasna was founded in 1996 by Ales Brel, one of the winners of the prize, and is a rights group.",
            "founded in one of",
        ),
        (
            'Olt was convicted earlier of "doing acts intending and intended to pervert justice" in March, and showed no reaction.',
            "Olt was intended",
        ),
        (
            "More than a million people fled the war, with over 300,000 still in the country, the agency said.",
            "people had over",
        ),
        (
            "Fifteen drones were destroyed over the Velm region, the closest part of which is 100 kilometres from Lund.",
            "region was the closest",
        ),
        (
            "The wave of kidnappings has foiled efforts to stem the crimes, often carried out for ransom, and posed a challenge to Norsk.",
            "kidnappings often carried",
        ),
        (
            "Munde was freed after 14 months in jail on charges of joining the Orm movement, which Norsk accuses of a failed coup and has"
            " designated a terrorist group.",
            "Munde has designated",
        ),
        (
            "Workers have been arbitrarily dismissed and more than 1,300 clubs and 180 papers have been closed down, Watchdog said.",
            "1,300 clubs.",
        ),
        (
            "Watchdog urged Norsk to punish the paper for its outstanding and courageous work over 25 years.",
            "outstanding.",
        ),
        (
            "Norsk held 30 writers in prison in 2024, when Watchdog made its count, making it the fifth worst jailer.",
            "made its count, making it",
        ),
    ],
)
def test_cuts_that_told_an_untruth_are_not_made(text: str, untrue: str) -> None:
    assert not [claim for claim in claims(text) if untrue in claim and claim != text]


def test_who_was_arrested_is_no_body() -> None:
    text = (
        "Leon Sudel was handed three years in jail while his colleague Tanja Lask was jailed for two, Viasna said in a statement.\n"
        "They were arrested for their support of the marches."
    )
    assert not [claim for claim in claims(text) if claim.startswith("Viasna were") or "Viasna's support" in claim]


def test_an_unnamed_victim_who_tells_of_it_is_him() -> None:
    text = (
        "Deputy Chief Eric Barden told reporters that two people were hurt. The other victim told police a man tried to stab him in"
        " the chest, police said."
    )
    assert not [claim for claim in claims(text) if "stab Eric Barden" in claim]


def test_a_campaign_just_told_of_is_its() -> None:
    text = "In response to the Velm City Court’s decision, actors began a campaign; its initial aim was to support Pavel Olt himself."
    assert not [claim for claim in claims(text) if "Court's initial aim" in claim or "Court’s initial aim" in claim]


def test_a_term_that_somebody_is_seen_to_claim_is_nothing_said() -> None:
    text = "They were held after an election that saw Anton Brel claim a sixth term in office."
    assert sources(text) == []


def test_who_is_called_as_help_is_called_nothing() -> None:
    text = "Velm Crown Court heard Olt, of Lakeford, Norsk, was called as back-up to help two officers."
    assert [name for name, _ in said_by(text)] == ["Velm Crown Court"]


def test_what_a_judge_did_while_speaking_is_nothing_he_said() -> None:
    text = 'Passing sentence, Judge Gerald Orr told John Munde that what he had done "strikes at the roots of justice".'
    assert not [claim for claim in claims(text) if "Passing" in claim or "what Gerald Orr" in claim]


def test_a_clause_of_what_is_said_keeps_its_verb() -> None:
    text = (
        "Watchdog International said Norsks fighting for their rights are at risk, as 11 people charged with arson and spying are set"
        " to learn the verdict on Friday."
    )
    assert not [claim for claim in claims(text) if claim.startswith(("Watchdog International are", "Spying are"))]


def test_whom_the_clause_before_names_as_one_of_them_does_not_speak() -> None:
    text = (
        "While police said that the raid ended in the capture of five people, including the village chief, three residents of Lund"
        " maintained that 52 people were seized."
    )
    assert "three residents of Lund" in sources(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The report calls for a truce, the release of hostages, and a focused effort to deliver aid to Velm.",
            "There should be a truce, the release of hostages, and a focused effort to deliver aid to Velm.",
        ),
        (
            "The office demanded international efforts to prevent crimes and ensure justice.",
            "There should be international efforts to prevent crimes and ensure justice.",
        ),
        ("The office called for the law to be changed.", "The law should be changed."),
        ("The office called for the attacks to stop.", "The attacks should stop."),
    ],
)
def test_what_is_called_for_has_an_end_and_does_nothing(text: str, claim: str) -> None:
    assert claims(text) == [claim]


def test_a_man_sentenced_to_death_should_not_death() -> None:
    text = "A Norsk group warned of the risk of hasty executions after a man was sentenced to death."
    assert not [claim for claim in claims(text) if "should death" in claim]


def test_all_right_is_nothing_that_there_was() -> None:
    assert not [one for one in claims("Munde turned to his wife, saying “All right”.") if "here was" in one]


def test_a_company_based_somewhere_is_described() -> None:
    text = "On July 4, Olt, founder of the Lund Harbour YouTube-based news channel, was attacked by a group of men."
    assert "Olt was founder of the Lund Harbour YouTube-based news channel." in claims(text)


def test_the_age_leaves_the_comma_of_what_follows() -> None:
    text = "Daniel Munde, 28, formerly of Velm Police, threw away three wraps seized from a car."
    assert "Daniel Munde, formerly of Velm Police, threw away three wraps seized from a car." in claims(text)


def test_who_is_told_of_between_commas_in_a_while_clause_has_its_verb() -> None:
    text = (
        "The health ministry, which is run by Norsk, said at least 500 people had been killed, while a Velm civil defense chief, whose"
        " department is also run by Norsk, said on Radio Lund that more than 300 people were killed."
    )
    assert sources(text) == ["health ministry", "a Velm civil defense chief"]


def test_a_platform_adds_nothing() -> None:
    text = (
        "Olt was approached by unknown people, the Free Will party said on Twitter. The party had been unable to confirm his whereabouts,"
        " it added."
    )
    assert sources(text)[-1] != "Twitter"


def test_the_office_of_a_prosecutor_who_writes_of_somebody_is_not_that_mans() -> None:
    text = "Chief Prosecutor Tarik Saal wrote on Monday that Roland Olt had been held and his office had assigned a lawyer to the case."
    assert not [claim for claim in claims(text) if "Olt's office" in claim]


def test_marchers_say_what_there_is() -> None:
    text = "Police in Velm have fired tear gas to disperse protesters demonstrating against what they say is a wave of abductions."
    assert ("protesters", "is a wave of abductions") in said_by(text)
    assert "There is a wave of abductions." in claims(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Videos posted on Monday showed two or three bodies tossed into a truck.",
            "Two or three bodies were tossed into a truck.",
        ),
        (
            "Investigators found only a bag full of shells at the hall.",
            "There was only a bag full of shells at the hall.",
        ),
        (
            "The board called for the Centre for Open Rule to be shut down and its directors arrested.",
            "The Centre for Open Rule should be shut down and its directors arrested.",
        ),
        (
            "Ann Orr said that at least 15 fires across the region had destroyed 1,500 homes and had burned over 73,000 acres.",
            "At least 15 fires across the region had burned over 73,000 acres.",
        ),
        (
            "Olt, who is due in court, could be jailed for three years and ordered to pay 100,000 euros.",
            "Olt could be ordered to pay 100,000 euros.",
        ),
        (
            "Ten people have been killed and at least 1,500 homes destroyed in one of the worst fires of the year.",
            "At least 1,500 homes have been destroyed in one of the worst fires of the year.",
        ),
    ],
)
def test_what_was_done_is_told_whole(text: str, claim: str) -> None:
    assert claim in claims(text)


def test_reporters_without_borders_have_their_whole_name() -> None:
    text = "Reporters Without Borders (RSF) condemned the arrest. The other reporters were freed, Reporters Without Borders said."
    assert set(sources(text)) == {"Reporters Without Borders"}


@pytest.mark.parametrize(
    ("text", "untrue"),
    [
        (
            "“We are worried by the use of the Safety Act against Mr. Parvik, which permits detention for two years,” the experts said.",
            "Parvik permits",
        ),
        ("Olt was held under sections 107 and 151 of the code and freed in May.", "sections 107 of"),
        ("The death toll of this weekend's severe quake in Velm has passed 4,000.", "weekend of"),
        (
            "Roland Olt’s arrest comes days after Leopold Brel, a founder of the group, left the house in Velm, where he had lived since 2019.",
            "Olt had lived",
        ),
        (
            "The case calls into question Norsk's commitment to openness, the office said.",
            "Question Norsk's",
        ),
        ("Footage showed smoke poured out of the hall.", "was poured"),
        ("Photos said to have been from the hospital showed fire and bodies among the wreckage.", "will have been"),
    ],
)
def test_more_untruths_are_not_told(text: str, untrue: str) -> None:
    assert not [claim for claim in claims(text) if untrue in claim and claim != text]


@pytest.mark.parametrize(
    "text",
    [
        "As of Friday, 19 deaths have been reported in Velmont, three in Oregon and one in Washington state.",
        "The toll stands at 715, with most of the casualties reported in the largest city, Lund.",
        "Hundreds of homes were feared destroyed by a series of blazes 20 miles north of Velm called the Orm Complex fires.",
    ],
)
def test_words_that_only_name_or_count_say_nothing(text: str) -> None:
    assert sources(text) == []


def test_only_those_behind_whom_it_is_said_are_to_blame() -> None:
    text = "Norsk forces said they were targeting Orm rebels who they said were responsible for planning the attack."
    assert not [claim for claim in claims(text) if "targeting Orm rebels were" in claim]


def test_an_hour_of_the_next_day_is_not_of_the_day_before() -> None:
    text = (
        "Officers were called to a shop on Main Street on Wednesday at 2:55 p.m.\n\nThe man fled before they came.\n\nHe was not seen.\n\n"
        "Police say officers arrested the suspect the next day, at 8:30 a.m., after he came back."
    )
    told = [claim for claim in claims(text) if "8:30" in claim]
    assert told
    assert not [claim for claim in told if "February 28" in claim]


def test_that_number_keeps_its_that() -> None:
    text = "The toll stands at 715. However, that number will nearly double if those who were buried are not found."
    assert not [claim for claim in claims(text) if claim.startswith("Number will")]


def test_a_surname_is_no_verb_of_speech() -> None:
    text = "“The charges are absurd,” said Lina Said, Watchdog’s Europe coordinator."
    assert sources(text) == ["Lina Said"]


@pytest.mark.parametrize(
    ("text", "untrue"),
    [
        (
            "Watchdog urged Norsk to tell where it holds the reporters Ann Orr, Tom Berg, and Eva Holt, who were arrested on Monday.",
            "Eva Holt were",
        ),
        (
            "Police guarded the court on Friday, and reporters were asked to leave. A Norsk diplomat said they were barred from the hearing.",
            "Police were barred",
        ),
        (
            "Ann Orr said 123 officers had been injured in the protests and that acid, stones, sticks and knives had been seized.",
            "that acid.",
        ),
        (
            "Police detained 1,100 people in five days, Ann Orr said on Monday, as a court jailed the mayor of Velm pending trial.",
            "as a court jailed the mayor of Velm pending trial.",
        ),
    ],
)
def test_what_several_are_told_of_is_of_no_single_one(text: str, untrue: str) -> None:
    assert not [claim for claim in claims(text) if claim.endswith(untrue) or untrue in claim.removesuffix(".")]


def test_a_second_source_has_no_joining_word() -> None:
    text = (
        "Officers took Sanogo away, according to a statement by the group and a person close to the case, who spoke to Watchdog on condition"
        " of anonymity, citing fear of reprisal."
    )
    assert not [name for name in sources(text) if (name or "").startswith("and ")]
