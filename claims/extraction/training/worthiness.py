"""Train the scorer of claims on newsdesk's worth labels.

    python -m claims.extraction.training.worthiness NEWSDESK_TRAIN.jsonl NEWSDESK_DEV.jsonl

Words and hand features learn from the training articles. The reader was trained on those as well, so what it says of
them is too good to be true: its four judgements and the calibrating line are fitted on the development articles.
"""

import datetime
import sys
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import normalize

from claims.extraction import passages, reader, sentences, standalone
from claims.extraction.checkworthiness import features, grams, model, settings
from claims.extraction.training.gold import articles, entries, matched
from claims.extraction.weights import FOLDER

SIZE = 1 << 12  # of the table of hashed words: the training set has fewer common ones
WORDS = 2.0  # how much louder the words are than the hand features; best of 0, 1, 2, 4 in cross-validation
STRENGTH = 0.2
PENALTY = 0.05  # for the reader's judgements, fitted on few articles
NOTHING = np.zeros(0, dtype=np.float32)
UNREAD = reader.Reading((), (), NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING)


class Table(NamedTuple):
    """The matched claims of a file: features, words, whether of high worth, and the article."""

    named: list[dict[str, float]]
    words: list[list[str]]
    high: Any
    group: Any


def table(path: Path, *, read: bool) -> Table:
    """Every claim that the stages make of gold statements and that a gold claim matches; *read* asks the reader too."""
    named, words, high, group = [], [], [], []
    for article in articles(path):
        text, title = article["text"], article["title"]
        found = passages.find(text, title)
        split = sentences.split(text, found)
        statements = tuple(statement for statement, _ in entries(article))
        claims = standalone.claims(text, found, split, statements, title, datetime.date.fromisoformat(article["date"]))
        worths = matched(article, claims)
        places = settings(text, claims, reader.read(text, found, split) if read else UNREAD)
        for index, worth in worths.items():
            claim = claims[index]
            statement = statements[claim.appearances[0].statement or 0]
            cue = " ".join(span.of(text) for span in statement.cue)
            named.append(features.of_claim(claim.text, statement, cue, places[index]))
            words.append(features.words(claim.text))
            high.append(worth == "high")
            group.append(article["id"])
    return Table(named, words, np.array(high), np.array(group))


def counted(words: list[list[str]], size: int) -> Any:
    """The hashed words as a sparse table."""
    rows = [grams.numbered(found, size) for found in words]
    ends = np.cumsum([0, *(len(row) for row in rows)])
    values = [value for row in rows for value in row.values()]
    return sparse.csr_matrix((values, [number for row in rows for number in row], ends), shape=(len(rows), size))


def rarity_of(counts: Any) -> Any:
    """How rare each hashed word is."""
    return np.log((1 + counts.shape[0]) / (1 + np.bincount(counts.indices, minlength=counts.shape[1]))) + 1


def without_reader(named: list[dict[str, float]]) -> list[dict[str, float]]:
    return [{k: v for k, v in row.items() if not k.startswith("reader ")} for row in named]


def auc(high: Any, scores: Any, group: Any) -> float:
    """Within an article: how often a claim of high worth stands above another; the mean over articles."""
    found = []
    for article in np.unique(group):
        inside = group == article
        up, down = scores[inside & high], scores[inside & ~high]
        if len(up) and len(down):
            found.append(np.mean((up[:, None] > down) + 0.5 * (up[:, None] == down)))
    return float(np.mean(found))


def reader_weights(base: Any, dev: Table) -> LogisticRegression:
    """A small model over the sum so far and the reader's judgements."""
    judged = np.array([[row[f"reader {name}"] for name in features.JUDGEMENTS] for row in dev.named])
    return LogisticRegression(C=PENALTY).fit(np.column_stack([base, judged]), dev.high)


def main() -> None:
    """Cross-validate, fit, calibrate, print the ranking on dev, store."""
    train, dev = table(Path(sys.argv[1]), read=False), table(Path(sys.argv[2]), read=True)
    vectorizer = DictVectorizer(sparse=True)
    hand = vectorizer.fit_transform(without_reader(train.named))
    counts = counted(train.words, SIZE)
    rarity = rarity_of(counts)
    x = sparse.hstack([hand, normalize(counts.multiply(rarity)) * WORDS]).tocsr()
    out = np.zeros(len(train.high))
    for fit, test in GroupKFold(6).split(x, groups=train.group):
        out[test] = (
            LogisticRegression(C=STRENGTH, max_iter=3000).fit(x[fit], train.high[fit]).decision_function(x[test])
        )
    print("cross-validated on train, without the reader:", auc(train.high, out, train.group))
    base = LogisticRegression(C=STRENGTH, max_iter=3000).fit(x, train.high)
    dev_x = sparse.hstack(
        [vectorizer.transform(without_reader(dev.named)), normalize(counted(dev.words, SIZE).multiply(rarity)) * WORDS]
    )
    plain = base.decision_function(dev_x.tocsr())
    print("dev, without the reader:", auc(dev.high, plain, dev.group))
    honest = np.zeros(len(plain))
    judged = np.column_stack([plain, [[row[f"reader {name}"] for name in features.JUDGEMENTS] for row in dev.named]])
    for fit, test in GroupKFold(7).split(judged, groups=dev.group):
        honest[test] = LogisticRegression(C=PENALTY).fit(judged[fit], dev.high[fit]).decision_function(judged[test])
    print("dev, with the reader, cross-validated:", auc(dev.high, honest, dev.group))
    last = reader_weights(plain, dev)
    scale, weights = last.coef_[0][0], last.coef_[0][1:]
    split = len(vectorizer.feature_names_)
    named = dict(zip(vectorizer.feature_names_, base.coef_[0][:split] * scale, strict=True))
    named |= {f"reader {name}": weight for name, weight in zip(features.JUDGEMENTS, weights, strict=True)}
    scorer = model.Scorer(
        {name: round(float(weight), 4) for name, weight in named.items() if abs(weight) > 1e-3},
        rarity,
        base.coef_[0][split:] * WORDS * scale,
        float(base.intercept_[0] * scale + last.intercept_[0]),
    )
    scorer.save(FOLDER / "worth.npz")
    print(dict(zip(features.JUDGEMENTS, weights.round(3), strict=True)), "scale", scale)


if __name__ == "__main__":
    main()
