"""Layout: which stretch of a text is what kind of passage, in plain paste and in extracted pages.

A line is first cut where a dateline, a label or a credit is glued to prose; every piece is then told by its own words,
by its neighbours, and by what it repeats. What none of them claims is the article's body.
"""

import datetime
from itertools import pairwise

from claims.extraction.passages import (
    boxes,
    closing,
    datelines,
    displays,
    edges,
    endings,
    furniture,
    headlines,
    house,
    lines,
    repeats,
    speakers,
    tails,
    threads,
    tickers,
)
from claims.extraction.passages.links import hushed
from claims.extraction.passages.second_look import look as look_again
from claims.extraction.types import Passage, PassageKind, Span

__all__ = ["dateline", "filed", "find", "hushed", "look_again"]

_DATED = (PassageKind.DATELINE, PassageKind.BYLINE)


def find(text: str, title: str | None = None) -> tuple[Passage, ...]:
    """The passages of *text* in order: they never overlap, and every visible character lies in one."""
    pieces = [piece for line in lines.read(text) for piece in edges.cut(text, line)]
    if len(pieces) == 1:
        return (Passage(Span(pieces[0].start, pieces[0].end), PassageKind.BODY),)
    pieces = speakers.cut(text, pieces)
    furniture.mark(pieces)
    threads.mark(pieces)
    closing.mark(pieces)
    tickers.mark(pieces)
    boxes.mark(pieces)
    headlines.mark(pieces, title)
    house.close_ranks(pieces)
    boxes.trail(pieces)
    tails.mark(pieces)
    closing.imprint(pieces)
    pieces = list(displays.cut(pieces))
    repeats.mark(pieces)
    boxes.close(pieces)
    speakers.give_back(pieces)
    displays.mark(pieces)
    pieces = endings.mark(text, pieces)
    return tuple(Passage(Span(p.start, p.end), p.kind or PassageKind.BODY, p.repeats, p.led_by) for p in pieces)


def dateline(text: str, passages: tuple[Passage, ...]) -> datetime.date | None:
    """The day on which the article says it was written: the first full date under its headline, or else anywhere."""
    headline = next((n for n, passage in enumerate(passages) if passage.kind is PassageKind.HEADLINE), 0)
    body = next((n for n, passage in enumerate(passages) if n >= headline and passage.kind is PassageKind.BODY), None)
    for part in (passages[headline:body], passages):
        for passage in part:
            if passage.kind in _DATED and (day := datelines.day(passage.span.of(text))):
                return day
    return None


def filed(text: str, passages: tuple[Passage, ...], known: datetime.date) -> datetime.date:
    """The day that the place line gives: with its year, or without ("LINDAU, Nov. 26 —"), as close to the known one as can be; else the known one.

    The day of a page is often that of its last change, and "Wednesday" is the Wednesday of whoever filed the report.
    """
    for before, passage in pairwise(passages):
        if (
            before.kind is PassageKind.DATELINE
            and passage.kind is PassageKind.BODY
            and datelines.FILED.match(before.span.of(text) + " A")
        ):
            line = before.span.of(text)
            return datelines.day(line) or datelines.day_before(line, known) or known
    return known
