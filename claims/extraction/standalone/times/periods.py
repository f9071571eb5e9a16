"""Weeks, months, seasons and years counted from the day of writing: "last week", "next spring", "two years ago"."""

import datetime
import re
from datetime import timedelta

from claims.extraction.lexicon.calendar import (
    DATE_PREPOSITIONS,
    MONTHS,
    SEASONS,
)
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.times.days import LEAD, written
from claims.extraction.standalone.times.telling import is_subject

PERIOD = re.compile(
    rf"\b{LEAD}(?:(?P<fine>earlier|later|late|early)\s+)?(?P<which>this|last|next)\s+(?P<unit>weekend|week|month|year|{'|'.join(SEASONS)}|(?-i:{'|'.join(MONTHS)}))\b(?!\s+of\s+[A-Z])(?P<own>['’]s)?",
    re.I,
)
AGO = re.compile(
    r"\b(?P<count>a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})\s+(?P<unit>day|week|month|year)s?\s+ago\b",
    re.I,
)
MONTHS_OF_SEASON = 3
TOOK = re.compile(r"\b(?:t[ao]kes?n?|took|taking|handed|hand|start(?:ed)?) $")
SOON = 3  # days after a weekend in which it is still "this weekend"
_COUNTS = {
    word: n for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
} | {"a": 1, "an": 1}


def period(match: re.Match[str], text: str, dateline: datetime.date) -> Change | None:
    step = {"this": 0, "last": -1, "next": 1}[match["which"].lower()]
    unit = match["unit"].lower()
    if unit in SEASONS and not _is_clear(unit, step, dateline):
        return None
    within, name = _named_period(match["unit"].lower(), step, dateline)
    lead = (match["lead"] or "").lower()
    if lead == "the" and step and not match["own"]:
        return None  # "the last month" is a span, "the next month" counts from what was told before
    fine = (match["fine"] or "").lower()
    at = match.start("fine") if fine else _start(match, text)
    if match["own"]:
        at = match.start("lead") if lead == "the" else at
        return Change(at, match.end(), _before_noun(match["unit"].lower(), step, dateline, name))
    if is_subject(match, text) and not fine:
        return Change(match.start(), match.end(), name)
    if lead == "over" and TOOK.search(text, max(0, match.start() - len("taken ")), match.start()):
        lead = ""  # "took over last year": the word belongs to the verb
    prepared = lead in DATE_PREPOSITIONS | {"in", "throughout", "within"}
    if fine in ("earlier", "later"):
        return Change(at, match.end(), f"{fine} {within} {name}")
    if fine:
        return Change(at, match.end(), f"{fine} {name}" if prepared else f"{fine} {within} {name}")
    return Change(at, match.end(), name if prepared else f"{within} {name}")


def _start(match: re.Match[str], text: str) -> int:
    """Where the words begin: "*this* last week"."""
    start = match.start("which")
    twice = match["which"].lower() == "last" and text.endswith("this ", 0, start)
    return start - len("this ") if twice else start


def _before_noun(unit: str, step: int, dateline: datetime.date, name: str) -> str:
    """A period as it stands before what it owns: "the week of November 9, 2026,", "the November 14–15, 2026,", "the 2025" storm."""
    if unit == "weekend":
        first = _saturday(step, dateline)
        last = first + timedelta(1)
        until = f"{last.day}, {last.year}" if first.month == last.month else written(last)
        return f"the {MONTHS[first.month - 1]} {first.day}–{until},"
    if unit == "week":
        return f"{name},"
    return name if name.startswith("the ") else f"the {name}"


def _saturday(step: int, dateline: datetime.date) -> datetime.date:
    """The first day of this weekend or the last: soon after a weekend "this" one is still meant."""
    back = (dateline.weekday() - 5) % 7
    return dateline - timedelta(back if step < 0 or back <= SOON else back - 7)


def _is_clear(season: str, step: int, dateline: datetime.date) -> bool:
    """Whether "last summer" is of last year and "next spring" of next year: in autumn and in winter they may be of this one."""
    first = SEASONS[season]
    return step == 0 or (dateline.month < first + MONTHS_OF_SEASON if step < 0 else dateline.month >= first)


def _named_period(unit: str, step: int, dateline: datetime.date) -> tuple[str, str]:
    """The preposition and the name of this, the last or the next week, month, year …"""
    if unit == "weekend":
        return "on", f"the weekend of {written(_saturday(step, dateline))}"
    if unit == "week":
        return "in", f"the week of {written(dateline + timedelta(7 * step - dateline.weekday()))}"
    if unit == "year":
        return "in", str(dateline.year + step)
    if unit == "month":
        month = dateline.year * 12 + dateline.month - 1 + step
        return "in", f"{MONTHS[month % 12]} {month // 12}"
    if unit in SEASONS:
        return "in", f"the {unit} of {dateline.year + step}"
    number = [m.lower() for m in MONTHS].index(unit) + 1
    same_year = step == 0 or (step < 0 and number < dateline.month)  # "last June", said in November, is this year's
    return "in", f"{MONTHS[number - 1]} {dateline.year + (0 if same_year else step)}"


def ago(match: re.Match[str], text: str, dateline: datetime.date) -> Change | None:
    count = _COUNTS.get(match["count"].lower()) or int(match["count"] if match["count"].isdigit() else 0)
    unit = match["unit"].lower()
    if unit == "day":
        return Change(match.start(), match.end(), f"on {written(dateline - timedelta(count))}")
    month = f"{MONTHS[dateline.month - 1]} {dateline.year}"
    return Change(match.end() - 3, match.end(), f"before {month}" if unit != "week" else f"before {written(dateline)}")
