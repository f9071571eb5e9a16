"""The words shown to the public: the scale in use, and which of its ratings go with a verification status."""

from django.db.models import Max, Min, QuerySet

from claims.models import Rating, RatingScale, Verdict
from claims.publishing.claimreview import Degree


def in_use() -> QuerySet[Rating]:
    """The ratings of the scale that the desk uses now, truest first."""
    scale = RatingScale.objects.filter(current=True).order_by("-version", "-pk")[:1]
    return Rating.objects.filter(scale__in=scale.values("pk"))


def degree(rating: Rating) -> Degree:
    """The rating with its place in its scale: worst is 1, whatever the scale's own lowest number."""
    ends = rating.scale.ratings.aggregate(worst=Min("ordinal"), best=Max("ordinal"))
    if rating.ordinal is None:
        return Degree(rating.label, explanation=rating.definition)
    shift = 1 - ends["worst"]
    return Degree(rating.label, rating.ordinal + shift, ends["best"] + shift, 1, rating.definition)


def contradicts(rating: Rating, verdict: str) -> bool:
    """Whether the rating says the opposite of the verification status."""
    placed = degree(rating)
    if placed.value is None or placed.best is None:
        return False
    middle = (placed.best + 1) / 2
    if verdict == Verdict.SUPPORTED:
        return placed.value < middle
    if verdict == Verdict.REFUTED:
        return placed.value > middle
    if verdict == Verdict.CONFLICTING:
        return placed.value in (1, placed.best)
    return verdict in (Verdict.NOT_ENOUGH_EVIDENCE, Verdict.NOT_CHECKABLE)
