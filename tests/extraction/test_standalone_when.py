"""Claims say which happening they mean, on which day, and as of when."""

import datetime

import pytest

from claims.extraction import sentences, standalone
from claims.extraction.types import Form, SourceKind, Span, Statement
from tests.extraction.test_standalone import passages_of, said, texts

WEDNESDAY = datetime.date(2024, 3, 13)


def of_article(text: str, content: str, title: str | None = None, **told: object) -> str:
    """The one claim of a stretch of an article that was written on a Wednesday."""
    found = passages_of(text)
    at = text.index(content)
    statement = Statement((Span(at, at + len(content)),), **told)  # type: ignore[arg-type]  # told by keyword
    (claim,) = standalone.claims(text, found, sentences.split(text, found), (statement,), title, WEDNESDAY)
    return claim.text


CRASH = "A bus crashed in Velm on Monday. "


def test_the_crash_of_the_lead_is_told_with_its_place_and_day() -> None:
    text = CRASH + "Anna Vik filmed the crash."
    assert of_article(text, "Anna Vik filmed the crash.", "Bus crash in Velm") == (
        "Anna Vik filmed the bus crash in Velm on March 11, 2024."
    )


def test_kin_of_the_noun_means_the_same_happening() -> None:
    text = "A fire destroyed a mill in Velm on Monday. Anna Vik reported the blaze."
    assert of_article(text, "Anna Vik reported the blaze.") == "Anna Vik reported the blaze in Velm on March 11, 2024."


ELSEWHERE = [
    ("The crash of 2019 taught Velm nothing.", "another time"),
    ("A second crash followed. Anna Vik saw the crash.", "another crash"),
    ("Anna Vik saw a crash.", "no certain crash"),
    ("Anna Vik owns the crash barrier.", "part of another thing"),
]


@pytest.mark.parametrize(("more", "why"), ELSEWHERE)
def test_another_happening_keeps_its_words(more: str, why: str) -> None:
    last = more.split(". ")[-1]
    assert "March 11" not in of_article(CRASH + more, last), why


def test_the_day_of_the_teller_is_not_the_day_of_the_happening() -> None:
    text = "Police on Monday reported a crash at the Velm mill. Anna Vik saw the crash."
    assert of_article(text, "Anna Vik saw the crash.") == "Anna Vik saw the crash."


def test_the_hour_is_told_with_the_day_that_its_paragraph_names() -> None:
    text = "The minister arrived in Oslo on Monday. Anna Vik met him at 9:30 a.m. local time at the gate."
    claim = of_article(text, "Anna Vik met him at 9:30 a.m. local time at the gate.")
    assert "at 9:30 a.m. local time on March 11, 2024 at the gate" in claim


THAT_NIGHT = [
    ("Anna Vik left that night.", "Anna Vik left on the night of March 11, 2024."),
    ("Anna Vik left later that day.", "Anna Vik left later on March 11, 2024."),
    ("Anna Vik left the next day.", "Anna Vik left on March 12, 2024."),
    ("Anna Vik had left the previous evening.", "Anna Vik had left on the evening of March 10, 2024."),
]


@pytest.mark.parametrize(("sentence", "expected"), THAT_NIGHT)
def test_that_night_is_counted_from_the_day_before_it(sentence: str, expected: str) -> None:
    assert of_article("The court closed on Monday. " + sentence, sentence) == expected


UNKNOWN_DAY = [
    "The court closed on Monday.\nAnna Vik left that night.",
    "The court closed on Monday and opened on Tuesday. Anna Vik left that night.",
    "The court closed on May 3, 2019. Anna Vik left that night.",
    "The court closed on Monday. Anna Vik leaves that night.",
]


@pytest.mark.parametrize("text", UNKNOWN_DAY)
def test_that_night_of_a_day_not_known_stays(text: str) -> None:
    sentence = text.rsplit(". ", 1)[-1].rsplit("\n", 1)[-1]
    assert "2024" not in of_article(text, sentence)


NOW = [
    ("The mill is currently closed.", "The mill is closed as of March 13, 2024."),
    ("Currently, the mill employs 40 people.", "As of March 13, 2024, the mill employs 40 people."),
    ("The mill has lost 40 jobs so far.", "The mill has lost 40 jobs as of March 13, 2024."),
    ("At press time, the mill was closed.", "As of March 13, 2024, the mill was closed."),
]


@pytest.mark.parametrize(("sentence", "expected"), NOW)
def test_what_holds_currently_holds_as_of_the_day_of_writing(sentence: str, expected: str) -> None:
    assert of_article(sentence, sentence) == expected


NOT_NOW = [
    "The mill sold its currently empty halls.",
    "Rain hurt the fields currently growing wheat.",
    "The mill is currently closed until May 2024.",
    "The mill currently employs 40 people and will close.",
    "The mill so far away from Oslo is closed.",
]


@pytest.mark.parametrize("sentence", NOT_NOW)
def test_currently_beside_a_noun_or_another_time_stays(sentence: str) -> None:
    assert "as of" not in of_article(sentence, sentence)


def test_currently_in_quoted_words_is_of_the_day_they_were_spoken() -> None:
    text = '"The mill is currently closed," Anna Vik said.'
    claim = of_article(text, '"The mill is currently closed,"', **said("Anna Vik", form=Form.DIRECT))
    assert claim == "The mill is currently closed."


WANTING = [
    ("Norway said it plans to leave.", "it plans to leave", "Norway", SourceKind.GOVERNMENT, "Norway plans to leave."),
    (
        "All nurses of the ward said they would strike.",
        "they would strike",
        "all nurses of the ward",
        SourceKind.GROUP,
        "All nurses of the ward would strike.",
    ),
]


@pytest.mark.parametrize(("text", "content", "name", "kind", "expected"), WANTING)
def test_who_speaks_is_who_wants(text: str, content: str, name: str, kind: SourceKind, expected: str) -> None:
    assert texts(text, content, **said(name, kind)) == [expected]


@pytest.mark.parametrize("content", ["it would cost millions", "it would be a mistake", "it was caused by rain"])
def test_what_a_thing_does_is_not_said_of_the_speaker(content: str) -> None:
    (claim,) = texts(f"Norway said {content}.", content, **said("Norway", SourceKind.GOVERNMENT))
    assert claim.startswith("It ")


def test_lawyers_speak_of_those_they_stand_for() -> None:
    (claim,) = texts(
        "Their lawyers said they would appeal.", "they would appeal", **said("their lawyers", SourceKind.GROUP)
    )
    assert "lawyers" not in claim


def test_nobody_does_something_to_himself_by_name() -> None:
    text = "Carl Holm was arrested. Judge Tom Lind said he considered Holm a flight risk."
    (claim,) = texts(text, "he considered Holm a flight risk", **said("Tom Lind"))
    assert not claim.startswith("Carl Holm considered")


def test_what_was_not_ruled_out_is_possible() -> None:
    text = "Police did not rule out the possibility of arson."
    told = said("police", SourceKind.GOVERNMENT) | {"cue": (Span(7, 23),), "negative": True}
    assert texts(text, "the possibility of arson", **told) == ["Arson is possible."]


def test_what_is_expected_is_still_to_come() -> None:
    text = "Forecasters expect winds of 90 mph."
    told = said("forecasters", SourceKind.GROUP) | {"cue": (Span(12, 18),)}
    assert texts(text, "winds of 90 mph", **told) == ["There will be winds of 90 mph."]


def test_a_day_before_what_is_somebodys_own_takes_no_preposition() -> None:
    text = "Mayor Tom Lind had cancelled his entire Monday schedule."
    assert of_article(text, text) == "Mayor Tom Lind had cancelled his entire March 11, 2024 schedule."


@pytest.mark.parametrize("opener", ["In the end", "Altogether", "For this reason", "Previously"])
def test_an_opener_that_points_at_other_sentences_is_left_out(opener: str) -> None:
    sentence = f"{opener}, the mill was closed."
    assert of_article(sentence, sentence) == "The mill was closed."


def test_of_two_days_in_the_lead_the_happening_has_that_of_its_verb() -> None:
    text = (
        "On Monday, Anna Vik, a candidate in the poll of March 24, held a rally in Velm. Hundreds attended the rally."
    )
    assert of_article(text, "Hundreds attended the rally.", "Candidate Vik holds rally in Velm") == (
        "Hundreds attended the rally in Velm on March 11, 2024."
    )


def test_a_place_named_twice_is_where_the_article_stays() -> None:
    text = "A mill burned in Velm on Monday. The village was evacuated. Velm has two mills. The lights went out."
    claim = of_article(text, "The lights went out.", "Mill burns in Velm")
    assert claim == "The lights in Velm went out."


TALLIES = [
    ("Norway had 40 measles cases.", "Norway had 40 measles cases."),
    ("There were 40 measles cases in Oslo.", "There were 40 measles cases in Oslo as of March 13, 2024."),
    ("There were 40 new measles cases in Oslo.", "There were 40 new measles cases in Oslo."),
    ("There were 40 court cases in Oslo.", "There were 40 court cases in Oslo."),
]


@pytest.mark.parametrize(("sentence", "expected"), TALLIES)
def test_a_tally_of_a_disease_is_as_of_the_day_of_writing(sentence: str, expected: str) -> None:
    assert of_article(sentence, sentence) == expected


def test_a_tally_is_as_of_the_day_that_its_paragraph_names() -> None:
    text = "The ministry met on Monday. There were 40 measles cases in Oslo."
    claim = of_article(text, "There were 40 measles cases in Oslo.")
    assert claim == "There were 40 measles cases in Oslo as of March 11, 2024."


NOT_THE_HAPPENINGS = [
    (
        "A court in Oslo on Monday jailed a man for an attack last year in May. Anna Vik saw the attack.",
        "Oslo court jails man",
    ),
    (
        "A report on the explosion was published in Oslo on Monday. Anna Vik saw the explosion.",
        "Report published in Oslo",
    ),
]


@pytest.mark.parametrize(("text", "title"), NOT_THE_HAPPENINGS)
def test_place_and_day_of_what_came_of_a_happening_are_not_its_own(text: str, title: str) -> None:
    sentence = text.split(". ")[1]
    assert of_article(text, sentence, title) == sentence


def test_the_place_right_behind_a_happening_is_its_own() -> None:
    text = "A court in Oslo on Monday jailed a man for an attack in Velm. Anna Vik saw the attack."
    assert of_article(text, "Anna Vik saw the attack.", "Oslo court jails man") == "Anna Vik saw the attack in Velm."


NO_HOURS = ["Anna Vik ran the mile in 3:58.", "Anna Vik won 3:30 in the poll."]


@pytest.mark.parametrize("sentence", NO_HOURS)
def test_a_running_time_is_no_hour_of_the_day(sentence: str) -> None:
    assert of_article("The race was held on Monday. " + sentence, sentence) == sentence


def test_an_hour_with_its_zone_or_behind_at_is_one() -> None:
    for sentence in ("Anna Vik left at 13:30.", "Anna Vik left by 13:30 UTC."):
        assert of_article("The race was held on Monday. " + sentence, sentence).endswith(" on March 11, 2024.")
