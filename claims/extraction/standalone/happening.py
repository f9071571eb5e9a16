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
from claims.extraction.standalone.clauses import FINITE, lead_end, main_verb, subject
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
    before: str  # the lead up to the noun or verb for it; empty where the lead tells the happening itself
    behind: str  # the lead behind it, up to the next verb
    begins: int  # where the article has told it
    ends: int  # where the article may begin to tell of another of its kind

    def change(self, tokens: Sequence[Token], place: str | None, changes: Sequence[Change]) -> Change | None:
        """Where and when it was, put behind a noun of the claim that means it; None where the claim says so or means another."""
        quoted = inside_quotes(tokens)
        for at, token in enumerate(tokens):
            if not quoted[at] and self._means_it(tokens, at):
                said = " ".join([*(t.word for t in tokens), *(change.words for change in changes)])
                name = place.split(" ", 1)[1] if place else ""
                words = f" {place}" if name and self._was_at(name) and _letters(name) not in _letters(said) else ""
                if self.day and not DATED.search(said):
                    words += f" on {self.day}"
                return Change(token.end, token.end, words) if words else None
        return None

    def _was_at(self, place: str) -> bool:
        """Whether a place of the article is the happening's: "a court in Oslo jailed a man for an attack in Velm"."""
        return not self.before or (place in self.behind and place not in self.before)

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


def of_article(text: str, sentences: Sequence[Tokens], dateline: datetime.date | None) -> Happening | None:
    """What an article is about, if the first of its sentences that names a happening names one only."""
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
        told = _tells(tokens, at)
        next_verb = next((t.start for t in tokens[at + 1 :] if t.tag in FINITE), tokens[-1].end)
        before, behind = text[tokens[0].start : tokens[at].start], text[tokens[at].end : next_verb]
        day = _day(text, tokens, dateline) if told and dateline else None
        ends = _ends(sentences, tokens, nouns, len(text))
        return Happening(nouns, day, "" if told else before or " ", behind, tokens[-1].end, ends)
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


def _tells(tokens: Tokens, at: int) -> bool:
    """Whether the sentence tells the happening itself and not what came of it: as its verb, or the noun as its subject or object."""
    verb = main_verb(tokens)
    if verb is None:
        return False
    told = subject(tokens, verb)
    core = told[: next((i for i, t in enumerate(told) if i and t.tag in ("IN", "TO")), len(told))]
    is_subject = any(t is tokens[at] for t in core) and tokens[verb].lower in HAPPENED
    return is_subject or at == verb or (tokens[verb].lower in HELD and at > verb)


def _day(text: str, tokens: Tokens, dateline: datetime.date) -> str | None:
    """The one day that the sentence names, or that of its verb where it names several."""
    verb = main_verb(tokens)
    days = _days(text, tokens, dateline)
    if len(days) != 1 and verb is not None:
        days = _days(text, tokens[: lead_end(tokens, verb)], dateline)  # "On Monday, …"
    return days.pop() if len(days) == 1 else None


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
