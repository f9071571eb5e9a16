"""Denials of having said something: "denied *telling the court that* the plan was dead" does not deny that it was dead."""

from dataclasses import replace

from claims.extraction.attribution.drafts import Draft, trimmed
from claims.extraction.lexicon.cues import DENIALS, VERB_OF
from claims.extraction.types import Span

SHORT = 80  # characters between a denial and the verb of what it denies


def with_what_was_said(text: str, draft: Draft) -> Draft:
    """The draft with the whole of what somebody denies to have said or done as its content."""
    if len(draft.cue) not in (1, 2) or draft.bare or not draft.content or draft.content[0].start < draft.cue[-1].end:
        return draft
    first, last = draft.cue[0], draft.cue[-1]
    at = first.end if last is not first else first.start + first.of(text).rfind(" ")
    denial = text[first.start : at].split()[-1:] if at > first.start else []
    said = text[at : last.end].split()
    if not denial or VERB_OF.get(denial[0].lower()) not in DENIALS or not said or last.end - at > SHORT:
        return draft
    if said[-1].lower() not in VERB_OF or (last is first and not said[-1].endswith("ing")):
        return draft
    whole = trimmed(text, Span(at, draft.content[-1].end))
    return replace(draft, cue=[Span(first.start, at)], content=[whole]) if whole else draft
