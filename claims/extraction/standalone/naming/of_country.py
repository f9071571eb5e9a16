"""The country of "the government" or "the president", where an article is about one country only: "the Kenyan government"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from claims.extraction.entities import Cast, Sort
from claims.extraction.lexicon import national, nations
from claims.extraction.standalone.change import Change, touched
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.naming.complements import is_spelled
from claims.extraction.standalone.pronouns.speaker import possessive
from claims.extraction.standalone.tagging import Token
from claims.extraction.types import Span

CAPITAL = re.compile(r"\b[A-Z][\w.]*\w|\b(?:[A-Z]\.){2,}")
LEAD = 400  # letters in which an article names the country that it is about
MOSTLY = 5  # times that a country is named for each time of any other
FEWEST = 2  # times that an article names the country that it is about
BEFORE_NOUN = {"United States": ("US", "U.S.", "American"), "United Kingdom": ("UK", "U.K.", "British")}
# A land under the state whose government "the government" is there.
WITHIN = {"England": "United Kingdom"}
# Names of other things as well: an American state, people.
OTHERWISE_USED = frozenset("Georgia Jordan Chad Scotland Wales Guinea Congo".split()) | {"Northern Ireland"}
NAME = r"([A-Z][a-z]+(?: [A-Z][a-z]+)?)"
SHOWN = re.compile(rf"\b{NAME}['’]s (?:[a-z]+ )?(?:{national.SHOWS_STATE})\b|\b(?:prime minister|parliament) of {NAME}")
DATELINE = re.compile(rf"\s*[A-Z][A-Z' -]+[A-Z], {NAME}(?: \([^)\n]*\))? [—–-]")
ALONE = frozenset((word,) for word in national.COUNTRY)
# These show that an article is about two countries, of which it may name one only.
SEVERAL = re.compile(
    r"\b(?:neighbou?ring|other|both|two|three|another) (?:country|countries|nations?|states|governments)\b"
)
TELLS_WHICH = frozenset("of in that which who whose where for to".split())
LONGER = frozenset(("NN", "NNS", "NNP", "CD", "VBN", "VBG", ":"))


class OfCountry:
    """The one country of a text, and the words by which what is its own is called."""

    def __init__(self, text: str, cast: Cast, sentences: Sequence[Tokens], title: str | None) -> None:
        self._text = text
        self._cast = cast
        self._sentences = sentences
        self._title = title or ""

    def changes(self, tokens: Sequence[Token], spelled: str, found: Sequence[Change]) -> Iterator[Change]:
        """Whose they are, for "the government" and its like; *spelled* are the letters already printed."""
        for at, token in enumerate(tokens):
            called = token.lower in national.LAST_WORDS or token.lower in national.COUNTRY
            first = self._first(tokens, at) if called else None
            if first is None or self._country is None or token.lower in self._elsewhere:
                continue
            if first and token.lower in national.AS_SUBJECT:
                continue
            the = tokens[first]
            taken = touched(found, the.start, token.end)
            if taken or self._is_named(spelled, found):
                continue
            if token.lower not in national.COUNTRY:
                yield Change(the.start, the.end, self._whose(the))
            else:
                state = self._country[0]
                yield Change(the.start, token.end, f"the {state}" if state.startswith("United ") else state)
            return

    def fuller(self, change: Change) -> Change:
        """A body or an office that was found for "it" or "he", with its country."""
        noun, mark, rest = change.words.removeprefix("the ").replace("’", "'").partition("'")
        known = tuple(noun.split()) in national.NATIONAL and change.words.startswith("the ")
        if not known or self._country is None or noun.split()[-1] in self._elsewhere:
            return change
        return Change(change.start, change.end, f"{self._own()} {noun}{mark}{rest}")

    def _first(self, tokens: Sequence[Token], at: int) -> int | None:
        """Where the article before "prime minister" stands, if nothing beside it tells which one is meant."""
        after = [*tokens[at + 1 : at + 3], None, None]
        if after[0] is not None and (after[0].tag in LONGER or after[0].lower in TELLS_WHICH):
            return None
        if after[0] is not None and after[0].tag == "POS" and self._country is not None and self._country[1] is None:
            return None  # "Velm's opposition's leader" is no English
        if after[0] is not None and after[0].tag == "," and after[1] is not None and after[1].tag == "NNP":
            return None
        for many in range(national.LONGEST, 0, -1):
            start = at - many
            words = tuple(t.word for t in tokens[max(0, start + 1) : at + 1])
            if start >= 0 and (words in national.NATIONAL or words in ALONE):
                the = tokens[start]
                return start if the.lower == "the" and the.start >= 0 and tokens[start + 1].start >= 0 else None
        return None

    def _own(self) -> str:
        state, adjective = self._country or ("", None)
        return f"the {adjective}" if adjective else possessive(state)

    def _whose(self, the: Token) -> str:
        words = self._own()
        return words[0].upper() + words[1:] if the.word[0].isupper() else words

    def _is_named(self, spelled: str, found: Sequence[Change]) -> bool:
        """Whether a claim names the country, or a seat or people of it, anyway."""
        state, _ = self._country or ("", None)
        names = {state, *(word for word, of in nations.ADJECTIVE_OF.items() if of == state)}
        names |= {word for word, of in nations.ALIKE.items() if of == state and len(word) > 2}
        return any(is_spelled(name, spelled, found) for name in names)

    @cached_property
    def _elsewhere(self) -> frozenset[str]:
        """The nouns of which the text names one that is no country's: "the union president", "the state government"."""
        found = set()
        for tokens in self._sentences:
            for at, token in enumerate(tokens):
                if token.lower not in national.ALSO_ELSEWHERE or not at:
                    continue
                before, after = tokens[at - 1], [t.lower for t in tokens[at + 1 : at + 4]]
                lower = before.lower in national.LOWER or before.tag in ("POS", "NN") or token.tag == "NNS"
                of_body = after[:2] in (["of", "the"], ["of", "a"]) and after[2:] not in (["country"], ["republic"])
                if lower or of_body:
                    found.add(token.lower)
        return frozenset(found)

    @cached_property
    def _country(self) -> tuple[str, str | None] | None:
        """The name of the one country, and the word for what is its own; None where there may be two."""
        named = Counter(self._states())
        if SEVERAL.search(self._text):
            return None
        (first, times), (_, second) = [*named.most_common(2), ("", 0), ("", 0)][:2]
        led = f"{self._title}\n{self._text[:LEAD]}"
        if any(land in led for land in national.SELF_RULED):
            return None
        if named and named.most_common(1)[0][0] != "United States" and national.AMERICAN.search(self._text):
            return None  # an American paper calls its own country "the nation"
        if not first:
            unknown = self._unknown()
            return (unknown, None) if unknown and unknown in led else None
        if first in OTHERWISE_USED or times < max(FEWEST, MOSTLY * second):
            return None
        seat = next((seat for seat, state in nations.STATE_OF_SEAT.items() if state == first), "")
        if first not in self._in(led) or self._text.count(seat or "\0") >= times:
            return None  # a town in which something was may be a seat by chance
        return first, self._adjective(first)

    def _states(self) -> Iterator[str]:
        yield from self._in(f"{self._title}\n{self._text}")

    def _in(self, text: str) -> Iterator[str]:
        """The states that the words name by themselves, by their peoples, seats or parts."""
        before = ""
        for match in CAPITAL.finditer(text):
            word = match[0]
            both = f"{before} {word}"
            state = _state(both) or _state(word)
            if state:
                yield state
            before = word

    def _adjective(self, state: str) -> str | None:
        """The word that the text itself sets before what is that country's, or else the usual one."""
        words = BEFORE_NOUN.get(state) or [word for word, of in nations.ADJECTIVE_OF.items() if of == state][:1]
        counted = [(len(re.findall(rf"\b{re.escape(word)}(?!\w)", self._text)), -i) for i, word in enumerate(words)]
        return words[-max(counted)[1]] if words else None

    def _unknown(self) -> str | None:
        """A state that no table knows, by what it has: "Bergland's prime minister"; or by the dateline."""
        names = {match[1] or match[2] for match in SHOWN.finditer(self._text)}
        dateline = DATELINE.match(self._text)
        if dateline:
            names.add(dateline[1])
        places = {name for name in names if not self._is_no_place(name)}
        return places.pop() if len(places) == 1 else None

    def _is_no_place(self, name: str) -> bool:
        if name in nations.US_STATES or name in national.PARTS_OF_STATES:
            return True
        at = self._text.find(name)
        mention = self._cast.mention_at(Span(at, at + len(name)))
        return mention is not None and self._cast.entities[self._cast.mention(mention)[1]].sort is Sort.PERSON


def _state(words: str) -> str | None:
    """The state that a name, an adjective, a seat or a part of a state stands for."""
    state = nations.ADJECTIVE_OF.get(words) or nations.STATE_OF_SEAT.get(words)
    if words in nations.US_STATES or words == "Washington":
        state = "United States"
    elif words in nations.STATES or words in OTHERWISE_USED:
        state = words
    state = nations.ALIKE.get(words) or (nations.ALIKE.get(state, state) if state else None)
    return WITHIN.get(state, state) if state else None
