"""Pronouns and short names replaced by full names, once in a claim."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from claims.extraction.entities import Cast, Heard, Name
from claims.extraction.lexicon.kinds_of_places import BODIES_WITH_NAMES
from claims.extraction.lexicon.people import SHARE
from claims.extraction.lexicon.pronouns import HE_OR_SHE
from claims.extraction.standalone import phrase
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.naming.by_noun import COMPANIES, ByNoun
from claims.extraction.standalone.naming.complements import Complements, letters
from claims.extraction.standalone.naming.descriptions import Descriptions
from claims.extraction.standalone.naming.enough import Enough, is_adjective, is_name_enough
from claims.extraction.standalone.naming.full_names import FullNames
from claims.extraction.standalone.naming.moves import Moves
from claims.extraction.standalone.naming.only_ones import OnlyOnes
from claims.extraction.standalone.naming.others import Others
from claims.extraction.standalone.naming.owners import Owners
from claims.extraction.standalone.naming.pointed import Pointed
from claims.extraction.standalone.pronouns import own_words
from claims.extraction.standalone.pronouns.argued import is_argued, is_reporter
from claims.extraction.standalone.pronouns.contracted import contracted
from claims.extraction.standalone.pronouns.leading import Leading
from claims.extraction.standalone.pronouns.marks import opens_outside
from claims.extraction.standalone.pronouns.neuter import tells_of_another
from claims.extraction.standalone.pronouns.numbered import Numbered
from claims.extraction.standalone.pronouns.plurals import Plurals
from claims.extraction.standalone.pronouns.speaker import Speaker, possessive
from claims.extraction.standalone.pronouns.there import There
from claims.extraction.standalone.tagging import Token
from claims.extraction.types import Span

SURE_ENOUGH = 0.5  # a name less certain than this stays as it is written; chosen on newsdesk train
BODIES = COMPANIES | BODIES_WITH_NAMES
PARENTS = frozenset("mother father parent grandmother grandfather".split())  # "the 41-year-old *mother of five*"


@dataclass(slots=True)
class _Members:
    """Who is named in a claim so far: the changes, whom they name, and where pronouns stand that could mean too many."""

    found: list[Change] = field(default_factory=list)
    told: set[int] = field(default_factory=set)
    open: set[int] = field(default_factory=set)


class Naming:
    """Names what the words of one text point at."""

    def __init__(self, text: str, cast: Cast, sentences: Sequence[Tokens], title: str | None = None) -> None:
        self.text = text
        self.cast = cast
        self.names = FullNames(text, cast)
        self.leading = Leading(text, cast, sentences)
        self.enough = Enough(text, cast)
        self.others = Others(text, cast, Plurals(sentences), self.leading.subjects)
        self.by_noun = ByNoun(text, cast, self.names, sentences, title)
        self.moves = Moves(text, cast, sentences)
        self.descriptions = Descriptions(sentences)
        self.complements = Complements(text, sentences)
        self.owners = Owners(text, cast, sentences)
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
        spelled = letters(" ".join([*said, *(t.word for t in tokens if t.start < 0), self._printed(tokens)]))
        own = own_words.of_client(tokens, who) + own_words.of_kin(tokens, who)
        members = self._members(tokens, who, spelled, own)
        found = [*own, *members.found]
        move = self.moves.change(tokens)
        several = self.numbered.change(tokens)
        there = None if who is not None and who.quoted else self.there.change(tokens)
        found += [change for change in (move, several, there) if change]
        found += self.by_noun.changes(tokens, spelled, members.told)
        found = self._with_led(tokens, who, found, members.open)
        found += own_words.changes(tokens, who, spelled, [change.start for change in found])
        found = [
            change
            for change in found
            if not is_argued(self.text, tokens, change.start) and not (who is None and is_reporter(tokens, change))
        ]
        found = [self.only_ones.fuller(change) for change in found]
        found += contracted(tokens, found)
        for things in (
            self.complements,
            self.owners,
            self.only_ones,
            self.pointed,
        ):  # each looks at what is named by then
            found += list(things.changes(tokens, spelled, found))
        return [*found, *self.descriptions.changes(tokens, spelled)]

    def _members(self, tokens: Sequence[Token], who: Speaker | None, spelled: str, own: Sequence[Change]) -> _Members:
        """The members of the cast that pronouns and short names point at, by their names."""
        members = _Members()
        places = {token.start: at for at, token in enumerate(tokens) if token.start >= 0}
        taken = {change.start for change in own}
        for span, name in self._short_forms(tokens, who):
            at = places.get(span.start)
            if at is None or name.entity in members.told or name.certainty < SURE_ENOUGH or span.start in taken:
                continue
            token = tokens[at]
            span = _with_noun_of_age(tokens, at, span)
            if self.enough.stays(tokens, at, span, who) or own_words.is_own_pronoun(tokens, at, who):
                continue
            if self.others.is_of_things(token, name, who) or (who is None and self.leading.is_overtaken(token, name)):
                members.open.add(token.start)
                continue
            if is_adjective(name.text) or self.others.is_somebody_else(tokens, at, span, name, who):
                continue
            members.told.add(name.entity)
            enough = is_name_enough(span.of(self.text), name.text)
            if letters(self.names.usual(name)) not in spelled and not enough:
                words = self.names.as_printed(span, name, token)
                start = min(self.names.start_with_article(span, words, name), _start_of_same(tokens, at, words))
                members.found.append(Change(start, span.end, words))
                taken.add(start)
        return members

    def _with_led(
        self, tokens: Sequence[Token], who: Speaker | None, found: list[Change], open_ones: set[int]
    ) -> list[Change]:
        """The changes with what "it" and "they" stand for by the sentence before, which may own what was named otherwise."""
        quoted = who is not None and who.quoted
        led = [] if quoted else self.leading.changes(tokens, found, reported=who is not None)
        led = [
            change for change in led if not tells_of_another(self.text, change, who) and not SHARE.match(change.words)
        ]
        led = [self._with_company(change) for change in led]
        own = {possessive(change.words) for change in led}  # "Dataline changed all *its* passwords"
        kept = [change for change in found if change.words not in own]
        return kept + [self.complements.fuller(change) for change in led if change.start not in open_ones]

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

    def _short_forms(self, tokens: Sequence[Token], who: Speaker | None) -> Iterator[tuple[Span, Name]]:
        speaker = who.entity if who else None
        own = Heard(speaker, () if speaker is None else (speaker,))
        if who is None or not who.quoted:
            for start, end in phrase.spans(self.text, tokens):
                yield from self.cast.short_forms(Span(start, end), own)
            return
        first = tokens[0]
        led = first.lower in HE_OR_SHE and opens_outside(self.text, tokens)
        if led:
            yield from self.cast.short_forms(Span(first.start, first.end), own)
        heard = Heard(None, own.all)
        for start, end in phrase.spans(self.text, tokens):
            found = self.cast.short_forms(Span(start, end), heard, avoid=own.all)
            yield from (one for one in found if not (led and one[0].start == first.start))

    def _printed(self, tokens: Sequence[Token]) -> str:
        return " ".join(self.text[a:b] for a, b in phrase.spans(self.text, tokens))


def _with_noun_of_age(tokens: Sequence[Token], at: int, span: Span) -> Span:
    """An age with the noun behind it, where it is somebody's: "the 27-year-old *midfielder*"."""
    noun, after = [*tokens[at + 1 : at + 3], None, None][:2]
    aged = tokens[at].lower.endswith("-year-old") and noun is not None and noun.tag == "NN"
    alone = after is None or after.tag not in ("NN", "NNS", "NNP")
    counted = [t.lower == "of" or t.tag == "CD" for t in tokens[at + 2 : at + 4]] == [True, True]
    end = tokens[at + 3] if counted and noun is not None and noun.lower in PARENTS else noun
    return Span(span.start, end.end) if aged and end is not None and alone else span


def _start_of_same(tokens: Sequence[Token], at: int, words: str) -> int:
    """Where the words begin that a name takes the place of, if its first one stands before them already: "*New* Ridge" as "New Ridge Clinics"."""
    before = tokens[at - 1] if at else tokens[at]
    same = before.word == words.split()[0] and before.end + 1 == tokens[at].start and before.word[:1].isupper()
    return before.start if same else tokens[at].start
