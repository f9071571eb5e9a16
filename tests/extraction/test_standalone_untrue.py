"""Claims that would say something wrong or nothing: they are put right, left in their own words, or left to a person."""

import datetime

import pytest

from claims.extraction.standalone.change import Changes, apply
from claims.extraction.standalone.times import dates
from claims.extraction.types import Form, SourceKind, Span
from tests.extraction.test_standalone import said, texts, worded

WEDNESDAY = datetime.date(2024, 3, 13)


def dated(text: str, *, spoken: bool = False) -> str:
    return apply(text, 0, len(text), Changes(dates.absolute(text, 0, len(text), WEDNESDAY, spoken=spoken)))


def test_we_of_nobody_known_is_not_the_speaker_alone() -> None:
    text = '"This year we have no storms here," Maria Lind said.'
    assert texts(text, '"This year we have no storms here,"', **said("Maria Lind", form=Form.DIRECT)) == [
        "In 2024 we have no storms here."
    ]


def test_we_of_a_document_are_those_who_wrote_it() -> None:
    text = 'The invitation read: "We will meet at the gate."'
    told = said("the invitation", SourceKind.DOCUMENT, Form.DIRECT)
    assert texts(text, '"We will meet at the gate."', **told) == ["We will meet at the gate."]


def test_two_who_are_joined_keep_a_verb_for_two() -> None:
    text = '"Tom and I are talking to the bank," Maria Lind said.'
    content = '"Tom and I are talking to the bank,"'
    assert texts(text, content, **said("Maria Lind", form=Form.DIRECT)) == [
        "Tom and Maria Lind are talking to the bank."
    ]


def test_a_letter_in_brackets_is_not_the_speaker() -> None:
    text = 'Maria Lind said "[i]f the dam breaks, the town is lost."'
    content = '"[i]f the dam breaks, the town is lost."'
    assert texts(text, content, **said("Maria Lind", form=Form.DIRECT)) == ["If the dam breaks, the town is lost."]


def test_a_clause_between_two_hours_is_not_cut_at_its_and() -> None:
    text = "The bridge was shut between 3 p.m. and 6 a.m. while the crews painted it."
    assert not any(claim.endswith("between 3 p.m.") for claim in texts(text, text))


def test_days_after_is_not_cut_behind_the_days() -> None:
    text = "The strike came two days after the council closed the ferry."
    assert texts(text, text) == [text]


@pytest.mark.parametrize(
    ("text", "content", "cue", "expected"),
    [
        (
            "The paper named the bank among the buyers.",
            "the bank among the buyers",
            "named",
            "The bank is among the buyers.",
        ),
        (
            "The paper quoted Tom Hadley as saying the dam was safe.",
            "Tom Hadley as saying the dam was safe",
            "quoted",
            "The dam was safe.",
        ),
        (
            "Ann demanded from the council to publish the plan.",
            "from the council to publish the plan",
            "demanded",
            "The council should publish the plan.",
        ),
    ],
)
def test_a_torn_content_is_completed_truly(text: str, content: str, cue: str, expected: str) -> None:
    span = Span(text.index(cue), text.index(cue) + len(cue))
    assert texts(text, content, cue=(span,), **said("Ann")) == [expected]


@pytest.mark.parametrize(
    ("text", "content", "cue"),
    [
        (
            "Ann criticised the mayor's refusal to debate in public.",
            "the mayor's refusal to debate in public",
            "criticised",
        ),
        ("Ann said holding signs which read peace.", "holding signs which read peace", "said"),
    ],
)
def test_a_thing_without_a_verb_is_left_to_a_person(text: str, content: str, cue: str) -> None:
    span = Span(text.index(cue), text.index(cue) + len(cue))
    assert [claim.abstained for claim in worded(text, content, cue=(span,), **said("Ann"))] == [
        "It is no whole sentence."
    ]


def test_a_call_to_others_is_left_to_a_person() -> None:
    text = '"Let\'s all pray for the miners," Maria Lind said.'
    claims = worded(text, '"Let\'s all pray for the miners,"', **said("Maria Lind", form=Form.DIRECT))
    assert [claim.abstained for claim in claims] == ["It asks for something and tells nothing."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The law allows Sunday opening hours.", "The law allows Sunday opening hours."),
        ("In December it will open.", "In December 2024 it will open."),
        ("In December he said it will open.", "In December 2023 he said it will open."),
        ("It ran for days with Monday being a holiday.", "It ran for days with March 11, 2024 being a holiday."),
        ("He set the record last year in Berlin.", "He set the record in 2023 in Berlin."),
    ],
)
def test_a_date_is_not_told_wrong(text: str, expected: str) -> None:
    assert dated(text) == expected


def test_a_speakers_today_is_not_the_day_of_writing() -> None:
    assert dated("We won today.", spoken=True) == "We won today."


def test_a_speakers_weekday_is_dated_all_the_same() -> None:
    assert dated("We won on Monday.", spoken=True) == "We won on March 11, 2024."


def test_it_in_spoken_words_is_not_the_name_last_written() -> None:
    text = 'Riverside met Kingston on Monday. "It was a hard game," Maria Lind said.'
    assert texts(text, '"It was a hard game,"', **said("Maria Lind", form=Form.DIRECT)) == ["It was a hard game."]


def test_what_was_pledged_is_not_done_yet() -> None:
    text = "Maria Lind pledged converting the mill to a school."
    told = said("Maria Lind") | {"cue": (Span(11, 18),)}
    assert texts(text, "converting the mill to a school", **told) == ["Maria Lind will convert the mill to a school."]


@pytest.mark.parametrize(
    ("text", "untrue"),
    [
        ("One driver was from Velm, the other from Oslo.", "Velm was the other"),
        ("Norway had the most cases, with the next highest country Sweden.", "Norway had the next"),
        ("There were 40 deaths, resulting from the flood.", "There resulted"),
    ],
)
def test_what_is_told_of_another_is_not_said_of_the_first(text: str, untrue: str) -> None:
    assert not any(untrue in claim for claim in texts(text, text))


def test_a_company_name_with_an_ampersand_is_one_name() -> None:
    text = "Anna Vik was found at Holm & Sons, a hostel near the harbour."
    assert not any(claim.startswith("Sons was") for claim in texts(text, text))


def test_a_noun_with_what_was_done_to_it_is_no_sentence() -> None:
    (claim,) = worded("The disease caused by the virus.", "The disease caused by the virus.")
    assert claim.abstained == "It is no whole sentence."


def test_a_verb_drawn_to_a_pronoun_is_written_out_behind_a_name() -> None:
    text = "Maria Lind left. She'd sold the mill."
    (claim,) = texts(text, "She'd sold the mill.")
    assert claim == "Maria Lind had sold the mill."


def test_a_preposition_torn_from_its_noun_is_left_out() -> None:
    text = "With this purchase Velm Steel seeks to grow."
    assert texts(text, "With … Velm Steel seeks to grow") == ["Velm Steel seeks to grow."]


@pytest.mark.parametrize(
    ("text", "untrue"),
    [
        (
            "The council began a drive against the flood that had hit 40 towns and killed ten people.",
            "The council killed",
        ),
        ("The mill is known to be safe and the harbour is not.", "The harbour is not."),
        ("When Anna Vik was born, her father sold the mill.", "Anna Vik was born."),
    ],
)
def test_a_cut_leaves_no_half_without_its_sense(text: str, untrue: str) -> None:
    assert not any(claim.startswith(untrue) for claim in texts(text, text))


def test_a_participle_torn_from_its_auxiliary_takes_it_and_its_noun() -> None:
    text = "Doctors fought the fever that had, by reports, infected 4,000 people."
    told = {"cue": (Span(35, 37),), "source": (Span(38, 45),)} | said("unnamed reports", SourceKind.ANONYMOUS)
    assert texts(text, "infected 4,000 people", **told) == ["The fever had infected 4,000 people."]


def test_any_of_what_is_not_listed_is_not_there() -> None:
    text = "The register does not list any mills in Velm."
    told = said("the register", SourceKind.DOCUMENT) | {"cue": (Span(22, 26),)}
    assert not any(claim.startswith("There were any") for claim in texts(text, "any mills in Velm", **told))


@pytest.mark.parametrize(
    ("cue", "text", "content"),
    [
        ("denied", "Lind denied the claims.", "the claims"),
        ("rejected", "Lind rejected this argument.", "this argument"),
        ("estimated", "Lind estimated tens or hundreds of thousands.", "tens or hundreds of thousands"),
        ("defended", "Lind defended his proposal of a tax on empty homes.", "his proposal of a tax on empty homes"),
    ],
)
def test_what_does_not_tell_what_was_said_waits_for_a_person(cue: str, text: str, content: str) -> None:
    told = said("Maria Lind") | {
        "cue": (Span(text.index(cue), text.index(cue) + len(cue)),),
        "negative": cue == "denied",
    }
    assert [claim.abstained for claim in worded(text, content, **told)] == ["It is no whole sentence."]


def test_two_deeds_share_what_they_hang_on() -> None:
    text = "Tom Hadley was convicted of making false statements and obstructing the work of the council."
    assert texts(text, text) == [
        "Tom Hadley was convicted of making false statements.",
        "Tom Hadley was convicted of obstructing the work of the council.",
    ]


@pytest.mark.parametrize(("opener", "kept"), [("No,", "The mill is open."), ("Yeah", "The mill is open.")])
def test_an_answer_loses_its_yes_and_no(opener: str, kept: str) -> None:
    text = f'"{opener} the mill is open," Maria Lind said.'
    assert texts(text, f'"{opener} the mill is open,"', **said("Maria Lind", form=Form.DIRECT)) == [kept]


def test_may_is_a_month_with_a_capital_only() -> None:
    assert dated("This may help.") == "This may help."
    assert dated("It opens this May.") == "It opens in May 2024."


SEASONS = [
    ("The fair was held last summer.", "The fair was held in the summer of 2023."),
    ("The fair opens this spring.", "The fair opens in the spring of 2024."),
    ("The fair opens next autumn.", "The fair opens next autumn."),
]


@pytest.mark.parametrize(("text", "expected"), SEASONS)
def test_a_season_has_its_year_where_only_one_can_be_meant(text: str, expected: str) -> None:
    assert dated(text) == expected


def test_what_is_read_of_an_owner_alone_is_no_subject() -> None:
    text = (
        "The nation's (UN) Green Party won an additional 66 seats, totaling 365 seats,"
        " surpassing the 326 seats needed for a majority."
    )
    assert not any("The nation's " in claim and "Party" not in claim for claim in texts(text, text))


def test_a_deed_with_a_figure_is_no_second_figure() -> None:
    text = (
        "The shooting followed four deadly raids in the country that week, including one at a festival in Bergen, killing three,"
        " and another in Oslo where at least five died."
    )
    assert not any("shooting killed" in claim or "followed including" in claim for claim in texts(text, text))


def test_which_behind_a_denial_goes_back_to_all_of_it() -> None:
    text = "The treaty does not have an economic zone, which goes against everything in the law."
    assert texts(text, text) == [text]


def test_names_of_a_list_are_not_each_other() -> None:
    text = "Lind announced a plan for the Persian Gulf, the Gulf of Oman and the Strait of Hormuz to be shown in May."
    assert not any(" is the " in claim or " was the " in claim for claim in texts(text, text))


def test_a_verb_that_lost_its_subject_behind_also_waits_for_a_person() -> None:
    text = "The court also ruled on the same day as the council."
    (claim,) = worded(text, "also ruled on the same day as the council", **said("the court"))
    assert claim.abstained == "It is no whole sentence."


def test_a_name_keeps_no_part_of_itself_before_it() -> None:
    text = "Leon van Dyck ran a farm. Van Dyck was seventy years old."
    assert texts(text, "Van Dyck was seventy years old.") == ["Leon van Dyck was seventy years old."]


def test_as_its_name_suggests_is_no_claim() -> None:
    text = "As the name of the party suggests, its members drink no wine."
    assert not any("suggests." in claim for claim in texts(text, text))


def test_a_comparison_that_ends_with_what_data_indicate_is_whole() -> None:
    text = "Deaths in Velm may be twice as high as the data indicate."
    (claim,) = worded(text, text)
    assert claim.abstained is None


def test_a_clause_that_ends_with_what_something_suggests_waits_for_a_person() -> None:
    text = "As its name suggests, the party drinks no wine."
    (claim,) = worded(text, "As its name suggests")
    assert claim.abstained == "It is no whole sentence."
