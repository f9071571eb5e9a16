"""What stands below the end of an article: feeds, cards and footers in whole sentences, told by signs that the article has ended.

Teasers at a page's foot read like news, and an outlet's other news is often of the same war or the same town. So below such signs a paragraph
must have more in common with those above it than a name, to go on with them.
"""

from collections.abc import Sequence

from claims.extraction.lexicon import layout
from claims.extraction.passages import house
from claims.extraction.passages.kinship import FULL, subjects
from claims.extraction.passages.lines import Piece
from claims.extraction.passages.openings import Openings
from claims.extraction.types import PassageKind

_PARAGRAPH = 8  # words
_LABEL = 6  # words of a line that says what stands below it
_PARAGRAPHS = 3  # of an article that has ended
_ABOVE = 0.35  # share of the words of all paragraphs that stand above the sign; feeds are longer than short reports
_COMMON, _SHARE = 2, 0.2  # subjects of a paragraph that the article has too, and their share
_ENOUGH = 2  # signs without a paragraph of the article between them
_PAIR = 26  # words of two paragraphs of an article
_SIGNED_WITHIN = 3  # lines from what belongs to the article to who signs it

_END = Openings(layout.ENDS)


def mark(pieces: list[Piece]) -> None:
    """Mark everything below the signs of the end, where no paragraph behind them goes on with the article."""
    end = _end(pieces)
    for number in range(end, len(pieces)):
        if pieces[number].open:
            pieces[number].kind = PassageKind.NAVIGATION


def _end(pieces: Sequence[Piece]) -> int:
    """The place from which on the signs are enough, or of the last line's end."""
    whole = sum(_weight(piece) for piece in pieces)
    told: set[str] = set()
    waiting: set[str] = set()  # of what stands below a sign, until something below it goes on with the article
    signs, end, above, paragraphs = 0, len(pieces), 0, 0
    for number, piece in enumerate(pieces):
        weight = _weight(piece)
        if not weight:
            if paragraphs >= _PARAGRAPHS and above >= _ABOVE * whole:
                signs += _sign(pieces, number)
            if signs >= _ENOUGH:
                end = min(end, number)
            continue
        above, paragraphs = above + weight, paragraphs + 1
        if signs and not _goes_on(pieces, number, told):
            waiting |= subjects(piece)
            continue
        signs, end, told, waiting = 0, len(pieces), told | waiting | subjects(piece), set()
    return end


def _weight(piece: Piece) -> int:
    return len(piece.words) if piece.is_paragraph(_PARAGRAPH) else 0


def _sign(pieces: Sequence[Piece], number: int) -> int:
    """How much of a sign a line is: who signs an article ends it; a label of what no article goes on behind may stand over one box in its midst."""
    piece = pieces[number]
    labels = piece.kind is not None and not piece.closed and len(piece.words) <= _LABEL and _END.begin(piece.text)
    hours = labels and number + 1 < len(pieces) and pieces[number + 1].kind is PassageKind.DATELINE  # those of a feed
    return _ENOUGH if house.signs(piece) or hours else int(labels)


def _goes_on(pieces: Sequence[Piece], number: int, told: set[str]) -> bool:
    piece = pieces[number]
    if _stands_beside(pieces, number) or any(map(house.signs, pieces[number + 1 : number + _SIGNED_WITHIN])):
        return True
    if piece.is_paragraph(FULL) and house.QUOTATION.search(piece.text):
        return True
    own = subjects(piece)
    common = len(own & told)
    return piece.is_paragraph(FULL) and common >= _COMMON and common >= _SHARE * len(own)


def _stands_beside(pieces: Sequence[Piece], number: int) -> bool:
    """Whether a paragraph stands right above another, as only articles have them; in feeds each has its headline or its hour."""
    if number + 1 == len(pieces) or pieces[number - 1].kind is PassageKind.DATELINE:
        return False
    pair = pieces[number : number + 2]
    return all(piece.is_paragraph(_PARAGRAPH) for piece in pair) and sum(len(piece.words) for piece in pair) >= _PAIR
