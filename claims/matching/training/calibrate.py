"""Where "already checked" begins: our own posts against an archive of our own claims, their neighbours and debate sentences.

``python -m claims.matching.training.calibrate CHECKWORTHINESS_FOLDER`` prints MAP@5, and F1 and false alarms at each threshold of the sum
behind the score: every post is asked twice, with the claim that it repeats in the archive and without it.
"""

import json
import sys
from collections.abc import Iterator
from math import log
from pathlib import Path
from typing import NamedTuple

from claims.matching.encoder import load
from claims.matching.index import Index
from claims.matching.rerank import DECISION, SLOPE
from claims.matching.types import Entry, Hit

POSTS = Path(__file__).with_name("posts.jsonl")
THRESHOLDS = tuple(round(0.70 + 0.02 * step, 2) for step in range(13))


class Answer(NamedTuple):
    """The best hit of one post: its sum, whether it is the claim repeated, and whether that claim was there at all."""

    total: float
    right: bool
    known: bool


def total(hit: Hit) -> float:
    """The sum that a score was made from."""
    score = min(max(hit.score, 1e-9), 1 - 1e-9)
    return DECISION + log(score / (1 - score)) / SLOPE


def archive(folder: Path) -> Iterator[Entry]:
    """Our claims, two neighbours of each, and the check-worthy debate sentences."""
    for number, topic in enumerate(topics()):
        yield Entry(f"claim-{number}", topic["c"], topic["t"])
        yield from (Entry(f"other-{number}-{place}", text) for place, text in enumerate(topic["o"]))
    with (folder / "claimbuster_train.jsonl").open(encoding="utf-8") as file:
        yield from (Entry(row["id"], row["text"]) for row in map(json.loads, file) if row["label"])


def topics() -> list[dict[str, str]]:
    """The topics: claim ``c``, headline ``t``, posts ``p``, claims on other things nearby ``o``."""
    return [json.loads(line) for line in POSTS.read_text(encoding="utf-8").splitlines()]


def ask(index: Index) -> tuple[list[Answer], float]:
    """The answers to every post, with and without its claim, and MAP@5 of those with."""
    answers, precision = [], 0.0
    for number, topic in enumerate(topics()):
        entry = Entry(f"claim-{number}", topic["c"], topic["t"])
        for post in topic["p"]:
            hits = index.search(post, 5)
            keys = [hit.key for hit in hits]
            precision += 1 / (keys.index(entry.key) + 1) if entry.key in keys else 0.0
            answers.append(Answer(total(hits[0]), keys[0] == entry.key, known=True))
            index.discard(entry.key)
            answers.append(Answer(total(index.search(post, 1)[0]), right=False, known=False))
            index.add([entry])
    return answers, precision / (len(answers) / 2)


def main() -> None:
    """Print the table from which DECISION was read."""
    index = Index(load())
    index.add(list(archive(Path(sys.argv[1]))))
    answers, precision = ask(index)
    posts = len(answers) / 2
    sys.stdout.write(f"{posts:.0f} posts, {len(index)} claims, MAP@5 {precision:.3f}\nsum   F1    false alarms\n")
    for threshold in THRESHOLDS:
        accepted = [answer for answer in answers if answer.total >= threshold]
        right = sum(answer.right for answer in accepted)
        f1 = 2 * right / (len(accepted) + posts)
        sys.stdout.write(f"{threshold:.2f}  {f1:.3f}  {sum(not answer.known for answer in accepted) / posts:.3f}\n")


if __name__ == "__main__":
    main()
