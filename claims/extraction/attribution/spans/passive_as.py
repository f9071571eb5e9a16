"""A judgement in the passive: "*The audit* was *described* as authentic by *the department* on Monday"."""

import re
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft, trimmed
from claims.extraction.lexicon.clauses import BE, WHEN
from claims.extraction.types import Span

_WHO = (
    r",? by (?P<who>(?!the time|now|then|far|\d)[^,.;:\"“”]{2,90}?)"
    rf"(?=(?: (?:after|during|when|while|who|but|as)\b| {WHEN})|[,.;:]|$)"
)
_AS_BY = re.compile(r" (?P<what>as (?:[^,.;:\"“”]|[\"“”‘][^\"“”]{2,60}[\"”’]){2,90}?)" + _WHO)
_NAMED_BY = re.compile(r" (?P<what>[\"“‘'][^\"“”]{2,90}[\"”’'])" + _WHO)  # "was called 'an insult' by his spokesman"
_QUOTED_BY = re.compile(
    r" (?:(?:on|in) [^,.;:]{3,30} )?by (?P<who>[^,;:\"“”]{2,60}?) as (?:saying|telling \w+|stating|claiming) (?:that )?(?=\S)"
)
_APPOSED = re.compile(r"(?P<who>[^,;:\"“”]{2,60}, [^,;:\"“”]{2,60}), (?:(?:is|was|has been) )?$")
_NAMING = frozenset("called dubbed labelled labeled branded termed deemed".split())
_HELPS = frozenset((*BE, "has", "have", "had", "also", "later", "once", "widely"))
SUBJECT_WORDS = 8  # more before the cue is another clause


def with_judge(text: str, draft: Draft, sentence: Span) -> Draft:
    """The draft with whoever stands behind "by" as its source, and what is judged with the judgement as its content."""
    if draft.cue and draft.cue[-1].of(text).endswith(" as saying"):
        return _without_medium(text, draft)
    if not draft.cue or draft.bare or not _is_passive(text, draft.cue[-1], sentence):
        return draft
    cue = draft.cue[-1]
    if cue.of(text).endswith(" quoted"):
        return _quoted(text, draft, sentence)
    if cue.of(text).endswith(" as"):
        cue = Span(cue.start, cue.end - len(" as"))
    pattern = _NAMED_BY if cue.of(text).split()[-1].lower() in _NAMING else _AS_BY
    found = pattern.match(text, cue.end, sentence.end)
    if found is None:
        return draft
    before = [span for span in draft.content if span.end <= cue.start] or _subject(text, draft.cue[0], sentence)
    what, who = (trimmed(text, Span(*found.span(name))) for name in ("what", "who"))
    if not before or what is None or who is None:
        return draft
    return replace(draft, source=[who], cue=[*draft.cue[:-1], cue], content=[*before, what])


def _quoted(text: str, draft: Draft, sentence: Span) -> Draft:
    """ "*Paul Orr was quoted* by the Times as saying *the dam was safe*": whose words they are stands before the verb."""
    cue = draft.cue[-1]
    found = _QUOTED_BY.match(text, cue.end, sentence.end)
    apposed = _APPOSED.fullmatch(text, sentence.start, draft.cue[0].start) if found else None
    whole = [Span(sentence.start, apposed.end("who"))] if apposed else []
    who = whole or (_subject(text, draft.cue[0], sentence) if found else [])
    said = trimmed(text, Span(found.end(), sentence.end)) if found else None
    return replace(draft, source=who, content=[said], kind=None) if who and said else draft


def _without_medium(text: str, draft: Draft) -> Draft:
    """ "“We halt it,” Lind was quoted as saying *by the paper*": who quoted it is no part of what was said."""
    last = draft.content[-1] if len(draft.content) > 1 else None
    relayed = last is not None and last.start >= draft.cue[-1].end and text.startswith("by ", last.start)
    return replace(draft, content=draft.content[:-1]) if relayed else draft


def _is_passive(text: str, cue: Span, sentence: Span) -> bool:
    words = cue.of(text).lower().removesuffix(" as").split()
    helped = text[sentence.start : cue.start].lower().split()[-2:]  # "has *been* described", "was also described"
    return words[-1].endswith(("ed", "en")) and bool(BE & {*words, *helped})


def _subject(text: str, cue: Span, sentence: Span) -> list[Span]:
    """What stands before the passive, if that is all that the sentence begins with."""
    words = text[sentence.start : cue.start]
    helped = words.rstrip()
    while helped and helped.split()[-1].lower() in _HELPS:
        helped = helped.rsplit(maxsplit=1)[0] if " " in helped else ""
    if not helped or len(helped.split()) > SUBJECT_WORDS or re.search(r"[,.;:\"“”]", helped):
        return []
    return [Span(sentence.start, sentence.start + len(helped))]
