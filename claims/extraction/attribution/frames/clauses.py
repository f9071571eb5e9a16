"""Frames of verbs with a clause behind them: "snapped that …", "the court heard that …", "is confident that …", "it is understood that …"."""

import re

from claims.extraction.attribution.drafts import trimmed
from claims.extraction.attribution.frames.words import ASK_FORMS, Found, adjoins, has_verb, rest_of_clause
from claims.extraction.attribution.subjects import Words, can_speak, subject
from claims.extraction.lexicon.clauses import AUXILIARIES
from claims.extraction.lexicon.cues import HEARERS
from claims.extraction.lexicon.function_words import PREPOSITIONS
from claims.extraction.types import Span

ADDRESSED = 7  # words of those to whom something is told, and one
_TOLD = frozenset("told tells informed reminded assured".split())
_HEARING = frozenset("him her them me us reporters".split())
_WONDER = frozenset("wonder wonders wondered".split())
_QUESTIONS = frozenset("who what why how where when".split())
_DOING = re.compile(r"(?!\w*thing$)[a-z]{3,}ing")
_STANDING = frozenset("ahead behind up down".split())
_CAN = frozenset("can could may might".split())
OVERHEARD = frozenset("saying telling asking boasting bragging joking claiming".split())
_LED = ("went so far as to", "goes so far as to", "gone so far as to", "went on to", "goes on to", "went further to")
_BODY = 5  # words of "the Old Bailey jury"
_NO_THOUGHT = PREPOSITIONS | frozenset("to so not as about otherwise twice again".split())


def said(words: Words, at: int) -> Found | None:
    """ "Dunleavy snapped that he had answered it", "Khan told the court he feared for his life"."""
    told, verb = words.lower(at) in _TOLD, _led(words, at)
    asked = words.lower(at) in ("asks", "asked")
    for start in range(at + 1, at + (ADDRESSED if told or asked else 2)):
        word = words.lower(start)
        if (word == "that" and (told or start == at + 1)) or (
            told and start > at + 1 and word in ("he", "she", "they", "it")
        ):
            source = subject(words, verb) if has_verb(words, start + 1) else None
            content = rest_of_clause(words, start + int(word == "that"))
            cue = Span(words.spans[verb].start, words.spans[at].end)
            return (source, cue, content) if source and content else None
        wondering = words.lower(at) in _WONDER and word in _QUESTIONS
        if (word in ("whether", "if") and words.lower(at) in ASK_FORMS) or wondering:
            source, content = subject(words, at), rest_of_clause(words, start)
            return (source, words.spans[at], content) if source and content else None
        if word in AUXILIARIES or word == "to":
            break
    last = at + 1 if words.lower(at + 1) in _HEARING and told else at
    return _postponed(words, at) if last + 1 == len(words.spans) else None


def showing(words: Words, at: int) -> Found | None:
    """ "Polls *show* Orme losing badly": what is shown is somebody at something."""
    near = [words.lower(place) for place in range(at + 2, at + 7)]
    if words.lower(at + 1) in _NO_THOUGHT or not any(word in _STANDING or _DOING.fullmatch(word) for word in near):
        return None
    source, content = subject(words, at), rest_of_clause(words, at + 1, least=3)
    return (source, words.spans[at], content) if source and content else None


def _led(words: Words, at: int) -> int:
    """Where the verbs begin that lead to one of saying: "*went so far as to say* that"."""
    before = " ".join(words.lower(near) for near in range(max(0, at - 5), at))
    led = next((one for one in _LED if before.endswith(one)), None)
    return at - len(led.split()) if led else at


def overheard(words: Words, at: int) -> Found | None:
    """ "The candidate *can be heard telling* donors that it was over"."""
    last = at + 1
    be = at - 2 if words.lower(at - 2) in _CAN else at - 1
    source, content = subject(words, be), rest_of_clause(words, last + 1)
    cue = Span(words.spans[be].start, words.spans[last].end)
    return (source, cue, content) if source and content and adjoins(words, last) else None


def _postponed(words: Words, at: int) -> Found | None:
    """ "The tribunal must rule within 180 days, the constitution states."."""
    comma = words.text.rfind(", ", words.sentence.start, words.spans[at].start)
    content = trimmed(words.text, Span(words.sentence.start, comma)) if comma > words.sentence.start else None
    who = words.text[comma + 2 : words.spans[at].start].split()
    clause = content.of(words.text).lower().split() if content else []
    if (
        content is None
        or not who
        or not AUXILIARIES & set(clause)
        or any(mark in words.text[content.start : content.end] for mark in '"“”')
    ):
        return None
    tail = Words.of(words.text, Span(comma + 2, words.sentence.end))
    verb = next(place for place, word in enumerate(tail.spans) if word == words.spans[at])
    source = subject(tail, verb) if verb else None
    return (source, words.spans[at], [content]) if source and source.start == comma + 2 else None


def seems(words: Words, at: int) -> Found | None:
    """ "A video shared by passengers appears to show the driver laughing"."""
    source = subject(words, at - 2, speaks=False)
    content = rest_of_clause(words, at + 1 + int(words.lower(at + 1) == "that"))
    if not source or not content or not can_speak(source.of(words.text).split(",")[0].split()):
        return None
    return source, Span(words.spans[at - 2].start, words.spans[at].end), content


def heard(words: Words, at: int) -> Found | None:
    """ "The court heard that he had been drinking", "…, a jury heard yesterday": what is said to a court is not seen by the reader each time."""
    comma = words.text.rfind(", ", words.sentence.start, words.spans[at].start)
    phrase = words.text[max(comma + 2, words.sentence.start) : words.spans[at].start].split()
    if not phrase or phrase[-1].lower() not in HEARERS or len(phrase) > _BODY:
        return None
    source = Span(words.spans[at - len(phrase)].start, words.spans[at - 1].end)
    before = trimmed(words.text, Span(words.sentence.start, comma)) if comma > words.sentence.start else None
    if before:
        clause = before.of(words.text).lower().split()
        told = any(word in AUXILIARIES or word.endswith(("ed", "s")) for word in clause[1:])
        plain = told and clause[0] not in PREPOSITIONS and not set('"“”') & set(before.of(words.text))
        return (source, words.spans[at], [before]) if plain else None
    start = at + 1 + int(words.lower(at + 1) == "that")
    content = (
        rest_of_clause(words, start) if words.lower(start) not in PREPOSITIONS and has_verb(words, start + 1) else []
    )
    return (source, words.spans[at], content) if content else None


def thought(words: Words, at: int, verb: int) -> Found | None:
    """ "Strategists worry that it could cost them", "her team is confident that it will win"."""
    that = words.lower(at + 1) == "that" or words.lower(at + 2) == "that"
    start = at + 1 + (2 if words.lower(at + 2) == "that" else int(words.lower(at + 1) == "that"))
    if not that and (verb != at or words.lower(start) in _NO_THOUGHT):
        return None
    if not adjoins(words, at) or not has_verb(words, start + 1):
        return None
    source, content = subject(words, verb), rest_of_clause(words, start)
    return (source, Span(words.spans[verb].start, words.spans[at].end), content) if source and content else None


def understood(words: Words, at: int) -> Found | None:
    """ "It is understood that a hearing could be held", "producers are believed to be planning it": who says so is not said."""
    cue = Span(words.spans[at - 1].start, words.spans[at].end)
    if words.lower(at - 2) == "it" and words.lower(at + 1) == "that":
        content = rest_of_clause(words, at + 2)
        return (None, cue, content) if content else None
    if words.lower(at + 1) == "to" and words.lower(at + 2) in ("be", "have"):
        of, rest = subject(words, at - 1, speaks=False), rest_of_clause(words, at + 1)
        return (None, cue, [of, *rest]) if of and rest else None
    return None
