"""An article's text as HTML, exactly as it came: marks laid over it, nothing taken away, everything escaped.

Spans of statements and claims overlap freely. One pass over their starts and ends cuts each line into pieces inside
which the set of marks does not change; offsets are code points, and lines also say where they begin in UTF-16 units,
which is how a browser counts.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

# Characters that are not seen but change what is seen: controls, bidi controls, zero-width ones. A joiner counts only
# after a Latin letter: Persian spelling, Indic conjuncts and emoji families need it.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
    "|(?<=[\x20-\u024f])[\u200c\u200d]"
)
SHORT = {
    "\xad": "SHY", "\u061c": "ALM", "\u200b": "ZWSP", "\u200c": "ZWNJ", "\u200d": "ZWJ", "\u200e": "LRM",
    "\u200f": "RLM", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2060": "WJ", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI", "\ufeff": "BOM",
}  # fmt: skip


class Mark(NamedTuple):
    """A span that belongs to a statement (source, cue, content) or to a claim; *owner* is its number."""

    start: int
    end: int
    kind: str
    owner: int


class Block(NamedTuple):
    """A span with a layout kind; blocks never overlap."""

    start: int
    end: int
    kind: str


class Pin(NamedTuple):
    """Something that stands at one place: the number of a claim after its words, or a place to jump to."""

    at: int
    name: str
    number: int = 0


class Line(NamedTuple):
    """One line of the text; *units* is where it begins for a browser, *kind* the layout kind of most of it."""

    start: int
    end: int
    units: int
    kind: str
    html: SafeString


def lines(
    text: str,
    *,
    blocks: Sequence[Block] = (),
    marks: Iterable[Mark] = (),
    pins: Iterable[Pin] = (),
    start: int = 0,
    end: int | None = None,
) -> list[Line]:
    """The lines of ``text[start:end]`` that have anything to see, each as HTML with its marks and pins."""
    end = len(text) if end is None else end
    found = list(_split(text, sorted(blocks), start, end))
    mixed = [
        Mark(b.start, b.end, b.kind, 0) for *_, inside in found if len({b.kind for b in inside}) > 1 for b in inside
    ]
    pieces = _Pieces(text, [*marks, *mixed], pins, start)
    made: list[Line] = []
    units, counted = utf16_units(text, start), start
    for first, last, kind, _inside in found:
        html = pieces.until(last)
        units, counted = units + _units(text[counted:first]), first
        if text[first:last].strip():
            made.append(Line(first, last, units, kind, mark_safe(html)))  # noqa: S308  # every piece was escaped
    return made


def _split(text: str, blocks: Sequence[Block], start: int, end: int) -> Iterator[tuple[int, int, str, Sequence[Block]]]:
    """Each line with its layout kind and the blocks that it touches."""
    at, next_block = start, 0
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        while next_block < len(blocks) and blocks[next_block].end <= at:
            next_block += 1
        past = next_block
        while past < len(blocks) and blocks[past].start < stop:
            past += 1
        inside = blocks[next_block:past]
        longest = max(inside, key=lambda block: block.end - block.start, default=None)
        yield at, stop, longest.kind if longest else "body", inside
        at = stop + 1


class _Pieces:
    """Walks the text once from left to right, opening and closing marks as it goes."""

    def __init__(self, text: str, marks: Iterable[Mark], pins: Iterable[Pin], start: int) -> None:
        self.text = text
        self.at = start
        self.open: dict[Mark, None] = {}
        self.events = sorted(self._events(set(marks), pins, start), key=lambda event: event[:2])
        self.done = 0

    @staticmethod
    def _events(marks: Iterable[Mark], pins: Iterable[Pin], start: int) -> Iterator[tuple[int, int, Mark | Pin]]:
        """At one place: marks close, then numbers stand, then marks open, then one can jump to it."""
        for mark in sorted(marks):
            if mark.end > start:
                yield mark.end, 0, mark
                yield max(mark.start, start), 2, mark
        for pin in pins:
            if pin.at >= start:
                yield pin.at, 1 if pin.number else 3, pin

    def until(self, stop: int) -> str:
        """The HTML from where the last call ended up to *stop*; a newline just before is passed over."""
        html: list[str] = []
        while self.done < len(self.events) and self.events[self.done][0] <= stop:
            place, order, what = self.events[self.done]
            if place == stop and order >= 2:
                break  # it begins on the next line
            html.append(self._piece(place))
            html.append(self._apply(order, what))
            self.done += 1
        html.append(self._piece(stop))
        self.at = stop + 1
        return "".join(html)

    def _piece(self, stop: int) -> str:
        if stop <= self.at:
            return ""
        shown = UNSEEN.sub(_seen, escape(self.text[self.at : stop]))
        self.at = stop
        return f"<span {self._attributes()}>{shown}</span>" if self.open else shown

    def _attributes(self) -> str:
        kinds = " ".join(sorted({f"m-{mark.kind}" for mark in self.open}))
        claims = sorted({mark.owner for mark in self.open if mark.kind == "claim"})
        told = f' data-claims="{" ".join(map(str, claims))}"' if claims else ""
        return f'class="{kinds}"{told}'

    def _apply(self, order: int, what: Mark | Pin) -> str:
        if isinstance(what, Pin):
            return _pin(what)
        if order == 0:
            self.open.pop(what, None)
        else:
            self.open[what] = None
        return ""


def _pin(pin: Pin) -> str:
    if not pin.number:
        return f'<span class="place" id="{escape(pin.name)}"></span>'
    told = escape(_("Claim %(number)s") % {"number": pin.number})
    # the style sheet writes the number: it is no part of the text, and whoever selects a paragraph selects past it
    return f'<a class="ref" href="#{escape(pin.name)}" aria-label="{told}" data-number="{pin.number}"></a>'


def _seen(found: re.Match[str]) -> str:
    """An unseen character, kept where it was and boxed in, so that it is shown and turns nothing around."""
    character = found[0]
    code = f"U+{ord(character):04X}"
    name = f"{code} {unicodedata.name(character, '')}".strip()
    return f'<span class="unseen" data-code="{SHORT.get(character, code)}" title="{name}">{character}</span>'


def shown(text: str) -> SafeString:
    """A short text, escaped, with its unseen characters shown."""
    return mark_safe(UNSEEN.sub(_seen, escape(text)))  # noqa: S308  # escaped just before


def parts(text: str, size: int) -> list[tuple[int, int]]:
    """Cut a long text into parts of at most *size* characters, between lines or at least between words where it can."""
    cuts, at = [], 0
    while len(text) - at > size:
        stop = max(text.rfind("\n", at + size // 2, at + size), 0) or text.rfind(" ", at + size // 2, at + size)
        stop = stop + 1 if stop > 0 else at + size
        cuts.append((at, stop))
        at = stop
    return [*cuts, (at, len(text))]


def _units(piece: str) -> int:
    return len(piece) if piece.isascii() else len(piece.encode("utf-16-le", "surrogatepass")) // 2


def utf16_units(text: str, offset: int) -> int:
    """Where a browser counts the code point at *offset*."""
    return _units(text[:offset])


def code_points(text: str, units: int) -> int:
    """The code point at which a browser's offset lies; one inside a surrogate pair goes back to its character.

    Raises ValueError for an offset outside the text.
    """
    if units < 0 or units > _units(text):
        raise ValueError(f"no place {units} in this text")
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
