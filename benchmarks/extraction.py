"""Extraction beside baselines of the project's own: figures, yardsticks of the same run, words a second, memory.

    python -m benchmarks.extraction [--shared ../shared] [--long]

The evaluators and the annotated articles live outside the repository; without them the benchmark says so and stops.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claims.extraction import passages, quotations, sentences

Row = dict[str, Any]

ROOT = Path(__file__).parent.parent
NAME = re.compile(r"(?:[A-Z][\w'’.-]+)(?: (?:of |the |and )?[A-Z][\w'’.-]+)*")
LENGTHS = (500_000, 1_000_000, 2_000_000)
MEMORY = 450  # MB that a worker may take
SPOKEN = 4  # words; shorter quotations are titles and single words held with tongs
SETS = (
    ("newsdesk dev", "newsdesk/dev.jsonl"),
    ("GUM Wikinews dev", "attribution/wikinews_dev.jsonl"),
    ("seed", "seed/gold.jsonl"),
)
# (where the figure stands in the evaluator's answer, what to call it)
CLAIM_FIGURES = (
    ("high_recall", "claims of worth high found"),
    ("per_true", "proposals a true one"),
    ("auc", "ranking AUC"),
    ("junk", "junk in claims"),
    ("text_at_0.8", "wording at word F1 0.8"),
    ("name", "resolved source name"),
    ("kind", "source kind"),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--long", action="store_true", help="read texts of 0.5, 1 and 2 million characters too")
    chosen = parser.parse_args()
    shared = chosen.shared
    if not shared.is_dir():
        print(f"extraction: not measured, there is no {shared.name} folder beside the repository")
        return 0
    print(f"{'figure':52}{'here':>10}{'yardstick':>12}{'ratio':>8}")
    for name, place in SETS:
        gold = shared / "data" / place
        ours, plain = _scores(shared, gold, pipeline_lines(gold)), _scores(shared, gold, baseline_lines(gold))
        for figure, mine, yard in _compared(ours, plain, claims="GUM" not in name):
            ratio = f"{mine / yard:8.2f}" if yard else f"{'-':>8}"
            print(f"{name + ': ' + figure:52}{mine:10.3f}{yard:12.3f}{ratio}")
    _debates(shared)
    _pace(shared / "data/newsdesk/dev.jsonl")
    if chosen.long:
        _long(sorted((shared / "data/newsdesk").glob("*.jsonl")))
    return 0


def pipeline_lines(gold: Path) -> bytes:
    """What the command line answers to the articles."""
    done = subprocess.run(
        [sys.executable, "-m", "claims.extraction", "--jsonl", str(gold)], cwd=ROOT, capture_output=True, check=True
    )
    return done.stdout


def baseline_lines(gold: Path) -> bytes:
    """Quotation marks with the nearest name; one sentence, one claim, ranked by its digits."""
    return b"\n".join(json.dumps(plain(json.loads(line))).encode() for line in gold.read_bytes().splitlines())


def plain(row: Row) -> Row:
    text = row["text"]
    found = passages.find(text, row.get("title"))
    split = sentences.split(text, found)
    claims = [
        {
            "text": sentence.span.of(text),
            "spans": [[sentence.span.start, sentence.span.end]],
            "check_worthiness": min(1.0, len(re.findall(r"\d", sentence.span.of(text))) / 10),
        }
        for sentence in split
    ]
    return {"id": row["id"], "attributions": list(_quotes(text)), "claims": claims}


def _quotes(text: str) -> Iterator[Row]:
    found = passages.find(text)
    for quotation in quotations.find(text, found):
        home = next(p.span for p in found if p.span.contains(quotation.span))
        if len(quotation.span.of(text).split()) < SPOKEN:
            continue
        names = [m.span() for m in NAME.finditer(text, home.start, home.end)]
        outside = [n for n in names if n[1] <= quotation.span.start or n[0] >= quotation.span.end]
        near = sorted(outside, key=lambda n: max(quotation.span.start - n[1], n[0] - quotation.span.end))[:1]
        yield {
            "type": "attributed",
            "source": [list(name) for name in near],
            "cue": [],
            "content": [[quotation.span.start, quotation.span.end]],
        }


def _scores(shared: Path, gold: Path, lines: bytes) -> dict[str, Any]:
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as predicted:
        predicted.write(lines)
        predicted.flush()
        answers = {
            tool: _answer(shared / "tools" / f"eval_{tool}.py", gold, Path(predicted.name))
            for tool in ("attribution", "claims")
            if tool == "attribution" or b'"claims"' in gold.read_bytes()
        }
    return answers


def _answer(tool: Path, gold: Path, predicted: Path) -> Any:
    done = subprocess.run(
        [sys.executable, str(tool), str(gold), str(predicted), "--json"], capture_output=True, check=True
    )
    return json.loads(done.stdout)


def _compared(ours: dict[str, Any], plain: dict[str, Any], *, claims: bool) -> Iterator[tuple[str, float, float]]:
    for key, name in (("end_to_end", "end-to-end F1"), ("content_match", "content match F1")):
        yield name, _f1(ours["attribution"], key), _f1(plain["attribution"], key)
    if claims:
        for key, name in CLAIM_FIGURES:
            if ours["claims"].get(key) or plain["claims"].get(key):  # the seed's gold has no kinds and no worth
                yield name, float(ours["claims"][key]), float(plain["claims"].get(key) or 0)


def _f1(answer: Any, key: str) -> float:
    value = answer[key]
    return float(value["f1"] if isinstance(value, dict) else value[-1])


def _debates(shared: Path) -> None:
    gold = shared / "data/checkworthiness/claimbuster_dev.jsonl"
    done = subprocess.run(
        [sys.executable, "-m", "claims.extraction", "score", "--jsonl", str(gold)],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    digits = "\n".join(
        json.dumps({"id": row["id"], "score": min(1.0, len(re.findall(r"\d", row["text"])) / 2)})
        for row in map(json.loads, gold.read_bytes().splitlines())
    )
    answers = []
    for lines in (done.stdout, digits.encode()):
        with tempfile.NamedTemporaryFile(suffix=".jsonl") as predicted:
            predicted.write(lines)
            predicted.flush()
            answers.append(_answer(shared / "tools/eval_checkworthiness.py", gold, Path(predicted.name)))
    for key, name in (("f1", "F1"), ("average_precision", "average precision")):
        mine, yard = (_number(answer, key) for answer in answers)
        print(f"{'ClaimBuster dev: ' + name:52}{mine:10.3f}{yard:12.3f}{mine / yard:8.2f}")


def _number(answer: Any, key: str) -> float:
    """The first figure of that name, however deep it stands."""
    if isinstance(answer, dict):
        if isinstance(answer.get(key), int | float):
            return float(answer[key])
        return next((n for value in answer.values() if (n := _number(value, key)) == n), float("nan"))
    return float("nan")


def _pace(gold: Path) -> None:
    """Words a second on one core with the models loaded, in a child that only does that."""
    script = (
        "import json,sys,time,resource\n"
        "began=time.process_time()\n"
        "from claims.extraction import pipeline\n"
        "ready=pipeline.load(); ready.run('Ready, said Ann.'); cold=time.process_time()-began\n"
        "rows=[json.loads(l) for l in open(sys.argv[1])]\n"
        "words=sum(len(r['text'].split()) for r in rows)\n"
        "took=[]\n"
        "for _ in range(3):\n"
        "    began=time.process_time(); [ready.run(r['text'], r.get('title')) for r in rows]\n"
        "    took.append(time.process_time()-began)\n"
        "print(json.dumps([words/min(took), cold, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss/1024]))\n"
    )
    one = {**os.environ, "OMP_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}
    core = min(os.sched_getaffinity(0))
    done = subprocess.run(
        [sys.executable, "-c", script, str(gold)],
        cwd=ROOT, env=one, capture_output=True, check=True, preexec_fn=lambda: os.sched_setaffinity(0, {core}),
    )  # fmt: skip
    pace, cold, memory = json.loads(done.stdout)
    print(f"{'words a second on one core (the rules of today)':52}{pace:10.0f}{3700:12d}{pace / 3700:8.2f}")
    print(f"{'cold start, seconds of one core (most that is allowed)':52}{cold:10.2f}{3.0:12.2f}{cold / 3:8.2f}")
    print(f"{'peak memory, MB (most that is allowed)':52}{memory:10.0f}{MEMORY:12d}{memory / MEMORY:8.2f}")


def _long(articles: list[Path]) -> None:
    """Seconds and memory of long texts, each in a process of its own: time should grow as the text does, memory hardly."""
    joined = "\n\n".join(json.loads(line)["text"] for path in articles for line in path.read_bytes().splitlines())
    script = (
        "import contextlib,io,json,resource,sys,time\n"
        "from claims.extraction import __main__ as door\n"
        "began=time.process_time()\n"
        "with contextlib.redirect_stdout(io.StringIO()): door.main([sys.argv[1]])\n"
        "print(json.dumps([time.process_time()-began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss/1024]))\n"
    )
    first = 0.0
    for length in LENGTHS:
        with tempfile.NamedTemporaryFile(suffix=".txt") as text:
            text.write((joined * (length // len(joined) + 1))[:length].encode())
            text.flush()
            done = subprocess.run([sys.executable, "-c", script, text.name], cwd=ROOT, capture_output=True, check=True)
        took, memory = json.loads(done.stdout)
        first = first or took / length
        name = f"a text of {length:,} characters"
        print(
            f"{name + ': seconds (as the shortest)':52}{took:10.1f}{first * length:12.1f}{took / first / length:8.2f}"
        )
        print(f"{name + ': MB (most allowed)':52}{memory:10.0f}{MEMORY:12d}{memory / MEMORY:8.2f}")


if __name__ == "__main__":
    sys.exit(main())
