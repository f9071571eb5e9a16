"""How likely a claim is misread or misworded: a learnt judge that looks at the shape of its words, its cuts and what was put into it.

A claim that is more likely wrong than right is to be read with care, one that is very likely wrong waits for a person. Learnt from claims that readers judged one by one
(`training/confidence.py`); it knows shapes only, no names and no topics.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from claims.extraction.standalone import learnt
from claims.extraction.standalone.clauses import main_verb, subject
from claims.extraction.standalone.contents import Part
from claims.extraction.standalone.cutting.cuts import GAP, Tokens
from claims.extraction.standalone.tags import FINITE
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
    tokens = made.tokens
    verb = main_verb(tokens)
    names = [*_of_ends(tokens), *_of_verb(tokens, verb), *_of_cuts(made), *_of_put(made), *_of_statement(statement)]
    for one, two in pairwise(tokens):  # where two words meet that do not in the text
        if two.start != one.end and one.start >= 0 and two.start >= 0 and not 0 <= two.start - one.end <= GAP:
            names += ["joint", f"joint {one.tag} {two.tag}"]
    size = commas = marks = finite = 0
    for token in tokens:
        size += token.word[:1].isalnum()
        commas += token.tag == ","
        marks += token.tag == "Q"
        finite += token.tag in FINITE
        if token.start < 0:
            names.append(f"added {token.lower}")
        if token.lower in TELLING:
            names.append(f"has {token.lower}")
    names += [f"finite {min(4, finite)}", "marks even" if marks % 2 == 0 else "mark half open"]
    found = dict.fromkeys(names, 1.0)
    found |= {
        "bias": 1.0,
        "beside": min(made.beside, 4) / 4,
        "score": statement.score,
        "length": math.log1p(size) - 2.7,
    }
    found |= {"short": float(size < 6), "long": float(size > 30), "very long": float(size > 45)}
    found |= {"verb at": min(verb or 0, 20) / 10, "commas": min(5, commas) / 5, "quoted": float(marks > 0)}
    found["put length"] = max((len(words) for _, words in made.put), default=0) / 40
    return found


def _of_ends(tokens: Tokens) -> list[str]:
    """The first and last words."""
    first, last = tokens[0], tokens[-1]
    ends = [f"first {first.tag}", f"last {last.tag}"]
    if len(tokens) > 1:
        ends += [f"first {first.tag} {tokens[1].tag}", f"last {tokens[-2].tag} {last.tag}"]
    # names and topics tell nothing of other articles
    return ends if first.tag in NOUNS else [*ends, f"first word {first.lower}"]


def _of_verb(tokens: Tokens, verb: int | None) -> list[str]:
    """The main verb, what stands before it, and whether it has a subject."""
    if verb is None:
        return ["no main verb"]
    before = f"before verb {tokens[verb - 1].tag}" if verb else "verb first"
    told = [] if subject(tokens, verb) else ["no subject"]
    return [f"verb {tokens[verb].tag}", f"verb {tokens[verb].lower}", before, *told]


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


def chance(found: dict[str, float]) -> float:
    """How likely a claim with these features is of the wrong source, untrue to the article or no whole sentence."""
    return learnt.chance(WEIGHTS, found)
