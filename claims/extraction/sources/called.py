"""How a source is called, and what is remembered of those who have spoken."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from claims.extraction.entities import Heard
from claims.extraction.entities.sorts import Gender
from claims.extraction.lexicon import people, pronouns
from claims.extraction.types import SourceKind, Span, Spans

_PASSING = ("our ", "my ", "some ", "other ", "many ", "most ")  # "the researchers" are not "some scientists"
_ENDS_SENTENCE = re.compile(r"[^.!?\n]*[.!?][\"”’']?\s+[\"“‘']?")
# "Found no proof, *though* it warned"; "said so. *Asked about the men*, he said".
_JOINED = re.compile(
    r",?[\"”’']? (?:and|but|though|although|while|yet|which|where) "
    r"|[.!?]?[\"”’']?\s+(?:When |If )?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned)\b[^.;:\"“”\n]{0,80}, "
)
_RECENT = 5  # so many sources back one may still be meant by "the statement" or "the company"


@dataclass(frozen=True, slots=True)
class Called:
    """The name and kind of a source, its index in the cast if it is a member, its head noun, its size and to whom it belongs."""

    name: str | None
    kind: SourceKind | None
    entity: int | None = None
    noun: str = ""
    size: str | None = None
    member_of: str | None = None


UNKNOWN = Called(None, None)


@dataclass(slots=True)
class Memory:
    """The sources that have spoken so far: the last ones, and by noun and member of the cast the last that were called so."""

    last: Called = UNKNOWN
    recent: list[Called] = field(default_factory=list)
    by_noun: dict[str, Called] = field(default_factory=dict)
    by_entity: dict[int, Called] = field(default_factory=dict)
    teller: Called = UNKNOWN  # who spoke last in his own sentence, and not in what somebody else says
    until: int = 0  # where what he says ends
    genders: dict[int, Gender] = field(default_factory=dict)  # by the pronoun that somebody spoke under
    follows: bool = False  # whether the statement in hand comes right behind that
    follows_below: bool = False  # the same, or in the paragraph below
    rest: Span | None = None  # what stands between, if it only ends the sentence: "…, *but would not say how many*."
    said: Spans = ()  # what is said in the statement in hand

    @property
    def heard(self) -> Heard:
        return Heard(self.last.entity, self.by_entity)

    def note(self, called: Called) -> None:
        """Remember who spoke."""
        if called.name is None:
            return
        self.last = called
        self.recent = [*self.recent, called][-_RECENT:]
        if called.noun and not called.name.lower().startswith(_PASSING):
            self.by_noun[called.noun] = called
            if called.noun in people.RESEARCHERS:
                self.by_noun.update(dict.fromkeys(people.RESEARCHERS, called))
        if called.entity is not None:
            self.by_entity[called.entity] = called

    def spoke_as(self, entity: int | None, pronoun: str) -> None:
        """Remember by which pronoun somebody spoke."""
        if entity is not None and pronoun in pronouns.GENDERED:
            self.genders.setdefault(entity, Gender.MASCULINE if pronoun in pronouns.MASCULINE else Gender.FEMININE)

    def has_spoken_as(self, pronoun: str) -> bool:
        """Whether whoever spoke last was "she" before, and so is it again sooner than somebody who has said nothing."""
        known = None if self.last.entity is None else self.genders.get(self.last.entity)
        wanted = pronouns.MASCULINE if known is Gender.MASCULINE else pronouns.FEMININE
        return known is not None and pronoun in wanted

    def only_one_as(self, pronoun: str) -> int | None:
        """The one who spoke as "she" so far, if no other did."""
        wanted = Gender.MASCULINE if pronoun in pronouns.MASCULINE else Gender.FEMININE
        found = [entity for entity, gender in self.genders.items() if gender is wanted]
        return found[0] if len(found) == 1 and pronoun in pronouns.GENDERED else None

    def is_another(self, entity: int | None, pronoun: str) -> bool:
        """Whether somebody who spoke as "he" cannot be "she" or "they", or the other way round."""
        known = None if entity is None else self.genders.get(entity)
        others = pronouns.FEMININE if known is Gender.MASCULINE else pronouns.MASCULINE
        return known is not None and pronoun in others | pronouns.PLURAL

    def move_to(self, text: str, start: int, said: Spans) -> None:
        """Take the statement that begins at *start* in hand."""
        self.said = said
        known = self.teller is not UNKNOWN and self.until <= start
        gap = text[self.until : start] if known else "\n"
        words = not known or (any(c.isalnum() for c in gap) and _JOINED.fullmatch(gap) is None)
        self.follows, self.follows_below = not words and "\n" not in gap, not words
        ends = known and words and _ENDS_SENTENCE.fullmatch(text, self.until, start) is not None
        self.rest = Span(self.until, start) if ends else None

    def tell(self, called: Called, end: int) -> None:
        """Remember who spoke in his own sentence."""
        if called.name is not None:
            self.teller, self.until = called, end

    def latest(self, *kinds: SourceKind) -> Iterator[Called]:
        """The recent sources of these kinds, latest first."""
        return (called for called in reversed(self.recent) if called.kind in kinds)
