"""Who speaks in a transcript: the labels that open the turns of a debate, a briefing or an interview ("MS. HOLT:", "Q.").

A label is no part of what is said, so it is a piece of its own. One line that begins so makes no transcript ("Sources:", "Watch:"),
but labels that come again do: a transcript has two who speak, and one of them more than once.
"""

import re
from collections import Counter
from collections.abc import Sequence

from claims.extraction.lexicon import layout, people
from claims.extraction.passages.lines import Piece
from claims.extraction.passages.openings import POINTER, Openings
from claims.extraction.types import PassageKind

_NAME = r"[^\W\d_a-z](?:[\w.'’&-]*[\w.])?"
_LABEL = re.compile(
    rf"[*_]{{0,2}}(?P<who>(?:Q|A|Question|Answer)(?=[.:])|{_NAME}(?: (?:(?:of|the|de|von|van|for) )?{_NAME}){{0,4}}"
    r"(?:,? \([^()\n]{1,40}\)|, [\w ]{2,30}(?=:))?)[*_]{0,2}[.:][*_]{0,2}(?:\s|$)"
)
# "((Ann Holt)) We were …", as interviews of wikis have it: twice bracketed, a label is certain.
_BRACKETED = re.compile(r"\(\((?P<who>[^()\n]{1,60})\)\)(?: ?:)?(?:\s+|$)")
_LETTERS = {"question": "q", "answer": "a"}
_SPEAKERS = 2  # so many who speak at least, one of them …
_TURNS = 2  # … so often, and in all …
_LABELS = 3  # … so many turns
# Labels of notes, lists and fact-checks that come as often as a speaker's.
_NO_SPEAKERS = frozenset(
    """claim claims fact facts verdict rating ruling myth reality note notes update updates correction pros cons date time place where when
    who what why how price tickets cast director score scores result results goals attendance example step tip tips answer summary context
    conclusion abstract introduction method methods discussion source sources background venue location status title subject from to re p.s ps warning key total address phone tel email
    hours website contact photo photos video podcast listen watch read related more topics tags share left right above below top bottom clockwise
    monday tuesday wednesday thursday friday saturday sunday""".split()
)
_DIRECTION = re.compile(r"[(\[][^()\[\]]{2,60}[)\]]\.?")  # "(APPLAUSE)", "[Laughter.]"
_FURNITURE = (POINTER, Openings(layout.PICTURE_LABELS), Openings(layout.BYLINE_OPENINGS))


def cut(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with the labels of a transcript apart, or as they came where there is none."""
    found = {n: match for n, piece in enumerate(pieces) if (match := _BRACKETED.match(piece.text))}
    found = found or _turns(text, pieces)
    out: list[Piece] = []
    for number, piece in enumerate(pieces):
        match = found.get(number)
        if match is None:
            out.append(piece)
            continue
        start = piece.start + match.end("who")
        out.append(Piece(piece.start + match.start("who"), start, match["who"], PassageKind.SPEAKER))
        said = piece.start + match.end()
        if said < piece.end:
            out.append(Piece(said, piece.end, text[said : piece.end]))
    return out


def _turns(text: str, pieces: Sequence[Piece]) -> dict[int, re.Match[str]]:
    """The labels by the number of their piece; none where too few come again."""
    found = {number: match for number, piece in enumerate(pieces) if (match := _label(piece))}
    if len(found) < _LABELS:
        return {}
    small = frozenset(re.findall(r"\b[a-z][\w'’-]*", text))
    found = {number: match for number, match in found.items() if _speaks(match["who"], small)}
    turns = Counter(_speakers([match["who"] for match in found.values()]))
    enough = len(turns) >= _SPEAKERS and turns.total() >= _LABELS and max(turns.values()) >= _TURNS
    return found if enough else {}


def give_back(pieces: Sequence[Piece]) -> None:
    """Make what stands right behind a label prose again, however much "we" and "you" it says; directions are none."""
    if all(piece.kind is not PassageKind.SPEAKER for piece in pieces):
        return
    for before, piece in zip([None, *pieces], pieces, strict=False):
        if piece.kind is not PassageKind.SPEAKER and _DIRECTION.fullmatch(piece.text):
            piece.kind = PassageKind.NAVIGATION
        elif before is not None and before.kind is PassageKind.SPEAKER and piece.kind is not PassageKind.SPEAKER:
            piece.kind = PassageKind.BODY


def _label(piece: Piece) -> re.Match[str] | None:
    if not piece.open:
        return None
    match = _LABEL.match(piece.text)
    if match is None or any(table.begin(match["who"]) or table.begin(match["who"] + ":") for table in _FURNITURE):
        return None
    if piece.text[match.end() : match.end() + 1].islower():
        return None  # "Basse Terre: green and lush", a list
    letter = len(match["who"]) == 1 or match["who"].lower() in _LETTERS
    return match if letter or match.group().rstrip("*_ \n").endswith(":") else None


def _speakers(labels: Sequence[str]) -> list[str]:
    """Who is meant by each label: "Petra Novak" and "NOVAK" are one, "Basse Terre" and "Grande Terre" are two."""
    plain = [_LETTERS.get(bare, bare) for label in labels if (bare := _bare(label).lower())]
    short = frozenset(label for label in plain if " " not in label)
    return [label.split()[-1] if label.split()[-1] in short else label for label in plain]


def _bare(label: str) -> str:
    """The label without what it adds to a name: "JIM COLE (R-Ohio)", "STEVE MARSDEN, HOST"."""
    return re.sub(r",? \(.*|, .*", "", label)


def _speaks(label: str, small: frozenset[str]) -> bool:
    """Whether a label can be somebody: a word that the text also writes small is a thing, unless it is somebody's part in a talk."""
    words = _bare(label).lower().split()
    if words[0] in _LETTERS.values() or words[0] in _LETTERS or words[-1] in people.SPEAKING_PARTS:
        return True
    return not _NO_SPEAKERS.intersection(words) and (len(words) > 1 or words[0] not in small)
