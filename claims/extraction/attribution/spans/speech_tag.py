"""Who stands behind the verb of a speech tag, whatever the reader took: "“God bless him,” *commented another*"."""

import re
from dataclasses import replace

from claims.extraction.attribution.drafts import FINITE, Draft
from claims.extraction.attribution.subjects import can_speak
from claims.extraction.types import Span

_PROPER = r"(?:[A-ZÀ-Þ][\w'’-]*|[A-Z][a-z]{0,4}\.(?= [A-Z]))"
_WHO = re.compile(
    rf" (?P<who>another|others|he|she|they|(?:(?:the|an?|one|his|her|its|their|another) )?(?:[a-z][\w'’-]* ){{0,4}}?{_PROPER}(?: {_PROPER})*"
    r"|(?:one|another|the|an?) (?:[a-z-]+ ){0,2}[a-z-]+)(?P<more>, (?:who|an?|the) [^,;:\"“”.]+)?(?=[.,;])"
)


def behind_tag(text: str, draft: Draft) -> Draft:
    """The draft with the speaker right behind a verb that follows a quotation with a comma."""
    cue = draft.cue[0]
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


_CLOSED = frozenset(f"{mark}{quote} " for mark in ",!?—" for quote in '"”')
_AFTER_TITLE = 4  # characters
