"""Paragraphs that the one before introduces with a colon: "He went on:", and then a paragraph of his words alone."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from claims.extraction.attribution.drafts import FINITE
from claims.extraction.attribution.places import Places
from claims.extraction.attribution.quoting import SPOKEN, words_in
from claims.extraction.attribution.subjects import Words, subject
from claims.extraction.types import Form, Passage, PassageKind, Sentence, Span, Statement

LINE = 160  # characters of a line like "He went on:", which may be taken for a heading
LAST = 12  # words from the verb to the colon: "said in a statement on Friday"
WHOLE = 8  # words of a paragraph that stands without quotation marks
CERTAIN = 0.6
OPENING = '"“'
_ACCORDING = re.compile(r"(?P<cue>According to) (?P<who>[^,;:\"“”]{2,80}):\s*")
_GOING_ON = frozenset("went goes".split())
_ON_FROM = frozenset("continued continues added adds concluded concludes".split())
_PROSE = re.compile(r"[A-ZÀ-Þ][^\n]*[.!?…]\s*")  # no item of a list
_NUMBERED = re.compile(r"[A-Z0-9]{1,3}[.):]\s")

Leader = tuple[Span, Span]  # who speaks, and the cue


def introduced(
    text: str, passages: Sequence[Passage], sentences: Sequence[Sentence], found: Sequence[Statement]
) -> Iterator[Statement]:
    """The statements, those without a source given the one whom the paragraph before introduces.

    A paragraph without quotation marks, in which nobody else speaks, is said by whoever introduces it.
    """
    starts = [passage.span.start for passage in passages]
    leaders = _leaders(text, passages, sentences)
    whole = {at: leader for at, leader in leaders.items() if _is_whole(text, passages, at + 1)}
    told = Places(span for one in found if one.source and one.cue for span in (*one.source, *one.cue))
    whole = {
        at: (source, cue)
        for at, (source, cue) in whole.items()
        if not told.overlapping(passages[at + 1].span) and not told.overlapping(cue)
    }
    for at, (source, cue) in whole.items():
        content = passages[at + 1].span
        yield Statement((content,), (source,), (cue,), Form.DIRECT, score=CERTAIN)
    for statement in found:
        first = statement.content[0]
        at = bisect_right(starts, first.start) - 1
        if at - 1 in whole:
            continue
        alone = not statement.source and not statement.cue and statement.attributed
        begins = at > 0 and first.start == passages[at].span.start and text[first.start] in OPENING
        led = leaders.get(at - 1) if alone and begins and len(words_in(text, first)) >= SPOKEN else None
        yield replace(statement, source=(led[0],), cue=(led[1],), abstained=None) if led else statement


def _leaders(text: str, passages: Sequence[Passage], sentences: Sequence[Sentence]) -> Mapping[int, Leader]:
    """Who introduces the paragraph behind each passage that ends with a colon."""
    last = {sentence.passage: sentence.span for sentence in sentences}
    found = {}
    for at, passage in enumerate(passages):
        if not passage.span.of(text).rstrip().endswith(":"):
            continue
        sentence = last.get(at) or (passage.span if passage.span.end - passage.span.start <= LINE else None)
        if sentence and (led := _leader(text, sentence)):
            found[at] = led
    return found


def _leader(text: str, sentence: Span) -> Leader | None:
    """Who speaks, and by what verb, in a sentence that ends with a colon."""
    if cited := _ACCORDING.fullmatch(text, sentence.start, sentence.end):
        return Span(*cited.span("who")), Span(*cited.span("cue"))
    words = Words.of(text, sentence)
    for at in range(len(words.spans) - 1, max(0, len(words.spans) - 1 - LAST), -1):
        word = words.lower(at)
        goes_on = word in _GOING_ON and words.lower(at + 1) == "on"
        if (goes_on or word in FINITE or word in _ON_FROM) and (source := subject(words, at)):
            return source, Span(words.spans[at].start, words.spans[at + int(goes_on)].end)
    return None


def _is_whole(text: str, passages: Sequence[Passage], at: int) -> bool:
    """Whether a passage is a paragraph without quotation marks, and no item of a list."""
    if at >= len(passages) or passages[at].kind is not PassageKind.BODY:
        return False
    words = passages[at].span.of(text)
    plain = _PROSE.fullmatch(words) and not _NUMBERED.match(words) and not any(mark in words for mark in OPENING)
    return bool(plain) and len(words_in(text, passages[at].span)) >= WHOLE
