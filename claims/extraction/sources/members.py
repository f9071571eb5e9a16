"""A member of the cast as a source: called as it was when it spoke before."""

from claims.extraction.entities import Cast, Entity
from claims.extraction.lexicon import people
from claims.extraction.lexicon.kinds_of_places import CLUBS
from claims.extraction.sources import kinds
from claims.extraction.sources.called import Called, Memory
from claims.extraction.types import SourceKind

_SELDOM = 3  # a medium is mentioned seldom in an article that is not about it


def as_before(cast: Cast, index: int, memory: Memory, cue: str) -> Called:
    """A member of the cast, called as it was when it spoke before."""
    entity = cast.entities[index]
    if index in memory.by_entity and not entity.named:
        return memory.by_entity[index]
    if entity.members:
        first = kinds.of_entity(cast.entities[entity.members[0]]) or SourceKind.PERSON
        return Called(entity.name, SourceKind.GROUP if first is SourceKind.PERSON else first, index)
    kind = kinds.of_entity(entity) if entity.named else kinds.of_noun(entity.head)
    return Called(entity.name, kind or _by_cue(entity, cue), index, "" if entity.named else entity.head)


def _by_cue(entity: Entity, cue: str) -> SourceKind:
    """For a name that tells nothing: media "report" and are named seldom; of the others those of several words are people mostly."""
    words = entity.name.lower().split()
    if words[-1] in CLUBS:
        return SourceKind.ORGANISATION  # "Velm Rovers reported a loss"
    if cue.startswith(("report", "reveal", "quoted", "cited")) and len(entity.mentions) <= _SELDOM:
        return SourceKind.MEDIUM
    personal = entity.sort is None and len(words) > 1 and not people.GROUPS & set(words)  # not "Citizens Advice"
    return SourceKind.PERSON if personal else SourceKind.ORGANISATION
