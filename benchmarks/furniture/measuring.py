"""Leaks and losses: furniture that was taken for prose, and prose that was taken for furniture."""

import html
from dataclasses import dataclass, field

from benchmarks.furniture.wrapping import Wrapped
from claims.extraction import pages, passages
from claims.extraction.types import Passage, Span


@dataclass(slots=True)
class Count:
    """What happened to the lines of one kind of furniture."""

    furniture: int = 0
    leaked: list[str] = field(default_factory=list)
    prose: int = 0
    lost: list[str] = field(default_factory=list)

    def add(self, other: "Count") -> None:
        self.furniture += other.furniture
        self.prose += other.prose
        self.leaked += other.leaked
        self.lost += other.lost


def measure(wrapped: Wrapped, title: str | None = None) -> Count:
    """Compare the passages that are found in the text with what was put into it."""
    found = passages.find(wrapped.text, title)
    count = Count(furniture=len(wrapped.furniture), prose=len(wrapped.prose))
    for span in wrapped.furniture:
        count.leaked += [
            _shown(passage, wrapped) for passage in found if passage.is_prose and _shares(passage, span, wrapped)
        ]
    for _, span in wrapped.prose:
        count.lost += [
            _shown(passage, wrapped) for passage in found if not passage.is_prose and _shares(passage, span, wrapped)
        ]
    return count


def _shares(passage: Passage, span: Span, wrapped: Wrapped) -> bool:
    start, end = max(passage.span.start, span.start), min(passage.span.end, span.end)
    return any(character.isalnum() for character in wrapped.text[start:end])


def _shown(passage: Passage, wrapped: Wrapped) -> str:
    return f"{passage.kind}: {passage.span.of(wrapped.text)[:90]}"


def measure_page(wrapped: Wrapped) -> Count:
    """The same for a saved page: its text is the extractor's, so that lines are compared instead of positions."""
    page = pages.read_html(wrapped.text.encode())
    prose = [p.span.of(page.text) for p in passages.find(page.text, page.title) if p.is_prose]
    whole = _plain(" ".join(prose))
    wanted = [_plain(html.unescape(span.of(wrapped.text))) for _, span in wrapped.prose]
    count = Count(furniture=len(wrapped.furniture), prose=len(wanted))
    count.lost = [f"lost: {paragraph[:90]}" for paragraph in wanted if paragraph not in whole]
    count.leaked = [
        f"prose: {line[:90]}" for line in prose if not any(_plain(line) in paragraph for paragraph in wanted)
    ]
    return count


def _plain(text: str) -> str:
    return " ".join(text.replace("<p>", "").replace("</p>", "").split())
