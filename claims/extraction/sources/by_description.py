"""Whom a description means that says something: "another", "both leaders", "the company", "the statement" of whoever spoke last."""

import re
from dataclasses import replace

from claims.extraction.entities import Cast, Sort
from claims.extraction.entities.mentions import Form
from claims.extraction.entities.names import gender_of_nouns
from claims.extraction.lexicon import bodies, nations, people, pronouns
from claims.extraction.sources import fitting, kinds
from claims.extraction.sources.called import Called, Memory
from claims.extraction.sources.describing import own_words
from claims.extraction.sources.going_back import GOING_ON
from claims.extraction.sources.members import as_before
from claims.extraction.sources.phrases import Phrase
from claims.extraction.types import SourceKind, Span

# Documents that come from whoever spoke last, if nothing else says whose they are; studies come from those who made them.
_STATEMENTS = frozenset(
    """statement summary decree proclamation filing opinion memo letter warning warnings release order ruling tweet post
    announcement verdict lawsuit guidelines""".split()
)
_STUDIES = frozenset("study report findings paper survey analysis research results".split())
_AUTHORS = (SourceKind.GROUP, SourceKind.ORGANISATION, SourceKind.GOVERNMENT)
_FIRMS = bodies.COMMERCIAL | frozenset(
    "organisation organization group network platform charity tank watchdog union club ngo".split()
)
_ANY_FIRM = frozenset("company firm organisation organization group".split())
_PAIRS = frozenset("two pair duo couple".split())
_OF_CASES = frozenset("suspects defendants accused victims survivors attackers gunmen".split())
_STATES = frozenset("countries nations states sides governments".split())
# "The company *responsible for* the mine" is told which it is.
_NARROWING = frozenset(
    "responsible behind accused hired contracted running operating owning building making charged tasked involved known".split()
)
# An officer of one of these is told apart by it: no neighbour is "the duty officer".
_SERVICES = frozenset(
    "duty police prison press desk custody probation fire army customs border medical liaison".split()
)
_RULINGS = frozenset("decree proclamation order ruling verdict".split())
# Shares of those who were asked, and papers, write no papers: "nearly 6 in 10 …. *The survey*", "a disclosure shows …. *The filing*".
_NO_AUTHOR = re.compile(
    rf"some |(?:an? |the )?(?:[\w-]+ )*(?:{'|'.join(sorted(bodies.DOCUMENT_HEADS | {'disclosure', 'disclosures'}))})\b(?! of\b| for\b)(?!(?-i: [A-Z]))|{people.SHARE.pattern}",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"(?:an?|one|another|a second|a third) (?=[a-z])", re.IGNORECASE)
# What somebody does for a living, by which nobody of another office is called.
_CRAFTS = frozenset(
    "teacher nurse actor actress singer player footballer driver farmer assistant cleaner presenter comedian author writer musician".split()
)


def another(phrase: Phrase, cast: Cast, memory: Memory) -> Called | None:
    """ "One minister said … *Another* said": another of the sort that has just spoken, and as nameless."""
    last = memory.last
    one = _ANOTHER.match(last.name or "") if [word.lower for word in phrase.words] == ["another"] else None
    if one is None or last.name is None or (last.entity is not None and cast.entities[last.entity].named):
        return None
    return replace(last, name=f"{phrase.words[0].text.lower()} {last.name[one.end() :]}", size=None, entity=None)


def study(phrase: Phrase, memory: Memory) -> Called | None:
    """The study that "the paper" is, where one has been told and no newspaper has: "a study found … told the Herald … *the paper* says"."""
    plain = phrase.noun == "paper" and [word.lower for word in phrase.words] == ["the", "paper"]
    spoke = any(owner in memory.by_entity for _, owner in phrase.mentions)
    return memory.by_noun.get("study") if plain and not spoke else None


def by_description(phrase: Phrase, cast: Cast, memory: Memory, cue: str) -> Called:
    """Who is meant by a phrase without a name; else the source in its own words."""
    own = own_words(phrase, cast, memory, cue)
    definite = phrase.words[0].lower in pronouns.DEFINITE
    mention, owner = next(
        ((m, o) for m, o in phrase.mentions if m.span.end == phrase.words[phrase.head].end and m.form is not Form.LIST),
        (None, None),
    )
    if mention is not None and owner is not None:
        own = replace(own, entity=owner)
        narrowed = phrase.qualified and phrase.words[phrase.head + 1].lower in _NARROWING
        if cast.entities[owner].named and not narrowed and mention.definite and (definite or mention.form is Form.ROLE):
            return _firm(phrase, cast, memory) or as_before(cast, owner, memory, cue)
    if phrase.qualified or not definite:
        return own
    if phrase.words[-1].lower in _PAIRS or phrase.words[0].lower == "both":
        return _pair(phrase, own, cast, memory)
    before = _opening_firm(phrase, cast, memory, cue) or _called_so(phrase, memory) or _firm(phrase, cast, memory)
    if before is not None:
        return before
    if owner is not None and len(cast.entities[owner].name.split()) > len(phrase.core.split()):
        return as_before(cast, owner, memory, cue)
    if _means_speaker(phrase, own, cue, cast, memory):
        return memory.last
    return _composed(phrase, own, memory)


def _called_so(phrase: Phrase, memory: Memory) -> Called | None:
    """Who was called by this noun before, if nothing in the phrase says that another is meant."""
    before = memory.by_noun.get(phrase.noun)
    told = {word.lower for word in phrase.words[1 : phrase.head]} - bodies.GENERIC_QUALIFIERS
    return before if before is not None and told <= set((before.name or "").lower().split()) else None


def _means_speaker(phrase: Phrase, own: Called, cue: str, cast: Cast, memory: Memory) -> bool:
    """Whether a description takes up who has just spoken: "the 34-year-old", or anybody who "added"."""
    speaker = memory.last
    if speaker.kind is not SourceKind.PERSON or speaker.entity is None:
        return False
    told, known = gender_of_nouns((phrase.noun,)), cast.entities[speaker.entity].gender
    if told is not None and known is not None and told is not known:
        return False
    roles = cast.entities[speaker.entity].roles
    other = phrase.noun in _CRAFTS and bool(roles) and phrase.noun not in roles  # no mayor is "the writer"
    on_duty = phrase.noun == "officer" and not _SERVICES.isdisjoint(word.lower for word in phrase.words)
    personal = (phrase.noun in people.PERSONAL and not other and not on_duty) or phrase.noun.endswith("-year-old")
    return personal or (own.kind is SourceKind.PERSON and cue in GOING_ON)


def _pair(phrase: Phrase, own: Called, cast: Cast, memory: Memory) -> Called:
    """ "The two", "both leaders": the last list of such names, or else the last two people who spoke."""
    span = Span(phrase.words[0].start, phrase.words[-1].end)
    wanted = SourceKind.GOVERNMENT if phrase.noun in _STATES else SourceKind.PERSON
    for option in cast.candidates(span, "both", memory.heard):
        joint = cast.entities[option.cluster]
        if joint.members and all(kinds.of_entity(cast.entities[member]) is wanted for member in joint.members):
            return Called(joint.name, SourceKind.GROUP if wanted is SourceKind.PERSON else wanted, option.cluster)
    if phrase.noun in _OF_CASES:
        return own  # no judge is one of them
    spoke = list(dict.fromkeys(called.name for called in memory.latest(wanted) if called.name))[:2]
    one_of_other = len(spoke) > 1 and (spoke[0] in spoke[1] or spoke[1] in spoke[0])  # a land and its ministry
    return Called(f"{spoke[1]} and {spoke[0]}", SourceKind.GROUP) if len(spoke) > 1 and not one_of_other else own


def _opening_firm(phrase: Phrase, cast: Cast, memory: Memory, cue: str) -> Called | None:
    """ "Norvik Motors will cut 400 jobs, *the Swedish carmaker* said": the firm that opens the sentence."""
    told = phrase.words[1 : phrase.head]
    plain = all(word.lower in bodies.GENERIC_QUALIFIERS or word.text in nations.ADJECTIVE_OF for word in told)
    if phrase.noun not in bodies.COMMERCIAL or not plain:
        return None
    name = cast.subject_before(Span(phrase.words[0].start, phrase.words[-1].end), (Sort.BODY,))
    return as_before(cast, name.entity, memory, cue) if name and cast.entities[name.entity].named else None


def _firm(phrase: Phrase, cast: Cast, memory: Memory) -> Called | None:
    """ "The company" is rather one that has spoken than one that was only mentioned; "the bank" is no "bridge office"."""
    generic = all(word.lower in bodies.GENERIC_QUALIFIERS for word in phrase.words[1 : phrase.head])
    fits = (
        each
        for each in memory.latest(SourceKind.ORGANISATION)
        if fitting.can_be(phrase.noun, each.name or "") and not fitting.is_watcher(each, phrase.noun, cast)
    )
    spoke = fitting.weightiest(list(fits), cast) if generic and phrase.noun in _FIRMS else None
    plain = spoke is not None and (spoke.name or "").islower() and phrase.noun not in (spoke.name or "").split()
    return None if plain and phrase.noun not in _ANY_FIRM else spoke


def _composed(phrase: Phrase, own: Called, memory: Memory) -> Called:
    """ "The statement" of whoever spoke last, when the article does not say whose it is."""
    if len(phrase.words) > 2:
        return own
    if phrase.noun in _RULINGS:
        authors = memory.latest(SourceKind.PERSON, SourceKind.GOVERNMENT)
    elif phrase.noun in _STATEMENTS:
        authors = memory.latest(SourceKind.PERSON, *_AUTHORS)
    elif phrase.noun in _STUDIES:
        team = memory.by_noun.get("researchers")
        authors = iter((team,)) if team else memory.latest(*_AUTHORS)
    else:
        return own
    by = next((author for author in authors if not _NO_AUTHOR.match(author.name or "")), None)
    return own if by is None else replace(own, name=f"{phrase.core} by {by.name}")
