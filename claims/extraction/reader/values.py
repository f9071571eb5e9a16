"""What the reader hands on: not yet statements, but what each possible statement's anchor sees around it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from claims.extraction.types import SourceKind, Span

Floats = NDArray[np.float32]
Integers = NDArray[np.int32]

KINDS = tuple(SourceKind)  # the order of the kind head's answers


class Part(IntEnum):
    """What a token is to an anchor; the order of the role head's answers."""

    OUTSIDE = 0
    SOURCE = 1
    CUE = 2
    CONTENT = 3


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """The tokens of one passage, or of a part of a long one: a row (start, end) for each."""

    passage: int
    tokens: Integers
    narrated: Floats  # the chance that the token belongs to a factual sentence of the article's own voice


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A possible statement, seen from its anchor: the main word of a cue, or the first word of a content without one."""

    stretch: int
    anchor: int  # index of the token in its stretch
    bare: bool
    score: float
    parts: Floats  # tokens × Part
    kinds: Floats  # chances in the order of KINDS


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """All views of a text in text order, and judgements of every sentence."""

    stretches: tuple[Stretch, ...]
    views: tuple[View, ...]
    factual: Floats  # the sentence states a fact in the article's own voice
    high: Floats  # a fact-checker would want something in it checked
    checkable: Floats  # something in it is true or false, and not a matter of taste or of the future
    checkworthy: Floats  # worth a check, as asked of speakers in a debate
    furniture: Floats  # none of the article's: an appeal, a teaser, a comment
    vectors: Floats  # one row a sentence
    starts: Integers = field(default_factory=lambda: np.zeros(0, dtype=np.int32))  # where each sentence begins

    def judgements(self) -> "Reading":
        """What is left when the statements are found: most of a reading's memory is what its anchors saw."""
        return replace(self, stretches=(), views=())

    def without(self, passages: Collection[int], kept: Sequence[int]) -> "Reading":
        """The reading without what was seen in these *passages*; *kept* are the rows of the sentences that stay."""
        places = {
            old: new for new, old in enumerate(n for n, one in enumerate(self.stretches) if one.passage not in passages)
        }
        rows = np.array(kept, dtype=np.int64)
        return Reading(
            stretches=tuple(self.stretches[old] for old in places),
            views=tuple(replace(view, stretch=places[view.stretch]) for view in self.views if view.stretch in places),
            factual=self.factual[rows],
            high=self.high[rows],
            checkable=self.checkable[rows],
            checkworthy=self.checkworthy[rows],
            furniture=self.furniture[rows],
            vectors=self.vectors[rows],
            starts=self.starts[rows] if len(self.starts) else self.starts,
        )

    def anchor_span(self, view: View) -> Span:
        start, end = self.stretches[view.stretch].tokens[view.anchor]
        return Span(int(start), int(end))
