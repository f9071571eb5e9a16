"""Our own articles with their statements marked in the line, and what the pipeline's statements are worth beside them.

``{s1 Mayor Holt} {q1 said} that {c1 the piers are old}.``: source, cue and content of statement 1. Marks may lie inside one another, one mark may
serve several statements (``{s1,2 Holt}``), a source may tell its name (``{s1=Ingrid Holt|She}``), and what only a wider guideline counts as a
statement - fears, hopes, beliefs - ends in w (``{c3w …}``). An article begins with ``# its-name``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claims.extraction.types import Span, Statement

FOLDER = Path(__file__).parent / "golden"
SAME = (
    0.5  # token F1 from which two contents, or two sources, are the same: as evaluations of quotation finders have it
)

_MARK = re.compile(r"\{(?P<ids>[sqc]\d+w?(?:,[sqc]?\d+w?)*)(?:=(?P<name>[^|{}]*)\|| )|(?P<close>\})")
_WORD = re.compile(r"\w+")
_ROLES = {"s": "source", "q": "cue", "c": "content"}


@dataclass
class Marked:
    """One statement as a person marked it."""

    wide: bool
    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)
    name: str | None = None


@dataclass(frozen=True)
class Annotated:
    """An article and its statements in the order of their numbers."""

    id: str
    text: str
    statements: tuple[Marked, ...]


def articles(name: str) -> list[Annotated]:
    """The annotated articles of one file."""
    pieces = re.split(r"^# (.+)\n", (FOLDER / f"{name}.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [unmarked(title, body.strip()) for title, body in zip(pieces[::2], pieces[1::2], strict=True)]


def unmarked(title: str, body: str) -> Annotated:
    """The plain text of a marked one, and its statements."""
    plain, at = "", 0
    found: dict[str, Marked] = {}
    opened: list[tuple[str, int, str | None]] = []
    for mark in _MARK.finditer(body):
        plain += body[at : mark.start()]
        at = mark.end()
        if not mark["close"]:
            opened.append((mark["ids"], len(plain), mark["name"]))
            continue
        ids, start, name = opened.pop()
        role = ids[0]
        for each in ids.split(","):
            role, number = (each[0], each[1:]) if each[0] in _ROLES else (role, each)
            made = found.setdefault(number.rstrip("w"), Marked(wide=False))
            made.wide |= number.endswith("w")
            getattr(made, _ROLES[role]).append(Span(start, len(plain)))
            if role == "s":
                made.name = name or plain[start:].strip(" ,")
    assert not opened, f"{title}: a mark is never closed"
    return Annotated(title, plain + body[at:], tuple(made for made in found.values() if made.content))


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
