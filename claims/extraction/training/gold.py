"""Newsdesk's gold articles as the values that the stages hand along."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from claims.extraction.types import ClaimText, Form, SourceKind, Span, Statement

Json = dict[str, Any]
WORD = re.compile(r"[^\W_]+(?:[.,:]\d+)*")


def articles(path: Path) -> list[Json]:
    """The articles of a file of newsdesk."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def entries(article: Json) -> Iterator[tuple[Statement, Json]]:
    """Each gold entry that has a content, as a statement, beside the entry itself."""
    for entry in article["attributions"]:
        if entry["content"]:
            yield statement(article["text"], entry), entry


def statement(text: str, entry: Json) -> Statement:
    """One gold entry as the pipeline would hand it along."""
    content, source, cue = (tuple(Span(*span) for span in entry[key]) for key in ("content", "source", "cue"))
    said = " ".join(span.of(text) for span in cue).lower()
    return Statement(
        content,
        source,
        cue,
        _form(entry, " ".join(span.of(text) for span in content).strip()),
        negative=said.startswith("den") or "not " in said,
        source_name=entry.get("source_name"),
        source_kind=SourceKind(entry["kind"]) if entry.get("kind") else None,
    )


def _form(entry: Json, content: str) -> Form:
    if entry["type"] != "attributed":
        return Form.NARRATED
    if content[:1] in '"“' and content[-1:] in '"”':
        return Form.DIRECT
    return Form.MIXED if '"' in content or "“" in content else Form.INDIRECT


def matched(article: Json, claims: Sequence[ClaimText], least: float = 0.6) -> dict[int, str]:
    """The worth of the gold claim that each claim matches, by the index of the claim; the measure's own matching."""
    wanted = [(claim, entry) for entry in article["attributions"] for claim in entry.get("claims", [])]
    text = article["text"]
    table = []
    for index, claim in enumerate(claims):
        mine = bag(claim.text)
        spanned = bag(" ".join(span.of(text) for span in claim.appearances[0].spans))
        for other, (gold, entry) in enumerate(wanted):
            value = likeness(mine, bag(gold["text"]))
            content = bag(" ".join(text[start:end] for start, end in entry["content"]))
            if value < least and len(entry["claims"]) == 1 and likeness(spanned, content) >= least:
                value = least
            if value >= least:
                table.append((value, index, other))
    found: dict[int, str] = {}
    used: set[int] = set()
    for _, index, other in sorted(table, key=lambda row: (-row[0], row[1], row[2])):
        if index not in found and other not in used:
            found[index] = wanted[other][0]["worth"]
            used.add(other)
    return found


def bag(text: str) -> Counter[str]:
    """The words of a text as the measures count them."""
    return Counter(word for word in WORD.findall(text.lower()) if word not in {"a", "an", "the", "that"})


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """F1 of two bags of words."""
    same = sum((one & other).values())
    return 2 * same / (sum(one.values()) + sum(other.values())) if same else 0.0
