"""Train the reader on the shared data.

    python -m claims.extraction.training.train --data DATA --base MINILM --out FILE.pt

DATA holds ``newsdesk``, ``attribution`` and ``checkworthiness``; MINILM is the folder of the pretrained encoder.
"""

import argparse
import copy
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from claims.extraction.reader.segments import START, STOP, tokenizer
from claims.extraction.training import augment, corpus
from claims.extraction.training.corpus import Example
from claims.extraction.training.model import Reader, batch, debate_loss, judgement_loss, rounded, statement_loss

Row = dict[str, Any]
RATE, HEAD_RATE, LAYER_DECAY = 1.5e-4, 7e-4, 0.85
TOKENS_A_STEP = 1400
DEBATES_AN_EPOCH = 700  # sentences; a third of them positive; a few epochs see them all
OTHER_GENRES = 0.15  # of GUM's other genres in an epoch: interviews and biographies say things in other ways
SILVER_AN_EPOCH = 25  # articles: they are long, and must not outweigh those that people's guidelines annotated
EMA = 0.97


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument(
        "--fold", help="K/N: leave out every Nth newsdesk article from the Kth on, to calibrate on them"
    )
    parser.add_argument("--start", type=Path, help="weights to begin from: runs from one start may be averaged")
    parser.add_argument("--silver", type=Path, help="more newsdesk rows, annotated by an earlier reader")
    chosen = parser.parse_args()
    torch.manual_seed(chosen.seed)
    torch.set_num_threads(chosen.threads)
    average = fit(chosen, random.Random(chosen.seed))
    torch.save(average.state_dict(), chosen.out)


def learnable(path: Path, fold: str | None) -> list[Row]:
    """The articles, less those of the fold that is kept for calibration."""
    rows = corpus.rows(path)
    if not fold:
        return rows
    kept, every = map(int, fold.split("/"))
    return [row for index, row in enumerate(rows) if index % every != kept]


def fit(chosen: argparse.Namespace, chance: random.Random) -> Reader:
    """The running average of the weights of the reader in training; it is better than where the training ends."""
    words = tokenizer(chosen.base / "vocab.txt")
    reader = Reader(chosen.base)
    if chosen.start:
        reader.load_state_dict(torch.load(chosen.start, weights_only=True))
    average = copy.deepcopy(reader)
    news = learnable(chosen.data / "newsdesk/train.jsonl", chosen.fold)
    silver = corpus.rows(chosen.silver) if chosen.silver else []
    gum = corpus.rows(chosen.data / "attribution/wikinews_train.jsonl")
    other = corpus.rows(chosen.data / "attribution/gum_other_train.jsonl")
    debates = _debates(chosen.data / "checkworthiness/claimbuster_train.jsonl", words)
    optimizer = torch.optim.AdamW(_groups(reader), weight_decay=0.01)
    rates = [group["lr"] for group in optimizer.param_groups]
    began, step, total = time.monotonic(), 0, 0
    for epoch in range(chosen.epochs):
        drawn = news + chance.sample(silver, min(len(silver), SILVER_AN_EPOCH))
        examples = list(_drawn(drawn, gum, other, words, chance))
        batches = list(_batches(examples, chance))
        total = total or len(batches) * chosen.epochs
        speech = _sample(debates, len(batches), chance)
        losses = [0.0, 0.0, 0.0]
        reader.train()
        for group, said in zip(batches, speech, strict=True):
            _set_rates(optimizer, rates, step / total)
            parts = _losses(reader, group, said)
            sum(parts).backward()  # type: ignore[union-attr]  # a sum of tensors, which starts at no number here
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            _follow(average, reader, min(EMA, (1 + step) / (10 + step)))
            step += 1
            losses = [a + b.item() for a, b in zip(losses, parts, strict=True)]
        report = " ".join(f"{value / len(batches):.3f}" for value in losses)
        sys.stderr.write(f"epoch {epoch} loss {report} {time.monotonic() - began:.0f}s\n")
        torch.save(average.state_dict(), chosen.out)
    return average.eval()


def _losses(reader: Reader, group: Sequence[Example], said: Sequence[tuple[list[int], int]]) -> list[torch.Tensor]:
    made = batch(group)
    with torch.autocast("cpu", torch.bfloat16):
        states = reader.states(made.ids, made.mask, made.guideline)
        spoken = debate_loss(reader, [ids for ids, _ in said], [label for _, label in said])
    return [statement_loss(reader, states, made), judgement_loss(reader, states, made), 0.5 * spoken.float()]


def _groups(reader: Reader) -> list[dict[str, Any]]:
    """Lower layers know language already and learn slower; new heads learn fast."""
    layers = list(reader.encoder.encoder.layer)
    groups = [{"params": [p for n, p in reader.named_parameters() if not n.startswith("encoder.")], "lr": HEAD_RATE}]
    for depth, layer in enumerate(reversed(layers)):
        groups.append({"params": list(layer.parameters()), "lr": RATE * LAYER_DECAY**depth})
    below = [p for p in reader.encoder.embeddings.parameters() if p.requires_grad]
    return [*groups, {"params": below, "lr": RATE * LAYER_DECAY ** len(layers)}]


def _set_rates(optimizer: torch.optim.Optimizer, rates: Sequence[float], done: float) -> None:
    warm = 0.06
    factor = done / warm if done < warm else (1 - done) / (1 - warm)
    for group, rate in zip(optimizer.param_groups, rates, strict=True):
        group["lr"] = rate * max(factor, 0.01)


@torch.no_grad()
def _follow(average: Reader, reader: Reader, keep: float) -> None:
    for mine, theirs in zip(average.parameters(), reader.parameters(), strict=True):
        if theirs.requires_grad:
            mine.lerp_(theirs, 1 - keep)


def _drawn(
    news: Sequence[Row], gum: Sequence[Row], other: Sequence[Row], words: Tokenizer, chance: random.Random
) -> Iterator[Example]:
    for row in news:
        yield from corpus.examples(augment.vary(row, chance), words, 0, chance.randint(110, 192))
    for row in gum:
        yield from corpus.examples(augment.restyle_quotes(row, chance), words, 1, chance.randint(110, 192))
    for row in chance.sample(list(other), int(len(other) * OTHER_GENRES)):
        for example in corpus.examples(row, words, 1, 192):
            if example.anchors or chance.random() < 0.2:
                yield example


def _batches(examples: Sequence[Example], chance: random.Random) -> Iterator[list[Example]]:
    """Segments of like length together, in random order."""
    buckets: dict[int, list[Example]] = {}
    for example in examples:
        buckets.setdefault(rounded(len(example.segment.ids)), []).append(example)
    batches = []
    for length, bucket in sorted(buckets.items()):
        chance.shuffle(bucket)
        size = max(1, TOKENS_A_STEP // length)
        batches += [bucket[start : start + size] for start in range(0, len(bucket), size)]
    chance.shuffle(batches)
    yield from batches


def _debates(path: Path, words: Tokenizer) -> dict[int, list[list[int]]]:
    rows = corpus.rows(path)
    pieces = words.encode_batch([row["text"] for row in rows], add_special_tokens=False)
    found: dict[int, list[list[int]]] = {0: [], 1: []}
    for row, piece in zip(rows, pieces, strict=True):
        found[row["label"]].append([START, *piece.ids[:62], STOP])
    return found


def _sample(
    debates: dict[int, list[list[int]]], steps: int, chance: random.Random
) -> Iterator[list[tuple[list[int], int]]]:
    size = max(3, DEBATES_AN_EPOCH // steps)
    for _ in range(steps):
        labels = [int(index % 3 == 0) for index in range(size)]
        yield [(chance.choice(debates[label]), label) for label in labels]


if __name__ == "__main__":
    main()
