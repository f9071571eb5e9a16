"""Annotated articles as training segments: which token is what, seen from every anchor."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from claims.extraction import passages, sentences
from claims.extraction.reader.segments import LONGEST, NOTHING, Segment, cut
from claims.extraction.training import marked
from claims.extraction.types import Passage, Sentence, SourceKind

Row = dict[str, Any]
Pair = tuple[int, int]

NO_ANCHOR, CUE, BARE = 0, 1, 2  # a cue's main word; the first word of a content that has no cue
OUTSIDE, SOURCE, CUE_WORDS, CONTENT = 0, 1, 2, 3  # what a token is to an anchor
UNKNOWN = -100  # torch's "do not count this one"
KINDS = tuple(SourceKind)
# Words that stand before the word that carries an attribution: "has *warned*", "was later *accused* of".
WEAK = {
    *(
        "has",
        "have",
        "had",
        "was",
        "were",
        "is",
        "are",
        "am",
        "been",
        "be",
        "being",
        "will",
        "would",
        "did",
        "do",
        "does",
    ),
    *("also", "later", "first", "since", "further", "just", "only", "widely", "previously", "publicly", "then"),
    *("not", "to", "'s", "n't", "that", "and", "the", "a", "an"),
}


@dataclass(slots=True)
class Anchor:
    """One statement as seen from its anchor token: a role for each token of its passage, and its source's kind."""

    token: int
    roles: dict[int, int]
    kind: int = UNKNOWN


@dataclass(slots=True)
class Example:
    """A segment with all that is to be learnt from it."""

    segment: Segment
    anchors: list[Anchor]
    anchor_tags: list[int]
    narrated: list[int]
    factual: dict[int, int] = field(default_factory=dict)  # by sentence
    worth: dict[int, tuple[int, int]] = field(default_factory=dict)  # by sentence: has a high one, has a checkable one
    guideline: int = 0  # 0 newsdesk's, 1 GUM's
    furniture: dict[int, int] = field(default_factory=dict)  # by sentence: is it none of the article's


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def prose(row: Row) -> tuple[tuple[Passage, ...], tuple[Sentence, ...]]:
    """The stages before the reader, as the pipeline runs them."""
    found = passages.find(row["text"], row.get("title"))
    return found, sentences.split(row["text"], found)


def marked_rows(path: Path) -> Iterator[Row]:
    """Our own articles with their statements; nobody marked what of the rest is worth an entry."""
    for article in marked.articles(path):
        entries = [
            {role: [[span.start, span.end] for span in getattr(one, role)] for role in ("source", "cue", "content")}
            | {"type": "attributed", "source_name": one.name, "kind": None, "claims": [], "wide": one.wide}
            for one in article.statements
        ]
        yield {"id": article.id, "text": article.text, "marked": True, "attributions": entries}


def more_rows(texts: Path, annotations: Path) -> Iterator[Row]:
    """Further newsdesk articles: the texts lie with the data, what our own annotators made of them here, by offsets."""
    by_id = {row["id"]: row for row in rows(texts)}
    for made in rows(annotations):
        entries = [{"source_name": None, "kind": None, "claims": []} | entry for entry in made["attributions"]]
        yield by_id[made["id"]] | {"partial": True, "attributions": entries}


def unlabelled(row: Row, words: Tokenizer, longest: int = LONGEST) -> Iterator[Example]:
    """A text that nobody annotated as segments: only teachers say what is to be learnt from it."""
    found, split = prose(row)
    for segment in cut(row["text"], found, split, words, longest):
        size = len(segment.ids)
        yield Example(segment, [], [UNKNOWN] * size, [UNKNOWN] * size)


def examples(row: Row, words: Tokenizer, guideline: int, longest: int = LONGEST) -> Iterator[Example]:
    """One article as training segments."""
    found, split = prose(row)
    entries = row["attributions"]
    judged = guideline == 0 and not (
        row.get("partial") or row.get("marked")
    )  # such annotations have no worth of claims
    factual, worth = _judgements(row, split) if judged else ({}, {})
    for segment in cut(row["text"], found, split, words, longest):
        size = len(segment.ids)
        tags = [NO_ANCHOR] * size
        anchors = []
        for entry in entries:
            if entry.get("type") == "unattributed" or entry.get("wide"):
                continue
            anchor = _anchor(row["text"], entry, segment, tags)
            if anchor:
                anchors.append(anchor)
        for token in _tokens_in([span for entry in entries if entry.get("wide") for span in entry["cue"]], segment):
            if tags[token] == NO_ANCHOR:
                tags[token] = UNKNOWN  # a statement to a wider guideline: neither learnt nor learnt to be none
        inside = set(map(int, segment.sentences))
        yield Example(
            segment,
            anchors,
            tags,
            (_left_over if row.get("marked") else _narrated)(entries, segment) if guideline == 0 else [UNKNOWN] * size,
            {index: value for index, value in factual.items() if index in inside},
            {index: value for index, value in worth.items() if index in inside},
            guideline,
        )


def _tokens_in(spans: Sequence[Pair], segment: Segment) -> list[int]:
    return [
        index
        for index, (start, end) in enumerate(segment.offsets)
        if segment.passages[index] != NOTHING and any(start < e and s < end for s, e in spans)
    ]


def without_that(text: str, spans: Sequence[Pair]) -> list[Pair]:
    """GUM keeps a leading "that" in the content, newsdesk leaves it out: one habit for both."""
    return [(s + 5, e) if text[s : s + 5].lower() == "that " and e > s + 5 else (s, e) for s, e in spans]


def _anchor(text: str, entry: Row, segment: Segment, tags: list[int]) -> Anchor | None:
    content = _tokens_in(without_that(text, entry["content"]), segment)
    cue = _tokens_in(entry["cue"], segment)
    if not content or (entry["cue"] and not cue):
        return None
    token = _main_word(text, cue, segment) if cue else _first_word(text, content, segment)
    while tags[token] != NO_ANCHOR and token + 1 < len(tags) and cue:
        token += 1  # two statements on one cue: the second sits on the cue's next token
    tags[token] = CUE if cue else BARE
    roles = dict.fromkeys(content, CONTENT)
    source = _tokens_in(entry["source"], segment)
    roles |= dict.fromkeys(source, SOURCE) | dict.fromkeys(cue, CUE_WORDS)
    kind = KINDS.index(SourceKind(entry["kind"])) if source and entry.get("kind") else UNKNOWN
    return Anchor(token, roles, kind)


def _main_word(text: str, cue: Sequence[int], segment: Segment) -> int:
    for token in cue:
        start, end = segment.offsets[token]
        if text[start:end].lower() not in WEAK and text[start].isalpha():
            return token
    return cue[0]


def _first_word(text: str, content: Sequence[int], segment: Segment) -> int:
    return next((token for token in content if text[segment.offsets[token][0]].isalnum()), content[0])


def _narrated(entries: Sequence[Row], segment: Segment) -> list[int]:
    spans = [span for entry in entries if entry.get("type") == "unattributed" for span in entry["content"]]
    said = set(_tokens_in(spans, segment))
    return [UNKNOWN if passage == NOTHING else int(index in said) for index, passage in enumerate(segment.passages)]


def _left_over(entries: Sequence[Row], segment: Segment) -> list[int]:
    """Where only statements were marked, whole sentences without any are the article's own; the rest of a sentence with one may be either."""
    held = set(
        _tokens_in([span for e in entries for role in ("source", "cue", "content") for span in e[role]], segment)
    )
    touched = {segment.sentences[token] for token in held}
    wide = set(_tokens_in([span for e in entries if e.get("wide") for span in e["content"]], segment))
    return [
        UNKNOWN if passage == NOTHING or token in wide else 0 if token in held else UNKNOWN if at in touched else 1
        for token, (passage, at) in enumerate(zip(segment.passages, segment.sentences, strict=True))
    ]


def _judgements(row: Row, split: Sequence[Sentence]) -> tuple[dict[int, int], dict[int, tuple[int, int]]]:
    """For each sentence: is it an own-voice entry; has it a claim of worth high, and one that can be checked."""
    text = row["text"]
    factual = dict.fromkeys(range(len(split)), 0)
    worth = dict.fromkeys(range(len(split)), (0, 0))
    for entry in row["attributions"]:
        touched = [
            index
            for index, sentence in enumerate(split)
            if any(sentence.span.start < e and s < sentence.span.end for s, e in entry["content"])
        ]
        if not touched:
            continue
        if entry["type"] == "unattributed":
            factual |= dict.fromkeys(touched, 1)
        for claim in entry["claims"]:
            nearest = max(touched, key=lambda index: _shared(claim["text"], split[index].span.of(text)))
            high, checkable = worth[nearest]
            worth[nearest] = (high | (claim["worth"] == "high"), checkable | (claim["worth"] != "none"))
    return factual, worth


def _shared(one: str, other: str) -> float:
    a, b = set(one.lower().split()), set(other.lower().split())
    return len(a & b) / (1 + len(b)) ** 0.5
