"""Who relays whom: a statement whose content holds another's source and cue passes that other statement on."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from claims.extraction.types import Form, Span, Statement

_BACK = 12  # contents nest and overlap a few deep at most; looking further back finds nothing and would cost
_QUOTING = frozenset("citing cited cites quoting quoted quotes via".split())


def find(text: str, statements: Sequence[Statement]) -> tuple[tuple[int, ...], ...]:
    """For each statement the indices of those that relay it, outermost first."""
    contents = sorted(
        (span.start, span.end, index)
        for index, said in enumerate(statements)
        if said.attributed
        for span in said.content
    )
    relays = [_relay(text, index, statements, contents) for index in range(len(statements))]
    return tuple(tuple(_outward(index, relays))[::-1] for index in range(len(statements)))


def own_speakers(statements: Sequence[Statement], relayed: Sequence[tuple[int, ...]]) -> tuple[bool, ...]:
    """For each statement whether its source speaks himself, so that a quotation goes on from him: "“I am clear,” *Lind* told the court, a transcript says".

    Who passes on the very words of another does not.
    """

    def passes(one: Statement, outer: Sequence[int]) -> bool:
        same = bool(outer) and one.content[0].start == statements[outer[-1]].content[0].start
        return same and one.form is Form.DIRECT

    passing = {outer[-1] for one, outer in zip(statements, relayed, strict=True) if passes(one, outer)}
    return tuple(
        passes(one, outer) if outer else index not in passing
        for index, (one, outer) in enumerate(zip(statements, relayed, strict=True))
    )


def _relay(text: str, index: int, statements: Sequence[Statement], contents: list[tuple[int, int, int]]) -> int | None:
    inner = statements[index]
    if not inner.attributed or not inner.source:
        return None
    at = bisect_right(contents, (inner.source[0].start, len(text), len(statements)))
    enclosing: int | None = None
    for start, end, outer in contents[max(0, at - _BACK) : at]:
        if outer != index and all(start <= span.start and span.end <= end for span in (*inner.source, *inner.cue)):
            enclosing = outer
    return enclosing if enclosing is not None else _quoted_by(text, index, statements, contents)


def _quoted_by(
    text: str, index: int, statements: Sequence[Statement], contents: list[tuple[int, int, int]]
) -> int | None:
    """ "Reuters, citing a source, reported …": both have the content; the one who cites passes on the one who is cited."""
    inner = statements[index]
    if not any(word in _QUOTING for span in inner.cue for word in span.of(text).lower().split()):
        return None
    first = inner.content[0]
    at = bisect_right(contents, (first.end, len(text), len(statements)))
    for start, end, outer in reversed(contents[max(0, at - _BACK) : at]):
        same = outer != index and first.overlaps(Span(start, end)) and statements[outer].source != inner.source
        if same and statements[outer].source and outer < len(statements):
            return outer
    return None


def _outward(index: int, relays: Sequence[int | None]) -> Iterator[int]:
    """The statements around *index*, innermost first; a circle ends where it would begin again."""
    seen = {index}
    outer = relays[index]
    while outer is not None and outer not in seen:
        yield outer
        seen.add(outer)
        outer = relays[outer]
