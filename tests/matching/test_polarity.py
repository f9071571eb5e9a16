"""Negations and words of opposite direction."""

import pytest

from claims.matching.polarity import directions, negations, opposed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He did not vote", ["not"]),
        ("They don’t pay", ["don’t"]),
        ("No taxes were raised", ["no"]),
        ("She denied it", ["denied"]),
        ("They failed to act", ["failed to"]),
        ("Not only taxes rose", []),
        ("No fewer than 12 died", []),
        ("Notice the knot", []),
    ],
)
def test_negations_of_a_claim(text, expected):
    assert [mark.form for mark in negations(text)] == expected


@pytest.mark.parametrize(
    ("a", "b", "are"),
    [
        ("Exports rose", "Exports fell", True),
        ("He supports the bill", "He opposes the bill", True),
        ("They cut taxes", "They reduced taxes", False),
        ("Wages rose and prices fell", "Wages fell and prices rose", False),  # each uses both ends: nothing can be said
        ("A deficit", "A surplus", True),
    ],
)
def test_opposed_claims_use_two_ends_of_one_scale(a, b, are):
    assert bool(opposed(directions(a), directions(b))) is are
