"""Claims that said what the text does not: words given to another noun, or torn from their sentence."""

import datetime

import pytest

from claims.extraction import pipeline
from tests.extraction.prose import claims, extracted, said_by


def held(text: str) -> str:
    """All that is proposed, in one string."""
    return " | ".join(claims(text))


@pytest.mark.parametrize(
    ("text", "untrue"),
    [
        (
            "Two beavers have been filmed in the valley of Tarrow, the first to be born in the wild since the reign of King John.",
            "Tarrow is the first",
        ),
        ("Eleven deaths have been linked to the flood, seven of them of people in cellars.", "is seven of them"),
        (
            "The court dealt with 31 traffic offences, nine of them for speeding near a school.",
            "were nine of them",
        ),
        (
            "Ruth Lane, a nurse who by her own count delivered 1,900 babies, among them a mayor, two judges and the man who robbed her"
            " in 1991, died on Monday at her home.",
            "Lane among them",
        ),
        (
            "The children were brought to the capital in five buses and examined at a military clinic.",
            "children examined",
        ),
        (
            "And in Ohio, where voters chose between a mayor and a doctor known for his poems, the doctor, Raymond Cordova, won every county but two.",
            "In Ohio won",
        ),
        (
            "In Ohio, where voters chose between a mayor and a doctor, the doctor, Raymond Cordova, won every county but two.",
            "Cordova in Ohio",
        ),
        (
            "On the wall of the office there is a framed receipt for two pounds, made out to a Mr Penn for a roll.",
            "there made",
        ),
        (
            "The announcement came minutes after the electoral commission declared Alain Ondo the winner.",
            "came minutes.",
        ),
        (
            "Lawyers for the eleven students filed an appeal, arguing that the police reports had been drawn up in advance.",
            "Arguing had",
        ),
        ("British officials promote them as a way of giving up.", "officials are"),
    ],
)
def test_nothing_untrue_is_proposed(text: str, untrue: str) -> None:
    assert untrue not in held(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Reporters condemned the closure of the newspaper, whose editor, Yuri Kral, was arrested.",
            "The newspaper's editor, Yuri Kral, was arrested.",
        ),
        (
            "Turnout was up by a third in Ohio, with 97 percent of precincts counted.",
            "97 percent of precincts were counted.",
        ),
        (
            'Deborah Lane, a doctor at Tallis University, said "dual users" often underestimate how much they still smoke.',
            '"Dual users" often underestimate how much they still smoke.',
        ),
        (
            "Ann Lind hit the hole in May. A council spokesman said it was considering an appeal.",
            "The council was considering an appeal.",
        ),
        (
            '"There is a drawer we have not yet opened, my lord," the barrister, Ruth Chileshe, said.',
            "There is a drawer we have not yet opened.",
        ),
        ("The letter bears the signature P. Harlow and was dated 3 May.", "The letter bears the signature P. Harlow."),
        (
            "The cost of the line, pegged at $9 billion in 2019, is now estimated at $14.6 billion.",
            "The cost of the line, pegged at $9 billion in 2019, is $14.6 billion.",
        ),
    ],
)
def test_what_is_true_is_proposed(text: str, claim: str) -> None:
    assert claim in claims(text)


def test_until_a_day_is_ahead_of_what_still_lasts() -> None:
    day = datetime.date(2026, 11, 25)
    made = extracted("The beach in Harrow has been closed until Tuesday, the council said on Wednesday.", day).claims
    assert [claim.text for claim in made] == ["The beach in Harrow has been closed until December 1, 2026."]


def test_an_address_is_no_part_of_what_is_said_but_an_office_is() -> None:
    assert "lord mayor" in held('"My lord mayor has left," Ann Lind said.')


def test_one_of_them_is_no_single_person() -> None:
    text = (
        "Parents of the 67 still missing believe the youngest were kept back on purpose."
        " Rahila Bako, whose twin daughters were taken, said only one of them came off the bus."
        " 'Her sister told her to go first,' she said. The governor of Zungar, Musa Danladi, spoke later."
    )
    assert "Only one of them came off the bus." in claims(text)


def test_a_single_mark_at_the_front_opens_a_quotation() -> None:
    assert "'" not in held("Ann Lind left. 'His brother told him to go first,' she said.")


def test_a_role_keeps_the_name_beside_it() -> None:
    text = (
        "A deadline for the junta to reinstate President Idrissa Kone passed on Sunday. Kone is in his house."
        " Nigeria's senate urged the president, Bola Adeku, to exhaust diplomatic means."
    )
    assert "Kone, Bola" not in held(text)


def test_reports_with_a_verb_behind_them_report_nothing() -> None:
    text = (
        "Lawyers for the eleven students filed an appeal, arguing that the police reports had been drawn up in advance."
    )
    assert [source for source, _ in said_by(text)] == ["Lawyers for the eleven students"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Torvik denied striking houses in the border town.", "Torvik did not strike houses in the border town."),
        ("Ann Lind denied hiding the files.", "Ann Lind did not hide the files."),
        ("Ann Lind denied visiting the flat.", "Ann Lind did not visit the flat."),
    ],
)
def test_what_was_denied_was_not_done_in_a_whole_verb(text: str, claim: str) -> None:
    assert claims(text) == [claim]


def test_until_at_least_a_day_looks_ahead_and_takes_no_on() -> None:
    assert claims("The airport is closed until at least Monday.") == [
        "The airport is closed until at least March 11, 2024."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Dole refused to confirm that 12 people had died.",
        "Ann Dole refuses to admit that the dam was unsafe.",
        "Ann Dole would not confirm that 12 people had died.",
    ],
)
def test_who_refuses_to_confirm_something_has_not_said_it(text: str) -> None:
    [statement] = pipeline.run(text).statements
    assert statement.negative


def test_a_denial_of_wrongdoing_in_some_affair_is_told_as_a_sentence() -> None:
    [claim] = pipeline.run("The company denied wrongdoing in the Lesk affair.").claims
    assert claim.text == "The company committed no wrongdoing in the Lesk affair."


def test_what_is_promised_inside_a_quotation_leaves_the_quotation_to_who_speaks() -> None:
    text = '"It is a disgrace," said Maria Lind. "The council promised 200 flats and built 12."'
    said = [(one.source_name, one.content[0].of(text)) for one in pipeline.run(text).statements]
    assert ("Maria Lind", '"The council promised 200 flats and built 12."') in said
