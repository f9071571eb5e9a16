"""Train the reader on the shared data.

    python -m claims.extraction.training.train --data DATA --base MINILM --out FILE.pt

DATA holds ``newsdesk``, ``attribution`` and ``checkworthiness``; MINILM is the folder of the pretrained encoder.
"""

import argparse
import copy
import random
import sys
import time
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from claims.extraction.reader.segments import START, STOP, tokenizer
from claims.extraction.training import augment, corpus
from claims.extraction.training.corpus import Example
from claims.extraction.training.model import (
    Reader,
    batch,
    debate_loss,
    judgement_loss,
    rounded,
    statement_loss,
)

Row = dict[str, Any]
RATE, HEAD_RATE, LAYER_DECAY = 1.5e-4, 7e-4, 0.85
TOKENS_A_STEP = 1400
DEBATES_AN_EPOCH = 700  # sentences; a third of them positive; a few epochs see them all
OTHER_GENRES = 0.15  # of GUM's other genres in an epoch: interviews and biographies say things in other ways
SILVER_AN_EPOCH = 25  # articles: they are long, and must not outweigh those that people's guidelines annotated
EMA = 0.97
PARTS = 3  # of the loss: statements, sentences, debates
TOLD = 10  # every so many steps the loss is read, which waits for the device


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
    parser.add_argument("--device", default="cpu", help="cuda, where there is one: the same training in minutes")
    parser.add_argument("--minutes", type=float, help="train for so long, whatever number of epochs that makes")
    parser.add_argument("--workers", type=int, default=1, help="processes that draw the next epochs' variations")
    parser.add_argument("--tokens", type=int, default=TOKENS_A_STEP, help="of a step")
    chosen = parser.parse_args()
    torch.manual_seed(chosen.seed)
    torch.set_num_threads(chosen.threads)
    average = fit(chosen, random.Random(chosen.seed))
    torch.save(_plain(average), chosen.out)


def _plain(reader: Reader) -> dict[str, torch.Tensor]:
    return {name: value.cpu() for name, value in reader.state_dict().items()}


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
    reader = Reader(chosen.base).to(chosen.device)
    if chosen.start:
        reader.load_state_dict(torch.load(chosen.start, weights_only=True))
    average = copy.deepcopy(reader)
    debates = _debates(chosen.data / "checkworthiness/claimbuster_train.jsonl", words)
    optimizer = torch.optim.AdamW(_groups(reader), weight_decay=0.01)
    rates = [group["lr"] for group in optimizer.param_groups]
    began, step, total = 0.0, 0, 0
    for epoch, examples in enumerate(_epochs(chosen)):
        batches = list(_batches(examples, chance, chosen.tokens))
        total, began = total or len(batches) * chosen.epochs, began or time.monotonic()
        speech = _sample(debates, len(batches), chance)
        losses = [0.0] * PARTS
        reader.train()
        for group, said in zip(batches, speech, strict=True):
            done = (time.monotonic() - began) / (60 * chosen.minutes) if chosen.minutes else step / total
            if done >= 1:
                return average.eval()
            _set_rates(optimizer, rates, done)
            parts = _losses(reader, group, said)
            sum(parts).backward()  # type: ignore[union-attr]  # a sum of tensors, which starts at no number here
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            _follow(average, reader, min(EMA, (1 + step) / (10 + step)))
            step += 1
            if step % TOLD == 0:
                losses = [a + b.item() for a, b in zip(losses, parts, strict=True)]
        report = " ".join(f"{value * TOLD / len(batches):.3f}" for value in losses)
        sys.stderr.write(f"epoch {epoch} loss {report} {time.monotonic() - began:.0f}s\n")
        torch.save(_plain(average), chosen.out)
    return average.eval()


def _epochs(chosen: argparse.Namespace) -> Iterator[list[Example]]:
    """The examples of each epoch, drawn by other processes while this one learns from those before."""
    with ProcessPoolExecutor(chosen.workers, mp_context=get_context("spawn")) as workers:
        most = chosen.epochs if not chosen.minutes else sys.maxsize
        waiting = deque(workers.submit(drawn, chosen, epoch) for epoch in range(min(most, chosen.workers + 1)))
        following = len(waiting)
        while waiting:
            examples = waiting.popleft().result()
            if following < most:
                waiting.append(workers.submit(drawn, chosen, following))
                following += 1
            try:
                yield examples
            except GeneratorExit:
                workers.shutdown(wait=False, cancel_futures=True)
                raise


@cache
def _articles(data: Path, fold: str | None, silver: Path | None) -> tuple[list[Row], ...]:
    return (
        learnable(data / "newsdesk/train.jsonl", fold),
        corpus.rows(silver) if silver else [],
        corpus.rows(data / "attribution/wikinews_train.jsonl"),
        corpus.rows(data / "attribution/gum_other_train.jsonl"),
    )


def drawn(chosen: argparse.Namespace, epoch: int) -> list[Example]:
    """What one epoch learns from: the articles, each varied anew."""
    chance = random.Random(f"{chosen.seed} {epoch}")
    news, silver, gum, other = _articles(chosen.data, chosen.fold, chosen.silver)
    more = chance.sample(silver, min(len(silver), SILVER_AN_EPOCH))
    return list(_drawn([*news, *more], gum, other, tokenizer(chosen.base / "vocab.txt"), chance))


def _losses(reader: Reader, group: Sequence[Example], said: Sequence[tuple[list[int], int]]) -> list[torch.Tensor]:
    device = reader.judge.weight.device.type
    made = batch(group, device)
    with torch.autocast(device, torch.bfloat16):
        states = reader.states(made.ids, made.mask, made.guideline)
        spoken = debate_loss(reader, [ids for ids, _ in said], [label for _, label in said])
    return [
        statement_loss(reader, states, made),
        judgement_loss(reader, states, made),
        0.5 * spoken.float(),
    ]


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


def _batches(examples: Sequence[Example], chance: random.Random, tokens: int) -> Iterator[list[Example]]:
    """Segments of like length together, in random order."""
    buckets: dict[int, list[Example]] = {}
    for example in examples:
        buckets.setdefault(rounded(len(example.segment.ids)), []).append(example)
    batches = []
    for length, bucket in sorted(buckets.items()):
        chance.shuffle(bucket)
        size = max(1, tokens // length)
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
