"""What stands behind the article: comments of readers, notes, the house about itself, and all below the copyright line."""

import re
from collections.abc import Sequence

from claims.extraction.lexicon import layout
from claims.extraction.passages import house
from claims.extraction.passages.lines import Piece
from claims.extraction.types import PassageKind

_HEADER = 8  # words
_COMMENTS = re.compile(
    r"(?:\d+|one) (?:thoughts?|responses?|replies|comments?) (?:on|to) [\"“‘'].{3,200}|(?:\d[\d.,]*k? )?(?:comments?|replies|reader comments|discussion|discussion about this (?:post|article)|add a comment|leave a (?:comment|reply)"
    r"|(?:all|top|viewing all|reader) comments|conversation|comments section|join the (?:conversation|discussion)|have your say|what (?:do )?(?:our |other )?readers (?:think|say|are saying)\??|(?:ai[- ]generated )?summary of (?:the )?comments|what do you think\?)(?: ?\(?\d[\d.,]*k?\)?)?[:.]?",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"(?:foot|end)?notes(?: (?:to|for) editors)?|references|bibliography|(?:media|press) (?:contacts?|enquiries|inquiries|office)|contacts?(?: for (?:the )?(?:media|press))?"
    r"|about (?:us|the (?:author|writer|reporter|organi[sz]ation|charity)s?|this (?:story|article|series|project))|for (?:more|further) information|further (?:reading|information)|ends|# ?# ?#",
    re.IGNORECASE,
)
# Headings that nothing but notes has below it: half of a release may be such.
_SURELY_NOTES = re.compile(
    r"notes? (?:to|for) editors|about the (?:author|writer|reporter)s?|(?:media|press) (?:contacts?|enquiries|inquiries|office)|contacts? for (?:the )?(?:media|press)|# ?# ?#",
    re.IGNORECASE,
)
# Sections of newsletters that tell their readers of one another, or play with them.
# Behind these a release has ended, whatever headings stand below.
_OVER = re.compile(r"notes? (?:to|for) editors|[-–— ]*ends[-–— ]*|# ?# ?#|-+ ?end ?-+", re.IGNORECASE)
_ASIDES = re.compile(
    r"(?:happy birthdays?|birthdays|transitions|trivia|today['’]s (?:trivia|question|quiz)|(?:quote|song|photo|word|tweet|chart|number) of the (?:day|week)|what we['’]re (?:reading|clicking|watching|listening to)"
    r"|spotted|overheard|media moves|on the move|weekend reads|reader mail|from the mailbag|one more thing|job (?:board|openings)|upcoming events)",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"About [^\W\d_a-z][\w.'’&-]*(?: (?:of|for|the|and|[^\W\d_a-z][\w.'’&-]*)){0,5}")
_RIGHTS = re.compile(r"©|\(c\) ?\d{4}|copyright\b|all rights reserved", re.IGNORECASE)
_YEAR = re.compile(r"©\s?\d{4}")  # behind the house's name: "The Herald © 2024. Found a mistake?"
_SELF = re.compile(
    r"(?:The )?[^\W\d_a-z][^.!?]{1,90}?\bis (?:a|an|the|one of the)\b[^.!?]{0,90}?"
    r"\b(?:news|newsrooms?|newspapers?|journalism|broadcasters?|magazine|media (?:outlet|organi[sz]ation|company|group))\b"
)
_IMPRINT = 20  # words
_DIGITS = 2  # of a footnote's number
_ABOUT_SHARE = 2  # a release may have twice its text below: terms, its sender, further releases
_TOLD = 2  # paragraphs with a speaker that no thread of comments has so close together
_FEW = 4  # parts of the article that must stand above a copyright line, to one below it


def mark(pieces: list[Piece]) -> None:
    """Mark what follows an ending of the article, where most of the prose stands above it."""
    above, below = 0, sum(_weight(piece) for piece in pieces)
    for number, piece in enumerate(pieces):
        above, below = above + _weight(piece), below - _weight(piece)
        if not above:
            continue
        if _is_over(pieces, number, above, below):
            piece.kind = piece.kind or PassageKind.NAVIGATION
            _put_away([each for each in pieces[number + 1 :] if not _quotes_speaker(each) or not _ends(_OVER, piece)])
            return
        if (piece.open and _ends(_ASIDES, piece)) or (above > below and _ends(_SURELY_NOTES, piece)):
            piece.kind = PassageKind.NAVIGATION
            _put_away(_section(pieces, number + 1))
        if _ABOUT_SHARE * above > below and _is_about_somebody_told(pieces, number):
            piece.kind = PassageKind.NAVIGATION
            _put_away(_section(pieces, number + 1))
        if above > 2 * below and (_ends(_NOTES, piece) or _ends(_ABOUT, piece)):
            piece.kind = piece.kind or PassageKind.NAVIGATION
            _put_away(_section(pieces, number + 1))
        if above > _FEW * below and _numbers_note(pieces, number):
            _put_away(pieces[number + 1 : number + 2])


def _is_over(pieces: Sequence[Piece], number: int, above: int, below: int) -> bool:
    """Whether nothing of the article stands below a line: the end of a release, the heading of comments, a copyright line."""
    piece = pieces[number]
    if above > below and _ends(_OVER, piece) and not _tells_on(pieces, number):
        return True
    comments = _ends(_COMMENTS, piece) and above > below and not _goes_on(pieces, number)
    return comments or (_is_rights(piece) and above > _FEW * below)


def _quotes_speaker(piece: Piece) -> bool:
    """Whether somebody is quoted, as in the further words that ministers send along below the end of a release."""
    return house.QUOTATION.search(piece.text) is not None and not layout.SAYING.isdisjoint(
        w.lower() for w in piece.words
    )


def imprint(pieces: list[Piece]) -> None:
    """Mark what a house says of itself below everything else, behind furniture: "The Post is the county's oldest newspaper"."""
    for before, piece in zip(pieces[-2::-1], pieces[:0:-1], strict=True):
        if not piece.is_paragraph(_HEADER):
            continue
        if before.kind is None or not _SELF.match(piece.text):
            return
        piece.kind = PassageKind.NAVIGATION


def heads_comments(piece: Piece) -> bool:
    """Whether a line stands above the comments of readers."""
    return _ends(_COMMENTS, piece)


def _is_about_somebody_told(pieces: Sequence[Piece], number: int) -> bool:
    """Whether a line is the heading of what a release says of whoever sends it, and whom its first paragraphs name: "About Quayline"."""
    piece = pieces[number]
    name = piece.text.rstrip(":").removeprefix("About ")
    return (
        piece.open
        and _ends(_ABOUT, piece)
        and any(name in one.text for one in pieces[:number] if one.is_paragraph(_HEADER))
    )


def _numbers_note(pieces: Sequence[Piece], number: int) -> bool:
    """Whether a line is the number of a footnote that stands glued to a word further up: "the five years before.1"."""
    mark = pieces[number].text.strip("[]()^.↑ ")
    if not (mark.isdigit() and len(mark) <= _DIGITS):
        return False
    glued = re.compile(rf"[^\W\d_][.,;:!?\"”’')]*\[?{mark}\]?(?=\s|$)")
    return any(glued.search(piece.text) for piece in pieces[:number] if piece.is_paragraph(_HEADER))


def _goes_on(pieces: Sequence[Piece], number: int) -> bool:
    """Whether a bare "Comments" is only a button of the page, and the article goes on below it: most paragraphs there say who told them."""
    if pieces[number].text.strip(":. ").lower() not in ("comments", "comment", "conversation"):
        return False
    return _tells_on(pieces, number)


def _tells_on(pieces: Sequence[Piece], number: int) -> bool:
    """Whether most of what stands below a line, and more than one paragraph, says who told it."""
    below = [piece for piece in pieces[number + 1 :] if piece.is_paragraph(_HEADER)]
    told = [piece for piece in below if not layout.SAYING.isdisjoint(word.lower() for word in piece.words)]
    return len(told) >= _TOLD and len(told) * 2 >= len(below)


def _weight(piece: Piece) -> int:
    return len(piece.words) if piece.is_paragraph(_HEADER) else 0


def _ends(pattern: re.Pattern[str], piece: Piece) -> bool:
    return (len(piece.words) <= _HEADER or piece.text[:1].isdigit()) and pattern.fullmatch(
        piece.text.rstrip(":")
    ) is not None


def _is_rights(piece: Piece) -> bool:
    if piece.kind not in (PassageKind.NAVIGATION, PassageKind.CREDIT):
        return False
    return _RIGHTS.match(piece.text) is not None or (
        len(piece.words) <= _IMPRINT and _YEAR.search(piece.text) is not None
    )


def _section(pieces: list[Piece], start: int) -> Sequence[Piece]:
    """The lines from *start* to the next heading."""
    end = next((n for n in range(start, len(pieces)) if pieces[n].open and not pieces[n].closed), len(pieces))
    return pieces[start:end]


def _put_away(pieces: Sequence[Piece]) -> None:
    for piece in pieces:
        if piece.open:
            piece.kind = PassageKind.NAVIGATION
