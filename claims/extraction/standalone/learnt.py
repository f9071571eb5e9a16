"""What a learnt judge makes of named features: the chance by a logistic regression whose weights lie in a file."""

import json
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def _weights(path: Path) -> dict[str, float]:
    stored: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return stored


def chance(path: Path, found: Mapping[str, float]) -> float:
    """The chance of what the judge in this file was taught to tell; features that it does not know count nothing."""
    weights = _weights(path)
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in found.items())))
