"""Of which day a claim speaks: the dates in its words, resolved against the dateline, and the last of them that has come."""

import calendar
import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from claims.extraction.lexicon.calendar import MONTHS, SHORT_MONTHS, month_number
from claims.extraction.standalone.times import dates
from claims.extraction.standalone.times.days import written
from claims.extraction.standalone.times.telling import looks_ahead
from claims.extraction.types import Span

_NAMES = "|".join((*MONTHS, *(re.escape(short) for short in SHORT_MONTHS)))
_DAY = re.compile(rf"\b(?P<month>{_NAMES})\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})\b")
_DAY_FIRST = re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_NAMES}),?\s+(?P<year>\d{{4}})\b")
_MONTH = re.compile(rf"\b(?P<month>{_NAMES})\s+(?P<year>\d{{4}})\b")
_YEAR = re.compile(r"\b(?P<year>(?:19|20)\d\d)\b")
_WEEK, _WEEKEND = timedelta(6), timedelta(1)
# A claim prints these as they are: only what they mean is kept beside it.
_THE_WEEKEND = re.compile(
    r"\b(?:over|at|during|on|throughout)\s+the\s+(?:(?:past|last|(?P<next>coming|next))\s+)?weekend\b(?!\s+of\b)", re.I
)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Resolved:
    """One date in a claim's words: as the article has it, what it means as a claim prints it, and its last day."""

    words: str
    means: str
    day: datetime.date | None  # none for what is still to come, or reaches back without an end ("two years ago")


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day that a claim speaks of, the dateline that was counted from, and every date that was resolved."""

    day: datetime.date
    dateline: datetime.date
    resolved: tuple[Resolved, ...]

    def told(self) -> dict[str, object]:
        """How the day was found, as JSON keeps it."""
        read = [{"words": each.words, "means": each.means} for each in self.resolved]
        return {"dateline": self.dateline.isoformat(), "read": read}


def as_of(text: str, spans: Sequence[Span], dateline: datetime.date | None) -> AsOf | None:
    """The last day that the claim's words name and that had come by the dateline; the dateline itself where they name none."""
    if dateline is None:
        return None
    found = tuple(each for span in spans for each in _resolved(text, span, dateline))
    days = [each.day for each in found if each.day]
    return AsOf(max(days, default=dateline), dateline, found)


def _resolved(text: str, span: Span, dateline: datetime.date) -> list[Resolved]:
    changes = dates.absolute(text, span.start, span.end, dateline)
    found = [(c.start, Resolved(text[c.start : c.end], c.words, _last_day(c.words, dateline))) for c in changes]
    taken = [(change.start, change.end) for change in changes]
    for pattern in (_DAY, _DAY_FIRST, _MONTH, _THE_WEEKEND):  # the first three need no dateline
        for match in pattern.finditer(text, span.start, span.end):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                means = _weekend(match, text, dateline) if pattern is _THE_WEEKEND else match[0]
                found.append((match.start(), Resolved(match[0], means, _last_day(means, dateline))))
                taken.append(match.span())
    return [each for _, each in sorted(found, key=lambda place: place[0])]


def _weekend(match: re.Match[str], text: str, dateline: datetime.date) -> str:
    """The weekend that was, or the one under way; the one to come where the sentence looks ahead."""
    back = (dateline.weekday() - _SATURDAY) % 7
    ahead = match["next"] or looks_ahead(text, match.start())
    return f"the weekend of {written(dateline + timedelta(7 - back if ahead else -back))}"


def _last_day(printed: str, dateline: datetime.date) -> datetime.date | None:
    """The last day of what a claim prints, as far as it had come by the dateline; None if nothing of it had."""
    if printed.startswith("before "):
        return None
    begins, ends = _stretch(printed) or (dateline + _WEEK, dateline)
    return min(ends, dateline) if begins <= dateline else None


def _stretch(printed: str) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day that are meant."""
    try:
        if match := _DAY.search(printed) or _DAY_FIRST.search(printed):
            day = datetime.date(int(match["year"]), month_number(match["month"]), int(match["day"]))
            more = _WEEK if "week of" in printed else _WEEKEND if "weekend of" in printed else timedelta(0)
            return day, day + more
        if match := _MONTH.search(printed):
            year, month = int(match["year"]), month_number(match["month"])
            return datetime.date(year, month, 1), datetime.date(year, month, calendar.monthrange(year, month)[1])
        if match := _YEAR.search(printed):
            return datetime.date(int(match["year"]), 1, 1), datetime.date(int(match["year"]), 12, 31)
    except ValueError:
        return None  # "February 30"
    return None
