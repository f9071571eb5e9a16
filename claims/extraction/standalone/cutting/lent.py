"""Subjects and auxiliaries that a clause lends to another, and verbs that only seem to be the main one."""

from itertools import pairwise

from claims.extraction.lexicon import bodies, heads, people
from claims.extraction.standalone.clauses import main_verb, subject
from claims.extraction.standalone.cutting.cuts import Tokens, literal
from claims.extraction.standalone.cutting.shared import DONE_TO
from claims.extraction.standalone.frames.told import agrees, is_plural
from claims.extraction.standalone.tags import FINITE

LONGEST_BODY = 4  # words
BE = frozenset(("was", "were", "had"))
SAME_FORM = frozenset(  # past forms that are participles too
    "held kept found made built shot caught taught sold bought brought sent paid lost left hit hurt".split()
)
OPENS_EITHER = frozenset("while when after before until since".split())  # a clause or a noun
OF_DEEDS = frozenset(
    "marking bringing raising prompting sparking triggering underscoring highlighting fuelling fueling stoking deepening capping".split()
)
NO_THINGS = bodies.GENERIC_BODIES | heads.CORPORATE_HEADS | people.ROLES | people.NAMELESS
OBJECTS = frozenset("him her them it".split())


def is_figure_then(before: Tokens) -> bool:
    """Whether a figure is that of a time which is told behind it: "higher than *the 22.4 percent* when he took over"."""
    last = before[-4:]
    return any(t.lower == "the" for t in last[:-1]) and any(t.tag == "CD" for t in last)


def is_in_apposition(tokens: Tokens, verb: int, owner: Tokens) -> bool:
    """Whether the verb read as the main one is a participle of what stands beside its subject: "Velm, a ship *licensed* for 90, left"."""
    end = next((i for i, t in enumerate(tokens) if t is owner[-1]), verb) + 1
    beside = tokens[end:verb]
    opened = len(beside) > 2 and beside[0].tag == "," and beside[1].tag == "DT"
    word = tokens[verb].lower
    participle = tokens[verb].tag == "VBD" and (word.endswith("ed") or word in SAME_FORM)
    return opened and participle and beside[-1].tag in ("NN", "NNS") and all(t.tag != "," for t in beside[1:])


def is_of_deed(tokens: Tokens, verb: int, at: int) -> bool:
    """Whether a participle tells what a deed came to: "giving *him* 54", "five people were stabbed, *marking* the latest attack"."""
    suffered = tokens[verb].lower in ("was", "were", "been") and any(
        t.tag == "VBN" for t in tokens[verb + 1 : verb + 3]
    )
    return tokens[at + 1].lower in OBJECTS or (suffered and tokens[at].lower in OF_DEEDS)


def tells_what_came(clause: Tokens) -> bool:
    """Whether a clause goes on with what the one before it came to: "it held 30, when they were counted, *making it* the fifth"."""
    return any(
        one.tag == "," and two.tag == "VBG" and three.lower in OBJECTS
        for one, two, three in zip(clause, clause[1:], clause[2:], strict=False)
    )


def share_by(left: Tokens, right: Tokens) -> bool:
    """Whether a noun without an article goes on with those by whom it was done: "a firm owned *by* the wife and | brother of Lind bought"."""
    verb = main_verb(left)
    done = verb is not None and left[verb].tag == "VBD" and left[verb].lower.endswith("ed")
    return done and [t.lower for t in left[(verb or 0) + 1 :][:1]] == ["by"] and bool(right) and right[0].tag == "NN"


def with_body(left: Tokens, clause: Tokens) -> Tokens:
    """The clause with the body for "it" that the main clause tells of: "*the state* broke the law when | it closed 34 polls".

    Only where it does something itself: what is done to "it" may be done to anything named before.
    """
    main, verb = main_verb(left), main_verb(clause)
    if main is not None and verb == 1 and clause[1].tag == "VBD" and (only := _only_one(left, main, clause[0].lower)):
        return [*only, *clause[1:]]
    it = clause[0].lower == "it" and verb == 1 and clause[1].tag == "VBD" and clause[1].lower not in BE
    told = subject(left, main) if it and main is not None else []
    plain = bool(told) and len(told) <= LONGEST_BODY and told[0].lower == "the" and told[-1].tag == "NN"
    if not plain or told[-1].lower not in heads.CORPORATE_HEADS:
        return clause
    others = [t for t in left[(main or 0) + 1 :] if t.tag == "NN" and t.lower in heads.CORPORATE_HEADS]
    return clause if others else [*told, *clause[1:]]


def with_thing(left: Tokens, first: int, right: Tokens, verb: int) -> Tokens:
    """The second clause with the thing for "it" of the first: "said *the fee* was high and that | it was agreed".

    Only what is done to a thing: what "it" does itself may be what the one who speaks does.
    """
    done = verb == 1 and right[0].lower == "it" and right[1].lower in ("was", "is") and right[2].tag in ("VBN", "RB")
    done = done and any(t.tag == "VBN" for t in right[2:4])
    told = subject(left, first) if done else []
    told = told[1:] if told and told[0].lower == "that" else told
    thing = bool(told) and len(told) <= LONGEST_BODY and told[0].tag in ("DT", "PRP$") and told[-1].tag == "NN"
    if not thing or told[-1].lower in NO_THINGS:
        return right
    return [*told, *right[1:]]


def _only_one(left: Tokens, main: int, pronoun: str) -> Tokens:
    """Whom the main clause is about, where nothing else in it may be "it" or "they": "*the Orla* was carrying 40 people when | it struck"."""
    told, others = subject(left, main), left[main + 1 :]
    if not told or told[0].lower != "the" or len(told) > LONGEST_BODY:
        return []
    if pronoun == "they":
        one = told[-1].tag == "NNS" and all(t.tag not in ("NNS", "NNP", "PRP") for t in others)
    else:
        counted = [t for i, t in enumerate(others) if t.tag == "NN" and others[i - 1].tag != "CD"]
        named = told[-1].tag == "NNP" and all(t.tag in ("NNP", "NN", "DT") for t in told)
        one = pronoun == "it" and named and not counted and all(t.tag not in ("NNP", "PRP") for t in others)
    return told if one else []


def with_auxiliary(left: Tokens, first: int, right: Tokens, verb: int) -> Tokens:
    """The second clause with the auxiliary that it leaves out: "the team was fined and its director | *was* banned for four years"."""
    passive = left[first].lower in ("was", "were") and [t.tag for t in left[first + 1 : first + 2]] == ["VBN"]
    participle = right[verb].tag == "VBD" and right[verb].lower.endswith("ed")
    behind = right[verb + 1] if verb + 1 < len(right) else None
    perfect = [t.lower for t in left[first : first + 2]] in (["have", "been"], ["has", "been"]) and participle
    if perfect and behind is not None and behind.tag in ("IN", "RB") and right[verb].lower in DONE_TO:
        been = (
            "have been" if is_plural(subject(right, verb)) else "has been"
        )  # "ten have been killed and 1,500 homes *destroyed*"
        return [*right[:verb], literal(been, "VBP"), *right[verb:]]
    if not passive or not participle or behind is None or behind.tag != "IN" or right[0].tag != "PRP$":
        return right
    told = subject(right, verb)
    was = "were" if told and told[-1].tag == "NNS" else "was"
    return [*right[:verb], literal(was, "VBD"), *right[verb:]]


def goes_back(clause: Tokens, verb: int) -> bool:
    """Whether a verb behind "and" is of another subject than the clause's, and so of the main one: "fell after *banks* failed and *is* near its low"."""
    told = subject(clause, verb)
    joined = (b for a, b in pairwise(clause[verb:]) if a.tag in ("CCv", "CCc") and b.tag in FINITE)
    return bool(told) and any(not agrees(told, second) for second in joined)
