"""A reader made up for tests: what becomes of a text in which it saw these sources, cues and contents."""

import numpy as np

from claims.extraction import passages, quotations, sentences
from claims.extraction.attribution import attribute
from claims.extraction.reader import KINDS, Part, Reading, Stretch, View
from claims.extraction.types import Span, Statement


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def seen(
    text: str, *marked: tuple[str | None, str, str], factual: float = 0.0, score: float = 0.9, faint: str = ""
) -> tuple[Statement, ...]:
    """What becomes of a one-passage text in which the reader saw these (source, cue, content)."""
    found = passages.find(text)
    split = sentences.split(text, found)
    tokens = [(m.start, m.end) for m in words_of(text)]
    views = tuple(view_of(text, tokens, *one, score) for one in marked)
    views = tuple(faintly(text, faint, view, tokens) for view in views) if faint else views
    stretch = Stretch(0, np.array(tokens, dtype=np.int32), np.full(len(tokens), factual, dtype=np.float32))
    flat = np.full(len(split), factual, dtype=np.float32)
    reading = Reading((stretch,), views, flat, flat, flat, flat, flat, np.zeros((len(split), 1), dtype=np.float32))
    return attribute(text, found, split, quotations.find(text, found), reading)


def words_of(text: str) -> list[Span]:
    spans, start = [], None
    for index, character in enumerate(text + " "):
        if character.isalnum():
            start = index if start is None else start
        elif start is not None:
            spans.append(Span(start, index))
            start = None
    return spans


def view_of(text: str, tokens: list[tuple[int, int]], source: str | None, cue: str, content: str, score: float) -> View:
    parts = np.full((len(tokens), 4), 0.02, dtype=np.float32)
    parts[:, Part.OUTSIDE] = 0.94
    for words, part in ((content, Part.CONTENT), (source, Part.SOURCE), (cue, Part.CUE)):
        if words:
            here = span(text, words)
            for index, (start, end) in enumerate(tokens):
                if start < here.end and here.start < end:
                    parts[index] = 0.02
                    parts[index, part] = 0.94
    anchor = next(i for i, (s, _) in enumerate(tokens) if s >= span(text, cue or content).start)
    kinds = np.full(len(KINDS), 0.1, dtype=np.float32)
    return View(0, anchor, not cue, score, parts, kinds)


def faintly(text: str, words: str, view: View, tokens: list[tuple[int, int]], chance: float = 0.3) -> View:
    """The view with a source that is not the likeliest part of its tokens."""
    here = span(text, words)
    parts = view.parts.copy()
    for index, (start, end) in enumerate(tokens):
        if start < here.end and here.start < end:
            parts[index] = [0.97 - chance, chance, 0.01, 0.02]
    return View(view.stretch, view.anchor, view.bare, view.score, parts, view.kinds)


def read(text: str, statement: Statement) -> tuple[list[str], list[str], list[str]]:
    return tuple([piece.of(text) for piece in spans] for spans in (statement.source, statement.cue, statement.content))  # type: ignore[return-value]  # the three are spelled out above
