"""A second look at what was read as prose: what the reader made of a passage, its wording and its place betray the house's talk.

Rules know furniture by words that somebody has met before. Readers' comments, notes of authors, teasers and appeals have a
thousand wordings; sentence vectors, which the reader makes anyway, hold what they have in common, and a table of words
and pairs of words, learnt from two thousand such lines, holds how they are put.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from claims.extraction.lexicon import layout
from claims.extraction.passages import house, wordings
from claims.extraction.passages.kinship import FULL, Kin
from claims.extraction.passages.lines import Piece
from claims.extraction.reader import Reading
from claims.extraction.reader.values import Floats
from claims.extraction.types import Passage, PassageKind, Sentence
from claims.extraction.weights import FOLDER

WEIGHTS = FOLDER / "furniture.npz"
# Chance from which a passage is put away, and from which its claims wait for a person.
CERTAIN = 0.85
DOUBTFUL = 0.2
CERTAIN_OF_TOLD = 0.97  # the same for a paragraph of the article's midst that says who told it
FEWEST = 2  # passages: one alone is the article, whatever it sounds like
TOLD = 2  # the last numbers of a row: what the reader says of furniture
FAINTEST = 1e-3  # chance; beyond it the reader is no surer
# Where so much of a text's prose would go, the text is an essay, a letter or an interview, and the judge is out of its depth.
MOST = 0.5

_SPEAKER = "(("  # a transcript's mark of who speaks: "((Ann Holt)) We were …"
_TITLE = 4  # words of a line that may be the headline of another article
_NEAR = 3  # lines before and behind

_FIRST_PERSON = frozenset("i me my we us our i'm i've we're we've".split())
_AWAY = frozenset((PassageKind.NAVIGATION, PassageKind.BYLINE, PassageKind.CREDIT, PassageKind.HEADLINE))


@dataclass(frozen=True, slots=True, eq=False)
class Judge:
    """A logistic model over a passage's mean sentence vector, its surroundings, what the reader judged of it, and its wording.

    The reader's own judgement of furniture is weighed by kinds of furniture that it did not learn: of what it learnt it is too sure.
    """

    weights: Floats
    bias: float
    wording: Mapping[str, float]

    def chances(self, rows: Floats, texts: Sequence[str]) -> Floats:
        """The chance of each passage that it is none of the article."""
        worded = np.array(
            [sum(self.wording[part] for part in sorted(wordings.of(text) & self.wording.keys())) for text in texts]
        )
        made: Floats = 1 / (1 + np.exp(-np.clip(rows @ self.weights + self.bias + worded, -30, 30)))
        return made


@cache
def _judge() -> Judge:
    with np.load(WEIGHTS) as stored:
        words = stored["words"].tobytes().decode().split("\n")
        return Judge(stored["weights"], float(stored["bias"]), dict(zip(words, stored["worded"].tolist(), strict=True)))


def look(
    text: str, passages: tuple[Passage, ...], sentences: tuple[Sentence, ...], reading: Reading
) -> tuple[tuple[Passage, ...], tuple[Sentence, ...], Reading]:
    """All three without what is told to be none of the article: its passages are navigation now; what is in doubt is marked so."""
    numbers, rows = described(text, passages, sentences, reading)
    if len(numbers) < FEWEST:
        return passages, sentences, reading
    chances = _judge().chances(rows, [passages[n].span.of(text) for n in numbers])
    apart = {place for n, p in enumerate(passages) if p.led_by is not None for place in (n, p.led_by)}
    told = {
        n: float(c)
        for n, c in zip(numbers, chances, strict=True)
        if c >= DOUBTFUL and n not in apart and not _is_turn(text, passages, n)
    }
    away = _away(text, passages, numbers, told)
    marked = tuple(replace(p, kind=PassageKind.NAVIGATION) if n in away else p for n, p in enumerate(passages))
    kept = [row for row, sentence in enumerate(sentences) if sentence.passage not in away]
    left = tuple(replace(s, doubtful=True) if (s := sentences[row]).passage in told else s for row in kept)
    return marked, left, reading.without(away, kept) if away else reading


def _is_turn(text: str, passages: Sequence[Passage], number: int) -> bool:
    """Whether somebody speaks here in a transcript."""
    behind_label = number > 0 and passages[number - 1].kind is PassageKind.SPEAKER
    return behind_label or text.startswith(_SPEAKER, passages[number].span.start)


def _away(text: str, passages: Sequence[Passage], numbers: Sequence[int], told: Mapping[int, float]) -> frozenset[int]:
    """What is put away: what is certain, unless that were most of the text."""
    midst = {n for n in numbers[1:-1] if n in told and _is_told(passages[n].span.of(text))}
    away = frozenset(n for n, chance in told.items() if chance >= (CERTAIN_OF_TOLD if n in midst else CERTAIN))
    lost, whole = (sum(passages[n].span.end - passages[n].span.start for n in some) for some in (away, numbers))
    return away if lost <= MOST * whole else frozenset()


def _is_told(paragraph: str) -> bool:
    """Whether a full paragraph says who told it, and speaks to nobody: between boxes it looks like one of them, and seldom is."""
    words = Piece(0, 0, paragraph).small
    return len(paragraph.split()) >= FULL and not layout.SAYING.isdisjoint(words) and layout.YOU_OR_WE.isdisjoint(words)


def described(
    text: str, passages: Sequence[Passage], sentences: Sequence[Sentence], reading: Reading
) -> tuple[list[int], Floats]:
    """The numbers of the passages that have sentences, and for each a row of what the judge looks at."""
    pieces = [Piece(p.span.start, p.span.end, p.span.of(text), None if p.is_prose else p.kind) for p in passages]
    seen = _seen(sentences, reading)
    around = _around(pieces)
    numbers = sorted(seen)
    told = _told(sentences, reading)
    rows = [np.concatenate((seen[n], around[n], told[n])) for n in numbers]
    return numbers, np.array(rows, dtype=np.float32)


def _by_passage(sentences: Sequence[Sentence]) -> dict[int, list[int]]:
    rows: dict[int, list[int]] = {}
    for row, sentence in enumerate(sentences):
        rows.setdefault(sentence.passage, []).append(row)
    return rows


def _told(sentences: Sequence[Sentence], reading: Reading) -> dict[int, Floats]:
    """How far the reader takes each passage's sentences for furniture, on their mean and for the likeliest, as logits."""
    chances = np.clip(reading.furniture, FAINTEST, 1 - FAINTEST)
    logits = np.log(chances / (1 - chances))
    return {
        number: np.array((logits[own].mean(), logits[own].max()), dtype=np.float32)
        for number, own in _by_passage(sentences).items()
    }


def _seen(sentences: Sequence[Sentence], reading: Reading) -> dict[int, Floats]:
    """What the reader made of each passage: the mean vector of its sentences, and the mean and the highest of its judgements."""
    judged = np.stack((reading.factual, reading.high, reading.checkable, reading.checkworthy), axis=1)
    return {
        number: np.concatenate((reading.vectors[own].mean(0), judged[own].mean(0), judged[own].max(0)))
        for number, own in _by_passage(sentences).items()
    }


def _around(pieces: Sequence[Piece]) -> list[Floats]:
    """Where each piece stands, and what it has in common with the others."""
    kin = Kin(list(pieces))
    full = [number for number, piece in enumerate(pieces) if piece.is_paragraph(FULL)]
    return [np.array([*_features(pieces, kin, full, number)], dtype=np.float32) for number in range(len(pieces))]


def _features(pieces: Sequence[Piece], kin: Kin, full: Sequence[int], number: int) -> Iterator[float]:
    piece = pieces[number]
    lowered = piece.small
    before = number > 0 and _is_away(pieces[number - 1])
    after = number + 1 < len(pieces) and _is_away(pieces[number + 1])
    strange = kin.common(piece) == 0
    title = pieces[number - 1] if before and len(pieces[number - 1].words) >= _TITLE else None
    alien = title is not None and kin.common(title) == 0
    near = [
        _is_away(other)
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


def _is_away(piece: Piece) -> bool:
    """Whether a piece is none of the article's prose; what only names the part that follows tells nothing of it."""
    return piece.kind in _AWAY and not piece.opens_section
