"""Clauses that hold only on a condition which the sentence names once: "would close if …, and 300 would go", "unless A falls and B rises"."""

from claims.extraction.standalone.clauses import main_verb
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE

SUPPOSED = frozenset("would could might may will can should".split())
UNREAL = frozenset("would could might may".split())
# They open a condition wherever they open a clause.
ALWAYS = frozenset("if unless provided providing whether".split())
TIMING = frozenset("once until when".split())  # before what is not yet so, they do too
# Behind a bare comma another clause may go on below each of these: "when bells ring, doors stick, or lifts stop".
WHENEVER = ALWAYS | TIMING
OPENS = WHENEVER | frozenset("because although though while since after before that".split())
NO_OPENERS = frozenset(("DT", "RB", "PRP", "VBD"))  # "that" before a noun, "once" as an adverb


def are_on_one(left: Tokens, right: Tokens, joint: str) -> bool:
    """Whether what stands behind a joint only holds on the condition before it; *joint* is "comma", "apart" (by a comma) or "close"."""
    verb = main_verb(right)
    unreal = verb is not None and right[verb].lower in UNREAL
    if unreal and any(t.lower in ("if", "unless") for t in left):
        return True  # "would close if it lost, and 300 would go"
    return joint != "apart" and _is_below(left, listed=joint == "comma")


def _is_below(left: Tokens, *, listed: bool) -> bool:
    """Whether the words end with a clause on which what follows may hang: "is useless unless the count falls | and …"."""
    main = main_verb(left)
    if main is None:
        return False
    at = next((i for i in range(len(left) - 1, main, -1) if _opens(left, i, listed=listed)), None)
    if at is None or any(t.tag == "," for t in left[at:]):
        return False
    verb = next((t for t in left[at:] if t.tag in FINITE), None)
    if verb is None:
        return False
    return listed or left[at].lower in ALWAYS or is_not_yet(left[main], verb)


def _opens(left: Tokens, at: int, *, listed: bool) -> bool:
    """Whether a clause opens there, as behind "provided that", and not behind the "provided" of "provided relief"."""
    word = left[at].lower
    if word in ("provided", "providing"):
        return left[at + 1 : at + 2] != [] and (left[at + 1].lower == "that" or left[at].tag not in NO_OPENERS)
    return word in (OPENS if listed else WHENEVER) and left[at].tag not in NO_OPENERS


def is_not_yet(main: Token, below: Token) -> bool:
    """Whether a clause behind "once" or "when" names what has still to come: "would be safe once walls *were* built", "closes when it *is* full"."""
    return main.lower in SUPPOSED or (below.tag in ("MD", "VBZ", "VBP") and below.lower not in ("has", "have"))
