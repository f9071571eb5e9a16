"""What "who" and "which" go back to: the last of several nouns, or one before it, by number and by kind."""

import re
from dataclasses import dataclass

from claims.extraction.lexicon import heads, people
from claims.extraction.standalone.clauses import noun_phrase_before
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.frames.told import agrees
from claims.extraction.standalone.tags import FINITE, NOUNS

SPANS = frozenset("week weekend month year decade spring summer autumn winter night".split())
BETWEEN = frozenset(("with", "between", "against"))
TOWARDS = frozenset(("to", "from", "by"))  # "a trip to Velm, which was put off"
ASKED = frozenset(("into", "about", "over"))  # "an inquiry into Lind, which was closed"
TIMES = frozenset(
    "spring summer autumn winter january february march april may june july august september october november december".split()
)
# With an article in "as a result of", "in the wake of": nothing is told of them.
COMPLEX = frozenset(
    "result consequence wake course aftermath face absence event hands eve expense basis possession custody care control middle midst".split()
)
TAKEN = frozenset(
    "account advantage care note notice charge stock hold".split()
)  # "takes *account* of the tilt, which varies"
# What is done to somebody or something: behind these "whose" goes back to whom it was done to.
DONE = frozenset(
    "closure arrest detention killing murder death assassination shooting abduction kidnapping poisoning jailing imprisonment expulsion"
    " dismissal sacking removal appointment election resignation conviction acquittal release execution disappearance deportation"
    " extradition sale purchase takeover demolition destruction seizure collapse loss banning suspension".split()
)
PARTS = frozenset("part parts element aspect pillar plank chapter phase".split())
# What takes effect is what was laid down, and not those whom it is for: "rules for wind farms, which took effect".
LAID_DOWN = frozenset(
    "law laws bill act rule rules regulation regulations treaty deal agreement policy order measure measures"
    " change changes ban bans tariff tariffs tax taxes levy levies cap caps limit limits reform reforms directive"
    " code sanctions ceasefire truce pact plan scheme system restriction restrictions amendment amendments decree"
    " increase rise cut cuts fee fees charge charges requirement requirements embargo moratorium".split()
)
EFFECT = frozenset(("effect", "force"))
AIMED = frozenset(("to", "against"))
WITHIN = frozenset(("in", "at", "near", "outside", "off", "on"))  # "a museum in Velm, which is to open"
PERSONS = people.ROLES | heads.PEOPLE_NOUNS | people.NAMELESS | {"someone", "somebody"}
DOER = re.compile(r"(?:er|or|ist|ian|man|men|people)s?$")  # how nouns for people end


@dataclass(frozen=True, slots=True)
class Heads:
    """The words before "who" or "which", and the clause behind it."""

    tokens: Tokens
    end: int  # where the nouns before the comma end
    body: Tokens

    def fitting(self, start: int) -> Tokens | None:
        """The noun from *start* on, or one inside or around it, that the verb of the clause agrees with; None where none does."""
        start = self._before_time(self._behind_complex_preposition(start))
        head = without_time(self.tokens[start : self.end])
        verb = next((t for t in self.body if t.tag in FINITE), None)
        whole = self._behind_part(start)
        if whole and verb is not None and agrees(whole, verb):
            return whole
        if verb is None or not head or agrees(head, verb):
            return head
        for other in (self._joined(start), self._behind_of(start), self._around(start)):
            if other and agrees(other, verb):
                return other
        return None

    def owner(self, start: int) -> Tokens:
        """Whose "whose" is: "in the possession of *the court*, whose clerk"."""
        start = self._behind_complex_preposition(start)
        return self.tokens[self._behind_deed(start) : self.end]

    def _behind_deed(self, start: int) -> int:
        """Behind what is done to it, which has no editor or wife: "the closure of *the newspaper*, whose editor"."""
        words = [t.lower for t in self.tokens[start : self.end]]
        skip = int(words[0] in ("the", "a", "an"))
        done = len(words) > skip + 2 and words[skip] in DONE and words[skip + 1] == "of"
        return start + skip + 2 if done else start

    def _behind_complex_preposition(self, start: int) -> int:
        """Behind "in favour of" and its like: a noun without an article between two prepositions names nothing."""
        article = int(self.tokens[start].lower in ("a", "the") and self.tokens[start + 1].lower in COMPLEX)
        if article and start and self.tokens[start - 1].tag == "IN":
            link = [t.lower for t in self.tokens[start + 2 : start + 3]] == ["of"] and start + 3 < self.end
            return start + 3 if link else start
        bare = self.tokens[start].tag == "NN" and [t.lower for t in self.tokens[start + 1 : start + 2]] == ["of"]
        led = start > 0 and (self.tokens[start - 1].tag == "IN" or self.tokens[start].lower in TAKEN)
        return start + 2 if bare and led and start + 2 < self.end else start

    def _behind_part(self, start: int) -> Tokens:
        """What something is a part of, of which more is told: "the dearest part of *the plan*, which was agreed"."""
        link = next((i for i in range(start + 1, self.end - 1) if self.tokens[i].lower == "of"), None)
        parted = link is not None and self.tokens[link - 1].lower in PARTS
        return self.tokens[link + 1 : self.end] if link is not None and parted else []

    def _before_time(self, start: int) -> int:
        """The noun before a season or a month that only dates it: "flooding in the autumn, which delayed the work"."""
        head = self.tokens[start : self.end]
        timed = start > 1 and self.tokens[start - 1].lower in ("in", "of", "during", "since", "last", "this")
        if not timed or not head or not all(t.lower in TIMES or t.tag in ("DT", "CD") for t in head):
            return start
        before = noun_phrase_before(self.tokens, start - 1, ())
        if before == start - 1 and self.tokens[start - 2].tag == "VBG" and self.tokens[start - 3].tag == "IN":
            return start - 2  # "caused by *flooding* in the autumn"
        return before if before < start - 1 else start

    def _joined(self, start: int) -> Tokens:
        """With the noun joined on before it: "Velm and Lima, which together make …"."""
        if start < 2 or self.tokens[start - 1].lower != "and" or self.tokens[start - 2].tag not in NOUNS:
            return []
        first = noun_phrase_before(self.tokens, start - 1, ())
        listed = first and self.tokens[first - 1].tag == ","
        return [] if listed else self.tokens[first : self.end]

    def _behind_of(self, start: int) -> Tokens:
        """The last noun alone: "three doses of the vaccine, which is …"."""
        link = next((i for i in range(self.end - 1, start, -1) if self.tokens[i].lower == "of"), None)
        return [] if link is None else self.tokens[link + 1 : self.end]

    def _around(self, start: int) -> Tokens:
        """The subject that the noun only narrows: "the ban on meetings of more than ten people, which was …"."""
        opens = self.tokens[0].tag in ("DT", "PRP$") and start > 1
        narrowed = self.tokens[:start]
        if not opens or any(t.tag not in (*NOUNS, "DT", "JJ", "IN", "POS", "PRP$") for t in narrowed):
            return []
        return self.tokens[: self.end]


def without_time(head: Tokens) -> Tokens:
    """The noun without the time that stands behind it: "Velm *last year*, which"."""
    timed = len(head) > 2 and head[-2].lower in ("last", "this", "next") and head[-1].lower in SPANS
    return head[:-2] if timed else head


def hangs_on_noun(tokens: Tokens, start: int, head: Tokens, body: Tokens) -> bool:
    """Whether "which" may go back to a noun before a name: "a treaty with Iran, which had been agreed", "lodges in Kenya, which breed"."""
    if start > 2 and (_is_raised_against(tokens, start) or _is_made_by(tokens, start)):
        return True
    if start > 1 and tokens[start - 1].tag == "IN" and _takes_effect_wrongly(head, body):
        return True
    if start > 1 and head and tokens[start - 1].lower == "as" and DOER.search(head[-1].lower):
        return True  # "the hiring of women as cashiers, *which* it backed"
    if start > 2 and (_is_of_two(tokens, start, head) or _is_of_bare_noun(tokens, start, head)):
        return True
    if start < 2 or tokens[start - 1].tag not in ("IN", "TO") or not all(t.tag in ("NNP", "DT") for t in head):
        return False
    verb = next((t for t in body if t.tag in FINITE), None)
    before, link = tokens[start - 2].tag, tokens[start - 1].lower
    joined = (link in BETWEEN | ASKED and before in ("NN", "NNS")) or (link in TOWARDS and before == "NN")
    placed = verb is not None and verb.tag == "VBD" and _is_where_several_are(tokens, start)
    return joined or placed or _is_in_one(tokens, start) or (verb is not None and not agrees(head, verb))


def _takes_effect_wrongly(head: Tokens, body: Tokens) -> bool:
    """Whether what takes effect or comes into force is no noun for what is laid down."""
    effect = any(t.lower in EFFECT for t in body[1:4]) and body[0].lower in (
        "took",
        "takes",
        "came",
        "comes",
        "will",
        "went",
    )
    return effect and bool(head) and head[-1].tag != "NNP" and not any(t.lower in LAID_DOWN for t in head)


def _is_raised_against(tokens: Tokens, start: int) -> bool:
    """Whether the noun is only what something new is aimed at: "a challenge to the project, which will be heard"."""
    if tokens[start - 1].lower not in AIMED or tokens[start - 2].tag != "NN":
        return False
    return tokens[noun_phrase_before(tokens, start - 1, ())].lower in ("a", "an")


def _is_made_by(tokens: Tokens, start: int) -> bool:
    """Whether whoever made a thing stands behind it: "a lawsuit by the family, which seeks millions" may be either."""
    return tokens[start - 1].lower == "by" and tokens[start - 2].tag == "NN"


def _is_of_two(tokens: Tokens, start: int, head: Tokens) -> bool:
    """Whether the name is only the second of two with whom something is: "talks between Lind and *Orr*, which lasted six hours"."""
    if tokens[start - 1].lower != "and" or any(t.tag != "NNP" for t in head):
        return False
    first = noun_phrase_before(tokens, start - 1, ())
    return first > 0 and tokens[first - 1].lower == "between"


def _is_of_bare_noun(tokens: Tokens, start: int, head: Tokens) -> bool:
    """Whether a noun without an article only tells of which thing another is: "a fall in demand for *gas*, which was due to …"."""
    bare = len(head) == 1 and head[0].tag == "NN" and head[0].word.islower()
    return bare and tokens[start - 1].lower in ("for", "in", "on", "by") and tokens[start - 2].tag in ("NN", "NNS")


def _is_where_several_are(tokens: Tokens, start: int) -> bool:
    """Whether a past verb may be of what is in a place: "burglaries in *Velm*, which fell last year", "shootings in Velm, which killed 18"."""
    return tokens[start - 1].lower in WITHIN and tokens[start - 2].tag in ("NN", "NNS")


def _is_in_one(tokens: Tokens, start: int) -> bool:
    """Whether the name is only the place of something that is told about for the first time: "a new museum in Velm"."""
    if tokens[start - 1].lower not in WITHIN or tokens[start - 2].tag != "NN":
        return False
    return tokens[noun_phrase_before(tokens, start - 1, ())].lower in ("a", "an", "the")


def behind_person(tokens: Tokens, at: int) -> int:
    """Where somebody's name ends before "who", without the age and the home between commas behind it: "Lind*, 39, from Velm,* who"."""
    end = at - 1
    home = end - 1
    while home > 0 and tokens[home].tag == "NNP":
        home -= 1
    if home < end - 1 and tokens[home].lower in ("from", "of") and tokens[home - 1].tag == ",":
        end = home - 1
    if end > 1 and (tokens[end - 1].tag == "CD" or tokens[end - 1].word.isdigit()) and tokens[end - 2].tag == ",":
        return end - 2
    return end if end > 0 and tokens[end - 1].tag == "NNP" else at - 1


def person_of(head: Tokens, joins: tuple[str, ...]) -> Tokens:
    """Whom "who" is about: in "the campaign of Ann Lind" the person, in "the leader of the party" the leader, in "a boat from a trader" the trader."""
    parts = _parts(head, joins)
    persons = [part for part in parts if _may_be_somebody(part)]
    if len(parts) > 1 and persons and not _is_somebody(parts[0]):
        return (
            _behind_custody(persons[0]) if len(persons) == 1 else []
        )  # "the doors from a trader, who …": either may be somebody
    link = next((i for i in range(len(head) - 1, 0, -1) if head[i].lower == "of"), None)
    if (
        link
        and link + 1 < len(head)
        and head[link + 1].tag in ("DT", "CD", "PRP$")
        and not _may_be_somebody(head[:link])
    ):
        return head[link + 1 :]  # "the testimony of a third mechanic, who"
    if link is None or link + 1 >= len(head) or (head[link + 1].tag != "NNP" and head[link + 1].lower not in PERSONS):
        return head
    noun = head[link - 1]
    several = noun.tag == "NNS" and _may_be_somebody(head[:link])  # "members of the council", not "novels of Ann Lind"
    known = several or noun.lower in people.ROLES or noun.tag in ("NNP", "CD") or noun.lower in people.TITLES
    return head if known else head[link + 1 :]


def _behind_custody(part: Tokens) -> Tokens:
    """The person alone behind what somebody is in: "the death in *police custody of* a nurse, who"."""
    link = next((i for i in range(len(part) - 1, 0, -1) if part[i].lower == "of"), None)
    inside = link is not None and link + 1 < len(part) and not _may_be_somebody(part[:link])
    return part[link + 1 :] if link is not None and inside and part[-1].tag == "NNP" else part


def _parts(head: Tokens, joins: tuple[str, ...]) -> list[Tokens]:
    """The nouns of a phrase, parted where a preposition but "of" joins them."""
    links = [i for i, t in enumerate(head) if t.tag == "IN" and t.lower in joins and t.lower != "of"]
    return [head[start:end] for start, end in zip([0, *(i + 1 for i in links)], [*links, len(head)], strict=True)]


def _is_somebody(part: Tokens) -> bool:
    """Whether a noun is one for a person: a name or a role."""
    last = next((t for t in reversed(part) if t.tag in NOUNS), None)
    return last is not None and (last.lower in PERSONS or (part[0].tag != "CD" and last.tag == "NNP"))


def _may_be_somebody(part: Tokens) -> bool:
    """Whether a noun may be one for a person: one of those, or one that tells what somebody does."""
    last = next((t for t in reversed(part) if t.tag in NOUNS), None)
    return _is_somebody(part) or (last is not None and part[0].tag != "CD" and DOER.search(last.lower) is not None)
