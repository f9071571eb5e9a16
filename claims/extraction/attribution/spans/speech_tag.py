"""Who stands behind the verb of a speech tag, whatever the reader took: "“God bless him,” *commented another*"."""

import re
from dataclasses import replace

from claims.extraction.attribution.drafts import FINITE, Draft
from claims.extraction.attribution.subjects import can_speak
from claims.extraction.types import Span

_PROPER = r"(?:[A-ZÀ-Þ][\w'’-]*|[A-Z][a-z]{0,4}\.(?= [A-Z]))"
REACH = 80  # characters before a verb in which its subject stands
_SAY = frozenset("said says say wrote writes tweeted added".split())
_TELLER = re.compile(
    r"(?:^|[\"”’'»] )(?P<who>(?:(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Aa]n?) )?(?:[\w’.-]+ ){0,4}?[\w’.-]+) $"
)
_WHO = re.compile(
    rf" (?P<who>another|others|he|she|they|(?:(?:the|an?|one|his|her|its|their|another) )?(?:[a-z][\w'’-]* ){{0,4}}?{_PROPER}(?: {_PROPER})*"
    r"|(?:one|another|the|an?) (?:[a-z-]+ ){0,2}[a-z-]+)(?P<more>, (?:who|an?|the) [^,;:\"“”.]+)?(?=[.,;])"
)
_CLOSED = frozenset(f"{mark}{quote} " for mark in ",!?—" for quote in '"”')
_AFTER_TITLE = 4  # characters


def behind_tag(text: str, draft: Draft) -> Draft:
    """The draft with the speaker right behind a verb that follows a quotation with a comma."""
    cue = draft.cue[0]
    if draft.source and len(draft.cue) == 1 and (teller := _who_said_of(text, cue, draft.source[0])):
        return replace(draft, source=[teller], kind=None)
    if text[cue.start - 3 : cue.start] not in _CLOSED or draft.anchor.of(text) not in FINITE or len(draft.cue) > 1:
        return draft
    first = draft.source[0] if draft.source else None
    if first is None or first.start in (cue.end + 1, cue.end + 2) or cue.end < first.start < cue.end + _AFTER_TITLE:
        return draft
    found = _WHO.match(text, cue.end)
    if found is None or not can_speak(found["who"].split()):
        return draft
    end = found.end("more") if found["more"] else found.end("who")
    return replace(draft, source=[Span(found.start("who"), end)], kind=None)


def _who_said_of(text: str, cue: Span, source: Span) -> Span | None:
    """ "“She never called,” *Hume* said of the mayor": who stands before the verb speaks, and not who is spoken of."""
    if text[cue.end : source.start] not in (" of ", " about ") or cue.of(text) not in _SAY:
        return None
    before = _TELLER.search(text, max(0, cue.start - REACH), cue.start)
    return Span(*before.span("who")) if before and can_speak(before["who"].split()) else None
