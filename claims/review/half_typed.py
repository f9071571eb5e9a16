"""Which days a claim may speak of."""

from datetime import date

FIRST_YEAR = 1000  # earlier ones are what a date field holds while its year is being typed: 0002, 0020, 0202


def is_half_typed(day: date | None) -> bool:
    """Whether the year has fewer digits than years that claims speak of."""
    return day is not None and day.year < FIRST_YEAR
