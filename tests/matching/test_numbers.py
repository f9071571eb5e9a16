"""Numbers are compared by what they say, not by their digits."""

import pytest

from claims.matching.numbers import number_terms, quantities, same_value
from claims.matching.types import Bound, Kind

READ = [
    ("He proposed $2.2 trillion of new spending", "$2.2 trillion", 2.2e12, Kind.MONEY, Bound.EXACT, "dollar"),
    ("seventy-five percent agreed", "seventy-five percent", 75, Kind.PERCENT, Bound.EXACT, ""),
    ("a 25-percent cut", "25-percent", 25, Kind.PERCENT, Bound.EXACT, ""),
    ("8 per cent were lost", "8 per cent", 8, Kind.PERCENT, Bound.EXACT, ""),
    ("two and a half million jobs", "two and a half million", 2.5e6, Kind.COUNT, Bound.EXACT, "job"),
    (
        "three hundred and ninety-five billion dollars",
        "three hundred and ninety-five billion dollars",
        395e9,
        Kind.MONEY,
        Bound.EXACT,
        "dollar",
    ),
    ("More than 2,000 people", "More than 2,000", 2000, Kind.COUNT, Bound.MORE_THAN, "peopl"),
    ("at least $5bn was lost", "at least $5bn", 5e9, Kind.MONEY, Bound.AT_LEAST, "dollar"),
    ("no fewer than twelve died", "no fewer than twelve", 12, Kind.COUNT, Bound.AT_LEAST, "died"),
    ("up to 10bn euros", "up to 10bn euros", 1e10, Kind.MONEY, Bound.AT_MOST, "euro"),
    ("fewer than 40 ships", "fewer than 40", 40, Kind.COUNT, Bound.LESS_THAN, "ship"),
    ("nearly 1.5m homes", "nearly 1.5m", 1.5e6, Kind.COUNT, Bound.ABOUT, "hom"),
    ("300 or more", "300 or more", 300, Kind.COUNT, Bound.AT_LEAST, ""),
    ("one in five children", "one in five", 20, Kind.PERCENT, Bound.EXACT, ""),
    ("3 out of every 4 voters", "3 out of every 4", 75, Kind.PERCENT, Bound.EXACT, ""),
    ("two-thirds of them", "two-thirds", 200 / 3, Kind.PERCENT, Bound.EXACT, ""),
    ("half of all pupils", "half", 50, Kind.PERCENT, Bound.EXACT, ""),
    ("half a million votes", "half a million", 5e5, Kind.COUNT, Bound.EXACT, "vot"),
    (
        "less than a quarter of a million dollars",
        "quarter of a million dollars",
        2.5e5,
        Kind.MONEY,
        Bound.EXACT,
        "dollar",
    ),
    ("hundreds of people", "hundreds", 200, Kind.COUNT, Bound.AT_LEAST, "peopl"),
    ("ranked 4th in the world", "4th", 4, Kind.ORDINAL, Bound.EXACT, ""),
    ("fell to twelfth place", "twelfth", 12, Kind.ORDINAL, Bound.EXACT, ""),
    ("between 60 and 80 towns", "60 and 80", 60, Kind.COUNT, Bound.RANGE, "town"),
    ("2000 people", "2000", 2000, Kind.COUNT, Bound.EXACT, "peopl"),
    ("in 33 towns", "33", 33, Kind.COUNT, Bound.EXACT, "town"),
]


@pytest.mark.parametrize(("text", "shown", "value", "kind", "bound", "unit"), READ)
def test_a_quantity_is_read_with_value_kind_bound_and_unit(text, shown, value, kind, bound, unit):
    (quantity,) = quantities(text)
    assert text[quantity.start : quantity.end] == shown
    assert quantity.low == pytest.approx(value)
    assert (quantity.kind, quantity.bound, quantity.unit) == (kind, bound, unit)


def test_the_scale_of_a_range_belongs_to_both_ends():
    (quantity,) = quantities("15 to 20 billion dollars a year")
    assert (quantity.low, quantity.high) == (15e9, 20e9)


@pytest.mark.parametrize(
    "text", ["COVID-19 spread", "an F-16 crashed", "no one came", "one of them left", "first of all", "the G7 met"]
)
def test_digits_and_words_that_count_nothing_are_no_quantities(text):
    assert quantities(text) == []


SAME = [
    ("75 % of jobs", "seventy-five percent of jobs", True),
    ("more than 2,000", "2,000", True),
    ("$1.4 billion", "1.4bn dollars", True),
    ("21.5 percent", "21 percent", True),
    ("between 10 and 20", "15", True),
    ("2,000", "798", False),
    ("20 percent", "20 people", False),
    ("12 dead", "13 dead", False),
    ("$5 million", "$5 billion", False),
    ("May 2020", "2020", True),
    ("3 May 2020", "May 3, 2020", True),
    ("May 2020", "June 2020", False),
    ("1999", "2,000", False),
]


@pytest.mark.parametrize(("a", "b", "same"), SAME)
def test_two_numbers_are_one_when_they_say_the_same(a, b, same):
    (left,), (right,) = quantities(a), quantities(b)
    assert same_value(left, right) is same
    assert same_value(right, left) is same


def test_numbers_in_words_and_in_digits_are_found_by_one_term():
    assert number_terms(quantities("75 percent")) == number_terms(quantities("seventy-five per cent"))
