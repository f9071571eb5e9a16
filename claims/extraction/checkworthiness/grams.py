"""Words and pairs of words as numbered features: hashed, weighted by rarity, of unit length."""

import math
from collections import Counter
from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def numbered(words: Sequence[str], size: int) -> dict[int, float]:
    """The feature numbers of the words and neighbouring pairs with their damped counts."""
    marked = ["9" * min(len(w), 5) if w.isdigit() else w for w in words]
    counts = Counter(marked)
    counts.update(f"{a} {b}" for a, b in zip(["^", *marked], marked, strict=False))
    found: dict[int, float] = {}
    for gram, count in counts.items():
        number = crc32(gram.encode()) % size
        found[number] = found.get(number, 0.0) + 1 + math.log(count)
    return found


def score(found: dict[int, float], rarity: Floats, weights: Floats) -> float:
    """The weighted sum of the features, each times its rarity, over the length of them all."""
    if not found:
        return 0.0
    at = np.fromiter(found, dtype=np.int64)
    values = np.fromiter(found.values(), dtype=np.float32) * rarity[at]
    length = float(np.sqrt((values * values).sum()))
    return float((values * weights[at]).sum() / length) if length else 0.0
