"""Cues that look like speech in the news of police, courts and disasters, and by which nobody says anything."""

import re

from claims.extraction.attribution.drafts import Draft
from claims.extraction.types import Span

REACH = 60  # characters before a cue in which an auxiliary may stand

# What a caller is asked to name: "quoting crime reference 12/345", "quoting Operation Heron".
_REFERENCE = re.compile(
    r" (?:the )?(?:(?:crime|incident|case|police|job|CAD|log|occurrence) )*(?:ref|refs|reference|log|number|incident|case|crime|CAD|job|Operation|occurrence)\b"
    r"| (?:[A-Z]+[-/ ])?\d[\w/-]*",
    re.IGNORECASE,
)
_WAS = re.compile(r"\b(?:was|were|been|being|is|are) (?:\w+ly )?(?:also )?$")
_MADE = re.compile(
    r"(?:(?:has|have|had) )?(?:made|makes|making) (?:the|his|her|its|their|these|those) (?:comments?|remarks?)"
)
_WHEN_MADE = re.compile(r"(?:as|after|before|during|in|at|on|when|while|ahead of) ")
_STIRRED = frozenset("hopes fears concerns suspicions expectations doubts speculation".split())
_STIRS = re.compile(
    r"\b(?:raised|raises|raising|dashed|dashes|fuelled|fueled|boosted|lifted|sparked|stoked|stirred|revived|eased|heightened)(?: the)? $"
)
_SETTING = re.compile(r"(?:Despite|Amid|In spite of|Even after|After) (?![^.]*[\"“])")
_VERBAL = re.compile(r"(?:be|been|being) \w")  # a verb and no noun phrase: "be freed"


def is_no_speech(text: str, draft: Draft) -> bool:
    """Whether nobody says anything by the draft's cue: a caller's reference, an offence, a row that goes on, hopes that a storm raised."""
    cue, verb = draft.cue[-1], draft.anchor.of(text).lower()
    source = draft.source[0] if draft.source else None
    if source and _VERBAL.match(text, source.start, source.end):
        return True
    if verb == "quoting":
        return _REFERENCE.match(text, cue.end) is not None
    if verb == "cited":
        return _is_offence(text, cue, draft.anchor.start)
    if verb in _STIRRED:
        return source is not None and _STIRS.search(text, source.start, cue.start) is not None
    return bool(draft.content) and _tells_when(text, draft.content[0], cue, verb)


def _is_offence(text: str, cue: Span, verb: int) -> bool:
    """ "He was *cited for* speeding": a charge, and no words of anybody."""
    behind = cue.end - (len(" for") if cue.of(text).endswith(" for") else 0)
    return text.startswith(" for ", behind) and _WAS.search(text, max(0, verb - REACH), verb) is not None


def _tells_when(text: str, content: Span, cue: Span, verb: str) -> bool:
    """ "*Made the comments* as the council met", "Despite claims of a truce, the row *continues*": what stands there tells when."""
    if _MADE.fullmatch(text, cue.start, cue.end):
        return _WHEN_MADE.match(text, content.start) is not None
    return verb == "continues" and content.start < cue.start and _SETTING.match(text, content.start) is not None
