"""Accusations that are raised against somebody are not made by who suffers them: "she faces criticism, prompting *accusations of* breach"."""

import re
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft
from claims.extraction.types import Span

_NOUNS = frozenset(
    "accusations accusation criticism allegations allegation complaints suspicions suspicion speculation".split()
)
# What brings them about, or what somebody does with those of others.
_RAISED = re.compile(
    r"\b(?:prompt|spark|draw|face|trigger|fuel|attract|provok|invit|rais|fac|meet|met|stok|weather|surviv|fend|bat|brush|shrug|deflect)\w*"
    r"(?: off| with| away)?(?: (?:further|new|fresh|more|widespread|some|renewed|strong|heavy|mounting|growing|immediate|sharp))? $"
    r"|\b(?:amid|despite|over|after|following|against|by|to) (?:[a-z]+ )?$"
)
REACH = 50  # characters before the noun in which that stands
_NOUN_AND_PRONOUN = re.compile(r"[a-z]+ (?=(?:he|she|it|they)$)")  # "whose *finances* it called strong"
_CALLED = frozenset(
    "false baseless unfounded debunked unproven discredited repeated earlier unsubstantiated misleading bogus widespread persistent".split()
)
_WHOSE = re.compile(r"(?P<who>(?:[A-ZÀ-Þ][\w.-]*(?: [A-ZÀ-Þ][\w.-]*)*|\b(?:his|her|their|its)\b))(?:['’]s?)? $")


def of_nobody(text: str, draft: Draft) -> Draft:
    """The draft without its source, where that is whom the accusations are raised against."""
    if not draft.cue or not draft.source or draft.cue[0].of(text).split()[0].lower() not in _NOUNS:
        return draft
    cue, source = draft.cue[0], draft.source[0]
    raised = source.end < cue.start and _RAISED.search(text, max(source.end, cue.start - REACH), cue.start)
    return replace(draft, source=[], kind=None) if raised else draft


def of_possessor(text: str, draft: Draft) -> Draft:
    """The draft with whoever made the claims for source, and not what they are called: "*Orme’s* false claims of fraud"."""
    if draft.source and (noun := _NOUN_AND_PRONOUN.match(text, draft.source[0].start, draft.source[0].end)):
        return replace(draft, source=[Span(noun.end(), draft.source[0].end)], kind=None)
    if not draft.cue or not draft.source or draft.source[0].of(text).lower() not in _CALLED:
        return draft
    whose = _WHOSE.search(text, max(0, draft.source[0].start - REACH), draft.source[0].start)
    return replace(draft, source=[Span(*whose.span("who"))] if whose else [], kind=None)
