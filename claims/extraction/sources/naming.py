"""The name of one source, put together from its own words, the cast, and the sources that spoke before it."""

import re
from dataclasses import replace

from claims.extraction.entities import Cast
from claims.extraction.entities.mentions import Form
from claims.extraction.lexicon import people, pronouns
from claims.extraction.sources import fitting, inquiries
from claims.extraction.sources.belonging import member_of, stated_size
from claims.extraction.sources.by_description import another, by_description, study
from claims.extraction.sources.by_pronoun import by_pronoun
from claims.extraction.sources.called import UNKNOWN, Called, Memory
from claims.extraction.sources.describing import named_one
from claims.extraction.sources.members import as_before
from claims.extraction.sources.names_in import names_of
from claims.extraction.sources.phrases import AND_OTHERS, NAME, Named, Phrase, read_phrase
from claims.extraction.sources.some_of import some_of
from claims.extraction.types import SourceKind, Span

_PRONOUNS = pronouns.THIRD_PERSON | pronouns.FIRST_PERSON | pronouns.SECOND_PERSON | pronouns.RELATIVE
# Nameless people of several places, whose names are not the source's: "parents from Velm, Orla and Lund".
_OF_PLACES = re.compile(
    rf"(?:[A-Za-z]+ )?(?:[a-z-]+ )?[A-Za-z][a-z-]+s (?:from|in|across) (?:{NAME}, )+{NAME},? (?:and|or) {NAME}"
)
# "61%" of those who were asked, "44% of voters who called themselves Democrats": less of the phrase is another share.
_NARROWED = re.compile(r"%$| (?:who|that) [^,;:]{3,60}$")


def name_source(text: str, span: Span, cast: Cast, memory: Memory, cue: str = "") -> Called:
    """The source at *span* with the cue *cue*, given who has spoken before."""
    span = named_one(text, span)
    phrase = read_phrase(text, span, cast)
    if phrase is None:
        return UNKNOWN
    if len(phrase.words) == 1 and phrase.noun in _PRONOUNS:
        found = inquiries.meant(text, span, cue)
        return by_pronoun(phrase, cast, memory, cue) if found is None else name_source(text, found, cast, memory, cue)
    of_places = _OF_PLACES.fullmatch(text, span.start, span.end) is not None
    named = [] if of_places else names_of(phrase)
    if named:
        called = fitting.with_share(_named(phrase, cast, named, memory, cue), phrase)
    else:
        called = (
            some_of(phrase, cast, memory)
            or another(phrase, cast, memory)
            or study(phrase, memory)
            or by_description(phrase, cast, memory, cue)
        )
    listed = named and AND_OTHERS.fullmatch(text, span.start, span.end)
    if listed and called.name and called.kind is not SourceKind.PERSON:
        called = replace(called, name=span.of(text))
    if of_places and called.name and span.of(text).startswith(called.name):
        called = replace(called, name=span.of(text))  # and not only the first place
    if people.SHARE.match(text, span.start) and _NARROWED.search(text, span.start, span.end):
        called = replace(called, name=span.of(text), kind=SourceKind.GROUP)
    return replace(
        called,
        size=called.size or stated_size(phrase, called.kind),
        member_of=called.member_of or member_of(phrase, called, cast, memory),
    )


def _named(phrase: Phrase, cast: Cast, named: list[Named], memory: Memory, cue: str) -> Called:
    distinct = list(dict.fromkeys(owner for _, owner in named))
    first = as_before(cast, distinct[0], memory, cue)
    if len(distinct) == 1:
        return first
    names = [cast.entities[owner].name for owner in distinct]
    several = SourceKind.GROUP if first.kind is SourceKind.PERSON else first.kind
    joint = next((owner for mention, owner in phrase.mentions if mention.form is Form.LIST), None)
    return Called(", ".join(names[:-1]) + " and " + names[-1], several, joint)
