"""What claims take from the headline: the disease whose cases are counted, and that an age was reached at death."""

import datetime

import pytest

from claims.extraction import sentences, standalone
from claims.extraction.types import Passage, PassageKind, Span, Statement


def under(title: str, text: str) -> list[str]:
    """The claims of a narrated text of one paragraph under that headline."""
    passages = (Passage(Span(0, len(text)), PassageKind.BODY),)
    split = sentences.split(text, passages)
    statements = tuple(Statement((sentence.span,)) for sentence in split)
    found = standalone.claims(text, passages, split, statements, title, datetime.date(2024, 3, 13))
    return [claim.text for claim in found]


COUNTED = [
    ("The ministry counted 40 cases in Oslo.", "The ministry counted 40 measles cases in Oslo."),
    ("The number of infections fell in Oslo.", "The number of measles infections fell in Oslo."),
    ("Doctors in Oslo fear the disease.", "Doctors in Oslo fear measles."),
    ("Anna Vik tested positive in Oslo.", "Anna Vik tested positive for measles in Oslo."),
    ("Doctors in Oslo began the vaccination.", "Doctors in Oslo began the measles vaccination."),
]


@pytest.mark.parametrize(("sentence", "expected"), COUNTED)
def test_a_claim_names_the_disease_of_the_headline(sentence: str, expected: str) -> None:
    assert under("Norway fights measles", sentence) == [expected]


OF_NO_DISEASE = [
    "Courts in Oslo heard 40 criminal cases.",
    "In some cases schools in Oslo were closed.",
    "The ministry counted 40 cases of cholera in Oslo.",
    "An outbreak of violence followed in Oslo.",
]


@pytest.mark.parametrize("sentence", OF_NO_DISEASE)
def test_what_is_no_case_of_the_disease_or_names_one_stays(sentence: str) -> None:
    assert under("Norway fights measles", sentence) == [sentence]


def test_two_diseases_in_a_headline_name_none() -> None:
    sentence = "The ministry counted 40 cases in Oslo."
    assert under("Norway fights measles and cholera", sentence) == [sentence]


def test_a_virus_and_its_disease_keep_their_own_names() -> None:
    claims = under("SARS-CoV-2 reaches Norway", "Oslo fears the virus. Bergen fears the disease.")
    assert claims == ["Oslo fears SARS-CoV-2.", "Bergen fears COVID-19."]


def test_the_age_of_somebody_who_died_is_told_as_the_age_at_death() -> None:
    claims = under("Painter Maria Lind dies", "Maria Lind painted her last picture in May. She was 85.")
    assert claims[-1] == "Maria Lind was 85 when she died."


@pytest.mark.parametrize("title", ["Painter Maria Lind opens a school", "Painter Anna Vik dies"])
def test_the_age_of_the_living_stays(title: str) -> None:
    claims = under(title, "Maria Lind painted her last picture in May. She was 85.")
    assert claims[-1] == "Maria Lind was 85."
