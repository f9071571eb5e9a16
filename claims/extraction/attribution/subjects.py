"""Which noun phrase before a verb is its subject, told from the words alone, and only where it is plain."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extraction.attribution.drafts import trimmed
from claims.extraction.entities.nouns import BODY_NOUNS, THING_NOUNS
from claims.extraction.lexicon.clauses import AUXILIARIES, BE, RELATIVES
from claims.extraction.lexicon.function_words import CLAUSE_WORDS, OPENERS, PREPOSITIONS
from claims.extraction.lexicon.heads import PEOPLE_NOUNS
from claims.extraction.lexicon.participles import IRREGULAR_PAST
from claims.extraction.lexicon.people import NAMELESS, ROLES
from claims.extraction.lexicon.pronouns import DETERMINERS, SUBJECTS
from claims.extraction.types import Span

DESCRIBED = 6  # words of somebody of whom a clause with "who" tells
LONGEST = 12  # words of a subject; twice as many with an apposition

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_JOINT = re.compile(
    r"[;:–—] ?|,[\"”’]? (?:and|but|while|although|though|as|yet|so|because) |^(?:But|And|Yet|So|Still,|However,|Meanwhile,|Instead,) "
)
# "Several people who ran it, *most of whom would not be named*, suspect": a relative clause explains the subject before it.
_DESCRIBED = re.compile(
    r"(?P<who>[^,;:\"“”()]{2,80}), (?:(?:most|some|many|all|both|one|two|none) of (?:whom|which)|who|whose) [^;:\"“”()]{3,160}"
)
# "records *obtained by* the Courier": what comes behind tells how somebody came by them.
_COME_BY = re.compile(
    r" (?:obtained|seen|reviewed|published|released|compiled|posted|leaked|provided|shared|analy[sz]ed) (?:by|to|on|in) "
)
_NARROWED = re.compile(r" (?:who|that|whose) ")
_PLAIN = re.compile(r",?[\s\w-]*")  # between a subject and its verb
_CLITIC = re.compile(r"(?:['’](?:ve|d|ll))?$")
_SHARES = frozenset("percent half majority thirds quarters".split())  # of those who were asked
_PERCENT = re.compile(r"% [a-z]")
_ABOUT = frozenset("only just about almost nearly another some".split())
_MODALS = frozenset("can could may might must shall should will would".split())
_CONTRACTED = re.compile(r"n['’]t$")
_SKIPPED = frozenset(
    """has have had also strongly repeatedly swiftly immediately roundly later then flatly again long largely still now already
    once even just""".split()
)
_SPEAKERS = PEOPLE_NOUNS | BODY_NOUNS | THING_NOUNS | ROLES | NAMELESS
# "Pensioners", "cyclists", "guardians": words for those who do something.
_AGENTS = re.compile(r"[a-z]{3,}(?:ers|ors|ists|ians|eers)$")
_NO_AGENTS = frozenset(
    """numbers orders papers letters matters others powers offers towers rivers borders corners prices papers posters errors doors
    floors factors sectors motors mirrors terrors colors colours neighbors centers centres meters metres centuries covers layers shoulders fingers
    computers servers chapters quarters answers winters summers dinners flowers routers trailers containers monitors indicators""".split()
)
_PLURALS = frozenset("they police people some many most several few both".split())
_NEXT = frozenset("second third fourth fifth".split())
_NOMINATIVES = frozenset("he she they".split())
_ALONE = frozenset(
    "another others some many most several few both one".split()
)  # they stand for people who were named before
_POSSESSORS = ("'s", "’s", "s'", "s’")
_NO_OPENERS = (
    PREPOSITIONS
    | RELATIVES
    | frozenset(
        "if when as because there what how to not asked again last next yesterday today nobody none nothing few".split()
    )
)
_PAST = frozenset(IRREGULAR_PAST.values()) - {"left"}  # "the far left" is a noun
_NO_LAST = PREPOSITIONS | frozenset(("and", "or", "but"))
_NO_MEMBERS = CLAUSE_WORDS - frozenset("and he she they it".split())


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sentence with their places."""

    text: str
    sentence: Span
    spans: tuple[Span, ...]
    small: tuple[str, ...]  # the words in small letters

    @classmethod
    def of(cls, text: str, sentence: Span) -> "Words":
        found = list(_WORD.finditer(text, sentence.start, sentence.end))
        spans = tuple(Span(*match.span()) for match in found)
        return cls(text, sentence, spans, tuple(match.group().lower() for match in found))

    def lower(self, at: int) -> str:
        """The word at a place, in small letters; nothing where there is none."""
        return self.small[at] if 0 <= at < len(self.small) else ""


def before_verb(words: Words, verb: int) -> int:
    """The last word before a verb that is neither auxiliary nor adverb; -1 where there is none."""
    last = verb - 1
    if words.lower(last) == "now" and words.lower(last - 1) == "and" and words.lower(last - 2) == "then":
        last -= 3  # "experts *then and now* said"
    while last >= 0 and (words.lower(last) in _SKIPPED or words.lower(last).endswith("ly")):
        last -= 1
    return last


def subject(words: Words, verb: int, *, speaks: bool = True) -> Span | None:
    """The noun phrase right before the verb, from the beginning of its clause; None where it cannot be told.

    With *speaks* it must stand for somebody who can say something, and agree with the verb in number.
    """
    last = before_verb(words, verb)
    share = _share(words, last)
    if last < 0 or share:
        return share
    if words.lower(last) in _NOMINATIVES | {"who"}:
        return _pronoun(words, last, verb) if speaks or words.lower(last) != "who" else None
    gap = words.text[words.spans[last].end : words.spans[verb].start]
    end = words.spans[last].start + len(_CLITIC.sub("", words.spans[last].of(words.text)))  # "they've said"
    start = _start(words.text, words.sentence.start, end)
    phrase = words.text[start:end]
    if gap.startswith(",") and (told := _DESCRIBED.fullmatch(words.text, start, end)):
        who = _NARROWED.split(told["who"])[0].split()
        plain = _is_phrase(who, len(who), explained=False) and _agree(who, words.lower(verb)) and can_speak(who)
        return Span(start, end) if plain else None
    if not _PLAIN.fullmatch(gap) or any(mark in phrase for mark in '"“”‘()'):
        return None
    if "," in phrase and not gap.startswith(","):
        return None
    names = _COME_BY.split(phrase.split(",")[0])[0].split()
    if not _is_phrase(names, len(phrase.split()), explained="," in phrase):
        return None
    if speaks and not (_agree(names, words.lower(verb)) and can_speak(names)):
        return None
    return trimmed(words.text, Span(start, end))


def _share(words: Words, last: int) -> Span | None:
    """A bare share of those who were asked, with the sign that is no word: "while *only 43%* believe"."""
    if not words.lower(last).isdigit() or not _PERCENT.match(words.text, words.spans[last].end):
        return None
    first = last - (words.lower(last - 1) in _ABOUT)
    return Span(words.spans[first].start, words.spans[last].end + 1)


def _pronoun(words: Words, last: int, verb: int) -> Span | None:
    """ "A statement in which *he* apologised", "*leaders, who* had feared": a nominative is a subject wherever it stands."""
    if words.lower(last) == "who":
        return _described(words, last)
    plain = _PLAIN.fullmatch(words.text, words.spans[last].end, words.spans[verb].start)
    return words.spans[last] if plain else None


def _described(words: Words, who: int) -> Span | None:
    """ "*Evangelical leaders, who* had feared that": whom a relative clause behind a comma tells of."""
    end = words.spans[who].start - 2
    if who < 1 or words.text[end : words.spans[who].start] != ", ":
        return None
    start = _start(words.text, words.sentence.start, end)
    names = words.text[start:end].split()
    short = len(names) <= DESCRIBED and not PREPOSITIONS & {name.lower() for name in names}
    plain = short and _is_phrase(names, len(names), explained=False) and can_speak(names)
    return Span(start, end) if plain and "," not in words.text[start:end] else None


def _start(text: str, start: int, end: int) -> int:
    """Where the clause that ends at *end* begins, without a setting before it: "In a letter, Labour"."""
    joints = [joint.end() for joint in _JOINT.finditer(text[start:end])]
    start += joints[-1] if joints else 0
    head, comma, _ = text[start:end].partition(", ")
    first = head.split()[0].lower() if head.split() else ""
    led = first in PREPOSITIONS | {"last", "this"} or first.endswith(("ed", "ing"))  # "Asked about it, Labour"
    setting = led or head.lower().endswith(("ly", "day"))
    return start + len(head) + len(comma) if comma and setting else start


def _is_phrase(names: Sequence[str], length: int, *, explained: bool) -> bool:
    """Whether the words are one noun phrase: none of them binds clauses or is a verb."""
    if (
        not names
        or (names[-1].lower() in _NO_LAST or names[-1].isdigit())
        or length > LONGEST * (2 if explained else 1)
        or names[0].lower() in _NO_OPENERS
    ):
        return False
    return not any(name.lower() in _NO_MEMBERS or name.lower() in AUXILIARIES or name in _PAST for name in names)


def _agree(names: Sequence[str], verb: str) -> bool:
    """Whether a subject and a verb agree in number, so that "fears" and "demands" are no nouns."""
    last, verb = names[-1].lower(), _CONTRACTED.sub("", verb)
    if last.endswith(_POSSESSORS) or (last in DETERMINERS and (len(names) > 1 or last not in _ALONE)):
        return False
    if last in _SHARES:
        return True  # "just 11 *percent* think"
    if verb in BE or verb in _MODALS or verb.endswith("ed") or verb in _PAST:
        return True
    plural = (
        last in _PLURALS
        or names[0].lower() in _PLURALS
        or "and" in names
        or (last.endswith("s") and not last.endswith("ss") and last not in SUBJECTS)
    )
    return plural != verb.endswith("s") or (verb.endswith("s") and names[-1][0].isupper())


def can_speak(names: Sequence[str]) -> bool:
    """Whether the phrase names somebody, or has a noun for people, bodies or documents."""
    if len(names) == 1 and names[0].lower() in SUBJECTS | _ALONE:
        return True
    if len(names) == 2 and names[0].lower() == "a" and names[1] in _NEXT:
        return True  # "*A third* said he would believe it"
    named = any(name[0].isupper() and (place or name.lower() not in OPENERS) for place, name in enumerate(names))
    bare = [name.lower().strip("'’") for name in names]
    return (
        named
        or any(name in _SPEAKERS for name in bare)
        or bare[-1] in _SHARES
        or (bool(_AGENTS.search(bare[-1])) and bare[-1] not in _NO_AGENTS)
    )
