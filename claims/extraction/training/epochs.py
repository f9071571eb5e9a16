"""What each epoch of the reader's training learns from: the articles, each varied anew, drawn by other processes."""

import argparse
import random
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from claims.extraction.reader.segments import tokenizer
from claims.extraction.training import augment, corpus, furniture
from claims.extraction.training.corpus import Example
from claims.extraction.training.furniture_texts import Text, gathered, is_held
from claims.extraction.weights import FOLDER

Row = dict[str, Any]
VOCABULARY = FOLDER / "vocab.txt"
OTHER_GENRES = 0.15  # of GUM's other genres in an epoch: interviews and biographies say things in other ways
MARKED_AN_EPOCH = 0.7  # of our own articles: newsdesk's must not drown
UNLABELLED_AN_EPOCH = 0.15  # of the texts that only teachers speak of
FURNITURE_AN_EPOCH = 150  # texts of articles among furniture
PLAIN_SEGMENTS = 0.15  # of those segments that hold none of it


def epochs(chosen: argparse.Namespace) -> Iterator[list[Example]]:
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


def drawn(chosen: argparse.Namespace, epoch: int) -> list[Example]:
    """What one epoch learns from: the articles, each varied anew."""
    chance = random.Random(f"{chosen.seed} {epoch}")
    words = tokenizer(VOCABULARY)
    news, gum, other = _articles(chosen.data, chosen.fold)
    own, plain = _texts(tuple(chosen.marked), tuple(chosen.unlabelled))
    further = _further(chosen.data, chosen.more)
    own = chance.sample(own, int(len(own) * MARKED_AN_EPOCH))
    few = chance.sample(plain, int(len(plain) * UNLABELLED_AN_EPOCH))
    segments = [segment for row in few for segment in corpus.unlabelled(_restyled(row, chance), words)]
    if chosen.furniture:
        among = _among_furniture(chosen.data)
        segments += [
            segment
            for text in chance.sample(among, min(len(among), FURNITURE_AN_EPOCH))
            for segment in furniture.segments(text, words, chance)
            if any(segment.furniture.values()) or chance.random() < PLAIN_SEGMENTS
        ]
    return [*_drawn([*news, *further, *own], gum, other, words, chance), *segments]


@cache
def _among_furniture(data: Path) -> list[Text]:
    return [text for text in gathered(data, random.Random(11)) if not is_held(text.group)]


def learnable(path: Path, fold: str | None) -> list[Row]:
    """The articles, less those of the fold that is kept for calibration."""
    rows = corpus.rows(path)
    if not fold:
        return rows
    kept, every = map(int, fold.split("/"))
    return [row for index, row in enumerate(rows) if index % every != kept]


@cache
def _articles(data: Path, fold: str | None) -> tuple[list[Row], ...]:
    return (
        learnable(data / "newsdesk/train.jsonl", fold),
        corpus.rows(data / "attribution/wikinews_train.jsonl"),
        corpus.rows(data / "attribution/gum_other_train.jsonl"),
    )


@cache
def _texts(marked: tuple[Path, ...], unlabelled: tuple[Path, ...]) -> tuple[list[Row], list[Row]]:
    return (
        [row for path in marked for row in corpus.marked_rows(path)],
        [{"text": row["text"], "title": row.get("title")} for path in unlabelled for row in corpus.rows(path)],
    )


@cache
def _further(data: Path, annotations: Path | None) -> list[Row]:
    return list(corpus.more_rows(data / "newsdesk/unlabelled.jsonl", annotations)) if annotations else []


def _restyled(row: Row, chance: random.Random) -> Row:
    return augment.restyle_quotes(row | {"attributions": []}, chance)


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
