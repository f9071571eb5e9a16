"""The headline, the lines under it, and the headings between paragraphs."""

import re
from itertools import pairwise

from claims.extraction.lexicon import layout
from claims.extraction.passages.kinship import Kin
from claims.extraction.passages.lines import Piece
from claims.extraction.types import PassageKind

_PARAGRAPH = 8
_NUMBERED = re.compile(r"(?:\d{1,2}[.)]|[*†‡]) ?\w")  # a note under a table
_SAYS_CAPTION = re.compile(
    r"(?:image|media|photo|video|figure|picture) caption[,:]?|caption[,:]?", re.IGNORECASE
)  # alone on its line
_QUOTED = re.compile(r"\"[^\"]*\"|“[^“”]*”")
# "Can the railway ever be on time again?": a title, for whoever is asked so in an article is told to be.
_WHETHER = re.compile(
    r"(?:Is|Are|Was|Were|Can|Could|Will|Would|Should|Do|Does|Did|Has|Have|Must) (?!(?:you|we|I|he|she|it|they|there)\b)[^.!?“”\"]{12,90}\?"
)
_ANNOUNCEMENT = 5  # words
_QUESTION = 20  # words
_TITLE = 4  # words with a capital: a line without any other is a title
_SHARED = 0.2  # share of its subjects that a caption has in common with the article
_STATEMENT = 20  # words that no title has
_HEADING = 8  # words: a longer open line between paragraphs is a caption


def mark(pieces: list[Piece], title: str | None) -> None:
    """Find the headline above the first paragraph and the headings below it."""
    first = next((number for number, piece in enumerate(pieces) if piece.is_paragraph(_PARAGRAPH)), None)
    if first is None:
        _without_paragraphs(pieces)
        return
    kin = Kin(pieces)
    _above(pieces[:first], _letters(title or ""), kin)
    before: Piece | None = None
    for label, piece in pairwise(pieces):
        piece.caption = piece.caption or (piece.open and _SAYS_CAPTION.fullmatch(label.text) is not None)
    for piece in pieces[first + 1 :]:
        if piece.open and not piece.caption and (kind := _between(piece, before, kin)):
            piece.kind = kind
        before = piece
    for piece in pieces:
        if piece.open and piece.caption:
            piece.kind = PassageKind.CAPTION if piece.closed and says_something(piece) else PassageKind.CREDIT


def _between(piece: Piece, before: Piece | None, kin: Kin) -> PassageKind | None:
    """What a line between paragraphs is: a heading, one of a list of notes, or a caption without its label."""
    if _is_heading(piece) or _teases(piece, before):
        return PassageKind.HEADLINE
    if piece.closed or piece.holds_sentences or _names_speaker(piece, before):
        return None
    if _NUMBERED.match(piece.text) and before is not None and before.kind is not None:
        return PassageKind.NAVIGATION
    return _caption(piece, kin) if says_something(piece) else PassageKind.HEADLINE


def _caption(piece: Piece, kin: Kin) -> PassageKind:
    """A statement without a full stop describes a picture, unless it speaks of nothing that the article speaks of."""
    return PassageKind.CAPTION if kin.share(piece) >= _SHARED else PassageKind.NAVIGATION


def _names_speaker(piece: Piece, before: Piece | None) -> bool:
    """The name under a quotation that stands alone, or that is set off without marks."""
    return piece.text[0] in "—–" and (piece.text[1:2].isspace() or (before is not None and before.text[0] in '"“'))


def _is_heading(piece: Piece) -> bool:
    """A question that nobody is said to ask, a short announcement ("In short:"), or a line in capitals."""
    if piece.text.endswith("?"):
        return (
            (piece.asks and len(piece.words) <= _QUESTION)
            or _WHETHER.fullmatch(piece.text) is not None
            or (len(piece.words) <= _ANNOUNCEMENT and piece.text[0].isalnum())
        )
    if piece.text.endswith(":"):
        if piece.words and piece.words[-1].lower() in layout.SAYING:
            return False  # it leads in a quotation that is set apart
        return len(piece.words) <= _ANNOUNCEMENT and piece.text[0].isalpha()
    return piece.text.isupper() and not piece.closed


def _teases(piece: Piece, before: Piece | None) -> bool:
    """A headline that ends with a question, behind another furniture: "A new pill is coming. Who will pay for it?"."""
    return (
        piece.text.endswith("?")
        and len(piece.words) <= _QUESTION
        and before is not None
        and before.kind in (PassageKind.NAVIGATION, PassageKind.HEADLINE)
        and layout.SAYING.isdisjoint(word.lower() for word in piece.words)
    )


def says_something(piece: Piece) -> bool:
    """Whether an open line is a statement, and not the title of something."""
    unquoted = _QUOTED.sub("", piece.text)
    told = unquoted if re.search(r"\w", unquoted) else piece.text  # a quotation that stands alone speaks for itself
    if len(piece.words) <= _HEADING or _in_title_case(piece):
        return False
    return len(piece.words) >= _STATEMENT or any(word in layout.FINITE for word in told.lower().split())


def _in_title_case(piece: Piece) -> bool:
    longer = [word for word in piece.words if len(word) > 3 and word[0].isalpha()]
    return len(longer) >= _TITLE and all(word[0].isupper() for word in longer)


def _letters(line: str) -> str:
    return re.sub(r"\W+", " ", line).casefold().strip()


def _above(pieces: list[Piece], title: str, kin: Kin) -> None:
    """The headline is the line that the title names, or else the one that says most of what the article says."""
    open_lines = [
        piece
        for piece in pieces
        if piece.open and (_named(piece, title) or not (piece.closed or piece.holds_sentences)) and len(piece.words) > 1
    ]
    headline = max(open_lines, key=lambda piece: (_named(piece, title), kin.common(piece)), default=None)
    reached = signed = False
    for piece in pieces:
        reached = reached or piece is headline
        signed = reached and (signed or piece.kind is PassageKind.BYLINE)
        if (
            not piece.open
            or (piece.closed and piece is not headline and not _is_heading(piece))
            or piece.holds_sentences
        ):
            continue
        if reached and piece is not headline and signed and says_something(piece):
            piece.kind = _caption(piece, kin)
        else:
            piece.kind = PassageKind.HEADLINE if reached else PassageKind.NAVIGATION


def _named(piece: Piece, title: str) -> bool:
    return bool(title) and title in _letters(piece.text)


def _without_paragraphs(pieces: list[Piece]) -> None:
    """Notes, or a text without full stops: the first line is a headline only if prose follows it."""
    still_open = [piece for piece in pieces if piece.open]
    if len(still_open) > 1 and not still_open[0].closed and any(piece.closed for piece in still_open[1:]):
        still_open[0].kind = PassageKind.HEADLINE
