"""What a check is worth: order, bounds and reasons."""

import numpy as np
import pytest

from claims.extraction import checkworthiness
from claims.extraction.checkworthiness import features
from claims.extraction.reader import Reading
from claims.extraction.types import Appearance, ClaimText, Form, SourceKind, Span, Statement

TEXT = "x" * 400


def reading() -> Reading:
    flat = np.full(1, 0.5, dtype=np.float32)
    return Reading((), (), flat, flat, flat, flat, flat, np.zeros((1, 1), dtype=np.float32), np.zeros(1, dtype=np.int32))


def scored(text: str, statement: Statement | None = None) -> ClaimText:
    statements = (statement or Statement((Span(10, 60),)),)
    claim = ClaimText(text, (Appearance((Span(10, 60),), 0),))
    return checkworthiness.score(TEXT, (), statements, (claim,), reading())[0]


QUOTED = Statement((Span(10, 60),), form=Form.DIRECT, source_name="Maria Lind", source_kind=SourceKind.PERSON)
STRONGER = [
    ("The attack killed at least 42 people in Velm.", "The attack took place in Velm on May 3, 2024."),
    ("Unemployment rose by 40 percent because of the new law.", "Lind was born in Velm on May 3, 1961."),
    ("The company illegally dumped 300 tonnes of waste.", "The concert was held in the town hall."),
]


@pytest.mark.parametrize(("stronger", "weaker"), STRONGER)
def test_consequence_ranks_above_routine(stronger: str, weaker: str) -> None:
    assert scored(stronger).check_worthiness > scored(weaker).check_worthiness


NOT_FACTS = [
    ("The government should resign.", "demand: not a matter of fact"),
    ("Taxes will fall if the party wins.", "prediction: not checkable yet"),
    ("Maria Lind is deeply proud and grateful.", "opinion or value"),
]


@pytest.mark.parametrize(("text", "reason"), NOT_FACTS)
def test_what_is_no_fact_scores_low_and_says_why(text: str, reason: str) -> None:
    claim = scored(text, QUOTED)
    assert claim.check_worthiness < 0.35
    assert claim.reasons[0] == reason


REASONS = [
    ("The fire destroyed 2,000 homes.", "gives a figure: 2,000"),
    ("The dam broke because of poor design.", "assigns a cause or responsibility"),
    ("It was the largest fair ever held.", "compares or claims a record"),
    ("Soldiers killed the mayor.", "speaks of harm or wrongdoing"),
]


@pytest.mark.parametrize(("text", "reason"), REASONS)
def test_a_reviewer_reads_what_speaks_for_a_check(text: str, reason: str) -> None:
    assert reason in scored(text).reasons


def test_a_date_is_no_figure() -> None:
    assert features.figures("It fell on June 6, 1944, at 9 a.m., in 2 parts.") == ["2"]


def test_a_score_lies_between_nought_and_one_and_has_a_reason() -> None:
    for text in ("", "!", "a " * 5000, "12345 67890", "He said."):
        claim = scored(text)
        assert 0 <= claim.check_worthiness <= 1
        assert claim.reasons


def test_scoring_keeps_the_claims_and_their_order() -> None:
    claims = tuple(ClaimText(f"The {n} dams broke.", (Appearance((Span(n, n + 5),), None),)) for n in range(1, 9))
    found = checkworthiness.score(TEXT, (), (), claims, reading())
    assert [c.text for c in found] == [c.text for c in claims]


def test_single_sentences_are_decided_at_one_half() -> None:
    rows = [
        {"id": "1", "text": "We have lost 2.7 million manufacturing jobs since he took office."},
        {"id": "2", "text": "Good evening, and thank you very much for having me."},
    ]
    fact, greeting = checkworthiness.score_sentences(rows)
    assert fact > 0.5 > greeting


def test_no_sentences_give_no_scores() -> None:
    assert checkworthiness.score_sentences([]) == []
