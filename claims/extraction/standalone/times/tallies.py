"""Counts of a disease, which grow from day to day: as of the day that their paragraph names, or else the day of writing."""

from collections.abc import Sequence

from claims.extraction.standalone.change import Change
from claims.extraction.standalone.clauses import main_verb
from claims.extraction.standalone.cutting.cuts import dates_itself
from claims.extraction.standalone.happenings.disease import DISEASES
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.times.days import written
from claims.extraction.standalone.times.timing import DATED, Timing

COUNTED = frozenset("cases infections deaths fatalities hospitalisations hospitalizations recoveries".split())
# Verbs by which a count stands: what "rose" or "fell" did so on some day of its own.
STANDING = frozenset("is are was were has have stands stood".split())
# A count of one day, of a time or of a share is no tally that goes on.
OF_A_TIME = frozenset(
    "new daily first last day days week weeks month months hours year per percent % during between since".split()
)


def change(timing: Timing, tokens: Sequence[Token], changes: Sequence[Change]) -> Change | None:
    """ "As of" a day behind a claim that tells how many cases or deaths of a disease there are, and no day."""
    if timing.dateline is None or dates_itself(tokens) or any(DATED.search(each.words) for each in changes):
        return None
    said = " ".join([*(t.word for t in tokens), *(each.words for each in changes)])
    verb = main_verb(tokens)
    if verb is None or tokens[verb].lower not in STANDING or DISEASES.search(said) is None:
        return None
    if not _counts(tokens) or any(t.lower in OF_A_TIME for t in tokens) or "as of" in said.lower():
        return None
    last = next((t for t in reversed(tokens) if t.word[:1].isalnum()), None)
    if last is None or last.start < 0:
        return None
    day = timing.day_before(next(t.start for t in tokens if t.start >= 0)) or timing.dateline
    return Change(last.end, last.end, f" as of {written(day)}")


def _counts(tokens: Sequence[Token]) -> bool:
    """Whether a number stands before what is counted: "5,667 measles cases", "52 thousand deaths"."""
    for at, token in enumerate(tokens):
        if token.lower in COUNTED and any(t.tag == "CD" and t.word[:1].isdigit() for t in tokens[max(0, at - 4) : at]):
            return True
    return False
