"""Whom a pronoun means that says something: who has just spoken, who is quoted, or whom the cast has before it."""

import re
from collections.abc import Collection
from dataclasses import replace

from claims.extraction.entities import Cast, Name, Sort
from claims.extraction.lexicon import pronouns, things
from claims.extraction.sources import going_back, not_meant
from claims.extraction.sources.called import UNKNOWN, Called, Memory
from claims.extraction.sources.describing import LEAST
from claims.extraction.sources.going_back import GOING_ON
from claims.extraction.sources.members import as_before
from claims.extraction.sources.phrases import AND_OTHERS, Phrase
from claims.extraction.types import SourceKind, Span

_SPEAKER_LABEL = re.compile(r"(?:^|\n|\(\()[ \t]*([A-Z][^\n():]{0,40})(?:\)\)|:)\s")  # "Jo Lorne: …" in an interview
_PARAGRAPH = 2000  # so far back the label of a paragraph is looked for
# Where things are said, and which say nothing: "the party said on Twitter. *It* added".
_PLATFORMS = frozenset("Twitter Facebook Telegram Instagram YouTube WhatsApp TikTok Weibo X".split())
_SILENT = _PLATFORMS | things.ILLNESSES
_NAMED = 60  # characters before a pronoun in which the name that it interrupts stands
DEEP = 60  # characters of what is said, before which a name would be its subject
_HE = re.compile(r"\b(?:he|she|him|his|her|hers)\b", re.IGNORECASE)


def by_pronoun(phrase: Phrase, cast: Cast, memory: Memory, cue: str) -> Called:
    """Who is meant by the pronoun that the phrase is; unknown where that is not clear."""
    word = phrase.words[0]
    span = Span(word.start, word.end)
    if word.lower in pronouns.FIRST_PERSON:
        return _first_person(phrase.text, span, cast, memory, cue)
    if word.lower in pronouns.SECOND_PERSON:
        return UNKNOWN
    if word.lower not in pronouns.RELATIVE:
        return _third_person(phrase, span, cast, memory, cue)
    owner = cast.owner_before(span)
    return UNKNOWN if owner is None else as_before(cast, owner, memory, cue)


def _third_person(phrase: Phrase, span: Span, cast: Cast, memory: Memory, cue: str) -> Called:
    """Who is "he", "she", "it" or "they"."""
    pronoun = span.of(phrase.text).lower()
    barred = not_meant.barred(phrase.text, span, memory.said, cast)
    name = _meant(phrase.text, span, cast, memory, barred)
    plain = _meant(phrase.text, span, cast, memory, ()) if barred else name
    if name is not None and plain is not None and _is_further_off(name, plain, span, cast, memory):
        name, barred = plain, frozenset()
    going_on = _goes_on(phrase.text, span, cast, memory, cue, name, barred, lost=name is None and plain is not None)
    if name is None and not going_on:
        name = plain  # a name shared: "“Velm is growing,” *she* said", Ann Velm
    owner = memory.teller.entity if going_on else _rather_last(name, phrase.text, span, cast, memory, barred)
    memory.spoke_as(owner, pronoun)
    if going_back.may_be_others(phrase.text, pronoun, span, owner, cast):
        return UNKNOWN
    if going_on:
        teller_is_one = pronoun in pronouns.GENDERED
        named = memory.teller.kind is SourceKind.ORGANISATION and teller_is_one  # "Velm said so. *He* …"
        return replace(memory.teller, kind=SourceKind.PERSON) if named else memory.teller
    before = going_back.opens_sentence_before(phrase.text, span, cast) if pronoun == "they" else None
    if before is not None and before != owner:
        return as_before(cast, before, memory, cue)
    if owner is None and pronoun in pronouns.GENDERED and (nameless := going_back.opens_nameless(phrase.text, span)):
        return nameless
    if owner is None:
        return memory.last if memory.last.kind in going_back.TAKEN_UP_BY.get(pronoun, ()) else UNKNOWN
    several = owner == memory.last.entity and AND_OTHERS.fullmatch(memory.last.name or "") is not None
    return memory.last if several and pronoun == "they" else as_before(cast, owner, memory, cue)


def _goes_on(
    text: str,
    span: Span,
    cast: Cast,
    memory: Memory,
    cue: str,
    name: Name | None,
    barred: Collection[int],
    *,
    lost: bool,
) -> bool:
    """Whether the pronoun is whoever has just spoken, for all that the cast would say that it means *name*; *lost* if only one was found, who is barred."""
    pronoun, teller = span.of(text).lower(), memory.teller.entity
    if teller in barred or memory.is_another(teller, pronoun) or not going_back.goes_on(pronoun, memory.teller, cast):
        return False
    if memory.follows or lost or going_back.is_still(pronoun, memory.rest, text, cast):
        return True
    if not memory.follows_below:
        return False
    named = teller is not None and cast.entities[teller].named
    opens = going_back.opens_paragraph(text, span, quoting=named)
    one = opens and pronoun in pronouns.GENDERED
    no_land = pronoun == "it" and (name is None or _is_no_body(cast, name.entity, memory))
    return one or no_land or cue in GOING_ON


def _rather_last(
    name: Name | None, text: str, span: Span, cast: Cast, memory: Memory, barred: Collection[int]
) -> int | None:
    """Whom a pronoun means: who was "she" before rather than somebody silent, "*She* warned … after Trent acted. “…,” *she* added"."""
    if name is None:
        return None
    entity, pronoun = cast.entities[name.entity], span.of(text).lower()
    known = memory.only_one_as(pronoun) if not entity.named and entity.gender is None else None
    if known is not None and known not in barred and name.entity not in memory.genders:
        return known  # "*She* asked for bail. The judge refused.\n“I did nothing,” *she* said"
    silent = name.entity not in memory.by_entity and entity.gender is None
    if not silent or not memory.has_spoken_as(pronoun):
        return name.entity
    begun = text.rfind("\n", 0, span.start) + 1  # a paragraph that begins with somebody goes on about him
    above = memory.last.entity is None or _last(cast, memory.last.entity, span) < begun
    opened = begun <= _last(cast, name.entity, span) and not _HE.search(text, begun, span.start)
    return name.entity if above and opened else memory.last.entity


def _is_further_off(name: Name, plain: Name, span: Span, cast: Cast, memory: Memory) -> bool:
    """Whether who is left was named before whoever is barred, and that one is named again only deep in what is said.

    Writers do say "*he* claimed to have paid with money that Lind had inherited" of Lind.
    """
    if plain.entity == name.entity or _last(cast, name.entity, span) >= _last(cast, plain.entity, span):
        return False
    if not memory.said or memory.said[0].start < span.end:
        return False
    again = min((one.start for one in cast.entities[plain.entity].mentions if one.start > span.end), default=0)
    return again - memory.said[0].start > DEEP


def _last(cast: Cast, entity: int, before: Span) -> int:
    """Where somebody was last named before a place; -1 where nowhere."""
    return max((one.start for one in cast.entities[entity].mentions if one.start < before.start), default=-1)


def _is_no_body(cast: Cast, entity: int, memory: Memory) -> bool:
    """Whether a name is a place, or one that tells nothing and has said nothing: "on *Nov* 6 the council said …. *It*"."""
    sort = cast.entities[entity].sort
    return sort is Sort.PLACE or (sort is None and entity not in memory.by_entity)


def _meant(text: str, span: Span, cast: Cast, memory: Memory, barred: Collection[int]) -> Name | None:
    """Whom a pronoun goes back to; nobody who has just spoken as "he" is "she"."""
    name = going_back.in_own_words(text, span, cast) or cast.resolve(span, memory.heard, LEAST, barred)
    if name is None:
        return None
    other = (
        name.entity == _interrupted(text, span, cast)
        or cast.entities[name.entity].name in _SILENT
        or going_back.is_told_to(text, span, cast, name.entity)
        or memory.is_another(name.entity, span.of(text).lower())
    )
    return cast.resolve(span, memory.heard, LEAST, avoid=(*barred, name.entity)) if other else name


def _interrupted(text: str, span: Span, cast: Cast) -> int | None:
    """Of whom a clause tells that the pronoun interrupts: "*Lund*, she says, taught her to read" is not said by Lund."""
    if not text.endswith(", ", 0, span.start):
        return None
    near = [cast.mention(at) for at in cast.mentions_in(Span(max(0, span.start - _NAMED), max(1, span.start - 2)))]
    named = near[-1] if near and near[-1][0].whole.end == span.start - len(", ") else None
    if named is None:
        return None
    before = text[max(0, named[0].whole.start - 2) : named[0].whole.start]
    return named[1] if not before or before in (". ", "? ", "! ") or before.endswith("\n") else None


def _first_person(text: str, span: Span, cast: Cast, memory: Memory, cue: str) -> Called:
    """Whoever is being quoted: in an interview the one whose name opens the paragraph, else the person who spoke last."""
    labels = list(_SPEAKER_LABEL.finditer(text, max(0, span.start - _PARAGRAPH), span.start))
    if labels:
        name = cast.resolve(Span(*labels[-1].span(1)))
        return UNKNOWN if name is None else as_before(cast, name.entity, memory, cue)
    return memory.last if memory.last.kind is SourceKind.PERSON and _is_quoted(text, span) else UNKNOWN


def _is_quoted(text: str, span: Span) -> bool:
    """Whether a quotation is open there; outside of one "we" are those who write."""
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    return (
        before.count("“") > before.count("”")
        or before.count('"') % 2 == 1
        or (before.count("‘") > 0 and before.rfind("‘") > before.rfind("’ "))
        or re.search(r"(?:^|[\s(])'\w[^\n]*$", before) is not None
        or _runs_on(text[: span.start - len(before)])
    )


def _runs_on(before: str) -> bool:
    """Whether the paragraph before left its quotation open."""
    last = before.rstrip().rsplit("\n", 1)[-1]
    return last.count("“") > last.count("”") or last.count('"') % 2 == 1
