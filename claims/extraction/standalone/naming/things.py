"""Things that a text calls by a noun and by a name, so that the noun can give way to the name: "the ferry" to "Lady Vik"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.extraction.lexicon import things as kinds
from claims.extraction.lexicon.calendar import DATES
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.naming.complements import letters

NOUN = "NN"
INDEFINITE = frozenset("a an another every each any other second".split())
DESCRIBING = frozenset(("JJ", "NN", "NNP", "CD", "POS", "VBN", "VBG", "RB"))
MOST_WORDS = 6  # between an article and its noun
LEAD = 3  # sentences in which an article names what it is about, where the title does not
INSIDE = frozenset("of in on and the for".split())  # in names: "Music in the Park"
FEWEST = 2  # words before "a ferry": the name and what links it
LONGER = ("NN", "NNS", "NNP", "POS")
BELONGS = ("NN", "IN", "POS", "CCo", ",")  # before a name: then the phrase may be about something else
NEAR = 250  # letters before a noun in which it may go back to another name than the title's
FAR = 14  # words between a noun and "called"
NAMING = frozenset("called named dubbed titled".split())


@dataclass(frozen=True, slots=True)
class Thing:
    """A name that the text has called by a noun."""

    name: str
    start: int  # of the phrase that calls it so
    end: int


class Things:
    """The named things of one text, by the nouns that the text calls them."""

    def __init__(self, text: str, sentences: Sequence[Tokens], title: str | None = None) -> None:
        self._text = text
        self._title = title or ""
        lead = [tokens for tokens in sentences[:LEAD] if tokens]
        self._lead = lead[-1][-1].end if lead else 0
        self._called: dict[str, list[Thing]] = {}
        self._endings: dict[str, tuple[str | None, list[tuple[int, str]]]] = {}
        self._other: dict[str, list[int]] = {}
        for tokens in sentences:
            for noun, thing in (*_typed(text, tokens), *_by_own_word(text, tokens)):
                self._called.setdefault(noun, []).append(thing)
            for noun, at in _indefinite(tokens):
                self._other.setdefault(noun, []).append(at)

    def name_for(self, noun: str, at: int) -> str | None:
        """The name of the thing that the noun takes up at a place; None where that may be another one."""
        return self._titled(noun, at) or self._only_one(noun, at)

    def _titled(self, noun: str, at: int) -> str | None:
        """The name of the title that ends in the noun or a kin, if the text has named no other such thing since."""
        if noun not in self._endings:
            self._endings[noun] = self._title_and_text(noun)
        name, places = self._endings[noun]
        if name is None:
            return None
        known = places[: bisect_left(places, at, key=lambda place: place[0])]
        same = [last in name or name in last for _, last in known]
        near = [alike for (place, _), alike in zip(known, same, strict=True) if at - place < NEAR]
        return name if any(same) and all(near) else None

    def _title_and_text(self, noun: str) -> tuple[str | None, list[tuple[int, str]]]:
        """The one name of that kind in the title, and all such names in the text with their places."""
        endings = "|".join(sorted(word.capitalize() for word in kinds.in_titles(noun)))
        named = re.compile(rf"(?:[A-Z][\w’'-]+ ){{1,{MOST_WORDS}}}(?:{endings})\b")
        names = {match[0] for match in named.finditer(self._title)} if endings else set()
        if len(names) != 1:
            return None, []
        return names.pop(), [(match.start(), match[0]) for match in named.finditer(self._text)]

    def _only_one(self, noun: str, at: int) -> str | None:
        """The name of the one thing that was called so, or by a kin of the noun, before a place; None where another may be meant."""
        kin = kinds.kin(noun)
        found = [thing for each in kin for thing in self._called.get(each, ())]
        if not found or min(thing.end for thing in found) > at:
            return None
        names = {letters(thing.name) for thing in found}
        longest = max(names, key=len)
        if not all(name in longest for name in names):
            return None
        own = [(thing.start, thing.end) for thing in found]
        others = [place for each in kin for place in self._other.get(each, ())]
        first = min(thing.start for thing in found)
        if any(first < place and not any(start <= place <= end for start, end in own) for place in others):
            return None
        name = next(thing.name for thing in found if letters(thing.name) == longest)
        led = noun in kinds.TABLED and min(thing.start for thing in found) < self._lead
        return name if name in self._title or led else None


def _typed(text: str, tokens: Tokens) -> Iterator[tuple[str, Thing]]:
    """The nouns of one sentence with the name that stands beside them as theirs."""
    for at, token in enumerate(tokens):
        if token.tag != NOUN or not token.word.islower() or token.word in kinds.NO_THINGS:
            continue
        start = _phrase_start(tokens, at)
        name = _name_behind(tokens, at) or _name_before(tokens, start, at) or _name_far_behind(tokens, at)
        if name:
            first, last = name[0], name[-1]
            words = text[first.start : last.end]
            thing = Thing(words, min(first.start, tokens[start].start), max(last.end, token.end))
            yield token.lower, thing
            if any(t.lower in kinds.BROADCASTING for t in tokens[start:at]):
                yield "network", thing


def _by_own_word(text: str, tokens: Tokens) -> Iterator[tuple[str, Thing]]:
    """The names of one sentence whose last word says what they name: "the Velm Express"."""
    for at, token in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        goes_on = after is not None and after.tag in ("NNP", "NN", "NNS")
        if token.tag != "NNP" or token.lower not in kinds.OWN_WORDS or goes_on:
            continue
        start = at
        while start and tokens[start - 1].tag == "NNP":
            start -= 1
        owned = start > 0 and tokens[start - 1].tag == "POS"  # "the Miners' *Pension Program*" is its end only
        if start < at and not owned:
            yield token.lower, Thing(text[tokens[start].start : token.end], tokens[start].start, token.end)


def _phrase_start(tokens: Tokens, at: int) -> int:
    start = at
    while start and tokens[start - 1].tag in DESCRIBING and at - start < MOST_WORDS:
        start -= 1
    return start - (start > 0 and tokens[start - 1].tag == "DT")


def _name_behind(tokens: Tokens, at: int) -> Tokens:
    """The name in "the ferry Lady Vik", "a ferry called Lady Vik", "the city of Velm"."""
    after = at + 1
    if (after < len(tokens) and tokens[after].lower in NAMING | {"of"}) or _is_known_as(tokens, after):
        if tokens[after].lower == "of" and tokens[at].lower not in kinds.OF_NAME:
            return []
        after += 2 if _is_known_as(tokens, after) else 1
    quoted = after < len(tokens) and tokens[after].tag == "Q"
    if quoted:
        end = next((i for i in range(after + 1, len(tokens)) if tokens[i].tag == "Q"), None)
        inside = tokens[after + 1 : end] if end else []
        named = after > at + 1 and inside and inside[0].word[:1].isupper() and len(inside) <= MOST_WORDS
        return tokens[after : (end or 0) + 1] if named else []
    return _name_at(tokens, after)


def _name_far_behind(tokens: Tokens, at: int) -> Tokens:
    """The name in "a raft of planks and barrels, called Lady Vik"."""
    if tokens[at].lower not in kinds.TABLED:
        return []
    for far in range(at + 1, min(at + FAR, len(tokens) - 1)):
        if tokens[far].tag in (NOUN, ":", "VBD", "VBZ") and tokens[far].lower in kinds.TABLED:
            return []
        if tokens[far - 1].tag == "," and tokens[far].lower in NAMING:
            return _name_at(tokens, far + 1)
    return []


def _is_known_as(tokens: Tokens, at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at].lower == "known" and tokens[at + 1].lower == "as"


def _name_before(tokens: Tokens, start: int, at: int) -> Tokens:
    """The name in "Lady Vik, a ferry" and "Lady Vik is a ferry"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if start < FEWEST or tokens[start].tag != "DT" or (after is not None and after.tag in LONGER):
        return []
    link = tokens[start - 1]
    apposed = link.tag == "," and (after is None or after.tag in (",", ".", "IN", "WDT"))
    if not apposed and link.lower not in ("is", "was"):
        return []
    first = start - 1
    while first and tokens[first - 1].tag == "NNP":
        first -= 1
    before = tokens[first - 1].tag if first else None
    belongs = before in BELONGS and not (apposed and before in ("IN", "NN"))
    return _name_at(tokens, first) if first < start - 1 and not belongs else []


def _name_at(tokens: Tokens, at: int) -> Tokens:
    end = at
    while end < len(tokens) and tokens[end].tag == "NNP":
        end += 1
    name = tokens[at:end]
    if not any(t.word[:1].isupper() for t in name) or any(t.word in DATES for t in name):
        return []
    after, then = [*tokens[end : end + 2], None, None][:2]
    longer = after is not None and after.tag in ("NN", "NNS")
    inside = after is not None and after.lower in INSIDE
    goes_on = then is not None and then.tag in ("DT", "NNP") and then.word not in DATES
    return [] if longer or (inside and goes_on) else name


def _indefinite(tokens: Tokens) -> Iterator[tuple[str, int]]:
    """The nouns that a sentence brings in as one of several, with their places."""
    for at, token in enumerate(tokens):
        if token.tag != NOUN or (at + 1 < len(tokens) and tokens[at + 1].tag in ("NN", "NNS")):
            continue
        start = at
        while start and tokens[start - 1].tag in DESCRIBING and at - start < MOST_WORDS:
            start -= 1
        if any(t.lower in INDEFINITE for t in tokens[max(0, start - 1) : at]):
            yield token.lower, token.start
