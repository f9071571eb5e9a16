"""Lines that are furniture by their own words: menus, pointers, notes of the house, bylines, credits, dates."""

import re

from claims.extraction.lexicon import layout
from claims.extraction.passages import datelines, house
from claims.extraction.passages.lines import Piece
from claims.extraction.passages.openings import POINTER, Openings
from claims.extraction.types import PassageKind

_LONGEST = 600  # characters: no furniture seen was longer, and no paragraph need be looked at further
_POINTER_WORDS = 30
_MENU_LENGTH = 8
_BYLINE_LENGTH = 24
_FOREIGN_WORDS = 5
_LISTED_WORDS = 8
_COMMAS = re.compile(r"[,;:(]")
_LIFE = 80  # words about an author
_SHORT_CREDIT = 5  # words of a credit that ends with a full stop: "Photo by author."
_HOUSE = 6  # words of a line that names a reporter and the house
_SEPARATORS = re.compile(r" [>»›/|•·] |[>»›|•·]")
_ADDRESS_LINE = re.compile(r"(?:https?://|www\.|@)\S+|\S+@\S+\.\w+|(?:#\w+[ ,]*)+", re.IGNORECASE)
_NO_LETTERS = re.compile(r"[\W\d_]+")
_COUNT = re.compile(r"[\d.,]+[km]?", re.IGNORECASE)
_NAME_WORD = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*|de|da|van|von|der|bin|al|el|la|le|du|ben|ter)")
# An article in a list of sources: its headline in quotation marks, its outlet, its date.
_CITED = re.compile(
    r"(?:[^\"“”]{2,80}\. ?)?[\"“][^\"“”]{8,200}[\"”][.,]? ?(?:[—–-] ?)?(?:[^\W\d_a-z][\w.'’&-]*,? ?|of |the ){1,8}"
    r"(?:\w+ \d{1,2},? |\d{1,2} \w+,? )?\(?\d{4}\)?\.?"
)
_AUTHOR = re.compile(
    r"([^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]+){1,3})(?:, [^,]{3,60},)? (?:is (?:a|an|the|our|[Pp]rofessor)|report(?:s|ed|ing) (?:from|on)|covers|writes|has (?:covered|reported|written|been|worked)|joined|can be|works|teaches) "
)
# "Prado covers the courts for …": by one name, where the article is signed with it.
_SHORT_AUTHOR = re.compile(
    r"([^\W\d_a-z][\w'’-]+) (?:covers|reports (?:on|from|for|about)|writes|joined|edits|is based|(?:is|was) (?:a|an|the|our) (?:[\w-]+ ){0,4}(?:reporter|correspondent|editor|journalist|writer|native|graduate)|previously|has (?:covered|reported|written|worked)|began|studied|holds|grew up|lives)\b"
)
_FILED_FROM = re.compile(
    r"[^\W\d_a-z][\w’'-]+ reported from (?:[^\W\d_a-z][\w.'’-]+,? ?){1,4},? and [^\W\d_a-z][\w’'-]+ (?:reported )?from (?:[^\W\d_a-z][\w.'’-]+,? ?){1,4}\.?|"
    r"(?:[^\W\d_a-z][\w.'’-]+ ){2,4}report(?:s|ed|ing) from (?:[^\W\d_a-z][\w.'’-]+,? ?){1,4}(?:,? and .{4,60} from .{3,40})?\.?"
)
_MADE_BY = re.compile(
    r"(?:[—–-] ?)?(?:with )?(?:additional |further |data )?(?:research|reporting|files|contributions|illustrations?|graphics?|photography|photographs?|photos?|translation"
    r"|translated|editing|production|artwork|video|animation|sound)(?: and [a-z]+| from the \w+)? (?:by|from) (?-i:[A-ZÀ-Þ]|[Tt]he [A-ZÀ-Þ]).{2,120}",
    re.IGNORECASE,
)
_ALIKE = 3  # so many foreign words outweigh one that is English as well: "an", "was", "for"
_TRADES = frozenset("covers covering writes reports reporting edits".split())
_MADE_BY_WORDS = 20
_BRACKETED = re.compile(r"\[[^\[\]]{3,200}\]|\((?i:read|see|watch|more|related|click)\b[^()]{3,200}\)")
# "[3] Letter of the ministry …", "See moment climber is saved 0:48", "Fire Service @fire … 5:02 PM · Jun 4, 2024".
_REFERENCE = re.compile(r"\[\d{1,3}\] \S.*|\(\d{1,2}\) [^.!?]{1,60}")
_VIDEO = re.compile(r"[^.!?]{2,160}?\d{1,2}:\d\d(?: ?[•|·] ?Source: .{2,40})?|.{2,160}[•·|] Source: .{2,40}")
_POST = re.compile(r".{0,400}@\w+.{0,400}\d{1,2}:\d\d(?: ?[AaPp]\.?[Mm]\.?)? · .{0,80}")
_POSTED_BY = re.compile(r"[—–-] ?.{2,80}\(@\w+\).{0,40}")
_OPENS = re.compile(r"[^.!?]{2,160}\bopens (?:in )?(?:a )?new (?:tab|window)\)?", re.IGNORECASE)
# What stands under a video: who is on, and what for. "Sheriff Kettering joins ‘The Morning Report’ to discuss border funds."
_SHOWN = re.compile(
    r"[^\W\d_a-z][^.!?]{5,120}? (?:joins? (?:[‘'\"“]|[A-Z])[^.!?]{2,60} (?:to (?:discuss|break down|explain|talk about|react to|weigh in on|share)\b|with (?:more|the latest|details)\b)[^.!?]{0,80}"
    r"|has (?:the (?:latest|details|story)|more)(?: (?:on|from|about) [^.!?]{3,80})?|breaks down (?:the|what|how|why) [^.!?]{3,80})\."
)
_SHAPES = (_SHOWN, _OPENS, _NO_LETTERS, _ADDRESS_LINE, _CITED, _BRACKETED, _REFERENCE, _VIDEO, _POST, _POSTED_BY)
# What stands under a table or a chart.
_TABLE = re.compile(
    r"(?:Table|Figure|Fig\.?|Chart|Graph|Map|Exhibit) \d{1,2}(?:[.:]|\b ?[–—-]) ?\S|(?:Sources?|Note|Data|Chart|Graphic):(?: \S|$)"
)
_TABLE_WORDS = 30
_CAPITAL_LABEL = re.compile(r"(?:NEXT|PREVIOUS|READ|WATCH|SEE|MORE|RELATED|VIDEO|LIVE|LISTEN|NEW|EXCLUSIVE)\b[:| -]+\S")
_SKIP = re.compile(r"skip (?:to (?:the )?end of|past) (?:the )?([\w -]{3,40})", re.IGNORECASE)
_SKIPPED = 40  # lines that a page offers to skip
_LABELLED = re.compile(r"[^.!?:]{3,30}: ?[\"“‘']?[A-Z]")
_SIGNED = re.compile(r"[—–-]\s?[^\W\d_a-z]")

_LABEL = Openings(layout.PICTURE_LABELS)
_BYLINE = Openings(layout.BYLINE_OPENINGS)


def mark(pieces: list[Piece]) -> None:
    """Give every piece that its own words betray its kind."""
    before: Piece | None = None
    for number, piece in enumerate(pieces):
        if piece.open and len(piece.text) <= _LONGEST:
            piece.kind = _kind(piece, before, first=number == 0)
        before = piece
    _mark_skipped(pieces)
    _mark_charts(pieces)
    _mark_authors(pieces)


def _mark_skipped(pieces: list[Piece]) -> None:
    """Mark what a page lets its readers skip: all from "skip to end of carousel" to "end of carousel"."""
    for number, piece in enumerate(pieces):
        skip = _SKIP.fullmatch(piece.text)
        if skip is None:
            continue
        landing = re.compile(rf"(?:end of|after) (?:the )?{re.escape(skip[1])}", re.IGNORECASE)
        skipped = pieces[number : number + _SKIPPED]
        end = next((n for n, other in enumerate(skipped) if landing.fullmatch(other.text)), -1)
        for other in skipped[: end + 1]:
            other.kind = PassageKind.NAVIGATION


def _mark_charts(pieces: list[Piece]) -> None:
    """Mark the lines over the source of a chart."""
    for title, line, source in zip([None, *pieces], pieces, pieces[1:], strict=False):
        if source.kind is PassageKind.CREDIT and _TABLE.match(source.text) and line.open and not line.closed:
            line.kind = PassageKind.CREDIT
            if title is not None and title.open and not title.closed and len(title.words) <= _HOUSE:
                title.kind = PassageKind.CREDIT


def _mark_authors(pieces: list[Piece]) -> None:
    """Mark what is said about those who sign: where they reported from, and who they are."""
    signed = " ".join(piece.text for piece in pieces if piece.kind is PassageKind.BYLINE).casefold()
    names = frozenset(signed.replace(",", " ").split()) - layout.BYLINE_WORDS
    last = max((number for number, piece in enumerate(pieces) if piece.is_paragraph(_BYLINE_LENGTH)), default=0)
    for number, piece in enumerate(pieces):
        match = _AUTHOR.match(piece.text) if piece.open and len(piece.words) <= _LIFE else None
        if match and (match[1].casefold() in signed or (number >= last and _works_for_press(piece, match))):
            piece.kind = PassageKind.BYLINE
        short = _SHORT_AUTHOR.match(piece.text) if piece.open and number >= last and len(piece.words) <= _LIFE else None
        if short and short[1].casefold() in names and layout.SAYING.isdisjoint(piece.small):
            piece.kind = PassageKind.BYLINE


def _works_for_press(piece: Piece, author: re.Match[str]) -> bool:
    """Whether the first words about somebody at the end of the article are those of its own trade."""
    if author.group().endswith("joined ") and not _TRADES.isdisjoint(piece.small):
        return True
    trade = author.group().endswith(("covers ", "writes ", "has covered ")) or "report" in author.group()
    return trade or not layout.AUTHORS.isdisjoint(word.lower() for word in piece.words[2:12])


def _kind(piece: Piece, before: Piece | None, *, first: bool) -> PassageKind | None:
    if datelines.is_dateline(piece.text):
        return PassageKind.DATELINE
    if any(pattern.fullmatch(piece.text) for pattern in _SHAPES):
        return PassageKind.NAVIGATION
    lowered = [word.lower() for word in piece.words]
    if _is_foreign(piece, lowered):
        return PassageKind.NAVIGATION
    if _is_credit(piece, lowered, before):
        return PassageKind.CREDIT
    if len(lowered) <= _MADE_BY_WORDS and _MADE_BY.fullmatch(piece.text) and layout.SAYING.isdisjoint(lowered):
        return PassageKind.BYLINE
    if _is_byline(piece, lowered) or _FILED_FROM.fullmatch(piece.text):
        return PassageKind.BYLINE
    if house.speaks(piece, lowered) or _is_menu(piece, lowered) or (not first and _is_pointer(piece, lowered)):
        return PassageKind.NAVIGATION
    return None


def _is_foreign(piece: Piece, lowered: list[str]) -> bool:
    """A line in another language than the article's: its own menus, or what the page says to readers elsewhere."""
    return (
        len(lowered) >= _FOREIGN_WORDS
        and len(layout.FOREIGN.intersection(lowered)) > 1 + _ALIKE * len(layout.ENGLISH.intersection(lowered))
        and not house.QUOTED.search(piece.text)
    )


def _is_menu(piece: Piece, lowered: list[str]) -> bool:
    known = sum(word in layout.MENU_WORDS or _COUNT.fullmatch(word) is not None for word in lowered)
    if (len(lowered) <= _MENU_LENGTH and known == len(lowered)) or _is_list(piece, lowered):
        return True
    parts = _SEPARATORS.split(piece.text)
    if len(parts) > 1 and not piece.closed and all(len(part.split()) <= 5 for part in parts):
        return len(parts) > 2 or known * 2 >= len(lowered)
    return False


def _is_list(piece: Piece, lowered: list[str]) -> bool:
    """Names and figures between commas: a line-up, results, a list of places."""
    if len(lowered) < _LISTED_WORDS or len(_COMMAS.findall(piece.text)) * 3 < len(lowered):
        return False
    named = sum(word[0].isupper() or word[0].isdigit() for word in piece.words)
    return named * 5 >= len(lowered) * 4 and layout.FINITE.isdisjoint(lowered)


def _is_pointer(piece: Piece, lowered: list[str]) -> bool:
    if _CAPITAL_LABEL.match(piece.text) and not piece.closed and not piece.text.isupper():
        return True
    if len(lowered) > _POINTER_WORDS or not POINTER.begin(piece.text):
        return False
    if not piece.closed or piece.text.endswith((":", "…", "...")):
        return True
    labelled = (
        piece.text.endswith("?") and _LABELLED.match(piece.text) is not None
    )  # "Also read: Where have the sardines gone?"
    return len(lowered) <= _POINTER_WORDS // 2 and (labelled or layout.FINITE.isdisjoint(lowered))


def _is_byline(piece: Piece, lowered: list[str]) -> bool:
    if not 1 < len(lowered) <= _BYLINE_LENGTH:
        return False
    signed = _BYLINE.begin(piece.text)
    if not signed and POINTER.begin(piece.text):
        return False  # "Editors' Picks"
    tokens = (
        piece.text.replace(",", " ").replace("|", " ").replace("•", " ").replace("·", " ").replace(":", " ").split()
    )
    if signed and lowered[0] != "from":
        return all(_signs(token) for token in tokens[1:]) or "editing by" in piece.text.lower()
    roles = not layout.ROLES.isdisjoint(lowered) or (len(lowered) <= _HOUSE and not layout.AGENCIES.isdisjoint(lowered))
    return roles and not piece.closed and all(_signs(token) for token in tokens)


def _signs(token: str) -> bool:
    bare = token.strip(".,;:()&-–—/|")
    return not bare or bare.lower() in layout.BYLINE_WORDS or _NAME_WORD.fullmatch(bare) is not None


def _is_credit(piece: Piece, lowered: list[str], before: Piece | None) -> bool:
    if not lowered:
        return False
    if len(lowered) <= (_SHORT_CREDIT if piece.closed else 20) and _LABEL.begin(piece.text):
        return True
    if len(lowered) <= _TABLE_WORDS and _TABLE.match(piece.text) and layout.SAYING.isdisjoint(lowered):
        return True
    if len(lowered) <= 10 and all(word in layout.CREDIT_WORDS for word in lowered):
        return not layout.AGENCIES.isdisjoint(lowered) or "photo" in lowered or "handout" in lowered
    if _SIGNED.match(piece.text) and len(lowered) <= 16 and not piece.text.endswith("."):
        return not (piece.text[1].isspace() or (before is not None and before.text[:1] in "\"“‘'"))
    return False
