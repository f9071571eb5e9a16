"""Whether who is told of is who did what a participle tells: not in "five babies fell ill, *prompting* the centre to close"."""

from itertools import pairwise

from claims.extraction.lexicon import people
from claims.extraction.standalone.clauses import FINITE, subject
from claims.extraction.standalone.cutting.cuts import Tokens

LED_TO = frozenset("prompting sparking triggering forcing leading meaning causing".split())
PEOPLE = people.GROUPS | frozenset(
    "babies children pupils students passengers people men women boys girls workers staff drivers fans players guests customers".split()
)


def is_of_happening(tokens: Tokens, verb: int, at: int) -> bool:
    """Whether what was done to people led to it, and not they."""
    if tokens[at + 1].lower == "resulting":
        return True  # "were hacked, *resulting* in leaks": nobody results in anything
    passive = tokens[verb].lower in ("was", "were") and any(t.tag == "VBN" for t in tokens[verb + 1 : verb + 4])
    if not passive or tokens[at + 1].lower not in LED_TO:
        return False
    told = subject(tokens, verb)
    return any(t.tag == "NNS" and t.lower in PEOPLE for t in told)


def is_another_deed(tokens: Tokens, verb: int, at: int) -> bool:
    """Whether the participle may tell of another than the subject of the main verb: of who is told about, or of who was with it."""
    between = tokens[verb + 1 : at]
    told = any(b.tag in FINITE and a.tag in ("NNP", "PRP") for a, b in pairwise(between))
    told = told or any(a.tag == "PRP" and b.tag == "NNP" for a, b in pairwise(between))  # "told them Lind prepared"
    return told or any(a.tag == "," and b.lower == "with" for a, b in pairwise(between))
