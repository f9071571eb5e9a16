"""How a member of the cast is printed: the name that the article uses most fully, with "the" where it has one."""

import re

from claims.extraction.entities import Cast, Name, Sort
from claims.extraction.entities.names import head_of
from claims.extraction.lexicon import nations
from claims.extraction.lexicon.articles import ALONE_WITH_ARTICLE, FIRST_WITH_ARTICLE, LAST_WITH_ARTICLE
from claims.extraction.lexicon.pronouns import POSSESSIVE
from claims.extraction.standalone.pronouns.speaker import possessive
from claims.extraction.standalone.tagging import Token
from claims.extraction.types import Span

PARTICLE = re.compile(r"\b(Van|Von|De|Del|Della|Di|Da|Du|Der|Den|Ten|Le|La|Al|El|Bin|Ibn|Abu|Ben|Mac|Zu)\s$", re.I)
NUMBER = re.compile(r"\s\d{1,4}\b")  # of a flight
COUNTRY = re.compile(r"^(?:U\.S\.|US|UK|U\.K\.|United States)\s(?=.+ Party$)")  # a party is known without it
OBJECT_HER = re.compile(
    r"her\s(?:(?:next|last|this|yesterday|today|tomorrow|again|back|out|up|down|an?|the|nothing)\b|[£$€])", re.I
)  # "call her next month"

THE = re.compile(r"(?<![^\W_])the $", re.I)
# "The ruling National Union": the article is the name's own, whatever stands between.
THE_RULING = re.compile(
    r"(?<![^\W_])the (?:(?:ruling|governing|opposition|conservative|liberal|centrist|nationalist|populist|left-wing|right-wing|far-right|far-left) )?$",
    re.I,
)
OPENING = frozenset("A An The One Some Another".split())  # a description, which has its article
LED = 20  # letters before a name in which its article stands
# What stands before or behind a name that only tells of something else: "a *Treasury* spokesman", "the city's *Review Board*". Whether
# the name has an article does not show there.
DETERMINED = re.compile(
    r"(?:['’]s?|(?<![^\W_])(?:the|an?|one|another|his|her|its|their|our|this|that)(?: [a-z-]+)?) $", re.I
)
BEFORE_NOUN = re.compile(
    r" (?!(?:and|or|but|of|in|on|at|by|for|to|is|was|has|had|will|would|said|says|as|with|from)\b)[a-z-]+"
)


def is_with_article(state: str) -> bool:
    """Whether a state has "the" before it: "the UK", though no "the Britain"."""
    known = nations.ALIKE.get(state, state) in nations.WITH_ARTICLE
    return known and state not in ("America", "Britain", "Great Britain")


# States and lands that never have an article, though what is theirs has one.
BARE = nations.US_STATES | frozenset(
    name for name in nations.STATES if " " not in name and not name.endswith("s") and not is_with_article(name)
)


class FullNames:
    """The printed names of one text's cast."""

    def __init__(self, text: str, cast: Cast) -> None:
        self.text = text
        self.cast = cast
        self._names: dict[int, str] = {}
        self._articles: dict[int, bool] = {}
        self._words: dict[str, bool] = {}

    def as_printed(self, span: Span, name: Name, token: Token) -> str:
        pronoun = token.tag in ("PRP", "PRP$")
        usual = self.usual(name)
        bare = pronoun or span.of(self.text).lower().startswith(("the ", "this "))
        text = f"the {usual}" if bare and self.takes_article(name) else usual
        own = pronoun and token.tag == "PRP$" and token.lower in POSSESSIVE
        return possessive(text) if own and not OBJECT_HER.match(self.text, span.start) else text

    def start_with_article(self, span: Span, words: str, name: Name) -> int:
        """Where the change begins: a person's name takes no "the", so that "the Queen" becomes "Queen Elizabeth II".

        Nor is a part of the name left before it: "Van Dam" becomes "Leon van Dam".
        """
        particle = PARTICLE.search(self.text, max(0, span.start - 8), span.start)
        if particle and f" {particle[1].lower()} {span.of(self.text)}".lower() in f" {words}".lower():
            return particle.start(1)
        the = self.text[max(0, span.start - 4) : span.start].lower() == "the "
        person = self.cast.entities[name.entity].sort is Sort.PERSON
        return span.start - 4 if the and person and words[:1].isupper() else span.start

    def usual(self, name: Name) -> str:
        """The full name without middle names, if the article leaves them out: "Robert Mugabe" for "Robert Gabriel Mugabe"."""
        if name.text.endswith(" Flight") and self.cast.entities[name.entity].mentions:
            number = NUMBER.match(self.text, self.cast.entities[name.entity].mentions[0].end)
            return name.text + (number[0] if number else "")
        if self.cast.entities[name.entity].sort is Sort.BODY:
            return COUNTRY.sub("", name.text)
        first, *middle, last = name.text.split() if " " in name.text else (name.text, name.text)
        if not middle or name.entity in self._names:
            return self._names.get(name.entity, name.text)
        entity = self.cast.entities[name.entity]
        short = f"{first} {last}"
        left_out = entity.sort is Sort.PERSON and any(m.of(self.text) == short for m in entity.mentions)
        self._names[name.entity] = short if left_out else name.text
        return self._names[name.entity]

    def takes_article(self, name: Name) -> bool:
        """Whether the article says "the" before this name, or would, if it only has the name before other nouns: "*White House* aides"."""
        called = self.cast.entities[name.entity].name
        if called in BARE or _is_owned(called):
            return False  # "the Alabama Senate" is no "the Alabama"; "Orland's Defence Ministry"
        if name.entity not in self._articles:
            self._articles[name.entity] = self._is_led(name)
        return self._articles[name.entity]

    def _is_led(self, name: Name) -> bool:
        usual, entity = self.usual(name), self.cast.entities[name.entity]
        mentions = [m for m in entity.mentions if m.of(self.text) == usual]
        led = THE_RULING if entity.sort is Sort.BODY else THE
        with_the = [led.search(self.text, max(0, m.start - LED), m.start) is not None for m in mentions]
        alone = [the for m, the in zip(mentions, with_the, strict=True) if the or self._stands_alone(m)]
        if not alone and entity.sort is not Sort.PERSON and wants_article(usual):
            return True
        # of "the government of Velm" only the noun is a mention
        return 2 * sum(with_the) > len(alone) if alone else not mentions and self.has_article(usual)

    def _stands_alone(self, mention: Span) -> bool:
        """Whether a name is a subject or an object there, with no other word that would take the place of its article."""
        if DETERMINED.search(self.text, max(0, mention.start - LED), mention.start):
            return False
        return BEFORE_NOUN.match(self.text, mention.end) is None

    def leads(self, name: str, entity: int | None) -> bool:
        """Whether "the" belongs before the name of whoever speaks, as the text prints it."""
        if entity is not None:
            return self.takes_article(Name(name, 1.0, entity))
        return name[:1].isupper() and name.split()[0] not in OPENING and (self.has_article(name) or wants_article(name))

    def has_article(self, name: str) -> bool:
        """Whether the article says "the" before a name of no member of the cast, or before what leads it: "the Velm–Oslo Express"."""
        if name not in self._words:
            said = len(re.findall(rf"\b[Tt]he (?:[A-Z][\w–-]+ ?|[A-Z][\w–-]+–)?{re.escape(name)}", self.text))
            self._words[name] = 2 * said > self.text.count(name)
        return self._words[name]


def _is_owned(name: str) -> bool:
    """Whether a name begins with the state whose body it is."""
    owner, mark, _ = name.replace("’", "'").partition("'s ")
    return bool(mark) and owner in nations.STATES


def wants_article(name: str) -> bool:
    """Whether a name has "the" by what it names: "White House", "Office for Civil Rights", "Supreme Court"; not "Velm Council"."""
    words = name.lower().split()
    if is_with_article(name):
        return True
    if len(words) == 1:
        return words[0] in ALONE_WITH_ARTICLE
    head = head_of(name.split())
    return head in (LAST_WITH_ARTICLE if head == words[-1] else FIRST_WITH_ARTICLE)
