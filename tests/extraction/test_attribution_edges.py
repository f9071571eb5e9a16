"""The edges of statements: where a source and a content begin and end, and what interrupts a content."""

import pytest

from claims.extraction.attribution.drafts import Draft
from claims.extraction.attribution.silence import tells_of_silence
from claims.extraction.attribution.spans.edges import mended
from claims.extraction.types import Span
from tests.extraction.seeing import read, seen, span


@pytest.mark.parametrize(
    ("text", "tagged", "content"),
    [
        ("Holt reported last week that the piers were old.", "last week that the piers were old", "the piers were old"),
        ("Holt said on Monday that the piers were old.", "on Monday that the piers were old", "the piers were old"),
        ("Holt said Tuesday night she would step down.", "night she would step down", "she would step down"),
        ("Holt said at the time they were old.", "at the time they were old", "they were old"),
        ("Holt claimed earlier this month that 12,000 homes were old.", "earlier this month that 12,000 homes were old", "12,000 homes were old"),
        ("Holt warned that the piers were old.", "that the piers were old", "the piers were old"),
        ("Holt claimed, without evidence, that the piers were old.", "without evidence, that the piers were old", "the piers were old"),
        ("Holt told aides he wanted the piers closed.", "aides he wanted the piers closed", "he wanted the piers closed"),
        ("Holt wrote in a letter to the town that the piers were old.", "in a letter to the town that the piers were old", "the piers were old"),
    ],
)  # fmt: skip
def test_when_and_where_something_is_said_is_no_part_of_it(text: str, tagged: str, content: str) -> None:
    cue = next(word for word in ("reported", "said", "claimed", "warned", "wrote", "told") if word in text)
    (made,) = seen(text, ("Holt", cue, tagged))
    assert read(text, made)[2] == [content]


@pytest.mark.parametrize(
    ("text", "tagged", "content"),
    [
        ("Holt defended the sale at a rally in Skelby.", "the sale at a rally in Skelby", "the sale"),
        ("Holt condemned the sale in a tweet on Monday.", "the sale in a tweet on Monday", "the sale"),
        ("Holt denied the sale took place at a rally in Skelby.", "the sale took place at a rally in Skelby", "the sale took place at a rally in Skelby"),
    ],
)  # fmt: skip
def test_the_occasion_on_which_a_thing_is_attacked_or_defended_is_no_part_of_it(
    text: str, tagged: str, content: str
) -> None:
    (made,) = seen(text, ("Holt", text.split()[1], tagged))
    assert read(text, made)[2] == [content]


def test_an_occasion_alone_is_no_fact() -> None:
    found = seen("Holt defended the sale at a rally in Skelby.", ("Holt", "defended", "the sale"), factual=0.9)
    assert [made.attributed for made in found] == [True]


@pytest.mark.parametrize(
    ("text", "tagged"),
    [
        ("Holt said Monday was the worst day of the year.", "Monday was the worst day of the year"),
        ("Holt said that was a lie.", "that was a lie"),
        ("Holt named that amount as the price.", "that amount as the price"),
        ("Holt said in 2018 there were ten piers.", "in 2018 there were ten piers"),
    ],
)
def test_a_day_or_a_that_which_the_content_is_about_stays(text: str, tagged: str) -> None:
    (made,) = seen(text, ("Holt", "named" if "named" in text else "said", tagged))
    assert read(text, made)[2] == [tagged]


@pytest.mark.parametrize(
    ("text", "tagged", "source"),
    [
        ("Holt, for his part, said the piers were old.", "Holt, for his", "Holt"),
        ("The agency has said the piers were old.", "The agency has", "The agency"),
        ("More than 30 residents said the piers were old.", "30 residents", "More than 30 residents"),
        ("At least two engineers said the piers were old.", "engineers", "At least two engineers"),
        ("Ann Holt, who runs the harbour, said the piers were old.", "Ann Holt, who", "Ann Holt, who runs the harbour"),
        ("Ann Holt, a retired diver, said the piers were old.", "Ann Holt", "Ann Holt, a retired diver"),
        ("A survey published on Monday said the piers were old.", "A survey", "A survey published on Monday"),
        ("Officials familiar with the plan said the piers were old.", "Officials", "Officials familiar with the plan"),
        ("Images taken on Sunday also said the piers were old.", "Images taken on", "Images taken on Sunday"),
        ("Mayor Holt on Monday said the piers were old.", "Mayor Holt", "Mayor Holt"),
        ("Holt, meanwhile, said the piers were old.", "Holt", "Holt"),
        ("Holt visited the town and said the piers were old.", "Holt", "Holt"),
    ],
)  # fmt: skip
def test_a_source_before_its_cue_is_whole_and_has_no_loose_ends(text: str, tagged: str, source: str) -> None:
    (made,) = seen(text, (tagged, "said", "the piers were old"))
    assert read(text, made) == ([source], ["said"], ["the piers were old"])


def test_the_finite_verb_before_a_participle_is_no_part_of_the_source() -> None:
    text = "Holt questioned the findings, saying the piers were old."
    (made,) = seen(text, ("Holt", "saying", "the piers were old"))
    assert read(text, made)[0] == ["Holt"]


@pytest.mark.parametrize(
    ("text", "tagged", "source"),
    [
        ('"It is old," said Ann Holt, 63, who runs the harbour.', "Ann Holt, 63", "Ann Holt, 63, who runs the harbour"),
        ('"It is old," said a diver who asked not to be named.', "a diver who", "a diver who asked not to be named"),
        ('"It is old," said Ann Holt, a diver.', "Ann Holt", "Ann Holt, a diver"),
        ('"It is old," said Ann Holt, adding that it leaks.', "Ann Holt", "Ann Holt"),
    ],
)
def test_a_source_behind_its_cue_has_its_apposition(text: str, tagged: str, source: str) -> None:
    made = seen(text, (tagged, "said", '"It is old,"'))[0]
    assert read(text, made)[:2] == ([source], ["said"])


def test_a_clause_in_which_about_a_source_is_neither_source_nor_content() -> None:
    text = "Valley Power, which runs the dam, said the piers were old."
    (made,) = seen(text, ("Valley Power", "said", "the piers were old"))
    assert read(text, made)[0] == ["Valley Power"]


def test_by_whom_a_passive_is_said_is_the_source_and_not_the_content() -> None:
    text = "The mayor was described by two aides as tired."
    (made,) = seen(text, ("aides", "described", "as tired"))
    assert read(text, made) == (["two aides"], ["described"], ["as tired"])


def test_of_whom_something_is_said_is_no_source() -> None:
    text = "The mayor is said to be tired of it all."
    (made,) = seen(text, ("The mayor", "is said", "to be tired of it all"))
    assert read(text, made) == ([], ["is said"], ["The mayor", "to be tired of it all"])


@pytest.mark.parametrize(
    ("text", "source", "cue", "tagged", "content"),
    [
        ("The report, she claimed, was paid for by others.", "she", "claimed", "was paid for by others", ["The report", "was paid for by others"]),
        ("But the report, the mayor has said, is a fake.", "report, the mayor", "has said", "is a fake", ["the report", "is a fake"]),
        ("The hearing, argued Buck Tanner of Elm, was a circus.", "The hearing", "argued", "Buck Tanner of Elm, was a circus", ["The hearing", "was a circus"]),
        ("That, says Stacey, is a lie.", None, "says", "Stacey, is a lie", ["That", "is a lie"]),
        ("The footage, which police say has been edited, was shared.", "police", "say", "has been edited", ["The footage", "has been edited"]),
        ("She quoted a figure the ministry says is wrong.", "the ministry", "says", "is wrong", ["a figure", "is wrong"]),
        ("Without aid, she said, people would die.", "she", "said", "people would die", ["Without aid", "people would die"]),
        ("In a statement, she said, people would die.", "she", "said", "people would die", ["people would die"]),
        ("He met the mayors, who she said was tired.", "she", "said", "was tired", ["was tired"]),
    ],
)  # fmt: skip
def test_a_content_that_is_interrupted_by_its_cue_is_whole(
    text: str, source: str | None, cue: str, tagged: str, content: list[str]
) -> None:
    made = seen(text, (source, cue, tagged))[0]
    assert read(text, made)[2] == content


def test_who_stands_between_the_cue_and_the_verb_is_the_source() -> None:
    text = "The hearing, argued Buck Tanner of Elm, was a circus."
    (made,) = seen(text, ("The hearing", "argued", "Buck Tanner of Elm, was a circus"))
    assert read(text, made)[0] == ["Buck Tanner of Elm"]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The aide asked not to be named because of the talks.", "asked", "not to be named because of the talks"),
        ("A spokesman declined to comment on the poll.", "declined", "to comment on the poll"),
        ("The men refused to be identified.", "refused", "to be identified"),
    ],
)
def test_who_keeps_silent_says_nothing(text: str, cue: str, content: str) -> None:
    assert seen(text, (text.split(f" {cue}")[0], cue, content)) == ()


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("The president's office has not responded to a request for comment", True),
        ("The ministry did not immediately reply to questions", True),
        ("Its head, Hank Dorsey, could not be reached", True),
        ("A spokeswoman declined to comment", True),
        ("The ministry responded with 400 troops", False),
        ("The army did not return to the town", False),
    ],
)
def test_a_sentence_about_silence_is_nothing_to_check(text: str, silent: bool) -> None:
    assert tells_of_silence(text, Span(0, len(text))) is silent
    assert seen(text + ".", factual=0.9) == () if silent else len(seen(text + ".", factual=0.9)) == 1


def test_a_known_verb_needs_less_certainty_where_source_and_content_are_whole() -> None:
    text = "Analysts worry that the piers are old."
    (made,) = seen(text, ("Analysts", "worry", "the piers are old"), score=0.5)
    assert read(text, made) == (["Analysts"], ["worry"], ["the piers are old"])


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Analysts swim where the piers are old.", ("Analysts", "swim", "where the piers are old")),
        ("Local news reports said the piers are old.", ("Local news", "reports", "said the piers are old")),
        ("The boat sank after asking Holt for help.", ("The boat", "asking", "Holt for help")),
    ],
)
def test_other_words_need_as_much_certainty_as_ever(text: str, marked: tuple[str, str, str]) -> None:
    assert seen(text, marked, score=0.5) == ()


def test_a_content_does_not_break_off_at_a_word_that_binds() -> None:
    text = "Holt told them that he had been at home."
    (made,) = seen(text, ("Holt", "told", "he had been at"))
    assert read(text, made)[2] == ["he had been at home"]


def test_an_indirect_content_ends_with_its_sentence() -> None:
    text = 'Holt was described as tired. "He has to go," said one member.'
    first, second = seen(
        text, (None, "was described", 'as tired. "He has to go'), ("one member", "said", '"He has to go,"')
    )
    assert read(text, first)[2] == ["as tired"]
    assert read(text, second) == (["one member"], ["said"], ['"He has to go,"'])


def test_a_statement_in_a_clause_about_its_speaker_ends_with_the_clause() -> None:
    text = "The office, which denies wrongdoing, insists that no child was hurt."
    first, second = seen(
        text,
        ("The office", "denies", "wrongdoing, insists that no child was hurt"),
        ("The office, which denies wrongdoing", "insists", "no child was hurt"),
    )
    assert read(text, first)[2] == ["wrongdoing"]
    assert read(text, second)[2] == ["no child was hurt"]


def test_a_long_clause_about_a_source_between_according_to_and_the_content_is_cut_out() -> None:
    text = "According to a person briefed on the call, who asked for a pledge of silence, the mayor grew angry."
    (made,) = seen(
        text, ("a person briefed", "According to", "who asked for a pledge of silence, the mayor grew angry")
    )
    assert read(text, made)[2] == ["the mayor grew angry"]
    assert read(text, made)[0] == ["a person briefed on the call, who asked for a pledge of silence"]


def test_to_whom_something_is_told_is_no_part_of_it() -> None:
    text = "Residents told the charity's staff that they had been hungry."
    (made,) = seen(text, ("Residents", "told", "the charity's staff that they had been hungry"))
    assert read(text, made)[2] == ["they had been hungry"]


def test_what_tells_of_a_source_behind_according_to_is_no_content() -> None:
    text = "Turnout was low, according to results that the union rejected."
    draft = Draft(
        0, 0, span(text, "according"), bare=False, score=1.0, kind=None,
        source=[span(text, "results")], cue=[span(text, "according to")],
        content=[span(text, "Turnout was low"), span(text, "the union rejected")],
    )  # fmt: skip
    assert [piece.of(text) for piece in mended(text, draft, Span(0, len(text)), ()).content] == ["Turnout was low"]


def test_what_is_told_of_a_statement_behind_its_end_is_no_part_of_it() -> None:
    text = "Monitors said the case must be heard, a step Russia has threatened to veto."
    (made, *_) = seen(text, ("Monitors", "said", "the case must be heard, a step Russia has threatened to veto"))
    assert read(text, made)[2] == ["the case must be heard"]


def test_an_indirect_content_ends_at_a_semicolon() -> None:
    text = "Stone argues that the field is wide open; others see it as closed."
    (made,) = seen(text, ("Stone", "argues", "the field is wide open; others see it as closed"))
    assert read(text, made)[2] == ["the field is wide open"]


def test_what_is_called_something_is_part_of_the_content() -> None:
    text = 'Most of it came from developers, a charge her office calls "nonsense and worse".'
    (made,) = [made for made in seen(text, ("her office", "calls", '"nonsense and worse"')) if made.cue]
    assert read(text, made)[2] == ["a charge", '"nonsense and worse"']


def test_an_article_behind_a_cue_belongs_to_the_content() -> None:
    text = "The commission rejected the accusation."
    (made,) = seen(text, ("The commission", "rejected the", "accusation"))
    assert read(text, made)[1] == ["rejected"]
