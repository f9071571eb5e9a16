"""Which propositions of a statement become claims: all that can be checked, and one at least, so that none is lost."""

import math
from collections.abc import Sequence

from claims.extraction.lexicon import worth
from claims.extraction.standalone import learnt
from claims.extraction.standalone.pronouns.speaker import PLURAL, SINGULAR
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE
from claims.extraction.types import Form, Statement
from claims.extraction.weights import FOLDER

WEIGHTS = FOLDER / "keeping.json"
# Below this chance of saying something checkable (chosen on newsdesk dev) a proposition is left to the other claims.
LEAST = 0.26
MEASURES = frozenset("% percent per million billion trillion".split())


def features(tokens: Sequence[Token], statement: Statement, place: int, many: int) -> dict[str, float]:
    """What tells talk from fact: figures, names, tense, person, and words of feeling."""
    words = [t.lower for t in tokens]
    bag = set(words)
    tags = {t.tag for t in tokens}
    real = [t for t in tokens if t.word[:1].isalnum()]
    quoted = "quoted " if statement.form is Form.DIRECT else "reported " if statement.attributed else ""
    verb = next((t for t in tokens if t.tag in FINITE), None)
    made = {
        "bias": 1.0,
        f"form {statement.form}": 1.0,
        "length": math.log1p(len(real)) - 2.3,
        quoted + "length": math.log1p(len(real)) - 2.3,
        "very short": float(len(real) < 5),
        "figure": float("CD" in tags),
        quoted + "figure": float("CD" in tags),
        "names": min(3, sum(t.tag == "NNP" for t in real)) / 3,
        quoted + "names": min(3, sum(t.tag == "NNP" for t in real)) / 3,
        "no verb": float(verb is None),
        f"verb {verb.tag if verb else 'none'}": 1.0,
        f"{quoted}verb {verb.tag if verb else 'none'}": 1.0,
        f"first {tokens[0].tag}": 1.0,
        "I": float(bool(SINGULAR & bag)),
        "we": float(bool(PLURAL & bag)),
        "you": float(bool({"you", "your"} & bag)),
        "this": float(words[0] in ("this", "that", "it", "these", "those", "they")),
        "question": float("?" in words),
        "exclamation": float("!" in words),
        "later": float(place > 0),
        "many": min(many, 5) / 5,
        "negation": float(bool({"not", "n't", "no", "never"} & bag)),
    }
    for name, lexicon in (
        ("opinion", worth.OPINION), ("demand", worth.DEMANDS), ("prediction", worth.PREDICTIONS), ("harm", worth.HARM),
        ("comparison", worth.COMPARISONS), ("cause", worth.CAUSES), ("stakes", worth.STAKES), ("routine", worth.ROUTINE),
    ):  # fmt: skip
        made[name] = float(bool(lexicon & bag))
        made[quoted + name] = float(bool(lexicon & bag))
    return made


def chance(found: dict[str, float]) -> float:
    """How likely a proposition with these features says something that can be checked."""
    return learnt.chance(WEIGHTS, found)


def kept(propositions: Sequence[Sequence[Token]], statement: Statement) -> list[int]:
    """The places of the propositions that become claims, in order; the likeliest one always does, of those with a verb if any has one."""
    if len(propositions) < 2:
        return list(range(len(propositions)))
    chances = [chance(features(p, statement, i, len(propositions))) for i, p in enumerate(propositions)]
    told = [any(t.tag in FINITE for t in p) for p in propositions]
    best = max(range(len(chances)), key=lambda i: (told[i], chances[i], -i))
    return [i for i, likely in enumerate(chances) if likely >= LEAST or i == best or _measures(propositions[i])]


def _measures(tokens: Sequence[Token]) -> bool:
    """Whether a share, a sum or a great number is told, which somebody has on record: "wages are up 6 per cent"."""
    units = any(t.lower in MEASURES or t.word[:1] in "$£€" for t in tokens)
    return units and any(t.tag == "CD" for t in tokens)
