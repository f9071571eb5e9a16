"""What one sequence kept of another, in bounded time whatever repeats in it."""

import difflib
import random

import pytest

from claims.matching import alignment
from claims.matching.word_diff import Fate, word_diff
from claims.views.changes import changed_lines

CHANCE = random.Random(3)
MOST_STEPS = 50_000  # of difflib's innermost loop: milliseconds


@pytest.fixture
def steps(monkeypatch):
    """How often difflib compares two places; more than may be ends the test."""
    counted = {"n": 0}
    find = difflib.SequenceMatcher.find_longest_match

    def counting(self, alo=0, ahi=None, blo=0, bhi=None):
        end, other_end = len(self.a) if ahi is None else ahi, len(self.b) if bhi is None else bhi
        inside = (j for i in range(alo, end) for j in self.b2j.get(self.a[i], ()) if blo <= j < other_end)
        counted["n"] += sum(1 for _ in inside)
        assert counted["n"] <= MOST_STEPS, "difflib compares for minutes"
        return find(self, alo, ahi, blo, bhi)

    monkeypatch.setattr(difflib.SequenceMatcher, "find_longest_match", counting)
    return counted


def every_second(count, mark):
    return [line for n in range(count) for line in ("* * *", f"{mark} {n}")]


def test_paragraphs_of_which_every_second_is_the_same_are_compared_soon(steps):
    old, new = ("\n".join(every_second(1_000, mark)) for mark in ("old", "new"))
    pairs = changed_lines(old, new)
    assert pairs[:2] == [("old 0", "new 0"), ("old 1", "new 1")]


def test_one_changed_paragraph_among_many_that_repeat_is_found_alone(steps):
    old = every_second(1_000, "line")
    new = [*old[:600], "a new one", *old[600:1_201], "another", *old[1_202:]]
    assert changed_lines("\n".join(old), "\n".join(new)) == [("", "a new one"), ("line 600", "another")]


def test_a_long_paragraph_of_other_words_is_compared_soon(steps):
    old, new = (" ".join(f"{mark}{n}" for n in range(900)) for mark in ("old", "new"))
    pieces = word_diff(old, new)
    assert "".join(piece.text for piece in pieces if piece.fate != Fate.NEW) == old
    assert "".join(piece.text for piece in pieces if piece.fate != Fate.GONE) == new


@pytest.mark.parametrize("most", [0, 5, 4_000])
def test_the_stretches_are_both_sequences_whole_and_what_is_called_the_same_is(monkeypatch, most):
    monkeypatch.setattr(alignment, "MOST_PAIRS", most)
    for _ in range(300):
        left, right = ([*CHANCE.choices("abcdefgh", k=CHANCE.randint(0, 20))] for _ in range(2))
        at = other_at = 0
        for one in alignment.stretches(left, right):
            assert (one.start, one.other_start) == (at, other_at)
            assert one.same == (left[one.start : one.end] == right[one.other_start : one.other_end])
            at, other_at = one.end, one.other_end
        assert (at, other_at) == (len(left), len(right))


@pytest.mark.parametrize("most", [0, 4_000])
def test_what_was_put_in_between_is_the_only_change(monkeypatch, most):
    monkeypatch.setattr(alignment, "MOST_PAIRS", most)
    old, new = list("abcdef"), list("abxcdyef")
    changed = [new[one.other_start : one.other_end] for one in alignment.stretches(old, new) if not one.same]
    assert changed == [["x"], ["y"]]
    assert alignment.likeness(old, new) == pytest.approx(12 / 14)
