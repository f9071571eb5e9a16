"""Names of days and months, and the words that place an event by the day of writing."""

import re

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# Short forms that newspapers print; "May" has none and "Mar" alone is too often a name.
SHORT_MONTHS = {
    "Jan.": 1, "Feb.": 2, "Mar.": 3, "Apr.": 4, "Jun.": 6, "Jul.": 7, "Aug.": 8,
    "Sept.": 9, "Sep.": 9, "Oct.": 10, "Nov.": 11, "Dec.": 12,
}  # fmt: skip
MONTH_NAMES = "|".join((*MONTHS, *(re.escape(short) for short in SHORT_MONTHS)))  # for a pattern, without groups
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DATES = frozenset((*MONTHS, *WEEKDAYS))

# Seasons with their first month. "Winter" and "fall" are left out: the one lies in two years, the other is mostly a verb.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9}

# Words before a day that already say how it is meant: "until Saturday" must not become "until on February 22".
DATE_PREPOSITIONS = frozenset(
    "on since until till by from before after of for through between and to around about as over during into past with than".split()
)

# A weekday after one of these lies ahead of the day of writing, otherwise behind it, as news tells what happened.
AHEAD = frozenset(
    "will shall 'll would should must next upcoming scheduled expected expects plans plan due set slated hopes"
    " forthcoming anticipated until predicted forecast begins starts predict predicts forecasts expect anticipate anticipates".split()
)

# What a day's name before it only describes: "Sunday trading" goes on every week, and is no date.
AFTER_DAY = frozenset(
    "opening closing trading shopping hours newspaper newspapers paper edition school services mass prayers league closure"
    " closures ban market markets matinee".split()
)

PARTS_OF_DAY = ("morning", "afternoon", "evening", "night")


def month_number(name: str) -> int:
    """Which month of the year a month's name or its short form is, from 1."""
    return SHORT_MONTHS.get(name) or MONTHS.index(name) + 1
