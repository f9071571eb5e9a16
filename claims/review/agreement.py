"""How well reviewers agree, beyond chance: Cohen's kappa and Krippendorff's alpha, with intervals and in plain words.

The measures are NLTK's; the intervals are percentile bootstraps over claims. Only complete rounds of two or more count, and of
each claim the first alone: who reviews it later could read what was found before, and is no independent voice.
"""

import random
import warnings
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.functional import SimpleLazyObject
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from claims.models import Review, Round, User, Verdict

# Below so many claims with two reviews an interval spans nearly everything, and a figure would mislead.
TOO_FEW = 20
RESAMPLES = 200
LEVEL = 0.95
# Krippendorff's own advice: rely on 0.8 and above, draw tentative conclusions from 0.667.
RELIABLE, TENTATIVE = 0.8, 0.667

_STANDING = (Review.State.SUBMITTED, Review.State.TO_REAFFIRM)

Answer = tuple[str, str, str]  # coder, item, label

# By name and at the first use: NLTK takes 0.7 s to import, every process of the desk would pay it, and one page needs it.
_measures: Any = SimpleLazyObject(lambda: import_string("nltk.metrics.agreement"))


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
    return _measured(data, _alpha)


def by_verdict(data: Sequence[Answer]) -> dict[str, Agreement]:
    """Krippendorff's alpha for each verdict against all others: on which one do people differ?"""
    return {
        verdict: _measured([(coder, item, str(label == verdict)) for coder, item, label in data], _alpha)
        for verdict in Verdict.values
    }


def by_pair(data: Sequence[Answer]) -> dict[tuple[int, int], Agreement]:
    """Cohen's kappa for each two reviewers who had claims in common."""
    said: dict[str, dict[str, str]] = {}
    for coder, item, label in data:
        said.setdefault(coder, {})[item] = label
    pairs = {}
    for first, second in combinations(sorted(said, key=int), 2):
        common = sorted(said[first].keys() & said[second].keys())
        if common:
            both = [(coder, item, said[coder][item]) for item in common for coder in (first, second)]
            pairs[int(first), int(second)] = _measured(both, _kappa)
    return pairs


def over_time(months: Iterable[tuple[date, date]]) -> list[tuple[date, Agreement]]:
    """Krippendorff's alpha for each stretch of time, by the day on which it begins."""
    return [(begins, overall(answers(since=begins, until=ends))) for begins, ends in months]


def names(pairs: Iterable[tuple[int, int]]) -> dict[int, User]:
    """The people behind the numbers of ``by_pair``."""
    return User.objects.in_bulk({number for pair in pairs for number in pair})


def _alpha(data: Sequence[Answer]) -> float:
    return float(_measures.AnnotationTask(data=list(data)).alpha())


def _kappa(data: Sequence[Answer]) -> float:
    task: Any = _measures.AnnotationTask(data=list(data))
    first, second = sorted(task.C)
    return float(task.kappa_pairwise(first, second))


def _measured(data: Sequence[Answer], measure: Callable[[Sequence[Answer]], float]) -> Agreement:
    by_item: dict[str, list[Answer]] = {}
    for answer in data:
        by_item.setdefault(answer[1], []).append(answer)
    items = [given for given in by_item.values() if len(given) > 1]
    if len(items) < TOO_FEW:
        return Agreement(len(items), None)
    value = _safely(measure, [answer for given in items for answer in given])
    if value is None:
        return Agreement(len(items), None)
    dice = random.Random(len(items))  # noqa: S311  # the same data, the same interval
    drawn = (_resampled(items, dice) for _resample in range(RESAMPLES))
    values = sorted(v for v in (_safely(measure, sample) for sample in drawn) if v is not None)
    edge = int(len(values) * (1 - LEVEL) / 2)
    return Agreement(len(items), value, values[edge], values[-1 - edge])


def _resampled(items: Sequence[Sequence[Answer]], dice: random.Random) -> list[Answer]:
    """As many claims as there are, drawn with replacement; each draw is an item of its own."""
    return [
        (coder, str(number), label)
        for number in range(len(items))
        for coder, _item, label in items[dice.randrange(len(items))]
    ]


def _safely(measure: Callable[[Sequence[Answer]], float], data: Sequence[Answer]) -> float | None:
    """The measure, or None where all labels are one and chance explains everything."""
    if len({label for _coder, _item, label in data}) < 2:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return measure(data)
        except ZeroDivisionError:
            return None
