"""From comparisons to a score of which 0.5 is the decision: for a pair of claims, and for a known claim found by a search."""

import json
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.matching.comparison import FEATURES, Comparison, values
from claims.matching.lexical import Scores

WEIGHTS = Path(__file__).with_name("weights") / "pairs.json"  # learnt: training/fit.py

# The search score is a fixed sum, not a learnt one: no honest training set for ranking exists, and these stand in the middle of a
# wide plateau on our own posts, on debates and on the repeats (docs/decisions has the table). Relative terms divide by the query's best.
LEXICAL = {"grams": 0.15, "held": 0.10, "relative_grams": 0.15, "relative_words": 0.10}
RERANKING = 0.04  # of the pair model's log odds
# Where the sum says "already checked": the flat optimum of F1 on our own posts, at 18 % false alarms; the slope comes from the same fit.
DECISION = 0.80
SLOPE = 12.0


@dataclass(frozen=True, slots=True)
class PairModel:
    """Log odds that two claims are one: a weighted sum of a comparison."""

    weights: NDArray[np.float64]
    bias: float

    def log_odds(self, comparison: Comparison) -> float:
        return float(self.weights @ np.array(values(comparison))) + self.bias

    def score(self, comparison: Comparison) -> float:
        """The probability that one fact-check would settle both claims."""
        return logistic(self.log_odds(comparison))


@cache
def load_pair_model() -> PairModel:
    """The weights as shipped; loud if they were learnt for other features."""
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    if tuple(stored["weights"]) != FEATURES:
        raise ValueError(f"{WEIGHTS.name} was learnt for other features; run claims.matching.training.fit")
    return PairModel(np.array(list(stored["weights"].values())), float(stored["bias"]))


def logistic(log_odds: float) -> float:
    """Log odds as a probability, without overflow at either end."""
    return 1 / (1 + exp(-max(-60.0, min(60.0, log_odds))))


def similarity(cosines: Scores, grams: Scores, words: Scores, ideal: float) -> Scores:
    """The fixed sum for the candidates of one query: vectors, n-grams and words, each absolute and relative to the best candidate."""
    best_grams, best_words = float(grams.max(initial=1e-9)), float(words.max(initial=1e-9))
    total: Scores = (
        cosines
        + np.float32(LEXICAL["grams"] + LEXICAL["relative_grams"] / best_grams) * grams
        + np.float32(LEXICAL["held"] / ideal + LEXICAL["relative_words"] / best_words) * words
    )
    return total


def calibrated(similarity_: float, log_odds: float) -> float:
    """The score of a search hit."""
    return logistic(SLOPE * (similarity_ + RERANKING * log_odds - DECISION))
