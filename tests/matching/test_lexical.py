"""Words and n-grams of an archive."""

import numpy as np
import pytest

from claims.matching.lexical import LexicalIndex, gram_cosine
from claims.matching.words import grams, words

TEXTS = ["Taxes rose in Ohio", "Taxes fell in Texas", "Taxes taxes taxes", "A dog was elected mayor"]


@pytest.fixture
def lexical():
    index = LexicalIndex()
    for text in TEXTS:
        index.add(words(text), grams(text))
    return index


def test_the_claim_with_the_rare_word_wins(lexical):
    assert int(np.argmax(lexical.scores(words("taxes in Texas")))) == 1


def test_a_word_three_times_is_worth_less_than_three_words(lexical):
    scores = lexical.scores(words("taxes rose in Ohio"))
    assert scores[2] < scores[0]


def test_a_claim_without_any_of_the_words_scores_nothing(lexical):
    assert lexical.scores(words("taxes"))[3] == 0


def test_a_word_that_many_claims_hold_weighs_less(lexical):
    assert lexical.rarity("tax") < lexical.rarity("dog") < lexical.rarity("unseen")


def test_a_claim_can_be_added_after_a_search(lexical):
    lexical.scores(words("taxes"))
    lexical.add(words("Taxes stayed"), grams("Taxes stayed"))
    assert len(lexical.scores(words("taxes"))) == 5


def test_an_empty_index_answers_with_nothing():
    assert len(LexicalIndex().scores(["tax"])) == 0


@pytest.mark.parametrize(
    ("a", "b", "low", "high"),
    [("same text", "same text", 1, 1), ("abc", "xyz", 0, 0), ("Shinseki", "Shinsheki", 0.3, 0.9), ("", "x", 0, 0)],
)
def test_gram_cosine_forgives_spelling(a, b, low, high):
    cosine = gram_cosine(grams(a), grams(b), np.ones(1 << 16, dtype=np.float32))
    assert low <= round(cosine, 6) <= high
