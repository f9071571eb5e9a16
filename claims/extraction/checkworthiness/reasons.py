"""Why a claim is worth its score, in words that a reviewer sees."""

from collections.abc import Mapping, Sequence

from claims.extraction.checkworthiness import features
from claims.extraction.types import SourceKind, Statement

MOST = 4  # reasons that a reviewer reads at a glance
LOW = 0.35  # below this a claim needs the reasons that speak against it

# Feature and reason, the weightiest first.
FOR: Sequence[tuple[str, str]] = (
    ("cue accuses", "accuses somebody"),
    ("cause", "assigns a cause or responsibility"),
    ("harm", "speaks of harm or wrongdoing"),
    ("comparison", "compares or claims a record"),
    ("cue finds", "rests on a finding or report"),
    ("cue denies", "contested: somebody denies it"),
    ("stakes", "concerns power, law or public money"),
)
AGAINST: Sequence[tuple[str, str]] = (
    ("prediction", "prediction: not checkable yet"),
    ("demand", "demand: not a matter of fact"),
    ("opinion", "opinion or value"),
    ("question", "a question"),
)


def of(text: str, found: Mapping[str, float], statement: Statement | None, score: float) -> tuple[str, ...]:
    """The reasons for a score, those for a check first; a low score begins with what speaks against one."""
    given = [reason for name, reason in FOR if found.get(name)]
    numbers = features.figures(text) if found.get("figure") else []
    if numbers:
        given.insert(0, "gives a figure: " + ", ".join(dict.fromkeys(numbers[:3])))
    if statement is not None and statement.source_kind is SourceKind.ANONYMOUS:
        given.append("rests on an unnamed source")
    against = [reason for name, reason in AGAINST if found.get(name)]
    if found.get("only dates") and not numbers:
        against.append("routine: a date or place")
    elif not given and not against:
        against.append("routine or background")
    if score < LOW:
        return tuple([*against, *given][:MOST])
    return tuple([*given, *(a for a in against if not a.startswith("routine"))][:MOST]) or tuple(against[:1])
