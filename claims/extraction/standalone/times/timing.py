"""The day of a claim that tells the hour only, or "that night": the one day that its sentence, or the one before, names."""

import datetime
import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import timedelta
from functools import cached_property

from claims.extraction.lexicon.calendar import MONTHS, WEEKDAYS
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.times import dates
from claims.extraction.standalone.times.days import written

NEWS = timedelta(7)  # how far from the day of writing the hours lie that an article tells
BACK = 2  # sentences before the claim's own that may name the day
DAY = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)}) (?P<day>\d{{1,2}}), (?P<year>\d{{4}})\b")
# What names a day, or points at one in its own way, so that no other may be put beside it.
DATED = re.compile(
    rf"\b(?:{'|'.join((*MONTHS, *WEEKDAYS))}|(?:19|20)\d\d|yesterday|today|tonight|tomorrow|daily|every|each|usually|always|often|between)\b",
    re.IGNORECASE,
)
_ZONE = r"\s(?:local\stime|UTC|GMT|EST|EDT|ET|BST|CET|CEST|PT|PST|PDT|CST|CDT|PKT|IST)\b"
_ELSEWHERE = r"(?:\s\([^)]{3,24}\))?"  # "(1330 UTC)"
# An hour of the day: with "a.m.", with its zone, or behind "at"; "3:58" alone may be a running time or a score.
CLOCK = re.compile(
    rf"\b\d{{1,2}}(?:[:.]\d\d)?\s?[ap]\.?m\b\.?(?:{_ZONE})?{_ELSEWHERE}|\b\d{{1,2}}:\d\d{_ZONE}{_ELSEWHERE}"
    rf"|(?<=\bat\s)\d{{1,2}}:\d\d\b(?!:)|(?<=\baround\s)\d{{1,2}}:\d\d\b(?!:)|(?<=\babout\s)\d{{1,2}}:\d\d\b(?!:)",
    re.IGNORECASE,
)
THAT_DAY = re.compile(
    r"\b(?:(?P<lead>on|in|later|earlier)\s+)?(?:that|the\s+same)\s+(?P<part>day|morning|afternoon|evening|night)\b",
    re.IGNORECASE,
)
NEXT_DAY = re.compile(
    r"\b(?:(?P<lead>on|in|by)\s+)?the\s+(?P<which>next|following|previous)\s+(?P<part>day|morning|afternoon|evening|night)\b",
    re.IGNORECASE,
)
# "Signed that year": the one year that the words before name. "Later that year" is in it.
THAT_YEAR = re.compile(r"\b(?:(?P<lead>in|later|earlier)\s+)?(?:that|the\s+same)\s+year\b", re.IGNORECASE)
YEAR = re.compile(r"(?<![\d,.$£€-])(?:19|20)\d\d\b(?![,.]\d|-)")
# "Two days later the court froze his accounts", at the front of a claim: counted from the day that the sentence before names.
LATER = re.compile(
    r"\b(?P<many>A|One|Two|Three|Four|Five|Six|a|one|two|three|four|five|six) days? (?P<way>later|earlier)\b,?"
)
COUNTS = dict(zip("a one two three four five six".split(), (1, 1, 2, 3, 4, 5, 6), strict=True))
PAST = ("VBD", "VBN")


class Timing:
    """Knows the days that one text's sentences name."""

    def __init__(self, text: str, sentences: Sequence[Tokens], dateline: datetime.date | None) -> None:
        self.text = text
        self.dateline = dateline
        self._spans = [(tokens[0].start, tokens[-1].end) for tokens in sentences if tokens]
        self._starts = [start for start, _ in self._spans]

    def change(
        self, tokens: Sequence[Token], spans: Sequence[tuple[int, int]], changes: Sequence[Change]
    ) -> Change | None:
        """The day put beside the hour, or in place of "that night", in a claim of the past that names none."""
        if (
            self.dateline is None
            or not any(t.tag in PAST for t in tokens)
            or any(DATED.search(c.words) for c in changes)
        ):
            return None
        year = next((found for start, end in spans if (found := self._that_year(start, end))), None)
        if year or any(DATED.search(self.text, start, end) for start, end in spans):
            return year
        for start, end in spans:
            for pattern in (THAT_DAY, NEXT_DAY, LATER, CLOCK):
                match = pattern.search(self.text, start, end)
                # "A day later" may be counted from what the sentence right before tells, and from nothing further back.
                back, points = 1 if pattern is LATER else BACK, pattern is not CLOCK
                day = self.day_before(match.start(), back, before=points) if match else None
                other = NEXT_DAY.search(self.text, start, end) is not None  # "*the next day*, at 8:30 a.m."
                day = day or (self._only_day if match and pattern is CLOCK and not other else None)
                if match and day and pattern is LATER:
                    return self._later(match, day) if match.start() == start else None
                if match and day:
                    return _put(match, pattern, day)
        return None

    @cached_property
    def _only_day(self) -> datetime.date | None:
        """The one day that a whole text names, if it is one of the news."""
        days = {day for span in self._spans for day in self._days(*span)}
        day = days.pop() if len(days) == 1 else None
        return day if day is not None and self._is_news(day) else None

    def _that_year(self, start: int, end: int) -> Change | None:
        """The year for "that year", by the one year of the sentence before it."""
        match = THAT_YEAR.search(self.text, start, end)
        number = bisect_right(self._starts, match.start()) - 1 if match else 0
        if match is None or number < 1 or YEAR.search(self.text, self._starts[number], match.start()):
            return None
        told = (
            set(YEAR.findall(self.text, *self._spans[i])) for i in range(number - 1, max(-1, number - 1 - BACK), -1)
        )
        years = next((years for years in told if years), set())
        if len(years) != 1 or "\n" in self.text[self.text.rfind(min(years), 0, start) : start]:
            return None
        if self.text[match.end() : match.end() + 1] in ("'", "’"):
            return Change(match.start(), match.end(), years.pop())
        lead = (match["lead"] or "in").lower()
        words = f"{'' if lead == 'in' else f'{lead} '}in {years.pop()}"
        return Change(match.start(), match.end(), words[0].upper() + words[1:] if match[0][0].isupper() else words)

    def _later(self, match: re.Match[str], day: datetime.date) -> Change | None:
        """The day that is so many days from the one told before; none that is still to come."""
        many = COUNTS[match["many"].lower()]
        meant = day + timedelta(many if match["way"] == "later" else -many)
        told = self.dateline is not None and meant <= self.dateline
        return Change(match.start(), match.end(), f"On {written(meant)}") if told else None

    def day_before(self, at: int, most: int = BACK, *, before: bool = False) -> datetime.date | None:
        """The one day that the sentence around a place names; else the one of the nearest sentence before that names any.

        With *before*, what the sentence names behind the place is no such day: "*The same day* it was sealed, until Monday".
        """
        number = bisect_right(self._starts, at) - 1
        for back in range(min(most, number) + 1):
            start, end = self._spans[number - back]
            if "\n" in self.text[end:at]:
                return None  # another paragraph may tell of another day
            days = self._days(start, end if back or not before else at)
            if days:
                day = days.pop()
                return day if not days and self._is_news(day) else None
        return None

    def _is_news(self, day: datetime.date) -> bool:
        """Whether a day is one that the article reports on, and not one of what went before."""
        return self.dateline is not None and abs(self.dateline - day) <= NEWS

    def _days(self, start: int, end: int) -> set[datetime.date]:
        changed = dates.absolute(self.text, start, end, self.dateline)
        words = [self.text[start:end], *(change.words for change in changed)]
        found = set()
        for match in (match for each in words for match in DAY.finditer(each)):
            try:
                found.add(datetime.date(int(match["year"]), MONTHS.index(match["month"]) + 1, int(match["day"])))
            except ValueError:
                continue  # "February 30"
        return found


def _put(match: re.Match[str], pattern: re.Pattern[str], day: datetime.date) -> Change:
    if pattern is CLOCK:
        return Change(match.end(), match.end(), f" on {written(day)}")
    part, lead = match["part"].lower(), (match["lead"] or "").lower()
    if pattern is NEXT_DAY:
        day += timedelta(-1 if match["which"].lower() == "previous" else 1)
    first = f"{lead} on" if lead in ("later", "earlier") else "by" if lead == "by" else "on"
    words = f"{first} {written(day)}" if part == "day" else f"{first} the {part} of {written(day)}"
    return Change(match.start(), match.end(), words[0].upper() + words[1:] if match[0][:1].isupper() else words)
