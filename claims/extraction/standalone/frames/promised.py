"""Promises of a thing to somebody: "promised *parents 200 filters*" says that the source will give them so many."""

from claims.extraction.lexicon import frames as cues
from claims.extraction.standalone.clauses import has_finite
from claims.extraction.standalone.cutting.cuts import Tokens, literal
from claims.extraction.standalone.frames.told import Told, unquoted
from claims.extraction.standalone.tags import IN_NOUN_PHRASE

FEWEST = 3  # words: somebody, a number and a thing
TO_WHOM = frozenset(("DT", "JJ", "NN", "NNP", "PRP$"))  # before the last word of those who are promised something
LAST = frozenset(("NNS", "NNP"))
BRINGS_IN = frozenset(("a", "an", "no", "free", "more"))
SEVERAL = frozenset("people police staff".split())


def gift(tokens: Tokens, told: Told) -> Tokens | None:
    """What the source will give to whom; None where the words name one thing only."""
    core = unquoted(tokens)
    if not told.who or not told.by(cues.PROMISING_TO) or len(core) < FEWEST or has_finite(core):
        return None
    end = 0
    while end < len(core) and core[end].tag in TO_WHOM | LAST and core[end].lower not in BRINGS_IN:
        end += 1
    somebody = bool(end) and (core[end - 1].tag in LAST or core[end - 1].lower in SEVERAL)
    thing = core[end : end + 2]
    counted = len(thing) > 1 and (thing[0].tag == "CD" or thing[0].lower in BRINGS_IN)
    if not (somebody and counted) or thing[1].tag not in IN_NOUN_PHRASE:
        return None
    will = "will not give" if told.denied else "will give"
    return [*told.who, literal(will, "MD"), *tokens]
