""" "The form" under whose it is, where the article gave it to one owner only: "Arden Bank's form"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.extraction.entities import Cast, Sort
from claims.extraction.lexicon.calendar import DATES
from claims.extraction.lexicon.subjects_of import OWNED
from claims.extraction.standalone.change import Change, touched
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.naming.complements import is_no_head, letters, singular
from claims.extraction.standalone.pronouns.speaker import possessive
from claims.extraction.standalone.tagging import Token
from claims.extraction.types import Span

POINTS = frozenset(("the", "this", "that"))
DESCRIBING = frozenset(("NN", "JJ", "VBN", "CD"))
MOST_BETWEEN = 2  # words between an owner and what is owned
# Behind a noun these tell already which one is meant, or whose it is.
TELLS_WHICH = frozenset("of by to for against into on from that which where whose who".split())
# Before a name these make it the end of a longer owner: "the mayor of Velm's plan".
LONGER_OWNER = frozenset(("IN", "POS", "CCo", "CCc", "CCv", "NNP", "TO", ","))
LINKS = frozenset(("in", "to", "for", "on", "against", "at", "about", "with", "over", "from", "under", "by"))


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a thing is, as the text says in one place."""

    end: int
    words: str  # "Arden Bank's consent"


class Owners:
    """The things of one text that it gave to one owner, and of which it names no other."""

    def __init__(self, text: str, cast: Cast, sentences: Sequence[Tokens]) -> None:
        self._text = text
        self._cast = cast
        self._owned: dict[str, Owner] = {}
        self._several: set[str] = set()
        for tokens in sentences:
            for at, token in enumerate(tokens):
                if token.tag == "NNS" and singular(token.lower) in OWNED:
                    self._several.add(singular(token.lower))
                elif token.tag in ("NN", "NNP") and token.lower in OWNED and not is_no_head(tokens, at):
                    self._note(tokens, at)

    def _note(self, tokens: Tokens, at: int) -> None:
        """Note whose the thing at a place is, or that it may be another one."""
        noun = tokens[at].lower
        start = at
        while start and tokens[start - 1].tag in DESCRIBING and at - start < MOST_BETWEEN:
            start -= 1
        before = tokens[start - 1] if start else None
        if before is not None and before.tag == "POS":
            name = self._name(tokens, start - 1)
            known = self._owned.get(noun)
            if name is None or (known is not None and not known.words.startswith(possessive(name))):
                self._several.add(noun)
            elif known is None:
                between = "".join(f" {t.word}" for t in tokens[start:at] if t.tag == "NN")
                self._owned[noun] = Owner(tokens[at].end, possessive(name) + between)
        elif before is None or before.lower not in POINTS or start < at or _tells_which(tokens, at):
            self._several.add(noun)

    def _name(self, tokens: Tokens, mark: int) -> str | None:
        """The name that stands before a possessive mark, a person's in full; None where it may be the end of a longer owner."""
        start = mark
        while start and tokens[start - 1].tag == "NNP":
            start -= 1
        if start == mark or any(t.word in DATES for t in tokens[start:mark]):
            return None
        article = tokens[start - 1] if start and tokens[start - 1].lower == "the" else None
        first = start - (article is not None)
        before = tokens[first - 1] if first else None
        longer = before is not None and before.tag in LONGER_OWNER and before.lower not in LINKS
        if longer and before is not None and before.tag != ",":
            return None
        place = self._cast.mention_at(Span(tokens[start].start, tokens[mark - 1].end))
        entity = None if place is None else self._cast.entities[self._cast.mention(place)[1]]
        if entity is not None and entity.named and entity.sort is Sort.PERSON:
            return entity.name
        words = self._text[tokens[start].start : tokens[mark - 1].end]
        return f"the {words}" if article is not None else words

    def changes(self, tokens: Sequence[Token], spelled: str, found: Sequence[Change]) -> Iterator[Change]:
        """Whose they are, in place of the article of bare nouns; *spelled* are the letters already printed."""
        for at, (the, noun) in enumerate(pairwise(tokens), start=1):
            if the.lower not in ("the", "this") or min(the.start, noun.start) < 0 or noun.tag != "NN":
                continue
            if is_no_head(tokens, at) or _tells_which(tokens, at) or noun.lower in self._several:
                continue
            owner = self._owned.get(noun.lower)
            taken = touched(found, the.start, noun.end)
            if owner is None or owner.end >= noun.start or taken or _names_owner(owner.words, spelled, found):
                continue
            yield Change(the.start, noun.end, f"{owner.words} {noun.word}")


def _tells_which(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].lower in TELLS_WHICH


def _names_owner(words: str, spelled: str, found: Sequence[Change]) -> bool:
    """Whether a claim names the owner anyway."""
    name = words.replace("’", "'").partition("'")[0].removeprefix("the ")
    last = letters(name.split()[-1])
    return last in spelled or any(last in letters(change.words) for change in found)
