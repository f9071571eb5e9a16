"""The words of one source, read as a noun phrase: what is its head, and which names stand in it."""

import re
from dataclasses import dataclass

from claims.extraction.entities import Cast
from claims.extraction.entities.mentions import Mention
from claims.extraction.entities.nouns import NOUNS, noun_of
from claims.extraction.entities.words import Word, read
from claims.extraction.lexicon.function_words import CLAUSE_WORDS, PREPOSITIONS
from claims.extraction.types import Span

_BRACKETS = re.compile(r" \((?:[^()]*\)|[^()]*$)")  # acronyms and asides in brackets, the last one perhaps cut
RELATIVE = frozenset("who which that whose whom".split())
_COUNTED = frozenset(
    "number group team majority part one some several many most all none each half dozens hundreds thousands".split()
)
_OF_PEOPLE = frozenset("from of in at".split())  # "parents from", "residents of"
_LEADING = frozenset("of by from that with".split())
_TRAILING = CLAUSE_WORDS - frozenset(("he", "she", "it", "they", "we", "you", "i", "him", "them", "us")) | frozenset(
    "both al et late early reportedly later already itself himself herself themselves each recently".split()
)
_WHEN = frozenset(("today", "yesterday"))  # "Norvane *today* said"; a paper has it with a capital
_CLOSED = re.compile(r"[,.!?][\"”’'] $")  # a quotation ends here
_SHORT = 4  # and so few words behind it are the source
Named = tuple[Mention, int]
NAME = r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2}"
# "Amnesty International, Freedom House *and other rights groups*": all of them, and not the first alone.
AND_OTHERS = re.compile(
    rf"[A-Z]{{2,4}}s and [a-z][\w -]*s|{NAME}(?:, {NAME})*,? and (?:\w+ )?other (?:[\w-]+ ){{0,4}}[\w-]+s"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source's words with the mentions that stand in them; *head* is the index in *words* of its head noun."""

    text: str
    words: tuple[Word, ...]
    mentions: tuple[Named, ...]
    head: int

    @property
    def noun(self) -> str:
        return noun_of(self.words[self.head])

    @property
    def core(self) -> str:
        """The words without a leading article, up to a relative clause or apposition."""
        return tidy(self.raw)

    @property
    def raw(self) -> str:
        """The core as it stands in the text, brackets included."""
        return self.text[self.core_start : self.words[core_end(self.words) - 1].end]

    @property
    def core_start(self) -> int:
        return self.words[1 if len(self.words) > 1 and self.words[0].lower == "the" else 0].start

    @property
    def qualified(self) -> bool:
        """Whether something behind the head tells more: "the mayor of Paris"."""
        return self.head + 1 < core_end(self.words)


def tidy(core: str) -> str:
    """A core without acronyms and asides in brackets."""
    return _BRACKETS.sub("", core)


def read_phrase(text: str, span: Span, cast: Cast) -> Phrase | None:
    """The phrase at *span*; None where no word stands there."""
    found = list(read(text, span.start, span.end))
    found = _without_trail(_without_setting(found))
    if not found:
        return None
    mentions = tuple(cast.mention(place) for place in cast.mentions_in(span))
    words = tuple(found)
    return Phrase(text, words, mentions, _head(words))


def _without_setting(words: list[Word]) -> list[Word]:
    """A source tagged with the words before it ("In dissent, Justice Harlow", "‘No,’ she") begins behind them."""
    closing = [place for place, word in enumerate(words) if place and _CLOSED.search(word.gap)]
    if closing and closing[-1] + _SHORT >= len(words):
        words = words[closing[-1] :]
    while len(words) > 1 and words[0].lower in _LEADING:
        words = words[1:]
    if words and words[0].lower in PREPOSITIONS:
        comma = next((place for place, word in enumerate(words) if place and word.gap.startswith(",")), 0)
        return words[comma:]
    return words


def _without_trail(words: list[Word]) -> list[Word]:
    """What belongs to the verb is no part of the source: "Miller and Smith both", "the ministry has"."""
    while len(words) > 1 and (
        words[-1].lower in _TRAILING
        or words[-1].text in _WHEN
        or (words[-1].text == "s" and words[-1].gap in ("'", "’"))
    ):
        words = words[:-1]
    return words


def core_end(words: tuple[Word, ...]) -> int:
    """Where an apposition or a relative clause begins; the length where none does."""
    for place, word in enumerate(words[1:], 1):
        dated = word.text.isdigit()  # "a March 14, 2019 press release"
        if word.gap == ", " and lists_places(words, place):
            continue
        if word.lower == "including" and place + 1 < len(words) and words[place + 1].capital:
            return place  # "German firms *including* Alcon, Berg and Lund"
        points = word.lower == "that" and words[place - 1].lower in PREPOSITIONS  # "a person from *that* team"
        if (word.gap.startswith((", ", " – ", " — ")) and not dated) or (word.lower in RELATIVE and not points):
            return place
    return len(words)


def lists_places(words: tuple[Word, ...], place: int) -> bool:
    """Whether the comma before that word stands in a list of names that says which people: "parents from Halden, *Orsk* and Velm"."""
    before = [at for at, word in enumerate(words[:place]) if at and word.lower in _OF_PEOPLE]
    if not before or not words[before[-1]].adjoins or not noun_of(words[before[-1] - 1]).endswith("s"):
        return False
    rest = words[before[-1] + 1 :]
    joint = next((at for at, word in enumerate(rest) if word.lower == "and"), None)
    listed = all(word.capital or word.lower in ("and", "the") for word in rest[: (joint or 0) + 2])
    return joint is not None and joint + before[-1] + 1 > place and joint + 1 < len(rest) and listed


def _head(words: tuple[Word, ...]) -> int:
    """The last noun before the first preposition, looking through "a number of" and the like."""
    end = core_end(words)
    first = 0
    for place, word in enumerate(words[:end]):
        if place and word.lower in PREPOSITIONS:
            if (
                word.lower == "of"
                and (words[place - 1].lower in _COUNTED or words[place - 1].text[0].isdigit())
                and place + 1 < end
            ):
                first = place + 1
                continue
            end = place
            break
    known = [place for place in range(first, end) if noun_of(words[place]) in NOUNS]
    return known[-1] if known else end - 1
