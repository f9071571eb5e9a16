"""In what two claims differ, with places in both texts, for a person who sees them side by side."""

from claims.matching.comparison import unmatched_names
from claims.matching.numbers import same_value
from claims.matching.polarity import opposed
from claims.matching.profile import Profile, profile
from claims.matching.types import Aspect, Bound, Difference, Mark, Quantity, Range

# "2,000" and "about 2,000" are not worth a reader's glance; "2,000" and "more than 2,000" are.
PLAIN = frozenset({Bound.EXACT, Bound.ABOUT})


def differences(a: str, b: str) -> list[Difference]:
    """What differs in numbers, dates, names, negation and direction; places are those of the texts as given."""
    left, right = profile(a, clean=False), profile(b, clean=False)
    found = [
        _of(Aspect.NUMBER, _unmatched(left.numbers, right.numbers), _unmatched(right.numbers, left.numbers)),
        _of(Aspect.DATE, _unmatched(left.dates, right.dates), _unmatched(right.dates, left.dates)),
        _of(Aspect.NAME, unmatched_names(left, right), unmatched_names(right, left)),
        _negation(left, right),
        _direction(left, right),
    ]
    return [difference for difference in found if difference.in_a or difference.in_b]


def _unmatched(quantities: list[Quantity], others: list[Quantity]) -> list[Quantity]:
    return [
        quantity
        for quantity in quantities
        if not any(same_value(quantity, other) and _same_bound(quantity, other) for other in others)
    ]


def _same_bound(a: Quantity, b: Quantity) -> bool:
    return a.bound is b.bound or {a.bound, b.bound} <= PLAIN


def _negation(a: Profile, b: Profile) -> Difference:
    if len(a.negations) % 2 == len(b.negations) % 2:
        return Difference(Aspect.NEGATION, (), ())
    return _of(Aspect.NEGATION, a.negations, b.negations)


def _direction(a: Profile, b: Profile) -> Difference:
    pairs = opposed(a.directions, b.directions)
    return _of(Aspect.DIRECTION, [left for left, _ in pairs], [right for _, right in pairs])


def _of(aspect: Aspect, in_a: list[Quantity] | list[Mark], in_b: list[Quantity] | list[Mark]) -> Difference:
    return Difference(aspect, _ranges(in_a), _ranges(in_b))


def _ranges(places: list[Quantity] | list[Mark]) -> tuple[Range, ...]:
    return tuple(sorted({(place.start, place.end) for place in places}))
