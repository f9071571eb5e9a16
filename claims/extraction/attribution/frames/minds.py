"""Frames of what somebody knows, wants and feels: "they feel that …", "wants to repeal …", "is reluctant to leave …", "has no plans to quit"."""

import re

from claims.extraction.attribution.frames.words import Found, adjoins, rest_of_clause
from claims.extraction.attribution.subjects import Words, can_speak, subject
from claims.extraction.lexicon import clauses
from claims.extraction.lexicon.clauses import AUXILIARIES, BE, PASTS, RELATIVES
from claims.extraction.lexicon.function_words import PREPOSITIONS
from claims.extraction.lexicon.minds import (
    CONSIDERING,
    FEELING,
    HAVING_NONE,
    INTENDING,
    KNOWING,
    KNOWING_WHAT,
    MINDED,
    NOUNS_TOO,
    PONDERING,
    SURE,
    WANTING,
)
from claims.extraction.lexicon.pronouns import DETERMINERS
from claims.extraction.types import Span

SOON = 8  # words within which a clause without "that" has its verb
OBJECT = 8  # words of whom somebody wants to do something
_HELPED = frozenset("do does did don't doesn't didn't don’t doesn’t didn’t".split())
_QUESTIONS = frozenset("whether who whom what why how where if".split())
_FEEL = frozenset("feel feels felt".split())
# "Did not want *to be named*", "was not prepared *to comment*": who keeps silent has nothing in mind that is told.
_SILENT = re.compile(
    rf" (?:(?:his|her|their) (?:[a-z]+ )?names? (?:to be )?(?:used|published|printed)|(?:to )?{clauses.SILENCE})"
)
_FEELS = re.compile(r" (?:(?:\w+ly|so|very|pretty|more|less) )?[a-z]+ (?:about|that) (?=\w)")
_ABOUT = frozenset("about of over".split())
_OPENERS = DETERMINERS | frozenset("he she they it i we you there his her their its".split())
_NO_SUBJECT = PREPOSITIONS | RELATIVES | frozenset("to and or but as so".split())
_WHOM = frozenset("him her them it himself herself themselves".split())
_SUBJECTS = frozenset("he she they it we i".split())
_JOINT = re.compile(r",? (?:but|and) (?:he|she|they)\b")
_IS = re.compile(r"(?P<who>he|she|they)['’](?:s|re)")
_HAVE = frozenset("has have had".split())
_IN_QUESTION = ("whether ", "Whether ")
TRIGGERS = CONSIDERING | KNOWING | WANTING | INTENDING | MINDED | FEELING | SURE | PONDERING.keys() | HAVING_NONE


def minded(words: Words, at: int) -> Found | None:
    """What the word at a place frames, if it tells of somebody's mind."""
    word = words.spans[at].of(words.text)
    if word not in TRIGGERS:
        return None
    if word in CONSIDERING:
        return _judging(words, at)
    if word in HAVING_NONE and words.lower(at - 1) == "no" and words.lower(at - 2) in _HAVE:
        of = int(words.lower(at + 1) in ("of", "in"))
        begun = words.lower(at + 1) in ("of", "in", "to", "that")
        return _with(words, at - 2, at + of, at + 1 + int(of or words.lower(at + 1) == "that")) if begun else None
    if word in PONDERING and (found := _with_clitic(words, at, word)):
        return found
    be = at - 1 if words.lower(at - 1) in BE else at - 2
    if words.lower(be) in BE:
        return _being(words, at, be, word)
    if (word in WANTING or word in INTENDING) and (wanted := _wanting(words, at, word)):
        return wanted
    return _knowing(words, at, word) if word in KNOWING else None


def _being(words: Words, at: int, be: int, word: str) -> Found | None:
    behind = words.lower(at + 1)
    if word in MINDED and behind == "to":
        doing = int(words.lower(at + 2).endswith("ing") or words.lower(at + 2) in DETERMINERS)  # "resigned *to* losing"
        return _with(words, be, at + doing, at + 1 + doing)
    if word in FEELING and behind in _ABOUT:
        return _with(words, be, at + 1, at + 2)
    if word in SURE and behind != "that" and _is_clause(words, at + 1):
        return _with(words, be, at, at + 1)
    if word not in PONDERING:
        return None
    particles = PONDERING[word].split()
    if not particles:
        return _with(words, be, at, at + 1) if behind not in PREPOSITIONS | {"that", "to"} else None
    if behind not in particles:
        return _with(words, be, at, at + 1) if "that" in particles and _is_clause(words, at + 1) else None
    if behind == "that":
        return _with(words, be, at, at + 2)
    kept = behind == "to" or behind in _QUESTIONS  # they belong to the content
    return _with(words, be, at if kept else at + 1, at + 1 if kept else at + 2)


def _with_clitic(words: Words, at: int, word: str) -> Found | None:
    """ "*She’s hoping to* fill the hall": a pronoun that holds its verb."""
    who = _IS.fullmatch(words.lower(at - 1)) if at else None
    behind = words.lower(at + 1)
    content = list(rest_of_clause(words, at + 1, least=1)) if who and behind in PONDERING[word].split() else []
    if who is None or not content:
        return None
    start = words.spans[at - 1].start
    return Span(start, start + who.end("who")), Span(start + who.end("who"), words.spans[at].end), content


def _wanting(words: Words, at: int, word: str) -> Found | None:
    behind = words.lower(at + 1)
    if word in NOUNS_TOO and words.lower(at - 1) in _HAVE:
        return None  # "the tribe has *plans*"
    if behind == "to":
        return _with(words, _verb(words, at), at, at + 1)
    if word in INTENDING or behind in _NO_SUBJECT or behind in AUXILIARIES:
        return None
    whom = next((place for place in range(at + 2, at + OBJECT) if words.lower(place) == "to"), None)
    if whom is None and behind not in DETERMINERS:
        return None
    return _with(words, _verb(words, at), at, at + 1)


def _judging(words: Words, at: int) -> Found | None:
    """ "Many voters *consider* her untrustworthy": somebody, and what he is taken for; "considered the bill" looks at it."""
    if words.lower(at + 1) not in _WHOM or words.lower(at + 2) in _NO_SUBJECT - {"to"} or at + 2 >= len(words.spans):
        return None
    if words.text[words.spans[at + 1].end : words.spans[at + 2].start] != " ":
        return None
    return _with(words, _verb(words, at), at, at + 1)


def _knowing(words: Words, at: int, word: str) -> Found | None:
    behind, verb = words.lower(at + 1), _verb(words, at)
    if behind == "that" and _is_clause(words, at + 2, strict=False):
        return _with(words, verb, at, at + 2)
    if word in _FEEL and _FEELS.match(words.text, words.spans[at].end):
        return _with(words, verb, at, at + 1)
    if (word in KNOWING_WHAT and behind in _QUESTIONS) or (behind in _OPENERS and _is_clause(words, at + 1)):
        return _with(words, verb, at, at + 1)
    return None


def _with(words: Words, verb: int, last: int, first: int) -> Found | None:
    """The frame with the subject before *verb*, a cue from there to the word *last*, and a content from *first*."""
    if not adjoins(words, last) or _SILENT.match(words.text, words.spans[last].end):
        return None
    source, content = (
        subject(words, verb),
        [_to_joint(words.text, span) for span in rest_of_clause(words, first, least=1)],
    )
    if source is None or not content or not can_speak(source.of(words.text).split(",")[0].split()):
        return None
    if words.text.endswith(_IN_QUESTION, 0, source.start):
        return None  # "*whether* they wanted to stay or not"
    return source, Span(words.spans[verb].start, words.spans[last].end), content


def _to_joint(text: str, content: Span) -> Span:
    """ "Is leaning toward Larkin *but she* wishes": what is in mind ends where a pronoun begins a clause of its own."""
    joint = _JOINT.search(text, content.start + 1, content.end)
    return Span(content.start, joint.start()) if joint else content


def _verb(words: Words, at: int) -> int:
    """Where a verb begins with its denial: "*does not* know", "never wanted"."""
    while at > 1 and (words.lower(at - 1) in ("not", "never") or words.lower(at - 1) in _HELPED):
        at -= 1
    return at


def _is_clause(words: Words, first: int, *, strict: bool = True) -> bool:
    """Whether a subject and a finite verb follow; without "that" before them no preposition or relative may stand between them."""
    if words.lower(first) in _NO_SUBJECT or words.lower(first) in AUXILIARIES:
        return False
    for at in range(first + 1, first + SOON):
        word = words.lower(at)
        if words.spans[at : at + 1] and words.spans[at].of(words.text) == "May":
            continue  # the month
        if word in AUXILIARIES or (word in PASTS and (not strict or words.lower(first) in _SUBJECTS)):
            return True  # "felt the *ground* shake"
        if strict and (word in RELATIVES or word in ("to", "and", "or")):
            return False
        if word.endswith("ed") or (not strict and word.endswith("s")):
            return True
    return False
