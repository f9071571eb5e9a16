"""Our own articles with their statements marked in the line (`claims.extraction.training.marked`), and what the pipeline's statements are worth beside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claims.extraction.training import marked
from claims.extraction.training.marked import Annotated
from claims.extraction.types import Span, Statement

FOLDER = Path(__file__).parent / "golden"
SAME = (
    0.5  # token F1 from which two contents, or two sources, are the same: as evaluations of quotation finders have it
)

_WORD = re.compile(r"\w+")


def articles(name: str) -> list[Annotated]:
    """The annotated articles of one file."""
    return list(marked.articles(FOLDER / f"{name}.txt"))


@dataclass(frozen=True)
class Score:
    """How many statements were found with content and source, of how many made and how many marked."""

    right: int
    made: int
    marked: int

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, self.made + self.marked)


def score(article: Annotated, statements: Sequence[Statement], *, wide: bool = False) -> Score:
    """The statements beside the marked ones, paired by their contents; a wider guideline counts the wide ones as well."""
    words = [match.span() for match in _WORD.finditer(article.text)]
    gold = [
        (_held(words, made.content), _held(words, made.source)) for made in article.statements if wide or not made.wide
    ]
    ours = [
        (_held(words, made.content), _held(words, made.source))
        for made in statements
        if made.attributed and not made.abstained
    ]
    likely = sorted(
        (-same, -_alike(one[1], other[1]), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(ours)
        if (same := _alike(one[0], other[0])) >= SAME
    )
    return Score(sum(1 for _ in _right(likely)), len(ours), len(gold))


def _right(likely: Sequence[tuple[float, float, int, int]]) -> Iterator[int]:
    taken: set[tuple[str, int]] = set()
    for _, source, i, j in likely:
        if ("gold", i) not in taken and ("ours", j) not in taken:
            taken |= {("gold", i), ("ours", j)}
            if -source >= SAME:
                yield i


def _held(words: Sequence[tuple[int, int]], spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(
        i for i, (start, end) in enumerate(words) for span in spans if start < span.end and span.start < end
    )


def _alike(one: frozenset[int], other: frozenset[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0
