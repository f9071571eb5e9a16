"""The one person whom a title names, whom an article keeps calling "he" or "she"."""

import re
from collections.abc import Sequence

from claims.extraction.entities.clusters import Cluster
from claims.extraction.entities.sorts import Gender, Sort
from claims.extraction.lexicon import pronouns
from claims.extraction.types import Span

_PRONOUN = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)
_SOON = 200  # letters behind the first mention of a name


def protagonist(clusters: Sequence[Cluster]) -> int | None:
    """The place of the only person whom the title names; None where it names several or nobody."""
    titled = [at for at, one in enumerate(clusters) if one.sort is Sort.PERSON and any(m.outside for m in one.mentions)]
    return titled[0] if len(titled) == 1 else None


def fits(person: Cluster, pronoun: Span, text: str) -> bool:
    """Whether "he" or "she" may be that person, who was named before."""
    masculine = pronoun.of(text).lower() in pronouns.MASCULINE
    wanted = Gender.MASCULINE if masculine else Gender.FEMININE
    first = next((mention.whole for mention in person.mentions if not mention.outside), None)
    if first is None or first.start >= pronoun.start:
        return False
    return (person.gender or _called(first, text)) is wanted


def _called(first: Span, text: str) -> Gender | None:
    """By which pronoun the text goes on about somebody whose name tells no gender."""
    pronoun = _PRONOUN.search(text, first.end, first.end + _SOON)
    if pronoun is None:
        return None
    return Gender.MASCULINE if pronoun.group().lower() in pronouns.MASCULINE else Gender.FEMININE
