"""Train the judge of which propositions say something checkable.

python -m claims.extraction.training.keeping NEWSDESK_TRAIN.jsonl
"""

import datetime
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from claims.extraction import entities, passages, sentences
from claims.extraction.standalone import keeping
from claims.extraction.standalone.wording import Wording
from claims.extraction.training.gold import articles, bag, entries, likeness

Row = dict[str, float]
MATCH = 0.55  # of words: a little below the measure's own, because names may be unresolved


def table(path: Path) -> tuple[list[Row], list[bool], list[str]]:
    """Features of every proposition of a statement that has several, whether it is checkable, and its article."""
    rows: list[Row] = []
    labels: list[bool] = []
    groups: list[str] = []
    for article in articles(path):
        text = article["text"]
        found = passages.find(text, article["title"])
        cast = entities.find(text, found, article["title"])
        wording = Wording(text, sentences.split(text, found), cast, datetime.date.fromisoformat(article["date"]))
        for statement, entry in entries(article):
            who = wording.speaking.speaker(statement)
            propositions = [each.tokens for each in wording.propositions(statement, who)]
            if len(propositions) < 2:
                continue
            gold = [(bag(c["text"]), c["worth"]) for c in entry["claims"]]
            for place, tokens in enumerate(propositions):
                value, worth = max((likeness(bag(wording.printed(tokens, who)), g), w) for g, w in gold)
                rows.append(keeping.features(tokens, statement, place, len(propositions)))
                labels.append(value >= MATCH and worth != "none")
                groups.append(article["id"])
    return rows, labels, groups


def fitted(x: Any, y: Any) -> LogisticRegression:
    return LogisticRegression(C=0.2, max_iter=2000).fit(x, y)


def main() -> None:
    """Cross-validate, fit on everything, store the weights that matter."""
    rows, labels, groups = table(Path(sys.argv[1]))
    vectorizer = DictVectorizer(sparse=False)
    x, y = vectorizer.fit_transform(rows), np.array(labels)
    out = np.zeros(len(y))
    for train, test in GroupKFold(5).split(x, groups=groups):
        out[test] = fitted(x[train], y[train]).predict_proba(x[test])[:, 1]
    print(len(y), "propositions,", y.mean(), "checkable")
    for least in (0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
        dropped = out < least
        print(least, "dropped", dropped.sum(), "of which checkable", (y & dropped).sum())
    model = fitted(x, y)
    weights = {n: round(float(w), 3) for n, w in zip(vectorizer.feature_names_, model.coef_[0], strict=True)}
    weights["bias"] = round(weights["bias"] + float(model.intercept_[0]), 3)
    kept = {name: weight for name, weight in sorted(weights.items()) if abs(weight) >= 0.01}
    keeping.WEIGHTS.write_text(json.dumps(kept, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
