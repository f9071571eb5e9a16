"""Learn whom pronouns stand for: a conditional logit over the candidates of each, from newsdesk's resolved names.

    python -m claims.extraction.training.antecedents TRAIN.jsonl [DEV.jsonl]

An example is a third-person pronoun whose antecedent the gold tells: a source that is a pronoun (its ``source_name``), or
a content that begins with one (the first words of its first claim, in which the pronoun is resolved).
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from claims.extraction import entities
from claims.extraction.entities.antecedents import FEATURES, Candidate
from claims.extraction.entities.cast import Cast
from claims.extraction.entities.resolving import family
from claims.extraction.lexicon import pronouns
from claims.extraction.sources.called import Memory
from claims.extraction.sources.naming import name_source
from claims.extraction.types import Passage, PassageKind, Span
from claims.extraction.weights import FOLDER

WEIGHTS = FOLDER / "antecedents.json"
Matrix = npt.NDArray[np.float64]
FAMILIES = ("person", "it", "they")
FOLDS = 5
PENALTIES = (0.1, 0.3, 1.0, 3.0)
TIE = 0.015
STEPS = 400


@dataclass(frozen=True, slots=True)
class Example:
    """The candidates of one pronoun, and which of them are right."""

    article: str
    family: str
    features: Matrix
    right: npt.NDArray[np.bool_]
    source: bool


def examples(article: dict[str, Any]) -> Iterator[Example]:
    """The pronouns of one article whose antecedent is among the candidates."""
    text = article["text"]
    cast = entities.find(text, (Passage(Span(0, len(text)), PassageKind.BODY),), article["title"])
    memory = Memory()
    for entry in article["attributions"]:
        spans = [Span(*piece) for piece in entry["source"]]
        if spans and entry["source_name"] and spans[0].of(text).lower() in pronouns.THIRD_PERSON:
            yield from _example(article["id"], cast, spans[0], text, memory, entry["source_name"], source=True)
        if entry["claims"]:
            yield from _leading(article["id"], cast, text, memory, entry)
        if spans:
            memory.note(name_source(text, spans[0], cast, memory))


def _leading(article: str, cast: Cast, text: str, memory: Memory, entry: dict[str, Any]) -> Iterator[Example]:
    start, end = entry["content"][0]
    first = text[start:end].split(" ", 1)[0].strip("\"“'‘")
    if first.lower() in pronouns.THIRD_PERSON - {"both"}:
        at = text.index(first, start)
        opening = " ".join(entry["claims"][0]["text"].split()[:8])
        yield from _example(article, cast, Span(at, at + len(first)), text, memory, opening, source=False)


def _example(
    article: str, cast: Cast, span: Span, text: str, memory: Memory, name: str, *, source: bool
) -> Iterator[Example]:
    pronoun = span.of(text).lower()
    options = cast.candidates(span, pronoun, memory.heard)
    right = np.array([_names(cast, option, memory, name, source=source) for option in options], bool)
    if right.any() and not right.all():
        yield Example(article, family(pronoun), np.array([option.features for option in options]), right, source)


def _names(cast: Cast, option: Candidate, memory: Memory, name: str, *, source: bool) -> bool:
    """Whether the candidate is whom the gold names: half of the words in common, or its whole name in the claim's opening."""
    called = memory.by_entity.get(option.cluster)
    own = set(_plain(cast.entities[option.cluster].name)) | set(_plain((called.name if called else "") or ""))
    wanted = set(_plain(name))
    common = len(own & wanted)
    if source:
        return 2 * common >= 0.5 * 2 * max(len(own), 1) and 2 * common / (len(own) + len(wanted)) >= 0.5
    return bool(own) and own <= wanted


def _plain(name: str) -> list[str]:
    return [
        word.strip(".,'\"").removesuffix("'s").lower()
        for word in name.split()
        if word.lower() not in ("the", "a", "an")
    ]


def fit(data: Sequence[Example], penalty: float) -> Matrix:
    """Weights that make the right candidates likely, by gradient ascent on the penalised likelihood."""
    weights = np.zeros(len(FEATURES))
    for step in range(STEPS):
        slope = -penalty * weights
        for example in data:
            scores = example.features @ weights
            share = np.exp(scores - scores.max())
            inside = share * example.right
            slope += example.features.T @ (inside / inside.sum() - share / share.sum())
        weights += slope * 0.5 / (len(data) + 1) / (1 + step / STEPS)
    return weights


def accuracy(data: Sequence[Example], weights: Matrix) -> float:
    """The share of pronouns whose best candidate is right."""
    return sum(bool(e.right[int(np.argmax(e.features @ weights))]) for e in data) / max(len(data), 1)


def cross_validated(data: Sequence[Example], penalty: float) -> float:
    """Accuracy on articles that the weights were not learnt from."""
    names = sorted({example.article for example in data})
    fold = {name: number % FOLDS for number, name in enumerate(names)}
    hits = 0.0
    for number in range(FOLDS):
        held = [example for example in data if fold[example.article] == number]
        weights = fit([example for example in data if fold[example.article] != number], penalty)
        hits += accuracy(held, weights) * len(held)
    return hits / max(len(data), 1)


def _plainest(scores: dict[float, float]) -> float:
    """The strongest penalty that is as good as the best one but for chance: so few examples deserve plain weights."""
    best = max(scores.values())
    return max(value for value, score in scores.items() if score >= best - TIE)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("train", type=Path)
    ask.add_argument("dev", type=Path, nargs="?")
    chosen = ask.parse_args()
    train = [e for line in chosen.train.read_text().splitlines() for e in examples(json.loads(line))]
    dev = [e for line in chosen.dev.read_text().splitlines() for e in examples(json.loads(line))] if chosen.dev else []
    learnt: dict[str, dict[str, float]] = {}
    scores: dict[str, dict[str, float]] = {}
    for name in FAMILIES:
        data = [example for example in train if example.family == name]
        penalty = _plainest({value: cross_validated(data, value) for value in PENALTIES})
        weights = fit(data, penalty)
        held = [example for example in dev if example.family == name]
        scores[name] = {
            "examples": len(data),
            "penalty": penalty,
            "cross-validated": round(cross_validated(data, penalty), 3),
            "dev": round(accuracy(held, weights), 3),
            "dev examples": len(held),
        }
        learnt[name] = {key: round(float(value), 3) for key, value in zip(FEATURES, weights, strict=True)}
    origin = "newsdesk train (annotations CC BY 4.0, texts CC BY 2.5): conditional logit, claims/extraction/training/antecedents.py"
    WEIGHTS.write_text(json.dumps({"origin": origin, "scores": scores, "weights": learnt}, indent=1) + "\n")
    print(json.dumps(scores, indent=1))


if __name__ == "__main__":
    main()
