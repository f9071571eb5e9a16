"""Train the judge of which claims are more likely wrong than right, on claims that readers judged one by one.

    python -m claims.extraction.training.confidence [JUDGED.jsonl]

A line holds one text and its claims as they were proposed and judged: ``{"text": …, "claims": [{"source": …, "text": …,
"label": "fine" | "open" | "nocheck" | "source" | "untrue" | "broken" | "junk"}]}``; the source is null where the article
speaks. Claims that the pipeline of today no longer makes are left out. Those of ``judged.jsonl`` are articles of our own.

The weights that are stored go on from those before, which were learnt from claims of other articles: what they say is one
feature among the others, weighed anew.
"""

import datetime
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from claims.extraction import pipeline, standalone
from claims.extraction.standalone import confidence, learnt
from claims.extraction.standalone.wording import by_paragraph
from claims.extraction.types import ClaimText

WRONG = frozenset(("source", "untrue", "broken", "junk"))
SELDOM = 5  # claims that have a feature: fewer tell nothing
JUDGED = Path(__file__).parent / "judged.jsonl"
BEFORE = "before"  # the name under which the logit of the weights before stands among the features
TRUSTED = 3.0  # how much larger it is than they are, so that its weight is held down as much less
Row = dict[str, float]


def judged(article: dict[str, Any]) -> Iterator[tuple[Row, bool]]:
    """Features of each judged claim that is still made, and whether it was found wrong."""
    labels = {(claim["source"], claim["text"]): claim["label"] for claim in article["claims"]}
    rows: list[tuple[Row, bool]] = []

    def looked_at(
        text: str, passages: Any, sentences: Any, statements: Any, title: str | None, dateline: datetime.date | None
    ) -> tuple[ClaimText, ...]:
        wording = standalone.wording_of(text, passages, sentences, statements, title, dateline)
        for statement in statements:
            spelled = " / ".join(span.of(text) for span in statement.source)
            source = (statement.source_name or spelled) if statement.attributed else None
            who = wording.speaking.speaker(statement)
            for said in by_paragraph(text, statement):
                for made in wording.worded(said, who):
                    label = labels.pop((source, made.words), None)
                    if label:
                        rows.append((confidence.features(made, said), label in WRONG))
        return ()

    replace(pipeline.load(), word_claims=looked_at).run(article["text"])
    yield from rows


def fitted(x: Any, y: Any) -> LogisticRegression:
    return LogisticRegression(C=0.03, max_iter=3000).fit(x, y)


def with_before(row: Row) -> Row:
    """The features with what the weights before make of them."""
    chance = learnt.chance(confidence.WEIGHTS, row)
    return row | {BEFORE: TRUSTED * math.log(chance / (1 - chance))}


def main() -> None:
    """Cross-validate by text, fit on everything, store the weights that matter."""
    rows: list[Row] = []
    labels: list[bool] = []
    groups: list[int] = []
    path = Path(sys.argv[1]) if sys.argv[1:] else JUDGED
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        for row, wrong in judged(json.loads(line)):
            rows.append(with_before(row))
            labels.append(wrong)
            groups.append(number)
    common = Counter(name for row in rows for name in row)
    rows = [{name: value for name, value in row.items() if common[name] >= SELDOM} for row in rows]
    vectorizer = DictVectorizer()
    x, y = vectorizer.fit_transform(rows), np.array(labels)
    out = np.zeros(len(y))
    for train, test in GroupKFold(8).split(x, groups=groups):
        out[test] = fitted(x[train], y[train]).predict_proba(x[test])[:, 1]
    print(len(y), "claims,", round(float(y.mean()), 3), "wrong; AUC", round(float(roc_auc_score(y, out)), 3))
    for least in (0.4, 0.45, 0.5, 0.55, 0.6, 0.7):
        held = out > least
        print(
            least,
            "held back",
            held.sum(),
            "of which wrong",
            y[held].sum(),
            "; wrong of the rest",
            round(float(y[~held].mean()), 3),
        )
    model = fitted(x, y)
    weights = Counter({n: float(w) for n, w in zip(vectorizer.feature_names_, model.coef_[0], strict=True)})
    share = TRUSTED * weights.pop(BEFORE)
    for name, weight in json.loads(confidence.WEIGHTS.read_text(encoding="utf-8")).items():
        weights[name] += share * weight
    weights["bias"] += float(model.intercept_[0])
    kept = {name: round(weight, 3) for name, weight in sorted(weights.items()) if abs(weight) >= 0.01}
    confidence.WEIGHTS.write_text(json.dumps(kept, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
