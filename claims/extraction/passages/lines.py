"""Lines and pieces of lines: what the layout stages look at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from claims.extraction.lexicon import layout
from claims.extraction.types import PassageKind

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_CLOSED = re.compile(
    r"[.!?…:;](?:[ \xa0\u2009\u200a\u202f]?[\"'”’»)\]])*(?: ?\[[\w ]{1,3}\])*(?: ?[■□▪◆●∎])?$"
)  # the end mark, closing marks (“‘Wow.’ ”), footnote numbers, an agency's last sign
_INNER_STOP = re.compile(r"[a-z\d)]{2}[.!?][\"'”’)\]]* +[\"'“‘(]?[A-Z]")
# "What is known?", "((WN)) : How did you …", "1. Which of these …"
_ASKS = re.compile(
    r"(?:\(\([^()]{1,40}\)\) ?:? *|\d{1,2}[.)] |[\"“‘(]|[A-Z]{1,4}: )*(?:and|but|so|for|to|in|at|by|on|with)? ?"
    r"(?:who|whom|whose|what|when|where|why|which|how)\b(?!.*\b(?:said|says|told|asked|asks|according)\b)",
    re.IGNORECASE,
)
_LISTED = re.compile(r"list \d+ of \d+")  # a screen reader's count of teasers
_LOOK = 24  # characters at the end of a line that tell whether it is closed
# A paste from e-mail or print breaks paragraphs into lines of like length that begin anywhere in a sentence.
_WRAPPED_AT = range(40, 101)
_WRAPPED_LINES = 3
_HALF, _MOSTLY, _NEARLY_ALL = 0.5, 0.7, 0.9
_WRAPPED_INNER = 6  # lines that go on in the next, of a text whose paragraphs nothing parts
_SHORTER = 4  # letters by which a line that ends a paragraph falls short of the widest
_SMALL = 3  # letters of a word that headlines write small
_TITLE = 4  # words with a capital
_SECTIONS = frozenset(layout.SECTIONS)
_SEVERAL = 10  # words that two sentences of news have at least


@dataclass(slots=True)
class Piece:
    """A line, or a part of one, with what is known of it so far; *kind* None means prose until somebody knows better."""

    start: int
    end: int
    text: str
    kind: PassageKind | None = None
    repeats: int | None = None
    led_by: int | None = None  # the number of the piece that says who tells this one
    caption: bool = False  # a label or a credit says that it describes a picture
    words: list[str] = field(init=False)
    subjects: frozenset[str] | None = None  # what it speaks of, once somebody has asked
    _small: frozenset[str] | None = None
    closed: bool = field(init=False)  # ends like a sentence

    def __post_init__(self) -> None:
        self.words = _WORD.findall(self.text)
        self.closed = _CLOSED.search(self.text[-_LOOK:]) is not None

    @property
    def small(self) -> frozenset[str]:
        """Its words in small letters; asked for by a dozen looks at the same line."""
        if self._small is None:
            self._small = frozenset(map(str.lower, self.words))
        return self._small

    @property
    def open(self) -> bool:
        """Still taken for prose."""
        return self.kind is None

    @property
    def holds_sentences(self) -> bool:
        """Several sentences, whether or not the last one is whole: a paragraph that broke off, no headline."""
        return len(self.words) >= _SEVERAL and _INNER_STOP.search(self.text) is not None

    @property
    def opens_section(self) -> bool:
        """Only says what part of the article follows: "Why it matters:"."""
        return self.text.endswith(":") and self.text[:-1] in _SECTIONS

    @property
    def asks(self) -> bool:
        """One question of a heading, an interviewer or a form, and nothing else."""
        return self.text.endswith("?") and _ASKS.match(self.text) is not None and not self.holds_sentences

    @property
    def capitalised(self) -> bool:
        """A headline by its capitals, whatever it ends with: "I Moved Out. It Saved Me."."""
        longer = [word for word in self.words if len(word) > _SMALL and word[0].isalpha()]
        return (
            len(longer) >= _TITLE
            and all(word[0].isupper() for word in longer)
            and not any(word.isupper() for word in longer)
        )

    def is_paragraph(self, words: int) -> bool:
        return self.kind is None and self.closed and len(self.words) >= words and not self.asks


def read(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every line with something on it; the lines of a hard-wrapped paragraph are one."""
    block: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        if block and text.count("\n", block[-1][1], match.start()) > 1:
            yield from _unwrapped(text, block)
            block = []
        block.append(match.span())
    yield from _unwrapped(text, block)


def _unwrapped(text: str, block: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if block and _LISTED.match(text, block[0][0]):
        return block
    inner = [end - start for start, end in block[:-1]]
    if len(block) < _WRAPPED_LINES:
        return block
    if not all(length in _WRAPPED_AT for length in inner):
        return _parted(text, block) if len(block) > _WRAPPED_INNER else block
    going_on = sum(text[start].islower() for start, _ in block[1:])
    stopped = sum(_CLOSED.search(text[max(start, end - _LOOK) : end]) is not None for start, end in block[:-1])
    if going_on * 2 >= len(block) - 1 and stopped * 2 < len(block):
        return [(block[0][0], block[-1][1])]
    return block


def _parted(text: str, block: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The paragraphs of a wrapped text without empty lines between them; the block as it is where it may be a list."""
    widest = max((end - start for start, end in block if end - start <= _WRAPPED_AT[-1]), default=0)
    parts: list[list[tuple[int, int]]] = [[]]
    for start, end in block:
        whole = end - start > _WRAPPED_AT[-1]  # a paragraph that was not wrapped among others that were
        parts += [[]] if whole else []
        parts[-1].append((start, end))
        closed = _CLOSED.search(text[max(start, end - _LOOK) : end]) is not None
        if whole or (closed and end - start < widest - _SHORTER):
            parts.append([])
    parts = [part for part in parts if part]
    inner = [line for part in parts for line in part[:-1]]
    going_on = sum(text[start].islower() for part in parts for start, _ in part[1:])
    alike = sum(end - start in _WRAPPED_AT for start, end in inner)  # the first line of a paragraph may be indented
    plain = going_on >= _NEARLY_ALL * len(inner)  # nearly every line goes on in the middle of a sentence
    wrapped = alike >= (_HALF if plain else _MOSTLY) * len(inner) and len(inner) >= _WRAPPED_INNER
    return [(part[0][0], part[-1][1]) for part in parts] if wrapped and going_on * 2 >= len(inner) else block
