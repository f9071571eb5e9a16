"""Relative dates made absolute: "on Saturday", "yesterday", "in June", "last year", counted from the day of writing."""

import datetime
import re
from collections.abc import Callable

from claims.extraction.lexicon.calendar import MONTHS, SEASONS, SHORT_MONTHS
from claims.extraction.standalone.change import Change, Changes
from claims.extraction.standalone.times import days, months, periods

# Without one of these in it no stretch of text names a date; one look is cheaper than all the rules.
HINTS = (
    *"day night tomorrow week month year morning afternoon evening".split(),
    *SEASONS,
    *(name.lower() for name in (*MONTHS, *SHORT_MONTHS)),
)
NEAR = re.compile(r"\b(?:yesterday|today|tonight|tomorrow)\b", re.IGNORECASE)
BEYOND = 8  # letters behind a stretch that are looked at, for the year that a cut took away: "December 11 | , 1935"


def absolute(text: str, start: int, end: int, dateline: datetime.date | None, *, spoken: bool = False) -> list[Change]:
    """The changes that make every relative date in ``text[start:end]`` absolute; none without a dateline.

    Where the words are *spoken*, "today" is the day of speaking, which nobody knows, and stays as it is.
    """
    low = text[start:end].lower()
    if dateline is None or not any(hint in low for hint in HINTS):
        return []
    at_any_time = (
        " than " in low and "today" in low and "tomorrow" in low
    )  # "more today than tomorrow": no days are meant
    found = Changes()
    for pattern, meaning in _RULES:
        for match in pattern.finditer(text, start, end + BEYOND):
            if (spoken or at_any_time) and (pattern is days.THIS_PART or NEAR.search(match.group())):
                continue
            change = meaning(match, text, dateline) if found.free(match.start(), match.end()) else None
            if change is not None:
                found.add(change)
    return found.between(start, end)


Meaning = Callable[[re.Match[str], str, datetime.date], Change | None]
_RULES: tuple[tuple[re.Pattern[str], Meaning], ...] = (
    (days.THIS_PART, days.this_part),
    (months.MONTH_OF_YEAR, months.month_of_year),
    (days.DAY, days.day),
    (months.DAY_RANGE, months.day_range),
    (periods.PERIOD, periods.period),
    (periods.AGO, periods.ago),
    (months.MONTH_DAY, months.month_day),
    (months.MONTH, months.month),
)
