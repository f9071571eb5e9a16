"""Cuts between a whole and those of its parts that are named or counted: "four people, including a child", "of whom two died"."""

from collections.abc import Iterator
from itertools import pairwise

from claims.extraction.standalone.clauses import has_finite, main_verb, noun_phrase_before, subject
from claims.extraction.standalone.cutting.cuts import Split, Tokens, inside_quotes, literal, trimmed
from claims.extraction.standalone.tags import BEGINS_OBJECT, FINITE, NOUNS, VERBS

BEING = frozenset(
    "be been is are was were being become became remain remained include includes included has have had".split()
)
ABOUT = frozenset("over about around nearly almost than more fewer less at least most up to some only".split())
DENYING = frozenset("no not n't never none nobody neither nor without few little hardly except".split())


def including(tokens: Tokens) -> Iterator[Split]:
    """What is done to several is done to each: "killed four people, including a child" killed a child."""
    verb = main_verb(tokens)
    if verb is None or not subject(tokens, verb):
        return
    for at in range(verb + 2, len(tokens) - 1):
        if tokens[at].lower != "including" or inside_quotes(tokens)[at]:
            continue
        end = at - (tokens[at - 1].tag == ",")
        start = _with_figure_words(tokens, noun_phrase_before(tokens, end))
        body = trimmed(tokens[at + 1 :])
        if body and _is_object(tokens, verb, start, end) and _names_parts(body):
            body, tail = _with_tail(body)
            left = [*trimmed(tokens[:at]), *tail]
            right = [*tokens[:start], *_counted(body, tokens[start:end]), *tail]
            yield Split("including", at, left, right)
        return


def _with_tail(body: Tokens) -> tuple[Tokens, Tokens]:
    """The parts, and what closes behind their comma and holds for all: "including nine children, *during protests in Velm*"."""
    commas = [i for i, t in enumerate(body) if t.tag == ","]
    closed = len(commas) == 1 and commas[0] + 2 < len(body) and body[commas[0] + 1].tag == "IN"
    return (body[: commas[0]], body[commas[0] + 1 :]) if closed else (body, [])


def _with_figure_words(tokens: Tokens, start: int) -> int:
    """Where a noun phrase begins with "at least" or "more than" before its figure."""
    while start > 1 and tokens[start - 1].lower in ABOUT and tokens[start - 1].tag not in VERBS:
        start -= 1
    return start


def _is_object(tokens: Tokens, verb: int, start: int, end: int) -> bool:
    """Whether several stand right behind a verb that is said of each of them: not "is", and not "has no"."""
    if not verb < start < end or tokens[start - 1].tag not in VERBS or _describes(tokens, start - 1):
        return False
    there = any(t.tag == "EX" for t in tokens[:verb])
    if (tokens[start - 1].lower in BEING and not there) or any(t.lower in DENYING for t in tokens[:end]):
        return False
    head = tokens[start:end]
    if head[0].tag not in ("CD", "DT") and any(t.lower == "of" for t in head):
        return False  # "found guilty of several crimes, including theft"
    several = any(t.tag in ("NNS", "CD") for t in head) and head[-1].tag in ("NNS", "NN", "CD")
    listed = sum(t.tag == "CD" for t in tokens[end:]) > 1 and any(t.tag == "," for t in tokens[end + 1 :])
    return several and not listed and not has_finite(tokens[end:])


def _describes(tokens: Tokens, at: int) -> bool:
    """Whether a participle only describes the noun behind it: "cut 9 million in previously *approved* grants, including …"."""
    before = next((t for t in reversed(tokens[:at]) if t.tag != "RB"), None)
    return tokens[at].tag == "VBN" and before is not None and before.tag in ("IN", "DT", "JJ", "PRP$", "POS", "CD")


def _names_parts(body: Tokens) -> bool:
    """Whether a noun opens the words: "including waiving the fee" names a deed, "including in Velm" a place."""
    goes_on = any(  # "killed three, including a child, and injured ten"
        t.tag in ("CCv", "CCc") or (t.tag == "CCo" and after.tag == "VBN") for t, after in pairwise(body)
    )
    return body[0].tag in BEGINS_OBJECT and any(t.tag in (*NOUNS, "CD") for t in body) and not goes_on


def _counted(body: Tokens, whole: Tokens) -> Tokens:
    """With the noun that a figure borrows from those before: "more cases, including 165 *cases* in one day"."""
    bare = body[0].tag == "CD" and (len(body) == 1 or body[1].tag == "IN") and body[1:2] != []
    noun = next((t for t in reversed(whole) if t.tag == "NNS"), None)
    if not bare or noun is None or body[1].lower == "of":
        return body
    return [body[0], literal(noun.lower, "NNS"), *body[1:]]


def of_which(tokens: Tokens) -> Iterator[Split]:
    """What is told of some of them: "36 soldiers, of whom two have died"."""
    for at in range(3, len(tokens) - 4):
        if tokens[at].lower != "of" or tokens[at + 1].lower not in ("which", "whom") or tokens[at - 1].tag != ",":
            continue
        head = tokens[noun_phrase_before(tokens, at - 1) : at - 1]
        body = trimmed(tokens[at + 2 :])
        verb = next((i for i, t in enumerate(body) if t.tag in FINITE), None)
        noun = next((t for t in reversed(head) if t.tag == "NNS"), None)
        if not verb or verb > len(("at", "least", "three", "more", "patients")) or main_verb(tokens[:at]) is None:
            return
        if body[verb - 1].tag == "NNS":
            yield Split("of which", at, trimmed(tokens[: at - 1]), body)
        elif noun is not None and all(t.tag in ("CD", "RB", "DT", "IN", "JJ") for t in body[:verb]):
            told = [*body[:verb], literal("of the", "IN"), literal(noun.lower, "NNS"), *body[verb:]]
            yield Split("of which", at, trimmed(tokens[: at - 1]), told)
        return
