"""What somebody is told to have said beside: "said it was late, that it had snowed and that trains stood" are three things."""

from itertools import pairwise

from claims.extraction.lexicon.clauses import TAKEN_UP
from claims.extraction.standalone.clauses import main_verb, subject
from claims.extraction.standalone.cutting import dated, lent
from claims.extraction.standalone.cutting.cuts import Tokens, date_lead, inside_quotes, trimmed
from claims.extraction.standalone.frames.told import agrees
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE, IN_NOUN_PHRASE, NOUNS, RELATIVES

JOINING = frozenset(("and", "but", "yet"))
FEWEST_WORDS = 3  # of what was said: "he said that it could, but that …" answers a question, and says nothing alone
POINTING = frozenset("same very alone too latest last first new old".split())  # "and that same night", "and that alone"
ANEW = ("DT", "PRP", "PRP$", "EX", "NNP")  # a subject begins behind a phrase that no comma closes
# A clause begins with one of these behind "that", which points at none of them.
OPENS = frozenset(("PRP", "PRP$", "DT", "EX", "NNS", "NNP", "CD"))


def apart(tokens: Tokens) -> list[Tokens]:
    """The clauses that "and that" parts; the words alone where it parts none."""
    if not any(t.lower == "that" for t in tokens[2:]):
        return [tokens]
    quoted = inside_quotes(tokens)
    joints = [i for i in range(2, len(tokens) - 2) if tokens[i].lower == "that" and not quoted[i]]
    last = max((i for i in joints if _is_joined(tokens, i)), default=0)
    parts: list[Tokens] = []
    start, lead = 0, Tokens()
    for at in joints:
        listed = tokens[at - 1].tag == "," and at < last
        left = trimmed(tokens[start : at - 1])
        if (listed or _is_joined(tokens, at)) and _is_said(left) and _opens_another(tokens, at):
            parts.append([*lead, *left])
            lead = _day(left, tokens[at + 1 :])
            start = at + 1
    parts.append([*lead, *tokens[start:]])
    parts = [parts[0], *(_with_thing(before, part) for before, part in pairwise(parts))]
    return [part for part in parts if len(part) >= FEWEST_WORDS] if start else [tokens]


def _with_thing(before: Tokens, part: Tokens) -> Tokens:
    """The clause with the thing of the one before it for its "it"."""
    first, verb = main_verb(before), main_verb(part)
    return part if first is None or verb is None else lent.with_thing(before, first, part, verb)


def _is_joined(tokens: Tokens, at: int) -> bool:
    return tokens[at - 1].tag.startswith("CC") and tokens[at - 1].lower in JOINING


def _day(left: Tokens, right: Tokens) -> Tokens:
    """The day that leads the clause before, if it holds for the next one too."""
    verb = main_verb(left)
    if verb is None or right[0].tag in ("IN", "RB") or dated.is_of_other_time(left[verb], right):
        return []
    return date_lead(left, verb) or dated.leading(left)


def _is_said(left: Tokens) -> bool:
    """Whether a whole clause stands before the joint, and none below it: "said Lind *told her that* it fell | and that …", "was *sure that*"."""
    if any(one.lower == "that" and one.tag == "IN" and two.tag not in FINITE for one, two in pairwise(left)):
        return False
    verb = main_verb(left)
    if verb is None:  # "men who came as guests *read* a ruling": "as" took the verb for its own
        return sum(t.tag in FINITE for t in left) > sum(t.tag in RELATIVES for t in left) > 0
    return bool(subject(left, verb))


def _opens_another(tokens: Tokens, at: int) -> bool:
    """Whether "that" opens another clause, and points at nothing that was named before."""
    right = tokens[at + 1 :]
    first = right[0]
    if first.tag == "VBZ":  # "that *losses* at two mills had grown": a noun of several
        return right[1].tag in ("IN", "VBD", "MD") and main_verb(right[1:]) is not None
    verb = main_verb(right)
    told = subject(right, verb) if verb else []
    if not told or first.tag in FINITE or first.lower in POINTING:
        return False
    if first.tag == "IN":
        return _leads_in(told, right[verb or 0])
    if first.tag in OPENS or first.tag == "RB":
        return True
    end = next((i for i, t in enumerate(told) if t.tag not in IN_NOUN_PHRASE), len(told))
    head = next((t for t in reversed(told[:end]) if t.tag in NOUNS or t.tag == "VBG"), None)
    if head is None:
        return told[0].tag == "JJ"  # "that fewer than a third had"
    taken_up = head is told[0] and head.lower in TAKEN_UP
    return head.tag == "NNS" or not (taken_up or any(t.lower == head.lower for t in tokens[:at]))


def _leads_in(told: Tokens, verb: Token) -> bool:
    """Whether a subject stands behind a phrase that leads in: "that *without aid* the mill will close", but not "that for many is enough"."""
    noun = next((i for i, t in enumerate(told) if t.tag in (*NOUNS, "CD", "VBG", "VB") and i), len(told))
    anew = any(t.tag in ANEW for t in told[noun + 1 :])
    several = told[-1].tag == "NNS" and agrees(told[-1:], verb)
    return anew or (several and len(told) > noun + 1)
