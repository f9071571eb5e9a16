"""The values that matching takes and gives: frozen, slotted, with spans in code points."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a number measures; numbers of two kinds are never compared."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    ORDINAL = "ordinal"
    DATE = "date"


class Bound(StrEnum):
    """How a number is to be taken: as it stands, or as one end of what is claimed."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    LESS_THAN = "less than"
    RANGE = "range"


class Aspect(StrEnum):
    """In what two claims differ."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    DIRECTION = "direction"


Range = tuple[int, int]  # start and end in code points: text[start:end]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a claim gives it: *low* and *high* differ only for a range, *unit* is the counted noun or the currency."""

    start: int
    end: int
    low: float
    high: float
    kind: Kind
    bound: Bound = Bound.EXACT
    unit: str = ""

    @property
    def value(self) -> float:
        return self.high if self.bound in (Bound.AT_MOST, Bound.LESS_THAN) else self.low


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a claim that carries a name or a negation, and the form in which it is compared."""

    start: int
    end: int
    form: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One aspect in which two claims differ: where it stands in the first text and where in the second."""

    aspect: Aspect
    in_a: tuple[Range, ...]
    in_b: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim that the desk already knows; *title* is the headline of a published fact-check, where there is one."""

    key: str
    text: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A known claim proposed for a new one; from a score of 0.5 upwards matching says "the same claim"."""

    key: str
    score: float
    cosine: float
