"""What is asked for in a clause whose verb has its base form: "recommended that the council *review* it", that it should."""

from dataclasses import replace

from claims.extraction.lexicon import frames as cues
from claims.extraction.standalone.clauses import has_finite, subject
from claims.extraction.standalone.cutting.cuts import Tokens, literal
from claims.extraction.standalone.frames.demanded import first_of_two
from claims.extraction.standalone.frames.told import AUXILIARIES, OPENS_OBJECT, Told, is_plural
from claims.extraction.standalone.tags import FINITE, SUBJECT_ENDS

SAME_FORM = frozenset(
    "set put cut shut let hit quit read spread".split()
)  # "recommends that the board *set* up a fund"
# Who does one of these tells what is to be done; who insists or rules may as well tell what is.
COMMANDING = frozenset("order orders ordered ordering direct directs directed directing".split())


def subjunctive(tokens: Tokens, told: Told) -> Tokens | None:
    """ "Proposed that wolves *be* shot": that they should be."""
    if told.denied or not (told.demands or told.by(cues.PROPOSING, cues.ORDERING)):
        return None
    found = _in_clause(tokens, told) if told.clause else None
    if found is not None:
        return found
    tokens = _with_base(tokens, told)
    at = next((i for i, t in enumerate(tokens) if i and t.lower in cues.STEPS | {"be"} and t.tag == "VB"), None)
    if at is None or tokens[at - 1].tag not in SUBJECT_ENDS:
        return None
    return None if has_finite(tokens[:at]) else [*tokens[:at], literal("should", "MD"), *tokens[at:]]


def asked_for(tokens: Tokens, verb: int, told: Told) -> Tokens | None:
    """ "Demanded that she *publish* it", where the verb was read as one of the present."""
    commanded = told.clause and told.by(cues.ORDERING) and not told.denied
    if not (told.demands or commanded) or tokens[verb].tag != "VBP":
        return None
    if not _is_bare(tokens, verb, asked=told.by(cues.ASKING) or (commanded and not told.by(COMMANDING))):
        return None
    return [*tokens[:verb], literal("should", "MD"), *tokens[verb:]]


def _in_clause(tokens: Tokens, told: Told) -> Tokens | None:
    """With "should" before the base form behind "that", also where the verb was read as a noun: "that the board *review* it and publish"."""
    at = _base_form(tokens)
    at = _like_a_noun(tokens) if at is None and not has_finite(tokens) else at
    if at is None:
        return None
    open_ = told.by(cues.ORDERING) and not told.by(COMMANDING) and not told.demands
    if open_ and tokens[at].tag != "VB":
        return None  # "insists that the firm *cut* 40 jobs": it may have
    if tokens[at - 1].tag.startswith("CC"):
        at = first_of_two(tokens, at)
        if tokens[at].tag == "VB":
            return None  # the first of the two was not found
    before = [replace(t, tag="NNS") if t.tag == "VBZ" else t for t in tokens[:at]]
    if before[-1].tag not in (*SUBJECT_ENDS, ",", "CD", "RB") or (open_ and is_plural(before)):
        return None  # "insists that voters *want* it"
    return [*before, literal("should", "MD"), replace(tokens[at], tag="VB"), *tokens[at + 1 :]]


def _base_form(tokens: Tokens) -> int | None:
    """Where the first verb of a clause stands, if it is no form of the present or past; a noun in -s may be taken for one before it."""
    for at in range(1, len(tokens)):
        if tokens[at].lower in SAME_FORM and tokens[at].tag in ("VBN", "VBD") and tokens[at - 1].tag in SUBJECT_ENDS:
            return at
        taken = tokens[at].tag == "VBZ" and at + 1 < len(tokens) and tokens[at + 1].tag == "VB"
        if tokens[at].tag in FINITE and not taken:
            return None
        if tokens[at].tag != "VB":
            continue
        before = at - 1
        while before and tokens[before].tag == "RB":
            before -= 1
        if tokens[before].tag in ("TO", "MD", "VB"):
            return None  # "that *to save* it, the club sell the ground"
        return before + 1 if before + 1 < at and tokens[before + 1].lower == "not" else at
    return None


def _like_a_noun(tokens: Tokens) -> int | None:
    """Where a verb stands that was read as a noun, for a clause has one: "ordered that the firm *pay* 3 million"."""
    last = len(tokens) - 1 - (tokens[-1].tag == ".")  # "demanded that the council *convene*"
    places = (i for i in range(1, len(tokens) - 1) if tokens[i].tag == "NN" and tokens[i + 1].tag in OPENS_OBJECT)
    at = next(places, last if last > 1 and tokens[last].tag == "NN" and tokens[0].tag == "DT" else None)
    return at if at is not None and tokens[at - 1].tag in SUBJECT_ENDS else None


def _with_base(tokens: Tokens, told: Told) -> Tokens:
    """With the verb that was taken for a noun behind whoever is to do it: "demanded that Lind *resign*"."""
    at = next((i for i, t in enumerate(tokens[:-1] or tokens) if t.lower in cues.STEPS), None)
    at = len(tokens) - 1 if at is None and tokens and tokens[-1].lower in cues.STEPS else at
    if not at or not told.demands or has_finite(tokens) or tokens[at - 1].tag not in SUBJECT_ENDS:
        return tokens
    return [*tokens[:at], replace(tokens[at], tag="VB"), *tokens[at + 1 :]]


def _is_bare(tokens: Tokens, verb: int, *, asked: bool) -> bool:
    """Whether a verb has its base form: "demanded that she *publish* it"; what is asked of several may be a question."""
    told = subject(tokens, verb)
    several = is_plural(told) or any(t.lower in ("they", "we", "you", "i") for t in told)
    return bool(told) and not (several and asked) and tokens[verb].lower not in AUXILIARIES
