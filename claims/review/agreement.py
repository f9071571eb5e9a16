"""How well reviewers agree, beyond chance: Cohen's kappa and Krippendorff's alpha, with intervals and in plain words.

The intervals are percentile bootstraps over claims. A measure looks at nothing of a claim but which labels it got, so claims are
counted by their kind first, and to draw as many as there are again is one multinomial draw over few kinds. Only complete rounds of two or more count, and of
each claim the first alone: who reviews it later could read what was found before, and is no independent voice.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import numpy as np
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from numpy.typing import NDArray

from claims.models import Review, Round, User, Verdict

# Below so many claims with two reviews an interval spans nearly everything, and a figure would mislead.
TOO_FEW = 20
RESAMPLES = 200
LEVEL = 0.95
# Krippendorff's own advice: rely on 0.8 and above, draw tentative conclusions from 0.667.
RELIABLE, TENTATIVE = 0.8, 0.667

_STANDING = (Review.State.SUBMITTED, Review.State.TO_REAFFIRM)

Answer = tuple[str, str, str]  # coder, item, label
Kind = tuple[str, ...]  # the labels that a claim got

Numbers = NDArray[np.float64]
# From how many claims there are of each kind, a sample a row, to each sample's figure; not a number where chance explains all.
Measure = Callable[[Numbers], Numbers]


@dataclass(frozen=True, slots=True)
class Agreement:
    """One figure with its interval; *value* is None where there is too little to say, or nobody ever differed in kind."""

    claims: int
    value: float | None
    low: float | None = None
    high: float | None = None

    @property
    def reading(self) -> str:
        """The figure in plain words."""
        if self.claims < TOO_FEW:
            return _("too few to say: %(claims)s of at least %(needed)s claims") % {
                "claims": self.claims,
                "needed": TOO_FEW,
            }
        if self.value is None:
            return _("cannot be told from chance: everybody always said the same")
        if self.value >= RELIABLE:
            return _("reliable")
        if self.value >= TENTATIVE:
            return _("enough for tentative conclusions")
        return _("not reliable: look at the disagreements together") if self.value > 0 else _("no better than chance")


def answers(*, since: date | None = None, until: date | None = None) -> list[Answer]:
    """Who said what of which claim while nobody could read it; first answers, before any rewording, of reviews that stand."""
    read = Round.objects.filter(
        claim=OuterRef("claim"), number__lt=OuterRef("round__number"), complete_at__isnull=False
    )
    kept = Review.objects.filter(slot=OuterRef("slot"), reviewer=OuterRef("reviewer"), state__in=_STANDING)
    reviews = Review.objects.filter(
        ~Exists(read), Exists(kept), round__complete_at__isnull=False, round__required__gte=2, number=1
    )
    if since:
        reviews = reviews.filter(round__complete_at__date__gte=since)
    if until:
        reviews = reviews.filter(round__complete_at__date__lte=until)
    rows = reviews.order_by("pk").values_list("reviewer_id", "round_id", "verdict")
    return [(str(coder), str(item), label) for coder, item, label in rows]


def overall(data: Sequence[Answer]) -> Agreement:
    """Krippendorff's alpha over all verdicts."""
    return _alpha(_labels_by_item(data).values())


def by_verdict(data: Sequence[Answer]) -> dict[str, Agreement]:
    """Krippendorff's alpha for each verdict against all others: on which one do people differ?"""
    kinds = Counter(map(tuple, map(sorted, _labels_by_item(data).values())))
    return {
        verdict: _alpha_of(_merged({kind: tuple(str(label == verdict) for label in kind) for kind in kinds}, kinds))
        for verdict in Verdict.values
    }


def by_pair(data: Sequence[Answer]) -> dict[tuple[int, int], Agreement]:
    """Cohen's kappa for each two reviewers who had claims in common."""
    said: dict[str, dict[str, str]] = {}
    for coder, item, label in data:
        said.setdefault(coder, {})[item] = label
    pairs = {}
    for first, second in combinations(sorted(said, key=int), 2):
        common = said[first].keys() & said[second].keys()
        if common:
            kinds: Counter[Kind] = Counter((said[first][item], said[second][item]) for item in common)
            pairs[int(first), int(second)] = _measured(kinds, _kappa)
    return pairs


def over_time(months: Iterable[tuple[date, date]]) -> list[tuple[date, Agreement]]:
    """Krippendorff's alpha for each stretch of time, by the day on which it begins."""
    return [(begins, overall(answers(since=begins, until=ends))) for begins, ends in months]


def names(pairs: Iterable[tuple[int, int]]) -> dict[int, User]:
    """The people behind the numbers of ``by_pair``."""
    return User.objects.in_bulk({number for pair in pairs for number in pair})


def _labels_by_item(data: Sequence[Answer]) -> dict[str, list[str]]:
    """What was said of each claim of which two or more said something."""
    said: dict[str, list[str]] = {}
    for _coder, item, label in data:
        said.setdefault(item, []).append(label)
    return {item: labels for item, labels in said.items() if len(labels) > 1}


def _alpha(items: Iterable[Sequence[str]]) -> Agreement:
    return _alpha_of(Counter(tuple(sorted(labels)) for labels in items))


def _merged(renamed: dict[Kind, Kind], kinds: Counter[Kind]) -> Counter[Kind]:
    """How many there are of each kind once labels have other names."""
    found: Counter[Kind] = Counter()
    for kind, count in kinds.items():
        found[tuple(sorted(renamed[kind]))] += count
    return found


def _alpha_of(kinds: Counter[Kind]) -> Agreement:
    return _measured(kinds, _krippendorff)


def _measured(kinds: Counter[Kind], measure: Callable[[Sequence[Kind]], Measure]) -> Agreement:
    """The figure and its interval; the same data, the same interval."""
    claims = sum(kinds.values())
    if claims < TOO_FEW:
        return Agreement(claims, None)
    names = sorted(kinds)
    counts = np.array([kinds[name] for name in names], dtype=np.float64)
    figures = measure(names)
    [value] = figures(counts[np.newaxis])
    if np.isnan(value):
        return Agreement(claims, None)
    dice = np.random.default_rng(claims)
    drawn = figures(dice.multinomial(claims, counts / claims, size=RESAMPLES).astype(np.float64))
    values = np.sort(drawn[~np.isnan(drawn)])
    edge = int(len(values) * (1 - LEVEL) / 2)
    return Agreement(claims, float(value), float(values[edge]), float(values[-1 - edge]))


def _krippendorff(kinds: Sequence[Kind]) -> Measure:
    """Alpha, nominal: how often two answers on one claim differ, beside how often any two answers do."""
    labels = sorted({label for kind in kinds for label in kind})
    said = np.array([[kind.count(label) for label in labels] for kind in kinds], dtype=np.float64)
    given = said.sum(axis=1)
    differ = (given**2 - (said**2).sum(axis=1)) / (given - 1)  # of a claim, each answer counting as one

    def figures(counts: Numbers) -> Numbers:
        of_label = counts @ said
        answers = of_label.sum(axis=1)
        by_chance = (answers**2 - (of_label**2).sum(axis=1)) / (answers - 1)
        return _beyond_chance(counts @ differ, by_chance)

    return figures


def _kappa(kinds: Sequence[Kind]) -> Measure:
    """Cohen's: how often the two differ on a claim, beside how often they would if each had answered at random as often so."""
    labels = sorted({label for kind in kinds for label in kind})
    first, second = (
        np.array([[kind[who] == label for label in labels] for kind in kinds], dtype=np.float64) for who in (0, 1)
    )
    differ = np.array([one != other for one, other in kinds], dtype=np.float64)

    def figures(counts: Numbers) -> Numbers:
        claims = counts.sum(axis=1)
        same_by_chance = ((counts @ first) * (counts @ second)).sum(axis=1) / claims
        return _beyond_chance(counts @ differ, claims - same_by_chance)

    return figures


def _beyond_chance(differ: Numbers, by_chance: Numbers) -> Numbers:
    """One without the share of differences that chance explains; not a number where chance makes none: all labels are one."""
    figures = np.full(len(differ), np.nan)
    np.divide(differ, by_chance, out=figures, where=by_chance > 0)
    beyond: Numbers = 1 - figures
    return beyond
