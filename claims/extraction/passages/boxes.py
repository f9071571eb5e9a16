"""Boxes of links between and behind the paragraphs: told by the label over them and by what stands beside them."""

import re
from collections.abc import Iterator

from claims.extraction.lexicon import layout
from claims.extraction.passages import house
from claims.extraction.passages.kinship import FULL, Kin
from claims.extraction.passages.lines import Piece
from claims.extraction.passages.openings import POINTER
from claims.extraction.types import PassageKind

_PARAGRAPH = 8  # words of a closed line that may go on with the article
_TEASER = 30  # words: no teaser of several sentences is longer
_TITLE = 20  # words of a headline that holds a full stop, and of a teaser
_SHARED = 0.3  # share of a line's subjects that the article's other paragraphs speak of too
_HEADLINE = 4  # words
_SEVERAL = 2  # subjects
_BROKEN_OFF = ("…", "...")  # a teaser ends so
_OF_PICTURES = (PassageKind.CAPTION, PassageKind.CREDIT, PassageKind.REPEAT)
_SOON = 8  # lines behind a list in which the article goes on
_RUN = 3  # this many short open lines in a row are a list of links or a gallery
_SHORT = 10  # words of such a line
_TEASES = re.compile(
    r"[.!?] (?:Here(?:['’]s| is| are)|See|Find out|Learn) (?:what|why|how|where|who|when|which)\b[^.!?]{3,60}[.!]?$"
)

_CLOCK = re.compile(r"\d{1,2}[.:h]\d\d(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,5})?(?::| [-–—])?", re.IGNORECASE)
# "3 hrs agoNorfolk", "Travel01/25/2024January 25, 2024": how a card's date is copied with its topic
_AGE = re.compile(
    r"\b\d{1,2} ?(?:m|h|d|min|mins|minutes?|hrs?|hours?|days?|weeks?|months?) ago|\b\d{1,2}/\d{1,2}/\d{4}|\d\d\.\d\d\.\d{4}",
    re.IGNORECASE,
)
_PLAYER = re.compile(
    r"(?:full ?screen|need text|duration(?: time)?|current time|remaining time|progress:|loaded:|picture-in-picture|playback rate|captions off)\b",
    re.IGNORECASE,
)
_ENTRY = 5  # lines of a live blog's entry, its time included
# Teasers tell in the present what somebody says, and name nobody in full.
_NAMED_SPEAKER = re.compile(
    r"[^\W\d_a-z][\w'’-]+ [^\W\d_a-z][\w'’-]+(?:,? |, [^.,!?]{3,60}, )(?:said|told|added|wrote)\b|\b(?:said|told|added|wrote) [^\W\d_a-z][\w'’-]+ [^\W\d_a-z]|\w, [^\W\d_a-z][\w'’-]+ [^\W\d_a-z][\w'’-]+, \w"
)
_QUOTES = re.compile(
    rf"{house.QUOTATION.pattern}|(?<!\w)['‘][^'’\"]{{8,}}['’](?!\w)"
)  # British papers quote in single marks
_TITLED = re.compile(r"([^\W\d_a-z][^.!?:]{2,40} [^.!?: ]{2,20}): [A-Z]")
_SIGNED_WITHIN = 3  # lines from the end of the article to who signs it


def mark(pieces: list[Piece]) -> None:
    """Mark the headlines and teasers under a pointer, down to the next paragraph of the article."""
    kin = Kin(pieces)
    first = next((number for number, piece in enumerate(pieces) if piece.is_paragraph(_PARAGRAPH)), len(pieces))
    entries = _live_entries(pieces)
    number = 0
    while number < len(pieces):
        if _opens_box(pieces[number]) or _is_title(pieces, number, first):
            number = _box(pieces, number + 1, first, kin, entries)
        else:
            number += 1
    for run in (*_short_runs(pieces[:first], _HEADLINE - 1), *_short_runs(pieces[first:], _SHORT)):
        for piece in run:
            piece.kind = PassageKind.NAVIGATION


def close(pieces: list[Piece]) -> None:
    """Mark what is left open behind the last paragraph, from the first line on that is neither prose nor a picture's."""
    last = max((number for number, piece in enumerate(pieces) if piece.is_paragraph(_PARAGRAPH)), default=None)
    if last is None:
        return
    ended = False
    for piece in pieces[last + 1 :]:
        if ended and (piece.open or piece.kind is PassageKind.CAPTION):
            piece.kind = PassageKind.NAVIGATION
        ended = ended or not (
            piece.open or piece.kind in _OF_PICTURES or not piece.words
        )  # the mark of a list ends nothing


def trail(pieces: list[Piece]) -> None:
    """Mark the teasers behind the article: whole sentences behind furniture, which share nothing with its paragraphs."""
    kin = Kin(pieces)
    last = max((n for n, p in enumerate(pieces) if _is_certain(p, kin)), default=None)
    if last is None:
        return
    signs = [number for number, piece in enumerate(pieces) if house.signs(piece)]
    for number, (before, piece) in enumerate(zip(pieces[last:], pieces[last + 1 :], strict=False), last + 1):
        if number - 1 not in signs and any(number < sign <= number + _SIGNED_WITHIN for sign in signs):
            continue  # whoever signs below the article signs what stands above
        teases = _TEASES.search(piece.text) is not None
        told = (piece.holds_sentences and not teases) or not layout.SAYING.isdisjoint(
            word.lower() for word in piece.words
        )
        card = _is_card(pieces, number)
        alone = before.kind is PassageKind.HEADLINE or (
            before.kind is PassageKind.NAVIGATION
            and not before.opens_section
            and (card or not (told or _is_button(before)))
        )
        strange = not (kin.common(piece) or kin.is_topical(piece)) or (card and kin.share(piece) < _SHARED)
        if (
            piece.open
            and len(piece.words) <= _TITLE
            and alone
            and strange
            and not (house.QUOTATION.search(piece.text) or _NAMED_SPEAKER.search(piece.text))
        ):
            piece.kind = PassageKind.NAVIGATION


def _is_certain(piece: Piece, kin: Kin) -> bool:
    """Whether a line is a paragraph of the article: a full one that shares a word with others, or a short one that shares several."""
    return piece.is_paragraph(_PARAGRAPH) and kin.common(piece) >= (1 if piece.is_paragraph(FULL) else _SEVERAL)


def _is_card(pieces: list[Piece], number: int) -> bool:
    """Whether a line stands between a headline and a date, with a topic before it at most, as teasers of other articles do."""
    below = [piece for piece in pieces[number + 1 : number + 3] if not piece.closed]
    dated = any(piece.kind is PassageKind.DATELINE or _AGE.search(piece.text) for piece in below)
    return dated and len(pieces[number - 1].words) >= _HEADLINE and not pieces[number - 1].closed


def _live_entries(pieces: list[Piece]) -> frozenset[int]:
    """The lines right behind the clock times of a live blog, which most of a text's paragraphs stand under: no teasers."""
    below = {
        number + step
        for number, piece in enumerate(pieces)
        if _CLOCK.fullmatch(piece.text)
        for step in range(1, _ENTRY)
    }
    paragraphs = [number for number, piece in enumerate(pieces) if piece.is_paragraph(FULL)]
    live = sum(number in below for number in paragraphs) * 2 >= len(paragraphs) > 0
    return frozenset(below) if live else frozenset()


def _box(pieces: list[Piece], start: int, first: int, kin: Kin, entries: frozenset[int]) -> int:
    """Mark the box that begins at *start*, and give back where it ends."""
    opener = pieces[start - 1]
    headed = opener.open or opener.text.startswith("(")  # a note has its title with it: "(1) Svod-Info"
    opener.kind = PassageKind.NAVIGATION
    for number in range(start, len(pieces)):
        piece = pieces[number]
        if _opens_box(piece) or _is_pull_quote(pieces, number):
            return number
        broken = piece.text.endswith(_BROKEN_OFF)
        # "Quayline, Inc. (NYSE: QL) today said that …" is one sentence and a teaser.
        whole = (piece.closed and not broken) or (piece.holds_sentences and not (headed and broken))
        whole = whole and not piece.capitalised and not _is_labelled(pieces, number)
        # Behind a headline a whole sentence may be its teaser; behind anything else it goes on with the article.
        told = number in entries and piece.is_paragraph(_PARAGRAPH)
        if piece.open and whole and (not headed or told or _goes_on(pieces, number, kin)):
            return number
        # What stands below a video's controls is its title, and has no teaser.
        headed = piece.open and not whole and not _is_button(piece) and not _PLAYER.match(pieces[number - 1].text)
        if number > first or len(piece.words) < _HEADLINE:  # longer lines at the top may be the headline
            piece.kind = piece.kind or PassageKind.NAVIGATION
    return len(pieces)


def _is_pull_quote(pieces: list[Piece], number: int) -> bool:
    """Whether a line repeats in quotation marks what a paragraph above says, as articles do with their best words."""
    words = pieces[number].text.strip("\"“”'‘’")
    quoted = pieces[number].open and len(words) < len(pieces[number].text) and len(pieces[number].words) >= _HEADLINE
    return quoted and any(words in piece.text for piece in pieces[:number] if piece.is_paragraph(_PARAGRAPH))


def _opens_box(piece: Piece) -> bool:
    return (
        piece.kind is PassageKind.NAVIGATION and bool(piece.words) and not piece.opens_section
    )  # the bullet of a list opens none


def _is_title(pieces: list[Piece], number: int, first: int) -> bool:
    """Whether an open line between paragraphs is a headline with a full stop in it: "They fly far. Here is what we know"."""
    piece = pieces[number]
    return (
        first < number < len(pieces) - 1
        and piece.open
        and piece.holds_sentences
        and not piece.closed
        and not piece.caption
        and not piece.text.startswith("((")  # somebody in an interview
        and len(piece.words) <= _TITLE
    )


def _goes_on(pieces: list[Piece], number: int, kin: Kin) -> bool:
    """Whether the article goes on with this line: other paragraphs stand beside it, or it speaks of the same things."""
    piece = pieces[number]
    if piece.holds_sentences and len(piece.words) > _TEASER:
        return True
    if piece.is_paragraph(FULL) and (
        _QUOTES.search(piece.text) or _NAMED_SPEAKER.search(piece.text) or kin.names(piece)
    ):
        return True  # a teaser quotes nobody, names no speaker in full, and nobody of whom the article speaks again and again
    if piece.is_paragraph(FULL) and _behind_titles(pieces, number) and _more_follows(pieces, number, kin):
        return True
    if _is_teaser(pieces, number) and kin.common(piece) == 0:
        return False
    ticks = _CLOCK.match(pieces[number - 1].text) is not None  # a feed of news, each under its hour
    if piece.is_paragraph(_PARAGRAPH) and not ticks and _more_follows(pieces, number + 1, kin, FULL):
        return True  # between paragraphs few headlines have a teaser; the second look knows them
    if piece.is_paragraph(FULL) and (_is_paragraph(pieces, number - 1) or _is_paragraph(pieces, number + 1)):
        return True
    return kin.share(piece) >= _SHARED or kin.is_topical(piece)


def _is_labelled(pieces: list[Piece], number: int) -> bool:
    """Whether a line is one of several that each begin with a title of its own: "Phones in Class: The city wants to …"."""
    beside = (pieces[at] for at in (number - 1, number + 1) if 0 <= at < len(pieces))
    return _titled(pieces[number]) and any(_titled(piece) for piece in beside)


def _titled(piece: Piece) -> bool:
    match = _TITLED.match(piece.text)
    return match is not None and all(word[0].isupper() for word in match[1].split() if len(word) > 3)


def _is_button(piece: Piece) -> bool:
    """Whether a line is a button, "Try again", which is no headline, no label and no name."""
    words = [word.lower() for word in piece.words]
    pressed = not layout.BIDDING.union(layout.MENU_WORDS, layout.PRESSED).isdisjoint(words[:1])
    return len(words) < _HEADLINE and pressed and not POINTER.begin(piece.text) and not piece.text.istitle()


def _behind_titles(pieces: list[Piece], number: int) -> bool:
    """Whether two headlines in a row stand before a line: a list without teasers, which ends here."""
    titles = pieces[max(0, number - 2) : number]
    return len(titles) == 2 and all(len(title.words) >= _HEADLINE and not title.closed for title in titles)


def _more_follows(pieces: list[Piece], number: int, kin: Kin, least: int = _PARAGRAPH) -> bool:
    """Whether the line, or a paragraph behind it, speaks of what the article speaks of."""
    return any(piece.is_paragraph(least) and kin.common(piece) for piece in pieces[number : number + _SOON])


def _is_teaser(pieces: list[Piece], number: int) -> bool:
    """Whether a line stands under a label and one headline, and tells in the present what has happened."""
    piece = pieces[number]
    labelled = (
        number > 1 and pieces[number - 2].kind is PassageKind.NAVIGATION and POINTER.begin(pieces[number - 2].text)
    )
    told = not {"say", "says"}.isdisjoint(word.lower() for word in piece.words)
    return labelled and told and len(piece.words) <= _TEASER and not house.QUOTATION.search(piece.text)


def _is_paragraph(pieces: list[Piece], number: int) -> bool:
    return 0 <= number < len(pieces) and pieces[number].is_paragraph(_PARAGRAPH)


def _short_runs(pieces: list[Piece], longest: int) -> Iterator[list[Piece]]:
    run: list[Piece] = []
    for piece in [*pieces, None]:
        if piece is not None and piece.open and len(piece.words) <= longest and (run or not piece.closed):
            run.append(piece)
            continue
        while run and run[-1].closed and piece is not None:
            run.pop()  # a short sentence behind the list belongs to the article, but for the last caption of a gallery
        if sum(not listed.closed for listed in run) >= _RUN:
            yield run
        run = []
