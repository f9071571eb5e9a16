"""Whose verb a cue in or behind a relative clause is: "angered *activists, who say* that", "*Doyle*, who asked for it, *demanded*"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft, trimmed
from claims.extraction.attribution.subjects import can_speak
from claims.extraction.lexicon.clauses import AUXILIARIES
from claims.extraction.lexicon.function_words import CALENDAR
from claims.extraction.lexicon.participles import PAST_FORMS
from claims.extraction.types import Span

_WHO = r"(?P<who>[^,;:\"“”()]{2,80})"
# The main verb behind the relative clause that tells of its subject.
_MAIN = re.compile(
    rf"(?:(?:But|And|Yet|So|Still|Meanwhile),? )?(?:[^,;:\"“”]{{2,80}}, )??{_WHO}, (?:(?:an?|the|one of the) [^,;:\"“”]{{2,60}}? )?(?:who|whose) [^;:]*, (?:(?:also|then|later|has|have|had) )*"
)
_WHO_SAY = re.compile(
    r"(?P<who>(?:(?:the|some|many|several|other|his|her|its|their|an?|two|three) (?:[a-z-]+ ){0,2}?)?"
    r"(?:[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*)*|[a-z-]+)), who (?:(?:has|have|had|also|now|still|\w+ly) )*$"
)
_WHO_CLAIM = re.compile(  # "knew *a person who* claimed"
    r"(?P<who>\b(?:an?|one|another|two|three|four|some|several|many|\d+) (?:[a-z\d-]+ ){0,3}?[a-z-]+) who (?:(?:has|have|had|also|now|still|\w+ly) )*$"
)
_SEVERAL_WHICH = re.compile(  # "siding with *14 Liberal-led states which* had argued"
    r"(?P<who>\b(?:two|three|four|five|six|several|some|many|\d+) (?:[\w-]+ ){0,3}?[a-z-]+s) which (?:(?:has|have|had|also|now|still|\w+ly) )*$"
)
_WHICH_SAY = re.compile(
    rf"(?:to|by|from|with|of|at|for) (?P<who>(?:the )?(?!(?:{'|'.join(sorted(CALENDAR))})\b)[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*)*), which (?:(?:has|also) )?$"
)
_WHICH_AND = re.compile(
    r"(?P<who>(?:(?:the|its|his|her|their) (?:[a-z-]+ ){0,2}[a-z-]+|(?:the )?[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*)*)), (?:which|who)"
    r" (?:has|have|had|is|was|does|did|will)\b[^,;:\"“”]{3,80} (?:but|and) (?:(?:has|have|had|also|then|later|now|\w+ly) )*$"
)
_SEVERAL_OF = re.compile(r"\b(?P<noun>[a-z]+s) (?:of|from|in|at|with|for) $")
REACH = 100  # characters before a cue in which "activists, who" may stand
_DESCRIBED = re.compile(r"(?P<who>[^,;:\"“”]{3,80}), (?:who|which|whose) ")
_HANGS_ON = re.compile(r"\b(?:after|before|when|because|since|while|although) (?P<clause>[^,;:\"“”]*)$")
SAY = frozenset("say says said".split())
_NAMED_BEFORE = re.compile(r"(?P<who>[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,5}), who (?:(?:has|have|had|also) )*$")


def of_whom(text: str, draft: Draft, first: Span, sentence: Span) -> Span | None:
    """ "The decision angered *activists, who say* that": right behind "who" it is they who speak, and not the subject of the sentence."""
    who = _WHO_SAY.search(text, max(sentence.start, draft.cue[0].start - REACH), draft.cue[0].start)
    who = who or _WHO_CLAIM.search(text, max(sentence.start, draft.cue[0].start - REACH), draft.cue[0].start)
    who = who or _SEVERAL_WHICH.search(text, max(sentence.start, draft.cue[0].start - REACH), draft.cue[0].start)
    if who is None and draft.anchor.of(text) in SAY:
        who = _WHICH_SAY.search(text, max(sentence.start, draft.cue[0].start - REACH), draft.cue[0].start)
    if who is None or first.end >= who.start("who") or not can_speak(who["who"].split()[-1:]):
        return None
    several = _SEVERAL_OF.search(text, sentence.start, who.start("who"))  # "members of *the union, who*"
    start = several.start() if several and can_speak([several["noun"]]) else who.start("who")
    return Span(start, who.end("who"))


def of_second_verb(text: str, draft: Draft, first: Span, sentence: Span) -> Span | None:
    """ "The date allows *Velm, which has not chosen but has indicated* May": the second verb of the clause has its subject too."""
    which = _WHICH_AND.search(text, max(sentence.start, first.end), draft.cue[0].start)
    return Span(*which.span("who")) if which and can_speak(which["who"].split()[-1:]) else None


def told_below(text: str, draft: Draft, first: Span, sentence: Span) -> Span | None:
    """ "*The ministry*, which asked for it after *a flood killed* 41 people in Velm, *said*": the flood is told of in its clause."""
    closed = text[first.end : draft.cue[0].start].rstrip().endswith(",")
    below = _HANGS_ON.search(text, sentence.start, first.start) if closed else None
    if below is None or not has_verb(f"{below['clause']} {first.of(text)}".split()):
        return None  # "after *a flood killed* 41 people", "after a flood killed *41 people*"
    main = _DESCRIBED.match(text, sentence.start, first.start)
    return Span(*main.span("who")) if main and can_speak(main["who"].split()) else None


def behind_description(text: str, draft: Draft, first: Span, sentence: Span) -> Span | None:
    """ "*Mr. Doyle*, who asked whether a judge could be fair, *demanded*": not the judge."""
    main = _MAIN.fullmatch(text, sentence.start, draft.cue[0].start)
    if text.endswith((" while ", " whereas "), 0, first.start):
        return None  # "The ministry, which …, said so, while *a chief*, whose …, *said*"
    if main is None or first.start <= main.end("who") or not can_speak(main["who"].split()):
        return None
    return trimmed(text, Span(*main.span("who")))


def of_relative(text: str, draft: Draft, sentence: Span) -> Draft:
    """ "*Minority Leader Dan Holcomb, who has argued* that": a verb without a source in a clause about a name has that name."""
    led = _NAMED_BEFORE.search(text, sentence.start, draft.cue[0].start)
    if led is None and draft.anchor.of(text) in SAY:
        led = _WHICH_SAY.search(text, sentence.start, draft.cue[0].start)
    return replace(draft, source=[Span(*led.span("who"))], kind=None) if led else draft


def has_verb(words: Sequence[str]) -> bool:
    """Whether one of the words is a finite verb by its form."""
    return any(word.lower() in AUXILIARIES or word in PAST_FORMS or word.endswith("ed") for word in words)
