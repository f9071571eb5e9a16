"""Train the scorer of single sentences on ClaimBuster's debates.

    python -m claims.extraction.training.debates CLAIMBUSTER_TRAIN.jsonl CLAIMBUSTER_DEV.jsonl TRAIN.npy DEV.npy

The two .npy files keep the sentence vectors of the two others; they are made where they are missing.

Words and hand features learn from the training debates; how much the reader counts beside them, and where 0.5 lies, is
chosen on the development debates, because the reader has seen the others.
"""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.preprocessing import normalize

from claims.extraction import reader
from claims.extraction.checkworthiness import features, model, vectors
from claims.extraction.training.worthiness import counted, rarity_of
from claims.extraction.weights import FOLDER

SIZE = 1 << 15
STRENGTH = 1.0
VECTOR = 3.0  # how much louder the sentence vector is than the words
SHARES = (0.5, 0.75, 1.0, 1.5, 2.0, 3.0)  # of the reader beside the words


def best_f1(labels: Any, scores: Any) -> tuple[float, float]:
    """The best F1 of all thresholds, and that threshold."""
    order = np.argsort(-scores)
    right = np.cumsum(labels[order])
    f1 = 2 * right / (np.arange(1, len(labels) + 1) + labels.sum())
    at = int(f1.argmax())
    return float(f1[at]), float((scores[order[at]] + scores[order[min(at + 1, len(order) - 1)]]) / 2)


def stored(path: str, texts: list[str]) -> Any:
    """The sentence vectors of the texts, read from *path* or made and kept there."""
    if not Path(path).exists():
        np.save(path, vectors.of(texts))
    return sparse.csr_matrix(np.load(path) * VECTOR)


def main() -> None:
    """Fit, weigh against the reader, put the decision at 0.5, store."""
    rows = [
        [json.loads(line) for line in Path(name).read_text(encoding="utf-8").splitlines()] for name in sys.argv[1:3]
    ]
    texts = [[row["text"] for row in part] for part in rows]
    labels = [np.array([row["label"] for row in part]) for part in rows]
    vectorizer = DictVectorizer(sparse=True)
    hand = vectorizer.fit_transform([features.of_text(text) for text in texts[0]])
    counts = counted([features.words(text) for text in texts[0]], SIZE)
    rarity = rarity_of(counts)
    base = LogisticRegression(C=STRENGTH, max_iter=500)
    seen = [stored(name, part) for name, part in zip(sys.argv[3:5], texts, strict=True)]
    base.fit(sparse.hstack([hand, normalize(counts.multiply(rarity)), seen[0]]).tocsr(), labels[0])
    dev = [vectorizer.transform([features.of_text(text) for text in texts[1]])]
    dev.append(normalize(counted([features.words(text) for text in texts[1]], SIZE).multiply(rarity)))
    dev.append(seen[1])
    plain = base.decision_function(sparse.hstack(dev).tocsr())
    judged = np.array([features.logit(chance) for chance in reader.load().checkworthy(texts[1])])
    for name, scores in (("words, hand features and sentence vector", plain), ("reader", judged)):
        print(name, "AP", average_precision_score(labels[1], scores), "F1", best_f1(labels[1], scores)[0])
    share = max(SHARES, key=lambda s: average_precision_score(labels[1], plain + s * judged))
    both = plain + share * judged
    f1, threshold = best_f1(labels[1], both)
    print("both, reader times", share, "AP", average_precision_score(labels[1], both), "F1", f1)
    split = len(vectorizer.feature_names_)
    weights = base.coef_[0]
    named = dict(zip(vectorizer.feature_names_, weights[:split], strict=True)) | {"reader": share}
    scorer = model.Scorer(
        {name: round(float(weight), 4) for name, weight in named.items()},
        rarity,
        weights[split : split + SIZE],
        float(base.intercept_[0]) - threshold,
        slope=1 / (1 + share),
        vector=weights[split + SIZE :] * VECTOR,
    )
    scorer.save(FOLDER / "debates.npz")


if __name__ == "__main__":
    main()
