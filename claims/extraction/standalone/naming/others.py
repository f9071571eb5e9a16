"""Where a short form stands for another than the one whom the article named last."""

from collections.abc import Sequence
from functools import cached_property

from claims.extraction.entities import Cast, Name, Sort
from claims.extraction.lexicon import heads, people
from claims.extraction.standalone.clauses import main_verb
from claims.extraction.standalone.naming import beside
from claims.extraction.standalone.naming.of_state import is_of_state
from claims.extraction.standalone.pronouns import anybody, bystanders, own_words
from claims.extraction.standalone.pronouns.neuter import takes_no_name
from claims.extraction.standalone.pronouns.plurals import PLURAL_PRONOUNS, Plurals
from claims.extraction.standalone.pronouns.speaker import Speaker
from claims.extraction.standalone.pronouns.subjects import Subjects
from claims.extraction.standalone.tagging import Token
from claims.extraction.types import Span


class Others:
    """Tells of the pronouns and short names of one text whether another is meant."""

    def __init__(self, text: str, cast: Cast, plurals: Plurals, subjects: Subjects) -> None:
        self.text = text
        self.cast = cast
        self.plurals = plurals
        self.subjects = subjects

    def is_somebody_else(self, tokens: Sequence[Token], at: int, span: Span, name: Name, who: Speaker | None) -> bool:
        """Whether a form stands for another than the one that was found for it, or for a place."""
        if span.of(self.text).lower().removeprefix("the ") == "party" and self._is_of_other_party(name, who):
            return True
        if anybody.is_anybody(tokens, at) or is_of_state(span.of(self.text), self.cast.entities[name.entity].name):
            return True
        named = self.cast.entities[name.entity].mentions
        if named and tokens[at].lower in ("it", "its") and self._inside.issuperset(named):
            return True  # "the *Dornach* rowing club … *its* accounts": the club is meant
        if beside.are_several(tokens, at) and self.cast.entities[name.entity].sort in (Sort.PERSON, None):
            return True
        if (
            own_words.is_of_another(tokens, at, name.entity, who)
            or self._is_another(tokens, at, name)
            or self._is_spoken_it(tokens[at], name, who)
            or takes_no_name(tokens, at, name, who, self.cast)
            or bystanders.are_meant(self.text, tokens, at, self.cast.entities[name.entity], who, self.cast)
        ):
            return True
        return self._lies_in(tokens, at, span, name) or self._are_others(tokens, at, name, who)

    @cached_property
    def _inside(self) -> set[Span]:
        """The names that stand inside longer ones."""
        found: set[Span] = set()
        end = 0
        for span in sorted({m for e in self.cast.entities for m in e.mentions}, key=lambda m: (m.start, -m.end)):
            if span.end <= end:
                found.add(span)
            else:
                end = span.end
        return found

    def _is_of_other_party(self, name: Name, who: Speaker | None) -> bool:
        """Whether somebody speaks of "the party", who may be of another one than the article named last."""
        if who is None or who.entity is None or self.cast.entities[who.entity].sort is not Sort.PERSON:
            return False
        return who.side != self.cast.entities[name.entity].name

    def is_of_things(self, token: Token, name: Name, who: Speaker | None) -> bool:
        """Whether "they" may be several things named since the body: "acknowledged problems but said *they* had no effect"."""
        entity = self.cast.entities[name.entity]
        if token.lower not in PLURAL_PRONOUNS or entity.sort not in (Sort.BODY, Sort.PERSON):
            return False
        last = max((mention.end for mention in entity.mentions if mention.end <= token.start), default=0)
        if entity.sort is Sort.PERSON:
            return self.plurals.since(last, token.start)  # "Orr called the *talks* hard. Lind found *they* were warm"
        if who is not None and who.entity == name.entity:
            return self.plurals.between(last, token.start)
        subjects = self.subjects.before(token.start, "they")
        several = bool(subjects) and subjects[-1].tag == "NNS" and subjects[0].start < last  # "Four cubs, the zoo said"
        head = next((i for i, t in enumerate(subjects) if i and t.tag == "IN"), 0)
        if head and subjects[head - 1].tag == "NNS" and subjects[head - 1].lower not in heads.PEOPLE_NOUNS:
            return True  # "Shares in Velm fell. *They* have lost half their value"
        return self.plurals.between(last, token.start) or (several and entity.name not in self._words(subjects))

    def _is_another(self, tokens: Sequence[Token], at: int, name: Name) -> bool:
        """Whether "he" does something to the very person by name, and so is somebody else: "he considered Lind a risk"."""
        if tokens[at].tag == "PRP$" and self._is_with_same(tokens, at, name):
            return True
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

    def _is_with_same(self, tokens: Sequence[Token], at: int, name: Name) -> bool:
        """Whether somebody's own thing is with the very person by name: "about *his* talks with Lind"."""
        behind = tokens[at + 2 : at + 5]
        if not behind or behind[0].lower not in ("with", "to", "about", "from", "against") or tokens[at + 1].start < 0:
            return False
        end = max((t.end for t in behind if t.start >= 0), default=0)
        places = self.cast.mentions_in(Span(tokens[at + 1].end, end)) if end > tokens[at + 1].end else ()
        return any(self.cast.mention(place)[1] == name.entity for place in places)

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

    def _words(self, tokens: Sequence[Token]) -> str:
        return self.text[tokens[0].start : tokens[-1].end]
