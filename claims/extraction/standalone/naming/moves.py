""" "The move" under the name of what the sentence before told: "the council's closure of the mill"."""

from collections.abc import Sequence

from claims.extraction.entities import Cast, Sort
from claims.extraction.lexicon import moves
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.clauses import main_verb, subject
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.placed import Placed
from claims.extraction.standalone.pronouns.speaker import possessive
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE, NOMINAL
from claims.extraction.types import Span

POINTS = frozenset(("the", "this"))
BEHIND = frozenset("of to that by in on against for".split())  # tell which move is meant
BACK = 2  # sentences that may take up the same deed one after the other
LONGEST = 12  # words of an object
ENDS = frozenset((",", ".", ":", "TO", "WDT", "WP", "WRB", "Q", "CCc", "CCv", "RB"))
UNFIT = frozenset(("PRP", "PRP$", "WP", "EX", "IN", "TO", ",", "VBN", "VBG"))  # in a subject whose deed is told
TIMES = frozenset("yesterday today monday tuesday wednesday thursday friday saturday sunday last this".split())


class Moves:
    """What one text's sentences say that somebody did."""

    def __init__(self, text: str, cast: Cast, sentences: Sequence[Tokens]) -> None:
        self._text = text
        self._cast = cast
        self._sentences = Placed(sentences)

    def change(self, tokens: Sequence[Token]) -> Change | None:
        """The deed in place of "the move" as the subject of a claim that is about it."""
        if len(tokens) < len(("the", "move", "failed")) or not _is_move(tokens):
            return None
        number = self._sentences.number(tokens[0].start)
        if number < 0 or self._sentences[number][0].start != tokens[0].start:
            return None
        words = self._before(number)
        return Change(tokens[0].start, tokens[1].end, words) if words else None

    def _before(self, number: int) -> str | None:
        """The deed of the sentence before; where that is about the same move, of the one before it."""
        for back in range(1, min(BACK, number) + 1):
            told = self._sentences[number - back]
            if not (len(told) > 1 and _is_move(told)):
                return self._deed(told)
        return None

    def _deed(self, tokens: Tokens) -> str | None:
        verb = main_verb(tokens)
        if verb is None or any(t.tag in FINITE for t in tokens[verb + 1 :]):
            return None
        noun = moves.of_verb(tokens[verb].lower) if tokens[verb].tag == "VBD" else None
        who, what = self._name(subject(tokens, verb)), _object(tokens, verb + 1)
        if noun is None or not who or not what:
            return None
        return f"{possessive(who)} {noun} {self._text[what[0].start : what[-1].end]}"

    def _name(self, who: Tokens) -> str | None:
        """A person without titles; anybody else in the text's words, where these are short and whole."""
        start = len(who)
        while start and who[start - 1].tag == "NNP":
            start -= 1
        place = self._cast.mention_at(Span(who[start].start, who[-1].end)) if start < len(who) else None
        entity = self._cast.entities[self._cast.mention(place)[1]] if place is not None else None
        if entity is not None and entity.named and entity.sort is Sort.PERSON:
            return entity.name
        if not who or any(t.tag in UNFIT for t in who):
            return None
        words = self._text[who[0].start : who[-1].end]
        return words[0].lower() + words[1:] if who[0].tag == "DT" else words


def _is_move(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is about "the move"."""
    if tokens[0].lower not in POINTS or tokens[1].lower not in moves.MOVES or min(tokens[0].start, tokens[1].start) < 0:
        return False
    return len(tokens) == len(("the", "move")) or (tokens[2].lower not in BEHIND and tokens[2].tag not in ("NN", "NNS"))


def _object(tokens: Tokens, at: int) -> Tokens:
    """The noun phrase behind a verb, as far as it goes."""
    end = at
    while end < len(tokens) and end - at < LONGEST:
        token = tokens[end]
        if token.tag in ENDS or token.lower in TIMES or (token.tag == "IN" and token.lower != "of"):
            break
        end += 1
    found = tokens[at:end]
    if any(t.tag in ("PRP", "PRP$", "WP", "EX") for t in found):
        return []
    return found if found and found[-1].tag in NOMINAL and end - at < LONGEST else []
