"""Which of the nine kinds a source is, from its head noun and what the cast knows of it."""

import re

from claims.extraction.entities import Entity, Sort
from claims.extraction.entities.names import is_display
from claims.extraction.lexicon import bodies, nations, people
from claims.extraction.lexicon.heads import PARTY_WORDS
from claims.extraction.types import SourceKind

_BY_NOUN = (  # in this order: the first table that holds the noun decides
    (SourceKind.ANONYMOUS, people.NAMELESS),
    (SourceKind.GOVERNMENT, people.OFFICIAL_GROUPS),
    (SourceKind.MEDIUM, bodies.UNNAMED_REPORTS),
    (SourceKind.MEDIA_ITEM, bodies.MEDIA_ITEM_HEADS),
    (SourceKind.DOCUMENT, bodies.DOCUMENT_HEADS),
    (SourceKind.PERSON, people.ROLES | {"pm", "cm"}),
    (SourceKind.GROUP, people.GROUPS),
    (SourceKind.MEDIUM, bodies.MEDIUM_HEADS),
    (SourceKind.GOVERNMENT, bodies.GOVERNMENT_HEADS),
    (SourceKind.ORGANISATION, bodies.ORGANISATION_HEADS | bodies.COMMERCIAL),
)
_BY_HEAD = (
    (SourceKind.MEDIUM, bodies.MEDIUM_HEADS),
    (SourceKind.GOVERNMENT, bodies.GOVERNMENT_HEADS),
    (SourceKind.DOCUMENT, bodies.DOCUMENT_HEADS),
    (SourceKind.ORGANISATION, bodies.ORGANISATION_HEADS | bodies.FIRM_ENDINGS),
)
_ONLINE = re.compile(r"(?i)(online|news|\.com|\.net|tv\d*|radio|times|fm)$")
_AUTHORITIES = frozenset("agency command authority service services patrol guard forces force".split())
_WATCHING = frozenset("centre center watch initiative network foundation group fund house".split())  # of human rights
_TRADES = frozenset(
    ("Wall Street", "Silicon Valley", "Hollywood", "Fleet Street", "Madison Avenue")
)  # called by where they work
_ADVISING = frozenset("panel committee board council group body".split())
_NATIONAL = frozenset("national federal state royal us u.s. united central".split())


def of_noun(noun: str) -> SourceKind | None:
    """The kind of a source without a name, by its head noun."""
    for form in (noun, noun.removesuffix("s"), noun.removesuffix("ies") + "y"):
        for kind, nouns in _BY_NOUN:
            if form in nouns:
                return kind
        if form in bodies.EITHER_HEADS:
            return SourceKind.GOVERNMENT if form in _AUTHORITIES else SourceKind.ORGANISATION
    return None


def of_entity(entity: Entity) -> SourceKind | None:
    """The kind of a named source; None where nothing in the name tells."""
    if entity.sort is Sort.PERSON:
        return SourceKind.PERSON
    if entity.name.lower() in bodies.KNOWN_FIRMS or entity.name.lower() in bodies.FIRM_NAMES:
        return SourceKind.ORGANISATION
    if entity.name in _TRADES:
        return SourceKind.GROUP
    if entity.sort is Sort.PLACE or entity.name in nations.STATES or entity.name in nations.ALIKE:
        return SourceKind.GOVERNMENT
    return of_name(entity.name, entity.head) or (of_label(entity.label) if entity.label else None)


def of_label(label: str) -> SourceKind | None:
    """The kind that a description tells: "Russian space agency", "cybersecurity firm"."""
    head = label.split()[-1]
    return of_name(label, head) or of_noun(head)


def of_name(name: str, head: str) -> SourceKind | None:
    """The kind that the words of a body's name tell."""
    if is_display(name):
        return SourceKind.DOCUMENT
    if name.endswith(("'s", "’s")):
        return SourceKind.ORGANISATION  # "Macy's"
    words = name.lower().replace(".", "").split() if name.isupper() else name.lower().split()
    return _known(name.lower(), frozenset(words), head) or _by_head(name, head) or _by_any_word(words)


def _known(name: str, words: frozenset[str], head: str) -> SourceKind | None:
    """What whole names and telling words settle, wherever they stand."""
    counts = name.startswith(("statistics ", "stats "))
    if counts or name in bodies.GOVERNMENT_NAMES or bodies.GOVERNMENT_LETTERS & words or head == "palace":
        return SourceKind.GOVERNMENT
    if (
        name in bodies.MEDIUM_NAMES
        or name in bodies.MEDIA_BY_ROLE
        or bodies.MEDIUM_WORDS & words
        or _ONLINE.search(name)
    ):
        return SourceKind.MEDIUM
    if "rights" in words and head in _WATCHING:
        return SourceKind.ORGANISATION
    civil = bodies.CIVIL_WORDS & words or name.endswith((" international", " list"))
    civil = civil or name.startswith(("islamic state", "rights "))
    return SourceKind.ORGANISATION if civil else None


def _by_head(name: str, head: str) -> SourceKind | None:
    if head in bodies.EITHER_HEADS:
        return SourceKind.GOVERNMENT if _is_official(name, head) else SourceKind.ORGANISATION
    return next((kind for kind, heads in _BY_HEAD if head in heads), None)


def _by_any_word(words: list[str]) -> SourceKind | None:
    advisory = "advisory" in words and words[-1] not in _ADVISING
    if {"act", "constitution"} & set(words) or advisory:
        return SourceKind.DOCUMENT
    if bodies.ORGANISATION_HEADS & set(words):
        return SourceKind.ORGANISATION
    if len(words) == 1:
        return of_noun(words[0])
    return SourceKind.GROUP if words[-1] in people.GROUPS else None


def _is_official(name: str, head: str) -> bool:
    """Whether the other words of the name make the body one of a state: "Fire Service", "Philippine Institute"."""
    words = set(name.lower().replace("’", "'").split())
    if words & PARTY_WORDS:
        return False  # "Democratic National Committee"
    if bodies.OFFICIAL_WORDS & words or head in ("agency", "authority"):
        return True
    nobody = head in (
        "force",
        "forces",
        "army",
        "command",
        "committee",
    )  # "Syrian Democratic Forces", "Nobel Committee"
    return not nobody and bool(_NATIONAL & words or _of_nation(name))


def _of_nation(name: str) -> bool:
    return any(
        word in nations.ADJECTIVE_OF or word in nations.US_STATES or word in nations.STATES for word in name.split()
    )
