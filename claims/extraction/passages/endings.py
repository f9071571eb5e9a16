"""Where the text breaks off: the last sentence without its end."""

import re
from dataclasses import replace

from claims.extraction.lexicon import abbreviations
from claims.extraction.passages.lines import Piece
from claims.extraction.types import PassageKind

_BROKEN = re.compile(r"(?:\.\.\.|…|[,;-])[\"'”’)\]]*$")
_STOP = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z\d])")
_SHORTEST = 6


def mark(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces with the broken last sentence of the article, if there is one, as a passage of its own."""
    last = next(
        (
            number
            for number in range(len(pieces) - 1, -1, -1)
            if pieces[number].open or pieces[number].kind is PassageKind.CAPTION
        ),
        None,
    )
    if last is None:
        return pieces
    piece = pieces[last]
    if (piece.closed and not _BROKEN.search(piece.text[-12:])) or len(piece.words) < _SHORTEST:
        return pieces
    start = _last_sentence(piece.text)
    if start == 0:
        piece.kind = PassageKind.CUT_OFF
        return pieces
    split = piece.start + start
    whole = replace(
        piece, kind=None, end=piece.start + len(piece.text[:start].rstrip()), text=piece.text[:start].rstrip()
    )
    rest = replace(piece, start=split, text=piece.text[start:], kind=PassageKind.CUT_OFF)
    for later in pieces[last + 1 :]:
        if later.repeats is not None and later.repeats > last:
            later.repeats += 1
        if later.led_by is not None and later.led_by > last:
            later.led_by += 1
    return [*pieces[:last], whole, rest, *pieces[last + 1 :]]


def _last_sentence(line: str) -> int:
    """Where the last sentence of the line begins, as far as its full stops tell."""
    start = 0
    for match in _STOP.finditer(line):
        word = line[max(0, match.start() - 20) : match.start()].rsplit(maxsplit=1)
        token = word[-1].lower() if word else ""
        if token in abbreviations.BEFORE_FIGURE and line[match.end() : match.end() + 1].isdigit():
            continue
        if token not in abbreviations.BEFORE_NAME and token not in abbreviations.MAY_END and len(token) > 1:
            start = match.end()
    return start
