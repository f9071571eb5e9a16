"""Pronouns and short names replaced by full names, once in a claim."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from claims.extraction.entities import Cast, Entity, Heard, Name, Sort
from claims.extraction.lexicon import nations
from claims.extraction.lexicon.participles import IRREGULAR_PAST
from claims.extraction.standalone import own_words, phrase
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.clauses import main_verb, subject
from claims.extraction.standalone.cuts import Tokens
from claims.extraction.standalone.descriptions import Descriptions
from claims.extraction.standalone.speaker import Speaker, possessive
from claims.extraction.standalone.subjects import Subjects
from claims.extraction.standalone.tagging import Token
from claims.extraction.types import Span

SURE_ENOUGH = 0.5  # a name less certain than this stays as it is written; chosen on newsdesk train
NO_HEADS = frozenset(
    "fire world city state health".split()
)  # in names of brigades and offices, which "the fire" never means
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
MOSTLY = 3  # times that a country is named for each time that the next one is, where the article is about it
POSSESSIVE_PRONOUNS = frozenset(("his", "her", "its", "their"))
# Forms that are adjectives as well, and as such need no fuller name.
ADJECTIVES = frozenset(
    ("Catholic", "European", "Muslim", "Christian", "Soviet", "Democratic", "Republican", *nations.ADJECTIVE_OF)
)
GENDERED = frozenset(("he", "she", "his", "her", "him"))
LEADING = frozenset("before after when while as although though if since until once despite in at with during".split())
TELLS_WHICH = frozenset("of that which with where whose to".split())  # behind "the country": another than before
EXALTED = re.compile(
    r"\w+ (?:Majesty|Majesties|Highness|Highnesses|Excellency|Holiness|Honou?r|Grace|Eminence|Lordship|Ladyship)\b"
)
PARTICLE = re.compile(r"\b(Van|Von|De|Del|Della|Di|Da|Du|Der|Den|Ten|Le|La|Al|El|Bin|Ibn|Abu|Ben|Mac|Zu)\s$")
NUMBER = re.compile(r"\s\d{1,4}\b")  # of a flight
COUNTRY = re.compile(r"^(?:U\.S\.|US|UK|U\.K\.|United States)\s(?=.+ Party$)")  # a party is known without it
OPENS_PHRASE = frozenset("the some several these those this that many most both all two three four five".split())
# "It took hours", "it is clear that": this "it" stands for nobody.
_HOW = r"(?:\w+ly\s+|not\s+|also\s+|an?\s+|just\s+|very\s+|so\s+|quite\s+|pretty\s+|too\s+|still\s+|always\s+|more\s+)"
_THAT = r"[\"“]?(?:that|to|for|if|whether|when|how|who)\b"
EMPTY_IT = re.compile(
    r"it(?:\s+|['’]s\s+)(?:(?:also|now|still|then|just|only)\s+)?(?:(?:would|will|could|may|might|has|had)\s+(?:have\s+)?)?"
    r"(?:(?:is|was)\s+with\b|takes?|took|taken|rains?|rained|seems?|seemed|appears?|appeared|turns? out|turned out|happened|"
    r"(?:is|was)\s+(?:\w+ly\s+)?(?:reported|discovered|agreed|announced|revealed|believed|hoped|said|estimated|unclear|clear)\b|"
    r"(?:is|was|be|been|became|isn't|wasn't)\s+"
    + _HOW
    + r"*\w+\s+"
    + _THAT
    + r")|it['’]s\s+"
    + _HOW
    + r"*\w+\s+"
    + _THAT,
    re.I,
)


PAST_FORMS = frozenset((*IRREGULAR_PAST.values(), *"been done gone seen taken given known shown".split()))
# Forms that are past and base at once.
BASES_TOO = frozenset(
    "run come become overcome put set cut hit let shut hurt cost bet bid read beat spread cast quit split burst".split()
)
WRITTEN_OUT = {"ve": "have", "re": "are", "ll": "will", "m": "am"}
CONTRACTED = {
    ("d", True): "had",
    ("d", False): "would",
    ("s", True): "has",
    ("s", False): "is",
}  # before a participle or not

OBJECT_HER = re.compile(
    r"her\s(?:next|last|this|yesterday|today|tomorrow|again|back|out|up|down)\b", re.I
)  # "call her next month"


class Naming:
    """Names what the words of one text point at."""

    def __init__(self, text: str, cast: Cast, sentences: Sequence[Tokens]) -> None:
        self.text = text
        self.subjects = Subjects(sentences)
        self.descriptions = Descriptions(sentences)
        self.cast = cast
        self._names: dict[int, str] = {}
        self._states: Counter[str] | None = None
        self._articles: dict[int, bool] = {}
        self._by_noun = self._nouns()

    def changes(self, tokens: Sequence[Token], who: Speaker | None, said: Sequence[str] = ()) -> list[Change]:
        """The changes that name, where it first occurs, each member of the cast that the tokens point at.

        *who* speaks: nobody calls himself "he" in his own words, and whoever is reported mostly does. *said* are the
        names that other changes print already.
        """
        found: list[Change] = []
        told: set[int] = set()
        places = {token.start: at for at, token in enumerate(tokens) if token.start >= 0}
        spelled = _letters(" ".join([*said, *(t.word for t in tokens if t.start < 0), self._printed(tokens)]))
        for span, name in self._short_forms(tokens, who):
            at = places.get(span.start)
            if at is None or name.entity in told or name.certainty < SURE_ENOUGH:
                continue
            token = tokens[at]
            if self._says_enough(span, token) or _qualifies(tokens, at, span):
                continue
            if self._is_own(tokens, at) or self._is_told_next(tokens, at):
                continue
            if _is_adjective(name.text) or self._is_another(tokens, at, name) or _is_spoken_it(token, who):
                continue
            told.add(name.entity)
            if _letters(self._usual(name)) not in spelled and not _is_name_enough(span.of(self.text)):
                words = self._as_printed(span, name, token)
                found.append(Change(self._start_with_article(span, words, name), span.end, words))
        found += self._bodies_by_noun(tokens, spelled, told)
        found += self._leading_pronoun(tokens, found, reported=who is not None)
        found += self._leading_owner(tokens, found, reported=who is not None)
        article = who is not None and who.entity is not None and self._takes_article(Name(who.name, 1.0, who.entity))
        found += own_words.changes(tokens, who, spelled, [change.start for change in found], article=article)
        found += contracted(tokens, found)
        return [*found, *self.descriptions.changes(tokens, spelled)]

    def _leading_pronoun(self, tokens: Sequence[Token], found: Sequence[Change], *, reported: bool) -> Iterator[Change]:
        """ "It" or "they" as the subject, where no name was found for it: the noun phrase that it goes back to."""
        verb = main_verb(tokens)
        at = None if verb is None else next((i for i in range(verb) if tokens[i].lower in ("it", "they")), None)
        if verb is None or at is None or tokens[at].start < 0 or any(t.tag != "RB" for t in tokens[at + 1 : verb]):
            return
        token = tokens[at]
        named = any(change.start == token.start for change in found)
        if named or any(t.tag in ("NN", "NNS", "NNP") for t in tokens[:at]) or EMPTY_IT.match(self.text, token.start):
            return
        words = self.subjects.before(token.start, token.lower)
        doubtful = reported or self._is_person(words)  # in reported words a name is mostly who speaks
        if words and not (words[-1].tag == "NNP" and token.lower == "it" and doubtful):
            yield Change(token.start, token.end, _definite(self.text[words[0].start : words[-1].end]))

    def _leading_owner(self, tokens: Sequence[Token], found: Sequence[Change], *, reported: bool) -> Iterator[Change]:
        """ "Its" or "their" at the front, where no name was found for it: whose it is by the clause or sentence before."""
        token = tokens[0]
        if (
            token.lower not in ("its", "their")
            or token.start < 0
            or any(change.start == token.start for change in found)
        ):
            return
        words = self.subjects.before(token.start, "it" if token.lower == "its" else "they")
        if any(t.tag in ("IN", "TO", ",") for t in words):
            return  # "the mill in Velm's owners" is no English
        doubtful = reported or self._is_person(words)
        if words and not (words[-1].tag == "NNP" and token.lower == "its" and doubtful):
            owner = _definite(self.text[words[0].start : words[-1].end])
            yield Change(token.start, token.end, f"{owner}'" if words[-1].tag == "NNS" else possessive(owner))

    def _is_person(self, words: Tokens) -> bool:
        """Whether a noun phrase names somebody, whom "it" never means."""
        place = self.cast.mention_at(Span(words[0].start, words[-1].end)) if words else None
        return place is not None and self.cast.entities[self.cast.mention(place)[1]].sort in (Sort.PERSON, None)

    def _bodies_by_noun(self, tokens: Sequence[Token], spelled: str, told: set[int]) -> Iterator[Change]:
        """ "The storm" for the one thing with "Storm" in its name that the article has named before."""
        for the, noun, after in zip(tokens, tokens[1:], [*tokens[2:], None], strict=False):
            if the.lower not in ("the", "this") or noun.tag != "NN" or min(the.start, noun.start) < 0:
                continue
            if after is not None and (
                after.tag in ("NN", "NNS", "NNP", "CD", "VBG", "VBN") or after.lower in TELLS_WHICH
            ):
                continue
            entity = self._only_one(noun)
            if entity is not None and entity not in told and _letters(self.cast.entities[entity].name) not in spelled:
                told.add(entity)
                name = self.cast.entities[entity].name
                yield Change(
                    the.start, noun.end, f"the {name}" if self._takes_article(Name(name, 1.0, entity)) else name
                )

    def _only_one(self, noun: Token) -> int | None:
        """The one named entity before this noun whose name has it."""
        known = [i for i, first in self._by_noun.get(noun.lower, ()) if first < noun.start]
        if noun.lower in ("country", "nation"):
            return self._country(known)
        return known[0] if len(known) == 1 else None

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
            if entity.named and entity.mentions and entity.sort not in (Sort.PERSON, Sort.PEOPLE):
                for word in _called(entity) - NO_HEADS:
                    found.setdefault(word, []).append((index, entity.mentions[0].start))
        return found

    def _short_forms(self, tokens: Sequence[Token], who: Speaker | None) -> Iterator[tuple[Span, Name]]:
        speaker = who.entity if who else None
        quoted = who is not None and who.quoted
        heard = Heard(None if quoted else speaker, () if speaker is None else (speaker,))
        for start, end in phrase.spans(self.text, tokens):
            yield from self.cast.short_forms(Span(start, end), heard, avoid=speaker if quoted else None)

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

    def _printed(self, tokens: Sequence[Token]) -> str:
        return " ".join(self.text[a:b] for a, b in phrase.spans(self.text, tokens))

    def _says_enough(self, span: Span, token: Token) -> bool:
        """Whether nothing fuller may stand here: an empty "it", "himself", "US$", "senior adviser Hope Hicks"."""
        if token.lower == "it":
            return EMPTY_IT.match(self.text, span.start) is not None
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

    def _as_printed(self, span: Span, name: Name, token: Token) -> str:
        pronoun = token.tag in ("PRP", "PRP$")
        usual = self._usual(name)
        bare = pronoun or span.of(self.text).lower().startswith("the ")
        text = f"the {usual}" if bare and self._takes_article(name) else usual
        own = pronoun and token.tag == "PRP$" and token.lower in POSSESSIVE_PRONOUNS
        return possessive(text) if own and not OBJECT_HER.match(self.text, span.start) else text

    def _is_own(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether "his" or "her" stands behind a person's name in the same claim, whose own thing it most likely is."""
        token = tokens[at]
        if token.tag != "PRP$" or token.lower not in POSSESSIVE_PRONOUNS:
            return False
        first = next((t.start for t in tokens if t.start >= 0), token.start)
        before = self.cast.mentions_in(Span(first, token.start)) if first < token.start else ()
        if token.lower in ("its", "their") and _is_of_subject(tokens, at):
            return True
        owners = [self.cast.entities[self.cast.mention(place)[1]] for place in before]
        if token.lower in ("its", "their"):
            return any(owner.named for owner in owners)
        return any(owner.named and owner.sort is Sort.PERSON for owner in owners)

    def _start_with_article(self, span: Span, words: str, name: Name) -> int:
        """Where the change begins: a person's name takes no "the", so that "the Queen" becomes "Queen Elizabeth II".

        Nor is a part of the name left before it: "Van Dam" becomes "Leon van Dam".
        """
        particle = PARTICLE.search(self.text, max(0, span.start - 8), span.start)
        if particle and f" {particle[1].lower()} {span.of(self.text)}".lower() in f" {words}".lower():
            return particle.start(1)
        the = self.text[max(0, span.start - 4) : span.start].lower() == "the "
        person = self.cast.entities[name.entity].sort is Sort.PERSON
        return span.start - 4 if the and person and words[:1].isupper() else span.start

    def _usual(self, name: Name) -> str:
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

    def _takes_article(self, name: Name) -> bool:
        """Whether the article says "the" before this name."""
        if name.entity not in self._articles:
            mentions = [m for m in self.cast.entities[name.entity].mentions if m.of(self.text) == self._usual(name)]
            before = sum(self.text[max(0, m.start - 4) : m.start].lower() == "the " for m in mentions)
            self._articles[name.entity] = 2 * before > len(mentions)
        return self._articles[name.entity]


def contracted(tokens: Sequence[Token], found: Sequence[Change]) -> Iterator[Change]:
    """The verbs that were drawn to a pronoun, written out behind the name in its place: "they've" as "the owners have"."""
    ends = {change.end for change in found}
    for at, token in enumerate(tokens):
        if at and token.start in ends and tokens[at - 1].tag == "PRP" and token.word[0] in "'’":
            after = next((t for t in tokens[at + 1 :] if t.tag != "RB"), None)
            if token.lower[1:] == "d" and after is not None and after.lower in BASES_TOO:
                continue  # "they'd cut": had or would, nobody knows
            done = after is not None and (after.tag in ("VBN", "VBD") or _is_past_form(after.lower))
            words = WRITTEN_OUT.get(token.lower[1:]) or CONTRACTED.get((token.lower[1:], done))
            if words:
                yield Change(token.start, token.end, f" {words}")


def _is_past_form(verb: str) -> bool:
    return verb in PAST_FORMS or verb.endswith("ed")


def _is_of_subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether "its" or "their" goes back to the thing or the people that its own clause is about: "the show has lost its way"."""
    verb = main_verb(tokens)
    told = subject(tokens, verb) if verb is not None and verb < at else []
    head = told[-1] if told else None
    if head is None or head.start < 0:
        return False
    several = head.tag == "NNS" or any(t.tag.startswith("CC") for t in told)
    return several if tokens[at].lower == "their" else head.tag == "NN" and not several


def _qualifies(tokens: Sequence[Token], at: int, span: Span) -> bool:
    """Whether a form stands before a noun as an adjective does: "European trade", "the academic community", "Area 51"."""
    after = next((t for t in tokens[at : at + 6] if t.start >= span.end), None)
    pronoun = tokens[at].tag in ("PRP", "PRP$")
    return not pronoun and after is not None and after.start == span.end + 1 and after.tag in ("NN", "NNS", "CD")


def _definite(phrase: str) -> str:
    """A noun phrase as one that was mentioned before."""
    first, _, rest = phrase.partition(" ")
    if first.lower() in ("a", "an"):
        return f"the {rest}"
    return f"{first.lower()} {rest}" if first.lower() in OPENS_PHRASE else phrase


def _called(entity: Entity) -> set[str]:
    """The nouns that an article may take a named thing up with."""
    heads = {word.lower() for word in entity.name.split()[-2:]} if " " in entity.name else set()
    called = heads | {other for head in heads for other in ALSO_CALLED.get(head, ())}
    called |= {"country", "nation"} if entity.name in nations.STATES else set()
    return called | ({entity.label.split()[-1]} if entity.label and entity.sort is not Sort.PLACE else set())


def _is_spoken_it(token: Token, who: Speaker | None) -> bool:
    """Whether "it" stands in a speaker's own words, where it goes back to what was talked about and not to the article's last name."""
    return token.lower == "it" and who is not None and who.quoted


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
