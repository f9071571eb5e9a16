"""The learnt scorers: weighted sums of hand features, words and a reader's judgements, made into chances."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np

from claims.extraction.checkworthiness import grams
from claims.extraction.checkworthiness.grams import Floats
from claims.extraction.weights import FOLDER


@dataclass(frozen=True, slots=True, eq=False)
class Scorer:
    """A logistic model over named features and hashed words, with the line that calibrates it."""

    named: Mapping[str, float]
    rarity: Floats
    words: Floats
    bias: float
    slope: float = 1.0
    offset: float = 0.0
    vector: Floats = field(default_factory=lambda: np.zeros(0, dtype=np.float32))  # weights of a sentence vector

    def sum(self, features: Mapping[str, float], found: list[str]) -> float:
        """The weighted sum before calibration."""
        named = sum(self.named.get(name, 0.0) * value for name, value in features.items())
        return named + grams.score(grams.numbered(found, len(self.words)), self.rarity, self.words) + self.bias

    def chance(self, total: float) -> float:
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.slope * total + self.offset))))

    def save(self, path: Path) -> None:
        """Store the scorer; half precision is enough for a ranking."""
        np.savez_compressed(
            path,
            named=np.array(json.dumps(dict(self.named))),
            rarity=self.rarity.astype(np.float16),
            words=self.words.astype(np.float16),
            vector=self.vector.astype(np.float16),
            line=np.array([self.bias, self.slope, self.offset], dtype=np.float32),
        )


@cache
def load(name: str) -> Scorer:
    """The scorer stored under that name, loaded once a process."""
    with np.load(FOLDER / f"{name}.npz") as stored:
        bias, slope, offset = (float(x) for x in stored["line"])
        rarity, words = stored["rarity"].astype(np.float32), stored["words"].astype(np.float32)
        vector = stored["vector"].astype(np.float32)
        return Scorer(json.loads(str(stored["named"])), rarity, words, bias, slope, offset, vector)
