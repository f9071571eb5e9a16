"""What became of a source's claims: verdicts as a distribution with its interval, over time, and what was not checked.

Attribution verdicts (did the source say it?) are counted apart from verdicts on the content (is it so?).
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Case, CharField, Count, DateField, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, TruncDate, TruncMonth

from claims.memory.intervals import Share, share
from claims.models import AttributionVerdict, Claim, Decision, DismissReason, Source, Statement, Status, User, Verdict
from claims.models.states import WORST_ATTRIBUTION_FIRST
from claims.record import visibility

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_ANSWERS = [verdict for verdict in AttributionVerdict if verdict is not AttributionVerdict.UNCHECKED]
MOST_MONTHS = 24  # rows on one page; what spans more is told by years


@dataclass(frozen=True, slots=True)
class Counted:
    """Claims of one month that stand alike; *verdict* is empty where the reader may not read one, or there is none."""

    month: date
    status: str
    verdict: str
    dismissed_as: str
    n: int


@dataclass(frozen=True, slots=True)
class Period:
    """The claims of one month or year by verdict; the empty one stands for those without."""

    begins: date
    verdicts: "Counter[str]"

    @property
    def total(self) -> int:
        return self.verdicts.total()


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """All that the desk can say of a source, for one reader."""

    claims: int
    decided: int
    verdicts: list[tuple[Verdict, Share]]
    attributed: int
    unchecked: int
    attributions: list[tuple[AttributionVerdict, Share]]
    periods: list[Period]
    by_year: bool
    waiting: list[tuple["StrOrPromise", int]]
    dismissed: list[tuple["StrOrPromise", int]]


def claims_of(source: Source) -> QuerySet[Claim]:
    """The claims that rest on what this source said, also under the sources merged into it; each once."""
    said = Statement.objects.filter(Q(source=source) | Q(source__merged_into=source))
    return Claim.objects.filter(pk__in=said.values("appearances__claim")).exclude(status=Status.MERGED)


def track_record(source: Source, *, user: User) -> TrackRecord:
    """The source's record as this person may see it, in three questions to the database."""
    claims = claims_of(source)
    rows = counted(claims, user)
    verdicts = _by(rows, lambda row: row.verdict)
    statuses = _by(rows, lambda row: "" if row.verdict or row.status == Status.DISMISSED else row.status)
    reasons = _by(rows, lambda row: row.dismissed_as if row.status == Status.DISMISSED else "")
    decided = sum(verdicts[verdict] for verdict in Verdict)
    attributions = _attributions(source, claims.filter(visibility.verdicts_readable_by(user)))
    attributed = attributions.total() - attributions[AttributionVerdict.UNCHECKED]
    by_year = len({row.month for row in rows}) > MOST_MONTHS
    return TrackRecord(
        claims=sum(row.n for row in rows),
        decided=decided,
        verdicts=[(verdict, share(verdicts[verdict], decided)) for verdict in Verdict],
        attributed=attributed,
        unchecked=attributions[AttributionVerdict.UNCHECKED],
        attributions=[(found, share(attributions[found], attributed)) for found in _ANSWERS],
        periods=_periods(rows, by_year=by_year),
        by_year=by_year,
        waiting=[(status.label, statuses[status]) for status in Status if statuses[status]],
        dismissed=[(reason.label, reasons[reason]) for reason in DismissReason if reasons[reason]],
    )


def counted(claims: QuerySet[Claim], user: User) -> list[Counted]:
    """Claims counted by month, status, readable verdict and reason, the earliest first.

    The month is that of the article's date, or else of the day on which it was taken in.
    """
    made = Coalesce("article__dated", "article__dated_read", TruncDate("created_at"), output_field=DateField())
    readable = Case(
        When(visibility.verdicts_readable_by(user), then=F("verdict")), default=Value(""), output_field=CharField()
    )
    grouped = claims.annotate(month=TruncMonth(made), told=readable).values("month", "status", "told", "dismiss_reason")
    return [Counted(*row) for row in grouped.annotate(n=Count("pk")).order_by("month").values_list(*_COLUMNS)]


_COLUMNS = ("month", "status", "told", "dismiss_reason", "n")


def _by(rows: Sequence[Counted], key: Callable[[Counted], str]) -> "Counter[str]":
    found: Counter[str] = Counter()
    for row in rows:
        found[key(row)] += row.n
    return found


def _attributions(source: Source, claims: QuerySet[Claim]) -> "Counter[str]":
    """Did it say so? The worst answer of each claim's last decision to any of the names under which it was asked."""
    names = {str(source.pk), *map(str, source.merged.values_list("pk", flat=True))}
    last = Decision.objects.filter(claim__in=claims, round__number=F("claim__round_number"))
    found: Counter[str] = Counter()
    for answers in last.order_by().values_list("attribution_verdicts", flat=True).iterator(chunk_size=2_000):
        given = {verdict for name, verdict in answers.items() if name in names}
        found.update([worst] if (worst := next((w for w in WORST_ATTRIBUTION_FIRST if w in given), None)) else [])
    return found


def _periods(rows: Sequence[Counted], *, by_year: bool) -> list[Period]:
    found: dict[date, Period] = {}
    for row in rows:
        begins = row.month.replace(month=1) if by_year else row.month
        found.setdefault(begins, Period(begins, Counter())).verdicts[row.verdict] += row.n
    return list(found.values())
