"""The name of one source, put together from its own words, the cast, and the sources that spoke before it."""

import re
from dataclasses import replace

from claims.extraction.entities import Cast, Entity, Name, Sort
from claims.extraction.entities.mentions import Form
from claims.extraction.entities.names import gender_of_nouns
from claims.extraction.lexicon import bodies, nations, people, pronouns
from claims.extraction.lexicon.kinds_of_places import CLUBS
from claims.extraction.sources import fitting, going_back, inquiries, kinds
from claims.extraction.sources.belonging import member_of, stated_size
from claims.extraction.sources.called import UNKNOWN, Called, Memory
from claims.extraction.sources.describing import LEAST, named_one, own_words
from claims.extraction.sources.names_in import names_of
from claims.extraction.sources.phrases import Named, Phrase, read_phrase
from claims.extraction.types import SourceKind, Span

_PRONOUNS = pronouns.THIRD_PERSON | pronouns.FIRST_PERSON | pronouns.SECOND_PERSON | pronouns.RELATIVE
_SPEAKER_LABEL = re.compile(r"(?:^|\n|\(\()[ \t]*([A-Z][^\n():]{0,40})(?:\)\)|:)\s")  # "Jo Lorne: …" in an interview
_PARAGRAPH = 2000  # so far back the label of a paragraph is looked for
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
_NAME = r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2}"
# Nameless people of several places, whose names are not the source's: "parents from Velm, Orla and Lund".
_OF_PLACES = re.compile(
    rf"(?:[A-Za-z]+ )?(?:[a-z-]+ )?[A-Za-z][a-z-]+s (?:from|in|across) (?:{_NAME}, )+{_NAME},? (?:and|or) {_NAME}"
)
# "Amnesty International, Freedom House *and other rights groups*": all of them, and not the first alone.
_AND_OTHERS = re.compile(
    rf"[A-Z]{{2,4}}s and [a-z][\w -]*s|{_NAME}(?:, {_NAME})*,? and (?:\w+ )?other (?:[\w-]+ ){{0,4}}[\w-]+s"
)
# Where things are said, and which say nothing: "the party said on Twitter. *It* added".
_PLATFORMS = frozenset("Twitter Facebook Telegram Instagram YouTube WhatsApp TikTok Weibo X".split())
_PAIRS = frozenset("two pair duo couple".split())
_OF_CASES = frozenset("suspects defendants accused victims survivors attackers gunmen".split())
_STATES = frozenset("countries nations states sides governments".split())
_SELDOM = 3  # a medium is mentioned seldom in an article that is not about it
# "The company *responsible for* the mine" is told which it is.
_NARROWING = frozenset(
    "responsible behind accused hired contracted running operating owning building making charged tasked involved known".split()
)
_RULINGS = frozenset("decree proclamation order ruling verdict".split())
_ANOTHER = re.compile(r"(?:an?|one|another|a second|a third) (?=[a-z])", re.IGNORECASE)
# What somebody does for a living, by which nobody of another office is called.
_CRAFTS = frozenset(
    "teacher nurse actor actress singer player footballer driver farmer assistant cleaner presenter comedian author writer musician".split()
)
# "61%" of those who were asked, "44% of voters who called themselves Democrats": less of the phrase is another share.
_NARROWED = re.compile(r"%$| (?:who|that) [^,;:]{3,60}$")
_GOING_ON = frozenset("added adding continued continuing".split())

_HE = re.compile(r"\b(?:he|she|him|his|her|hers)\b", re.IGNORECASE)


def name_source(text: str, span: Span, cast: Cast, memory: Memory, cue: str = "") -> Called:
    """The source at *span* with the cue *cue*, given who has spoken before."""
    span = named_one(text, span)
    phrase = read_phrase(text, span, cast)
    if phrase is None:
        return UNKNOWN
    if len(phrase.words) == 1 and phrase.noun in _PRONOUNS:
        found = inquiries.meant(text, span, cue)
        return _pronoun(phrase, cast, memory, cue) if found is None else name_source(text, found, cast, memory, cue)
    of_places = _OF_PLACES.fullmatch(text, span.start, span.end) is not None
    named = [] if of_places else names_of(phrase)
    if named:
        called = fitting.with_share(_named(phrase, cast, named, memory, cue), phrase)
    else:
        called = _another(phrase, cast, memory) or _described(phrase, cast, memory, cue)
    listed = named and _AND_OTHERS.fullmatch(text, span.start, span.end)
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


def _pronoun(phrase: Phrase, cast: Cast, memory: Memory, cue: str) -> Called:
    word = phrase.words[0]
    span = Span(word.start, word.end)
    if word.lower in pronouns.FIRST_PERSON:
        return _first_person(phrase.text, span, cast, memory, cue)
    if word.lower in pronouns.SECOND_PERSON:
        return UNKNOWN
    if word.lower in pronouns.RELATIVE:
        owner = cast.owner_before(span)
    else:
        name, teller = _meant(phrase.text, span, cast, memory), memory.teller.entity
        no_land = word.lower == "it" and (name is None or cast.entities[name.entity].sort is Sort.PLACE)
        opens = not phrase.text[phrase.text.rfind("\n", 0, span.start) + 1 : span.start].strip()
        one = (
            opens and word.lower in pronouns.MASCULINE | pronouns.FEMININE
        )  # "Lind said it was.\n*He* said the court knew"
        right_behind = memory.follows or (memory.follows_below and (one or no_land or cue in _GOING_ON))
        going_on = right_behind and going_back.goes_on(word.lower, memory.teller, cast)
        going_on = going_on and not memory.is_another(teller, word.lower)
        owner = teller if going_on else _rather_last(name, phrase.text, span, cast, memory)
        memory.spoke_as(owner, word.lower)
        if going_back.may_be_others(phrase.text, word.lower, span, owner, cast):
            return UNKNOWN
        if going_on:
            teller_is_one = word.lower in pronouns.MASCULINE | pronouns.FEMININE
            named = memory.teller.kind is SourceKind.ORGANISATION and teller_is_one  # "Velm said so. *He* …"
            return replace(memory.teller, kind=SourceKind.PERSON) if named else memory.teller
    before = going_back.opens_sentence_before(phrase.text, span, cast) if word.lower == "they" else None
    if before is not None and before != owner:
        return _member(cast, before, memory, cue)
    if owner is None:
        return memory.last if memory.last.kind in going_back.TAKEN_UP_BY.get(word.lower, ()) else UNKNOWN
    several = owner == memory.last.entity and _AND_OTHERS.fullmatch(memory.last.name or "") is not None
    return memory.last if several and word.lower == "they" else _member(cast, owner, memory, cue)


def _rather_last(name: Name | None, text: str, span: Span, cast: Cast, memory: Memory) -> int | None:
    """Whom a pronoun means: who was "she" before rather than somebody silent, "*She* warned … after Trent acted. “…,” *she* added"."""
    if name is None:
        return None
    entity, pronoun = cast.entities[name.entity], span.of(text).lower()
    known = memory.only_one_as(pronoun) if not entity.named and entity.gender is None else None
    if known is not None and name.entity not in memory.genders:
        return known  # "*She* asked for bail. The judge refused.\n“I did nothing,” *she* said"
    silent = name.entity not in memory.by_entity and entity.gender is None
    if not silent or not memory.has_spoken_as(pronoun):
        return name.entity
    begun = text.rfind("\n", 0, span.start) + 1  # a paragraph that begins with somebody goes on about him
    above = memory.last.entity is None or _last(cast, memory.last.entity, span) < begun
    opened = begun <= _last(cast, name.entity, span) and not _HE.search(text, begun, span.start)
    return name.entity if above and opened else memory.last.entity


def _last(cast: Cast, entity: int, before: Span) -> int:
    """Where somebody was last named before a place; -1 where nowhere."""
    return max((one.start for one in cast.entities[entity].mentions if one.start < before.start), default=-1)


def _meant(text: str, span: Span, cast: Cast, memory: Memory) -> Name | None:
    """Whom a pronoun goes back to; nobody who has just spoken as "he" is "she"."""
    name = going_back.in_own_words(text, span, cast) or cast.resolve(span, memory.heard, LEAST)
    platform = name is not None and cast.entities[name.entity].name in _PLATFORMS
    if name is not None and (platform or going_back.is_told_to(text, span, cast, name.entity)):
        return cast.resolve(span, memory.heard, LEAST, avoid=name.entity)
    if name is not None and memory.is_another(name.entity, span.of(text).lower()):
        return cast.resolve(span, memory.heard, LEAST, avoid=name.entity)
    return name


def _first_person(text: str, span: Span, cast: Cast, memory: Memory, cue: str) -> Called:
    """Whoever is being quoted: in an interview the one whose name opens the paragraph, else the person who spoke last."""
    labels = list(_SPEAKER_LABEL.finditer(text, max(0, span.start - _PARAGRAPH), span.start))
    if labels:
        name = cast.resolve(Span(*labels[-1].span(1)))
        return UNKNOWN if name is None else _member(cast, name.entity, memory, cue)
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


def _member(cast: Cast, index: int, memory: Memory, cue: str) -> Called:
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


def _named(phrase: Phrase, cast: Cast, named: list[Named], memory: Memory, cue: str) -> Called:
    distinct = list(dict.fromkeys(owner for _, owner in named))
    first = _member(cast, distinct[0], memory, cue)
    if len(distinct) == 1:
        return first
    names = [cast.entities[owner].name for owner in distinct]
    several = SourceKind.GROUP if first.kind is SourceKind.PERSON else first.kind
    joint = next((owner for mention, owner in phrase.mentions if mention.form is Form.LIST), None)
    return Called(", ".join(names[:-1]) + " and " + names[-1], several, joint)


def _another(phrase: Phrase, cast: Cast, memory: Memory) -> Called | None:
    """ "One minister said … *Another* said": another of the sort that has just spoken, and as nameless."""
    last = memory.last
    one = _ANOTHER.match(last.name or "") if [word.lower for word in phrase.words] == ["another"] else None
    if one is None or last.name is None or (last.entity is not None and cast.entities[last.entity].named):
        return None
    return replace(last, name=f"{phrase.words[0].text.lower()} {last.name[one.end() :]}", size=None, entity=None)


def _described(phrase: Phrase, cast: Cast, memory: Memory, cue: str) -> Called:
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
            return _firm(phrase, cast, memory) or _member(cast, owner, memory, cue)
    if phrase.qualified or not definite:
        return own
    if phrase.words[-1].lower in _PAIRS or phrase.words[0].lower == "both":
        return _pair(phrase, own, cast, memory)
    before = _opening_firm(phrase, cast, memory, cue) or _called_so(phrase, memory) or _firm(phrase, cast, memory)
    if before is not None:
        return before
    if owner is not None and len(cast.entities[owner].name.split()) > len(phrase.core.split()):
        return _member(cast, owner, memory, cue)
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
    personal = (phrase.noun in people.PERSONAL and not other) or phrase.noun.endswith("-year-old")
    return personal or (own.kind is SourceKind.PERSON and cue in _GOING_ON)


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
    return Called(f"{spoke[1]} and {spoke[0]}", SourceKind.GROUP) if len(spoke) > 1 else own


def _opening_firm(phrase: Phrase, cast: Cast, memory: Memory, cue: str) -> Called | None:
    """ "Norvik Motors will cut 400 jobs, *the Swedish carmaker* said": the firm that opens the sentence."""
    told = phrase.words[1 : phrase.head]
    plain = all(word.lower in bodies.GENERIC_QUALIFIERS or word.text in nations.ADJECTIVE_OF for word in told)
    if phrase.noun not in bodies.COMMERCIAL or not plain:
        return None
    name = cast.subject_before(Span(phrase.words[0].start, phrase.words[-1].end), (Sort.BODY,))
    return _member(cast, name.entity, memory, cue) if name and cast.entities[name.entity].named else None


def _firm(phrase: Phrase, cast: Cast, memory: Memory) -> Called | None:
    """ "The company" is rather one that has spoken than one that was only mentioned; "the bank" is no "bridge office"."""
    generic = all(word.lower in bodies.GENERIC_QUALIFIERS for word in phrase.words[1 : phrase.head])
    fits = (each for each in memory.latest(SourceKind.ORGANISATION) if fitting.can_be(phrase.noun, each.name or ""))
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
    by = next((author for author in authors if not (author.name or "").lower().startswith("some ")), None)
    return own if by is None else replace(own, name=f"{phrase.core} by {by.name}")
