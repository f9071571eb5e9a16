"""The learnt reader: tokens, states and heads put together."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path

import numpy as np

from claims.extraction.reader.encoder import Encoder
from claims.extraction.reader.heads import Heads, sigmoid, softmax
from claims.extraction.reader.segments import NOTHING, START, STOP, Segment, cut, tokenizer
from claims.extraction.reader.values import Floats, Part, Reading, Stretch, View
from claims.extraction.types import Passage, Sentence
from claims.extraction.weights import FOLDER

FAINTEST = 0.1  # an anchor less likely than this is not looked at: the stage that decides asks for far more
LIKELY = 0.5  # a token less likely than this to be the source has no say in the source's kind
AT_ONCE = 16  # segments held at a time, so that a long text takes time and not memory
SENTENCE_TOKENS = 96  # of a single sentence that is to be judged; longer ones are cut


class Reader:
    """Reads sentences; loaded once a process."""

    def __init__(self, weights: Path = FOLDER) -> None:
        self._words = tokenizer(weights / "vocab.txt")
        self._encoder = Encoder(weights / "encoder.onnx")
        self._heads = Heads.load(weights / "heads.npz")

    def read(self, text: str, passages: Sequence[Passage], sentences: Sequence[Sentence]) -> Reading:
        """Every possible statement with what its anchor sees, and a judgement of every sentence."""
        stretches: list[Stretch] = []
        views: list[View] = []
        width = self._heads.weights["judge.weight"].shape[1]
        sums = np.zeros((len(sentences), width + 1), dtype=np.float32)
        segments = cut(text, passages, sentences, self._words)
        while held := list(islice(segments, AT_ONCE)):
            answers = {index: (states, tokens) for index, states, tokens in self._encoder.encode(held)}
            for index, segment in enumerate(held):
                states, tokens = answers[index]
                _add(sums, segment, states)
                for passage, first, last in _stretches(segment):
                    stretch, seen = self._stretch(segment, slice(first, last), passage, states, tokens)
                    views += [View(len(stretches), *one) for one in seen]
                    stretches.append(stretch)
        vectors = sums[:, :-1]
        vectors /= np.maximum(sums[:, -1:], 1)  # in place: a long text has thousands of sentences
        factual, high, checkable, checkworthy, furniture = self._heads.judgements(vectors).T
        starts = np.array([sentence.span.start for sentence in sentences], dtype=np.int32)
        return Reading(
            tuple(stretches), tuple(views), factual, high, checkable, checkworthy, furniture, vectors, starts
        )

    def checkworthy(self, texts: Sequence[str]) -> list[float]:
        """The chance that each single sentence, on its own, is worth checking."""
        pieces = self._words.encode_batch(list(texts), add_special_tokens=False)
        segments = [Segment([START, *piece.ids[:SENTENCE_TOKENS], STOP]) for piece in pieces]
        vectors = np.zeros((len(segments), self._heads.weights["judge.weight"].shape[1]), dtype=np.float32)
        for index, states, _ in self._encoder.encode(segments):
            if len(states) > 2:
                vectors[index] = states[1:-1].mean(0)
        return [float(score) for score in self._heads.judgements(vectors)[:, 3]]

    def _stretch(
        self, segment: Segment, where: slice, passage: int, states: Floats, tokens: Floats
    ) -> tuple[Stretch, Iterator[tuple[int, bool, float, Floats, Floats]]]:
        """The tokens of one passage, and what a view of them holds but for the stretch's index."""
        anchors, narrated, here, there = self._heads.split(tokens[where])
        offsets = np.array(segment.offsets[where], dtype=np.int32)
        stretch = Stretch(passage, offsets, sigmoid(narrated))
        return stretch, self._views(softmax(anchors), here, there, states[where])

    def _views(
        self, chances: Floats, here: Floats, there: Floats, states: Floats
    ) -> Iterator[tuple[int, bool, float, Floats, Floats]]:
        anchors = np.flatnonzero(chances[:, 1:].sum(1) >= FAINTEST).astype(np.int32)
        if not len(anchors):
            return
        parts = self._heads.parts(here, there, anchors)
        shares = parts[:, :, Part.SOURCE] * (parts[:, :, Part.SOURCE] >= LIKELY)
        for anchor, part, kinds in zip(anchors, parts, self._heads.kinds(states, shares), strict=True):
            _, cue, bare = chances[anchor]
            yield int(anchor), bool(bare > cue), float(cue + bare), part, kinds


def _add(sums: Floats, segment: Segment, states: Floats) -> None:
    """Add each token's state to its sentence's sum; the last column counts."""
    at = np.array(segment.sentences)
    real = np.flatnonzero(at != NOTHING)
    at = at[real]
    first = np.flatnonzero(np.diff(at, prepend=NOTHING))  # a sentence's tokens stand together
    sums[at[first], :-1] += np.add.reduceat(states[real], first, axis=0)
    sums[at[first], -1] += np.diff(first, append=len(at))


def _stretches(segment: Segment) -> Iterator[tuple[int, int, int]]:
    """Passage, first and last token of each run of tokens of one passage."""
    first = 0
    for index in range(1, len(segment.ids) + 1):
        if index == len(segment.ids) or segment.passages[index] != segment.passages[first]:
            if segment.passages[first] != NOTHING:
                yield segment.passages[first], first, index
            first = index


@cache
def load() -> Reader:
    """The reader with its weights, loaded once a process."""
    return Reader()


def read(text: str, passages: tuple[Passage, ...], sentences: tuple[Sentence, ...]) -> Reading:
    """Read one text's sentences with the loaded reader."""
    return load().read(text, passages, sentences)
