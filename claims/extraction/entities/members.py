"""The members of a cast, and the names by which short forms of them are told."""

from dataclasses import dataclass

from claims.extraction.entities.sorts import Gender, Sort
from claims.extraction.types import Span


@dataclass(frozen=True, slots=True)
class Entity:
    """One member of the cast under its fullest name, titles dropped ("Boris Johnson"), with all its mentions in order.

    *named* is false for those known by a description only ("a police spokesperson").
    """

    name: str
    sort: Sort | None
    mentions: tuple[Span, ...]
    gender: Gender | None = None
    roles: tuple[str, ...] = ()  # head nouns of titles and appositions: "minister", "mayor"
    short: tuple[str, ...] = ()  # acronyms that the article introduces: "FAA"
    named: bool = True
    label: str = ""  # what the article says it is: "news agency", "cybersecurity firm"
    members: tuple[int, ...] = ()  # of a list ("Mugabe and Tsvangirai"): the entities that it joins
    head: str = ""  # the head noun in lower case: "administration", "study", or a person's last name


@dataclass(frozen=True, slots=True)
class Name:
    """What a short form stands for; *entity* is its index in the cast, *certainty* lies in 0..1."""

    text: str
    certainty: float
    entity: int
