"""``python -m benchmarks.layout_speed [ARTICLES.jsonl]``: words a second of the stages from text to quotations, and odd lines."""

import argparse
import time
from collections.abc import Callable

from benchmarks import lent
from claims.extraction import language, passages, quotations, sentences
from claims.extraction.types import Passage

ODD = {"letters": "a", "digits": "1", "dots": ".", "quotes": '"', "words": "word ", "initials": "A. ", "marks": "'a\" "}
LENGTH = 1_000_000


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    lent.ask_for_articles(ask)
    texts = [article["text"] for article in lent.articles(ask.parse_args().articles)]
    if not texts:
        return
    words = sum(len(text.split()) for text in texts)
    language.detect("Das Modell wird einmal geladen, bevor gemessen wird, wie schnell es liest.")
    for name, stage in STAGES.items():
        spent = sum(timed(stage, text, passages.find(text)) for text in texts)
        print(f"{name:12} {words / spent:12,.0f} words/s")
    for name, unit in ODD.items():
        line = (unit * LENGTH)[:LENGTH].strip()
        found = passages.find(line)
        spent = sum(timed(stage, line, found) for stage in STAGES.values())
        print(f"one line of {LENGTH:,} characters, {name:10} {spent:6.2f} s")


STAGES: dict[str, Callable[[str, tuple[Passage, ...]], object]] = {
    "passages": lambda text, _: passages.find(text),
    "sentences": sentences.split,
    "quotations": quotations.find,
    "language": lambda text, _: language.detect(text),
}


def timed(stage: Callable[[str, tuple[Passage, ...]], object], text: str, found: tuple[Passage, ...]) -> float:
    start = time.perf_counter()
    stage(text, found)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
