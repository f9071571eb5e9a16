"""Pairs of claims: 0.5 is the decision."""

import pytest

from claims.matching.encoder import load
from claims.matching.pairs import score_pairs

PAIRS = [
    ("The president vetoed 34 bills in four years.", "In four years the president vetoed 34 bills.", True),
    (
        "We spend more on health care than any other country.",
        "No other nation spends as much on health care as we do.",
        True,
    ),
    ("#BREAKING Mayor resigns!! https://example.org/1", "The mayor resigned.", True),
    ("Seventy-five percent of them were convicted.", "75 % of them were convicted.", True),
    ("The president vetoed 34 bills in four years.", "The president vetoed 61 bills in four years.", False),
    (
        "The senator has approved the storage of nuclear waste.",
        "The senator has not approved the storage of nuclear waste.",
        False,
    ),
    ("A family in Ohio pays 3,000 dollars in tax.", "A family in Texas pays 3,000 dollars in tax.", False),
    ("The president vetoed 34 bills in four years.", "A dog was elected mayor of a village.", False),
]


@pytest.mark.parametrize(("a", "b", "same"), PAIRS)
def test_a_pair_is_decided_at_one_half(a, b, same):
    (score,) = score_pairs([(a, b)], load())
    assert (score >= 0.5) is same


def test_scores_are_the_same_alone_and_together_and_either_way_round():
    together = score_pairs([(a, b) for a, b, _ in PAIRS], load())
    turned = [score_pairs([(b, a)], load())[0] for a, b, _ in PAIRS]
    assert together == pytest.approx(turned, abs=2e-2)


def test_a_text_is_itself():
    assert score_pairs([("Taxes rose by 5 percent.", "Taxes rose by 5 percent.")], load())[0] > 0.9


@pytest.mark.parametrize(("a", "b"), [("", ""), ("\ud800", "x"), ("?" * 5000, "\u202e\u200b")])
def test_strange_texts_get_a_score_between_0_and_1(a, b):
    assert 0 <= score_pairs([(a, b)], load())[0] <= 1
