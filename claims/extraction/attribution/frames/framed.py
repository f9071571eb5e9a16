"""Statements in frames that the reader passes over: "Labour demanded …", "her team is confident that …", "it is understood that …".

Each frame asks for a verb of a table, for a subject right before it that can speak, and for a content right behind it. Where one of
them is in doubt nothing is made of it.
"""

from collections.abc import Iterator, Sequence

from claims.extraction.attribution.drafts import Draft
from claims.extraction.attribution.frames import acts, clauses, minds
from claims.extraction.attribution.frames.phrases import NOUNS, phrase
from claims.extraction.attribution.frames.words import (
    ACT_FORMS,
    AIMED_FORMS,
    AS_FORMS,
    BEG_FORMS,
    OFF_FORMS,
    RECORD_FORMS,
    SAY_FORMS,
    SHOWN,
    SOON,
    THINK_FORMS,
    Found,
    has_verb,
    recorded,
    rest_of_clause,
)
from claims.extraction.attribution.places import Places
from claims.extraction.attribution.quoting import nearby
from claims.extraction.attribution.stretches import Stretches
from claims.extraction.attribution.subjects import Words, subject
from claims.extraction.lexicon.clauses import BE
from claims.extraction.lexicon.cues import AIMED, THOUGHT, UNDERSTOOD
from claims.extraction.lexicon.minds import FEELING_THAT
from claims.extraction.lexicon.pronouns import ANY_SUBJECT
from claims.extraction.types import Quotation, Sentence, Span

CERTAIN = 0.6  # how sure a frame is: enough to be proposed, less than the reader where it sees something
LONGEST = 2000  # characters of a sentence that somebody wrote
_PUT = frozenset(("put", "puts"))
_PLAIN = SHOWN | _PUT | {"heard"}
_PARTICLES = frozenset(("back", "out", "in"))
_SHOWS = frozenset("show shows showed".split())
_PERCEIVED = frozenset(("heard", "seen"))
_SEEMING = frozenset("appear appears appeared seem seems seemed".split())
_THROWN = frozenset("shot hit chimed fired pointed lashed snapped bit".split())  # with "back", "out" or "in" behind
_TRIGGERS = frozenset().union(
    AIMED_FORMS, BEG_FORMS, ACT_FORMS, SAY_FORMS, RECORD_FORMS, THINK_FORMS, AS_FORMS, OFF_FORMS, THOUGHT, UNDERSTOOD, FEELING_THAT,
    (word + "," for word in THOUGHT),  # "is confident, however, that"
    _THROWN, _PLAIN, NOUNS, minds.TRIGGERS, _PERCEIVED,
)  # fmt: skip


def framed(
    text: str,
    sentences: Sequence[Sentence],
    quotations: dict[int, list[Quotation]],
    seen: Sequence[Draft],
    stretches: Stretches,
) -> Iterator[Draft]:
    """The drafts that frames find where no other draft has their words."""
    taken = Places(
        span
        for draft in seen
        if draft.content  # a verb without one may be that of a frame
        for span in (*draft.cue, *draft.source, *(draft.content if draft.cue else ()))
    )
    spoken = Places(draft.anchor for draft in seen if draft.source)
    for sentence in sentences:
        if sentence.span.end - sentence.span.start > LONGEST or _TRIGGERS.isdisjoint(_words(sentence.span.of(text))):
            continue  # a table or a dump; or, as most sentences, without the verb of a frame
        words = Words.of(text, sentence.span)
        quoted: Places | None = None
        before: list[Span] = []  # what frames of the same sentence have for contents
        for at in _places(words):
            found = _closed(words, _frame(words, at) or minds.minded(words, at) or phrase(words, at))
            if found is None or taken.overlapping(found[1]):
                continue
            pronoun = found[0] is not None and found[0].of(text).lower() in ANY_SUBJECT
            if pronoun and any(found[1].overlaps(one) for one in before):
                continue  # "wonder whether *he wants* it"
            goes_on = (
                found[0] is None
                and (words.spans[at].of(text) in ACT_FORMS or words.spans[at].of(text) in AIMED_FORMS)
                and words.lower(at - 1) not in BE
            )
            if goes_on and not spoken.overlapping(Span(sentence.span.start, found[1].start)):
                continue  # "and *denied the* charge" goes on with somebody who has spoken
            quoted = quoted or Places(
                one.span for one in nearby(quotations.get(sentence.passage, ()), sentence.span) if not one.scare
            )
            stretch = stretches.at(found[1])
            if stretch is not None and not quoted.overlapping(found[1]):
                source, cue, content = found
                before += content
                yield Draft(
                    stretch, sentence.passage, words.spans[at], bare=False, score=CERTAIN,
                    source=[source] if source else [], cue=[cue], content=content, kind=None,
                )  # fmt: skip


def _places(words: Words) -> Iterator[int]:
    """The places of the words at which the frames begin to look."""
    for at, small in enumerate(words.small):
        known = small in _TRIGGERS or words.spans[at].of(words.text) in _TRIGGERS
        if known or small == "in" or words.lower(at + 1) in _PARTICLES:
            yield at


def _closed(words: Words, found: Found | None) -> Found | None:
    """ "Leaders, who feared *that he would lose*, rejoiced": in a clause about somebody the content ends at its comma."""
    if found is None or found[0] is None or not words.text.startswith(", who ", found[0].end):
        return found
    content = found[2][-1]
    comma = words.text.find(", ", content.start, content.end)
    return (*found[:2], [*found[2][:-1], Span(content.start, comma)]) if comma > content.start else found


def _words(sentence: str) -> list[str]:
    """The words between spaces, the last one without the full stop: "…, a jury heard."."""
    found = sentence.split()
    return [*found, found[-1].rstrip(".")] if found else found


def _frame(words: Words, at: int) -> Found | None:
    """What the word at a place frames, if it is the verb of a frame."""
    word = words.spans[at].of(words.text)
    if words.lower(at - 1) in BE:
        return _passive(words, at, word)
    behind = words.lower(at + 1)
    carried = (
        behind in _PARTICLES and words.lower(at + 2) == "that" and not word.startswith("turn")
    )  # "it turns out that"
    if word in _PLAIN or carried:
        return _plain(words, at, word)
    if word in SAY_FORMS and (said := _said(words, at, word)):
        return said
    if word in AIMED_FORMS and behind in AIMED[AIMED_FORMS[word]]:
        return acts.aimed(words, at, AIMED_FORMS[word])
    if word in BEG_FORMS:
        to = any(words.lower(near) == "to" for near in range(at + 2, at + SOON))
        return acts.act(words, at, word) if to else None
    if word in ACT_FORMS:
        return acts.act(words, at, ACT_FORMS[word])
    if word in RECORD_FORMS:
        return recorded(words, acts.act(words, at, word))
    return clauses.thought(words, at, at) if word in THINK_FORMS else acts.as_another(words, at)


def _said(words: Words, at: int, word: str) -> Found | None:
    """A clause behind a verb of saying; behind "show" it may be somebody at something."""
    return clauses.said(words, at) or (recorded(words, clauses.showing(words, at)) if word in _SHOWS else None)


def _plain(words: Words, at: int, word: str) -> Found | None:
    """The frames that need one word more: "to show", "puts … at", "heard", "shot back that"."""
    if word in SHOWN:
        return (
            clauses.seems(words, at)
            if words.lower(at - 1) == "to" and words.lower(at - 2) in _SEEMING
            else _said(words, at, word)
        )
    if word in _PUT:
        return acts.put(words, at)
    if word == "heard":
        return clauses.heard(words, at)
    source, content = subject(words, at) if has_verb(words, at + 4) else None, rest_of_clause(words, at + 3)
    return (source, Span(words.spans[at].start, words.spans[at + 1].end), content) if source and content else None


def _passive(words: Words, at: int, word: str) -> Found | None:
    """The frames whose verb stands behind a form of "be"."""
    if word in _PERCEIVED and words.lower(at + 1) in clauses.OVERHEARD:
        return clauses.overheard(words, at)
    if word in ACT_FORMS and words.lower(at + 1) == "by":
        return acts.suffered(words, at)
    if word in UNDERSTOOD:
        return clauses.understood(words, at)
    return clauses.thought(words, at, at - 1) if word in THOUGHT or word in FEELING_THAT else None
