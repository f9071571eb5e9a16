"""From comparisons to a calibrated score."""

import json

import numpy as np
import pytest

from claims.matching import rerank
from claims.matching.comparison import FEATURES


def test_the_shipped_weights_are_those_of_the_features():
    assert len(rerank.load_pair_model().weights) == len(FEATURES)


def test_every_guard_speaks_against():
    stored = json.loads(rerank.WEIGHTS.read_text())["weights"]
    assert all(
        stored[guard] < 0
        for guard in ("numbers_conflict", "numbers_on_one_side", "negation", "direction", "other_name")
    )


def test_weights_for_other_features_are_refused(tmp_path, monkeypatch):
    (tmp_path / "pairs.json").write_text(json.dumps({"weights": {"cosine": 1}, "bias": 0}))
    monkeypatch.setattr(rerank, "WEIGHTS", tmp_path / "pairs.json")
    with pytest.raises(ValueError, match="other features"):
        rerank.load_pair_model.__wrapped__()


@pytest.mark.parametrize(("log_odds", "chance"), [(0, 0.5), (1e9, 1), (-1e9, 0)])
def test_log_odds_become_a_probability_without_overflow(log_odds, chance):
    assert rerank.logistic(log_odds) == pytest.approx(chance)


def test_one_half_is_where_the_sum_says_already_checked():
    assert rerank.calibrated(rerank.DECISION, 0) == pytest.approx(0.5)
    assert rerank.calibrated(rerank.DECISION - 0.1, 0) < 0.5 < rerank.calibrated(rerank.DECISION - 0.1, 5)


def test_the_sum_rewards_meaning_words_and_grams():
    flat = np.array([0.5, 0.5], dtype=np.float32)
    better = np.array([0.5, 0.6], dtype=np.float32)
    for grows in range(3):
        arrays = [better if place == grows else flat for place in range(3)]
        low, high = rerank.similarity(*arrays, ideal=1.0)
        assert low < high
