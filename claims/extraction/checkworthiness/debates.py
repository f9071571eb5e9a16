"""The check-worthiness of single sentences, as people judged it in debates."""

from collections.abc import Mapping, Sequence
from typing import Any

from claims.extraction import reader
from claims.extraction.checkworthiness import features, model, vectors


def score_sentences(rows: Sequence[Mapping[str, Any]]) -> list[float]:
    """The chance that each row's ``text`` is worth a check; 0.5 is the decision."""
    texts = [str(row["text"]) for row in rows]
    if not texts:
        return []
    scorer = model.load("debates")
    seen = vectors.of(texts) @ scorer.vector
    judged = reader.load().checkworthy(texts)
    return [
        scorer.chance(scorer.sum(of_sentence(text, chance), features.words(text)) + float(vector))
        for text, chance, vector in zip(texts, judged, seen, strict=True)
    ]


def of_sentence(text: str, judged: float) -> dict[str, float]:
    """The features of one sentence, with the reader's judgement of it."""
    return features.of_text(text) | {"reader": features.logit(judged)}
