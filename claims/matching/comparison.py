"""How two claims compare: a handful of numbers that a weighted sum turns into "the same claim" or not."""

import re
from dataclasses import dataclass, fields
from operator import attrgetter

from claims.matching.names import same_name
from claims.matching.numbers import same_value
from claims.matching.polarity import opposed
from claims.matching.profile import Profile
from claims.matching.types import Mark, Quantity
from claims.matching.words import WORD

CAPITALISED = re.compile(r"\b[A-Z]\w+")

# A negation or a foreign name on one side only is telling when the rest is nearly the same; in loose paraphrases it is mostly a side remark.
NEARLY_SAME = 0.5


@dataclass(frozen=True, slots=True)
class Comparison:
    """What speaks for (positive weights) and against two claims being one; all between 0 and 1, but for the cosine."""

    cosine: float
    held: float  # share of the shorter claim's words that the longer one holds
    numbers_shared: float
    numbers_conflict: float
    numbers_on_one_side: float
    negation: float
    direction: float
    other_name: float


FEATURES = tuple(field.name for field in fields(Comparison))
_values = attrgetter(*FEATURES)


def values(comparison: Comparison) -> tuple[float, ...]:
    """The comparison in the order of FEATURES."""
    return tuple(_values(comparison))


def compare(a: Profile, b: Profile, cosine: float) -> Comparison:
    """Compare two claims of which the vectors' cosine is known."""
    left, right = set(a.words), set(b.words)
    shared = len(left & right)
    nearly_same = shared >= NEARLY_SAME * max(1, len(left | right))
    only_a, only_b = unmatched(a.numbers, b.numbers), unmatched(b.numbers, a.numbers)
    agreeing = min(len(a.numbers) - len(only_a), len(b.numbers) - len(only_b))
    return Comparison(
        cosine=cosine,
        held=shared / max(1, min(len(left), len(right))),
        numbers_shared=min(agreeing, 2) / 2,
        numbers_conflict=float(conflict(only_a, only_b) or bool(a.numbers and b.numbers and not agreeing)),
        numbers_on_one_side=float(bool(a.numbers) != bool(b.numbers)),
        negation=float(nearly_same and bool(a.negations) != bool(b.negations)),
        direction=float(bool(opposed(a.directions, b.directions))),
        other_name=float(nearly_same and bool(unmatched_names(a, b)) and bool(unmatched_names(b, a))),
    )


def unmatched(numbers: list[Quantity], others: list[Quantity]) -> list[Quantity]:
    """The quantities that the other claim does not state."""
    return [number for number in numbers if not any(same_value(number, other) for other in others)]


def conflict(only_a: list[Quantity], only_b: list[Quantity]) -> bool:
    """Whether each claim has a number of one kind that the other lacks: "34 bills in four years", "61 bills in four years"."""
    return bool({number.kind for number in only_a} & {number.kind for number in only_b})


def unmatched_names(claim: Profile, other: Profile) -> list[Mark]:
    """The names of a claim that the other one does not hold: neither as a name, nor word by word, nor by its last word at a sentence's start."""
    standing = {word.lower() for word in CAPITALISED.findall(other.text)}
    text = set(WORD.findall(other.text.lower()))
    return [
        name
        for name in claim.names
        if not any(same_name(name.form, known.form) for known in other.names)
        and name.form.split()[-1] not in standing
        and not text.issuperset(name.form.split())
    ]
