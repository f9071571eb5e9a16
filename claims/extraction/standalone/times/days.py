"""Days of the week, "yesterday", "this morning": which day each means, counted from the day of writing."""

import datetime
import re
from datetime import timedelta

from claims.extraction.lexicon.calendar import (
    AFTER_DAY,
    DATE_PREPOSITIONS,
    MONTH_NAMES,
    MONTHS,
    PARTS_OF_DAY,
    WEEKDAYS,
)
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.times.telling import (
    PAST,
    is_put_on,
    is_subject,
    is_told_of,
    looks_ahead,
    sentence_start,
    word_before,
)

_DAY_NAMES = "|".join(WEEKDAYS)
_PART = rf"(?:\s+(?P<part>{'|'.join(PARTS_OF_DAY)}))?"
_FINE = r"(?:(?P<fine>late|early)\s+)?"
LEAD = r"(?:(?P<lead>(?!(?:this|last|next)\b)[A-Za-z]+)\s+)?"
DAY = re.compile(
    rf"\b{LEAD}{_FINE}(?P<which>last\s+|next\s+|this\s+(?:past\s+|coming\s+)?)?"
    rf"(?P<day>{_DAY_NAMES}|yesterday|today|tonight|tomorrow)\b(?P<own>['’]s)?{_PART}(?:\s+(?P<last>night)\b)?"
    rf"(?P<more>,?\s+(?:the\s+)?(?:{MONTH_NAMES})(?!\w)|,?\s+\(?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)\b|,?\s+\d{{1,2}}\b(?!\s+(?!to\b|and\b|or\b|through\b|of\b|(?:{MONTH_NAMES})\b)[a-z]{{3}}))?",
    re.IGNORECASE,
)
# "On Friday (Sep 20)": the day is told anyway.
IN_BRACKETS = re.compile(
    r"\s\((?P<month>Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?\)"
)
THIS_PART = re.compile(
    r"\b(?:(?P<lead>on|in|since|by|until|of|from|during|before|after|through|throughout|to|for)\s+)?"
    r"(?:this\s+(?P<part>morning|afternoon|evening)|last\s+(?P<night>night))\b(?P<own>['’]s\b)?",
    re.I,
)
# "This afternoon, Wednesday September 7": the day is told anyway.
TOLD_ANYWAY = re.compile(
    rf",?\s+\(?(?:(?:{'|'.join(WEEKDAYS)}),?\s+)?(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:{MONTH_NAMES})(?!\w)",
    re.IGNORECASE,
)
POSSESSIVE = re.compile(r"['’]s\b")
THE_DAYS = re.compile(r"\b[Tt]he \w+day and $")
NAMED_DAYS = frozenset(
    "super black good ash palm easter holy cyber bloody mothering remembrance shrove maundy giving whit every each most some any".split()
)  # "Super Tuesday" is no date
DONE = re.compile(r"\b(?:had|was|were|has|have)\b")  # "by Friday, 30 had died"
# "Has been closed until Friday" still is; "was closed" or "had been" may be over.
CLOSED = re.compile(r"\b(?:had|was|were)\b")
DECLARED = frozenset("declared declare declares proclaimed".split())  # "declared Friday a day of mourning"
NOT_UNTIL = re.compile(
    r"\b(?:made|received|got|gave|sent|heard|saw|did|was|were|had) (?:not|no|nothing|none)\b[^.;]*\buntil\s+$"
)
HAD_BEEN = re.compile(r"\bhad been\b")
SAID = re.compile(r",[^.;\n]* said\b")
PLANNED = re.compile(r"\b(?:an?|its|their)\s+$")
OWN = re.compile(r"\b(?:his|her|its|their)\s+(?:[a-z]+\s+)?$")  # a day before what is somebody's own
LONGEST_OWN = 24
AT_LEAST = re.compile(r"\b(until|till|by|through|since)\s+at\s+$", re.I)
SPENDING = frozenset(("spent", "spend", "spends", "spending"))  # "spent Sunday night in their cars"
NEAR = 36  # letters behind a day in which a verb tells whether it is over
HOUR = re.compile(r"\s+(?P<hour>noon|midnight|lunchtime|dawn|dusk)\b")  # "by Sunday noon"
OF_MONTH = re.compile(rf"\s+(?:in|of)\s+(?:(?:each|every|the|that)\s+month|{'|'.join(MONTHS)})\b")
NOUN_BEHIND = re.compile(r"\s+(?!(?:and|or|to|at|in|for|by|on|as|after|before|when|that|with|from|of)\b)[a-z]")


def written(day: datetime.date) -> str:
    """A day as a claim prints it: "February 22, 2020"."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def day(match: re.Match[str], text: str, dateline: datetime.date) -> Change | None:
    word = match["day"].lower()
    lead = _lead(match, text)
    if not _is_date(match, word, lead, text):
        return None
    fine = (match["fine"] or (lead if lead in ("late", "early") else "")).strip().lower()
    at = min(match.start(group) for group in ("day", "which", "fine") if match[group])
    if lead and lead == fine:
        at, lead = match.start("lead"), word_before(text, match.start("lead"))
    if (told := IN_BRACKETS.match(text, match.end())) and lead in DATE_PREPOSITIONS:
        month = next(i for i, name in enumerate(MONTHS, 1) if name.startswith(told["month"][:3]))
        year = dateline.year - ((month, int(told["day"])) > (dateline.month, dateline.day))
        return Change(match.start("day"), told.end(), f"{MONTHS[month - 1]} {int(told['day'])}, {year}")
    printed = written(_which_day(word, match, text, dateline))
    if match["own"]:
        return Change(match.start("lead") if lead == "the" else at, match.end(), f"the {printed},")
    bare = _bare(match, text)
    if bare is not None:
        return Change(bare, match.end(), printed)
    if owned := POSSESSIVE.match(text, match.end()):
        return Change(at, owned.end(), f"the {printed},")  # "Saturday night's order"
    printed, end = _with_part(printed, match, lead, text)
    if fine:
        lead = lead or word_before(text, at)
        at = match.start("lead") if lead == "on" and match["lead"].lower() == "on" else at
        return Change(at, end, f"{fine} {printed}" if lead == "of" else f"{fine} on {printed}")
    return Change(at, end, printed if lead in DATE_PREPOSITIONS | SPENDING else f"on {printed}")


def _with_part(printed: str, match: re.Match[str], lead: str, text: str) -> tuple[str, int]:
    """The day with the part or the hour of it that its words name, and where they end."""
    hour = HOUR.match(text, match.end())
    if hour and lead in DATE_PREPOSITIONS and lead != "on":
        return f"{hour['hour']} on {printed}", hour.end()
    night = match["day"].lower() == "tonight" or match["last"]
    part = "night" if night else (match["part"] or "").lower()
    return f"the {part} of {printed}" if part else printed, match.end()


def _is_date(match: re.Match[str], word: str, lead: str, text: str) -> bool:
    """Whether a day's name means one day: not in "the Sunday trade ban", "Super Tuesday", "Saturday, February 22"."""
    if OF_MONTH.match(text, match.end()):
        return False  # "the third Monday in January"
    if lead == "and" and THE_DAYS.search(text, max(0, match.start() - 20), match.start("day")):
        return False  # "the Thursday and *Friday* before the holiday"
    if match["more"] or lead in NAMED_DAYS or (word == "today" and _nowadays(match, text)):
        return False
    if PLANNED.search(text, max(0, match.start() - 8), match.start()) and NOUN_BEHIND.match(text, match.end()):
        return False  # "a planned Wednesday special"
    if lead not in DATE_PREPOSITIONS and word not in ("today", "tonight", "yesterday", "tomorrow"):
        behind = re.match(r"\s+([a-z]+)", text[match.end() : match.end() + 20])
        if behind and behind[1] in AFTER_DAY and not match["which"]:
            return False  # "allows Sunday opening hours"
    return lead not in ("the", "a", "an") or bool(match["own"] or match["which"])


def _lead(match: re.Match[str], text: str) -> str:
    """The word that leads to the day, behind "at least" the one before that: "*until* at least Tuesday"."""
    lead = (match["lead"] or "").lower()
    bound = AT_LEAST.search(text[: match.start("lead")]) if lead == "least" else None
    return bound[1].lower() if bound else lead


def _bare(match: re.Match[str], text: str) -> int | None:
    """From where a date is printed without a preposition; None where it needs one."""
    if is_subject(match, text):
        return match.start()
    lead = _lead(match, text)
    if lead in DECLARED and not match["which"]:  # but "declared *last Friday* so that"
        return match.start("day")
    return match.start("day") if lead not in DATE_PREPOSITIONS and _is_own(match, text) else None


def _is_own(match: re.Match[str], text: str) -> bool:
    """Whether the day stands before a noun of somebody's: "his entire Thursday schedule"."""
    if OWN.search(text, max(0, match.start("day") - LONGEST_OWN), match.start("day")) is None:
        return False
    return NOUN_BEHIND.match(text, match.end()) is not None and PAST.match(text, match.end() + 1) is None


def _nowadays(match: re.Match[str], text: str) -> bool:
    """ "Today" that means these days, not the day of writing: "is today a barren place"."""
    before = text[max(0, match.start("day") - 12) : match.start("day")].split()
    return (bool(before) and before[-1].lower() in {"is", "are", "it", "be", "of"}) or text[
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
    this = which == "this" and not (back and is_told_of(text, match))
    near = text[max(sentence_start(text, match.start()), match.start() - 40) : match.end() + NEAR]
    near = near.lstrip(". \n").split(". ")[0]
    lasts = ("by", "until") if " from " in near else ("by", "until", "through")
    over = CLOSED if _lead(match, text) == "until" else DONE
    if over is CLOSED and SAID.match(text, match.end()):
        over = HAD_BEEN  # "had fuel until Friday, its head said": she said that it has
    due = not which and _lead(match, text) in lasts and not over.search(near)
    ahead = (
        (due and not NOT_UNTIL.search(text, max(0, match.start() - 40), match.start("day")))
        or (not as_of and (this or which in ("next", "this coming")))
        or (not as_of and not which and _lead(match, text) != "since" and looks_ahead(text, match.start()))
        or (not which and _lead(match, text) in DECLARED)
        or (not which and is_put_on(text, match.start("day")))
    )
    if ahead:
        return dateline + timedelta((-back) % 7 or (7 if which == "next" else 0))
    return dateline - timedelta(back)


def this_part(match: re.Match[str], text: str, dateline: datetime.date) -> Change | None:
    if match["night"] and text[max(0, match.start("night") - 9) : match.start("night")].lower().endswith("the last "):
        return None  # the last night of what is told about
    if TOLD_ANYWAY.match(text, match.end()):
        return None
    day = dateline - timedelta(1) if match["night"] else dateline
    if match["own"]:
        at = match.end("lead") + 1 if match["lead"] else match.start()
        return Change(at, match.end(), f"the {written(day)},")
    lead = (match["lead"] or "on").lower()
    lead = "on" if lead == "in" else lead
    return Change(match.start(), match.end(), f"{lead} the {(match['part'] or 'night').lower()} of {written(day)}")
