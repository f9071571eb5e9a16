"""How ``weights/pairs.json`` was made: logistic regression on labelled pairs of debate sentences and on made opposites.

``python -m claims.matching.training.fit CHECKWORTHINESS_FOLDER`` with the ClaimBuster sentences (train part) in that folder; the labels
are ours (``debate_pairs.tsv``), the sentences are not and stay outside the repository.
"""

import json
import re
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.matching.comparison import FEATURES, compare, values
from claims.matching.encoder import load
from claims.matching.profile import profile
from claims.matching.rerank import WEIGHTS

LABELS = Path(__file__).with_name("debate_pairs.tsv")
OPPOSITE_OF_EVERY = 4  # a made opposite for each fourth positive: more of them teaches that a high cosine means little
RIDGE = 1 / 0.3  # of the standardised weights; chosen by ten-fold cross-validation on the training pairs
STEPS = 30  # of Newton's method, which has converged long before

AUXILIARY = re.compile(r"\b(is|are|was|were|has|have|had|will|would|can|could|did|do|does)\b(?! not|n't)")

Matrix = NDArray[np.float64]


def opposite(text: str) -> str:
    """The claim denied: "not" behind its first auxiliary, or a denial put in front."""
    match = AUXILIARY.search(text)
    if match:
        return f"{text[: match.end()]} not{text[match.end() :]}"
    return f"It is not true that {text[:1].lower()}{text[1:]}"


def examples(folder: Path) -> tuple[list[tuple[str, str]], list[int]]:
    """The labelled pairs, then a claim with its own denial for every fourth positive."""
    with (folder / "claimbuster_train.jsonl").open(encoding="utf-8") as file:
        sentences = {row["id"]: row["text"] for row in map(json.loads, file)}
    labelled = [line.split() for line in LABELS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    pairs = [(sentences[a], sentences[b]) for a, b, _ in labelled]
    labels = [int(label) for _, _, label in labelled]
    positives = [b for (_, b), label in zip(pairs, labels, strict=True) if label]
    made = [(text, opposite(text)) for text in positives[::OPPOSITE_OF_EVERY]]
    return pairs + made, labels + [0] * len(made)


def features(pairs: list[tuple[str, str]]) -> Matrix:
    """One row of comparison values per pair."""
    left, right = [profile(a) for a, _ in pairs], [profile(b) for _, b in pairs]
    vectors = load()([claim.text for claim in left + right])
    cosines = (vectors[: len(left)] * vectors[len(left) :]).sum(axis=1)
    return np.array([values(compare(a, b, float(cosine))) for a, b, cosine in zip(left, right, cosines, strict=True)])


def logistic_regression(rows: Matrix, labels: NDArray[np.float64]) -> tuple[Matrix, float]:
    """Weights and bias by Newton's method, with a ridge on standardised features."""
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    design = np.hstack([(rows - mean) / scale, np.ones((len(rows), 1))])
    ridge = np.diag([RIDGE] * rows.shape[1] + [0.0])
    weights = np.zeros(design.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (chance - labels) + ridge @ weights
        curve = (design * (chance * (1 - chance))[:, None]).T @ design + ridge
        weights -= np.linalg.solve(curve, slope)
    raw = weights[:-1] / scale
    return raw, float(weights[-1] - raw @ mean)


def main() -> None:
    """Learn the weights and write them where matching reads them."""
    pairs, labels = examples(Path(sys.argv[1]))
    weights, bias = logistic_regression(features(pairs), np.array(labels, dtype=np.float64))
    stored = {"weights": dict(zip(FEATURES, weights.round(4).tolist(), strict=True)), "bias": round(bias, 4)}
    WEIGHTS.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(WEIGHTS.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
