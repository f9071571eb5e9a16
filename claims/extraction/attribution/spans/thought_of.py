"""Of whom something is thought or told, who has not said it: "*Lind is thought* to have gone north", "*workers were told* there was no money"."""

import re

from claims.extraction.attribution.drafts import Draft
from claims.extraction.lexicon.heads import BODY_HEADS
from claims.extraction.lexicon.people import GROUPS

_THOUGHT = re.compile(
    r"(?:is|are|was|were|has been|have been) (?:\w+ly |now |also |still )?(?:thought|believed|understood|said|reported|feared|known|expected|rumoured|rumored)"
)
_TOLD = re.compile(r"(?:was|were|is|are|has been|have been|had been) (?:also |later |then |first |repeatedly )?told")
# Those before whom others speak: what jurors were told was said in court, and what reporters were told is news.
_HEARERS = frozenset(
    "jurors magistrates judges mps councillors councilors peers senators delegates reporters journalists investors shareholders committee officers".split()
)
_PERSON = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Sir|Miss)\.? )?[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’.-]+){0,2}")
_WHEN = re.compile(r"\b(?:[Ww]hen|[Aa]fter|[Ii]f|[Oo]nce) (?:[\w'’-]+ ){1,4}$")
REACH = 60  # characters before a cue in which "when respondents" may stand


def is_only_thought_of(text: str, draft: Draft) -> bool:
    """Whether the source is only whom something is thought of: the article tells that it is."""
    if len(draft.cue) != 1 or not draft.source or draft.source[0].end > draft.cue[0].start:
        return False
    last = next((one for one in draft.content if one.start >= draft.cue[0].end), None)
    thought = _THOUGHT.fullmatch(text, draft.cue[0].start, draft.cue[0].end) is not None
    return thought and last is not None and text.startswith("to ", last.start)


def is_only_told(text: str, draft: Draft) -> bool:
    """Whether somebody was told it outside of any court or chamber, so that it is not said by whom."""
    if len(draft.cue) != 1 or not _TOLD.fullmatch(text, draft.cue[0].start, draft.cue[0].end):
        return False
    cue, source = draft.cue[0], draft.source[0] if draft.source else None
    if source is None:
        return _WHEN.search(text, max(0, cue.start - REACH), cue.start) is not None
    return source.end <= cue.start and _is_somebody(source.of(text))


def _is_somebody(words: str) -> bool:
    """Whether the words name a person, or people who do not sit to hear what others say."""
    last = words.split()[-1].lower()
    if _PERSON.fullmatch(words):
        return BODY_HEADS.isdisjoint(words.lower().split()) and words.split()[0] not in ("The", "A", "An")
    return last in GROUPS and last not in _HEARERS
