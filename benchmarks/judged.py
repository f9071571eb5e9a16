"""Claims that readers judged one by one: how many of the wrong ones are still proposed, and how many of the right ones.

    python -m benchmarks.judged [--changes]

The articles are our own, the claims those of the version that was judged. Whoever mends the reader has seen their mistakes, so that
this tells what a change moves and not how good the reader is; that takes articles which nobody has mended by.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from claims.extraction import pipeline

JUDGED = Path(pipeline.__file__).parent / "training" / "judged.jsonl"
LABELS = {
    "fine": "right", "open": "right, something left open", "nocheck": "right, nothing to check",
    "source": "wrong source", "untrue": "untrue", "broken": "no sentence", "junk": "furniture",
}  # fmt: skip
Claim = tuple[str | None, str]  # source and words


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--changes", action="store_true", help="print each claim that is no longer made, and each new one"
    )
    chosen = parser.parse_args()
    then: Counter[str] = Counter()
    now: Counter[str] = Counter()
    new = 0
    for line in JUDGED.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        judged = {(claim["source"], claim["text"]): claim["label"] for claim in article["claims"]}
        made = set(proposed(article["text"]))
        then.update(judged.values())
        now.update(label for claim, label in judged.items() if claim in made)
        new += len(made - judged.keys())
        if chosen.changes:
            for claim in judged.keys() - made:
                print(f"- {LABELS[judged[claim]]:30}{claim}")
            for claim in made - judged.keys():
                print(f"+ {'':30}{claim}")
    print(f"{'judged claims':40}{'then':>8}{'still':>8}{'share':>8}")
    for label, name in LABELS.items():
        if then[label]:
            print(f"{name:40}{then[label]:8}{now[label]:8}{now[label] / then[label]:8.2f}")
    print(f"{'not judged: made since':40}{new:16}")
    return 0


def proposed(text: str) -> Iterator[Claim]:
    """What the pipeline of today claims of a text, but for what it leaves to a person."""
    read = pipeline.run(text)
    for claim in read.claims:
        statement = read.statements[claim.appearances[0].statement or 0]
        spelled = " / ".join(span.of(text) for span in statement.source)
        source = (statement.source_name or spelled) if statement.attributed else None
        if claim.abstained is None:
            yield source, claim.text


if __name__ == "__main__":
    sys.exit(main())
