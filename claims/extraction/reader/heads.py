"""The heads of the reader in numpy: small products over the encoder's states."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from claims.extraction.reader.values import Floats, Integers

ANCHORS = 3  # no anchor, with a cue, without one
Weights = dict[str, Floats]


@dataclass(frozen=True, slots=True, eq=False)
class Heads:
    """Linear maps by name, as the training wrote them."""

    weights: Weights

    @classmethod
    def load(cls, path: Path) -> "Heads":
        with np.load(path) as stored:
            return cls({name: stored[name].astype(np.float32) for name in stored.files})

    def _linear(self, name: str, states: Floats) -> Floats:
        made: Floats = states @ self.weights[name + ".weight"].T + self.weights[name + ".bias"]
        return made

    def split(self, tokens: Floats) -> tuple[Floats, Floats, Floats, Floats]:
        """The answers of the token heads: anchor logits, narrated logits, and the states that anchors and tokens are compared in."""
        width = self.weights["paired"].shape[1]
        anchor, narrated, here, _ = np.cumsum([ANCHORS, 1, width, width])
        return tokens[:, :anchor], tokens[:, anchor], tokens[:, narrated:here], tokens[:, here:]

    def parts(self, here: Floats, there: Floats, anchors: Integers) -> Floats:
        """For each anchor the chances of every token to be nothing, source, cue or content to it."""
        here = here[anchors]
        table = self.weights["distance.weight"]
        reach = len(table) // 2
        steps = np.clip(np.arange(len(there))[None, :] - anchors[:, None], -reach, reach) + reach
        plain = self._linear("plain", np.maximum(here[:, None] + there[None] + table[steps], 0))
        turned = np.einsum("ad,rde->are", np.tanh(here), self.weights["paired"])
        return softmax(plain + np.einsum("are,te->atr", turned, np.tanh(there)))

    def kinds(self, states: Floats, shares: Floats) -> Floats:
        """For each anchor the chances of its source's kinds; *shares* says how much each token is the source."""
        pooled = (shares @ states) / np.maximum(shares.sum(1, keepdims=True), 1e-6)
        return softmax(self._linear("kind", pooled))

    def judgements(self, vectors: Floats) -> Floats:
        """Factual, high, checkable, ClaimBuster's check-worthy, furniture: chances for each sentence vector."""
        return sigmoid(self._linear("judge", vectors))


def softmax(logits: Floats) -> Floats:
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    made: Floats = raised / raised.sum(-1, keepdims=True)
    return made


def sigmoid(logits: Floats) -> Floats:
    return (1 / (1 + np.exp(-np.clip(logits, -60, 60)))).astype(np.float32)
