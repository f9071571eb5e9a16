""" "We have no drought" as "there is no drought", where nobody knows whom a speaker means by "we" and nobody owns the thing."""

from collections.abc import Sequence

from claims.extraction.lexicon.pointing import OF_NOBODY, WEATHER
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.pronouns.speaker import Speaker
from claims.extraction.standalone.tagging import Token

DOES = {"do": "have", "did": "had"}  # before "not have": in which tense it is
IS = {("have", False): "is", ("have", True): "are", ("had", False): "was", ("had", True): "were"}
IN_PHRASE = frozenset(("DT", "JJ", "CD", "NN", "NNS", "RB"))
NOT = frozenset(("not", "n't", "n’t"))


def change(tokens: Sequence[Token], who: Speaker) -> Change | None:
    """The first "we have" of a speaker without a body, where what "we" have is simply there."""
    if who.side or who.plural:
        return None
    at = next((i for i, t in enumerate(tokens) if t.lower == "we" and t.start >= 0), None)
    if at is None:
        return None
    end, negated = at + 1, False
    said = tokens[end].lower if end < len(tokens) else ""
    if said in DOES and end + 2 < len(tokens) and tokens[end + 1].lower in NOT and tokens[end + 2].lower == "have":
        said, end, negated = DOES[said], end + 2, True
    if said not in ("have", "had"):
        return None
    several = _is_there(tokens, end + 1)
    if several is None or any(t.start < 0 for t in tokens[at : end + 1]):
        return None
    words = f"there {IS[said, several]}{' not' * negated}"
    return Change(tokens[at].start, tokens[end].end, words)


def _is_there(tokens: Sequence[Token], start: int) -> bool | None:
    """Whether several things are named that nobody owns; None where somebody may own them."""
    end = start
    while end < len(tokens) and tokens[end].tag in IN_PHRASE:
        end += 1
    if end == start or tokens[end - 1].tag not in ("NN", "NNS"):
        return None
    weather = any(t.lower in WEATHER for t in tokens[start : end - 1])
    fits = tokens[end - 1].lower in OF_NOBODY or weather
    return tokens[end - 1].tag == "NNS" if fits else None
