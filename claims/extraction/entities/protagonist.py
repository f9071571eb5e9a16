"""The one person whom a title names, whom an article keeps calling "he" or "she"."""

from collections.abc import Sequence

from claims.extraction.entities.clusters import Cluster
from claims.extraction.entities.sorts import Gender, Sort
from claims.extraction.lexicon import pronouns
from claims.extraction.types import Span


def protagonist(clusters: Sequence[Cluster]) -> int | None:
    """The place of the only person whom the title names; None where it names several or nobody."""
    titled = [at for at, one in enumerate(clusters) if one.sort is Sort.PERSON and any(m.outside for m in one.mentions)]
    return titled[0] if len(titled) == 1 else None


def fits(person: Cluster, pronoun: Span, text: str) -> bool:
    """Whether "he" or "she" may be that person, who was named before."""
    masculine = pronoun.of(text).lower() in pronouns.MASCULINE
    wanted = Gender.MASCULINE if masculine else Gender.FEMININE
    return person.gender is wanted and person.mentions[0].whole.start < pronoun.start
