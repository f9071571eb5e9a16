"""Lists of verbs and of clauses, which are parted at every joint or at none: "studied law, hated it, and left"."""

from collections.abc import Sequence

from claims.extraction.lexicon.participles import DESCRIBING
from claims.extraction.standalone.clauses import SUBORDINATORS, main_verb, subject
from claims.extraction.standalone.cutting import shared
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE, RELATIVES

ONE_WORD = ("VBD", "VBZ", "VBP")
ENDING = ("and", "but")
# What a court suspends is the sentence, and never who gets it: "was jailed for a year, suspended for two, and banned".
PUT_OFF = frozenset(("suspended", "deferred"))
SENTENCES = frozenset("sentence term jail prison imprisonment custody order year years month months week weeks".split())


def ends_clauses(tokens: Tokens, offered: Sequence[int], at: int) -> bool:
    """Whether a joint ends a list of clauses that was not parted at its commas: "he came, there was tea, | and they left"."""
    for comma in offered:
        between = tokens[comma + 1 : at]
        verb = main_verb(between) if comma < at else None
        if verb and subject(between, verb):
            return True
    return False


def comma_of_verbs(tokens: Tokens, verb: int, at: int) -> int | None:
    """The first comma before *at* behind which a verb goes on in the form of the main one, or of that of a clause below it."""
    forms = {tokens[verb].tag}
    for i in range(verb + 1, at):
        if tokens[i].tag in FINITE:
            forms.add(tokens[i].tag)
        if tokens[i].tag != ",":
            continue
        behind = next((t for t in tokens[i + 1 : at] if t.tag != "RB"), None)
        described = behind is not None and (behind.lower in DESCRIBING or _is_put_off(tokens, i, behind))
        if behind is None or described:
            continue  # "hired Lind, *based* in Velm, and left"
        if (behind.tag in ONE_WORD and behind.tag in forms) or ("VBD" in forms and _has_object(tokens, behind)):
            return i
        if _is_done_to(behind) and shared.is_passive(tokens, verb):
            return i
    return None


def _is_put_off(tokens: Tokens, comma: int, deed: Token) -> bool:
    """Whether a sentence is suspended, which stands right before the comma."""
    return deed.lower in PUT_OFF and tokens[comma - 1].lower in SENTENCES


def _has_object(tokens: Tokens, deed: Token) -> bool:
    """Whether what was read as a participle is done to something: "tore down wires, *flooded three streets* and left"."""
    at = next(i for i, t in enumerate(tokens) if t is deed) + 1
    return deed.tag == "VBN" and at < len(tokens) and tokens[at].tag in ("CD", "DT", "PRP$", "PRP")


def is_of_main_verb(tokens: Tokens, verb: int, comma: int) -> bool:
    """Whether nothing below the main verb could have the second one: "a storm *that* tore down wires, ripped roofs off and left …"."""
    return not any(
        t.tag in RELATIVES or t.tag in FINITE or (t.tag == "IN" and t.lower in SUBORDINATORS)
        for t in tokens[verb + 1 : comma]
    )


def opens_verbs(tokens: Tokens, verb: int, at: int, second: Token) -> bool:
    """Whether a comma stands between two of a list of verbs that "and" closes: "studied law, | hated it, and left"."""
    if not is_of_main_verb(tokens, verb, at) or _is_put_off(tokens, at, second):
        return False
    suffered = shared.is_passive(tokens, verb) and _is_done_to(second)  # "was arrested twice, | fined once and jailed"
    if not suffered and (second.tag != tokens[verb].tag or second.tag not in ONE_WORD):
        return False
    if tokens[at + 1].lower == "then":
        return True  # "signed in May, then pulled out"
    joints = (i for i in range(at + 2, len(tokens) - 1) if tokens[i].tag[:2] == "CC" and tokens[i].lower in ENDING)
    last = [next((t for t in tokens[i + 1 :] if t.tag != "RB"), second) for i in joints]
    return any(_is_done_to(t) if suffered else t.tag in FINITE for t in last)


def _is_done_to(deed: Token) -> bool:
    return deed.tag in ("VBN", "VBD") and deed.lower in shared.DONE_TO
