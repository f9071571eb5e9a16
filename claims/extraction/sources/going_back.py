"""Whom a pronoun before a cue goes back to, as far as the sentences right before it tell."""

import re

from claims.extraction.entities import Cast, Name, Sort
from claims.extraction.entities.names import gender_of_nouns
from claims.extraction.entities.sorts import Gender
from claims.extraction.lexicon import people, pronouns
from claims.extraction.lexicon.courts import COURTS
from claims.extraction.sources.called import Called
from claims.extraction.types import SourceKind, Span

# Where no candidate leads, the last speaker goes on if the pronoun can mean one of that kind.
TAKEN_UP_BY = {
    "they": (SourceKind.GROUP, SourceKind.GOVERNMENT, SourceKind.ORGANISATION, SourceKind.ANONYMOUS),
    "it": (SourceKind.GOVERNMENT, SourceKind.ORGANISATION, SourceKind.MEDIUM, SourceKind.DOCUMENT),
}
# Who may be meant by the pronoun, if they are named since the teller spoke.
_OTHERS_FOR = {"it": (Sort.BODY, Sort.THING, Sort.PLACE, None), "they": (Sort.PEOPLE, Sort.BODY, None)}
_OPENS_SENTENCE = re.compile(r"\. $")
_ACTED = re.compile(r" (?:have|had|will|would|also|did|do|are|were|[a-z]+ed)\b")
_OCCASIONS = COURTS | frozenset("hearing inquest trial inquiry meeting session tribunal conference".split())  # no "he"
_ONE = (SourceKind.PERSON, SourceKind.ANONYMOUS, SourceKind.OTHER)
_TOLD = 120  # characters before "they" in which others may have been told of
# Whom a sentence names before its subject as those to whom it was said.
_ADDRESSED = re.compile(
    r"(?:^|[.!?][\"”’']? |\n)(?:In|During|On|At|Speaking|Talking|Responding) [^.!?;\n]{0,60}?\b(?:to|with|by|from) (?P<whom>[^.!?;,\n]{2,60}), (?:\w+ )?$"
)
_ASKED_PEOPLE = re.compile(
    r"\b(?:interviewed|questioned|surveyed|polled|spoke (?:to|with)|talked to|met) [^.\n]*?[a-z]+(?:s|people|men|women)\b[^.\n]*\. $"
)
# "Police fired at *protesters marching* against what *they* say is a wave of killings".
_DOERS = re.compile(
    r"\b(?P<who>[a-z]+s|people|men|women) (?:who (?:were|are|have been) )?(?:demonstrating|protesting|marching|rallying|gathering|striking)"
    r" (?:[a-z]+ ){0,4}what $"
)
_NAMELESS = re.compile(  # … and no name comes behind it: "One fisherman, Ann Lind, said"
    r"(?P<who>(?:An?|One|Another|A second|A third) (?:(?!of\b)[a-z][\w-]* ){0,3}?(?P<noun>[a-z-]+))(?=,(?! [A-ZÀ-Þ])| (?:who|gave|told|did|had|has|was|is|also|[a-z]+(?:ed|s)) )"
)
_QUOTED = re.compile(r"[\"“].+[\"”]", re.DOTALL)
_WHAT = re.compile(r"\bwhat $")
GOING_ON = frozenset("added adding continued continuing".split())


def opens_sentence_before(text: str, span: Span, cast: Cast) -> int | None:
    """Which several people the sentence before is about: "*Prosecutors* had asked for 18 years. *They* said …"; or who marches against what they say."""
    doing = _DOERS.search(text, max(0, span.start - _TOLD), span.start)
    if doing is not None:
        near = [
            cast.mention(place) for place in cast.mentions_in(Span(max(0, doing.start() - _TOLD), doing.end("who")))
        ]
        return near[-1][1] if near and near[-1][0].whole.end == doing.end("who") else None
    if not _OPENS_SENTENCE.search(text, max(0, span.start - len('." ')), span.start):
        return None
    start = max(text.rfind(". ", 0, span.start - 2) + 2, text.rfind("\n", 0, span.start) + 1)
    places = cast.mentions_in(Span(start, span.start))
    first = cast.mention(places[0]) if places else None
    if first is None or first[0].whole.start != start or first[0].sort is not Sort.PEOPLE:
        return None
    return first[1] if _ACTED.match(text, first[0].whole.end) else None


def opens_nameless(text: str, span: Span) -> Called | None:
    """Somebody without a name of whom the sentence before begins to tell: "*A second survivor* told the same. *She* said"."""
    if not _OPENS_SENTENCE.search(text, max(0, span.start - len('." ')), span.start):
        return None
    start = max(text.rfind(". ", 0, span.start - 2) + 2, text.rfind("\n", 0, span.start) + 1)
    found = _NAMELESS.match(text, start, span.start)
    noun = found["noun"] if found else ""
    if found is None or (noun not in people.PERSONAL | people.NAMELESS and f"{noun}s" not in people.GROUPS):
        return None
    return Called(found["who"], SourceKind.ANONYMOUS, None, noun)


def in_own_words(text: str, span: Span, cast: Cast) -> Name | None:
    """Who opens the sentence that quotes a word of his: "Holt apologised for what *he* called a lapse"."""
    if not _WHAT.search(text, max(0, span.start - len("what ")), span.start):
        return None
    pronoun = span.of(text).lower()
    name = cast.subject_before(span, (Sort.BODY, None) if pronoun in pronouns.NEUTER else (Sort.PERSON,))
    told = Gender.MASCULINE if pronoun in pronouns.MASCULINE else Gender.FEMININE
    if name is None or (pronoun not in pronouns.NEUTER and cast.entities[name.entity].gender not in (None, told)):
        return None
    return name


def opens_paragraph(text: str, span: Span, *, quoting: bool) -> bool:
    """Whether a pronoun opens its paragraph, or with `quoting` stands behind the quotation that opens it: "“It was so,” *he* said"."""
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start].strip()
    return not before or (quoting and _QUOTED.fullmatch(before) is not None)


def is_told_to(text: str, span: Span, cast: Cast, entity: int) -> bool:
    """Whether somebody is only who was told: "In a statement sent to *Radio Velm*, *it* said", "In an interview with *Lind*, she said"."""
    led = _ADDRESSED.search(text, max(0, span.start - _TOLD), span.start)
    if led is None or not led.end("whom") <= span.start:
        return False
    owners = [cast.mention(place) for place in cast.mentions_in(Span(*led.span("whom")))]
    before = any(m.end <= led.start("whom") for m in cast.entities[entity].mentions)
    return any(owner == entity for _, owner in owners) and not before


def may_be_others(text: str, pronoun: str, span: Span, teller: int | None, cast: Cast) -> bool:
    """Whether "they" may be people told of since a body: "the office was investigating three managers. *They* deny it"."""
    if pronoun != "they" or teller is None or cast.entities[teller].sort not in (Sort.BODY, None):
        return False
    start = max(text.rfind("\n", 0, span.start), text.rfind(". ", 0, max(0, span.start - len(". "))), 0)
    if _ASKED_PEOPLE.search(text, start, span.start):
        return True  # "The group interviewed 20 people who had fled. *They* described …"
    near = [cast.mention(place) for place in cast.mentions_in(Span(max(0, span.start - _TOLD), span.start))]
    known = [at for at, (_, owner) in enumerate(near) if owner == teller]
    return any(mention.sort is Sort.PEOPLE for mention, _ in near[known[-1] + 1 if known else 0 :])


def is_still(pronoun: str, rest: Span | None, text: str, cast: Cast) -> bool:
    """Whether what ends the teller's sentence brings up nobody else whom the pronoun may mean: "…, *but would not say how many*. He"."""
    if rest is None or "\n" in rest.of(text):
        return False
    others = _OTHERS_FOR.get(pronoun, (Sort.PERSON, None))
    return not any(cast.mention(place)[0].sort in others for place in cast.mentions_in(rest))


def goes_on(pronoun: str, teller: Called, cast: Cast) -> bool:
    """Whether "he", "it" or "they" right behind what somebody says can mean the one who has said it."""
    if (teller.name or "").startswith("unnamed "):
        return False
    if pronoun not in pronouns.GENDERED:
        one = pronoun in pronouns.NEUTER and teller.kind is SourceKind.GROUP and not teller.noun.endswith("s")
        thing = pronoun in pronouns.NEUTER and teller.kind is SourceKind.OTHER and not teller.noun.endswith("s")
        return one or thing or teller.kind in TAKEN_UP_BY.get(pronoun, ())
    if teller.noun in _OCCASIONS:
        return False
    if teller.entity is None:
        known = gender_of_nouns((teller.noun,))
    else:
        entity = cast.entities[teller.entity]
        known = entity.gender if entity.sort in (Sort.PERSON, None) else None
        if entity.sort not in (Sort.PERSON, None):
            return False
    wanted = Gender.MASCULINE if pronoun in pronouns.MASCULINE else Gender.FEMININE
    surname = teller.entity is not None and teller.kind is SourceKind.ORGANISATION and _is_surname(teller.name)
    return (teller.kind in _ONE or surname) and known in (wanted, None) and not teller.noun.endswith("s")


def _is_surname(name: str | None) -> bool:
    """Whether a name may be a person's last one: a single word like "Yunus" that tells of no body."""
    return name is not None and name.isalpha() and name[:1].isupper() and name[1:].islower()
