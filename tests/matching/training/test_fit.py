"""How the weights were learnt."""

import numpy as np
import pytest

from claims.matching.polarity import negations
from claims.matching.training.calibrate import topics
from claims.matching.training.fit import LABELS, logistic_regression, opposite


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Taxes were raised.", "Taxes were not raised."),
        ("He raised taxes.", "It is not true that he raised taxes."),
        ("They will not pay", "It is not true that they will not pay"),
    ],
)
def test_a_made_opposite_denies_the_claim(text, denied):
    assert opposite(text) == denied
    assert len(negations(denied)) == len(negations(text)) + 1


def test_the_regression_finds_what_separates():
    draw = np.random.default_rng(5)
    rows = draw.standard_normal((400, 3))
    labels = (rows[:, 0] - rows[:, 1] + 0.3 * draw.standard_normal(400) > 0.5).astype(float)
    weights, bias = logistic_regression(rows, labels)
    assert weights[0] > 1
    assert weights[1] < -1
    assert abs(weights[2]) < 0.5
    assert bias < 0


def test_labels_hold_identifiers_and_no_text():
    rows = [line.split("\t") for line in LABELS.read_text().splitlines() if not line.startswith("#")]
    assert all(
        len(row) == 3 and row[0].startswith("cb-") and row[1].startswith("cb-") and row[2] in "01" for row in rows
    )


def test_every_topic_has_a_post_and_two_neighbours():
    assert all(topic["p"] and len(topic["o"]) == 2 for topic in topics())
