"""The verb of the clause around a promise, which is no part of what is promised: "the wall *he vowed to build* would cost $25 billion"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from claims.extraction.attribution.drafts import Draft, trimmed
from claims.extraction.lexicon.clauses import AUXILIARIES, PASTS
from claims.extraction.lexicon.cues import REPORTS
from claims.extraction.types import Span

# "The wall that": what is promised stands before whoever promises it, and no verb stands before that.
_OBJECT = re.compile(
    r"(?:^|.*, )(?:(?:and|but) )?(?P<what>(?:the|an?|his|her|its|their|this|that|any|every) [^,;:\"“”]{2,60}? )$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w'’-]+")

_SUBORDINATE = frozenset("he she they it i we you who which that and or but because when after before if as".split())
_NOT_BEFORE = frozenset("be been being the a an his her its their to of by not".split())
_VERB = re.compile(
    r" (?:was|were|is|are|has|had|will|would|can|could|may|might|must|should|did|does|(?<=\d )[a-z]+ed|(?<=\d )(?:went|came|fell|rose|grew|got|cost|became))\b"
)


def without_main_verb(text: str, content: list[Span], draft: Draft, sentence: Span) -> list[Span]:
    """The content up to the verb of the clause around it, where its object stands before its speaker."""
    if not (draft.cue and draft.source and len(content) == 1) or not text.startswith("to ", content[0].start):
        return content
    source, cue, span = draft.source[0], draft.cue[0], content[0]
    if not sentence.start < source.start < cue.start < span.start or span.start - draft.cue[-1].end != 1:
        return content
    if not _is_object(text[sentence.start : source.start]):
        return content
    verb = _VERB.search(text, span.start, span.end)
    kept = trimmed(text, Span(span.start, verb.start())) if verb else None
    return [kept] if kept else content


def without_verb_of_claim(text: str, content: list[Span], draft: Draft, sentence: Span) -> list[Span]:
    """ "Larkin's claim that *he paid no taxes* went unanswered": where a noun that reports opens a sentence its verb is no part of the claim."""
    if len(content) != 1 or not (draft.cue and draft.source) or draft.source[0].start != sentence.start:
        return content
    span, cue = content[0], draft.cue[-1]
    noun = cue.of(text).split()[-1].lower()
    end = draft.source[0].end
    owned = any(mark in text[end - 2 : end + 1] for mark in "'’")
    if noun not in REPORTS or not owned or text[cue.end : span.start] != " that ":
        return content
    words, verbs = list(_WORD.finditer(text, span.start, span.end)), 0
    for before, word in pairwise(words):
        was = before.group().lower()
        if not _is_finite(word.group().lower(), was):
            continue
        verbs += 1
        if verbs > 1:
            plain = was not in _SUBORDINATE and word.start() - before.end() == 1
            kept = trimmed(text, Span(span.start, word.start())) if plain else None
            return [kept] if kept else content
    return content


def _is_finite(word: str, before: str) -> bool:
    if before in AUXILIARIES or before in _NOT_BEFORE:
        return False
    return word in AUXILIARIES or word in PASTS or word.endswith("ed")


def _is_object(before: str) -> bool:
    found = _OBJECT.match(before)
    words: Sequence[str] = found["what"].lower().split() if found else ()
    return bool(words) and not any(word in PASTS or word.endswith("ed") or (word in AUXILIARIES) for word in words[1:])
