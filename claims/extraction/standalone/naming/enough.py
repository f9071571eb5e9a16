"""Which short forms say enough as they stand, or are explained by the claim itself."""

import re
from collections.abc import Sequence
from itertools import pairwise

from claims.extraction.entities import Cast, Sort
from claims.extraction.lexicon import nations, people
from claims.extraction.lexicon.given_names import is_given_name
from claims.extraction.lexicon.pronouns import HE_OR_SHE, POSSESSIVE
from claims.extraction.standalone.clauses import main_verb, subject
from claims.extraction.standalone.naming import beside
from claims.extraction.standalone.pronouns import own_words
from claims.extraction.standalone.pronouns.leading import EMPTY_IT
from claims.extraction.standalone.pronouns.speaker import Speaker
from claims.extraction.standalone.tagging import Token
from claims.extraction.types import Span

# Forms that are adjectives as well, and as such need no fuller name.
ADJECTIVES = frozenset(
    ("Catholic", "European", "Muslim", "Christian", "Soviet", "Democratic", "Republican", *nations.ADJECTIVE_OF)
)
TAKEN_UP = frozenset("for as become becomes became elected appointed sworn".split())  # before an office
# Behind these "it" is a fact and no body: "he had expected it".
OF_FACTS = re.compile(r"\b(?:expect|know|knew|believ|regret|doubt|understand|understood)\w* $|\babout $")
REACH = 14  # letters before a pronoun in which such a verb stands
LEADING = frozenset("before after when while as although though if since until once despite in at with during".split())
EXALTED = re.compile(
    r"\w+ (?:Majesty|Majesties|Highness|Highnesses|Excellency|Holiness|Honou?r|Grace|Eminence|Lordship|Ladyship)\b"
)
# "A rider in *his 40s*": whoever the noun right before means.
DECADE = re.compile(
    r"\w+ (?:(?:early|mid|late)[ -])?(?:\d0s|teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b"
)

ENTITLED = ("entitled ", "titled ", "entitled “", "titled “", 'entitled "', 'titled "')
AT_PLACE = ("from ", "in ", "near ", "outside ", "across ", "around ")
LOCATING = ("of ", "in ", "from ", "near ", "at ", "to ", "outside ")
PLACED = re.compile(rf", (?:{'|'.join(sorted(map(re.escape, nations.LANDS)))})\b")
KIN = frozenset(
    "child boy girl baby infant toddler son daughter husband wife father mother brother sister victim suspect".split()
)


ANY = frozenset("a an any each every".split())
COUNTED = frozenset("all both some many most several none few half each either neither".split())
BECOMING = frozenset("be become were becoming becomes".split())  # "is" and "was" may say who somebody is

_PARTICLE = re.compile(r"^(?:Mc|Mac|De|Del|Di|Du|La|Le|Van|O['’]|D['’])(?=[A-ZÀ-Þ][a-zß-ÿ])")  # of surnames


class Enough:
    """The short forms of one text that need no fuller name."""

    def __init__(self, text: str, cast: Cast) -> None:
        self.text = text
        self.cast = cast

    def stays(self, tokens: Sequence[Token], at: int, span: Span, who: Speaker | None) -> bool:
        """Whether a form needs no name, or is explained by the claim itself."""
        if (
            self._says_enough(span, tokens[at])
            or _qualifies(tokens, at, span)
            or _is_office(tokens, at)
            or _is_what_one_is(tokens, at, span)
            or _is_counted(tokens, at)
        ):
            return True
        if beside.is_named(tokens, span) or self._is_place_of_body(span):
            return True
        return self._is_own(tokens, at) or self._is_told_next(tokens, at) or own_words.is_of_self(tokens, at, who)

    def _is_place_of_body(self, span: Span) -> bool:
        """Whether a body is named after a place, and the place is meant: "a student from *Orla*" beside "Radio Orla"."""
        place = self.cast.mention_at(span)
        owner = self.cast.entities[self.cast.mention(place)[1]] if place is not None else None
        named_after = (
            owner is not None and owner.sort is not Sort.PERSON and owner.name.endswith(f" {span.of(self.text)}")
        )
        return named_after and self.text.endswith(AT_PLACE, 0, span.start)

    def _is_told_next(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether "she" is named right behind its own clause: "Before she left, Ann Lind was leading"."""
        if tokens[at].lower not in HE_OR_SHE or tokens[0].lower not in LEADING or tokens[0].start < 0:
            return False
        comma = next((i for i, t in enumerate(tokens) if i > at and t.tag == ","), None)
        behind = tokens[comma + 1] if comma is not None and comma + 1 < len(tokens) else None
        if behind is None or behind.start < 0:
            return False
        named = self.cast.mentions_in(Span(behind.start, behind.end))
        owners = [self.cast.entities[self.cast.mention(place)[1]] for place in named]
        return any(owner.named and owner.sort is Sort.PERSON for owner in owners)

    def _says_enough(self, span: Span, token: Token) -> bool:
        """Whether nothing fuller may stand here: an empty "it", "himself", "US$", "senior adviser Hope Hicks"."""
        if token.lower == "it":
            empty = EMPTY_IT.match(self.text, span.start) is not None
            return empty or OF_FACTS.search(self.text, max(0, span.start - REACH), span.start) is not None
        form = span.of(self.text)
        if self.text.endswith(ENTITLED, 0, span.start):
            return True  # "an artwork entitled *America*"
        if PLACED.match(self.text, span.end) and self.text.endswith(LOCATING, 0, span.start):
            return True  # "of *Allen*, Texas": a town, whoever bears its name
        if token.tag == "PRP$" and (EXALTED.match(self.text, span.start) or DECADE.match(self.text, span.start)):
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

    def _is_own(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether "his" or "her" stands behind a person's name in the same claim, whose own thing it most likely is."""
        token = tokens[at]
        if token.tag != "PRP$" or token.lower not in POSSESSIVE:
            return False
        first = next((t.start for t in tokens if t.start >= 0), token.start)
        before = self.cast.mentions_in(Span(first, token.start)) if first < token.start else ()
        if token.lower == "their" and any(
            t.lower in ("those", "people", "anyone") and b.lower == "who" for t, b in pairwise(tokens[:at])
        ):
            return True  # "release *those who* were held for exercising *their* right"
        if token.lower == "their" and _is_of_anybody(tokens, at):
            return True
        if _is_of_subject(tokens, at) or beside.is_of_doer(tokens, at) or _is_of_noun_before(tokens, at):
            return True
        owners = [self.cast.entities[self.cast.mention(place)[1]] for place in before]
        if token.lower in ("its", "their"):
            return any(owner.named for owner in owners)
        return any(owner.named and owner.sort is Sort.PERSON for owner in owners)


def _is_of_anybody(tokens: Sequence[Token], at: int) -> bool:
    """Whether one person of many was told of before, whose "their" it is: "*a borrower* would save £90 if *their* bank agreed"."""
    return any(
        t.tag == "NN"
        and (t.lower in people.ROLES | people.PERSONAL | KIN or t.lower.endswith(("er", "or", "ent", "ant", "person")))
        for i, t in enumerate(tokens[:at])
        if any(b.lower in ANY for b in tokens[max(0, i - 2) : i])
    )


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


def _is_of_noun_before(tokens: Sequence[Token], at: int) -> bool:
    """Whether a possessive ties a second noun to the one before "and": "the dead child and *his* mother", "a bird and *its* winter grounds"."""
    if at < 2 or tokens[at - 1].lower != "and" or tokens[at - 2].start < 0:
        return False
    owner, noun = tokens[at].lower, tokens[at - 2]
    if owner in ("his", "her"):
        return noun.tag == "NN" and noun.lower in people.ROLES | people.PERSONAL | KIN
    return noun.tag == ("NNS" if owner == "their" else "NN")


def _is_office(tokens: Sequence[Token], at: int) -> bool:
    """Whether a role without an article is what somebody runs for or becomes, and not who holds it: "a ticket of Lind for President"."""
    return at > 0 and tokens[at].lower in people.ROLES and tokens[at - 1].lower in TAKEN_UP


def _is_what_one_is(tokens: Sequence[Token], at: int, span: Span) -> bool:
    """Whether a role is what somebody is or may become, and not who has it: "if Lind were *the nominee*"."""
    the = at if tokens[at].lower == "the" else at - 1
    role = next((t for t in tokens[at:] if t.end >= span.end), tokens[at])
    return the > 0 and tokens[the].lower == "the" and role.word.islower() and tokens[the - 1].lower in BECOMING


def _is_counted(tokens: Sequence[Token], at: int) -> bool:
    """Whether several are counted, who are no one body: "the three of *them*"."""
    if at < len(("three", "of")) or tokens[at].lower != "them" or tokens[at - 1].lower != "of":
        return False
    return tokens[at - 2].tag == "CD" or tokens[at - 2].lower in COUNTED


def _qualifies(tokens: Sequence[Token], at: int, span: Span) -> bool:
    """Whether a form stands before a noun as an adjective does: "European trade", "the academic community", "Area 51"."""
    after = next((t for t in tokens[at : at + 6] if t.start >= span.end), None)
    pronoun = tokens[at].tag in ("PRP", "PRP$")
    return not pronoun and after is not None and after.start == span.end + 1 and after.tag in ("NN", "NNS", "CD")


def is_adjective(name: str) -> bool:
    """Whether a name is only a nation's adjective: "South Korean"."""
    return name in nations.ADJECTIVE_OF or name.split()[-1] in nations.ADJECTIVE_OF


def _goes_on_with_name(form: str, behind: str) -> bool:
    """Whether a role stands before somebody's name."""
    return form[-1:].islower() and form.split()[-1].islower() and behind[:1] == " " and behind[1:].isupper()


def is_name_enough(form: str, name: str) -> bool:
    """Whether a form names well enough as it is: an acronym often better than a full name, two names of a person or body.

    Two surnames are not two names: "Rivera Lind" of *name* "Thomas Rivera Lind".
    """
    parts = form.split()
    if (
        len(parts) == 1
    ):  # a surname is written like an acronym where it has two halves: "Berg-Olsen", "McAdam", "O'Hara"
        return any(sum(letter.isupper() for letter in _PARTICLE.sub("", half)) >= 2 for half in form.split("-"))
    return sum(part[:1].isupper() for part in parts) >= 2 and not _is_surname(parts, name.split())


def _is_surname(parts: Sequence[str], name: Sequence[str]) -> bool:
    """Whether the words are all of a name but its first name and initials."""
    first = [word for word in name[: -len(parts)] if not word.endswith(".")]
    ends = [word.casefold() for word in name[-len(parts) :]] == [word.casefold() for word in parts]
    return ends and len(first) == 1 and is_given_name(first[0])
