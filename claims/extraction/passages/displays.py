"""What is set apart from the article's prose and said by others: below a line that ends with a colon, or above the name that signs it.

Pages lose the marks of block quotations, posts and lists, and what is left looks like furniture or like the article's own voice.
Which words stand over or under them is what tells them.
"""

import re
from collections.abc import Iterator, Sequence

from claims.extraction.lexicon import displays as lexicon
from claims.extraction.lexicon import layout
from claims.extraction.passages.lines import Piece
from claims.extraction.passages.openings import POINTER, Openings
from claims.extraction.types import PassageKind

_LEAD = 2  # words of a line that leads in: "He said:"
_TAIL = 16  # words at its end among which stands what it leads in with
_WHOLE = 6  # words of a paragraph that is set apart
_ITEM = 3  # words of an item
_OWN_ITEM = 5  # the same where nobody is said to tell it
_ITEMS = 2  # make a list
_LONGEST_ITEM = 60
_LETTER = 12  # paragraphs of a letter
_MARKED = re.compile(r"(?:[-–—*•·▪►●◦>] |\(?\d{1,2}[.)] |\(?[a-z][.)] )(?=\S)")
_BULLET = re.compile(r"[-–—*•·▪►●◦>]|\(?\d{1,2}[.)]")
_NAME = r"[^\W\d_a-z][\w'’-]*\.?(?: (?:(?:of|de|la|von|van|der|al|bin) )?[^\W\d_a-z][\w'’-]*\.?){0,4}"
# "— Ola Brandt, minister of transport", "— Jon Terne (@jonterne) May 3, 2026"
_SIGNATURE = re.compile(rf"[—–-]{{1,2}} ?(?P<who>{_NAME}(?P<role>, [^.!?\"“”]{{3,80}})?)(?P<rest> \(@\w+\).*)?")
_HANDLE = re.compile(rf"(?P<who>{_NAME})(?: [✓✔])? ?[(]?@\w+[)]?(?: ?·.*)?")
_OF_POST = re.compile(r"pic\.(?:twitter|x)\.com/|https?://t\.co/")
_REPLYING = re.compile(r"Replying to @")
_GREETING = re.compile(lexicon.GREETING)
_FAREWELL = re.compile(lexicon.FAREWELL, re.IGNORECASE)
_GIVEN_BACK = (None, PassageKind.NAVIGATION, PassageKind.HEADLINE, PassageKind.CAPTION)
_FURNITURE = (POINTER, Openings(layout.PICTURE_LABELS), Openings(layout.BYLINE_OPENINGS))
# What the house says of its own work is no part of what it quotes: "We have asked the ministry for comment."
_OF_HOUSE = re.compile(
    r"\b(?:for (?:a )?comment|contacted|approached|reached out|our (?:readers?|reporters?|newsletter))\b", re.I
)


def mark(pieces: list[Piece]) -> None:
    """Make what is set apart prose that knows by which piece it is told."""
    first = next((n for n, piece in enumerate(pieces) if piece.is_paragraph(_WHOLE)), len(pieces))
    for number, piece in enumerate(pieces):
        if piece.led_by is not None:
            continue
        if _leads(piece):
            _give(pieces, number, _display(pieces, number))
        elif number > first and (over := _signed(pieces, number)) is not None:
            _give(pieces, number, [over])
        elif _HANDLE.fullmatch(piece.text) and (below := _posted(pieces, number)) is not None:
            _give(pieces, number, [below])


def _posted(pieces: Sequence[Piece], number: int) -> int | None:
    """The number of the post below its writer's name."""
    below = next((n for n in range(number + 1, len(pieces)) if not _REPLYING.match(pieces[n].text)), None)
    return below if below is not None and below <= number + 2 and _is_prose(pieces[below]) else None


def _give(pieces: list[Piece], teller: int, told: Sequence[int]) -> None:
    if not told:
        return
    leads, listed = pieces[teller].text.endswith(":"), _BULLET.fullmatch(pieces[told[0] - 1].text) is not None
    if leads and not listed and pieces[teller].kind is not None and pieces[told[0]].kind is not None:
        return  # "Pat says:" above what is furniture too is a reader's comment
    pieces[teller].kind = None if pieces[teller].text.endswith(":") else PassageKind.SPEAKER
    for number in told:
        pieces[number].kind, pieces[number].led_by = None, teller


def cut(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, the marks of items cut off below a line that leads in a list."""
    listing = False
    for piece in pieces:
        found = _MARKED.match(piece.text) if listing and piece.kind in _GIVEN_BACK else None
        if found is None:
            yield piece
            listing = _leads(piece) or (listing and _BULLET.fullmatch(piece.text) is not None)
            continue
        sign = found.group().rstrip()
        yield Piece(piece.start, piece.start + len(sign), sign, PassageKind.NAVIGATION)
        yield Piece(piece.start + found.end(), piece.end, piece.text[found.end() :], piece.kind)


def _leads(piece: Piece) -> bool:
    """Whether a line ends with a colon and says that somebody's words follow, or a list."""
    if not piece.text.endswith(":") or len(piece.words) < _LEAD or piece.kind not in _GIVEN_BACK:
        return False
    if piece.capitalised or piece.text[0].islower() or any(table.begin(piece.text) for table in _FURNITURE):
        return False
    if piece.kind is not None and (
        piece.text.isupper() or _tail(piece).isdisjoint(lexicon.READS | lexicon.PUT_OUT | layout.SAYING)
    ):
        return False  # "A MESSAGE FROM VELM ENERGY:"
    return not _tail(piece).isdisjoint(lexicon.READS | lexicon.TEXTS | lexicon.POINTS | layout.SAYING) or _leads_own(
        piece
    )


def _leads_own(piece: Piece) -> bool:
    return piece.kind is None and not _tail(piece).isdisjoint(lexicon.OWN_LISTS)


def _tail(piece: Piece) -> frozenset[str]:
    return frozenset(word.lower() for word in piece.words[-_TAIL:])


def _display(pieces: Sequence[Piece], lead: int) -> list[int]:
    """The numbers of the pieces that the line leads in."""
    if items := _items(pieces, lead):
        return items
    start = lead + 1
    letter = start < len(pieces) and _GREETING.fullmatch(pieces[start].text) is not None
    start += letter
    if start >= len(pieces) or not _is_prose(pieces[start]) or _leads_own_only(pieces[lead]):
        return []
    if letter:
        return _letter(pieces, start)
    if _signed(pieces, start + 1) == start:
        return []  # whoever signs it says it
    told = [start]
    for number in range(start + 1, len(pieces)):
        piece = pieces[number]
        if piece.kind is not None or not _is_prose(piece) or not _speaks_of_itself(piece):
            break
        told.append(number)
    return told


def _leads_own_only(piece: Piece) -> bool:
    return _tail(piece).isdisjoint(lexicon.READS | lexicon.TEXTS | layout.SAYING)


def _items(pieces: Sequence[Piece], lead: int) -> list[int]:
    """The items of a list: behind their marks, or one open line below the other."""
    marked: list[int] = []
    plain: list[int] = []
    number = lead + 1
    while number < len(pieces):
        piece = pieces[number]
        behind_mark = _BULLET.fullmatch(pieces[number - 1].text) is not None and pieces[number - 1].kind is not None
        if _BULLET.fullmatch(piece.text) and piece.kind is PassageKind.NAVIGATION:
            number += 1
        elif behind_mark and _is_item(piece) and not plain:
            marked.append(number)
            number += 1
        elif not marked and not piece.closed and piece.text[0].islower() and _is_item(piece):
            plain.append(number)
            number += 1
        else:
            break
    listed = marked or plain
    least = _OWN_ITEM if _leads_own_only(pieces[lead]) and _tail(pieces[lead]).isdisjoint(lexicon.POINTS) else _ITEM
    kept = [number for number in listed if len(pieces[number].words) >= least]
    return kept if len(listed) >= _ITEMS else []


def _is_item(piece: Piece) -> bool:
    return piece.kind in _GIVEN_BACK and 1 <= len(piece.words) <= _LONGEST_ITEM and not piece.capitalised


def _is_prose(piece: Piece) -> bool:
    return (
        piece.kind in (None, PassageKind.NAVIGATION, PassageKind.CAPTION)
        and piece.closed
        and not piece.text.endswith(":")
        and len(piece.words) >= _WHOLE
        and not any(table.begin(piece.text) for table in _FURNITURE)
    )


def _letter(pieces: Sequence[Piece], start: int) -> list[int]:
    """The paragraphs of a letter, from its greeting to its farewell; the first one alone where it has none."""
    last = next(
        (n for n in range(start, min(len(pieces), start + _LETTER)) if _FAREWELL.match(pieces[n].text)), start + 1
    )
    return [number for number in range(start, last) if _is_prose(pieces[number])]


def _speaks_of_itself(piece: Piece) -> bool:
    """Whether a paragraph says "we" or "I" outside of quotation marks, and is not the house speaking."""
    words = {word.lower().replace("’", "'") for word in piece.words}
    return (
        not words.isdisjoint(lexicon.FIRST_PERSON)
        and not re.search(r'["“”]', piece.text)
        and not _OF_HOUSE.search(piece.text)
    )


def _signed(pieces: Sequence[Piece], number: int) -> int | None:
    """The number of the paragraph that a line below it signs; None where the line signs nothing, or the whole article."""
    if not 0 < number < len(pieces):
        return None
    above = next((n for n in range(number - 1, -1, -1) if not _OF_POST.match(pieces[n].text)), number - 1)
    piece, over = pieces[number], pieces[above]
    match = _SIGNATURE.fullmatch(piece.text)
    if match is None or piece.kind is PassageKind.DATELINE or over.led_by is not None:
        return None
    named = " " in match["who"].partition(",")[0] and layout.AGENCIES.isdisjoint(match["who"].lower().split())
    quoted = over.text[0] in '"“' and named
    if over.kind not in (None, PassageKind.NAVIGATION, PassageKind.CAPTION) or not over.words:
        return None
    if match["rest"]:  # a post need have no full stop
        return above
    more = any(later.is_paragraph(_WHOLE) for later in pieces[number + 1 :])
    plain = (
        _is_prose(over)
        and match["role"] is not None
        and more
        and layout.SAYING.isdisjoint(w.lower() for w in over.words)
    )
    return above if (quoted and over.closed) or plain else None
