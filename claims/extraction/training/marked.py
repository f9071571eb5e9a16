"""Our own articles with their statements marked in the line.

``{s1 Mayor Holt} {q1 said} that {c1 the piers are old}.``: source, cue and content of statement 1. Marks may lie inside one another, one mark may
serve several statements (``{s1,2 Holt}``), a source may tell its name (``{s1=Ingrid Holt|She}``), and what only a wider guideline counts as a
statement - fears, hopes, beliefs - ends in w (``{c3w …}``). An article begins with ``# its-name``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from claims.extraction.types import Span

_MARK = re.compile(r"\{(?P<ids>[sqc]\d+w?(?:,[sqc]?\d+w?)*)(?:=(?P<name>[^|{}]*)\|| )|(?P<close>\})")
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


def articles(path: Path) -> Iterator[Annotated]:
    """The annotated articles of one file."""
    pieces = re.split(r"^# (.+)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    for title, body in zip(pieces[::2], pieces[1::2], strict=True):
        yield unmarked(title, body.strip())


def unmarked(title: str, body: str) -> Annotated:
    """The plain text of a marked one, and its statements; ValueError where a mark is never closed."""
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
    if opened:
        raise ValueError(f"{title}: a mark is never closed")
    return Annotated(title, plain + body[at:], tuple(made for made in found.values() if made.content))
