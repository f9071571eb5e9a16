""" "The shares" and "chief executive Ann Lind" under the firm whose they are, where an article is about one firm only."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from claims.extraction.entities import Cast, Sort
from claims.extraction.lexicon import of_firms
from claims.extraction.standalone.change import Change, touched
from claims.extraction.standalone.naming.by_noun import COMPANIES, apposed
from claims.extraction.standalone.naming.complements import is_no_head, is_spelled
from claims.extraction.standalone.pronouns.speaker import possessive
from claims.extraction.standalone.tagging import Token
from claims.extraction.types import Span

LEAD = 300  # letters in which an article names the firm that it is about
LEGAL = frozenset("inc plc ltd corp llc company corporation bank airlines airways motors foods holdings".split())
TELLS_WHICH = frozenset("of in at for to by from on".split())


class OfFirm:
    """The one firm of a text."""

    def __init__(self, text: str, cast: Cast, title: str | None) -> None:
        self._text = text
        self._cast = cast
        self._title = title or ""

    def changes(self, tokens: Sequence[Token], spelled: str, found: Sequence[Change]) -> Iterator[Change]:
        """Whose they are, as the subject of a claim; *spelled* are the letters already printed."""
        if len(tokens) < len(("the", "shares", "fell")) or tokens[0].start < 0:
            return
        the = tokens[0].lower == "the"
        noun = tokens[int(the)]
        owned = noun.lower in of_firms.OF_FIRM and not is_no_head(tokens, int(the)) and noun.tag in ("NN", "NNS")
        owned = owned and tokens[1 + the].lower not in TELLS_WHICH
        office = not the and self._is_office(tokens)
        if not (owned or office) or self._firm is None:
            return
        name, start = self._firm
        last = noun.end if owned else tokens[0].end
        taken = touched(found, tokens[0].start, last)
        if taken or start > tokens[0].start or is_spelled(name, spelled, found):
            return
        words = noun.word if the else tokens[0].word[0].lower() + tokens[0].word[1:]
        yield Change(tokens[0].start, last, f"{possessive(name)} {words}")

    @staticmethod
    def _is_office(tokens: Sequence[Token]) -> bool:
        """Whether a title without an article opens the words, and a name follows it."""
        for many in range(of_firms.LONGEST_OFFICE, 0, -1):
            words = tuple(t.lower for t in tokens[:many])
            if words in of_firms.OFFICES and len(tokens) > many:
                return tokens[many].tag == "NNP"
        return False

    @cached_property
    def _firm(self) -> tuple[str, int] | None:
        """The name of the one firm, and where it is first told of; None where there is another body with a name."""
        firms = []
        for entity in self._cast.entities:
            if not entity.named or not entity.mentions or entity.sort in (Sort.PERSON, Sort.PEOPLE, Sort.PLACE):
                continue
            words = entity.name.lower().split()
            firm = entity.label.split()[-1:] and entity.label.split()[-1] in COMPANIES
            if firm or words[-1] in LEGAL or words[-1].endswith("bank") or self._is_called_firm(entity.mentions):
                firms.append(entity)
        led = [e for e in firms if e.name in f"{self._title}\n{self._text[:LEAD]}"]
        if len(firms) != 1 or len(led) != 1 or self._beside - {led[0].name}:
            return None
        return led[0].name, led[0].mentions[0].start

    @cached_property
    def _beside(self) -> frozenset[str]:
        """The names that stand behind "the company" and a comma."""
        found = apposed(self._text)
        return frozenset(span.of(self._text) for noun, spans in found.items() if noun in COMPANIES for span in spans)

    def _is_called_firm(self, mentions: Sequence[Span]) -> bool:
        """Whether a name is taken up by "the company" somewhere."""
        return any(mention.of(self._text).lower() in COMPANIES for mention in mentions)
