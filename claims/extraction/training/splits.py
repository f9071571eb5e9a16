"""Train the judge that decides which cuts of a sentence are made, on newsdesk's gold claims.

    python -m claims.extraction.training.splits NEWSDESK_TRAIN.jsonl [NEWSDESK_DEV.jsonl]

For each gold entry every candidate cut is tried: it is right when the two halves match more of the entry's checkable
claims than the whole did, by more than a further proposal costs.
"""

import datetime
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from claims.extraction import entities, sentences
from claims.extraction.standalone.cutting import judging, splitting
from claims.extraction.standalone.frames import completing
from claims.extraction.standalone.frames.told import Told
from claims.extraction.standalone.wording import Wording
from claims.extraction.training.gold import articles, entries, likeness
from claims.extraction.training.gold import bag as words
from claims.extraction.types import Passage, PassageKind, Span, Statement

COST = 0.45  # of one more proposal, in claims found
Features = dict[str, float]


def worth_of(proposals: list[Counter[str]], gold: list[tuple[Counter[str], str]]) -> float:
    """How much a set of proposals is worth: checkable claims found, less what the proposals cost."""
    pairs = sorted(
        ((likeness(p, g), i, j) for i, p in enumerate(proposals) for j, (g, _) in enumerate(gold)), key=lambda x: -x[0]
    )
    used: set[tuple[str, int]] = set()
    total = 0.0
    for value, i, j in pairs:
        if ("p", i) in used or ("g", j) in used:
            continue
        used |= {("p", i), ("g", j)}
        found = 1 / (1 + np.exp(-(value - 0.57) / 0.04))
        total += found * (0.9 + 0.3 * value) * (gold[j][1] != "none")
    return total - COST * len(proposals)


def trials(wording: Wording, statement: Statement, claims: list[dict[str, str]]) -> Iterator[tuple[Features, float]]:
    """Features and gain of each candidate cut, following the cuts that gain."""
    gold = [(words(c["text"]), c["worth"]) for c in claims]
    who = wording.speaking.speaker(statement)

    def printed(tokens: splitting.Tokens) -> Counter[str]:
        return words(wording.printed(tokens, who))

    done = [part.tokens for part in wording.contents.parts(statement)]
    cue = " ".join(span.of(wording.text) for span in statement.cue)
    if statement.attributed:
        done = [completing.completed(t, Told(cue, statement.source_name, denied=statement.negative)) for t in done]
    waiting = list(done)
    while waiting:
        tokens = waiting.pop(0)
        others = [printed(t) for t in done if t is not tokens]
        whole = worth_of([*others, printed(tokens)], gold)
        for split in splitting.candidates(tokens):
            gain = worth_of([*others, printed(split.left), printed(split.right)], gold) - whole
            yield judging.features(tokens, split, attributed=statement.attributed), gain
            if gain > 0:
                done = [t for t in done if t is not tokens] + [split.left, split.right]
                waiting[:0] = [split.left, split.right]
                break


def table(path: Path) -> tuple[list[Features], list[float], list[str]]:
    """All trials of a file of articles, with the article of each."""
    rows: list[Features] = []
    gains: list[float] = []
    groups: list[str] = []
    for article in articles(path):
        text = article["text"]
        passages = tuple(Passage(Span(*m.span()), PassageKind.BODY) for m in re.finditer(r"\S(?:[^\n]*\S)?", text))
        wording = Wording(
            text,
            sentences.split(text, passages),
            entities.find(text, passages, article["title"]),
            datetime.date.fromisoformat(article["date"]),
        )
        for statement, entry in entries(article):
            for found, gain in trials(wording, statement, entry["claims"]):
                rows.append(found)
                gains.append(gain)
                groups.append(article["id"])
    return rows, gains, groups


def fitted(x: Any, gains: np.ndarray) -> LogisticRegression:
    model = LogisticRegression(C=0.15, max_iter=2000)
    model.fit(x, gains > 0, sample_weight=np.minimum(1.0, np.abs(gains)) + 0.05)
    return model


def main() -> None:
    """Cross-validate, fit on everything, store the weights that matter."""
    rows, gains_list, groups = table(Path(sys.argv[1]))
    gains = np.array(gains_list)
    common = Counter(name for row in rows for name in row)
    rows = [{k: v for k, v in row.items() if common[k] >= 4} for row in rows]
    vectorizer = DictVectorizer()
    x = vectorizer.fit_transform(rows)
    out = np.zeros(len(gains))
    for train, test in GroupKFold(5).split(x, groups=groups):
        out[test] = fitted(x[train], gains[train]).predict_proba(x[test])[:, 1]
    print(len(gains), "cuts tried,", (gains > 0).mean(), "right; judged right:", ((out >= 0.5) == (gains > 0)).mean())
    for cut in (0.3, 0.4, 0.5, 0.6, 0.7):
        print(cut, "gain a tried cut", gains[out >= cut].sum() / len(gains), "of", gains[gains > 0].sum() / len(gains))
    model = fitted(x, gains)
    weights = {n: round(float(w), 3) for n, w in zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)}
    weights["bias"] = round(weights.get("bias", 0.0) + float(model.intercept_[0]), 3)
    kept = {name: weight for name, weight in sorted(weights.items()) if abs(weight) >= 0.01}
    judging.WEIGHTS.write_text(json.dumps(kept, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
