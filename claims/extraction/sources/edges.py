"""The edges of a source's words: one source in one piece, and no name or possessive phrase cut in two."""

import re
from collections.abc import Iterator

from claims.extraction.entities import Cast
from claims.extraction.entities.mentions import Form, Mention
from claims.extraction.types import Span, Spans, Statement

_LISTED = 40  # pieces of one source stand so near to each other, joined by "and"
_THING = re.compile(r" [a-z-]+(?: [a-z-]+)?(?=[,.]|$)")  # what is possessed, where a comma ends it
_PEOPLE_OF = re.compile(r"\b[A-Za-z-]+s (?:from|of|in|at) (?:the )?$")
OPENING, CLOSING = frozenset("\"“‘'"), frozenset("\"”’'")
_POSSESSIVE = ("'s", "’s", "s'", "s’")


def mend(text: str, statement: Statement, cast: Cast) -> Spans:
    """The source's pieces that belong together, each widened to the name or the phrase that it cuts.

    Of 1,278 sources in newsdesk four stand in two pieces; more often a second piece belongs to another statement.
    """
    pieces = _together(text, statement)
    taken = (*statement.content, *statement.cue)
    return tuple(_unquoted(text, _whole(text, piece, taken, cast)) for piece in pieces)


def _unquoted(text: str, piece: Span) -> Span:
    """Without a mark at the front that opens a quotation which goes on behind: “*The council* told us”."""
    words = piece.of(text)
    lone = words[:1] in OPENING and not any(sign in CLOSING for sign in words[1:])
    return Span(piece.start + 1, piece.end) if lone and len(words) > 1 else piece


def _together(text: str, statement: Statement) -> Spans:
    pieces = tuple(sorted(statement.source))
    if len(pieces) < 2:
        return pieces
    between = text[pieces[0].end : pieces[-1].start]
    if len(pieces) > 2 or (len(between) <= _LISTED and " and " in between):
        return pieces
    anchor = statement.cue[0] if statement.cue else statement.content[0]
    return (min(pieces, key=lambda piece: max(piece.start - anchor.end, anchor.start - piece.end)),)


def _whole(text: str, piece: Span, taken: Spans, cast: Cast) -> Span:
    for wider in _wider(text, piece, cast):
        if not any(wider.overlaps(span) for span in taken if not piece.overlaps(span)):
            return wider
    return piece


def _wider(text: str, piece: Span, cast: Cast) -> Iterator[Span]:
    """The spans to which the piece may be widened, the widest first."""
    around = [cast.mention(place)[0] for place in cast.mentions_in(Span(max(0, piece.start - 80), piece.end + 1))]
    if piece.of(text).endswith(_POSSESSIVE):
        yield from (_cover(piece, m.whole) for m in around if m.form is Form.NOUN and _possessed(m, piece))
        thing = _THING.match(text, piece.end)
        if thing:
            yield Span(piece.start, thing.end())
    yield from (Span(start, piece.end) for m in around if (start := _before_list(text, m, piece)) is not None)
    cut = [m for m in around if m.form is not Form.NOUN and m.span.overlaps(piece) and not piece.contains(m.span)]
    yield from (_cover(piece, m.whole) for m in cut if m.form is not Form.LIST)


def _before_list(text: str, mention: Mention, piece: Span) -> int | None:
    """Where the people of several places begin, where the source begins within the list: "parents from Halden, | Orsk and Velm"."""
    inside = mention.form is Form.LIST and mention.span.start < piece.start < mention.span.end
    people = _PEOPLE_OF.search(text, max(0, mention.span.start - _LISTED), mention.span.start) if inside else None
    return None if people is None else people.start()


def _possessed(mention: Mention, piece: Span) -> bool:
    """Whether the phrase goes on behind the possessor: "PG&E's" of "PG&E's schedule"."""
    return mention.whole.start <= piece.start and mention.span.end > piece.end


def _cover(piece: Span, other: Span) -> Span:
    return Span(min(piece.start, other.start), max(piece.end, other.end))
