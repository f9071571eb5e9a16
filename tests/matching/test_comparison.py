"""What speaks for and against two claims being one."""

import pytest

from claims.matching.comparison import FEATURES, compare, values
from claims.matching.profile import profile

CASES = [
    ("He raised taxes 98 times", "Taxes were raised 98 times", {"numbers_shared": 0.5}),
    ("Taxes rose 5 percent", "Taxes rose 9 percent", {"numbers_conflict": 1}),
    ("He vetoed 34 bills in 4 years", "He vetoed 61 bills in 4 years", {"numbers_shared": 0.5, "numbers_conflict": 1}),
    ("Taxes rose 5 percent", "Taxes rose", {"numbers_on_one_side": 1}),
    ("The bill did pass the senate", "The bill did not pass the senate", {"negation": 1}),
    ("Exports rose", "Exports fell", {"direction": 1}),
    ("Tax for a family fell in Massachusetts", "Tax for a family fell in Missouri", {"other_name": 1}),
    ("The bill passed", "He never spoke about dogs in parks", {}),  # far apart: the negation says nothing
]


@pytest.mark.parametrize(("a", "b", "expected"), CASES)
def test_a_guard_speaks_up_where_it_should_and_only_there(a, b, expected):
    compared = compare(profile(a), profile(b), 0.5)
    guards = {
        name: value
        for name, value in zip(FEATURES, values(compared), strict=True)
        if value and name not in ("cosine", "held")
    }
    assert guards == expected


def test_the_longer_claim_may_say_more():
    short, long = profile("Taxes rose"), profile("Taxes rose and, as the minister said, schools closed")
    assert compare(short, long, 0.5).held == compare(long, short, 0.5).held == 1
