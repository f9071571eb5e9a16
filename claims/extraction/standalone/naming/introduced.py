""" "The trust" with the place that the article gave it when it brought it in: "the hospital trust in Eastmoor"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.extraction.lexicon import people
from claims.extraction.lexicon.calendar import DATES
from claims.extraction.lexicon.kinds_of_places import MEMBERS_OF
from claims.extraction.standalone.change import Change, touched
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.naming.complements import is_no_head, letters, singular
from claims.extraction.standalone.tagging import Token

BRINGS_IN = frozenset(("a", "an"))
POINTS = frozenset(("the", "this", "that"))
PREPOSITIONS = frozenset("in at near outside off".split())
COMPASS = frozenset("northern southern eastern western central".split())
BEFORE = frozenset(("NN", "JJ", "VBN"))
MOST_BEFORE = 3
# A noun that names a time, a part or a share has another one in each sentence.
LOOSE = frozenset(
    "day week month year time morning evening night hour part share number lot way case series rise fall increase decline role"
    " group team man woman move step interview statement speech result chance place point".split()
)
TELLS_WHICH = frozenset("of in at near on for to that which where whose who from by".split())


@dataclass(frozen=True, slots=True)
class Introduction:
    """What a text called a thing, and where that was, when it first told of it."""

    end: int
    before: str  # "hospital"
    where: str  # "in Eastmoor"


class Introduced:
    """The things of one text that it brought in once, with their place, and of which it has only one."""

    def __init__(self, text: str, sentences: Sequence[Tokens]) -> None:
        self._text = text
        self._brought: dict[str, Introduction] = {}
        self._several: set[str] = set()
        for tokens in sentences:
            for at, token in enumerate(tokens):
                if token.tag == "NNS" and token.lower in MEMBERS_OF:
                    self._note(MEMBERS_OF[token.lower], token, "", self._where(tokens, at))
                elif token.tag == "NNS":
                    self._several.add(singular(token.lower))
                elif token.tag == "NN" and not is_no_head(tokens, at):
                    self._noun(tokens, at)

    def _noun(self, tokens: Tokens, at: int) -> None:
        token, start = tokens[at], at
        while start and tokens[start - 1].tag in BEFORE and at - start < MOST_BEFORE:
            start -= 1
        first = tokens[start - 1] if start else None
        if first is not None and first.lower in BRINGS_IN:
            before = " ".join(t.word for t in tokens[start:at] if t.tag == "NN")
            self._note(token.lower, token, before, self._where(tokens, at))
        elif first is None or first.lower not in POINTS or (start < at and tokens[at - 1].tag == "NN"):
            self._several.add(token.lower)  # another one, or the same under a longer name

    def _note(self, noun: str, token: Token, before: str, where: str) -> None:
        if noun in self._brought or not where:
            self._several.add(noun)
        self._brought.setdefault(noun, Introduction(token.end, before, where))

    def _where(self, tokens: Tokens, at: int) -> str:
        """The place right behind the noun: "in Eastmoor"."""
        start = at + 1
        if start >= len(tokens) or tokens[start].lower not in PREPOSITIONS:
            return ""
        first = start + 1
        while first < len(tokens) and (tokens[first].lower in COMPASS or tokens[first].lower == "the"):
            first += 1
        end = first
        while end < len(tokens) and tokens[end].tag == "NNP" and tokens[end].word not in DATES:
            end += 1
        after = tokens[end] if end < len(tokens) else None
        if end == first or (after is not None and after.tag in ("NN", "NNS", "POS", "CD")):
            return ""
        return self._text[tokens[start].start : tokens[end - 1].end]

    def changes(self, tokens: Sequence[Token], spelled: str, found: Sequence[Change]) -> Iterator[Change]:
        """The first words for it in place of a bare subject of a claim that names nothing else; *spelled* are the letters printed."""
        if len(tokens) < len(("the", "trust", "failed")) or any(t.tag == "NNP" for t in tokens):
            return
        the, noun, after = tokens[:3]
        if the.lower not in ("the", "this") or noun.tag != "NN" or min(the.start, noun.start) < 0:
            return
        if is_no_head(tokens, 1) or after.lower in TELLS_WHICH or noun.lower in LOOSE | people.ROLES:
            return
        brought = self._brought.get(noun.lower)
        taken = touched(found, the.start, noun.end)
        if brought is None or taken or noun.lower in self._several or brought.end > noun.start:
            return
        named = any(word[:1].isupper() for change in found for word in change.words.split() if word not in DATES)
        if not named and letters(brought.where.split(" ", 1)[1]) not in spelled:
            yield Change(noun.start, noun.end, " ".join(filter(None, (brought.before, noun.word, brought.where))))
