"""A second look at what was read as prose: what the reader made of a passage, and where it stands, betray the house's talk.

Rules know furniture by words that somebody has met before. Readers' comments, notes of authors, teasers and appeals have a
thousand wordings; a sentence vector holds what they have in common, and the reader makes one of every sentence anyway.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np

from claims.extraction.lexicon import layout
from claims.extraction.passages import house
from claims.extraction.passages.kinship import FULL, Kin
from claims.extraction.passages.lines import Piece
from claims.extraction.reader import Reading
from claims.extraction.reader.values import Floats
from claims.extraction.types import Passage, PassageKind, Sentence

WEIGHTS = Path(__file__).parent.parent / "weights" / "furniture.npz"
# Chance from which a passage is put away: in cross-validation that finds 79 of 100 and takes 10 of 11,000 lines of articles,
# most of them items of lists and lines written to look like furniture; 0.8 would find 82 and take 23.
CERTAIN = 0.9

_SPEAKER = "(("  # a transcript's mark of who speaks: "((Ann Holt)) We were …"
_TITLE = 4  # words of a line that may be the headline of another article
_NEAR = 3  # lines before and behind

_FIRST_PERSON = frozenset("i me my we us our i'm i've we're we've".split())
_AWAY = frozenset((PassageKind.NAVIGATION, PassageKind.BYLINE, PassageKind.CREDIT, PassageKind.HEADLINE))


@dataclass(frozen=True, slots=True, eq=False)
class Judge:
    """A logistic model over a passage's mean sentence vector and its surroundings."""

    weights: Floats
    bias: float

    def chances(self, rows: Floats) -> Floats:
        made: Floats = 1 / (1 + np.exp(-np.clip(rows @ self.weights + self.bias, -30, 30)))
        return made


@cache
def _judge() -> Judge:
    with np.load(WEIGHTS) as stored:
        return Judge(stored["weights"], float(stored["bias"]))


def look(
    text: str, passages: tuple[Passage, ...], sentences: tuple[Sentence, ...], reading: Reading
) -> tuple[tuple[Passage, ...], tuple[Sentence, ...], Reading]:
    """All three without what the reader's vectors tell to be none of the article: its passages are navigation now."""
    numbers, rows = described(text, passages, sentences, reading)
    if not numbers:
        return passages, sentences, reading
    chances = _judge().chances(rows)
    away = frozenset(
        n
        for n, chance in zip(numbers, chances, strict=True)
        if chance >= CERTAIN
        and not text.startswith(_SPEAKER, passages[n].span.start)
        and not (n and passages[n - 1].kind is PassageKind.SPEAKER)
    )
    if not away:
        return passages, sentences, reading
    marked = tuple(replace(p, kind=PassageKind.NAVIGATION) if n in away else p for n, p in enumerate(passages))
    kept = [row for row, sentence in enumerate(sentences) if sentence.passage not in away]
    return marked, tuple(sentences[row] for row in kept), reading.without(away, kept)


def described(
    text: str, passages: Sequence[Passage], sentences: Sequence[Sentence], reading: Reading
) -> tuple[list[int], Floats]:
    """The numbers of the passages that have sentences, and for each a row of what the judge looks at."""
    pieces = [Piece(p.span.start, p.span.end, p.span.of(text), None if p.is_prose else p.kind) for p in passages]
    means = _means(sentences, reading)
    around = _around(pieces)
    numbers = sorted(means)
    rows = [np.concatenate((means[n], around[n])) for n in numbers]
    return numbers, np.array(rows, dtype=np.float32)


def _means(sentences: Sequence[Sentence], reading: Reading) -> dict[int, Floats]:
    """The mean vector of each passage's sentences."""
    rows: dict[int, list[int]] = {}
    for row, sentence in enumerate(sentences):
        rows.setdefault(sentence.passage, []).append(row)
    return {number: reading.vectors[own].mean(0) for number, own in rows.items()}


def _around(pieces: Sequence[Piece]) -> list[Floats]:
    """Where each piece stands, and what it has in common with the others."""
    kin = Kin(list(pieces))
    full = [number for number, piece in enumerate(pieces) if piece.is_paragraph(FULL)]
    return [np.array([*_features(pieces, kin, full, number)], dtype=np.float32) for number in range(len(pieces))]


def _features(pieces: Sequence[Piece], kin: Kin, full: Sequence[int], number: int) -> Iterator[float]:
    piece = pieces[number]
    lowered = {word.lower() for word in piece.words}
    before = number > 0 and pieces[number - 1].kind in _AWAY
    after = number + 1 < len(pieces) and pieces[number + 1].kind in _AWAY
    strange = kin.common(piece) == 0
    title = pieces[number - 1] if before and len(pieces[number - 1].words) >= _TITLE else None
    alien = title is not None and kin.common(title) == 0
    near = [
        other.kind in _AWAY
        for other in (*pieces[max(0, number - _NEAR) : number], *pieces[number + 1 : number + 1 + _NEAR])
    ]
    behind = not any(other > number for other in full)
    quoted = house.QUOTED.search(piece.text) is not None
    yield from (
        before,
        after,
        before and after,
        strange,
        strange and before,
        strange and after,
        behind,
        strange and behind,
    )
    yield from (min(kin.share(piece), 1.0), math.log(1 + len(piece.words)), piece.closed, quoted)
    yield from (not layout.SAYING.isdisjoint(lowered), not layout.YOU.isdisjoint(lowered))
    yield from (title is not None, alien, alien and strange, alien and after, sum(near) / max(1, len(near)))
    yield from (not _FIRST_PERSON.isdisjoint(lowered), not any(other < number for other in full))
