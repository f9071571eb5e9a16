"""``python -m claims.extraction``: articles in, one JSON line each out; ``score`` rates single sentences."""

import argparse
import datetime
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.extraction import checkworthiness, pages, pipeline
from claims.extraction.pages.limits import MOST_TEXT
from claims.extraction.types import Appearance, ClaimText, Extraction, Spans, Statement, Unreadable

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Article:
    """One text to read, with what is known of it beforehand."""

    id: str
    text: str
    title: str | None = None
    date: datetime.date | None = None
    text_is_ours: bool = False  # taken out of a page, so the answer must say what the offsets count in


def main(arguments: Sequence[str] | None = None) -> int:
    """Read what the arguments name and write a line for each article; 1 if any of them failed."""
    chosen = _arguments(arguments)
    failed = False
    for line in _score(chosen) if chosen.command == "score" else _extract(chosen):
        failed = failed or "error" in line
        sys.stdout.write(json.dumps(line) + "\n")
    return int(failed)


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    words = list(sys.argv[1:] if given is None else given)
    scoring = words[:1] == ["score"]
    parser = argparse.ArgumentParser(prog="python -m claims.extraction" + " score" * scoring, description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="default: standard input")
    kind = parser.add_mutually_exclusive_group(required=scoring)
    kind.add_argument("--jsonl", action="store_true", help="lines with id, text and, where known, title and date")
    if not scoring:
        kind.add_argument("--html", action="store_true", help="saved web pages")
    chosen = parser.parse_args(words[scoring:])
    chosen.command = "score" if scoring else "extract"
    return chosen


def _extract(chosen: argparse.Namespace) -> Iterator[Json]:
    ready = pipeline.load()
    for name, raw in _inputs(chosen.files, by_line=chosen.jsonl):
        identity = name
        try:
            article = _from_line(name, raw) if chosen.jsonl else _from_file(name, raw, html=chosen.html)
            identity = article.id
            if len(article.text) > MOST_TEXT:
                raise Unreadable(f"The text has more than {MOST_TEXT:,} characters.")
            yield _as_json(article, ready.run(article.text, article.title, article.date))
        except Unreadable as reason:
            yield {"id": identity, "error": str(reason)}
        except Exception as mistake:  # noqa: BLE001 - one article must not take the others down with it
            yield {"id": identity, "error": f"This text could not be read ({type(mistake).__name__}: {mistake})."}


def _inputs(files: Sequence[Path], *, by_line: bool) -> Iterator[tuple[str, bytes]]:
    """The id so far and the bytes of each article: a file, or a line of one."""
    given = ((path.stem, path.read_bytes()) for path in files) if files else [("stdin", sys.stdin.buffer.read())]
    for name, raw in given:
        if not by_line:
            yield name, raw
            continue
        for number, line in enumerate(raw.split(b"\n"), start=1):
            if line.strip():
                yield f"{name}:{number}", line


def _row(raw: bytes) -> Json:
    """One JSON line as an object with an ``id`` and a ``text``; what it lacks is said in words."""
    try:
        row = json.loads(raw)
    except ValueError as mistake:
        raise Unreadable(f"The line is not JSON: {mistake}.") from mistake
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or "id" not in row:
        raise Unreadable("The line is not an object with an id and a text.")
    return row


def _from_line(name: str, raw: bytes) -> Article:
    row = _row(raw)
    identity = str(row["id"])
    try:
        date = datetime.date.fromisoformat(row["date"]) if row.get("date") else None
    except (TypeError, ValueError):
        date = None  # a date that cannot be read is no reason to leave the article unread
    title = row.get("title")
    text = pages.admit(row["text"].replace("\r\n", " \n"))  # as long as the given text, into which the offsets count
    return Article(identity, text, title if isinstance(title, str) else None, date)


def _from_file(name: str, raw: bytes, *, html: bool) -> Article:
    if html:
        page = pages.read_html(raw)
        return Article(name, page.text, page.title, page.date, text_is_ours=True)
    return Article(name, pages.decode(raw))


def _as_json(article: Article, read: Extraction) -> Json:
    line: Json = {"id": article.id, "title": read.title, "date": read.date, "version": read.version}
    if article.text_is_ours:
        line["text"] = article.text
    line["language"] = read.language
    line["notes"] = list(read.notes)
    line["passages"] = [{"span": [p.span.start, p.span.end], "kind": str(p.kind)} for p in read.passages]
    line["attributions"] = [_statement(statement) for statement in read.statements]
    line["claims"] = [_claim(claim) for claim in read.claims]
    return line


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _statement(statement: Statement) -> Json:
    return {
        "type": "attributed" if statement.attributed else "unattributed",
        "source": _pairs(statement.source),
        "cue": _pairs(statement.cue),
        "content": _pairs(statement.content),
        "source_name": statement.source_name,
        "source_kind": str(statement.source_kind) if statement.source_kind else None,
        "form": str(statement.form),
        "negative": statement.negative,
        "chain": list(statement.chain),
        "abstained": statement.abstained,
    }


def _claim(claim: ClaimText) -> Json:
    first = claim.appearances[0]
    return {
        "text": claim.text,
        "spans": _pairs(first.spans),
        "appearances": [_appearance(appearance) for appearance in claim.appearances],
        "attribution": first.statement,
        "check_worthiness": round(claim.check_worthiness, 4),
        "reasons": list(claim.reasons),
        "abstained": claim.abstained,
        "caution": claim.caution,
    }


def _appearance(appearance: Appearance) -> Json:
    return {"spans": _pairs(appearance.spans), "attribution": appearance.statement}


def _score(chosen: argparse.Namespace) -> Iterator[Json]:
    rows: list[Json] = []
    for name, raw in _inputs(chosen.files, by_line=True):
        try:
            rows.append(_row(raw))
        except Unreadable as reason:
            yield {"id": name, "error": str(reason)}
    for row, score in zip(rows, checkworthiness.score_sentences(rows), strict=True):
        yield {"id": row["id"], "score": round(float(score), 6)}


if __name__ == "__main__":
    sys.exit(main())
