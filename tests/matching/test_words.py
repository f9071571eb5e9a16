"""Posts and transcripts are cleaned of their furniture before they are compared."""

import numpy as np
import pytest

from claims.matching.words import cleaned, grams, stem, words

CLEANED = [
    ("Taxes rose https://example.org/a?b=1 today", "Taxes rose today"),
    ("RT @desk: Taxes rose", "Taxes rose"),
    ("@one @two Taxes rose", "Taxes rose"),
    ("Taxes rose, says @JaneRoe", "Taxes rose, says Jane Roe"),
    ("#TaxesRoseAgain", "Taxes Rose Again"),
    ("Taxes rose 😱😱 → really", "Taxes rose really"),
    ("Taxes rose pic.twitter.com/abc— Jane Roe (@janeroe) May 4, 2021", "Taxes rose"),
    ("We uh - we cut taxes", "We we cut taxes"),
    ("Taxes &amp; fees rose", "Taxes & fees rose"),
    ("He -- and she -- left", "He - and she - left"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), CLEANED)
def test_furniture_is_taken_out(text, expected):
    assert cleaned(text) == expected


@pytest.mark.parametrize(
    "text", ["Taxes rose by 5 % (again).", "“No,” she said – “never”.", "Price: €5/£4 & more; 20°C?"]
)
def test_plain_prose_is_left_alone(text):
    assert cleaned(text) == text


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("taxes", "taxed"),
        ("stopped", "stopping"),
        ("increase", "increases"),
        ("countries", "country"),
        ("vote", "voted"),
        ("running", "run"),
    ],
)
def test_forms_of_one_word_share_a_stem(a, b):
    assert stem(a) == stem(b)


def test_words_leave_out_what_stands_in_any_claim():
    assert words("The government's taxes were 2,000 of them") == [stem("government"), "tax", "2000"]


def test_grams_do_not_reach_into_the_next_word():
    assert set(grams("ab cd")) == set(grams("ab")) | set(grams("cd"))


def test_grams_are_the_same_in_any_order_of_words():
    assert np.array_equal(grams("taxes rose sharply"), grams("sharply rose taxes"))


@pytest.mark.parametrize("text", ["", " ", "a", "…", "\ud800"])
def test_texts_without_letters_have_few_or_no_grams(text):
    assert len(grams(cleaned(text))) <= 1
