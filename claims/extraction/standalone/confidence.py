"""How likely a claim is misread or misworded: a learnt judge that looks at the shape of its words, its cuts and what was put into it.

A claim that is more likely wrong than right is to be read with care, one that is very likely wrong waits for a person. Learnt from claims that readers judged one by one
(`training/confidence.py`); it knows shapes only, no names and no topics.
"""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from claims.extraction.standalone.clauses import FINITE, main_verb, subject
from claims.extraction.standalone.contents import Part
from claims.extraction.standalone.cutting.cuts import GAP, Tokens
from claims.extraction.types import Statement
from claims.extraction.weights import FOLDER

WEIGHTS = FOLDER / "confidence.json"
MOST = 0.5  # chance of being wrong from which a claim is to be read with care
HELD = 0.85  # … from which it waits; lower ones hold back claims of newsdesk dev that its gold has, at 0.8 three of 250
CAUTION = "It is more likely misread than not: compare it with the article."
DOUBT = "It is very likely misread: compare it with the article."
NOUNS = frozenset(("NNP", "NN", "NNS", "JJ", "CD"))
# What was put in for another word, by that word.
PRONOUNS = {
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), "we"),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), "I"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs"), "they"),
    **dict.fromkeys(("he", "him", "his", "she", "her", "hers"), "he"),
}
# Words and marks at which cuts and readings go wrong.
TELLING = frozenset(
    "if when once unless provided that and or but who which respectively both as than because while where with : ( – —".split()
)


@dataclass(frozen=True, slots=True)
class Worded:
    """One claim as it is printed: its words, the tokens and sentence part they come from, its cuts, and what was put in for what."""

    words: str
    tokens: Tokens
    part: Part
    cuts: tuple[str, ...]
    put: tuple[tuple[str, str], ...]
    beside: int  # propositions of its statement


def doubts(made: Worded, statement: Statement) -> tuple[str | None, str | None]:
    """Why this claim should wait for a person, and why it should be read with care, if either."""
    likely = chance(features(made, statement))
    return (DOUBT, None) if likely > HELD else (None, CAUTION if likely > MOST else None)


def features(made: Worded, statement: Statement) -> dict[str, float]:
    """What the judge looks at."""
    found = {"bias": 1.0, "beside": min(made.beside, 4) / 4}
    for name in _of_shape(made.tokens):
        found[name] = 1.0
    found |= _of_sizes(made)
    for name in (*_of_cuts(made), *_of_put(made), *_of_statement(statement)):
        found[name] = 1.0
    found["score"] = statement.score
    return found


def _of_shape(tokens: Tokens) -> Iterator[str]:
    """The first and last words, the verb and its subject, and where words were left out or put in."""
    yield f"first {tokens[0].tag}"
    if tokens[0].tag not in NOUNS:  # names and topics tell nothing of other articles
        yield f"first word {tokens[0].lower}"
    yield f"first {' '.join(t.tag for t in tokens[:2])}"
    yield f"last {tokens[-1].tag}"
    yield f"last {' '.join(t.tag for t in tokens[-2:])}"
    yield from _of_verbs(tokens)
    yield from _of_joints(tokens)
    yield from (f"added {t.lower}" for t in tokens if t.start < 0)
    yield from (f"has {t.lower}" for t in tokens if t.lower in TELLING)
    yield "marks even" if sum(t.tag == "Q" for t in tokens) % 2 == 0 else "mark half open"


def _of_verbs(tokens: Tokens) -> Iterator[str]:
    verb = main_verb(tokens)
    yield f"finite {min(4, sum(t.tag in FINITE for t in tokens))}"
    if verb is None:
        yield "no main verb"
        return
    yield f"verb {tokens[verb].tag}"
    yield f"verb {tokens[verb].lower}"
    yield f"before verb {tokens[verb - 1].tag}" if verb else "verb first"
    if not subject(tokens, verb):
        yield "no subject"


def _of_joints(tokens: Tokens) -> Iterator[str]:
    """Where two words meet that do not in the text."""
    for one, two in pairwise(tokens):
        if one.start >= 0 and two.start >= 0 and (two.start - one.end > GAP or two.start < one.end):
            yield "joint"
            yield f"joint {one.tag} {two.tag}"


def _of_sizes(made: Worded) -> dict[str, float]:
    size = sum(t.word[:1].isalnum() for t in made.tokens)
    verb = main_verb(made.tokens) or 0
    return {
        "length": math.log1p(size) - 2.7,
        "short": float(size < 6),
        "long": float(size > 30),
        "very long": float(size > 45),
        "verb at": min(verb, 20) / 10,
        "commas": min(5, sum(t.tag == "," for t in made.tokens)) / 5,
        "quoted": float(any(t.tag == "Q" for t in made.tokens)),
        "put length": max((len(words) for _, words in made.put), default=0) / 40,
    }


def _of_cuts(made: Worded) -> Iterator[str]:
    yield f"cuts {min(3, len(made.cuts))}"
    for kind in made.cuts:
        yield f"cut {kind}"


def _of_put(made: Worded) -> Iterator[str]:
    """What was put in: the kind of what stood there, and whether a name stands there now."""
    for stood, words in made.put:
        if stood.lower() == words.lower():
            continue
        kind = PRONOUNS.get(stood.lower().strip()) or (
            "the" if stood.lower().startswith("the ") else "name" if stood[:1].isupper() else "other"
        )
        yield f"put {kind}"
        yield f"put {kind} {'name' if words[:1].isupper() else 'noun'}"


def _of_statement(statement: Statement) -> Iterator[str]:
    name = statement.source_name
    yield f"form {statement.form.name}"
    yield f"kind {statement.source_kind}"
    if statement.attributed:
        yield "no name" if name is None else "name small" if name[:1].islower() else "name"
    if statement.negative:
        yield "denied"
    if statement.chain:
        yield "relayed"
    if len(statement.source) > 1 or len(statement.content) > 1:
        yield f"spans {min(2, len(statement.source))} {min(3, len(statement.content))}"


@cache
def _weights() -> dict[str, float]:
    stored: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return stored


def chance(found: dict[str, float]) -> float:
    """How likely a claim with these features is of the wrong source, untrue to the article or no whole sentence."""
    weights = _weights()
    total = sum(weights.get(name, 0.0) * value for name, value in found.items())
    return 1 / (1 + math.exp(-total))
