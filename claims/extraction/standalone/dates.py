"""Relative dates made absolute: "on Saturday", "yesterday", "in June", "last year", counted from the day of writing."""

import datetime
import re
from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise

from claims.extraction.lexicon.calendar import (
    AFTER_DAY,
    AHEAD,
    DATE_PREPOSITIONS,
    MONTHS,
    PARTS_OF_DAY,
    SEASONS,
    SHORT_MONTHS,
    WEEKDAYS,
)
from claims.extraction.standalone.change import Change, Changes

_DAY_NAMES = "|".join(WEEKDAYS)
_MONTH_NAMES = "|".join((*MONTHS, *(re.escape(short) for short in SHORT_MONTHS)))
_PART = rf"(?:\s+(?P<part>{'|'.join(PARTS_OF_DAY)}))?"
_FINE = r"(?:(?P<fine>late|early)\s+)?"
_LEAD = r"(?:(?P<lead>(?!(?:this|last|next)\b)[A-Za-z]+)\s+)?"

# Without one of these in it no stretch of text names a date; one look is cheaper than all the rules.
HINT = re.compile(
    rf"day|night|tomorrow|week|month|year|morning|afternoon|evening|{'|'.join(SEASONS)}|{_MONTH_NAMES}", re.IGNORECASE
)
DAY = re.compile(
    rf"\b{_LEAD}{_FINE}(?P<which>last\s+|next\s+|this\s+(?:past\s+|coming\s+)?)?"
    rf"(?P<day>{_DAY_NAMES}|yesterday|today|tonight|tomorrow)\b(?P<own>['’]s)?{_PART}(?:\s+(?P<last>night)\b)?"
    rf"(?P<more>,?\s+(?:the\s+)?(?:{_MONTH_NAMES})\b|,?\s+\d{{1,2}}\b)?",
    re.IGNORECASE,
)
NEAR = re.compile(r"\b(?:yesterday|today|tonight|tomorrow)\b", re.IGNORECASE)
THIS_PART = re.compile(
    r"\b(?:(?P<lead>on|in|since|by|until)\s+)?(?:this\s+(?P<part>morning|afternoon|evening)|last\s+(?P<night>night))\b",
    re.I,
)
PERIOD = re.compile(
    rf"\b{_LEAD}(?:(?P<fine>earlier|later|late|early)\s+)?(?P<which>this|last|next)\s+(?P<unit>weekend|week|month|year|{'|'.join(SEASONS)}|(?-i:{'|'.join(MONTHS)}))\b(?!\s+of\s+[A-Z])(?P<own>['’]s)?",
    re.I,
)
MONTH_DAY = re.compile(
    rf"\b(?P<month>{_MONTH_NAMES})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*,?\s*\d{{4}})(?!:|\.\d|,\d{{3}}|%|\s*[-–]\s*\d{{1,2}},?\s+\d{{4}})"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{_MONTH_NAMES})\b(?!\s*,?\s*\d{{4}})"
)
MONTH = re.compile(
    rf"\b(?P<lead>(?i:in|since|until|by|through|from|of|early|late|mid|mid-|last|to|during|between|and))(?P<gap>[\s-]+)(?P<month>{'|'.join(MONTHS)})\b"
    rf"(?!['’]|,?\s*(?:of\s+)?\d|\s+(?:this|last|next|of)\b)(?P<of>\s+of\s+(?:this|last)\s+year|\s+(?:this|last)\s+year)?"
)
DAY_RANGE = re.compile(
    rf"\b(?P<month>{_MONTH_NAMES})\s+(?P<day>\d{{1,2}})\s*(?:[-–—]|to|and|through)\s*(?P<last>\d{{1,2}})\b(?!\s*,?\s*\d{{4}})(?!:|\.\d|,\d{{3}}|%)"
)
MONTH_OF_YEAR = re.compile(
    rf"\b(?P<month>{'|'.join(MONTHS)})(?P<day>\s+\d{{1,2}})?,?\s+(?:of\s+)?(?P<which>this|last)\s+year\b"
)
AGO = re.compile(
    r"\b(?P<count>a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})\s+(?P<unit>day|week|month|year)s?\s+ago\b",
    re.I,
)
# A four-figure number is a year after these words only: "2,000 stores" and "(1930 UTC)" are none.
YEAR = re.compile(
    rf"\b(?:in|of|since|until|by|from|during|early|late|mid|{_MONTH_NAMES}|\d{{1,2}},)\s+(1[89]\d\d|20\d\d)\b", re.I
)
NAMED_DAYS = frozenset(
    "super black good ash palm easter holy cyber bloody every each most some any".split()
)  # "Super Tuesday" is no date
YEAR_BEFORE = re.compile(r"\b(?:19|20)\d\d,?\s+$")  # "in 2019 August 8"
# A date that is the subject of its sentence takes no preposition: "This week saw a referendum", "Today marks ten years".
OPENS_SENTENCE = re.compile(r"(?:^|[.!?]\s+|\n|[“\"])$")
DOES = re.compile(
    r"\s+(?:also\s+)?(?:saw|sees|marks|marked|brings|brought|was|is|will\s+be|has|had|began|ended|became)\b"
)
PAST = re.compile(
    r"\b(?!\w+eed\b)(?:\w{2,}ed|was|were|had|took|saw|won|came|went|said|left|fell|rose|hit|met|broke|led|lost)\b"
)
WILL = re.compile(r"(?:(?!\.\s)[^\s]+\s+){1,9}?(?:will|shall)\b")
DONE = re.compile(r"\b(?:had|was|were|has|have)\b")  # "by Friday, 30 had died"
TOLD_BEFORE = re.compile(r"\b(?:had|was|were)\s(?:\w+\s){1,3}$")  # "than it had forecast | in December"
PLANNED = re.compile(r"\b(?:an?|its|their)\s+$")
OWN = re.compile(r"\b(?:his|her|its|their)\s+(?:[a-z]+\s+)?$")  # a day before what is somebody's own
LONGEST_OWN = 24
NOUN_BEHIND = re.compile(r"\s+(?!(?:and|or|to|at|in|for|by|on|as|after|before|when|that|with|from|of)\b)[a-z]")
BEYOND = 8  # letters behind a stretch that are looked at, for the year that a cut took away: "December 11 | , 1935"
MONTHS_OF_SEASON = 3
WAS_TO = re.compile(r"\b(?:was|were) to [a-z]+\b")
MONTHS_AHEAD = 3  # within which a month is the coming one where the sentence speaks of the future at all
SOON = 3  # days after a weekend in which it is still "this weekend"
LOOK_BACK = 300  # letters: no sentence of news is longer, and looking must not cost more in a longer text
_COUNTS = {
    word: n for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
} | {"a": 1, "an": 1}


def written(day: datetime.date) -> str:
    """A day as a claim prints it: "February 22, 2020"."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def absolute(text: str, start: int, end: int, dateline: datetime.date | None, *, spoken: bool = False) -> list[Change]:
    """The changes that make every relative date in ``text[start:end]`` absolute; none without a dateline.

    Where the words are *spoken*, "today" is the day of speaking, which nobody knows, and stays as it is.
    """
    if dateline is None or HINT.search(text, start, end) is None:
        return []
    found = Changes()
    for pattern, meaning in _RULES:
        for match in pattern.finditer(text, start, end + BEYOND):
            if spoken and (pattern is THIS_PART or NEAR.search(match.group())):
                continue
            change = meaning(match, text, dateline) if found.free(match.start(), match.end()) else None
            if change is not None:
                found.add(change)
    return found.between(start, end)


def _day(match: re.Match[str], text: str, dateline: datetime.date) -> Change | None:
    word = match["day"].lower()
    lead = (match["lead"] or "").lower()
    if not _is_date(match, word, lead, text):
        return None
    fine = (match["fine"] or (lead if lead in ("late", "early") else "")).strip().lower()
    at = min(match.start(group) for group in ("day", "which", "fine") if match[group])
    if lead and lead == fine:
        at, lead = match.start("lead"), _word_before(text, match.start("lead"))
    printed = written(_which_day(word, match, text, dateline))
    if match["own"]:
        return Change(match.start("lead") if lead == "the" else at, match.end(), f"the {printed},")
    bare = _bare(match, text)
    if bare is not None:
        return Change(bare, match.end(), printed)
    part = "night" if word == "tonight" or match["last"] else (match["part"] or "").lower()
    if part:
        printed = f"the {part} of {printed}"
    if fine:
        at = match.start("lead") if lead == "on" and match["lead"].lower() == "on" else at
        return Change(at, match.end(), f"{fine} on {printed}")
    return Change(at, match.end(), printed if lead in DATE_PREPOSITIONS else f"on {printed}")


def _is_date(match: re.Match[str], word: str, lead: str, text: str) -> bool:
    """Whether a day's name means one day: not in "the Sunday trade ban", "Super Tuesday", "Saturday, February 22"."""
    if match["more"] or lead in NAMED_DAYS or (word == "today" and _nowadays(match, text)):
        return False
    if PLANNED.search(text, max(0, match.start() - 8), match.start()) and NOUN_BEHIND.match(text, match.end()):
        return False  # "a planned Wednesday special"
    if lead not in DATE_PREPOSITIONS and word not in ("today", "tonight", "yesterday", "tomorrow"):
        behind = re.match(r"\s+([a-z]+)", text[match.end() : match.end() + 20])
        if behind and behind[1] in AFTER_DAY and not match["which"]:
            return False  # "allows Sunday opening hours"
    return lead not in ("the", "a", "an") or bool(match["own"] or match["which"])


def _is_subject(match: re.Match[str], text: str) -> bool:
    opens = OPENS_SENTENCE.search(text, max(0, match.start() - 3), match.start()) is not None
    return opens and DOES.match(text, match.end()) is not None


def _bare(match: re.Match[str], text: str) -> int | None:
    """From where a date is printed without a preposition; None where it needs one."""
    if _is_subject(match, text):
        return match.start()
    lead = (match["lead"] or "").lower()
    return match.start("day") if lead not in DATE_PREPOSITIONS and _is_own(match, text) else None


def _is_own(match: re.Match[str], text: str) -> bool:
    """Whether the day stands before a noun of somebody's: "his entire Thursday schedule"."""
    if OWN.search(text, max(0, match.start("day") - LONGEST_OWN), match.start("day")) is None:
        return False
    return NOUN_BEHIND.match(text, match.end()) is not None and PAST.match(text, match.end() + 1) is None


def _word_before(text: str, at: int) -> str:
    match = re.search(r"([A-Za-z]+)\s+$", text[max(0, at - 20) : at])
    return match[1].lower() if match else ""


def _nowadays(match: re.Match[str], text: str) -> bool:
    """ "Today" that means these days, not the day of writing: "is today a barren place"."""
    before = text[max(0, match.start("day") - 12) : match.start("day")].split()
    return (bool(before) and before[-1].lower() in {"is", "are", "it", "be"}) or text[
        match.end() : match.end() + 1
    ] == "’"


def _which_day(word: str, match: re.Match[str], text: str, dateline: datetime.date) -> datetime.date:
    fixed = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
    if word in fixed:
        return dateline + timedelta(fixed[word])
    which = (match["which"] or "").lower().strip()
    back = (dateline.weekday() - [d.lower() for d in WEEKDAYS].index(word)) % 7
    if which == "last":
        return dateline - timedelta(back or 7)
    as_of = re.search(r"\bas of\s+$", text[max(0, match.start("day") - 8) : match.start("day")], re.I) is not None
    this = which == "this" and not (back and _is_told_of(text, match))
    near = text[max(_sentence_start(text, match.start()), match.start() - 40) : match.end() + 20].split(". ")[0]
    due = not which and (match["lead"] or "").lower() in ("by", "until") and not DONE.search(near)
    ahead = (
        due
        or (not as_of and (this or which in ("next", "this coming")))
        or (not as_of and not which and looks_ahead(text, match.start()))
    )
    if ahead:
        return dateline + timedelta((-back) % 7 or (7 if which == "next" else 0))
    return dateline - timedelta(back)


def _is_told_of(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence tells of the past: "This Sunday, she crossed the Channel"."""
    end = text.find(". ", match.end())
    sentence = text[
        _sentence_start(text, match.start()) : match.end() + LOOK_BACK if end < 0 else min(end, match.end() + LOOK_BACK)
    ]
    return PAST.search(sentence) is not None and not AHEAD.intersection(sentence.lower().split())


def _sentence_start(text: str, at: int) -> int:
    """Where the sentence around *at* begins, or as far back as is worth looking."""
    least = max(0, at - LOOK_BACK)
    return max(text.rfind(". ", least, at), text.rfind("\n", least, at), least)


def looks_ahead(text: str, at: int, words: int = 12) -> bool:
    """Whether the sentence up to *at* speaks of what is still to come, in the last so many words."""
    before = re.findall(r"'ll|[a-z]+", text[_sentence_start(text, at) : at].lower())[-words:]
    to_come = any(a in ("is", "are") and b == "to" for a, b in pairwise(before))
    return to_come or bool(AHEAD.intersection(before)) or (len(before) < 2 and _goes_on_ahead(text, at))


def _goes_on_ahead(text: str, at: int) -> bool:
    """Whether a sentence that begins with the date then says what will be, and nothing that was: "In May it will open"."""
    will = WILL.match(text, at, at + LOOK_BACK)
    return will is not None and PAST.search(will.group()) is None


def _this_part(match: re.Match[str], text: str, dateline: datetime.date) -> Change | None:
    if match["night"] and text[max(0, match.start("night") - 9) : match.start("night")].lower().endswith("the last "):
        return None  # the last night of what is told about
    day = dateline - timedelta(1) if match["night"] else dateline
    lead = (match["lead"] or "on").lower()
    lead = "on" if lead == "in" else lead
    return Change(match.start(), match.end(), f"{lead} the {(match['part'] or 'night').lower()} of {written(day)}")


def _period(match: re.Match[str], text: str, dateline: datetime.date) -> Change | None:
    step = {"this": 0, "last": -1, "next": 1}[match["which"].lower()]
    if match["unit"].lower() in SEASONS and not _is_clear(match["unit"].lower(), step, dateline):
        return None
    within, name = _named_period(match["unit"].lower(), step, dateline)
    lead = (match["lead"] or "").lower()
    if lead == "the" and step and not match["own"]:
        return None  # "the last month" is a span, "the next month" counts from what was told before
    fine = (match["fine"] or "").lower()
    at = match.start("fine") if fine else match.start("which")
    if match["own"]:
        at = match.start("lead") if lead == "the" else at
        return Change(at, match.end(), name if name.startswith("the ") else f"the {name}")
    if _is_subject(match, text) and not fine:
        return Change(match.start(), match.end(), name)
    prepared = lead in DATE_PREPOSITIONS | {"in", "throughout", "within"}
    if fine in ("earlier", "later"):
        return Change(at, match.end(), f"{fine} {within} {name}")
    if fine:
        return Change(at, match.end(), f"{fine} {name}" if prepared else f"{fine} {within} {name}")
    return Change(at, match.end(), name if prepared else f"{within} {name}")


def _is_clear(season: str, step: int, dateline: datetime.date) -> bool:
    """Whether "last summer" is of last year and "next spring" of next year: in autumn and in winter they may be of this one."""
    first = SEASONS[season]
    return step == 0 or (dateline.month < first + MONTHS_OF_SEASON if step < 0 else dateline.month >= first)


def _named_period(unit: str, step: int, dateline: datetime.date) -> tuple[str, str]:
    """The preposition and the name of this, the last or the next week, month, year …"""
    if unit == "weekend":
        back = (dateline.weekday() - 5) % 7
        return "on", f"the weekend of {written(dateline - timedelta(back if step < 0 or back <= SOON else back - 7))}"
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


def _month_number(name: str) -> int:
    return SHORT_MONTHS.get(name) or MONTHS.index(name) + 1


def _year_of(month: int, day: int, text: str, at: int, dateline: datetime.date) -> int:
    """The year that a date without one means: one that its sentence names just before, else the nearest that fits."""
    named = YEAR.findall(text[_sentence_start(text, at) : at])
    ahead = looks_ahead(text, at) or _word_before(text, at) in ("by", "until", "till")
    if named and int(named[-1]) < dateline.year and not ahead:
        return int(named[-1])
    try:
        this = datetime.date(dateline.year, month, day)
    except ValueError:
        return dateline.year
    if ahead:
        return dateline.year + (this < dateline - timedelta(31))
    return dateline.year - (this > dateline + timedelta(45))


def _month_day(match: re.Match[str], text: str, dateline: datetime.date) -> Change | None:
    name, day = match["month"] or match["month2"], int(match["day"] or match["day2"])
    if not 1 <= day <= 31 or YEAR_BEFORE.search(text, max(0, match.start() - 8), match.start()):
        return None
    year = _year_of(_month_number(name), day, text, match.start(), dateline)
    return Change(
        match.start(), match.end(), f"{match.group()}, {year}" if match["month"] else f"{match.group()} {year}"
    )


def _day_range(match: re.Match[str], text: str, dateline: datetime.date) -> Change | None:
    day = int(match["day"])
    if not 1 <= day < int(match["last"]) <= 31:
        return None
    year = _year_of(_month_number(match["month"]), day, text, match.start(), dateline)
    return Change(match.start(), match.end(), f"{match.group()}, {year}")


def _month(match: re.Match[str], text: str, dateline: datetime.date) -> Change:
    number = MONTHS.index(match["month"]) + 1
    at = _sentence_start(text, match.start())
    named = YEAR.findall(text[at : match.start()])
    before = _word_before(text, match.start())
    ahead = (
        looks_ahead(text, match.start("month")) or "by" in (match["lead"], before) or "until" in (match["lead"], before)
    )
    past = TOLD_BEFORE.search(text, max(0, match.start() - 40), match.start()) is not None
    if named and int(named[-1]) < dateline.year and not ahead:
        year = int(named[-1])
    elif ahead and not past:
        year = dateline.year + (number < dateline.month)
    else:
        # of "was to end in August" only the near month tells that it had not come yet
        told = looks_ahead(text, match.start("month"), words=40) or WAS_TO.search(text, at, match.start()) is not None
        soon = 0 < number - dateline.month <= MONTHS_AHEAD and told
        year = dateline.year - (number > dateline.month and not soon)
    return Change(match.start("month"), match.end("month"), f"{match['month']} {year}")


def _month_of_year(match: re.Match[str], text: str, dateline: datetime.date) -> Change:
    year = dateline.year - (match["which"] == "last")
    day = match["day"] or ""
    return Change(match.start(), match.end(), f"{match['month']}{day}{',' if day else ''} {year}")


def _ago(match: re.Match[str], text: str, dateline: datetime.date) -> Change | None:
    count = _COUNTS.get(match["count"].lower()) or int(match["count"] if match["count"].isdigit() else 0)
    unit = match["unit"].lower()
    if unit == "day":
        return Change(match.start(), match.end(), f"on {written(dateline - timedelta(count))}")
    month = f"{MONTHS[dateline.month - 1]} {dateline.year}"
    return Change(match.end() - 3, match.end(), f"before {month}" if unit != "week" else f"before {written(dateline)}")


Meaning = Callable[[re.Match[str], str, datetime.date], Change | None]
_RULES: tuple[tuple[re.Pattern[str], Meaning], ...] = (
    (THIS_PART, _this_part),
    (MONTH_OF_YEAR, _month_of_year),
    (DAY, _day),
    (PERIOD, _period),
    (AGO, _ago),
    (DAY_RANGE, _day_range),
    (MONTH_DAY, _month_day),
    (MONTH, _month),
)
