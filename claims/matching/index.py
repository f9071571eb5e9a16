"""The archive of known claims in memory: find the ones that a new claim repeats."""

from array import array
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from claims.matching.comparison import compare
from claims.matching.encoder import Encoder
from claims.matching.lexical import LexicalIndex, Scores, gram_cosine
from claims.matching.profile import Profile, profile, terms
from claims.matching.rerank import PairModel, calibrated, load_pair_model, similarity
from claims.matching.types import Entry, Hit
from claims.matching.vectors import VectorStore
from claims.matching.words import cleaned, grams

Positions = NDArray[np.intp]

CANDIDATES = 50  # from vectors and again from words: what both miss is not found by a closer look either
COMPARED = 20  # candidates that are taken apart; taking apart costs more than finding


class Known(NamedTuple):
    """A claim of the archive, cleaned once: *found_by* adds the headline of its fact-check, by whose words it is found too."""

    key: str
    text: str
    found_by: str


class Index:
    """Known claims by meaning and by words. One process, one index; vectors are shared through the store's file."""

    def __init__(self, encoder: Encoder, store: VectorStore | None = None, model: PairModel | None = None) -> None:
        self._encoder = encoder
        self._store = store if store is not None else VectorStore()
        self._model = model or load_pair_model()
        self._lexical = LexicalIndex()
        self._known: list[Known] = []
        self._rows = array("I")  # of the store, by position
        self._position: dict[str, int] = {}
        self._gone: set[int] = set()

    def __len__(self) -> int:
        return len(self._position)

    def add(self, entries: Sequence[Entry]) -> None:
        """Take claims in; only texts that the store does not hold are encoded. A key that is known is replaced."""
        arrived = [_known(entry) for entry in entries]
        self._encode([text for text in dict.fromkeys(known.text for known in arrived) if self._store.row(text) is None])
        for known in arrived:
            row = self._store.row(known.text)
            if row is None:
                raise LookupError(f"no vector for {known.key}")
            self.discard(known.key)
            self._lexical.add(terms(known.found_by), grams(known.found_by))
            self._position[known.key] = len(self._known)
            self._known.append(known)
            self._rows.append(row)

    def discard(self, key: str) -> None:
        """Leave a claim out from now on; its words still count towards rarity until the next start."""
        position = self._position.pop(key, None)
        if position is not None:
            self._gone.add(position)

    def search(self, text: str, top: int = COMPARED) -> list[Hit]:
        """The known claims that are nearest to a text, best first, with calibrated scores."""
        query = profile(text)
        if not query.words or not self._position:
            return []
        cosines = self._cosines(query)
        words = self._lexical.scores(query.terms)
        if self._gone:
            gone = np.fromiter(self._gone, dtype=np.intp)
            cosines[gone], words[gone] = -2.0, 0.0
        pool = np.union1d(_best(cosines), _best(words))
        pool = pool[(cosines[pool] > -2.0)]
        near = self._similarities(query, pool, cosines[pool], words[pool])
        order = np.argsort(-near, kind="stable")[: max(top, COMPARED)]
        hits = [self._hit(query, int(pool[place]), float(near[place]), float(cosines[pool[place]])) for place in order]
        return sorted(hits, key=lambda hit: -hit.score)[:top]

    def _encode(self, texts: list[str]) -> None:
        if texts:
            self._store.append(texts, self._encoder(texts))

    def _cosines(self, query: Profile) -> Scores:
        by_row = self._store.cosines(self._encoder([query.text])[0])
        return by_row[np.frombuffer(self._rows, dtype=np.uint32)]

    def _similarities(self, query: Profile, pool: Positions, cosines: Scores, words: Scores) -> Scores:
        weights = self._lexical.gram_weights()
        shared = [gram_cosine(query.grams, grams(self._known[position].found_by), weights) for position in pool]
        ideal = sum(self._lexical.rarity(term) for term in set(query.terms)) or 1.0
        return similarity(cosines, np.array(shared, dtype=np.float32), words, ideal)

    def _hit(self, query: Profile, position: int, near: float, cosine: float) -> Hit:
        known = self._known[position]
        log_odds = self._model.log_odds(compare(query, profile(known.text, clean=False), cosine))
        return Hit(known.key, calibrated(near, log_odds), cosine)


def _known(entry: Entry) -> Known:
    text = cleaned(entry.text)
    return Known(entry.key, text, f"{text} {cleaned(entry.title)}" if entry.title else text)


def _best(scores: Scores) -> Positions:
    if len(scores) <= CANDIDATES:
        return np.arange(len(scores))
    return np.argpartition(-scores, CANDIDATES)[:CANDIDATES]
