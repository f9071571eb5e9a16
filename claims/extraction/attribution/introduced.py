"""Paragraphs that another line tells of: "He went on:" above his words alone, "— Ola Brandt, minister" below them, a list of findings."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claims.extraction.attribution.drafts import trimmed
from claims.extraction.attribution.leaders import LINE, Leader, leader, named, signer
from claims.extraction.attribution.places import Places
from claims.extraction.attribution.quoting import SPOKEN, words_in
from claims.extraction.lexicon.displays import FIRST_PERSON
from claims.extraction.types import Form, Passage, PassageKind, Sentence, Span, Statement

WHOLE = 8  # words of a paragraph that stands without quotation marks
CERTAIN = 0.6
OPENING = '"“'
_PROSE = re.compile(r"[A-ZÀ-Þ][^\n]*[.!?…]\s*")  # no item of a list
_NUMBERED = re.compile(r"[A-Z0-9]{1,3}[.):]\s")
_POINTING = re.compile(r"(?:(?:all|any) (?:of )?)?(?:these|this|those|that|the|such)\b", re.IGNORECASE)
_POINTING_WORDS = 3  # "rejected the accusations:" says no more than what follows
_LISTED = (PassageKind.NAVIGATION,)  # the mark before an item


@dataclass(frozen=True, slots=True)
class _Told:
    """A paragraph and who tells it; *again* where its teller's cue stood over another one before."""

    at: int
    leader: Leader
    again: bool
    listed: bool
    certain: bool  # an item or a post: whoever else speaks in it


def introduced(
    text: str, passages: Sequence[Passage], sentences: Sequence[Sentence], found: Sequence[Statement]
) -> Iterator[Statement]:
    """The statements, those without a source given the one whom another line names; and what is set apart without marks.

    A paragraph without quotation marks, in which nobody else speaks, is said by whoever introduces it.
    """
    starts = [passage.span.start for passage in passages]
    leaders = _leaders(text, passages, sentences)
    spoken = Places(span for one in found if one.source and one.cue for span in (*one.source, *one.cue))
    cued = Places(span for one in found for span in one.cue)
    told = {
        one.at: one
        for one in _told(text, passages, leaders)
        if one.certain or _speaks_alone(text, passages[one.at].span, spoken if one.leader[1] else cued)
    }
    for one in told.values():
        whole = passages[one.at].span
        content = trimmed(text, whole) if one.listed else whole
        source, cue = one.leader
        if content:
            form = Form.INDIRECT if one.listed else Form.DIRECT
            yield Statement((content,), (source,), (cue,) if cue and not one.again else (), form, score=CERTAIN)
    leading = Places(source for one in told.values() for source in one.leader[:1])
    for statement in found:
        first = statement.content[0]
        at = bisect_right(starts, first.start) - 1
        if at in told and FIRST_PERSON.intersection(_words(text, first)) and first != passages[at].span:
            continue  # "An audit found no gaps in *our* books" belongs to whoever says "our"
        if at in told and not (statement.source and statement.cue and spoken.overlapping(passages[at].span)):
            continue
        if leading.overlapping(first) or (at in leaders and _only_points(text, statement, at, told)):
            continue
        alone = not statement.source and not statement.cue and statement.attributed
        led = _teller(text, passages, leaders, at, first) if alone else None
        said_by = (led[1],) if led and led[1] else ()
        yield replace(statement, source=(led[0],), cue=said_by, abstained=None) if led else statement


def _teller(
    text: str, passages: Sequence[Passage], leaders: Mapping[int, Leader], at: int, quoted: Span
) -> Leader | None:
    """Who says a quotation that no words in its own sentence attribute: whom another line names, or its own before a colon."""
    if at < 0 or text[quoted.start] not in OPENING:
        return None
    start = passages[at].span.start
    if quoted.start > start:
        return named(text, Span(start, quoted.start))
    over = passages[at].led_by
    return leaders.get(at - 1 if over is None else over) if len(words_in(text, quoted)) >= SPOKEN else None


def _leaders(text: str, passages: Sequence[Passage], sentences: Sequence[Sentence]) -> Mapping[int, Leader]:
    """Who introduces what stands behind each passage that ends with a colon, and who signs what stands above a name."""
    last = {sentence.passage: sentence.span for sentence in sentences}
    found = {}
    tellers = {passage.led_by for passage in passages}
    for at, passage in enumerate(passages):
        if not passage.span.of(text).rstrip().endswith(":"):
            if at in tellers and (signed := signer(text, passage.span)):
                found[at] = signed
            continue
        sentence = last.get(at) or (passage.span if passage.span.end - passage.span.start <= LINE else None)
        if sentence and (led := leader(text, sentence)):
            found[at] = led
    return found


def _told(text: str, passages: Sequence[Passage], leaders: Mapping[int, Leader]) -> Iterator[_Told]:
    """The paragraphs without quotation marks that others tell of."""
    begun: set[int] = set()
    for at, passage in enumerate(passages):
        over = passage.led_by if passage.led_by is not None else at - 1
        if (
            over not in leaders
            or (passage.led_by is None and leaders[over][1] is None)
            or passage.kind is not PassageKind.BODY
            or text[passage.span.start] in OPENING
        ):
            continue
        listed = passage.led_by is not None and passage.led_by < at and _is_item(text, passages, at)
        if passage.led_by is not None or _is_whole(text, passage):
            certain = listed or _is_post(text, passage, passages)
            yield _Told(at, leaders[over], over in begun and not listed, listed, certain)
            begun.add(over)


def _is_item(text: str, passages: Sequence[Passage], at: int) -> bool:
    marked = passages[at - 1].kind in _LISTED and len(passages[at - 1].span.of(text)) <= len("(10)")
    return marked or text[passages[at].span.end - 1] not in ".!?…"


def _is_post(text: str, passage: Passage, passages: Sequence[Passage]) -> bool:
    """Whether the line that tells a passage gives its writer's handle."""
    return passage.led_by is not None and "@" in passages[passage.led_by].span.of(text)


def _speaks_alone(text: str, span: Span, others: Places) -> bool:
    """Whether nobody else is said to speak in a paragraph, unless it says "we"."""
    words = _words(text, span)
    return not others.overlapping(span) or not FIRST_PERSON.isdisjoint(words)


def _words(text: str, span: Span) -> frozenset[str]:
    return frozenset(text[start:end].lower() for start, end in words_in(text, span))


def _only_points(text: str, statement: Statement, at: int, told: Mapping[int, _Told]) -> bool:
    """Whether a content says nothing but that something follows: "denied *these allegations*:"."""
    words = statement.content[0].of(text).split()
    return at + 1 in told and len(words) <= _POINTING_WORDS and _POINTING.match(" ".join(words)) is not None


def _is_whole(text: str, passage: Passage) -> bool:
    """Whether a passage is a paragraph without quotation marks, and no item of a list."""
    words = passage.span.of(text)
    plain = _PROSE.fullmatch(words) and not _NUMBERED.match(words) and not any(mark in words for mark in OPENING)
    return bool(plain) and len(words_in(text, passage.span)) >= WHOLE
