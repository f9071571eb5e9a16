"""Frames without a verb: "in the words of the inspector, “a clerical error”", "the trouble, in his view, was the man"."""

import re

from claims.extraction.attribution.drafts import trimmed
from claims.extraction.attribution.frames.words import SAY_FORMS, Found
from claims.extraction.attribution.subjects import Words, can_speak
from claims.extraction.types import Span

NOUNS = frozenset("words view view, opinion opinion, telling telling, estimation estimation,".split())

_WORDS_OF = re.compile(r"(?P<cue>[Ii]n the words of) (?P<who>[^,;:\"“”]{2,100}?),? (?P<said>[\"“][^\"“”]+[\"”])")
_VIEW = re.compile(
    r"(?P<cue>[Ii]n (?P<who>(?:his|her|their|its)|(?:the )?[\w.-]+(?: [\w.-]+){0,4}?(?=['’]s? ))(?:['’]s?)? (?:own )?(?:view|opinion|telling|estimation))(?=[,.])"
)


def phrase(words: Words, at: int) -> Found | None:
    """What "in" frames at a place, if it leads to somebody's words or view."""
    if words.lower(at) != "in":
        return None
    return _words_of(words, at) or _view(words, at)


def _words_of(words: Words, at: int) -> Found | None:
    found = _WORDS_OF.match(words.text, words.spans[at].start, words.sentence.end)
    if found is None or not can_speak(found["who"].split()):
        return None
    return Span(*found.span("who")), Span(*found.span("cue")), [Span(*found.span("said"))]


def _view(words: Words, at: int) -> Found | None:
    """The sentence around "in his view", unless others speak in it."""
    found = _VIEW.match(words.text, words.spans[at].start, words.sentence.end)
    around = words.sentence.of(words.text)
    if found is None or any(mark in around for mark in '"“”;:') or SAY_FORMS & set(around.lower().split()):
        return None
    before, after = Span(words.sentence.start, max(found.start(), words.sentence.start + 1)), found.end() + 1
    parts = [
        before if found.start() > before.start else None,
        Span(after, words.sentence.end) if after < words.sentence.end else None,
    ]
    content = [kept for part in parts if part and (kept := trimmed(words.text, part))]
    cue = Span(found.end("cue") - len(found["cue"].split()[-1]), found.end("cue"))
    return (Span(*found.span("who")), cue, content) if content else None
