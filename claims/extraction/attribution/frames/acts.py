"""Frames of verbs that take what they say as an object: "Labour demanded a statement", "apologised for the error", "painted him as …"."""

import re

from claims.extraction.attribution.frames.words import AS_FORMS, OFF_FORMS, Found, adjoins, recorded, rest_of_clause
from claims.extraction.attribution.subjects import Words, before_verb, can_speak, subject
from claims.extraction.entities.nouns import THING_NOUNS
from claims.extraction.lexicon.calendar import MONTHS, WEEKDAYS
from claims.extraction.lexicon.clauses import AUXILIARIES, DETERMINERS, PASTS, RULED
from claims.extraction.lexicon.function_words import PREPOSITIONS
from claims.extraction.types import Span

_BY_WHOM = re.compile(
    r"[^,;:\"“”]{2,80}?(?=, | as | for | on | in | at | after | when | who | which | over | during |$)"
)
_AS = re.compile(r"[^,;:]{3,80}? as [\"“‘']?[\w$-]")
_ESTIMATE = re.compile(
    r" ((?:the|its|their|this|that|total|annual|his|her) (?:[\w'’-]+ ){0,6}?(?:figure|cost|number|toll|price|total|bill|damage|losses|share|rate|value|turnout|odds|count|size|crowd|loss|probability|chances?)"
    r"(?: of [^,.;:\"“]{2,60}?)? at [^,;:\"“]*?(?:[$£€]?\d[\d.,]*\w*|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion)(?: (?:per ?cent|percent|million|billion|trillion))?)\b"
)
_INFINITIVE = frozenset("threaten vow pledge promise".split())  # of these only "to" and "that" begin a content
_TIMES = {name.lower() for name in (*MONTHS, *WEEKDAYS)}  # "is expected *by July 15*"
_RULING = frozenset("dismiss deny reject".split())


def act(words: Words, at: int, verb: str) -> Found | None:
    """ "Labour demanded an urgent statement"."""
    behind = words.lower(at + 1)
    if verb in _INFINITIVE and behind not in ("to", "that", "never", "not"):
        return None
    if (
        behind in PREPOSITIONS and verb not in _INFINITIVE and not (verb == "expect" and behind == "to")
    ) or not adjoins(words, at):
        return None
    content = rest_of_clause(words, at + 1, least=1)
    if not content or (verb in _RULING and RULED & set(content[0].of(words.text).lower().split()[:4])):
        return None  # a court or a parliament dismisses a case, and says nothing
    source = subject(words, at)
    joined = words.lower(before_verb(words, at)) in ("and", "but") and behind in DETERMINERS
    return (source, words.spans[at], content) if source or joined else None


def put(words: Words, at: int) -> Found | None:
    """ "The audit board puts the figure at forty": an estimate."""
    found = _ESTIMATE.match(words.text, words.spans[at].end, words.sentence.end)
    source = subject(words, at) if found else None
    return (source, words.spans[at], [Span(*found.span(1))]) if found and source else None


def aimed(words: Words, at: int, verb: str) -> Found | None:
    """ "The company apologised for the error", "they point to a collapse": the preposition belongs to the cue."""
    last = at + 1
    if words.lower(last) == "out" and words.lower(last + 1) in ("at", "against"):
        last += 1
    if words.lower(last) == "back":  # "pushed *back on* the notion"; "pushed back the vote" moves it
        if words.lower(last + 1) not in ("on", "against"):
            return None
        last += 1
    source, content = subject(words, at), rest_of_clause(words, last + 1, least=1)
    joined = words.lower(before_verb(words, at)) in ("and", "but")
    cue = Span(words.spans[at].start, words.spans[last].end)
    found = (source, cue, content) if (source or joined) and content else None
    return recorded(words, found) if verb == "refer" else found  # "The White House refers to an office" defines a word


def as_another(words: Words, at: int) -> Found | None:
    """ "Ms. Koch painted her rival as an extremist", "brushed off the report as noise"."""
    word, last = words.lower(at), at + int(words.lower(at + 1) == "off")
    if word not in (AS_FORMS if last == at else OFF_FORMS):
        return None
    content = rest_of_clause(words, last + 1, least=3)
    thing = _AS.match(content[0].of(words.text)) if content else None
    if not thing or words.lower(last + 1) in PREPOSITIONS:
        return None
    other = re.split(r" (?:that|who|which) ", content[0].of(words.text)[thing.end() - 1 :].lower())[0].split()
    if any(word in AUXILIARIES or word in PASTS for word in other):
        return None  # "painted the pier as the rain began"
    source = subject(words, at)
    return (source, Span(words.spans[at].start, words.spans[last].end), content) if source else None


def suffered(words: Words, at: int) -> Found | None:
    """ "The charge was denied by his lawyer"."""
    of, by = subject(words, at - 1, speaks=False), rest_of_clause(words, at + 2, least=1)
    source = _BY_WHOM.match(by[0].of(words.text)) if by else None
    who = source.group().split(",")[0].split() if source else []
    if (
        not of
        or not source
        or not can_speak(who)
        or who[-1].lower() in THING_NOUNS
        or set(source.group().lower().split()) & _TIMES
    ):
        return None  # "denied by law"
    return Span(by[0].start, by[0].start + source.end()), Span(words.spans[at - 1].start, words.spans[at].end), [of]
