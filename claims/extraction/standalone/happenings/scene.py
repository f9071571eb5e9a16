"""Where an article's event took place, for claims that name nothing: "The crash was followed by a fire" "in Karaj"."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.extraction.entities import Cast, Sort
from claims.extraction.lexicon.bodies import DOCUMENT_HEADS, GENERIC_BODIES, GOVERNMENT_HEADS, ORGANISATION_HEADS
from claims.extraction.lexicon.calendar import MONTHS, WEEKDAYS
from claims.extraction.lexicon.happenings import HARMED
from claims.extraction.lexicon.national import COUNTRY, LAST_WORDS
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.clauses import main_verb, subject
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.happenings.lead_place import COMPASS
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import PLAIN_NOUNS
from claims.extraction.types import Span

LEAD = 3  # sentences in which an article says where it happened
OFTEN = 2  # mentions from which a place is what the whole article is about
PREPOSITIONS = frozenset("in at near on off outside".split())
POINTS = frozenset(("the", "this", "these", "that", "those"))
GROUNDS = frozenset("park airport stadium station street square beach bridge market".split())
# "The organization" may be from anywhere.
ANYWHERE = frozenset("organisation organization company group agency charity union body firm network".split())
NOWHERE = frozenset(
    "money sum cash funds cost costs price figure claim idea word decision deal law system scheme".split()
)
BODIES = GENERIC_BODIES | GOVERNMENT_HEADS | ORGANISATION_HEADS
LONGEST = 16  # words of a claim that a place can be put behind without going astray


@dataclass(frozen=True, slots=True)
class Scene:
    """The place that an article's title and lead name: "in Karaj"."""

    words: str
    often: bool
    title: frozenset[str]  # the words of the title in lower case

    def change(self, text: str, tokens: Sequence[Token], changes: Sequence[Change]) -> Change | None:
        """The place put into a claim that has no name of its own; None where it needs none or its event is another."""
        names = any(t.tag == "NNP" or t.tag == "Q" for t in tokens) or any(_names(change) for change in changes)
        if names or not tokens or len(tokens) > LONGEST or any(t.start < 0 for t in tokens[-2:]):
            return None
        verb = main_verb(tokens)
        if verb is None or not _is_past(tokens, verb):
            return None  # what is so now may be so elsewhere
        led_in = tokens[0].lower in POINTS or (tokens[0].tag != "PRP" and _is_deed(tokens, verb))
        event = self._event(tokens)
        if event is None and not (self.often and led_in):
            return None
        told = subject(tokens, verb)
        if told and self._has_other_seat(told[-1].lower, told=event is not None):
            return None
        led = bool(told) and told[0].lower in POINTS and told[-1].tag in PLAIN_NOUNS and told[-1] is tokens[verb - 1]
        token = told[-1] if led else tokens[len(tokens) - 1 - (tokens[-1].tag == ".")]
        if token.lower in ANYWHERE if led else self._reaches_further(tokens, verb, token, event):
            return None
        taken = any(change.start <= token.start < change.end for change in changes)
        if token.lower == "there":
            return None if taken else Change(token.start, token.end, self.words)
        return None if taken else Change(token.start, token.end, f"{text[token.start : token.end]} {self.words}")

    def _reaches_further(self, tokens: Sequence[Token], verb: int, last: Token, event: int | None) -> bool:
        """Whether a place at the end would be read of more than what happened there."""
        harms = any(t.lower in HARMED for t in tokens)
        if event is None and not harms and not self.words.startswith(("in ", "at ")):
            return True  # what is told far behind "near Velm" is mostly told of more than what was near it
        if any(t.tag in ("VBZ", "VBP") for t in tokens[verb + 1 :]):
            return True  # what is so may be so elsewhere: "was built in 1909 and *holds* 9,000"
        return last.tag in ("IN", "TO")  # "which limb he would prefer to be shot in"

    def _has_other_seat(self, noun: str, *, told: bool) -> bool:
        """Whether a noun is of a paper or of money, which are nowhere unless the title tells of it, or of a body that has no seat in a park or an airport."""
        grounds = self.words.split()[-1].lower() in GROUNDS
        national = noun in LAST_WORDS | COUNTRY  # a government is of a country, and in no town
        return national or (noun in DOCUMENT_HEADS | NOWHERE and not told) or (grounds and noun in BODIES)

    def _event(self, tokens: Sequence[Token]) -> int | None:
        """The place of a bare noun that the title has too."""
        for at in range(1, len(tokens) - 1):
            bare = (
                tokens[at - 1].lower in POINTS
                and tokens[at].tag in PLAIN_NOUNS
                and tokens[at + 1].tag not in PLAIN_NOUNS
            )
            if (
                bare
                and tokens[at].lower in self.title
                and tokens[at + 1].lower not in ("of", "in", "at", "near", "that")
            ):
                return at
        return None


def of_article(text: str, sentences: Sequence[Tokens], title: str | None, cast: Cast) -> Scene | None:
    """The scene of an article whose title names the place that its first sentences say more of."""
    named = frozenset((title or "").lower().replace(",", " ").split())
    found: list[tuple[int, str]] = []
    for tokens in sentences[:LEAD]:
        for at, token in enumerate(tokens):
            name = _name_behind(tokens, at) if token.lower in PREPOSITIONS else []
            if name and _is_place(cast, name) and all(t.lower in named for t in name):
                words = text[name[0].start : name[-1].end]
                found.append((text.count(words), text[token.start : name[-1].end]))
    if not found:
        return None
    times, words = max(found, key=lambda place: place[0])
    stems = frozenset(word.removesuffix(ending) for word in named for ending in ("s", "es", "ed", "ing"))
    return Scene(words[0].lower() + words[1:], times >= OFTEN, named | stems)


def _name_behind(tokens: Tokens, at: int) -> Tokens:
    """The name behind a preposition, up to its first comma."""
    start = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].lower == "the")
    start += start + 1 < len(tokens) and tokens[start].lower in COMPASS
    end = start
    while end < len(tokens) and tokens[end].tag == "NNP":
        end += 1
    name = tokens[start:end]
    return [] if any(t.word in MONTHS or t.word in WEEKDAYS for t in name) else name


def _is_place(cast: Cast, name: Tokens) -> bool:
    """Whether a name is not known to be a person's."""
    place = cast.mention_at(Span(name[0].start, name[-1].end))
    return place is None or cast.entities[cast.mention(place)[1]].sort is not Sort.PERSON


def _is_deed(tokens: Sequence[Token], verb: int) -> bool:
    """Whether somebody did something or something was done, in words of the text: no "there was", no "was good"."""
    if any(t.lower in ("%", "percent", "per") for t in tokens):
        return False  # a share is of a whole that is mostly told elsewhere
    was = tokens[verb].lower in ("was", "were")
    done = any(t.tag == "VBN" for t in tokens[verb + 1 : verb + 3])
    return tokens[verb].start >= 0 and (done or not was)


def _is_past(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a clause tells what happened: "fell", "has fallen"."""
    after = tokens[verb + 1] if verb + 1 < len(tokens) else None
    has = tokens[verb].lower in ("has", "have") and after is not None and after.tag == "VBN"
    return tokens[verb].tag == "VBD" or has


def _names(change: Change) -> bool:
    """Whether a change prints a name and not only a date."""
    return any(w[:1].isupper() and w not in MONTHS for w in change.words.split())
