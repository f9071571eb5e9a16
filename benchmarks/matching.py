"""Matching beside plain yardsticks of the same run: quality on the shared dev sets, time and memory with 100,000 known claims.

    python -m benchmarks.matching [--shared ../shared] [--claims 100000]

The claims of the large archive are made here, word by word, and their vectors are drawn at random near a few thousand centres: encoding
100,000 texts takes a quarter of an hour and changes nothing about the time of a search. Times are those of the processor, one thread.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from math import log
from pathlib import Path
from time import process_time

import numpy as np

from claims.matching.encoder import DIMENSIONS, load
from claims.matching.index import Index
from claims.matching.types import Entry
from claims.matching.vectors import VectorStore
from claims.matching.words import words

ROOT = Path(__file__).parent.parent
QUERIES = (
    "More than 2,000 people were detained at protests in forty cities on Saturday, the monitoring group said.",
    "The governor cut the education budget by 1.4 billion dollars in his first year.",
    "RT @desk: 75% of the new jobs went to people over fifty?! #jobs https://example.org/x",
    "Unemployment fell to 8 percent, the lowest figure in fifty years.",
)
WHO = "police ministers doctors farmers teachers soldiers voters residents unions companies judges students drivers nurses officials courts".split()
DID = "said denied found lost gained spent closed opened paid sold built banned signed blocked raised cut doubled reported counted moved".split()
WHAT = "jobs schools taxes hospitals votes weapons roads houses visas loans vaccines prisons pensions mines ships fines banks rivers trains seats".split()
TAIL = "last year,in the capital,since the war,under the new law,on Saturday,in the north,before the election,during the strike".split(
    ","
)
SYLLABLES = "ba ke lo mi ru ta ven dor sal im gra pol zen hu fi ost".split()
UNITS = ("percent", "people", "million dollars", "towns", "cases")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        _inside(options.claims)
        return 0
    print(f"{'figure':56}{'here':>10}{'yardstick':>12}{'ratio':>8}")
    _quality(options.shared)
    sys.stdout.flush()
    # a process of its own, so that its memory is the archive's and nobody else's
    subprocess.run(
        [sys.executable, "-m", "benchmarks.matching", "--inside", "--claims", str(options.claims)], cwd=ROOT, check=True
    )
    return 0


def row(figure: str, here: float, yardstick: float | None, digits: int = 3) -> None:
    beside = f"{yardstick:12.{digits}f}{here / yardstick:8.2f}" if yardstick else f"{'-':>12}{'-':>8}"
    print(f"{figure:56}{here:10.{digits}f}{beside}")


def _quality(shared: Path) -> None:
    data, tool = shared / "data/matching", shared / "tools/eval_matching.py"
    if not tool.is_file():
        print("quality: not measured, there is no shared folder beside the repository")
        return
    pairs, repeats = data / "claim_pairs_dev.jsonl", data / "claim_repeats_dev"
    with tempfile.TemporaryDirectory() as folder:
        scores, plain = Path(folder, "scores"), Path(folder, "plain")
        scores.write_bytes(_command("pairs", str(pairs)))
        plain.write_text("".join(f"{line['id']}\t{_jaccard(line['a'], line['b'])}\n" for line in _lines(pairs)))
        ours, yard = (_evaluated(tool, "pairs", pairs, path) for path in (scores, plain))
        row("pairs dev: F1 at 0.5 (yardstick: Jaccard, its best F1)", ours["f1"], yard["best_f1"])
        row("pairs dev: average precision", ours["average_precision"], yard["average_precision"])
        corpus, queries = repeats / "corpus.jsonl", repeats / "queries.jsonl"
        scores.write_bytes(_command("rank", "--corpus", str(corpus), "--queries", str(queries)))
        plain.write_text("".join(_plain_ranking(list(_lines(corpus)), list(_lines(queries)))))
        ours, yard = (_evaluated(tool, "rank", repeats / "qrels.tsv", path) for path in (scores, plain))
        row("repeats dev: MAP@5 (yardstick: BM25)", ours["map@5"], yard["map@5"])


def _command(*arguments: str) -> bytes:
    return subprocess.run(
        [sys.executable, "-m", "claims.matching", *arguments], cwd=ROOT, capture_output=True, check=True
    ).stdout


def _evaluated(tool: Path, command: str, gold: Path, scores: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, str(tool), command, str(gold), str(scores), "--json"], capture_output=True, check=True
    )
    return dict(json.loads(done.stdout))


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def _jaccard(a: str, b: str) -> float:
    left, right = set(words(a)), set(words(b))
    return len(left & right) / max(1, len(left | right))


def _plain_ranking(corpus: list[dict[str, str]], queries: list[dict[str, str]]) -> Iterator[str]:
    bags = [Counter(words(line["text"])) for line in corpus]
    rarity = _rarity(bags)
    for query in queries:
        scores = _plain_bm25(bags, rarity, words(query["text"]))
        for place in sorted(range(len(bags)), key=lambda place: -scores[place])[:20]:
            yield f"{query['id']}\t{corpus[place]['id']}\t{scores[place]}\n"


def _rarity(bags: list[Counter[str]]) -> dict[str, float]:
    holders = Counter(word for bag in bags for word in bag)
    return {word: log(1 + (len(bags) - count + 0.5) / (count + 0.5)) for word, count in holders.items()}


def _plain_bm25(bags: list[Counter[str]], rarity: dict[str, float], query: list[str]) -> list[float]:
    return [
        sum(rarity[word] * bag[word] * 1.9 / (bag[word] + 0.9) for word in set(query) if word in bag) for bag in bags
    ]


class Drawn:
    """Stands in for the encoder while the archive is filled; the queries are encoded for real."""

    def __init__(self, seed: int) -> None:
        self._random = np.random.default_rng(seed)
        self._centres = self._random.standard_normal((4_000, DIMENSIONS)).astype(np.float32)
        self.real = False

    def __call__(self, texts: list[str]) -> np.ndarray:
        if self.real:
            return load()(texts)
        near = self._centres[self._random.integers(len(self._centres), size=len(texts))]
        vectors = near + 0.7 * self._random.standard_normal(near.shape).astype(np.float32)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def made(count: int) -> Iterator[Entry]:
    """Claims of eight to twenty words, some 20,000 names among them."""
    draw = random.Random(7)
    for number in range(count):
        name = "".join(draw.choices(SYLLABLES, k=draw.randint(2, 4))).capitalize()
        amount = f"{draw.randint(2, 9_999):,} {draw.choice(UNITS)}"
        middle = " ".join(draw.choices(WHAT, k=draw.randint(1, 5)))
        text = f"{draw.choice(WHO).capitalize()} in {name} {draw.choice(DID)} {amount} of {middle} {draw.choice(TAIL)}."
        yield Entry(f"c{number}", text)


def _inside(count: int) -> None:
    load()(["warm"])
    idle = _resident()
    with tempfile.TemporaryDirectory() as folder:
        store, encoder = VectorStore(Path(folder, "vectors")), Drawn(seed=11)
        index = Index(encoder, store)
        entries = list(made(count))
        start = process_time()
        for place in range(0, count, 1_000):
            index.add(entries[place : place + 1_000])
        row("claims taken into the archive a second (vectors given)", count / (process_time() - start), None, 0)
        encoder.real = True
        row("MB of the process with the encoder, archive empty", idle, None, 0)
        ours = _milliseconds(lambda text: index.search(text), 5)
        row("MB of the process with the encoder and the archive", _resident(), None, 0)
        again = process_time()
        Index(encoder, VectorStore(Path(folder, "vectors"))).add(entries[:5_000])
        row("claims taken in again a second (vectors on disk)", 5_000 / (process_time() - again), None, 0)
        row(
            "ms to add one claim, its encoding included",
            _milliseconds(lambda text: index.add([Entry(text, text + " Indeed.")]), 1),
            None,
            1,
        )
        plain = _plain_search(entries, np.random.default_rng(3).standard_normal((count, DIMENSIONS)).astype(np.float32))
        row(f"ms a query against {count:,} claims, encoding included", ours, _milliseconds(plain, 1), 1)


def _plain_search(entries: list[Entry], vectors: np.ndarray) -> Callable[[str], object]:
    """Encode, all cosines in 32 bits, and BM25 over every claim in plain Python."""
    bags = [Counter(words(entry.text)) for entry in entries]
    rarity = _rarity(bags)

    def search(text: str) -> list[int]:
        cosines = vectors @ load()([text])[0]
        scores = _plain_bm25(bags, rarity, words(text))
        return sorted(range(len(bags)), key=lambda place: -(float(cosines[place]) + scores[place]))[:20]

    return search


def _milliseconds(act: Callable[[str], object], rounds: int) -> float:
    act(QUERIES[0] + " ")
    start = process_time()
    for _ in range(rounds):
        for query in QUERIES:
            act(query)
    return 1000 * (process_time() - start) / (rounds * len(QUERIES))


def _resident() -> float:
    status = Path("/proc/self/status")
    if status.is_file():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmRSS")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
