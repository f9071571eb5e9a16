"""Quotations that run over paragraphs: one quotation is one statement, however often it is opened anew."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from claims.extraction.types import Quotation, Span, Statement


def carried(text: str, statements: Sequence[Statement], quotations: Sequence[Quotation]) -> Iterator[Statement]:
    """The statements in text order, each with what its quotation goes on to say in the paragraphs behind its own.

    Print closes such a quotation in its last paragraph only, so who says the first of them says them all.
    """
    further = dict(_running_on(text, quotations))
    parts = {one.content[0]: one for one in statements if not (one.source or one.cue) and len(one.content) == 1}
    taken: set[Span] = set()
    for one in sorted(statements, key=lambda one: one.content[0]):
        if one.content[0] in taken and parts.get(one.content[0]) is one:
            continue
        content = one.content
        while (following := further.get(content[-1].end)) and following in parts:
            taken.add(following)
            content = (*content, following)
        yield replace(one, content=content)


def _running_on(text: str, quotations: Sequence[Quotation]) -> Iterator[tuple[int, Span]]:
    """Where a quotation is left open at the end of its paragraph, and the one that goes on at the front of the next."""
    for before, now in pairwise([one for one in quotations if one.inside is None]):
        between = text[before.span.end : now.span.start]
        if not before.closed and "\n" in between and not between.strip():
            yield before.span.end, now.span
