"""The annotated articles that the benchmarks read; they live beside the repository, and without them a benchmark says so."""

import argparse
import json
from pathlib import Path
from typing import Any

ARTICLES = Path(__file__).parent.parent.parent / "shared/data/newsdesk/dev.jsonl"


def ask_for_articles(ask: argparse.ArgumentParser) -> None:
    """Give a benchmark its argument: a file of its own choice, or the one beside the repository."""
    what = "lines with text, title, date and junk spans, as newsdesk has them"
    ask.add_argument("articles", type=Path, nargs="?", default=ARTICLES, help=what)


def articles(path: Path) -> list[dict[str, Any]]:
    """What stands in the file, one article a line; nothing, and a sentence why, where there is no file."""
    if not path.is_file():
        print(f"not measured: there is no file of articles at {path}")
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
