"""The values that the stages of extraction hand to one another: frozen, slotted, and all of them positions in one text."""

from dataclasses import dataclass, field
from enum import StrEnum


class PassageKind(StrEnum):
    """Where in an article's layout a span stands; only *headline*, *caption* and *body* hold prose."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    SPEAKER = "speaker"  # the label of a turn in a transcript: who says what follows
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    REPEAT = "repeat"
    NAVIGATION = "navigation"
    CUT_OFF = "cut_off"


class SourceKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    GROUP = "group"
    ANONYMOUS = "anonymous"
    MEDIUM = "medium"
    DOCUMENT = "document"
    MEDIA_ITEM = "media-item"
    OTHER = "other"


class Form(StrEnum):
    """How a statement is given; *narrated* is the article's own voice."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NARRATED = "narrated"


# Why a statement waits for a person although its words are certain; its claims can be checked all the same.
SPEAKER_UNKNOWN = "It was not found who says these quoted words."
# What a reading notes that passed over a part of the text.
TOO_LONG = "A paragraph of more than 60,000 characters was not read: mark its claims by hand."


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points: ``text[start:end]`` is always what is meant."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}, {self.end}")

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of the text with its layout kind; passages follow one another, never overlap, and cover every visible character."""

    span: Span
    kind: PassageKind
    repeats: int | None = None  # index of the passage that a REPEAT repeats
    led_by: int | None = (
        None  # index of the passage that says who tells this one: "He said in a statement:", "— Ola Brandt, minister"
    )

    @property
    def is_prose(self) -> bool:
        return self.kind in (PassageKind.BODY, PassageKind.CAPTION, PassageKind.CUT_OFF)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a prose passage; *passage* is that passage's index."""

    span: Span
    passage: int
    cut_off: bool = False
    doubtful: bool = False  # its passage may be none of the article's


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, marks included; *closed* is false where a paragraph ends before the mark does."""

    span: Span
    closed: bool = True
    scare: bool = False  # one or two quoted words inside somebody else's sentence
    inside: int | None = None  # index of the quotation that this one is nested in


@dataclass(frozen=True, slots=True)
class Statement:
    """Who says what: the spans of source, cue and content; *narrated* when the article itself speaks.

    ``chain`` holds the indices of the statements that relay this one, outermost first.
    ``abstained`` is a reason when a span is in doubt, so that a person decides.
    """

    content: Spans
    source: Spans = ()
    cue: Spans = ()
    form: Form = Form.NARRATED
    negative: bool = False
    source_name: str | None = None
    source_kind: SourceKind | None = None
    stated_size: str | None = None  # "more than 40", for a group that says how many it is
    member_of: str | None = None  # "Russian authorities", for "one official" among them
    chain: tuple[int, ...] = ()
    score: float = 1.0
    abstained: str | None = None

    @property
    def attributed(self) -> bool:
        return self.form is not Form.NARRATED


@dataclass(frozen=True, slots=True)
class Appearance:
    """A place where a claim is made; *statement* is the index of the statement that makes it there."""

    spans: Spans
    statement: int | None


@dataclass(frozen=True, slots=True)
class ClaimText:
    """One proposition worded to stand alone; ``appearances[0]`` is its first place in the body.

    ``abstained`` is a reason to leave it to a person; ``caution`` one to read it with care, though it is proposed.
    """

    text: str
    appearances: tuple[Appearance, ...]
    check_worthiness: float = 0.0
    reasons: tuple[str, ...] = ()
    abstained: str | None = None
    caution: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read out of one text."""

    version: str
    passages: tuple[Passage, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[ClaimText, ...] = ()
    title: str | None = None
    date: str | None = None  # the dateline, YYYY-MM-DD
    language: str = "en"
    notes: tuple[str, ...] = field(default=())


class Unreadable(ValueError):
    """The text cannot be read; the message says why in words that a journalist understands."""
