"""Which of the possible cuts of a sentence are made: a learnt judge that looks at the shape of both halves."""

import math
from collections.abc import Sequence

from claims.extraction.standalone import learnt
from claims.extraction.standalone.clauses import FINITE
from claims.extraction.standalone.cutting.cuts import Split
from claims.extraction.standalone.tagging import Token
from claims.extraction.weights import FOLDER

WEIGHTS = FOLDER / "splits.json"


def features(tokens: Sequence[Token], split: Split, *, attributed: bool) -> dict[str, float]:
    """What the judge looks at: the kind of cut, the size of the halves, figures, names and verbs in each."""
    left, right = split.left, split.right
    kind = split.kind
    new = [t for t in right if t.start >= 0 and t.start > tokens[split.at].start]
    found = {
        "bias": 1.0,
        f"kind={kind}": 1.0,
        f"word={kind[:6]} {tokens[split.at].lower}": 1.0,
        f"first={kind[:6]} {new[0].tag if new else ''}": 1.0,
        f"first word={new[0].lower if new else ''}": 1.0,
        f"attributed={attributed} {kind[:6]}": 1.0,
        f"comma={tokens[split.at - 1].tag == ','} {kind[:6]}": 1.0,
    }
    for name, part in (("left", left), ("new", new), ("right", right), ("whole", tokens)):
        size = sum(t.word[:1].isalnum() for t in part)
        found[f"{name} length"] = math.log1p(size) - 2.3
        found[f"{name} length {kind[:6]}"] = math.log1p(size) - 2.3
        found[f"{name} short"] = float(size < 6)
        found[f"{name} figure"] = float(any(t.tag == "CD" for t in part))
        found[f"{name} names"] = min(3, sum(t.tag == "NNP" for t in part)) / 3
        found[f"{name} verbs"] = min(4, sum(t.tag in FINITE for t in part)) / 4
        found[f"{name} pronoun"] = float(any(t.tag == "PRP" for t in part))
        found[f"{name} quoted"] = float(any(t.tag == "Q" for t in part))
        found[f"{name} modal"] = float(any(t.tag == "MD" for t in part))
    if found["left figure"] and found["new figure"]:
        found["figures both"] = 1.0
        found[f"figures both {kind[:6]}"] = 1.0
    verb = next((t.lower for t in new if t.tag in FINITE), "")
    found[f"verb={verb}"] = 1.0
    return found


def chance(found: dict[str, float]) -> float:
    """How likely a cut with these features is one that a careful reader makes."""
    return learnt.chance(WEIGHTS, found)
