"""Where, when and of what a claim's number is meant: the places and dates it names, and what it says was done to what is counted."""

import re
from dataclasses import dataclass

from claims.matching.dates import dates
from claims.matching.names import names, same_name
from claims.matching.types import Mark, Quantity, Range
from claims.matching.words import WORD

_PLACE = re.compile(
    r"\b(?:in|across|at|near|around|outside|throughout|within|inside)\s+"
    r"(?:(?:the|a|all|more than|at least|about|some|over)\s+)*"
    r"(?:\d[\d,.]*\s+\w+|[^\W\d_a-z][\w'’-]*(?:\s+[^\W\d_a-z][\w'’-]*)*|(?:whole\s+|entire\s+)?"
    r"(?:country|nation|capital|city|region|province|state|world|continent|village|town|district))\b"
)
_SPEAKER = re.compile(
    r"^\W{0,2}\s*(?:has |have |had )?(?:said|says|told|reported|reports|added|claimed|claims|wrote|announced|estimated|counted)\b"
)
_ACCORDING = re.compile(r"\b(?:according to|citing|by|from|said)\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scope:
    """What bounds a claim's number besides its own words; places in the text as given."""

    places: tuple[Range, ...]
    dates: tuple[Range, ...]


def scope(text: str) -> Scope:
    """The places ("in 33 towns", "across the country") and the dates that a claim names."""
    when = [(date.start, date.end) for date in dates(text)]
    where = [match.span() for match in _PLACE.finditer(text)]
    return Scope(tuple(span for span in where if not _touches(span, when)), tuple(when))


def places(text: str) -> list[str]:
    """The named places of a claim, in lower case."""
    spans = scope(text).places
    return [name.form for name in names(text) if _touches((name.start, name.end), spans)]


def subjects(text: str) -> list[Mark]:
    """The names that a claim is about: neither places, nor those who only say it."""
    spans = scope(text).places
    return [
        name
        for name in names(text)
        if not _touches((name.start, name.end), spans)
        and not _SPEAKER.match(text[name.end :])
        and not _ACCORDING.search(text[: name.start])
    ]


def years(text: str) -> set[int]:
    """The years that a claim names."""
    return {int(date.low) // 10_000 for date in dates(text) if date.low >= 10_000}


def apart(a: str, b: str) -> bool:
    """Whether two claims speak of different places, of different years, or of different people and bodies."""
    ours, theirs = subjects(a), subjects(b)
    if _foreign(places(a), places(b)) or _foreign([m.form for m in ours], [m.form for m in theirs]):
        return True
    heads = [marks[0].form for text, marks in ((a, ours), (b, theirs)) if marks and _leads(text, marks[0])]
    if len(heads) == 2 and not same_name(*heads):  # "Biden had 54 delegates after the primary", "Sanders had 60 …"
        return True
    left, right = years(a), years(b)
    return bool(left and right and not left & right)


def _leads(text: str, name: Mark) -> bool:
    """Whether a claim begins with this name, titles and articles aside."""
    return len(text[: name.start].split()) <= 2 and not re.search(r"[,;:]", text[: name.start])


def _foreign(ours: list[str], theirs: list[str]) -> bool:
    return bool(ours and theirs) and not any(same_name(one, other) for one in ours for other in theirs)


def _touches(span: Range, others: list[Range] | tuple[Range, ...]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def clause(text: str, quantity: Quantity, others: list[Quantity]) -> str:
    """The words that go with one number of a claim and not with another: up to the mark that parts it from the next number."""
    start = max((_cut(text, other.end, quantity.start) for other in others if other.end <= quantity.start), default=0)
    end = min(
        (_cut(text, quantity.end, other.start) for other in others if other.start >= quantity.end), default=len(text)
    )
    return text[start:end]


_MARK = re.compile(r"[,;:—–]\s|\s(?:and|but|while|whereas|including|with|of whom|or)\s")


def _cut(text: str, start: int, end: int) -> int:
    """Where two numbers part: at the last mark between them, or behind the first one's next word."""
    marks = [match.start() for match in _MARK.finditer(text, start, end)]
    if marks:
        return marks[-1]
    word = WORD.search(text, start, end)
    return word.end() if word else end
