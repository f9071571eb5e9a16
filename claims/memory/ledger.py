"""Are we checking one side more? Claims by outlet, source, kind of source or topic: proposed, accepted, dismissed, decided, published.

The share that was checked is given with its interval and held against the share over all: a group whose interval leaves that
out is checked more, or less, than the rest, beyond what chance explains.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, Count, DateField, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, TruncDate
from django.utils.translation import gettext_lazy as _

from claims.memory.intervals import Share, share
from claims.models import Appearance, Claim, Status, User, Verdict
from claims.record import visibility

OUTLET, SOURCE, KIND, TOPIC = "outlet", "source", "kind", "topic"
GROUPS = ((OUTLET, _("Outlet")), (SOURCE, _("Source")), (KIND, _("Kind of source")), (TOPIC, _("Topic")))
_NONE = Value("", output_field=CharField())


@dataclass(frozen=True, slots=True)
class Line:
    """What the shares of one group are, and how the checked share compares with that over all."""

    checked: Share
    refuted: Share
    overall: float

    @property
    def compared(self) -> str:
        """ "more", "less", or nothing where the difference may be chance or there are too few."""
        if self.checked.low is None or self.checked.high is None:
            return ""
        return "more" if self.checked.low > self.overall else "less" if self.checked.high < self.overall else ""


def claims_by(by: str) -> QuerySet[Claim]:
    """Claims with their group and the day on which they were made; a merged one is counted with the one that stands for it."""
    made = Coalesce("article__dated", "article__dated_read", TruncDate("created_at"), output_field=DateField())
    return Claim.objects.exclude(status=Status.MERGED).annotate(group=_group(by), made=made)


def _group(by: str) -> Coalesce:
    if by == OUTLET:
        return Coalesce("article__outlet__name", _NONE)
    if by == TOPIC:
        return Coalesce("article__topic", _NONE)
    first = Appearance.objects.filter(claim=OuterRef("pk"), statement__source__isnull=False).order_by("ordinal", "pk")
    stands = Coalesce("statement__source__merged_into__name", "statement__source__name")
    wanted = first.annotate(told=F("statement__source__kind") if by == KIND else stands).values("told")[:1]
    return Coalesce(Subquery(wanted, output_field=CharField()), _NONE)


def grouped(claims: QuerySet[Claim], by: str, user: User) -> QuerySet[Any, dict[str, Any]]:
    """One row per group, the largest first; verdicts are counted as far as this person may read them."""
    readable = visibility.verdicts_readable_by(user)
    rest = readable & ~Q(verdict__in=(Verdict.SUPPORTED, Verdict.REFUTED))
    return (
        claims.annotate(by=Value(by))
        .order_by()
        .values("group", "by")
        .annotate(
            proposed=Count("pk"),
            accepted=Count("pk", filter=Q(round_number__gt=0)),
            dismissed=Count("pk", filter=Q(status=Status.DISMISSED)),
            decided=Count("pk", filter=readable),
            published=Count("pk", filter=Q(status=Status.PUBLISHED)),
            supported=Count("pk", filter=readable & Q(verdict=Verdict.SUPPORTED)),
            refuted=Count("pk", filter=readable & Q(verdict=Verdict.REFUTED)),
            other=Count("pk", filter=rest),
        )
        .order_by("-proposed", "group")
    )


def over_all(user: User, since: date | None = None, until: date | None = None) -> Share:
    """The share of all proposed claims that was decided, whatever the group."""
    bounds: dict[str, date | None] = {"made__gte": since, "made__lte": until}
    within = {name: day for name, day in bounds.items() if day is not None}
    counted = (
        claims_by(TOPIC)
        .filter(**within)
        .aggregate(n=Count("pk"), decided=Count("pk", filter=visibility.verdicts_readable_by(user)))
    )
    return share(counted["decided"], counted["n"])


def line(row: dict[str, Any], overall: Share) -> Line:
    """The shares of one row."""
    return Line(
        checked=share(row["decided"], row["proposed"]),
        refuted=share(row["refuted"], row["decided"]),
        overall=overall.count / overall.of if overall.of else 0.0,
    )
