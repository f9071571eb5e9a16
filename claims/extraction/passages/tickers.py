"""What stands above the headline: tickers, teasers of other articles, a feed of the newest ones."""

from claims.extraction.passages.kinship import Kin
from claims.extraction.passages.lines import Piece
from claims.extraction.types import PassageKind

_PARAGRAPH = 8  # words
_HEADLINE = 4  # words
_COMMON = 3  # subjects that a headline has in common with the article's paragraphs
_SIGNED_WITHIN = 6  # lines from the headline to its byline or its date
_TEASER = 30  # words
_SHARED = 0.3  # of its subjects: no teaser of another article has so many
_SIGNS = (PassageKind.BYLINE, PassageKind.DATELINE)


def mark(pieces: list[Piece]) -> None:
    """Mark the lines above a signed headline, where all that could be paragraphs among them speaks of other things."""
    first = next((number for number, piece in enumerate(pieces) if piece.is_paragraph(_PARAGRAPH)), None)
    if first is None:
        return
    kin = Kin(pieces)
    headline = max(
        (number for number in range(first + 1, len(pieces) // 2) if _is_headline(pieces, number, kin)),
        key=lambda number: kin.common(pieces[number]),
        default=first,
    )
    above = pieces[:headline]
    if all(_is_teaser(piece, kin) for piece in above if piece.is_paragraph(_PARAGRAPH)):
        for piece in above if headline > first else ():
            piece.kind = piece.kind or PassageKind.NAVIGATION


def _is_headline(pieces: list[Piece], number: int, kin: Kin) -> bool:
    piece = pieces[number]
    signed = any(other.kind in _SIGNS for other in pieces[number + 1 : number + _SIGNED_WITHIN])
    stands_out = piece.open and not piece.closed and len(piece.words) >= _HEADLINE
    return signed and stands_out and kin.common(piece) >= _COMMON


def _is_teaser(piece: Piece, kin: Kin) -> bool:
    return len(piece.words) <= _TEASER and kin.share(piece) < _SHARED
