"""Which days an article may carry: none before newspapers as we know them, and none that has come nowhere on earth."""

from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

EARLIEST = date(1800, 1, 1)
_FURTHER_EAST = timedelta(days=1)  # where an article came out it may be tomorrow already


def wrong(day: date | None) -> str:
    """Why an article cannot be dated so, as a sentence for who typed it; empty where it can."""
    if day is None:
        return ""
    if day > timezone.localdate() + _FURTHER_EAST:
        return _("That day has not come yet: an article is dated by the day on which it came out.")
    if day < EARLIEST:
        return _("An article of before 1800 is not one that the desk can date: was the year typed in full?")
    return ""


def possible(day: date | None) -> date | None:
    """A day that a page, a feed or a text gives, where an article can be dated so."""
    return None if wrong(day) else day
