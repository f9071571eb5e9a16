"""Who speaks in a statement, for the words "I" and "we" in it."""

import re
from dataclasses import replace

from claims.extraction.entities import Cast, Entity, Gender, Sort
from claims.extraction.lexicon import bodies, nations, people
from claims.extraction.lexicon.heads import BODY_HEADS
from claims.extraction.standalone.frames.told import PREPOSITION
from claims.extraction.standalone.naming.full_names import FullNames
from claims.extraction.standalone.pronouns.speaker import Speaker
from claims.extraction.types import Form, SourceKind, Span, Statement

# A person in such a post means the body by "we"; anybody else is taken to mean themselves.
SPEAKS_FOR = re.compile(
    r"\b(?:spokes\w+|chief|CEO|executive|minister|coach|captain|manager|secretary|leader|chair\w*|representative)\b",
    re.I,
)
FORMER = re.compile(r"\b(?:former|ex|retired|late|then)[- ]", re.I)  # who speaks for the body no longer
# What may lie between a body and the one who speaks for it: "Riverside captain Ann Lee", "Ann Lee, captain of Riverside".
TITLED = re.compile(
    r"\s(?:(?!with\b|to\b|by\b|met\b|told\b|asked\b)[\w-]+\s){1,4}"
)  # "Velm Radio *spoke with* Dr Lind"
OF = re.compile(r",?\s(?:[\w-]+\s){0,5}?(?:of|from|for|at|with)\s(?:the\s(?:[a-z-]+\s)?)?")
NATIONALITY = re.compile(r"[A-Z]\w+\s(?:[\w-]+\s){1,4}")
WORD = re.compile(r"\b[A-Z][A-Za-z]+\b")
# Who is sent abroad speaks for the state, whoever else says "we" at home.
ABROAD = {"US": "the US", "UK": "the UK", "EU": "the EU"}
SENT = re.compile(
    r"[A-Z]+\s(?:[Aa]mbassador|[Ee]nvoy|[Dd]iplomat)\s(?:(?:to|in|for)\s(?:[Tt]he\s)?(?:[A-Z]\w+\s){1,2})?"
)
FOR_NATION = re.compile(
    r"\b(?:president|minister|premier|chancellor|ambassador|senator|congress\w+|envoy|diplomat|secretary|king|queen|general)\b",
    re.I,
)
HEARD = re.compile(r"(?:(?:has|have|had|also|then) )*(?:heard|(?:was|were|been) (?:also |then )?told)(?: that)?")
UNSPEAKING = frozenset((SourceKind.DOCUMENT, SourceKind.MEDIA_ITEM))  # whose "we" are those who wrote it
# Whose members say "we" of their colleagues and their work.
LEARNED = re.compile(r"\b(?:University|College|Institute|School|Hospital|Academy|Observatory|Laboratory|Museum)\b")
OURS = re.compile(r"\b(?:my|our|me|us)\b", re.I)
JUDGING = re.compile(r"\b(?:judge|justice|recorder|magistrate|coroner)\b")
TO_WHOM = re.compile(r" (him|her) (?:that )?$")
NAMED = re.compile(r" (?:[a-z]+ ){0,3}(?:[A-ZÀ-Þ][\w.'’-]*,? ){1,4}(?:that )?")
SPOKES = re.compile(
    r"\b[Ss]pokes(?:wo)?(?:man|person)\b|\b(?:[Dd]efen[cs]e (?:counsel|lawyer|attorney|barrister)|[Dd]efending counsel)\b"
)
# "*His* defence counsel Ann Lind said he did so out of fear", "her mother said she was ill": whose they are is meant as well.
OWNED = re.compile(
    r"(his|her) (?:[a-z-]+ ){0,3}?(?:lawyer|attorney|counsel|solicitor|barrister|mother|father|wife|husband|brother|sister|son|daughter|agent|doctor"
    r"|widow|widower|partner|girlfriend|boyfriend|uncle|aunt|cousin|friend|manager|coach)s?\b",
    re.I,
)
HE = re.compile(r"\b(he|she|his|her)\b", re.I)
TO_JURY = re.compile(
    r" the (?:jury|panel|committee|court|board|council|tribunal) (?:that )?it (?:should|must|may|could|can|had to)\b"
)
ALLEGED = re.compile(r"(?:that )?(he|she)\b", re.I)
TURNED_TO = re.compile(
    r"(?:^|[.!?][\"”]? |\n)(?:Taking|Attacking|Praising|Hitting|Defending|Criticising|Criticizing|Slamming|Targeting|Referring|Lashing|Mocking|Hailing|Backing)"
    r" (?:[a-z]+ ){0,4}(?P<who>[A-ZÀ-Þ][^,.;:]{2,40}), $"
)
# Who wrote a paper is "I" in it: "the statement" of Delia Amoro.
WRITTEN_BY = re.compile(r"(?:statement|letter|post|message|tweet|note|memo) by (?P<who>[A-Z].+)$")
# The statement of a body is worded by it: "Velm Holdings' official statement".
OF_BODY = re.compile(
    r"(?P<who>[A-Z].*?)(?:['’]s|['’]) (?:[a-z]+ ){0,2}(?:statement|website|post|page|account|release)$"
)
GOES_ON = re.compile(r" for (?:the )?[A-Z]")
# "*Ann Lind's father* said he had left": he says it of himself, and not of her.
KINSWOMEN = frozenset("wife mother sister daughter widow grandmother aunt niece girlfriend stepmother".split())
KIN_OF = re.compile(
    r"[A-ZÀ-Þ][\w-]+['’]s? (?:[a-z-]+ ){0,2}?(wife|mother|sister|daughter|widow|grandmother|aunt|niece|girlfriend"
    r"|stepmother|husband|father|brother|son|widower|grandfather|uncle|nephew|boyfriend|stepfather)$"
)
OF_ITS_OFFICE = re.compile(
    r" (?:[a-z-]+ (?:and )?){0,3}(?:office|department|service|agency|authority|team|unit|branch|station|centre|center)\b"
)
QUOTES = frozenset("\"“‘'")
REACH = 60  # characters before a name in which its titles stand
PRONOUNS: dict[Gender | None, str] = {Gender.MASCULINE: "he", Gender.FEMININE: "she"}


# "A *Meta* spokesperson", "a spokesman for *the mill*": their "we" is the body's.
SPOKEN_FOR = re.compile(
    r"(?:(?:an?|the|one|another) )?(?:(?P<body>(?!an? |the |one |another |his |her |its |their )[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3})(?:['’]s)? (?:company |press )?(?:spokes(?:man|woman|person)|rep)"
    r"|(?:company |press )?(?:spokes(?:man|woman|person)|rep|publicist) (?:for|of|at) (?P<of>(?:the )?[A-Z][\w.&'’-]*(?: [\w.&'’-]+){0,5}))",
    re.IGNORECASE,
)
AIDES = frozenset(
    "aide adviser advisor strategist insider donor staffer ally official operative organizer organiser consultant pollster diplomat lawmaker".split()
)  # their "we" is a campaign's


class Speaking:
    """Knows the speakers of one text by name."""

    def __init__(self, text: str, cast: Cast, names: FullNames) -> None:
        self.text = text
        self.cast = cast
        self.names = names
        self._bodies: dict[int, str | None] = {}
        self._by_name = {entity.name: index for index, entity in reversed(list(enumerate(cast.entities)))}

    def speaker(self, statement: Statement) -> Speaker | None:
        """Who "I" and "we" are in this statement; None in the article's own voice and where no name is known."""
        who = self._speaker(statement)
        if who is None:
            return None
        names = {name for name in (who.name, who.side) if name is not None}
        return replace(who, led=frozenset(name for name in names if self.names.leads(name, self._by_name.get(name))))

    def _speaker(self, statement: Statement) -> Speaker | None:
        name = statement.source_name
        if not statement.attributed or not name or self._is_told_by_another(statement):
            return None
        if self._only_hears(statement):
            return None  # "the court *heard* he denied it": it has said nothing, and is neither "he" nor "I"
        written = WRITTEN_BY.match(name)
        by = self._by_name.get(written["who"]) if written else None
        if written and by is not None and self.cast.entities[by].sort is Sort.PERSON:
            quoted = statement.form is Form.DIRECT
            return Speaker(written["who"], PRONOUNS.get(self.cast.entities[by].gender), None, entity=by, quoted=quoted)
        told = self._told(statement)
        several = name.split()[-1] in people.OFFICIAL_GROUPS and name.islower()  # "police", not "Velm Police"
        plural = statement.source_kind is SourceKind.GROUP or several
        quoted = statement.form is Form.DIRECT
        entity = self._by_name.get(name)
        body = entity is not None and self.cast.entities[entity].sort is Sort.BODY  # "the developer, Velm Holdings"
        if kin := KIN_OF.search(name):
            of_kin = "she" if kin[1] in KINSWOMEN else "he"
            return Speaker(name, of_kin, None, plural, entity, quoted, told=told, kin=True)
        if statement.source_kind is not SourceKind.PERSON or body:
            if spoken_for := SPOKEN_FOR.fullmatch(name):
                side = spoken_for["body"] or spoken_for["of"]
                return Speaker(name, None, side, plural, entity, quoted, told=told)
            if _is_one_person(name):
                return Speaker(name, None, None, plural, entity, quoted, told=told)
            side = self._worded_by(name) if statement.source_kind in UNSPEAKING else name
            unsorted = entity is not None and self.cast.entities[entity].sort is None and " " not in name
            return Speaker(name, "they" if plural else "it", side, plural, entity, quoted, unsorted, told)
        pronoun = None if entity is None else PRONOUNS.get(self.cast.entities[entity].gender)
        side = self._side(statement) or (None if entity is None else self._body_of(entity))
        return Speaker(name, pronoun, side, plural, entity, quoted, told=told)

    def _only_hears(self, statement: Statement) -> bool:
        """Whether a court or a jury hears what others say."""
        first = statement.cue[0] if statement.cue else None
        before = first is not None and bool(statement.source) and statement.source[0].start < first.start
        return first is not None and before and HEARD.fullmatch(first.of(self.text)) is not None

    def _worded_by(self, name: str) -> str | None:
        """The body whose statement a document is."""
        match = OF_BODY.fullmatch(name)
        by = self._by_name.get(match["who"]) if match else None
        return match["who"] if match and by is not None and self.cast.entities[by].sort is Sort.BODY else None

    def _told(self, statement: Statement) -> str | None:
        """The pronoun of whoever is told something: "informed *her* that she would go" """
        if not (statement.cue and statement.content):
            return None
        if self._is_told_to_jury(statement):
            return "it"
        if led := self._told_of_first(statement) or self._alleged_of(statement) or self._spoken_for(statement):
            return led
        start, end = statement.cue[-1].end, max(statement.cue[-1].end, statement.content[0].start)
        to = TO_WHOM.match(self.text, start, end)
        if to is None:
            after, until = statement.cue[-1].end, statement.content[-1].start
            if after < until and JUDGING.search(" ".join(s.of(self.text).lower() for s in statement.source)):
                return self._judged(Span(after, until))
            if start == end:
                return None
            return self._told_by_name(statement, Span(start, end))
        return "he" if to[1] == "him" else "she"

    def _is_told_to_jury(self, statement: Statement) -> bool:
        """Whether several who sit together are told what they may do: "told *the jury that it should* …"."""
        return TO_JURY.match(self.text, statement.cue[-1].end) is not None

    def _alleged_of(self, statement: Statement) -> str | None:
        """The pronoun of whoever something is alleged of, which nobody does of themselves: "Dev *alleged that she* had taken cash"."""
        if not statement.cue[-1].of(self.text).lower().startswith("alleg"):
            return None
        said = ALLEGED.match(self.text, statement.content[0].start, statement.content[0].end)
        return said[1].lower() if said else None

    def _spoken_for(self, statement: Statement) -> str | None:
        """The pronoun of whoever a spokeswoman speaks for, and never of herself: "her spokeswoman said *she* remained committed"."""
        for span in statement.source:
            if own := OWNED.match(span.of(self.text)):
                return "he" if own[1].lower() == "his" else "she"
        if not any(SPOKES.search(span.of(self.text)) for span in statement.source):
            return None
        said = next((found for span in statement.content if (found := HE.search(span.of(self.text)))), None)
        return None if said is None else "he" if said[1].lower() in ("he", "his") else "she"

    def _told_of_first(self, statement: Statement) -> str | None:
        """The pronoun of whoever the sentence turns to before its speaker is named: "Taking a jibe at *Berg*, Orr said *she* had lied"."""
        first = statement.source[0].start if statement.source else 0
        led = TURNED_TO.search(self.text, max(0, first - REACH * 2), first)
        if led is None:
            return None
        places = self.cast.mentions_in(Span(led.start("who"), led.end("who")))
        entities = [self.cast.entities[self.cast.mention(place)[1]] for place in places]
        told = [one for one in entities if one.named and _may_be_somebody(one)]
        return (PRONOUNS.get(told[0].gender) or "she") if len(told) == 1 else None

    def _told_by_name(self, statement: Statement, between: Span) -> str | None:
        """The pronoun of one person who is told something by name, and so may be meant as well: "told *Berg* that he will get time"."""
        if not NAMED.fullmatch(between.of(self.text)):
            return None
        entities = [self.cast.entities[self.cast.mention(place)[1]] for place in self.cast.mentions_in(between)]
        told = [one for one in entities if one.named and _may_be_somebody(one) and one.name != statement.source_name]
        return (PRONOUNS.get(told[0].gender) or self._pronoun_of(statement)) if len(told) == 1 else None

    def _pronoun_of(self, statement: Statement) -> str | None:
        entity = self._by_name.get(statement.source_name or "")
        return None if entity is None else PRONOUNS.get(self.cast.entities[entity].gender, "he")

    def _judged(self, between: Span) -> str | None:
        """The pronoun of the one whom a judge addresses by name: "told *Young* that what he had done"."""
        owners = [self.cast.mention(place)[1] for place in self.cast.mentions_in(between)]
        return next((PRONOUNS[g] for o in owners if (g := self.cast.entities[o].gender) in PRONOUNS), None)

    def _is_told_by_another(self, statement: Statement) -> bool:
        """Whether "I" is somebody who tells what others have said: "my manager told me that *I* was wrong"."""
        if not (statement.cue and statement.content):
            return False
        if statement.form is Form.DIRECT:  # within another's quotation only what stands in marks of its own
            return bool(statement.chain) and statement.content[0].of(self.text)[:1] not in QUOTES
        between = self.text[statement.cue[-1].end : max(statement.cue[-1].end, statement.content[0].start)]
        return any(OURS.search(words) for words in (between, *(span.of(self.text) for span in statement.source)))

    def _body_of(self, entity: int) -> str | None:
        """The body that somebody speaks for, where the article names it right beside one of their mentions."""
        if entity not in self._bodies:
            found = (self._beside(mention) for mention in self.cast.entities[entity].mentions)
            self._bodies[entity] = next((body for body in found if body), None)
        return self._bodies[entity]

    def _beside(self, span: Span) -> str | None:
        for place in self.cast.mentions_in(Span(max(0, span.start - REACH), span.start)) if span.start else ():
            between = self.text[self.cast.mention(place)[0].whole.end : span.start]
            if TITLED.fullmatch(between) and _has_role(between) and (body := self._named_body(place, between)):
                return body
        nation = self._nation(span)
        if nation:
            return nation
        for place in self.cast.mentions_in(Span(span.end, span.end + REACH)):
            between = self.text[span.end : self.cast.mention(place)[0].span.start]  # a title may be taken in
            if OF.fullmatch(between):
                body = self._named_body(place, between)
                return None if body and LEARNED.search(body) else body
        return None

    def _nation(self, span: Span) -> str | None:
        """The state whose office stands before a name; the nearest one: "US President Lind and *Ardanian* President Veld"."""
        before = self.text[max(0, span.start - REACH) : span.start]
        for match in reversed(list(WORD.finditer(before))):
            words = before[match.start() :]
            if NATIONALITY.fullmatch(words) and match[0] in nations.ADJECTIVE_OF and FOR_NATION.search(words):
                return nations.ADJECTIVE_OF[match[0]]
            if match[0] in ABROAD and SENT.fullmatch(words):
                return ABROAD[match[0]]
        return None

    def _named_body(self, place: int, between: str) -> str | None:
        """The body at that place of the cast; a state or town only for those who speak for one."""
        entity = self.cast.entities[self.cast.mention(place)[1]]
        end = self.cast.mention(place)[0].span.end
        if GOES_ON.match(self.text, end) or OF_ITS_OFFICE.match(self.text, end):
            return None  # "Velm Decade for People of Orla Coalition", "the Velm *rescue office*": the name is longer
        fits = entity.sort is Sort.BODY or (entity.sort is Sort.PLACE and FOR_NATION.search(between) is not None)
        return entity.name if entity.named and fits else None

    def _side(self, statement: Statement) -> str | None:
        """The body that a person speaks for, where the source phrase names it."""
        if statement.member_of:
            return statement.member_of
        for span in statement.source:
            role = span.of(self.text).partition(", who ")[0]  # what the clause tells is no part of whom they speak for
            if SPEAKS_FOR.search(role) and not FORMER.search(role):
                for place in self.cast.mentions_in(Span(span.start, span.start + len(role))):
                    entity = self.cast.entities[self.cast.mention(place)[1]]
                    if entity.named and entity.sort is Sort.BODY:
                        return entity.name
        return None


def _is_one_person(name: str) -> bool:
    """Whether a description is that of one person without a name, whose "we" are others too: "a 22-year-old student"."""
    words = name.lower().split()
    if words[0] not in ("a", "an", "one", "another"):
        return False
    head = PREPOSITION.split(name.lower())[0].split()[-1]
    if head in people.ROLES or any(word in people.PERSONAL or word in AIDES for word in words[1:4]):
        return True
    return words[0] == "one" and head not in BODY_HEADS | bodies.DOCUMENT_HEADS and not head.endswith("s")


def _may_be_somebody(entity: Entity) -> bool:
    """Whether a name is one of a person, or of two words that tell nothing."""
    return entity.sort is Sort.PERSON or (entity.sort is None and " " in entity.name)


def _has_role(words: str) -> bool:
    """Whether a title or a role is among the words."""
    return any(word.lower() in people.ROLES or word.lower() in people.TITLES for word in words.split())
