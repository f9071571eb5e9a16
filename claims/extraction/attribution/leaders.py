"""Who tells what is set apart: the speaker of a line that ends with a colon, or the name that signs it."""

import re

from claims.extraction.attribution.drafts import FINITE
from claims.extraction.attribution.subjects import Words, subject
from claims.extraction.lexicon import displays
from claims.extraction.lexicon.clauses import AUXILIARIES
from claims.extraction.lexicon.cues import DENIALS, VERB_OF
from claims.extraction.lexicon.function_words import PREPOSITIONS
from claims.extraction.types import Span

LINE = 160  # characters of a line like "He went on:", which may be taken for a heading
LAST = 12  # words from the verb to the colon: "said in a statement on Friday"
_ACCORDING = re.compile(r"(?P<cue>According to) (?P<who>[^,;:\"“”]{2,80}):\s*")
_NOUNS = "|".join(sorted(displays.POINTS))
# "Its main findings are:", "Among the report's conclusions:"
_POINTS = re.compile(
    rf"(?:Among )?(?P<who>(?:(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)(?P<between>(?: [\w'’-]+){{0,4}}) |[A-Z][\w-]*(?:'s|’s|'|’) (?:[a-z]+ )?)(?:{_NOUNS}))"
    r"(?: (?P<cue>are|were|include|included|is))?"
    r"(?: (?:the following|these|as follows|that))?:\s*"
)
_VERBS = FINITE | displays.PUT_OUT
# "The hospital's answer:"
_ANSWER = re.compile(
    r"(?P<who>(?:The|Its|Their|His|Her)(?: [\w-]+){1,4}|[A-Z][\w-]*(?: [A-Z][\w-]*){0,3})['’]s? (?:full |written )?(?P<cue>answer|response|reply|statement)(?: in full)?:\s*"
)
_IN_TEXT = re.compile(
    rf"\b(?:in|with|through|by) (?:an?|the following|this|the) (?:[\w-]+ ){{0,3}}?(?:{'|'.join(sorted(displays.TEXTS))})\b",
    re.I,
)
_SIGNED = re.compile(r"[—–-]{0,2} ?(?P<who>[^(@]+?)(?:[ ✓✔]*\(?@\w.*)?\s*")
_NAMED = re.compile(
    r"(?P<who>(?:(?:[A-Z][\w'’-]*|[a-z][\w-]+) ){0,4}[A-Z][\w'’-]+ [A-Z][\w'’-]+(?: \([^()\n]{2,40}\))?(?:, [^\"“”:\n]{1,60})?):\s*"
)
_GOING_ON = frozenset("went goes".split())
_ON_FROM = frozenset("continued continues added adds concluded concludes reads read".split())
_PUT_OUT_WORDS = 8  # between the verb and what is put out

Leader = tuple[Span, Span | None]  # who speaks, and the cue


def leader(text: str, sentence: Span) -> Leader | None:
    """Who speaks, and by what verb, in a sentence that ends with a colon."""
    if cited := _ACCORDING.fullmatch(text, sentence.start, sentence.end):
        return Span(*cited.span("who")), Span(*cited.span("cue"))
    if answer := _ANSWER.fullmatch(text, sentence.start, sentence.end):
        return Span(*answer.span("who")), Span(*answer.span("cue"))
    points = _POINTS.fullmatch(text, sentence.start, sentence.end)
    if points and _VERBS.isdisjoint((points["between"] or "").split()):
        return Span(*points.span("who")), Span(*points.span("cue")) if points["cue"] else None
    words = Words.of(text, sentence)
    for at in range(len(words.spans) - 1, max(0, len(words.spans) - 1 - LAST), -1):
        word = words.lower(at)
        goes_on = word in _GOING_ON and words.lower(at + 1) == "on"
        if not (goes_on or word in FINITE or word in _ON_FROM or _puts_out(words, at)):
            continue
        if word in displays.POINTS and any(_puts_out(words, n) for n in range(max(0, at - _PUT_OUT_WORDS), at)):
            continue  # "Their union presented four *demands*:"
        if source := subject(words, at):
            return source, _cue(text, sentence, words, at, goes_on=goes_on)
    return None


def _puts_out(words: Words, at: int) -> bool:
    """Whether the verb says that something is put out word for word, or point by point: "published the following statement"."""
    behind = {words.lower(n) for n in range(at + 1, min(len(words.spans), at + 1 + _PUT_OUT_WORDS))}
    return words.lower(at) in displays.PUT_OUT and not behind.isdisjoint(displays.TEXTS | displays.POINTS)


def _cue(text: str, sentence: Span, words: Words, at: int, *, goes_on: bool) -> Span | None:
    """The verb; of a denial the words for the text, since what is set apart is what its speaker holds true."""
    if VERB_OF.get(words.lower(at)) in DENIALS:
        put = _IN_TEXT.search(text, sentence.start, sentence.end)
        return Span(*put.span()) if put else None
    last = words.spans[-1]
    if words.lower(len(words.spans) - 1) in displays.WANTED:
        return last  # "made three *demands*:" tells of nothing that is so
    return Span(words.spans[at].start, words.spans[at + int(goes_on)].end)


def named(text: str, before: Span) -> Leader | None:
    """Who is named with a colon right before a quotation: "Kari Moe, 62, pensioner: “…”", "Velm coach Ivo Marin: “…”"."""
    found = _NAMED.fullmatch(text, before.start, before.end)
    if found is None:
        return None
    words = [word.strip(",").lower() for word in found["who"].split()]
    told = words[0] in PREPOSITIONS or not AUXILIARIES.isdisjoint(words)  # "For Ann Holt, nobody was honest:"
    return None if told else (Span(*found.span("who")), None)


def signer(text: str, line: Span) -> Leader | None:
    """Who signs a line: "— Ola Brandt, minister of transport", "— Jon Terne (@jonterne) May 3, 2026", "Jana Holt @janaholt"."""
    found = _SIGNED.fullmatch(text, line.start, line.end)
    return (Span(*found.span("who")), None) if found else None
