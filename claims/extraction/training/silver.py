"""Annotate more articles with an earlier reader, so that the next one sees more names and ways of saying.

python -m claims.extraction.training.silver --weights FOLDER UNLABELLED.jsonl > SILVER.jsonl
"""

import argparse
import dataclasses
import json
import sys
from pathlib import Path
from typing import Any

from claims.extraction import pipeline
from claims.extraction.reader import Reader
from claims.extraction.types import Spans, Statement

Row = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("articles", type=Path)
    chosen = parser.parse_args()
    reading = dataclasses.replace(
        pipeline.Pipeline(),
        read=Reader(chosen.weights).read,
        resolve_sources=lambda _text, _passages, statements, _title: statements,
        word_claims=lambda *_: (),
        score_claims=lambda *_: (),
    )
    for line in chosen.articles.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        statements = reading.run(row["text"], row.get("title")).statements
        row |= {"silver": True, "attributions": [_entry(s) for s in statements if not s.abstained]}
        sys.stdout.write(json.dumps(row) + "\n")


def _entry(statement: Statement) -> Row:
    return {
        "type": "attributed" if statement.attributed else "unattributed",
        "source": _pairs(statement.source),
        "cue": _pairs(statement.cue),
        "content": _pairs(statement.content),
        "source_name": None,
        "kind": None,
        "claims": [],
    }


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


if __name__ == "__main__":
    main()
