"""Words at the front of a content that say nothing alone: "However,", "I think that", "NEW DELHI:"."""

from claims.extraction.lexicon.frames import ALWAYS_OPENERS, OPENERS_BEFORE_COMMA, WRAPPERS
from claims.extraction.standalone.clauses import main_verb
from claims.extraction.standalone.cutting.cuts import Tokens

LONGEST_PLACE = 8  # words of a place or a heading before a colon
LONGEST_TOWN = 2  # words of one: "New Delhi"
SHORTEST_PLACE = 4  # letters of its longest word
FEWEST_WORDS = 2  # one word says nothing


def without_openers(tokens: Tokens, *, attributed: bool, opens: bool = False) -> Tokens:
    """Without "However," and, from a speaker's mouth, "I think that"; without "BENGALURU:"."""
    if not attributed:
        tokens = tokens[_place_before_colon(tokens, opens=opens) :]
    while (many := _opener(tokens, attributed=attributed)) and len(tokens) > many + FEWEST_WORDS:
        tokens = tokens[many:]
    return tokens


def _place_before_colon(tokens: Tokens, *, opens: bool = False) -> int:
    """How many words of a place or a sign in capitals stand before a colon at the front: "NEW DELHI: The court …", "BREAKING: …"; or "New Delhi:", where the article opens."""
    colon = next((i for i, t in enumerate(tokens[: LONGEST_PLACE + 1]) if t.word == ":"), 0)
    filed = opens and 0 < colon <= LONGEST_TOWN and all(t.word[:1].isupper() for t in tokens[:colon])
    capitals = filed or all(t.word.isupper() or t.word in "-,." for t in tokens[:colon])
    capitals = capitals and max((len(t.word) for t in tokens[:colon]), default=0) >= SHORTEST_PLACE
    return colon + 1 if capitals and colon and main_verb(tokens[colon + 1 :]) is not None else 0


def _opener(tokens: Tokens, *, attributed: bool) -> int:
    """How many words at the front mean nothing alone, the comma behind them included."""
    low = tuple(t.lower for t in tokens[:8])
    for opener in (*OPENERS_BEFORE_COMMA, *ALWAYS_OPENERS, *(WRAPPERS if attributed else ())):
        many = len(opener)
        if low[:many] != opener:
            continue
        if low[many : many + 1] in (("'s",), ("’s",)):
            continue  # "I think *that's* a lie"
        if opener in WRAPPERS and tokens[many : many + 1] and tokens[many].tag in ("RB", "WP", "WRB"):
            continue  # "we know *full well what* it is about", "I know *who* did it"
        comma = low[many : many + 1] == (",",)
        if comma or opener not in OPENERS_BEFORE_COMMA:
            return many + comma
    return 0
