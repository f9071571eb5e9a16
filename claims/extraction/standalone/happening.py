"""What happened, where and when, by an article's lead, for claims that only point at it: "the crash" "in Karaj on May 3, 2021"."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.extraction.lexicon.calendar import MONTHS
from claims.extraction.lexicon.happenings import ACCIDENT, ACCIDENTAL, HAPPENED, HELD, KINDS, TOLD_BY
from claims.extraction.standalone import dates
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.clauses import lead_end, main_verb, subject
from claims.extraction.standalone.cuts import Tokens, inside_quotes
from claims.extraction.standalone.tagging import Token

LEAD = 2  # sentences in which an article says what happened
DAY = re.compile(rf"\b(?:{'|'.join(MONTHS)}) \d{{1,2}}, \d{{4}}\b")
DATED = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b|\b(?:19|20)\d\d\b|day\b")
POINTS = frozenset(("the", "this"))
NOUNS = ("NN", "NNS")
# Behind the noun these tell which one is meant, or make the noun part of another.
NARROWING = frozenset("of in at on near off outside that which between against from by where to".split())
LONGER = frozenset(("NN", "NNS", "NNP", "POS", "CD", "VBN", "VBG", "WDT", ":"))
# Before the noun these bring another one into the article.
OTHERS = frozenset("a an another second earlier previous other similar third two three past recent every any".split())


@dataclass(frozen=True, slots=True)
class Happening:
    """What an article's lead tells, by the nouns that may take it up, and when it was."""

    nouns: frozenset[str]
    day: str | None  # "January 14, 2019"
    begins: int  # where the article has told it
    ends: int  # where the article may begin to tell of another of its kind

    def change(self, tokens: Sequence[Token], place: str | None, changes: Sequence[Change]) -> Change | None:
        """Where and when it was, put behind a noun of the claim that means it; None where the claim says so or means another."""
        quoted = inside_quotes(tokens)
        for at, token in enumerate(tokens):
            if not quoted[at] and self._means_it(tokens, at):
                said = " ".join([*(t.word for t in tokens), *(change.words for change in changes)])
                words = "" if place is None or _letters(place.split(" ", 1)[1]) in _letters(said) else f" {place}"
                if self.day and not DATED.search(said):
                    words += f" on {self.day}"
                return Change(token.end, token.end, words) if words else None
        return None

    def _means_it(self, tokens: Sequence[Token], at: int) -> bool:
        token = tokens[at]
        if not self.begins <= token.start < self.ends or token.tag not in NOUNS or token.lower not in self.nouns:
            return False
        start = at
        while start and tokens[start - 1].tag == "NN":
            start -= 1
        if not start or tokens[start - 1].lower not in POINTS:
            return False
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        return after is None or not (after.tag in LONGER or after.lower in NARROWING)


def of_article(
    text: str, sentences: Sequence[Tokens], title: str | None, dateline: datetime.date | None
) -> Happening | None:
    """What an article is about, if its title or first sentence names one happening of a known kind."""
    lead = [tokens for tokens in sentences[: LEAD + 1] if len(tokens) > 4][:LEAD]
    for tokens in lead:
        found = [(noun, at) for at, token in enumerate(tokens) for noun in _nouns_of(token)]
        kinds = {_kind(noun) for noun, _ in found}
        if not found:
            continue
        if len(kinds) > 1:
            return None
        noun, at = found[0]
        nouns = _taken_up(noun)
        day, ends = _day(text, tokens, at, dateline), _ends(sentences, tokens, nouns, len(text))
        return Happening(nouns, day, tokens[-1].end, ends)
    return None


def _nouns_of(token: Token) -> Iterator[str]:
    """The noun for a happening that a word is or tells."""
    if token.tag in NOUNS and any(token.lower.removesuffix("s") in kind for kind in KINDS):
        yield token.lower
    elif token.tag in ("VBD", "VBZ", "VBN"):
        yield from (noun for noun, forms in TOLD_BY.items() if token.lower in forms)


def _kind(noun: str) -> frozenset[str]:
    return next((kind for kind in KINDS if noun.removesuffix("s") in kind or noun in kind), ACCIDENT | ACCIDENTAL)


def _taken_up(noun: str) -> frozenset[str]:
    """The nouns that may take a happening up again, in its own number."""
    plural = noun.endswith("s") and noun not in _kind(noun)
    nouns = _kind(noun) | (ACCIDENT if noun.removesuffix("s") in ACCIDENTAL | ACCIDENT else frozenset())
    return frozenset(f"{each}s" for each in nouns) if plural else nouns


def _day(text: str, tokens: Tokens, at: int, dateline: datetime.date | None) -> str | None:
    """The one day that the sentence names, if it is the day of what happened and not of who told it."""
    if dateline is None:
        return None
    verb = main_verb(tokens)
    if verb is None:
        return None
    days = _days(text, tokens, dateline)
    if len(days) != 1:
        days = _days(text, tokens[: lead_end(tokens, verb)], dateline)  # "On Monday, …": the day of the verb
    if len(days) != 1:
        return None
    told = subject(tokens, verb)
    is_subject = any(t is tokens[at] for t in told) and (tokens[verb].lower in HAPPENED)
    is_verb = at == verb
    is_object = tokens[verb].lower in HELD and at > verb
    return days.pop() if is_subject or is_verb or is_object else None


def _days(text: str, tokens: Tokens, dateline: datetime.date) -> set[str]:
    """The days that the words name."""
    if not tokens:
        return set()
    start, end = tokens[0].start, tokens[-1].end
    said = [text[start:end], *(change.words for change in dates.absolute(text, start, end, dateline))]
    return {day for words in said for day in DAY.findall(words)}


def _ends(sentences: Sequence[Tokens], lead: Tokens, nouns: frozenset[str], end: int) -> int:
    """The place where another happening of the kind comes in: "a second crash", "attacks in 2015"."""
    for tokens in sentences:
        if not tokens or tokens[0].start <= lead[0].start:
            continue
        for before, token in pairwise(tokens):
            if token.lower.removesuffix("s") in {noun.removesuffix("s") for noun in nouns} and before.lower in OTHERS:
                return token.start
    return end


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.lower()))
