"""What is in somebody's mind inside what another tells: "*the governor believes* that it will pass, aides said"; it needs a speaker of its own."""

from collections.abc import Iterator, Sequence

from claims.extraction.attribution.drafts import Draft
from claims.extraction.attribution.frames import clauses, minds
from claims.extraction.attribution.frames.words import THINK_FORMS, Found
from claims.extraction.attribution.negation import is_negative
from claims.extraction.attribution.places import Places
from claims.extraction.attribution.quoting import nearby
from claims.extraction.attribution.stretches import Stretches
from claims.extraction.attribution.subjects import Words
from claims.extraction.lexicon.clauses import BE
from claims.extraction.lexicon.cues import THOUGHT
from claims.extraction.lexicon.minds import FEELING_THAT
from claims.extraction.lexicon.pronouns import ANY_SUBJECT
from claims.extraction.types import Quotation, Span

CERTAIN = 0.6  # as sure as other frames are
LONGEST = 600  # characters of a content that is looked into
_BEING = THOUGHT | FEELING_THAT
_IN_MIND = minds.TRIGGERS | THINK_FORMS | _BEING


def nested(
    text: str, quotations: dict[int, list[Quotation]], seen: Sequence[Draft], stretches: Stretches
) -> Iterator[Draft]:
    """A draft for each mind that contents and sources of others tell of; what is quoted is left whole, and what is denied is in no mind."""
    taken = {span for draft in seen for span in draft.cue}
    places = Places(taken)
    for draft in seen:
        if not (draft.cue and draft.content):
            continue
        told = () if is_negative(text, draft.cue) else draft.content
        for span in (*draft.source, *told):
            if span.end - span.start > LONGEST or _IN_MIND.isdisjoint(span.of(text).split()):
                continue
            quoted = Places(one.span for one in nearby(quotations.get(draft.passage, ()), span) if not one.scare)
            for source, cue, content in _minds(Words.of(text, span)):
                stretch = stretches.at(cue)
                if stretch is None or cue in taken or places.overlapping(cue) or quoted.overlapping(cue):
                    continue
                taken.add(cue)
                yield Draft(
                    stretch, draft.passage, cue, bare=False, score=CERTAIN,
                    source=[source] if source else [], cue=[cue], content=content, kind=None,
                )  # fmt: skip


def _minds(words: Words) -> Iterator[Found]:
    for at in range(1, len(words.spans)):
        word = words.spans[at].of(words.text)
        if word not in _IN_MIND:
            continue
        found = minds.minded(words, at)
        if found is None and words.lower(at - 1) in BE:
            found = clauses.thought(words, at, at - 1) if word in _BEING else None
        elif found is None and word in THINK_FORMS:
            found = clauses.thought(words, at, at)
        if found and found[0] and _is_own(words, found[0]):
            yield found


def _is_own(words: Words, source: Span) -> bool:
    """Whether somebody else than the speaker is named: at the beginning of what is told, or by a name."""
    who = source.of(words.text)
    return who.lower() not in ANY_SUBJECT and (source.start == words.spans[0].start or who[0].isupper())
