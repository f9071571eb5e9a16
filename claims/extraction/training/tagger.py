"""Train the part-of-speech tagger of standalone claims on silver tags that a parser gave.

    python -m claims.extraction.training.tagger SILVER.jsonl

A line of SILVER holds ``part`` and ``rows``: word, offset, tag of the Penn treebank ("CCc", "CCv", "CCo" for
conjunctions of clauses, verb phrases, anything smaller). Lines of part "dev" are only scored.
"""

import json
import sys
from pathlib import Path

import numpy as np
import torch

from claims.extraction.standalone.tag_features import context, looks, surface
from claims.extraction.standalone.tagging import TAGS, WEIGHTS

SIZE = 1 << 15  # rows of each table; a prime number of features share a row without harm
COARSE = {
    "NNPS": "NNP", "JJR": "JJ", "JJS": "JJ", "RBR": "RB", "RBS": "RB", "PDT": "DT", "WP$": "WDT",
    "-LRB-": ":", "-RRB-": ":", "HYPH": ":", "NFP": ":", "``": "Q", "''": "Q", "$": "CD", "SYM": ":",
    "FW": "NN", "LS": "CD", "ADD": "NNP", "AFX": "JJ", "XX": "NN", "CC": "CCo", "#": "CD", "_SP": "NN",
}  # fmt: skip


def read(path: Path) -> dict[bool, tuple[list[str], list[int]]]:
    """Words and tag numbers, of training (False) and of dev (True)."""
    found: dict[bool, tuple[list[str], list[int]]] = {False: ([], []), True: ([], [])}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        words, tags = found[row["part"] == "dev"]
        for word, _, tag, *_ in row["rows"]:
            words.append(word)
            tags.append(TAGS.index(COARSE.get(tag, tag)))
        words += ["", "", ""]
        tags += [-1, -1, -1]
    return found


def fit(features: np.ndarray, tags: np.ndarray, seed: int) -> np.ndarray:
    """A table of weights: one row for each feature number, one column for each tag."""
    torch.manual_seed(seed)
    known = tags >= 0
    x = torch.from_numpy((features[known] % SIZE).astype(np.int64))
    y = torch.from_numpy(tags[known])
    table = torch.nn.EmbeddingBag(SIZE, len(TAGS), mode="sum", sparse=True)
    torch.nn.init.zeros_(table.weight)
    rate = 0.05
    best = torch.optim.Adagrad(table.parameters(), lr=rate)
    for _ in range(5):
        for rows in torch.randperm(len(y)).split(64):
            best.zero_grad()
            torch.nn.functional.cross_entropy(table(x[rows]), y[rows]).backward()
            best.step()
    return table.weight.detach().numpy()


def folded(features: np.ndarray, tags: np.ndarray) -> np.ndarray:
    """First guesses for the training words by tables that have not seen them."""
    guess = np.zeros(len(tags), dtype=np.int64)
    part = (np.arange(len(tags)) // 5000) % 3
    for fold in range(3):
        table = fit(features[part != fold], tags[part != fold], fold)
        guess[part == fold] = table[features[part == fold] % SIZE].sum(axis=1).argmax(axis=1)
    return guess


def main() -> None:
    """Train both passes, print the share of right tags on dev, store the weights."""
    parts = read(Path(sys.argv[1]))
    words, tags = parts[False][0], np.array(parts[False][1])
    look = looks(words)
    plain = surface(look)
    first = fit(plain, tags, 7)
    full = np.concatenate([plain, context(look, folded(plain, tags))], axis=1)
    second = fit(full, tags, 8)
    dev_look, dev_tags = looks(parts[True][0]), np.array(parts[True][1])
    dev_plain = surface(dev_look)
    guess = first[dev_plain % SIZE].sum(axis=1).argmax(axis=1)
    dev_full = np.concatenate([dev_plain, context(dev_look, guess)], axis=1)
    final = second[dev_full % SIZE].sum(axis=1).argmax(axis=1)
    known = dev_tags >= 0
    print("first", (guess == dev_tags)[known].mean(), "second", (final == dev_tags)[known].mean())
    for number, name in enumerate(TAGS):
        gold, got = dev_tags == number, (final == number) & known
        if gold.any():
            print(
                name,
                gold.sum(),
                "recall",
                (gold & got).sum() / gold.sum(),
                "precision",
                (gold & got).sum() / max(1, got.sum()),
            )
    store = {}
    for name, table in (("first", first), ("second", second)):
        scale = np.abs(table).max() / 127
        store[name] = np.round(table / scale).astype(np.int8)
        store[name + "_scale"] = np.float32(scale)
    np.savez_compressed(WEIGHTS, **store)


if __name__ == "__main__":
    main()
