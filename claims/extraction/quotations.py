"""Stretches between quotation marks, told from apostrophes, and followed from paragraph to paragraph."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extraction.types import Passage, Quotation, Span

_MARKS = re.compile(r"``|''|‘‘|’’|[\"“”„‟«»‹›'‘’‚]")
_FAMILY = {
    **dict.fromkeys(("“", "”", "„", "‟", '"', "``", "''", "‘‘", "’’"), "double"),
    **dict.fromkeys("'‘’‚", "single"),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("‹›", "single guillemet"),
}
_SIGNS = "\"“”„‟«»‹›'‘’‚`"
_ONLY_OPENS = frozenset({"„", "‟", "‚", "``", "‘‘"})
_OPENING_CONTEXT = frozenset("([{—–-/:“\"'‘«„")
# Letters left out: "'90s", "rock 'n' roll"; and a word completed by an editor: "Rocky['s]".
_ELISION = re.compile(r"['‘’](?:\d\ds?\b|(?:em|til|cause|tis|twas|n|bout|cos|round|s|t|re|ve|ll|d|m)\b)", re.IGNORECASE)
_FEET = re.compile(r".{0,2}\d['’]\d{1,2}\"$")  # 5'10"
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_SCARE_WORDS = 2  # types.Quotation: one or two quoted words inside somebody else's sentence
_SCARE_LENGTH = 60
# A passage with more marks than this, one among so few characters, is no prose and quotes nobody.
_MANY, _DENSE = 1000, 8
_CARRIED = 3  # paragraphs over which a quotation may run without a mark at their front
_EMPTY = 2  # characters: the two marks and nothing between


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    sign: str
    opens: bool = False
    closes: bool = False
    doubtful: bool = False  # the apostrophe of a plural ("protesters'"), or the end of a quotation

    @property
    def family(self) -> str:
        return _FAMILY[self.sign]


@dataclass(slots=True)
class _Stretch:
    """A quotation while its end is looked for; *number* is its own index, or that of the one around it if dropped."""

    start: int
    end: int
    family: str
    inside: "_Stretch | None"
    closed: bool = False
    dropped: bool = False
    number: int | None = None


def find(text: str, passages: tuple[Passage, ...]) -> tuple[Quotation, ...]:
    """Every quotation of the prose passages, in text order; one that runs over paragraphs is closed in the last only."""
    found: list[Quotation] = []
    prose = [passage.span for passage in passages if passage.is_prose]
    marked = [_marks(text, span) for span in prose]
    carried = _carried(text, marked)
    for number, (span, marks) in enumerate(zip(prose, marked, strict=True)):
        if number in carried:
            sign = carried[number]
            end = sign.end if sign else span.end
            found.append(Quotation(Span(span.start, end), closed=sign is not None))
            marks = [mark for mark in marks if mark.start >= end]
        _settle_straight(marks)
        _settle_apostrophes(marks)
        found += _as_quotations(text, _paired(text, marks, span), offset=len(found))
    return tuple(found)


def _marks(text: str, within: Span) -> list[_Mark]:
    many = sum(text.count(sign, within.start, within.end) for sign in _SIGNS)
    if many > _MANY and many * _DENSE > within.end - within.start:
        return []
    return [_read(text, match, within) for match in _MARKS.finditer(text, within.start, within.end)]


def _carried(text: str, marked: Sequence[Sequence[_Mark]]) -> dict[int, _Mark | None]:
    """The paragraphs into which a quotation runs that is not opened anew there, with the mark that closes it; None where none does.

    Pages that break a quotation into paragraphs forget the marks that print puts at the front of each. One without any mark
    belongs to it only where a later one closes it.
    """
    found: dict[int, _Mark | None] = {}
    doubles = [[mark for mark in marks if mark.family == "double"] for marks in marked]
    for number, marks in enumerate(doubles):
        if not marks or not marks[-1].opens or marks[-1].closes:
            continue
        ahead = range(number + 1, min(number + 1 + _CARRIED, len(doubles)))
        later = next((place for place in ahead if doubles[place]), None)
        sign = doubles[later][0] if later is not None else None
        if later is not None and sign and sign.closes and not (sign.opens or text[sign.start - 1].isspace()):
            found |= dict.fromkeys(range(number + 1, later)) | {later: sign}
    return found


def _paired(text: str, marks: list[_Mark], within: Span) -> list[_Stretch]:
    """The stretches between the marks, in the order of their opening marks."""
    stretches: list[_Stretch] = []
    stack: list[_Stretch] = []
    opened: Counter[str] = Counter()
    for mark in marks:
        if mark.closes and opened[mark.family]:
            _end(text, stack, opened, mark.family, mark.end, closed=True)
        elif mark.opens:
            if stack and stack[-1].family == mark.family:  # the same mark again: the one before was never closed
                _end(text, stack, opened, mark.family, mark.start, closed=False)
            stack.append(_Stretch(mark.start, within.end, mark.family, stack[-1] if stack else None))
            stretches.append(stack[-1])
            opened[mark.family] += 1
    for stretch in stack:
        stretch.dropped = stretch.family == "single"  # it was an apostrophe
    return stretches


def _end(text: str, stack: list[_Stretch], opened: Counter[str], family: str, end: int, *, closed: bool) -> None:
    """End the innermost open stretch of the family, and with it those that were left open inside."""
    cut = end - int(closed)
    while text[cut - 1].isspace():
        cut -= 1
    while True:
        stretch = stack.pop()
        opened[stretch.family] -= 1
        stretch.closed = closed and stretch.family == family
        stretch.dropped = not stretch.closed and stretch.family == "single"
        stretch.end = end if stretch.closed else cut
        if stretch.family == family:
            return


def _as_quotations(text: str, stretches: list[_Stretch], offset: int) -> list[Quotation]:
    kept: list[Quotation] = []
    for stretch in stretches:
        around = stretch.inside.number if stretch.inside else None
        stretch.number = around
        if not stretch.dropped and stretch.end - stretch.start > _EMPTY:
            span = Span(stretch.start, stretch.end)
            stretch.number = offset + len(kept)
            kept.append(Quotation(span, stretch.closed, stretch.closed and _is_scare(text, span), around))
    return kept


def _is_scare(text: str, span: Span) -> bool:
    inner = text[span.start + 1 : span.end - 1].strip() if span.end - span.start <= _SCARE_LENGTH else ""
    return 0 < len(_WORD.findall(inner)) <= _SCARE_WORDS and inner[-1] not in "!?.,…"


def _read(text: str, match: re.Match[str], within: Span) -> _Mark:
    """The mark with what its neighbours allow it to do."""
    mark = _Mark(match.start(), match.end(), match.group())
    before = text[mark.start - 1] if mark.start > within.start else " "
    after = text[mark.end] if mark.end < within.end else " "
    in_front = before.isspace() or before in _OPENING_CONTEXT
    if mark.family == "single":
        _read_single(text, mark, before, after, in_front=in_front)
    elif mark.sign == '"' and _FEET.match(text, max(within.start, mark.start - 5), mark.end):
        return mark
    elif mark.sign in _ONLY_OPENS:
        mark.opens = True
    else:
        mark.opens = in_front and (mark.sign in "«‹" or not (after.isspace() or after in ",;:!?)"))
        mark.closes = not (before.isspace() and after.isalnum())
        if mark.opens and (after.isalnum() or before.isspace()):
            mark.closes = False
    return mark


def _read_single(text: str, mark: _Mark, before: str, after: str, *, in_front: bool) -> None:
    if (before.isalnum() and after.isalnum()) or (in_front and _ELISION.match(text, mark.start)):
        mark.closes = before in _OPENING_CONTEXT and before != "["
        return
    mark.opens = in_front and not after.isspace() and mark.sign != "’"
    mark.closes = not mark.opens and (not before.isspace() or after.isspace()) and mark.sign != "‘"
    mark.doubtful = before in "sSzZxX" and after == " " and text[mark.end + 1 : mark.end + 2].isalnum()


def _settle_straight(marks: list[_Mark]) -> None:
    """Straight double marks that come in pairs open and close by turns, whatever stands beside them."""
    doubles = [mark for mark in marks if mark.family == "double"]
    if len(doubles) % 2 == 0 and all(mark.sign == '"' and (mark.opens or mark.closes) for mark in doubles):
        for number, mark in enumerate(doubles):
            mark.opens, mark.closes = number % 2 == 0, number % 2 == 1


def _settle_apostrophes(marks: list[_Mark]) -> None:
    """A doubtful apostrophe closes nothing where a surer closing mark comes before the next opening one."""
    sure_ahead = False
    for mark in reversed(marks):
        if mark.family != "single":
            continue
        if mark.opens:
            sure_ahead = False
        elif mark.doubtful and sure_ahead:
            mark.closes = False
        elif mark.closes and not mark.doubtful:
            sure_ahead = True
