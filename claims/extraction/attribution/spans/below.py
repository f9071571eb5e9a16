"""What is said in a clause about somebody ends with that clause: "two men, who police said | had stabbed a guard, | were held"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.attribution.drafts import FINITE, Draft, trimmed
from claims.extraction.attribution.subjects import can_speak
from claims.extraction.lexicon.clauses import AUXILIARIES
from claims.extraction.lexicon.participles import IRREGULAR_PAST
from claims.extraction.lexicon.pronouns import THIRD_PERSON
from claims.extraction.types import Span, Statement

_WHO = re.compile(r", (?:who|which) (?:the |an? |its |his |her |their )?$")
# Presents that are no plural nouns: "which police said *officers*" begins a clause with a subject of its own.
_PRESENT = "employs owns runs contains includes lives holds makes needs belongs serves".split()
# What the clause says is a verb of its own, with "who" for its subject.
_DOES = re.compile(
    rf" (?P<verb>(?:never |also |later |once )?(?:{'|'.join(sorted({*AUXILIARIES, *IRREGULAR_PAST.values(), *_PRESENT}))}|[a-z]+ed)\b[^,;:\"“”()]*)"
)
_NO_NOUN = AUXILIARIES | FINITE | THIRD_PERSON | frozenset(IRREGULAR_PAST.values())
_LAST_NOUN = re.compile(r"(?:(?:[A-Z][\w'’.-]*|the|two|three|four|five|several|some|\d+) )*[\w'’-]+$")
_WHILE = re.compile(
    r", (?:while|whereas) (?P<who>[^,;:\"“”]{3,80}), (?:whose|who|which|an?|the) [^,;:\"“”]{3,120}, (?:(?:also|has|have|had) )*$"
)
LONGEST = 4  # words of those of whom it is said, where the reader took them for part of it


def of_clause_below(text: str, draft: Draft, sentence: Span) -> Draft:
    """The draft with nothing but the clause behind its cue for content, where ", who" stands right before its source."""
    if draft.bare or len(draft.source) != 1 or len(draft.cue) != 1 or not draft.content:
        return draft
    draft = _of_last_noun(text, draft)
    source, cue = draft.source[0], draft.cue[0]
    who = _WHO.search(text, max(sentence.start, source.start - len(", which their ")), source.start)
    does = _DOES.match(text, cue.end, sentence.end)
    if who is None or does is None or text[source.end : cue.start].strip():
        return draft
    said = trimmed(text, Span(*does.span("verb")))
    told = [span for span in draft.content if span.end == who.start() and _is_noun_phrase(span.of(text).split())]
    return replace(draft, content=[*told, said]) if said else draft


def lies_below(text: str, made: Statement) -> bool:
    """Whether a statement is made in a clause about somebody, so that the sentence around it is another's to tell."""
    if not made.cue or len(made.source) != 1 or made.content[-1].start < made.cue[-1].end:
        return False
    return _WHO.search(text, max(0, made.source[0].start - len(", which ")), made.source[0].start) is not None


def _is_noun_phrase(words: Sequence[str]) -> bool:
    return len(words) <= LONGEST and not any(word.lower() in _NO_NOUN for word in words)


def _of_last_noun(text: str, draft: Draft) -> Draft:
    """ "Norsk said it hit | *rebels* who they said *were* to blame": of them alone it is said."""
    first, source = draft.content[0], draft.source[0]
    relative = len(draft.content) > 1 and text[first.end : source.start] in (" who ", " which ")
    noun = _LAST_NOUN.search(text, first.start, first.end) if relative and " said " in first.of(text) else None
    return replace(draft, content=[Span(noun.start(), first.end), *draft.content[1:]]) if noun else draft


def of_while_clause(text: str, draft: Draft, sentence: Span) -> Span | None:
    """ "The ministry said so, while *a chief*, whose office is in Velm, *said* otherwise": who is told of between commas has the verb."""
    led = _WHILE.search(text, sentence.start, draft.cue[0].start)
    return Span(*led.span("who")) if led and can_speak(led["who"].split()) else None
