"""Several persons or bodies by their number: "all three" for the three of a list, "both" for the two."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.extraction.entities import Cast, Entity, Sort
from claims.extraction.lexicon import people
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE
from claims.extraction.types import Span

NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
PAIR = 2  # of two, one more who is named since makes others; of three he is one who was named beside them
REACH = 900  # letters that a list may lie back: some four sentences
BODIES = frozenset("companies firms clubs parties teams banks groups universities countries governments".split())
_NAME = r"((?:[A-Z][\w’'-]+ ){1,2}[A-Z][\w’'-]+)"
AGED = re.compile(rf"\b{_NAME}, (?:aged )?\d{{1,3}},? and {_NAME}, (?:aged )?\d{{1,3}}\b(?!,? (?:and|[A-Z]))")
PERSONS = people.GROUPS | {"men", "women", "suspects", "defendants", "journalists", "politicians", "candidates"}


@dataclass(frozen=True, slots=True)
class Listed:
    """One place where a text names several in a row."""

    span: Span
    name: str
    members: tuple[int, ...]


class Numbered:
    """The lists of one text's cast."""

    def __init__(self, text: str, cast: Cast) -> None:
        self._cast = cast
        lists = [
            Listed(mention, entity.name, entity.members)
            for entity in cast.entities
            if entity.members
            for mention in entity.mentions
        ]
        self._lists = sorted([*lists, *_with_ages(text, cast)], key=lambda found: found.span.end)

    def change(self, tokens: Sequence[Token]) -> Change | None:
        """The names for a number that opens a claim, where one list of so many was named shortly before."""
        at = next((i for i, t in enumerate(tokens[:3]) if t.lower in NUMBERS), None)
        if (
            at is None
            or tokens[0].start < 0
            or [t.lower for t in tokens[:at]] not in ([], ["the"], ["all"], ["the", "other"])
        ):
            return None
        if not at and tokens[0].lower != "both":
            return None  # "three were hurt" are three others
        noun, verb = [*tokens[at + 1 : at + 3], None, None][:2]
        counted = noun is not None and noun.lower in PERSONS | BODIES
        behind = verb if counted else noun
        if noun is None or behind is None or behind.tag not in (*FINITE, "RB"):
            return None
        members = self._latest(tokens[0].start, NUMBERS[tokens[at].lower])
        if members is None or (
            counted and (noun.lower in BODIES) != (self._cast.entities[members[1][0]].sort is Sort.BODY)
        ):
            return None
        return Change(tokens[0].start, (noun if counted else tokens[at]).end, members[0])

    def names(self, words: str, at: int) -> str | None:
        """Whom "all three" or "both" means at a place."""
        *before, number = words.lower().split()
        fits = number in NUMBERS and before in ([], ["the"], ["all"]) and (before or number == "both")
        latest = self._latest(at, NUMBERS[number]) if fits else None
        return None if latest is None else latest[0]

    def _latest(self, start: int, many: int) -> tuple[str, tuple[int, ...]] | None:
        """The names and members of the one list before *start*, if it has so many and another was not named since."""
        near = [one for one in self._lists if start - REACH <= one.span.start and one.span.end <= start]
        if not near or len({one.members for one in near}) > 1:
            return None
        listed = near[-1]
        members = [self._cast.entities[member] for member in listed.members]
        kinds = {Sort.PERSON if _may_be_somebody(member) else member.sort for member in members}
        since = {self._cast.mention(place)[1] for place in self._cast.mentions_in(Span(listed.span.end, start))}
        others = [
            i
            for i in since - set(listed.members)
            if self._cast.entities[i].named
            and not self._cast.entities[i].members
            and self._cast.entities[i].sort in kinds
        ]
        fits = len(members) == many and len(kinds) == 1 and kinds <= {Sort.PERSON, Sort.BODY}
        return (listed.name, listed.members) if fits and len(others) <= max(0, many - PAIR) else None


def _with_ages(text: str, cast: Cast) -> Iterator[Listed]:
    """Two people whose ages stand between their names: "Peter Shaw, 41, and Liam Doyle, 29"."""
    for match in AGED.finditer(text):
        places = [cast.mention_at(Span(*match.span(i))) for i in (1, 2)]
        owners = [cast.mention(place)[1] for place in places if place is not None]
        if len(set(owners)) == PAIR and all(_may_be_somebody(cast.entities[i]) for i in owners):
            first, last = (cast.entities[i].name for i in owners)
            yield Listed(Span(*match.span()), f"{first} and {last}", tuple(owners))


def _may_be_somebody(member: Entity) -> bool:
    """Whether a name may be a person's: it is known to be, or has two words and is not known to be anything else."""
    return member.sort is Sort.PERSON or (member.sort is None and " " in member.name)
