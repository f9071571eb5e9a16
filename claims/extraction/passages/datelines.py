"""Dates as articles carry them: alone on a line, before a headline, or after the place where a report was filed."""

import datetime
import re

from claims.extraction.lexicon import layout

_MONTHS = {
    name[:length]: number
    for number, name in enumerate(
        (
            "january", "february", "march", "april", "may", "june",
            "july", "august", "september", "october", "november", "december",
        ),
        start=1,
    )
    for length in (3, 4, len(name))
}  # fmt: skip
_DAYS = frozenset(
    name[:length]
    for name in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    for length in (3, 4, 5, len(name))
)
_MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_WEEKDAY = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)"
_CLOCK = r"(?:(?:at |[|,-] ?)?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: ?(?:[A-Z]{2,4}|[+-]\d{4}))?)"
_DATE = rf"(?:{_WEEKDAY}\.?,? )?(?:{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?,? {_MONTH}\.?,? \d{{4}})"
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -]({_MONTH})\.?,?[ -](\d{{4}})\b", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"\b({_MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b", re.IGNORECASE)
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)")
_SLASHED = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
_NO_YEAR = re.compile(
    rf"\b(?:(?P<month>{_MONTH})\.? (?P<number>\d{{1,2}})|(?P<before>\d{{1,2}}) (?P<after>{_MONTH}))\b(?!,? ?\d{{4}})",
    re.IGNORECASE,
)
_OLDEST = datetime.timedelta(days=-330)
_TOKEN = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]\b)?|\d+(?:[:./-]\d+)*")

_HALF_DAY = re.compile(r"\d{1,2}\.\d\d ?[ap]\.?m\.?(?: [A-Z]{2,4})?", re.IGNORECASE)  # "6.12 PM"

_AGENCY = r"\((?:[A-Z][\w&.' -]{1,30})\)"
_WIRE = r"/[A-Z][\w -]{2,30}/"  # "/PRNewswire/"
_WIRES = r"(?:BUSINESS|GLOBE ?NEWS|MARKET|ACCESS|NEWS ?MEDIA|PR ?NEWS) ?WIRE"  # behind a dash of its own: "OAKHAM, N.J. — (BUSINESS WIRE) —"
_HOUSE = rf"\((?i:{'|'.join(sorted(layout.AGENCIES))})\)"
_CAPITALS = r"[A-Z][A-Z.'’/]{2,24}(?:[ -][A-Z.'’/]{2,24}){0,3}"
_PLACE = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}"
_DASH = r" {0,3}(?:[-–—]{1,2}|-- ?)"
_FULL = rf"(?i:{_MONTH}\.? \d{{1,2}},? \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}})"
# "OSLO, 24 November 2026", "Geneva, Switzerland – 3 May 2024": a place and a day alone on their line.
_PLACED = re.compile(
    rf"(?:{_CAPITALS}|{_PLACE})(?:, {_PLACE}){{0,2}}(?:,|{_DASH}| ?[|·•]) ?(?:(?i:{_WEEKDAY})\.?,? )?{_FULL}(?:,? {_CLOCK})?\.?"
)
# "LONDON (Reuters) - ", "KYIV, Ukraine, June 3 (AP) — ", "NEW YORK — ", "(CNN) — ", "London (CNN)", "Kyiv, Ukraine – ".
FILED = re.compile(
    rf"(?:(?:{_CAPITALS}|{_PLACE})(?:,? {_PLACE}){{0,2}}(?:,? (?i:{_MONTH})\.? \d{{1,2}}(?:, \d{{4}})?)?,? ?(?:(?:{_AGENCY}|{_WIRE}){_DASH}|\(CNN\)) ?"
    rf"|(?i:{_MONTH})\.? \d{{1,2}} {_AGENCY}{_DASH} ?"
    rf"|{_HOUSE}(?:{_DASH} ?| ?(?=[A-Z]))"
    rf"|{_CAPITALS}(?:,? {_PLACE}){{0,2}}(?:,? (?i:{_MONTH})\.? \d{{1,2}}(?:, \d{{4}})?)?{_DASH} "
    rf"|{_CAPITALS}(?:, {_PLACE})?{_DASH} ?\({_WIRES}\){_DASH} ?"
    rf"|{_PLACE}, {_PLACE} \| (?:[A-Z][A-Z&.' -]{{2,40}}|{_PLACE}) \| "  # "Orla, Velm | THE HERALD | Police have": who wrote it between strokes
    rf"|{_CAPITALS}, (?i:{_MONTH})\.? \d{{1,2}}: "  # "ORLA, Jan 4: Young doctors": papers of Pakistan
    rf"|{_CAPITALS} [•·] "  # "HONG KONG • The police": papers of Asia
    rf"|{_CAPITALS}(?:, {_PLACE}){{0,2}}—"  # "WASHINGTON—Rep. Ann Holt": papers that set the dash without spaces
    rf"|\({_PLACE}(?:, {_PLACE})?(?:, (?i:{_MONTH})\.? \d{{1,2}}, \d{{4}})?\) [–—] "  # "(Geneva) – Border guards": reports of human rights groups
    rf"|{_PLACE}, {_PLACE} [-–—] "
    # "Berlin, September 20, 2023—Police", "Geneva/Velm, 3 May 2024 – The": those who defend reporters, bodies of the UN
    rf"|{_PLACE}(?:/{_PLACE}|, {_PLACE})?(?:,? ?\({_FULL}\)|, {_FULL}){_DASH} ?)(?=[\"'“‘]?[A-Z\d])"
)
# A full date at the front of a line, before a headline or a paragraph that begins anew.
LEADING = re.compile(rf"{_DATE}(?:[ ,|–-]+{_CLOCK})?[ \xa0]*(?:[|:–—-] ?)?(?-i:(?=[\"'“‘]?[A-Z]))", re.IGNORECASE)
HEAD = 120  # characters at the front of a line that a dateline may take


def is_dateline(text: str) -> bool:
    """Whether the line is nothing but a date, with or without a place, a time, or how long ago it was."""
    tokens = [token.lower() for token in _TOKEN.findall(text)]
    if not tokens or len(tokens) > 30:
        return False
    if _PLACED.fullmatch(text.strip()):
        return True
    words = [token for token in tokens if not token[0].isdigit()]
    if not all(word in layout.DATE_WORDS or word in _MONTHS or word in _DAYS for word in words):
        return False
    dated = any(word in _MONTHS or word in _DAYS for word in words) and len(tokens) > 1
    figures = any(token[0].isdigit() for token in tokens)
    clock = any(
        re.fullmatch(r"\d{1,2}:\d\d(?::\d\d)?|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}", token) for token in tokens
    )
    clock = clock or _HALF_DAY.fullmatch(text) is not None
    return dated or clock or (figures and not layout.RELATIVE_TIME.isdisjoint(words))


def day(text: str) -> datetime.date | None:
    """The first full date in *text*; figures with slashes are read day first unless that is no date."""
    found = []
    for pattern, order in (
        (_DAY_FIRST, (2, 1, 0)),
        (_MONTH_FIRST, (2, 0, 1)),
        (_ISO, (0, 1, 2)),
        (_SLASHED, (2, 1, 0)),
    ):
        if match := pattern.search(text):
            year, month, number = (match.groups()[place] for place in order)
            found.append((match.start(), year, month, number))
    for _, year, month, number in sorted(found):
        if made := _made(int(year), _MONTHS.get(month[:3].lower()) or int(month), int(number)):
            return made
    return None


def day_before(text: str, latest: datetime.date) -> datetime.date | None:
    """The day and month in *text*, which names no year, as the last such day up to *latest*; None where that is nearly a year ago."""
    match = _NO_YEAR.search(text)
    if match is None:
        return None
    month = _MONTHS[(match["month"] or match["after"])[:3].lower()]
    number = int(match["number"] or match["before"])
    for year in (latest.year, latest.year - 1):
        made = _made(year, month, number)
        # A paper of tomorrow is printed today.
        if made and made.month == month and _OLDEST <= made - latest <= datetime.timedelta(days=1):
            return made
    return None


def _made(year: int, month: int, number: int) -> datetime.date | None:
    for first, second in ((month, number), (number, month)):
        try:
            return datetime.date(year, first, second)
        except ValueError:
            continue
    return None
