"""A bare noun for the one named thing that it can mean: "the storm" for Storm Vera, "the country" for the one written about."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from claims.extraction.entities import Cast, Entity, Sort
from claims.extraction.lexicon import national, nations
from claims.extraction.lexicon.bodies import GENERIC_BODIES, PLACE_HEADS
from claims.extraction.lexicon.heads import COMMON_NOUNS, NAME_HEADS
from claims.extraction.lexicon.kinds_of_places import BODIES_WITH_NAMES, CLUBS
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.naming.complements import letters
from claims.extraction.standalone.naming.full_names import FullNames
from claims.extraction.standalone.naming.of_state import is_of_state
from claims.extraction.standalone.naming.things import Things
from claims.extraction.standalone.tagging import Token
from claims.extraction.types import Span

# A name that ends in one of these is that of what they say.
COMMON = COMMON_NOUNS | NAME_HEADS | PLACE_HEADS | frozenset("area watch zone district works system day".split())
NO_HEADS = frozenset(
    "fire world city state health climate economy environment weather public housing food water energy air sea land body brain heart cancer"
    " disease virus money trade labour labor work crime internet market price data space science system".split()
)  # in names of brigades, institutes and the Solar System, which "the fire", "the climate" and "the system" never mean
# What a thing with such a word in its name is called later on.
ALSO_CALLED = {
    **dict.fromkeys(("act", "bill"), ("bill", "law", "legislation")),
    **dict.fromkeys(
        ("expo", "convention", "festival", "fest", "comicon", "con", "fair", "faire"), ("event", "convention")
    ),
    **dict.fromkeys(("marathon", "cup", "championship", "championships", "games"), ("event", "competition")),
    **dict.fromkeys(("flight",), ("flight", "plane", "aircraft", "jet", "airliner")),
    **dict.fromkeys(("agreement", "treaty", "accord", "pact"), ("agreement", "deal")),
}
# A firm that was called by one of these may be "the company" later on.
COMPANIES = frozenset(
    "company firm maker manufacturer retailer airline carrier bank lender insurer chain operator supplier developer producer builder"
    " shipbuilder carmaker automaker drugmaker chipmaker publisher brewer startup start-up corporation conglomerate utility".split()
)
APPOSED = re.compile(
    rf"\b[Tt]he (?P<noun>{'|'.join(sorted(COMPANIES | BODIES_WITH_NAMES))}), (?:the )?(?P<name>[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*)*)(?=[,.])"
)
MOSTLY = 3  # times that a country is named for each time that the next one is, where the article is about it
OWNED = re.compile(r"\b(?:his|her|their|its)\s+$", re.I)
CUT = re.compile(r"\b[A-Z][\w-]+ and $")
BEFORE = 40  # letters before a name in which the rest of it may stand
REACH = 8  # letters before a noun in which a possessive stands
LONGER = ("NN", "NNS", "NNP", "CD", "VBG", "VBN")
TELLS_WHICH = frozenset("of that which where whose".split())  # behind "the country": another than before


class ByNoun:
    """The named things of one text, by the nouns that may stand for them."""

    def __init__(self, text: str, cast: Cast, names: FullNames, sentences: Sequence[Tokens], title: str | None) -> None:
        self.text = text
        self.cast = cast
        self.names = names
        self.things = Things(text, sentences, title)
        self._states: Counter[str] | None = None
        self._apposed = apposed(text)
        self._by_noun = self._nouns()

    def changes(self, tokens: Sequence[Token], spelled: str, told: set[int]) -> Iterator[Change]:
        """The names for the bare nouns among the tokens; *spelled* are the letters already printed, *told* who is named."""
        printed: set[str] = set()
        for at, (the, noun, after) in enumerate(zip(tokens, tokens[1:], [*tokens[2:], None], strict=False)):
            if not _is_bare(the, noun, after):
                continue
            if [t.tag for t in tokens[at + 2 : at + 4]] == [",", "NNP"]:
                continue  # "the manufacturer, Arden Aerospace"
            if self._is_somebodys(the, noun):
                continue
            name = self.things.name_for(noun.lower, the.start)
            taken_on = after is not None and after.lower in ("to", "with")  # "the country with"
            entity = None if name or taken_on else self.named(noun.lower, noun.start)
            if entity is not None:
                name = self.cast.entities[entity].name
            if not name or entity in told or name in printed or letters(name) in spelled:
                continue
            printed.add(name)
            told |= set() if entity is None else {entity}
            article = self.names.leads(name, entity)
            yield Change(the.start, noun.end, f"the {name}" if article else name)

    def named(self, noun: str, at: int) -> int | None:
        """The one named entity before a place whose name has the noun."""
        known = [i for i, first in self._by_noun.get(noun, ()) if first < at]
        if not self._by_noun.get(noun):
            known = self._named_beside(noun, at)
        if noun in ("country", "nation") and national.AMERICAN.search(self.text):
            return None  # an American paper calls its own country so
        if noun in ("country", "nation"):
            return self._country(known)
        return known[0] if len(known) == 1 else None

    def _is_cut(self, entity: Entity) -> bool:
        """Whether a name is only the end of a longer one: "the Flood Works and *Coast Protection Scheme*"."""
        return all(CUT.search(self.text, max(0, m.start - BEFORE), m.start) for m in entity.mentions)

    def _named_beside(self, noun: str, at: int) -> list[int]:
        """The entity whose name the article has set behind the noun, if it is the only one: "the supplier, *Dataline*,"."""
        kin = COMPANIES if noun in ("company", "firm") else {noun}
        found = {span for each in kin for span in self._apposed.get(each, ())}
        places = [self.cast.mention_at(span) for span in found if span.end < at]
        entities = {self.cast.mention(place)[1] for place in places if place is not None}
        fit = [i for i in entities if self.cast.entities[i].sort not in (Sort.PERSON, Sort.PEOPLE)]
        return fit if len(fit) == len(entities) == len(found) == 1 else []

    def _is_somebodys(self, the: Token, noun: Token) -> bool:
        """Whether the article has just spoken of somebody's own: "*her* party … the party"."""
        place = self.cast.mention_at(Span(the.start, noun.end))
        owner = None if place is None else self.cast.mention(place)[1]
        if owner is None or self.cast.entities[owner].named:
            return False
        first = self.cast.entities[owner].mentions[0]
        if noun.lower in GENERIC_BODIES and self.cast.entities[owner].name[0].isupper() and first.start < noun.start:
            return True  # "the *House* committee that sent for him", and not the Ethics Committee
        return (
            first.start < noun.start and OWNED.search(self.text, max(0, first.start - REACH), first.start) is not None
        )

    def _country(self, known: Sequence[int]) -> int | None:
        """The one of these states that the article is about: named, by noun or adjective, far more often than any other."""
        if self._states is None:
            words = re.findall(r"\b[A-Z]\w+", self.text)
            self._states = Counter(nations.ADJECTIVE_OF[word] for word in words if word in nations.ADJECTIVE_OF)
        count = self._states + Counter({self.cast.entities[i].name: len(self.cast.entities[i].mentions) for i in known})
        (first, times), (_, second) = [*count.most_common(2), ("", 0), ("", 0)][:2]
        if times < max(2, MOSTLY * second):
            return None
        return next((i for i in known if self.cast.entities[i].name == first), None)

    def _nouns(self) -> dict[str, list[tuple[int, int]]]:
        """For each noun that a name may be about, the entities that have it, with the place of their first mention."""
        found: dict[str, list[tuple[int, int]]] = {}
        for index, entity in enumerate(self.cast.entities):
            if (
                entity.named
                and entity.mentions
                and entity.sort not in (Sort.PERSON, Sort.PEOPLE)
                and not self._is_cut(entity)
            ):
                for word in _called(entity) - NO_HEADS:
                    found.setdefault(word, []).append((index, entity.mentions[0].start))
        return found


def apposed(text: str) -> dict[str, list[Span]]:
    """The names that stand behind a noun for a body and a comma, by the noun."""
    found: dict[str, list[Span]] = {}
    for match in APPOSED.finditer(text):
        found.setdefault(match["noun"], []).append(Span(*match.span("name")))
    return found


def _called(entity: Entity) -> set[str]:
    """The nouns that an article may take a named thing up with."""
    words = entity.name.lower().split()
    heads = set(words[-1:]) if len(words) > 1 else set()
    # "*Storm* Vera", "Tropical *Storm* Vera"; but "the Velm Film Festival" is no film, and "Velm Reef Watch" no reef
    if entity.sort is not Sort.BODY or not words[-1].isalpha():
        heads |= set() if words[-1] in COMMON else set(words[-2:-1])
    if entity.head in GENERIC_BODIES and len(words) > 1:
        heads.add(entity.head)  # "*University* of Velm"
    called = heads | {other for word in words[-2:] for other in ALSO_CALLED.get(word, ()) if len(words) > 1}
    if entity.label and entity.label.split()[-1] in COMPANIES:
        called |= {"company", "firm"}
    called |= {"club"} if len(words) > 1 and words[-1] in CLUBS else set()
    called |= {"bank"} if words[-1].endswith("bank") else set()  # "Fenbank"
    called |= {"country", "nation"} if entity.name in nations.STATES else set()
    if entity.label and entity.sort is not Sort.PLACE and not is_of_state(entity.label.split()[-1], entity.name):
        called.add(entity.label.split()[-1])
    return called


def _is_bare(the: Token, noun: Token, after: Token | None) -> bool:
    """Whether two words are "the storm" and nothing behind them tells which one."""
    if the.lower not in ("the", "this") or noun.tag != "NN" or min(the.start, noun.start) < 0:
        return False
    return after is None or not (after.tag in LONGER or after.lower in TELLS_WHICH)
