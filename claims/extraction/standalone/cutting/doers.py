"""Whether who is told of is who did what a participle tells: not in "five babies fell ill, *prompting* the centre to close"."""

from itertools import pairwise

from claims.extraction.lexicon import people
from claims.extraction.lexicon.happenings import ACCIDENT, KINDS, NAMELESS
from claims.extraction.standalone.clauses import SUBORDINATORS, subject
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.tags import FINITE, RELATIVES

LED_TO = frozenset("prompting sparking triggering forcing leading meaning causing".split())
# What breaks, ends or fails does nothing by it: that it did so is what led to what the participle tells.
BREAKING = frozenset(
    "collapsed overturned capsized derailed sank sunk exploded burst tilted stalled crumbled expired lapsed".split()
)
BREAKING_WITH = {
    "broke": ("down", "up", "apart"), "broken": ("down", "up", "apart"), "caved": ("in",),
    "ran": ("out", "aground", "dry"), "run": ("out", "aground", "dry"), "gave": ("way",), "given": ("way",),
    "went": ("bankrupt", "down"), "fell": ("apart", "through"),
}  # fmt: skip
OWN = frozenset("owing having carrying containing holding losing leaving".split())  # of such a thing itself
# Which lead to things themselves.
HAPPENINGS = (
    frozenset().union(*KINDS) | ACCIDENT | NAMELESS | frozenset("case infection outbreak storm drought".split())
)
PEOPLE = people.GROUPS | frozenset(
    "babies children pupils students passengers people men women boys girls workers staff drivers fans players guests customers".split()
)


def is_of_happening(tokens: Tokens, verb: int, at: int) -> bool:
    """Whether what was done to people led to it, and not they."""
    if tokens[at + 1].lower == "resulting":
        return True  # "were hacked, *resulting* in leaks": nobody results in anything
    if _comes_of_breaking(tokens, verb, at):
        return True
    passive = tokens[verb].lower in ("was", "were") and any(t.tag == "VBN" for t in tokens[verb + 1 : verb + 4])
    if not passive or tokens[at + 1].lower not in LED_TO:
        return False
    told = subject(tokens, verb)
    return any(t.tag == "NNS" and t.lower in PEOPLE for t in told)


def _comes_of_breaking(tokens: Tokens, verb: int, at: int) -> bool:
    """Whether what a thing came to is what led on: "the bridge *caved in*, snapping a link"."""
    told = subject(tokens, verb)
    if any(t.lower.removesuffix("s") in HAPPENINGS for t in told):
        return False  # "the blaze spread, leading to three deaths"
    if tokens[at + 1].lower == "leading" and tokens[at + 2].lower == "to":
        return True
    if tokens[at + 1].lower in OWN:
        return False
    below = any(t.tag in RELATIVES or (t.tag == "IN" and t.lower in SUBORDINATORS) for t in tokens[verb:at])
    return any(_breaks(tokens, i) for i in range(verb, min(verb + 4, at) if below else at))


def _breaks(tokens: Tokens, at: int) -> bool:
    """Whether the verb there tells that a thing broke, ended or failed: "collapsed", "broke *down*"."""
    behind = {t.lower for t in tokens[at + 1 : at + 3]}
    if tokens[at].lower in BREAKING_WITH and not behind.isdisjoint(BREAKING_WITH[tokens[at].lower]):
        return True
    return tokens[at].lower in BREAKING and tokens[at].tag in ("VBD", "VBN")


def is_another_deed(tokens: Tokens, verb: int, at: int) -> bool:
    """Whether the participle may tell of another than the subject of the main verb: of who is told about, or of who was with it."""
    between = tokens[verb + 1 : at]
    told = any(b.tag in FINITE and a.tag in ("NNP", "PRP") for a, b in pairwise(between))
    told = told or any(a.tag == "PRP" and b.tag == "NNP" for a, b in pairwise(between))  # "told them Lind prepared"
    return told or any(a.tag == "," and b.lower == "with" for a, b in pairwise(between))
