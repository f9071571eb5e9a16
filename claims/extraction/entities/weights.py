"""The learnt weights of pronouns' antecedents, read once."""

import json

from claims.extraction.entities.antecedents import FEATURES
from claims.extraction.weights import FOLDER

_FILE = FOLDER / "antecedents.json"
_LEARNT: dict[str, dict[str, float]] = json.loads(_FILE.read_text())["weights"]
WEIGHTS = {name: tuple(row.get(feature, 0.0) for feature in FEATURES) for name, row in _LEARNT.items()}
