"""Clauses about somebody in which another says something: ", who police said …, " within a sentence of the article or of a speaker."""

import pytest

from tests.extraction.prose import claims, extracted

STABBED = (
    "Police said two men, who they said had stabbed a guard, were arrested in Velm on Friday, and prosecutors said the guard,"
    " who they said had worked there since 2011, died at night."
)


def test_who_they_said_had_done_it_tells_nothing_of_those_who_say_it() -> None:
    found = claims(STABBED)
    assert "Two men had stabbed a guard." in found
    assert any(claim.startswith("The guard had worked") for claim in found)
    assert not any(claim.startswith(("Police were", "Police said")) for claim in found)


def test_a_speaker_s_sentence_is_told_without_the_clause_that_is_said_below_it() -> None:
    found = claims(STABBED)
    assert "The guard died at night." in found
    assert any(claim.startswith("Two men were arrested in Velm") for claim in found)


def test_a_content_below_ends_with_its_clause() -> None:
    found = [
        (said.source[0].of(STABBED), said.content[-1].of(STABBED))
        for said in extracted(STABBED).statements
        if said.source and said.source[0].of(STABBED) == "they"
    ]
    assert found == [("they", "had stabbed a guard"), ("they", "had worked there since 2011")]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("On Friday they met Ola Brandt, who police believe was driving the van.", "Ola Brandt was driving the van."),
        ("The army shelled the port, which the ministry said was empty.", "The port was empty."),
        (
            "The council closed the northern bridge, which engineers say was built in 1931, on Monday.",
            "The northern bridge was built in 1931.",
        ),
    ],
)
def test_a_clause_below_is_told_of_the_words_before_it(text: str, claim: str) -> None:
    assert claim in claims(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The council closed the northern bridge, which engineers say was built in 1931, for two years.",
            "The council closed the northern bridge for two years.",
        ),
        ("The army shelled the port, which the ministry said was empty.", "The army shelled the port."),
    ],
)
def test_the_sentence_around_a_clause_below_is_told_whole(text: str, claim: str) -> None:
    assert claim in claims(text)
