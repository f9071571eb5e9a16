"""Months, and days of a month without their year: "in June", "March 3", "May of last year"."""

import datetime
import re
from datetime import timedelta

from claims.extraction.lexicon.calendar import (
    MONTH_NAMES,
    MONTHS,
    month_number,
)
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.times.telling import LOOK_BACK, PAST, looks_ahead, sentence_start, word_before

MONTH_DAY = re.compile(
    rf"\b(?P<month>{MONTH_NAMES})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*,?\s*\d{{4}})(?!:|\.\d|,\d{{3}}|%|\s*[-–]\s*\d{{1,2}},?\s+\d{{4}})"
    r"(?P<that>,?\s+(?:of\s+)?(?:that|the\s+same)\s+year\b)?"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{MONTH_NAMES})\b(?!\s*,?\s*\d{{4}})"
)
MONTH = re.compile(
    rf"\b(?P<lead>(?i:in|since|until|by|through|from|of|early|late|mid|mid-|last|past|to|during|between|and))(?P<gap>[\s-]+)(?P<month>{'|'.join(MONTHS)})\b"
    rf"(?!['’]|\s*(?:of\s+)?\d|\s*,\s*(?!\d{{1,3}}(?:,\d{{3}})*\s+[a-z]{{3}})(?:of\s+)?\d|\s+(?:this|last|next|of|(?:that|the\s+same)\s+year)\b)(?P<of>\s+of\s+(?:this|last)\s+year|\s+(?:this|last)\s+year)?"
)
DAY_RANGE = re.compile(
    rf"\b(?P<month>{MONTH_NAMES})\s+(?P<day>\d{{1,2}})\s*(?:[-–—]|to|and|through)\s*(?P<last>\d{{1,2}})\b(?!\s*,?\s*\d{{4}})(?!:|\.\d|,\d{{3}}|%)(?P<year>,?\s+(?:of\s+)?(?:this|last)\s+year)?"
)
MONTH_OF_YEAR = re.compile(
    rf"\b(?P<month>{'|'.join(MONTHS)})(?P<day>\s+\d{{1,2}})?,?\s+(?:of\s+)?(?P<which>this|last)\s+year\b"
)
# A four-figure number is a year after these words only: "2,000 stores" and "(1930 UTC)" are none.
YEAR = re.compile(
    rf"\b(?:in|of|until|by|from|during|early|late|mid|{MONTH_NAMES}|\d{{1,2}},)\s+(1[89]\d\d|20\d\d)\b", re.I
)
# A month or a day with its year.
DATED = re.compile(rf"\b(?:{MONTH_NAMES}) (?:\d{{1,2}}, )?((?:19|20)\d\d)\b")
TO_COME = re.compile(r"\b(?:will|shall|would|due|expected|scheduled|is|are)\b")
YEAR_BEFORE = re.compile(r"\b(?:19|20)\d\d,?\s+$")  # "in 2019 August 8"
TOLD_BEFORE = re.compile(r"\b(?:had|was|were)\s(?:\w+\s){1,3}$")  # "than it had forecast | in December"
DONE_BY = re.compile(r"\bhad\s+(?!to\b|until\b)[^.;]*\bby\s+$")
WAS_TO = re.compile(r"\b(?:was|were) to [a-z]+\b")
UNREAL = re.compile(r"\b(?:could|would|might)(?: not|n['’]t)? have [^.,;]*$")
# "Vowed to repeal it in May", "hinted at a cut in June", "if her party wins in May": none of it was done yet.
TO_BE_DONE = re.compile(
    r"\b(?:vow|promis|pledg|threaten|intend|aim|hop|want)(?:e?s|e?d|ing)? to [a-z]+\b[^.;]*$|\bhint(?:s|ed|ing)? at\b[^.;]*$"
    r"|\bif (?:\w+ ){1,4}?(?:wins?|loses?|passes|fails|returns?|leads?|gets?|comes?|takes?|is|are|do(?:es)? not)\b[^.;]*$"
    r"|\b(?:forecasts?|expectations?|bets?|projections?)\b[^.;]*\b(?:to|from|until) $"
)
# "Took a stake in 2016 *and said* in January": the year is of the first deed alone.
DONE_LATER = re.compile(rf"\b(?:and|but|then)\s(?:\w+ly\s)?(?={PAST.pattern})")
# "By the end | of January" is still to come.
BY_THE_END = re.compile(
    r"\b(?:before|until|when|once) (?:[\w'’-]+ ){1,4}?(?:ends|begins|starts|opens|expires|closes|adjourns|returns|meets|convenes|votes)\s*$|\b(?:by|until|before)\s+(?:the\s+)?(?:end|start|beginning|middle)\s*$"
)
# Days that are names of what happened on them, in whatever year a text is written.
REMEMBERED = re.compile(r"(?:Jan(?:uary|\.)? 6|Sept(?:ember|\.)? 11|Oct(?:ober|\.)? 7|July 7|July 4)\b")
OF_NOUN = re.compile(r"\s[a-z]{3,}")
OF_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?) $")
# "In *May* and June of 2021".
SHARED_YEAR = re.compile(
    rf"\s*(?:and|or|to|through|until|[-–])\s*(?:{'|'.join(MONTHS)}),?\s+(?:of\s+)?(?P<year>(?:19|20)\d\d)\b"
)
OF_SEVERAL_DAYS = re.compile(r", \d{1,2}(?:, \d{1,2})*,? and \d{1,2}\b(?!,\d)")  # "September 9, 10 and 27"
NAMED_AFTER_DAY = re.compile(
    r"(?:Sept?(?:\.|ember)? 11(?:th)?|11 September|Jan(?:\.|uary) 6(?:th)?|6 January|Oct(?:\.|ober) 7(?:th)?|7 October),? (?:terror(?:ist)? |Capitol |Hamas )?"
    r"(?:attacks?|riots?|insurrection|massacre|committee|hijack\w+|defendants?|rioters?|hearings?|panel)\b"
)
NEAR = 60  # letters before a month in which such a verb stands
FAR = 120  # letters before a month in which a vow stands
MONTHS_AHEAD = 3  # within which a month is the coming one where the sentence speaks of the future at all


def _year_of(month: int, day: int, text: str, at: int, dateline: datetime.date) -> int:
    """The year that a date without one means: one that its sentence names just before, else the nearest that fits."""
    named = YEAR.findall(text[sentence_start(text, at) : at])
    before = word_before(text, at)
    ahead = before != "since" and (
        looks_ahead(text, at)
        or _is_to_be_done(text, at)
        or (before in ("by", "until", "till") and not _was_done(text, at))
    )
    if named and int(named[-1]) < dateline.year and not ahead:
        return int(named[-1])
    try:
        this = datetime.date(dateline.year, month, day)
    except ValueError:
        return dateline.year
    if ahead:
        return dateline.year + (this < dateline - timedelta(31))
    return dateline.year - (this > dateline + timedelta(45))


def _is_to_be_done(text: str, at: int) -> bool:
    """Whether somebody only vowed to do it, or it hangs on an "if"."""
    return TO_BE_DONE.search(text, max(sentence_start(text, at), at - FAR), at) is not None


def _was_done(text: str, at: int) -> bool:
    """Whether something "had" been done by a day, so that the day is over."""
    return DONE_BY.search(text, sentence_start(text, at), at) is not None


def _is_of_another_year(text: str, at: int, dateline: datetime.date) -> bool:
    """Whether the sentences before in its paragraph tell of a day of an earlier year, which this one may be of too."""
    start = sentence_start(text, at)
    if start == 0 or text[start : start + 1] != ".":
        return False  # the paragraph begins here
    before = max(text.rfind("\n", max(0, start - LOOK_BACK), start), start - LOOK_BACK, 0)
    told = [int(match[1]) for match in DATED.finditer(text, before, start)]
    own = YEAR.search(text, start, at) is not None
    over = PAST.search(text, start, at) is not None and TO_COME.search(text, start, at) is None
    return bool(told) and told[-1] < dateline.year and not own and over


def month_day(match: re.Match[str], text: str, dateline: datetime.date) -> Change | None:
    name, day = match["month"] or match["month2"], int(match["day"] or match["day2"])
    if NAMED_AFTER_DAY.match(text, match.start()) or OF_SEVERAL_DAYS.match(text, match.end()):
        return None  # "the Sept. 11 attacks" bear their day as a name
    if not 1 <= day <= 31 or YEAR_BEFORE.search(text, max(0, match.start() - 8), match.start()):
        return None
    if match["that"] and YEAR.search(text, sentence_start(text, match.start()), match.start()) is None:
        return None  # the year stands in another sentence
    told = _year_told(text, match)
    if is_remembered(text, match) or (told is None and _is_of_another_year(text, match.start(), dateline)):
        return None
    year = told or _year_of(month_number(name), day, text, match.start(), dateline)
    written = text[match.start() : match.start("that") if match["that"] else match.end()]
    return Change(match.start(), match.end(), f"{written}, {year}" if match["month"] else f"{written} {year}")


def _year_told(text: str, match: re.Match[str]) -> int | None:
    """The one year that the text tells for the same day elsewhere: "the Jan. 6, 2021, attack … spoke with him on *Jan. 6*"."""
    written = re.escape(text[match.start() : match.end()])
    years = {told[1] for told in re.finditer(rf"{written}, ((?:19|20)\d\d)\b", text)}
    return int(years.pop()) if len(years) == 1 and match["month"] else None


def is_remembered(text: str, match: re.Match[str]) -> bool:
    """Whether the day is the name of what happened on it, or the text tells its year elsewhere: "the *Jan. 6* attack", "a *Sept. 11* memorial"."""
    behind = OF_NOUN.match(text, match.end())
    article = OF_ARTICLE.search(text, max(0, match.start() - 5), match.start())
    if behind is None or article is None:
        return False
    written = re.escape(text[match.start() : match.end()])
    return (
        REMEMBERED.match(text, match.start()) is not None or re.search(rf"{written}, (?:19|20)\d\d", text) is not None
    )


def day_range(match: re.Match[str], text: str, dateline: datetime.date) -> Change | None:
    day = int(match["day"])
    if not 1 <= day < int(match["last"]) <= 31:
        return None
    if match["year"]:
        year = dateline.year - ("last" in match["year"])
    else:
        year = _year_of(month_number(match["month"]), day, text, match.start(), dateline)
    written = text[match.start() : match.end("last")]
    return Change(match.start(), match.end(), f"{written}, {year}")


def month(match: re.Match[str], text: str, dateline: datetime.date) -> Change | None:
    if UNREAL.search(text, max(0, match.start() - NEAR), match.start()):
        return None  # "could not have paid the wages in March", which may be over or to come
    if _is_of_another_year(text, match.start("month"), dateline):
        return None
    if shared := SHARED_YEAR.match(text, match.end("month")):
        return Change(match.start("month"), match.end("month"), f"{match['month']} {shared['year']}")
    number = MONTHS.index(match["month"]) + 1
    at = sentence_start(text, match.start())
    years = list(YEAR.finditer(text, at, match.start()))
    named = [year[1] for year in years]
    before = word_before(text, match.start())
    ahead = match["lead"].lower() != "since" and (
        looks_ahead(text, match.start("month"))
        or _is_to_be_done(text, match.start("month"))
        or not {"by", "until"}.isdisjoint((match["lead"], before))
        or BY_THE_END.search(text, max(0, match.start() - NEAR), match.start()) is not None
    )
    if years and not ahead and DONE_LATER.search(text, years[-1].end(), match.start()):
        return None
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
    if match["lead"].lower() == "past" and text.endswith("this ", 0, match.start("lead")):
        return Change(match.start("lead") - len("this "), match.end("month"), f"in {match['month']} {year}")
    return Change(match.start("month"), match.end("month"), f"{match['month']} {year}")


def month_of_year(match: re.Match[str], text: str, dateline: datetime.date) -> Change:
    year = dateline.year - (match["which"] == "last")
    day = match["day"] or ""
    return Change(match.start(), match.end(), f"{match['month']}{day}{',' if day else ''} {year}")
