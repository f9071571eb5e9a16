"""Dates of a claim: full or partial calendar dates, years, weekdays, and words such as "last year"."""

import re

from claims.matching.types import Kind, Quantity

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTH = r"(?P<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:1[89]|20)\d\d)"

FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>\d{4})-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b",
        rf"\b{MONTH}\s+{DAY}(?:,?\s+{YEAR})?\b(?!\s*(?:%|percent|million|billion))",
        rf"\b{DAY}\s+(?:of\s+)?{MONTH}(?:,?\s+{YEAR})?\b",
        rf"\b{MONTH},?\s+(?:of\s+)?{YEAR}\b",
    )
)
# A month alone is a date only after a preposition: "may" and "march" are verbs too.
MONTH_ALONE = re.compile(
    rf"\b(?:in|since|by|until|last|this|next|during|of|early|late|mid)[\s-]+{MONTH}\b", re.IGNORECASE
)
# A bare year: after a word that takes a date, or where no counted noun follows ("2000 people" is a count).
YEAR_ALONE = re.compile(
    rf"(?:(?<=\bin )|(?<=\bsince )|(?<=\bby )|(?<=\bof )|(?<=\bfrom )|(?<=\buntil )|(?<=\bto )|(?<=\bbefore )|(?<=\bafter )|(?<=\bduring )|(?<=\band )|(?<=\bearly )|(?<=\blate )"
    rf"|(?<![\w$€£.,-])(?!\w+\s+[a-z])){YEAR}(?P<decade>s)?\b(?![,.]\d|\s*(?:%|percent|million|billion))",
    re.IGNORECASE,
)
SPOKEN = re.compile(
    rf"\b(?:(?:last|this|next)\s+(?:night|week(?:end)?|month|year|decade|century|spring|summer|autumn|fall|winter|{'|'.join(WEEKDAYS)})"
    rf"|{'|'.join(WEEKDAYS)}|yesterday|today|tonight|tomorrow)\b",
    re.IGNORECASE,
)
# Most claims hold none of these, and one look is cheaper than seven.
ANY = re.compile(
    r"(?:1[89]|20)\d\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|last|this|next|yesterday|today|tonight|tomorrow)|day\b",
    re.IGNORECASE,
)


def dates(text: str) -> list[Quantity]:
    """The dates of a text in order; *low* is year * 10000 + month * 100 + day with 0 for what is not said, *unit* the word for the rest."""
    found: list[Quantity] = []
    if not ANY.search(text):
        return found
    for pattern in (*FORMS, MONTH_ALONE, YEAR_ALONE, SPOKEN):
        for match in pattern.finditer(text):
            if not any(match.start() < other.end and other.start < match.end() for other in found):
                found.append(_date(match))
    return sorted(found, key=lambda date: date.start)


def _date(match: re.Match[str]) -> Quantity:
    parts = match.groupdict()
    if not parts:
        return Quantity(match.start(), match.end(), 0, 0, Kind.DATE, unit=" ".join(match[0].lower().split()))
    month = parts.get("month") or ""
    number = (
        int(month)
        if month.isdigit()
        else next((n for n, name in enumerate(MONTHS, 1) if month and name.startswith(month.lower()[:3])), 0)
    )
    value = int(parts.get("year") or 0) * 10_000 + number * 100 + int(parts.get("day") or 0)
    start = match.start("month") if match.re is MONTH_ALONE else match.start()
    return Quantity(start, match.end(), value, value, Kind.DATE, unit="decade" if parts.get("decade") else "")


def agree(a: Quantity, b: Quantity) -> bool:
    """Whether two dates may be the same day or period: what both say is equal ("May 2020", "2020")."""
    if a.unit or b.unit:
        return a.unit == b.unit and a.low == b.low
    fields = [(int(date.low) // 10_000, int(date.low) // 100 % 100, int(date.low) % 100) for date in (a, b)]
    said = [(left, right) for left, right in zip(*fields, strict=True) if left and right]
    return bool(said) and all(left == right for left, right in said)
