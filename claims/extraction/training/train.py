"""Train the reader on the shared data.

    python -m claims.extraction.training.train --data DATA --base MINILM --out FILE.pt

DATA holds ``newsdesk``, ``attribution`` and ``checkworthiness``; MINILM is the folder of the pretrained encoder. With ``--larger`` it is MPNet's, and
the reader that comes out is a teacher for others (``--teachers``).
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
from claims.extraction.training import corpus, distil
from claims.extraction.training.corpus import Example
from claims.extraction.training.epochs import VOCABULARY, epochs
from claims.extraction.training.model import (
    Reader,
    Teacher,
    batch,
    debate_logits,
    debate_loss,
    furniture_loss,
    judgement_loss,
    rounded,
    statement_loss,
)

Row = dict[str, Any]
HEAD_RATE = 7e-4
TOKENS_A_STEP = 1400
DEBATES_AN_EPOCH = 700  # sentences; a third of them positive; a few epochs see them all
EMA = 0.97
GOLD_BESIDE_TEACHERS = 0.5  # how much the gold counts beside what teachers answer
PARTS = 4  # of the loss: statements, sentences, debates, furniture
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
    parser.add_argument("--more", type=Path, help="our annotations of newsdesk's unlabelled articles")
    parser.add_argument("--marked", type=Path, nargs="*", default=[], help="our own articles, marked in the line")
    parser.add_argument("--larger", action="store_true", help="train a teacher; --base is MPNet's folder")
    parser.add_argument(
        "--teachers", type=Path, nargs="*", default=[], help="what --larger wrote: learn from those as well"
    )
    parser.add_argument("--teachers-base", type=Path, help="MPNet's folder")
    parser.add_argument("--unlabelled", type=Path, nargs="*", default=[], help="rows of text, for teachers to speak of")
    parser.add_argument("--furniture", action="store_true", help="learn what is none of an article, too")
    parser.add_argument("--faster", type=float, default=1.0, help="times the usual rates")
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


def fit(chosen: argparse.Namespace, chance: random.Random) -> Reader:
    """The running average of the weights of the reader in training; it is better than where the training ends."""
    words = tokenizer(VOCABULARY)
    reader = (Teacher if chosen.larger else Reader)(chosen.base).to(chosen.device)
    teachers = [_teacher(chosen, path).to(chosen.device) for path in chosen.teachers]
    if chosen.start:
        reader.load_state_dict(torch.load(chosen.start, weights_only=True))
    average = copy.deepcopy(reader)
    debates = _debates(chosen.data / "checkworthiness/claimbuster_train.jsonl", words)
    optimizer = torch.optim.AdamW(_groups(reader, chosen.faster), weight_decay=0.01, fused=chosen.device != "cpu")
    rates = [group["lr"] for group in optimizer.param_groups]
    began, step, total = 0.0, 0, 0
    for epoch, examples in enumerate(epochs(chosen)):
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
            parts = _losses(reader, group, said, teachers)
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


def _teacher(chosen: argparse.Namespace, trained: Path) -> Reader:
    """A larger reader, or one of the same size: several small ones together know more than each."""
    state = torch.load(trained, weights_only=True)
    teacher = Teacher(chosen.teachers_base) if "asked.weight" in state else Reader(chosen.base)
    teacher.load_state_dict(state)
    return teacher.eval().requires_grad_(requires_grad=False)


def _losses(
    reader: Reader, group: Sequence[Example], said: Sequence[tuple[list[int], int]], teachers: Sequence[Reader]
) -> list[torch.Tensor]:
    device = reader.judge.weight.device.type
    made = batch(group, device)
    sentences, labels = [ids for ids, _ in said], [label for _, label in said]
    with torch.autocast(device, torch.bfloat16):
        states = reader.states(made.ids, made.mask, made.guideline)
        spoken = debate_logits(reader, sentences)
    losses = [
        statement_loss(reader, states, made),
        judgement_loss(reader, states, made),
        0.5 * debate_loss(spoken.float(), labels),
        furniture_loss(reader, states, made),
    ]
    if teachers:
        losses = [*(GOLD_BESIDE_TEACHERS * loss for loss in losses[:-1]), losses[-1]]
        losses[0] = losses[0] + distil.learnt(reader, states, made, distil.asked(teachers, made))
        losses[2] = losses[2] + 0.5 * distil.debates(spoken, teachers, sentences)
    return losses


def _groups(reader: Reader, faster: float) -> list[dict[str, Any]]:
    """Lower layers know language already and learn slower; new heads learn fast."""
    rate = reader.rate * faster
    layers = list(reader.encoder.encoder.layer)
    parts = [("heads", [p for n, p in reader.named_parameters() if not n.startswith("encoder.")], HEAD_RATE * faster)]
    parts += [
        (str(depth), list(layer.parameters()), rate * reader.layer_decay**depth)
        for depth, layer in enumerate(reversed(layers))
    ]
    above = {id(parameter) for _, parameters, _ in parts for parameter in parameters}
    below = [p for p in reader.parameters() if p.requires_grad and id(p) not in above]
    parts.append(("below", below, rate * reader.layer_decay ** len(layers)))
    return [{"name": name, "params": parameters, "lr": lr} for name, parameters, lr in parts]


def _set_rates(optimizer: torch.optim.Optimizer, rates: Sequence[float], done: float) -> None:
    warm = 0.06
    factor = done / warm if done < warm else (1 - done) / (1 - warm)
    for group, rate in zip(optimizer.param_groups, rates, strict=True):
        group["lr"] = rate * max(factor, 0.01)


@torch.no_grad()
def _follow(average: Reader, reader: Reader, keep: float) -> None:
    pairs = [(a, b) for a, b in zip(average.parameters(), reader.parameters(), strict=True) if b.requires_grad]
    torch._foreach_lerp_([mine for mine, _ in pairs], [theirs for _, theirs in pairs], 1 - keep)  # one kernel for all


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
