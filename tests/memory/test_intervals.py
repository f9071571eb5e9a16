"""How sure one can be of a share."""

import math

import pytest

from claims.memory.intervals import ENOUGH, beta_quantile, beta_weight, interval, share


@pytest.mark.parametrize(
    ("x", "a", "b", "weight"),
    [
        (0.3, 1, 1, 0.3),  # the flat one
        (0.5, 7.5, 7.5, 0.5),  # a symmetric one at its middle
        (0.25, 0.5, 0.5, 2 / math.pi * math.asin(0.5)),  # the arcsine law
        (0.2, 1, 5, 1 - 0.8**5),  # closed forms where one of the two is 1
        (0.8, 5, 1, 0.8**5),
        (0.4, 2, 3, 6 * 0.4**2 - 8 * 0.4**3 + 3 * 0.4**4),
        (0.0, 2, 3, 0.0),
        (1.0, 2, 3, 1.0),
    ],
)
def test_the_weight_agrees_with_closed_forms(x, a, b, weight):
    assert beta_weight(x, a, b) == pytest.approx(weight, abs=1e-12)


@pytest.mark.parametrize(("count", "of"), [(1, 12), (11, 12), (40, 100), (3, 1000), (99_000, 100_000)])
def test_the_weight_of_whole_numbers_is_a_sum_of_binomials(count, of):
    """P(X ≥ k) for X ~ Binomial(n, x) is the weight of Beta(k, n − k + 1) left of x."""
    x = (count + 0.2) / (of + 1)
    terms = (
        math.exp(
            math.lgamma(of + 1)
            - math.lgamma(k + 1)
            - math.lgamma(of - k + 1)
            + k * math.log(x)
            + (of - k) * math.log1p(-x)
        )
        for k in range(count, of + 1)
    )
    assert beta_weight(x, count, of - count + 1) == pytest.approx(math.fsum(terms), rel=1e-6)


@pytest.mark.parametrize("count", [0, 1, 17, 400])
@pytest.mark.parametrize("rest", [0, 3, 120])
@pytest.mark.parametrize("p", [0.001, 0.025, 0.5, 0.975, 0.999])
def test_the_quantile_undoes_the_weight(count, rest, p):
    a, b = count + 0.5, rest + 0.5
    assert beta_weight(beta_quantile(p, a, b), a, b) == pytest.approx(p, abs=1e-5)


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [(0, 10, 0.0, 0.217), (10, 10, 0.783, 1.0), (5, 10, 0.224, 0.776)],
)
def test_intervals_are_those_that_the_literature_prints(count, of, low, high):
    """Jeffreys intervals for n = 10 as tabled by Brown, Cai and DasGupta (2001)."""
    assert interval(count, of) == pytest.approx((low, high), abs=5e-4)


@pytest.mark.parametrize(("count", "of"), [(0, 1), (1, 1), (1, 2), (3, 10), (9, 10), (150, 300), (299, 300), (1, 5000)])
def test_a_share_lies_in_its_interval_and_its_opposite_mirrors_it(count, of):
    low, high = interval(count, of)
    assert 0 <= low <= count / of <= high <= 1
    assert interval(of - count, of) == pytest.approx((1 - high, 1 - low), abs=1e-9)


def test_below_a_stated_number_nothing_is_said():
    assert (share(2, ENOUGH - 1).low, share(2, ENOUGH - 1).told) == (None, "too few to say")


def test_a_share_is_told_by_its_interval():
    assert share(5, 10).told == "22–78 %"
