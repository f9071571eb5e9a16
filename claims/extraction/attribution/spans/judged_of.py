"""Who is blamed or praised in the passive has said nothing: "*The mayor* has been *criticised* for it *by the union*"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft, trimmed
from claims.extraction.attribution.subjects import can_speak
from claims.extraction.lexicon.clauses import BE
from claims.extraction.lexicon.cues import forms
from claims.extraction.types import Span

# Verbs of blame and praise that are done to somebody.
_JUDGED = frozenset(
    form
    for verb in "accuse blame criticise criticize condemn denounce praise hail applaud fault slam blast lambast ridicule mock".split()
    for form in forms(verb)
    if form.endswith("ed")
)
_BY = re.compile(r"(?:^|,? )by (?P<who>[^,;:.\"“”]{3,80})$")
_BY_FIRST = re.compile(r" by (?P<who>[^,;:.\"“”]{3,80}?) (?=(?:of|for|over) )")
_DEED = re.compile(r" (?=(?:of|for|over) [a-z]+ing )")
# "The accusation against *Lind* is that he took bribes": whose it is is not told.
_AGAINST = re.compile(r"\b(?:accusations?|allegations?|charges?|complaints?|claims?|case) (?:made |brought )?against $")
LONGEST = 6  # words from a passive's subject to its participle


def without_judged(text: str, draft: Draft) -> Draft:
    """The draft with whoever stands behind "by" as its source, or none, and who is judged as a part of what is said."""
    if not draft.cue or draft.bare or len(draft.source) > 1 or not draft.content:
        return draft
    if draft.source and _AGAINST.search(text, draft.cue[0].start, draft.source[0].start):
        return replace(draft, source=[], kind=None)
    cue = draft.cue[-1]
    judged = text[draft.cue[0].start : cue.end].lower().split()
    if judged[-1] in ("for", "of", "over"):
        judged.pop()
    if not judged or judged[-1] not in _JUDGED:
        return draft
    if not draft.source:
        return _with_judge(text, draft)
    source = draft.source[0]
    if source.start > cue.end:
        return _without_deed(text, draft, source)
    said = [span for span in draft.content if span.start >= cue.end]
    words = text[source.end : cue.end].lower().split()
    if source.end > draft.cue[0].start or len(said) != 1 or BE.isdisjoint(words) or len(words) > LONGEST:
        return draft
    return _of_judge(text, draft, _whole(text, draft.content, source), said[0])


def _whole(text: str, content: Sequence[Span], source: Span) -> Span:
    """Who is judged with the words right before that are of the same phrase: "*The governor,* Paul Ardmore, has been accused"."""
    start = next((one.start for one in content if one.end <= source.start <= one.end + 2), source.start)
    return Span(start, source.end)


def _of_judge(text: str, draft: Draft, judged: Span, content: Span) -> Draft:
    first = _BY_FIRST.fullmatch(text, draft.cue[-1].end, content.start)
    by = first or _BY.search(text, content.start, content.end)
    if by is None or not can_speak(by["who"].split()):
        return replace(draft, source=[], content=[judged, content], kind=None)
    said = content if first else trimmed(text, Span(content.start, by.start())) if by.start() > content.start else None
    return replace(draft, source=[Span(*by.span("who"))], content=[judged, *([said] if said else [])], kind=None)


def _with_judge(text: str, draft: Draft) -> Draft:
    """ "The minister was accused | of lying *by two aides*"."""
    last = draft.content[-1]
    by = _BY.search(text, last.start, last.end) if last.start >= draft.cue[-1].end else None
    said = trimmed(text, Span(last.start, by.start())) if by and by.start() > last.start else None
    if by is None or said is None or not can_speak(by["who"].split()):
        return draft
    return replace(draft, source=[Span(*by.span("who"))], content=[*draft.content[:-1], said], kind=None)


def _without_deed(text: str, draft: Draft, source: Span) -> Draft:
    """ "Was criticised by *the union* | for closing it": for what is no part of by whom."""
    last = draft.content[-1]
    if last.start >= draft.cue[-1].end and text[last.start : source.start].endswith(" by "):
        return replace(draft, content=[*draft.content[:-1], Span(last.start, source.start - len(" by "))])
    deed = _DEED.search(text, source.start, source.end)
    if deed is None or last.end > source.start:
        return draft
    return replace(
        draft,
        source=[Span(source.start, deed.start())],
        content=[*draft.content, Span(deed.end(), source.end)],
        kind=None,
    )
