"""Train the judge of the second look: which passages that the rules left as prose are furniture.

    python -m claims.extraction.training.furniture --data DATA --out claims/extraction/weights/furniture.npz [--folds 6]

Furniture comes from our own pages and templates (benchmarks.furniture, tests/extraction/pages) and from single lines of our own
(`house_talk.txt`), article prose from newsdesk, GUM, debates and lines of our own that look like furniture and are none
(`article_talk.txt`). Part of what the rules find is given back to the prose, so that the judge learns what furniture is and
not only what the rules leave; every text is read whole, so that it learns what furniture looks like among an article.
"""

import argparse
import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

from benchmarks.furniture.__main__ import clean
from benchmarks.furniture.house_lines import HOUSE_LINES
from benchmarks.furniture.paste import PASTE
from benchmarks.furniture.paste_more import PASTE_MORE
from benchmarks.furniture.paste_third import PASTE_THIRD
from benchmarks.furniture.saved import copied, places_of, saved
from benchmarks.furniture.wrapping import Article, wrap
from claims.extraction import pages, passages, reader, sentences
from claims.extraction.passages import second_look
from claims.extraction.reader.values import Floats
from claims.extraction.types import Passage, PassageKind, Span

HERE = Path(__file__).parent
GIVEN_BACK = 0.35  # share of the furniture found by rules that is read as prose
MOSTLY, HARDLY = 0.7, 0.15  # share of a passage's letters that are the article's own: prose, or furniture
LOSS_COSTS = 10.0  # a paragraph put away costs as much as so many lines let through
STRENGTH = 0.02  # of the fit to the training set, against small weights
_LABELS = (
    "Read more",
    "Related",
    "news",
    "You may also like",
    "Opinion",
    "Video",
    "Featured",
    "2 comments",
    "Advertisement",
    "In focus",
)
_BUTTONS = (
    "Share",
    "Reply",
    "Like (12)",
    "3 min read",
    "Sign up",
    "Subscribe",
    "2 hours ago",
    "Watch",
    "Learn more",
    "Close",
)
_SUBHEADS = (
    "What happened",
    "A long road back",
    "‘Nobody called us’",
    "The money",
    "Questions remain",
    "A divided town",
)
TEMPLATES = PASTE | PASTE_MORE | PASTE_THIRD


@dataclass(frozen=True, slots=True)
class Text:
    """A text with the spans of its article, and what it is counted with in cross-validation."""

    group: str
    text: str
    prose: Sequence[Span]


def of_pages(folder: Path | None = None) -> Iterator[Text]:
    for page in saved(folder) if folder else saved():
        for text in (pages.read_html(page.markup.encode()).text, copied(page.markup)):
            wanted = (*page.prose, *page.either, page.title)
            yield Text(page.name, text, [span for one in wanted for span in places_of(text, one)])


def of_templates(articles: Sequence[Article], every: int) -> Iterator[Text]:
    for first, (kind, template) in enumerate(TEMPLATES.items()):
        for number in range(first % every, len(articles), every):
            others = [articles[(number + step) % len(articles)] for step in range(1, 7)]
            made = wrap(template, articles[number], others)
            yield Text(kind, made.text, [span for _, span in made.prose])


def of_lines(articles: Sequence[Article], lines: Sequence[tuple[str, bool]], chance: random.Random) -> Iterator[Text]:
    """Single lines, three to an article, anywhere behind its first paragraph; the bool says whether a line is prose."""
    for start in range(0, len(lines), 3):
        kept = [(paragraph, True) for paragraph in chance.choice(articles).paragraphs]
        for line in lines[start : start + 3]:
            kept.insert(chance.randrange(1, len(kept) + 1), line)
        text, prose = "", []
        for line, own in kept:
            prose += [Span(len(text), len(text) + len(line))] if own else []
            text += line + "\n\n"
        yield Text(f"lines {start % 60}", text, prose)


def of_cards(articles: Sequence[Article], teasers: Sequence[str], chance: random.Random) -> Iterator[Text]:
    """Teasers, comments and appeals as pages show them: under a label or a headline, over a name or a button; and subheads."""
    for start in range(0, len(teasers) - 2, 3):
        kept = [(paragraph, True) for paragraph in chance.choice(articles).paragraphs]
        for teaser in teasers[start : start + 3]:
            card = [chance.choice(("", *_LABELS)), chance.choice(("", chance.choice(articles).title)), teaser]
            card += [chance.choice(("", *_BUTTONS)), chance.choice(("", chance.choice(articles).author))]
            place = chance.randrange(1, len(kept) + 1)
            kept[place:place] = [(line, False) for line in card if line]
        place = chance.randrange(1, len(kept))
        kept.insert(place, (chance.choice(_SUBHEADS), True))
        text, prose = "", []
        for line, own in kept:
            prose += [Span(len(text), len(text) + len(line))] if own else []
            text += line + "\n\n"
        yield Text(f"cards {start % 60}", text, prose)


def of_articles(rows: Iterable[dict[str, Any]], every: int = 1) -> Iterator[Text]:
    for number, row in enumerate(rows):
        if number % every:
            continue
        junk = sorted(piece["span"] for piece in row.get("junk", []))
        edges = [0, *(edge for span in junk for edge in span), len(row["text"])]
        prose = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]
        yield Text(f"article {number % 40}", row["text"], prose)


def of_debates(rows: Sequence[dict[str, Any]]) -> Iterator[Text]:
    """Debates, which are full of "I", "you" and "we", as paragraphs of a few sentences."""
    said = [row["text"] for row in rows if len(row["text"]) > 40]
    for start in range(0, len(said) - 24, 24):
        text = "\n\n".join(" ".join(said[n : n + 3]) for n in range(start, start + 24, 3))
        yield Text(f"debate {start % 50}", text, [Span(0, len(text))])


def examples(texts: Iterable[Text], chance: random.Random) -> Iterator[tuple[str, Floats, int, str]]:
    """Group, row, whether it is furniture, and words of every passage that the rules leave, or are made to leave."""
    ready = reader.load()
    for one in texts:
        found, labels = _labelled(one, chance)
        split = sentences.split(one.text, found)
        if not split:
            continue
        numbers, rows = second_look.described(one.text, found, split, ready.read(one.text, found, split))
        for number, row in zip(numbers, rows, strict=True):
            if (label := labels[number]) is not None:
                yield one.group, row, label, found[number].span.of(one.text)


def _labelled(one: Text, chance: random.Random) -> tuple[tuple[Passage, ...], list[int | None]]:
    own = np.zeros(len(one.text) + 1, dtype=bool)
    for span in one.prose:
        own[span.start : span.end] = True
    found, labels = [], []
    for passage in passages.find(one.text):
        share = own[passage.span.start : passage.span.end].mean()
        label = 0 if share >= MOSTLY else 1 if share <= HARDLY else None
        if label == 1 and not passage.is_prose and chance.random() < GIVEN_BACK:
            passage = Passage(passage.span, PassageKind.BODY)
        found.append(passage)
        labels.append(label if passage.is_prose else None)
    return tuple(found), labels


def lines_of(name: str) -> list[str]:
    return (HERE / name).read_text(encoding="utf-8").split("\n")[:-1]


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def gathered(data: Path, chance: random.Random) -> Iterator[Text]:
    train = rows_of(data / "newsdesk" / "train.jsonl")
    articles = [made for row in train if (made := clean(row))]
    yield from (text for _ in range(3) for text in of_pages())
    yield from of_templates(articles, every=25)
    talk = [(line, False) for line in (*HOUSE_LINES, *lines_of("house_talk.txt"))]
    talk += [(line, True) for line in lines_of("article_talk.txt")]
    for _ in range(3):
        chance.shuffle(talk)
        yield from of_lines(articles, talk, chance)
    teasers = [line for line, own in talk if not own] + [_first(a.paragraphs[0]) for a in articles]
    chance.shuffle(teasers)
    yield from of_cards(articles, teasers, chance)
    yield from of_articles(train)
    yield from of_articles(rows_of(data / "attribution" / "gum_other_train.jsonl"), every=2)
    yield from of_debates(rows_of(data / "checkworthiness" / "claimbuster_train.jsonl")[::12])


def _first(paragraph: str) -> str:
    return re.split(r"(?<=[a-z\d)][.!?])\s", paragraph, maxsplit=1)[0]


def fitted(rows: Floats, labels: Floats) -> tuple[Floats, float]:
    scaler = StandardScaler().fit(rows)
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit(scaler.transform(rows), labels, sample_weight=np.where(labels == 1, 1.0, LOSS_COSTS))
    weights = model.coef_[0] / scaler.scale_
    return weights.astype(np.float32), float(model.intercept_[0] - weights @ scaler.mean_)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, required=True)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--folds", type=int, default=6)
    chosen = ask.parse_args()
    chance = random.Random(11)
    groups, rows, labels, words = zip(*examples(gathered(chosen.data, chance), chance), strict=True)
    table, gold = np.array(rows), np.array(labels, dtype=np.float32)
    held = np.zeros(len(gold), dtype=np.float32)
    for train, test in GroupKFold(chosen.folds).split(table, gold, groups):
        held[test] = second_look.Judge(*fitted(table[train], gold[train])).chances(table[test])
    print(f"{int(gold.sum())} passages of furniture, {int((gold == 0).sum())} of articles")
    for least in (0.5, 0.8, 0.9, 0.95, 0.98):
        put = held >= least
        print(
            f"from {least}: put away {int((put & (gold == 1)).sum())} of furniture, {int((put & (gold == 0)).sum())} of articles"
        )
    for index in np.argsort(-held * (gold == 0))[:40]:
        print(f"    {held[index]:.2f} {groups[index]}: {words[index][:120]!r}")
    weights, bias = fitted(table, gold)
    np.savez(chosen.out, weights=weights, bias=np.float32(bias))


if __name__ == "__main__":
    main()
