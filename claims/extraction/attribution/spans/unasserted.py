"""What is only asked, or left unsaid, is told by nobody: "declined to say *whether anybody had threatened* it", "*stopped reporting* it"."""

import re

from claims.extraction.attribution.drafts import Draft
from claims.extraction.types import Span

REACH = 60  # characters before a source or a cue in which the word stands

# "*Whether* voters will accept that is open", "would not say *whether* she backs calls for it".
_WHETHER = re.compile(
    r"\b(?:[Ww]hether|(?:ask|asks|asked|wonder|wonders|wondered|say|know|see|unclear|doubtful) if) (?:or not )?$"
)
# "He *stopped short of* saying", "*refrained from* accusing", "*ceased* reporting".
_LEFT = re.compile(
    r"\b(?:stop(?:s|ped|ping)?(?: short of)?|refrain(?:s|ed|ing)? from|ceas(?:e|es|ed|ing)|quit|fell short of|falls short of|held back from) $"
)
_LEFT_FIRST = re.compile(
    r"(?:stop(?:s|ped|ping)?(?: short of)?|refrain(?:s|ed|ing)? from|ceas(?:e|es|ed|ing)|f[ae]lls? short of) [a-z]+ing\b"
)


def is_unasserted(text: str, draft: Draft) -> bool:
    """Whether the draft's clause is what somebody asks or does not say, so that nobody is told to have said it."""
    if not draft.cue:
        return False
    cue = draft.cue[0]
    if _LEFT_FIRST.match(text, cue.start, cue.end) or _LEFT.search(text, max(0, cue.start - REACH), cue.start):
        return True
    source = draft.source[0] if draft.source else None
    return source is not None and source.end <= cue.start and _follows_whether(text, source)


def _follows_whether(text: str, source: Span) -> bool:
    return _WHETHER.search(text, max(0, source.start - REACH), source.start) is not None
