"""Which of the possible cuts of a sentence are made: a learnt judge that looks at the shape of both halves."""

import math
from collections.abc import Sequence

from claims.extraction.standalone import learnt
from claims.extraction.standalone.cutting.cuts import Split
from claims.extraction.standalone.tagging import Token
from claims.extraction.standalone.tags import FINITE
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
        size, figure, names, verbs, pronoun, quoted, modal = 0, False, 0, 0, False, False, False
        for token in part:  # one pass: half a million times for a long report
            tag = token.tag
            size += token.word[:1].isalnum()
            names += tag == "NNP"
            verbs += tag in FINITE
            figure, pronoun = figure or tag == "CD", pronoun or tag == "PRP"
            quoted, modal = quoted or tag == "Q", modal or tag == "MD"
        found[f"{name} length"] = math.log1p(size) - 2.3
        found[f"{name} length {kind[:6]}"] = math.log1p(size) - 2.3
        found[f"{name} short"] = float(size < 6)
        found[f"{name} figure"] = float(figure)
        found[f"{name} names"] = min(3, names) / 3
        found[f"{name} verbs"] = min(4, verbs) / 4
        found[f"{name} pronoun"] = float(pronoun)
        found[f"{name} quoted"] = float(quoted)
        found[f"{name} modal"] = float(modal)
    if found["left figure"] and found["new figure"]:
        found["figures both"] = 1.0
        found[f"figures both {kind[:6]}"] = 1.0
    verb = next((t.lower for t in new if t.tag in FINITE), "")
    found[f"verb={verb}"] = 1.0
    return found


def chance(found: dict[str, float]) -> float:
    """How likely a cut with these features is one that a careful reader makes."""
    return learnt.chance(WEIGHTS, found)
