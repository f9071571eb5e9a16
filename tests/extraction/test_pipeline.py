"""The whole sequence: what every article must come out with, whatever is in it."""

import dataclasses
import datetime

import pytest

from claims.extraction import pipeline
from claims.extraction.types import Extraction, Form, PassageKind, Statement
from tests.growth import calls

REPORT = (
    "Harbour of Vesterby to close for a year\n\n"
    "Saturday, 4 May 2024\n\n"
    "The harbour of Vesterby will close on Monday for repairs that cost 4.2 million euros.\n\n"
    "Mayor Ingrid Holt said the town had no choice. “The piers are older than my grandmother,” she added.\n\n"
    "According to the port authority, 340 ships called last year. Fishermen denied that they had been warned.\n\n"
    "The mayor did not say who would pay.\n"
)


def read(text: str = REPORT) -> Extraction:
    return pipeline.run(text)


def said(extraction: Extraction, word: str, text: str = REPORT) -> Statement:
    """The attributed statement whose content holds the word."""
    return next(
        statement
        for statement in extraction.statements
        if statement.attributed and any(word in span.of(text) for span in statement.content)
    )


@pytest.mark.parametrize(
    ("word", "source", "cue"),
    [
        ("choice", "Mayor Ingrid Holt", "said"),
        ("grandmother", "she", "added"),
        ("340 ships", "the port authority", "According to"),
        ("warned", "Fishermen", "denied"),
    ],
)
def test_statements_have_their_sources_and_cues(word: str, source: str, cue: str) -> None:
    statement = said(read(), word)
    assert [span.of(REPORT) for span in statement.source] == [source]
    assert [span.of(REPORT) for span in statement.cue] == [cue]


def test_what_the_article_says_itself_is_narrated() -> None:
    told = [s for s in read().statements if s.form is Form.NARRATED]
    assert any("4.2 million euros" in span.of(REPORT) for statement in told for span in statement.content)


def test_a_denial_is_negative_and_a_plain_statement_is_not() -> None:
    extraction = read()
    assert said(extraction, "warned").negative
    assert not said(extraction, "choice").negative


def test_every_index_points_at_something() -> None:
    extraction = read()
    for claim in extraction.claims:
        for appearance in claim.appearances:
            assert appearance.statement is None or 0 <= appearance.statement < len(extraction.statements)
    for statement in extraction.statements:
        assert all(0 <= link < len(extraction.statements) for link in statement.chain)


def test_no_claim_comes_from_a_headline_or_a_dateline() -> None:
    extraction = read()
    junk = [p.span for p in extraction.passages if p.kind in (PassageKind.HEADLINE, PassageKind.DATELINE)]
    assert junk
    spans = [span for claim in extraction.claims for appearance in claim.appearances[:1] for span in appearance.spans]
    assert not any(span.overlaps(other) for span in spans for other in junk)


def test_reading_twice_gives_the_same_answer() -> None:
    assert read() == read()


def test_another_language_is_said_and_left_to_people() -> None:
    text = "Der Hafen von Vesterby wird am Montag für ein Jahr geschlossen, sagte die Bürgermeisterin Ingrid Holt. " * 3
    extraction = read(text)
    assert extraction.language == "de"
    assert extraction.claims == ()
    assert extraction.notes


@pytest.mark.parametrize(
    "text",
    ["", " \n\t\n ", "\x0b\x0c", "\"\"\"\"''''", "“" * 500, "said " * 300, ", according to" * 200, "((((" * 300 + "a said b.", "\u202e\u200b said.", "A.B.C.D. " * 200],
)  # fmt: skip
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    assert isinstance(read(text), Extraction)


def test_work_grows_with_the_length_and_not_with_its_square() -> None:
    read()  # what is made once is made
    short, long = (calls(lambda times=times: read(REPORT * times)) for times in (20, 80))
    assert long <= 4.2 * short


def test_a_stage_is_swapped_by_replacing_a_field() -> None:
    deaf = dataclasses.replace(pipeline.Pipeline(), attribute=lambda *_: ())
    assert deaf.run(REPORT).statements == ()


def test_a_host_is_told_where_the_work_stands() -> None:
    heard: list[str] = []
    pipeline.Pipeline().run(REPORT, tell=heard.append)
    assert tuple(heard) == pipeline.STAGES


def test_wednesday_is_that_of_whoever_filed_the_report() -> None:
    text = "Ferries stay in port\n\nLINDAU, Nov. 26 — The ferry company stopped 19 of its boats on Wednesday.\n\nThey had been built in 1961.\n"
    read = pipeline.run(text, None, datetime.date(2025, 12, 15))
    assert read.date == "2025-11-26"
    assert "The ferry company stopped 19 of its boats on November 26, 2025." in [claim.text for claim in read.claims]
