""" "There" under the one place that the sentence before names: "were arrested *outside the parliament in Lesk*"."""

from collections.abc import Sequence

from claims.extraction.entities import Cast, Sort
from claims.extraction.lexicon.calendar import DATES
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.placed import Placed
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE, VERBS
from claims.extraction.types import Span

PREPOSITIONS = frozenset("in at near outside inside on into to".split())
GOES = frozenset(("into", "to"))  # behind these the place is where somebody went, and then was "in" it
BEFORE = frozenset(("DT", "JJ", "NN", "CD"))
MOST_BEFORE = 3
ENDS = frozenset((".", ",", "IN", "CCc", "CCv", "CCo", "TO"))
BE = frozenset("is are was were be been being am 's 're ’s ’re has have had may might could would will".split())
# "Every *day there* are two", "last *year there* was one": there is something then, and not in that place.
TIMES = frozenset(
    "time times moment day days night nights week weeks weekend month months quarter quarters season seasons year years decade century morning hour hours"
    " evening afternoon summer winter spring autumn today yesterday tomorrow".split()
)
OPENS_SUBJECT = frozenset(("DT", "JJ", "NN", "NNS", "NNP", "CD"))


def _tells_where(tokens: Sequence[Token], at: int) -> bool:
    """Whether it closes what was or is done: "were arrested *there*"."""
    before, after = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else None
    placed = before.tag in VERBS or before.tag in ("NN", "NNS", "RP")
    return placed and (after is None or (after.tag in ENDS and after.lower not in BE))


def _is_of_subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether it tells where the subject of the claim is: "Orders *there* rose", but not "Most orders there is a bill for"."""
    before, rest = tokens[:at], [t for t in tokens[at + 1 :] if t.tag != "RB" and t.lower not in ("been", "also")]
    if any(t.tag not in OPENS_SUBJECT for t in before) or before[-1].tag == "CD" or before[-1].lower in TIMES:
        return False
    if not rest or rest[0].tag not in FINITE or before[0].lower in ("all", "what", "every", "each"):
        return False
    return rest[0].lower not in BE or (len(rest) > 1 and _is_said_of(rest[1:]))


def _is_said_of(rest: Sequence[Token]) -> bool:
    """Whether what stands behind "was" is no thing that there was: "weak", "closed", but not "weak demand" or "a bank"."""
    goes_on = len(rest) > 1 and rest[1].tag in ("NN", "NNS", "NNP", "JJ")
    return rest[0].tag in ("JJ", "VBN", "VBG", "VB") and not goes_on


class There:
    """The places that one text's sentences name."""

    def __init__(self, text: str, cast: Cast, sentences: Sequence[Tokens]) -> None:
        self._text = text
        self._cast = cast
        self._sentences = Placed(sentences)

    def change(self, tokens: Sequence[Token]) -> Change | None:
        """The place for "there", where it tells where something was or is done."""
        at = next((i for i, t in enumerate(tokens) if t.word == "there" and i and t.start >= 0), None)
        if at is None:
            return None
        if not (_tells_where(tokens, at) or _is_of_subject(tokens, at)):
            return None
        number = self._sentences.number(tokens[at].start)
        if number < 0:
            return None
        own = {t.start for t in tokens}
        told = [t for t in self._sentences[number] if t.start < tokens[at].start]
        if self._places([t for t in told if t.start in own]):
            return None  # the claim itself may name it
        beside = self._places([t for t in told if t.start not in own])
        places = beside or (self._places(self._sentences[number - 1]) if number else [])
        return Change(tokens[at].start, tokens[at].end, places[0]) if len(places) == 1 else None

    def _places(self, tokens: Sequence[Token]) -> list[str]:
        """The names of places in a sentence, with what tells where: "near the port of Velm"."""
        found = []
        for at, token in enumerate(tokens):
            if token.tag != "NNP" or token.word in DATES or (at and tokens[at - 1].tag == "NNP"):
                continue
            end = at
            while end < len(tokens) and tokens[end].tag == "NNP":
                end += 1
            if self._is_somebody(token.start, tokens[end - 1].end):
                continue
            start = at
            while start and tokens[start - 1].tag in BEFORE and at - start < MOST_BEFORE:
                start -= 1
            led = start and tokens[start - 1].lower in PREPOSITIONS
            goes_on = end < len(tokens) and tokens[end].tag in ("NN", "NNS", "POS", ",", "CD")
            if led and not goes_on:
                words = self._text[tokens[start].start : tokens[end - 1].end]
                preposition = tokens[start - 1].lower
                found.append(f"{'in' if preposition in GOES else preposition} {words}")
            else:
                found += ["", ""]  # a name that may be a place as well
        return found

    def _is_somebody(self, start: int, end: int) -> bool:
        """Whether a name is a person's or of those who belong to a body."""
        place = self._cast.mention_at(Span(start, end))
        sort = None if place is None else self._cast.entities[self._cast.mention(place)[1]].sort
        return sort in (Sort.PERSON, Sort.PEOPLE)
