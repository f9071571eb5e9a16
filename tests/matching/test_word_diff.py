"""Two wordings, word by word."""

import random

import pytest

from claims.matching.word_diff import MOST_TOKENS, Fate, word_diff

CHANCE = random.Random(7)
PIECES = "the bridge cost 12 9 million . , \n was closed".split(" ")
PAIRS = [[" ".join(CHANCE.choices(PIECES, k=CHANCE.randint(0, 30))) for _ in range(2)] for _ in range(200)]


def told(old, new):
    marks = {Fate.SAME: "{}", Fate.GONE: "[-{}-]", Fate.NEW: "[+{}+]"}
    return "".join(marks[piece.fate].format(piece.text) for piece in word_diff(old, new))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("The bridge cost 12 million.", "The bridge cost 12 million.", "The bridge cost 12 million."),
        (
            "The bridge cost 12 million.",
            "The bridge cost 9 thousand.",
            "The bridge cost [-12 million-][+9 thousand+].",
        ),
        ("At least 2,000 were held.", "At least 2,100 were held.", "At least [-2,000-][+2,100+] were held."),
        ("It was closed.", "It was not closed.", "It was [+not +]closed."),
        ("", "It came.", "[+It came.+]"),
        ("It went.", "", "[-It went.-]"),
        ("", "", ""),
    ],
)
def test_what_went_and_what_came_is_told_by_whole_words(old, new, shown):
    assert told(old, new) == shown


def test_the_pieces_hold_both_wordings_whole():
    for old, new in PAIRS:
        pieces = word_diff(old, new)
        assert "".join(piece.text for piece in pieces if piece.fate is not Fate.NEW) == old
        assert "".join(piece.text for piece in pieces if piece.fate is not Fate.GONE) == new


def test_texts_too_long_to_compare_stand_one_after_the_other():
    old, new = "a " * MOST_TOKENS, "b " * MOST_TOKENS
    assert [(piece.text, piece.fate) for piece in word_diff(old, new)] == [(old, Fate.GONE), (new, Fate.NEW)]
