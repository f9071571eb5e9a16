"""Pronouns and short names replaced by full names, once in a claim."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.extraction.entities import Cast, Heard, Name, Sort
from claims.extraction.lexicon import nations, people
from claims.extraction.lexicon.kinds_of_places import BODIES_WITH_NAMES
from claims.extraction.standalone import phrase
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.clauses import main_verb, subject
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.naming import beside
from claims.extraction.standalone.naming.by_noun import COMPANIES, ByNoun
from claims.extraction.standalone.naming.complements import Complements
from claims.extraction.standalone.naming.descriptions import Descriptions
from claims.extraction.standalone.naming.full_names import POSSESSIVE_PRONOUNS, FullNames
from claims.extraction.standalone.naming.moves import Moves
from claims.extraction.standalone.naming.only_ones import OnlyOnes
from claims.extraction.standalone.naming.owners import Owners
from claims.extraction.standalone.naming.pointed import Pointed
from claims.extraction.standalone.pronouns import anybody, own_words
from claims.extraction.standalone.pronouns.contracted import contracted
from claims.extraction.standalone.pronouns.leading import EMPTY_IT, Leading
from claims.extraction.standalone.pronouns.marks import opens_outside
from claims.extraction.standalone.pronouns.neuter import takes_no_name, tells_of_another
from claims.extraction.standalone.pronouns.numbered import Numbered
from claims.extraction.standalone.pronouns.plurals import PLURAL_PRONOUNS, Plurals
from claims.extraction.standalone.pronouns.speaker import Speaker, possessive
from claims.extraction.standalone.pronouns.there import There
from claims.extraction.standalone.tagging import Token
from claims.extraction.types import Span

SURE_ENOUGH = 0.5  # a name less certain than this stays as it is written; chosen on newsdesk train
BODIES = COMPANIES | BODIES_WITH_NAMES
# Forms that are adjectives as well, and as such need no fuller name.
ADJECTIVES = frozenset(
    ("Catholic", "European", "Muslim", "Christian", "Soviet", "Democratic", "Republican", *nations.ADJECTIVE_OF)
)
TAKEN_UP = frozenset("for as become becomes became elected appointed sworn".split())  # before an office
GENDERED = frozenset(("he", "she", "his", "her", "him"))
# Behind these "it" is a fact and no body: "he had expected it".
OF_FACTS = re.compile(r"\b(?:expect|know|knew|believ|regret|doubt|understand|understood)\w* $|\babout $")
REACH = 14  # letters before a pronoun in which such a verb stands
LEADING = frozenset("before after when while as although though if since until once despite in at with during".split())
EXALTED = re.compile(
    r"\w+ (?:Majesty|Majesties|Highness|Highnesses|Excellency|Holiness|Honou?r|Grace|Eminence|Lordship|Ladyship)\b"
)


class Naming:
    """Names what the words of one text point at."""

    def __init__(self, text: str, cast: Cast, sentences: Sequence[Tokens], title: str | None = None) -> None:
        self.text = text
        self.cast = cast
        self.names = FullNames(text, cast)
        self.leading = Leading(text, cast, sentences)
        self.by_noun = ByNoun(text, cast, self.names, sentences, title)
        self.moves = Moves(text, cast, sentences)
        self.descriptions = Descriptions(sentences)
        self.complements = Complements(text, sentences)
        self.owners = Owners(text, cast, sentences)
        self.plurals = Plurals(sentences)
        self.numbered = Numbered(text, cast)
        self.only_ones = OnlyOnes(text, cast, sentences, title)
        self.there = There(text, cast, sentences)
        self.pointed = Pointed(text, sentences)

    def changes(self, tokens: Sequence[Token], who: Speaker | None, said: Sequence[str] = ()) -> list[Change]:
        """The changes that name, where it first occurs, each member of the cast that the tokens point at.

        *who* speaks: nobody calls himself "he" in his own words, and whoever is reported mostly does. *said* are the
        names that other changes print already.
        """
        who = self._by_its_name(who, tokens)
        found: list[Change] = own_words.of_client(tokens, who)
        told: set[int] = set()
        open_ones: set[int] = set()  # pronouns that could mean too many
        places = {token.start: at for at, token in enumerate(tokens) if token.start >= 0}
        spelled = _letters(" ".join([*said, *(t.word for t in tokens if t.start < 0), self._printed(tokens)]))
        for span, name in self._short_forms(tokens, who):
            at = places.get(span.start)
            if at is None or name.entity in told or name.certainty < SURE_ENOUGH:
                continue
            if any(change.start == span.start for change in found):
                continue
            token = tokens[at]
            span = _with_noun_of_age(tokens, at, span)
            if self._stays(tokens, at, span, who) or own_words.goes_with_self(tokens, at, who):
                continue
            if self._is_of_things(token, name, who):
                open_ones.add(token.start)
                continue
            if _is_adjective(name.text) or self._is_somebody_else(tokens, at, span, name, who):
                continue
            told.add(name.entity)
            if _letters(self.names.usual(name)) not in spelled and not _is_name_enough(span.of(self.text)):
                words = self.names.as_printed(span, name, token)
                found.append(Change(self.names.start_with_article(span, words, name), span.end, words))
        move = self.moves.change(tokens)
        several = self.numbered.change(tokens)
        there = None if who is not None and who.quoted else self.there.change(tokens)
        found += [change for change in (move, several, there) if change]
        found += self.by_noun.changes(tokens, spelled, told)
        quoted = who is not None and who.quoted
        led = [] if quoted else self.leading.changes(tokens, found, reported=who is not None)
        led = [change for change in led if not tells_of_another(self.text, change, who)]
        led = [self._with_company(change) for change in led]
        own = {possessive(change.words) for change in led}  # "Dataline changed all *its* passwords"
        found = [change for change in found if change.words not in own]
        found += [self.complements.fuller(change) for change in led if change.start not in open_ones]
        article = (
            who is not None and who.entity is not None and self.names.takes_article(Name(who.name, 1.0, who.entity))
        )
        found += own_words.changes(tokens, who, spelled, [change.start for change in found], article=article)
        found = [self.only_ones.fuller(change) for change in found]
        found += contracted(tokens, found)
        found += self.complements.changes(tokens, spelled, found)
        found += self.owners.changes(tokens, spelled, found)
        found += self.only_ones.changes(tokens, spelled, found)
        found += list(self.pointed.changes(tokens, spelled, found))
        return [*found, *self.descriptions.changes(tokens, spelled)]

    def _by_its_name(self, who: Speaker | None, tokens: Sequence[Token]) -> Speaker | None:
        """The company, or the several, that speak, under their names, where the article tells which."""
        start = next((t.start for t in tokens if t.start >= 0), None)
        if who is None or start is None:
            return who
        several = self.numbered.names(who.name, start)
        if several:
            return replace(who, name=several)
        entity = self.by_noun.named(who.name, start) if who.name in COMPANIES else None
        name = None if entity is None else self.cast.entities[entity].name
        return who if name is None else replace(who, name=name, side=name, entity=entity)

    def _with_company(self, change: Change) -> Change:
        """A noun phrase found for "it" under the name of the one body that it may be: "the company", "the club's"."""
        noun, mark, _ = change.words.removeprefix("the ").replace("’", "'").partition("'")
        entity = self.by_noun.named(noun, change.start) if noun in BODIES else None
        if entity is None:
            return change
        name = self.cast.entities[entity].name
        return replace(change, words=possessive(name) if mark else name)

    def _words(self, tokens: Sequence[Token]) -> str:
        return self.text[tokens[0].start : tokens[-1].end]

    def _stays(self, tokens: Sequence[Token], at: int, span: Span, who: Speaker | None) -> bool:
        """Whether a form needs no name, or is explained by the claim itself."""
        if self._says_enough(span, tokens[at]) or _qualifies(tokens, at, span) or _is_office(tokens, at):
            return True
        if beside.is_named(tokens, span):
            return True
        return self._is_own(tokens, at) or self._is_told_next(tokens, at) or own_words.is_of_self(tokens, at, who)

    def _is_somebody_else(self, tokens: Sequence[Token], at: int, span: Span, name: Name, who: Speaker | None) -> bool:
        """Whether a form stands for another than the one that was found for it, or for a place."""
        if span.of(self.text).lower().removeprefix("the ") == "party" and self._is_of_other_party(name, who):
            return True
        if anybody.is_anybody(tokens, at):
            return True
        if beside.are_several(tokens, at) and self.cast.entities[name.entity].sort in (Sort.PERSON, None):
            return True
        if (
            own_words.is_of_another(tokens, at, name.entity, who)
            or self._is_another(tokens, at, name)
            or self._is_spoken_it(tokens[at], name, who)
            or takes_no_name(tokens, at, name, who, self.cast)
        ):
            return True
        return self._lies_in(tokens, at, span, name) or self._are_others(tokens, at, name, who)

    def _is_of_other_party(self, name: Name, who: Speaker | None) -> bool:
        """Whether somebody speaks of "the party", who may be of another one than the article named last."""
        if who is None or who.entity is None or self.cast.entities[who.entity].sort is not Sort.PERSON:
            return False
        return who.side != self.cast.entities[name.entity].name

    def _short_forms(self, tokens: Sequence[Token], who: Speaker | None) -> Iterator[tuple[Span, Name]]:
        speaker = who.entity if who else None
        own = Heard(speaker, () if speaker is None else (speaker,))
        if who is None or not who.quoted:
            for start, end in phrase.spans(self.text, tokens):
                yield from self.cast.short_forms(Span(start, end), own)
            return
        first = tokens[0]
        led = first.lower in GENDERED and opens_outside(self.text, tokens)
        if led:
            yield from self.cast.short_forms(Span(first.start, first.end), own)
        heard = Heard(None, own.all)
        for start, end in phrase.spans(self.text, tokens):
            found = self.cast.short_forms(Span(start, end), heard, avoid=speaker)
            yield from (one for one in found if not (led and one[0].start == first.start))

    def _is_of_things(self, token: Token, name: Name, who: Speaker | None) -> bool:
        """Whether "they" may be several things named since the body: "acknowledged problems but said *they* had no effect"."""
        entity = self.cast.entities[name.entity]
        if token.lower not in PLURAL_PRONOUNS or entity.sort is not Sort.BODY:
            return False
        last = max((mention.end for mention in entity.mentions if mention.end <= token.start), default=0)
        if who is not None and who.entity == name.entity:
            return self.plurals.between(last, token.start)
        subjects = self.leading.subjects.before(token.start, "they")
        several = bool(subjects) and subjects[-1].tag == "NNS" and subjects[0].start < last  # "Four cubs, the zoo said"
        head = next((i for i, t in enumerate(subjects) if i and t.tag == "IN"), 0)
        if (
            head
            and subjects[head - 1].tag == "NNS"
            and subjects[head - 1].lower not in people.GROUPS | people.OFFICIAL_GROUPS
        ):
            return True  # "Shares in Velm fell. *They* have lost half their value"
        return self.plurals.between(last, token.start) or (several and entity.name not in self._words(subjects))

    def _is_told_next(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether "she" is named right behind its own clause: "Before she left, Ann Lind was leading"."""
        if tokens[at].lower not in GENDERED or tokens[0].lower not in LEADING or tokens[0].start < 0:
            return False
        comma = next((i for i, t in enumerate(tokens) if i > at and t.tag == ","), None)
        behind = tokens[comma + 1] if comma is not None and comma + 1 < len(tokens) else None
        if behind is None or behind.start < 0:
            return False
        named = self.cast.mentions_in(Span(behind.start, behind.end))
        owners = [self.cast.entities[self.cast.mention(place)[1]] for place in named]
        return any(owner.named and owner.sort is Sort.PERSON for owner in owners)

    def _is_another(self, tokens: Sequence[Token], at: int, name: Name) -> bool:
        """Whether "he" does something to the very person by name, and so is somebody else: "he considered Lind a risk"."""
        verb = main_verb(tokens) if tokens[at].lower in ("he", "she") else None
        if verb is None or at > verb or any(t.tag != "RB" for t in tokens[at + 1 : verb]):
            return False
        if any(t.tag in ("IN", "WRB", "WDT", "WP") for t in tokens[:at]):
            return False
        end = next(
            (t.start for t in tokens[verb + 1 :] if t.tag in (",", ":", "IN", "WDT", "WP", "WRB", "CCc")),
            tokens[-1].end,
        )
        objects = self.cast.mentions_in(Span(tokens[verb].end, end)) if 0 <= tokens[verb].end < end else ()
        mentioned = (self.cast.mention(place) for place in objects)
        return any(entity == name.entity and mention.whole.of(self.text)[:1].isupper() for mention, entity in mentioned)

    def _is_spoken_it(self, token: Token, name: Name, who: Speaker | None) -> bool:
        """Whether "it" stands in a speaker's own words, where it goes back to what was talked about and not to the article's last name.

        Nor does it in "the company said *it* could not build more".
        """
        if who is not None and who.quoted:
            return token.lower == "it"
        return token.lower in ("it", "its") and self._is_for_speaker(name, who)

    def _is_for_speaker(self, name: Name, who: Speaker | None) -> bool:
        """Whether a body without a name speaks, which "it" may mean rather than the body named last."""
        if who is None or who.side != who.name or not people.ROLES.isdisjoint(who.name.lower().split()):
            return False
        if name.entity == who.entity or self.cast.entities[name.entity].sort is not Sort.BODY:
            return False
        return who.entity is None or not self.cast.entities[who.entity].named

    def _printed(self, tokens: Sequence[Token]) -> str:
        return " ".join(self.text[a:b] for a, b in phrase.spans(self.text, tokens))

    def _says_enough(self, span: Span, token: Token) -> bool:
        """Whether nothing fuller may stand here: an empty "it", "himself", "US$", "senior adviser Hope Hicks"."""
        if token.lower == "it":
            empty = EMPTY_IT.match(self.text, span.start) is not None
            return empty or OF_FACTS.search(self.text, max(0, span.start - REACH), span.start) is not None
        form = span.of(self.text)
        if token.tag == "PRP$" and EXALTED.match(self.text, span.start):
            return True
        if form.lower().removeprefix("the ") in ("country", "nation"):
            return True  # the country named last is seldom the one that an article means by it
        if form in ADJECTIVES or "est " in form:
            return True
        behind = self.text[span.end : span.end + 2]
        return (
            token.lower.endswith(("self", "selves"))
            or behind[:1] == "$"
            or _goes_on_with_name(span.of(self.text), behind)
        )

    def _lies_in(self, tokens: Sequence[Token], at: int, span: Span, name: Name) -> bool:
        """Whether a word is a place here and only the last of a name elsewhere: "*in* Velm" is not in Real Velm."""
        before = tokens[at - 1].lower if at else ""
        placed = before in ("in", "near", "outside") and name.text.endswith(f" {span.of(self.text)}")
        return placed and self.cast.entities[name.entity].sort is not Sort.PERSON

    def _are_others(self, tokens: Sequence[Token], at: int, name: Name, who: Speaker | None) -> bool:
        """Whether "they" stands beside the "we" of those who speak, and is no body that they may belong to: "we knew that *they* were stolen"."""
        if who is None or not who.quoted or tokens[at].lower not in PLURAL_PRONOUNS:
            return False
        return self.cast.entities[name.entity].sort is Sort.BODY and any(t.lower in ("we", "us", "our") for t in tokens)

    def _is_own(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether "his" or "her" stands behind a person's name in the same claim, whose own thing it most likely is."""
        token = tokens[at]
        if token.tag != "PRP$" or token.lower not in POSSESSIVE_PRONOUNS:
            return False
        first = next((t.start for t in tokens if t.start >= 0), token.start)
        before = self.cast.mentions_in(Span(first, token.start)) if first < token.start else ()
        if _is_of_subject(tokens, at) or beside.is_of_doer(tokens, at):
            return True
        owners = [self.cast.entities[self.cast.mention(place)[1]] for place in before]
        if token.lower in ("its", "their"):
            return any(owner.named for owner in owners)
        return any(owner.named and owner.sort is Sort.PERSON for owner in owners)


def _is_of_subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether a possessive goes back to the thing or the people that its own clause is about: "the show has lost its way"."""
    verb = main_verb(tokens)
    told = subject(tokens, verb) if verb is not None and verb < at else []
    if not told or told[-1].start < 0:
        return False
    end = next((i for i, t in enumerate(told) if i and t.tag in ("IN", "TO", "VBN", "VBG")), len(told))
    head = told[end - 1]
    if tokens[at].lower in ("his", "her"):
        return told[0].lower in ("the", "a", "an") and head.tag == "NN" and head.lower in people.ROLES
    several = head.tag == "NNS" or any(t.tag.startswith("CC") for t in told[:end])
    return several if tokens[at].lower == "their" else head.tag == "NN" and not several


def _with_noun_of_age(tokens: Sequence[Token], at: int, span: Span) -> Span:
    """An age with the noun behind it, where it is somebody's: "the 27-year-old *midfielder*"."""
    noun, after = [*tokens[at + 1 : at + 3], None, None][:2]
    aged = tokens[at].lower.endswith("-year-old") and noun is not None and noun.tag == "NN"
    alone = after is None or after.tag not in ("NN", "NNS", "NNP")
    return Span(span.start, noun.end) if aged and noun is not None and alone else span


def _is_office(tokens: Sequence[Token], at: int) -> bool:
    """Whether a role without an article is what somebody runs for or becomes, and not who holds it: "a ticket of Lind for President"."""
    return at > 0 and tokens[at].lower in people.ROLES and tokens[at - 1].lower in TAKEN_UP


def _qualifies(tokens: Sequence[Token], at: int, span: Span) -> bool:
    """Whether a form stands before a noun as an adjective does: "European trade", "the academic community", "Area 51"."""
    after = next((t for t in tokens[at : at + 6] if t.start >= span.end), None)
    pronoun = tokens[at].tag in ("PRP", "PRP$")
    return not pronoun and after is not None and after.start == span.end + 1 and after.tag in ("NN", "NNS", "CD")


def _is_adjective(name: str) -> bool:
    """Whether a name is only a nation's adjective: "South Korean"."""
    return name in nations.ADJECTIVE_OF or name.split()[-1] in nations.ADJECTIVE_OF


def _goes_on_with_name(form: str, behind: str) -> bool:
    """Whether a role stands before somebody's name."""
    return form[-1:].islower() and form.split()[-1].islower() and behind[:1] == " " and behind[1:].isupper()


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.lower()))


def _is_name_enough(form: str) -> bool:
    """Whether a form names well enough as it is: an acronym often better than a full name, two names of a person or body."""
    parts = form.split()
    if len(parts) == 1:
        return sum(letter.isupper() for letter in form) >= 2
    return sum(part[:1].isupper() for part in parts) >= 2
