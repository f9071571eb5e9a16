"""Verbs that were read as nouns, in clauses that had no other; sentences, names and places are our own."""

import pytest

from claims.extraction import pipeline
from claims.extraction.standalone import tagging


def tagged(sentence: str) -> dict[str, str]:
    return {token.word: token.tag for token in tagging.tag(sentence, [(0, len(sentence))])[0]}


def proposed(text: str) -> list[str]:
    return [claim.text for claim in pipeline.run(text).claims if claim.abstained is None]


@pytest.mark.parametrize(
    ("sentence", "verb", "tag"),
    [
        # the only verbs are in clauses below
        ("The chief of police regrets any harm that was done to bystanders.", "regrets", "VBZ"),
        ("Some elder members privately worry that their wards would be merged.", "worry", "VBP"),
        ("Judges from three courts pressed lawyers for the city on whether tenants had been told.", "pressed", "VBD"),
        # a clause behind "that" or "whether" has a verb
        ("The report found that demand outstrips supply in every ward.", "outstrips", "VBZ"),
        # no noun stands there
        ("Lind said she plans to sell the ferry.", "plans", "VBZ"),
        ("The oaks that line the canal are two hundred years old.", "line", "VBP"),
    ],
)
def test_a_clause_without_a_verb_is_given_one(sentence: str, verb: str, tag: str) -> None:
    assert tagged(sentence)[verb] == tag


def test_what_describes_a_noun_is_no_verb() -> None:
    assert tagged("Lind said that high-needs deficits will reach 5 million by 2026.")["high-needs"] == "NN"


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        ("The chief of police said plans to close the station were dropped.", "plans"),
        ("It costs lives, Lind said.", "lives"),
        ("The line that crosses the river was closed on Friday.", "line"),
        ("She has plans to sell the ferry.", "plans"),
    ],
)
def test_a_noun_beside_a_verb_stays_one(sentence: str, noun: str) -> None:
    assert tagged(sentence)[noun] in ("NN", "NNS")


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Nurses, who have walked out four times since March, remain in dispute.",
            {"Nurses remain in dispute.", "Nurses have walked out four times since March."},
        ),
        (
            "One farming family in seven lives below the poverty line.",
            {"One farming family in seven lives below the poverty line."},
        ),
        (
            "The coroner recommended that Velm Council and Orben Rescue review the length of the season and install a rope at the pier.",
            {"Velm Council and Orben Rescue should review the length of the season and install a rope at the pier."},
        ),
    ],
)
def test_whole_sentences_are_seen_to_be_whole(text: str, claims: set[str]) -> None:
    assert claims <= set(proposed(text))
