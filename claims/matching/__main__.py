"""``python -m claims.matching pairs FILE.jsonl`` and ``… rank --corpus C.jsonl --queries Q.jsonl``; results are tab-separated."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from claims.matching.encoder import load
from claims.matching.index import Index
from claims.matching.pairs import score_pairs
from claims.matching.types import Entry
from claims.matching.vectors import VectorStore

BATCH = 512

Row = dict[str, Any]
T = TypeVar("T")


class BadInput(ValueError):
    """A file is not what the command reads; the message names file and line."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when done, 2 when the input cannot be used."""
    options = parser().parse_args(arguments)
    try:
        lines = pairs(options) if options.command == "pairs" else rank(options)
        for line in lines:
            sys.stdout.write(line + "\n")
    except (BadInput, OSError) as problem:
        sys.stderr.write(f"error: {problem}\n")
        return 2
    return 0


def parser() -> argparse.ArgumentParser:
    """The command line of section 6 of the architecture."""
    top = argparse.ArgumentParser(
        prog="python -m claims.matching", description="Does the desk already know this claim? 0.5 is the decision."
    )
    commands = top.add_subparsers(dest="command", required=True)
    pair = commands.add_parser("pairs", help="score pairs of claims: id, score")
    pair.add_argument("file", type=Path, help="lines with id, a, b")
    ranking = commands.add_parser("rank", help="rank known claims for each query: query, document, score")
    ranking.add_argument("--corpus", type=Path, required=True, help="lines with id, text (or claim) and optional title")
    ranking.add_argument("--queries", type=Path, required=True, help="lines with id, text")
    ranking.add_argument("--top", type=int, default=20)
    ranking.add_argument("--absent", type=Path, help="ids, one a line, of documents that are left out of the index")
    ranking.add_argument("--vectors", type=Path, help="a file that keeps the vectors for the next run")
    return top


def pairs(options: argparse.Namespace) -> Iterator[str]:
    """One line per pair."""
    for batch in batches(rows(options.file, "a", "b")):
        scores = score_pairs([(row["a"], row["b"]) for row in batch], load())
        yield from (f"{row['id']}\t{score:.10f}" for row, score in zip(batch, scores, strict=True))


def rank(options: argparse.Namespace) -> Iterator[str]:
    """The best known claims of each query, best first."""
    index = Index(load(), VectorStore(options.vectors))
    absent = (
        {line.strip() for line in options.absent.read_text(encoding="utf-8").splitlines()} if options.absent else set()
    )
    entries = (
        Entry(str(row["id"]), text_of(row), str(row.get("title") or row.get("headline") or ""))
        for row in rows(options.corpus)
    )
    for batch in batches(entry for entry in entries if entry.key not in absent):
        index.add(batch)
    for row in rows(options.queries):
        for hit in index.search(text_of(row), options.top):
            yield f"{row['id']}\t{hit.key}\t{hit.score:.10f}"


def text_of(row: Row) -> str:
    """A claim's text under either of its names."""
    return str(row.get("text") or row.get("claim") or "")


def rows(path: Path, *needed: str) -> Iterator[Row]:
    """The rows of a JSON Lines file."""
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield row_of(line, f"{path}:{number}", needed)


def row_of(line: str, place: str, needed: Iterable[str]) -> Row:
    """One line as a row that has an id and all that is needed."""
    try:
        row = json.loads(line)
    except ValueError as problem:
        raise BadInput(f"{place}: not JSON ({problem})") from problem
    missing = [name for name in ("id", *needed) if not isinstance(row, dict) or name not in row]
    if missing:
        raise BadInput(f"{place}: no {', '.join(missing)}")
    return dict(row)


def batches(items: Iterable[T]) -> Iterator[list[T]]:
    """The items in lists of at most BATCH, so that a large file never lies in memory as a whole."""
    iterator = iter(items)
    while batch := list(islice(iterator, BATCH)):
        yield batch


if __name__ == "__main__":
    sys.exit(main())
