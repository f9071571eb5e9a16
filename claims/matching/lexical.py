"""Words: an inverted index with BM25 weights, and counts of character n-grams, both topped up one claim at a time."""

from array import array
from collections import Counter
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from claims.matching.words import BUCKETS

# Claims are of one sentence: length says little (small B), and a word twice says hardly more than once (small K1).
K1 = 0.9
B = 0.4

Scores = NDArray[np.float32]


class LexicalIndex:
    """Which claims hold which words. Not safe for two threads at once: a worker process keeps its own."""

    def __init__(self) -> None:
        self._postings: dict[str, tuple[array[int], array[int]]] = {}  # term → positions, and how often it stands there
        self._lengths = array("H")
        self._grams = np.zeros(BUCKETS, dtype=np.int32)

    def __len__(self) -> int:
        return len(self._lengths)

    def add(self, terms: list[str], grams: NDArray[np.uint16]) -> None:
        """Append a claim at the next position."""
        position = len(self._lengths)
        for term, count in Counter(terms).items():
            positions, counts = self._postings.setdefault(term, (array("I"), array("B")))
            positions.append(position)
            counts.append(min(count, 255))
        self._lengths.append(min(len(terms), 65_535))
        self._grams[grams] += 1

    def rarity(self, term: str) -> float:
        """The weight of a term: high for one that few claims hold."""
        holders = len(self._postings[term][0]) if term in self._postings else 0
        return float(np.log1p((len(self) - holders + 0.5) / (holders + 0.5)))

    def scores(self, terms: Iterable[str]) -> Scores:
        """The BM25 score of every claim for a query's terms."""
        result = np.zeros(len(self), dtype=np.float32)
        if not len(self):
            return result
        lengths = np.frombuffer(self._lengths, dtype=np.uint16).astype(np.float32)
        norm = K1 * (1 - B + B * lengths / max(float(lengths.mean()), 1.0))
        for term in set(terms):
            if term in self._postings:
                positions = np.frombuffer(self._postings[term][0], dtype=np.uint32)
                counts = np.frombuffer(self._postings[term][1], dtype=np.uint8).astype(np.float32)
                result[positions] += self.rarity(term) * counts * (K1 + 1) / (counts + norm[positions])
        return result

    def gram_weights(self) -> NDArray[np.float32]:
        """The squared weight of every n-gram bucket: rare ones weigh more."""
        weights: NDArray[np.float32] = np.log((1 + len(self)) / (1 + self._grams)).astype(np.float32) + 1
        return weights**2


def gram_cosine(a: NDArray[np.uint16], b: NDArray[np.uint16], weights: NDArray[np.float32]) -> float:
    """How far two claims share their n-grams, rare ones above all: 0 to 1."""
    shared = np.intersect1d(a, b, assume_unique=True)
    whole = float(weights[a].sum()) * float(weights[b].sum())
    return float(weights[shared].sum()) / whole**0.5 if whole else 0.0
