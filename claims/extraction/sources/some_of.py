"""Of whom some speak: "two aides said …. *One of them* said" is one of the two aides, "lawmakers, *some of whom* noted" some of the lawmakers."""

import re

from claims.extraction.entities import Cast, Sort
from claims.extraction.lexicon.heads import PEOPLE_NOUNS
from claims.extraction.lexicon.people import COLLECTIVES
from claims.extraction.sources.called import Called, Memory
from claims.extraction.sources.phrases import Phrase
from claims.extraction.types import SourceKind, Span

_PART = r"one|two|three|four|five|six|seven|eight|some|several|many|most|both|another|half|all"
# Alone only a number means some of those who were told of: "some said" may be anybody.
_ALONE = re.compile(r"(?:one|two|three|four)", re.IGNORECASE)
_OF_THEM = re.compile(rf"(?P<part>{_PART}) of (?:them|whom|those|these)", re.IGNORECASE)
_OF_WHOM = re.compile(r" of (?:whom|them)\b")
# What a group was called by, if only part of it was: "two of the candidates", "some lawyers".
_LED = re.compile(
    rf"^(?:(?:{_PART}) of )?(?:(?:the|some|several|many|most|other|dozens of|hundreds of|(?:at least|about|more than|nearly) (?=\w)) )*",
    re.IGNORECASE,
)
_SEVERAL = (SourceKind.GROUP, SourceKind.ANONYMOUS, SourceKind.GOVERNMENT)
_NUMBERS = frozenset("two three four five six seven eight nine ten".split())
_OF_THE = re.compile(r"[a-z]+ of the [^,]*s\b", re.IGNORECASE)
_NOUNS = (PEOPLE_NOUNS | {"people", "sources"}) - COLLECTIVES
_VERB = re.compile(r"^[^,]*\b[a-z]+ed (?=[a-z])")  # "the remark *angered* opposition lawmakers"
NEAR = 300  # characters before it in which a group that says nothing itself was named


def some_of(phrase: Phrase, cast: Cast, memory: Memory) -> Called | None:
    """Some of those who have just spoken, or of whom the sentence before tells first; None where the phrase is whole, or nobody fits."""
    part, alone = _part(phrase)
    if part is None:
        return None
    whole = _beside(phrase, cast) or _told(memory) or _leading(phrase, cast, alone=alone)
    if whole is None:
        return None
    name = _LED.sub("", whole, count=1)
    first, _, rest = name.partition(" ")
    if first.lower() in PEOPLE_NOUNS or first.lower() in _NUMBERS:
        name = f"{first.lower()} {rest}".strip()
    kind = SourceKind.ANONYMOUS if part.lower() in ("one", "another") else SourceKind.GROUP
    return Called(f"{part} of the {name}", kind)


def _part(phrase: Phrase) -> tuple[str | None, bool]:
    """The word that tells how many, and whether it stands alone."""
    said = phrase.raw
    whole = _OF_THEM.fullmatch(said)
    if whole is not None:
        return whole["part"], False
    if _OF_WHOM.match(phrase.text, phrase.words[-1].end) and len(phrase.words) == 1:
        return said, False
    return (said, True) if _ALONE.fullmatch(said) else (None, False)


def _beside(phrase: Phrase, cast: Cast) -> str | None:
    """The people named right before it: "drew scorn from *opposition lawmakers*, some of whom"."""
    start = phrase.words[0].start
    if not phrase.text.endswith(", ", 0, start):
        return None
    near = [cast.mention(at)[0] for at in cast.mentions_in(Span(max(0, start - NEAR), start))]
    last = next((one for one in reversed(near) if one.sort is Sort.PEOPLE and one.whole.end == start - len(", ")), None)
    return None if last is None else _VERB.sub("", last.whole.of(phrase.text))


def _told(memory: Memory) -> str | None:
    """Several people who spoke right before."""
    teller = memory.teller
    near = memory.follows or memory.follows_below or memory.rest is not None
    several = teller.kind in _SEVERAL and teller.noun in _NOUNS
    part = teller.name is not None and _OF_THE.match(teller.name) is not None  # "two of the candidates"
    return teller.name if near and (several or part) else None


def _leading(phrase: Phrase, cast: Cast, *, alone: bool) -> str | None:
    """The people of whom this sentence or the one before tells first: "*Candidates* have denied it, although two of them"."""
    start = phrase.words[0].start
    begun = max(phrase.text.rfind("\n", 0, start), start - NEAR)
    near = [cast.mention(at)[0] for at in cast.mentions_in(Span(max(0, begun), start))] if start else []
    groups = [one for one in near if one.sort is Sort.PEOPLE and one.head.endswith("s")]
    last = near[-1].sentence if near else 0
    leading = [one for one in groups if one.leads and one.sentence >= last - 1]
    return None if alone or not leading else leading[-1].whole.of(phrase.text)
