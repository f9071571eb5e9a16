"""What is denied in a roundabout way: "dismissed as “lies” a report *that 40 had died*", "rejects claims *it was late* as absurd"."""

from claims.extraction.lexicon import frames as cues
from claims.extraction.lexicon.clauses import TAKEN_UP
from claims.extraction.standalone.clauses import has_finite
from claims.extraction.standalone.cutting.cuts import Tokens, inside_quotes
from claims.extraction.standalone.frames.told import Told
from claims.extraction.standalone.tags import FINITE

CALLED = frozenset(("IN", "JJ", "RB", "Q", "NN", "NNS", "DT", "VBN", "VBD", "VBG", "CCo"))  # in what it is dismissed as
MOST_CALLED = 7  # words with their marks
BEFORE = frozenset(("DT", "JJ", "PRP$", "NN", "NNP", "POS", "CD", "VBN"))  # between its article and the noun
MOST_BEFORE = 4


def clause(tokens: Tokens, told: Told) -> Tokens:
    """The clause that somebody is told to have denied, without "a report that" and without what he calls it."""
    if not (told.denied and told.by(cues.DENYING, cues.DISPUTING)):
        return tokens
    for noun in range(min(len(tokens) - 2, MOST_CALLED + MOST_BEFORE)):
        if tokens[noun].lower.removesuffix("s") not in TAKEN_UP or not _leads_only(tokens[:noun]):
            continue
        after = tokens[noun + 1]
        if after.lower == "that" or after.tag in ("PRP", "NNP", "DT"):
            found = _without_name(tokens[noun + 1 + (after.lower == "that") :])
            if has_finite(found) and found[0].tag not in FINITE:
                return found
    return tokens


def _leads_only(before: Tokens) -> bool:
    """Whether nothing stands before the noun but its article and, before that, what it is dismissed as."""
    article = next((i for i, t in enumerate(before) if t.tag in ("DT", "PRP$")), 0)
    called, rest = before[:article], before[article:]
    if len(rest) > MOST_BEFORE or any(t.tag not in BEFORE for t in rest):
        return False
    return all(t.tag in CALLED or quoted for t, quoted in zip(called, inside_quotes(called), strict=True))


def _without_name(tokens: Tokens) -> Tokens:
    """Without a last 'as “absurd”'."""
    at = next((i for i in range(len(tokens) - 2, 1, -1) if tokens[i].lower == "as"), None)
    name = tokens[at + 1 :] if at else []
    plain = bool(name) and len(name) <= MOST_CALLED and all(t.tag in CALLED or t.tag == "." for t in name)
    return tokens[:at] if plain and name[0].tag in ("JJ", "Q", "RB", "VBN") and has_finite(tokens[:at]) else tokens
