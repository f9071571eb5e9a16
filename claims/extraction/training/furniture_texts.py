"""The texts that the judge of the second look learns from: articles among furniture, with the places of their prose.

Furniture comes from our own pages and templates (benchmarks.furniture, tests/extraction/pages) and from lines of our own
(`house_talk.txt`, and `furniture_corpus.txt` in some 450 kinds); article prose from newsdesk, GUM, debates, and lines and small stories of our own
that look like furniture and are none (`article_talk.txt`, `news_corpus.txt`).
"""

import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.furniture.__main__ import clean
from benchmarks.furniture.house_lines import HOUSE_LINES
from benchmarks.furniture.kept_lines import blocks
from benchmarks.furniture.paste import PASTE
from benchmarks.furniture.paste_more import PASTE_MORE
from benchmarks.furniture.paste_third import PASTE_THIRD
from benchmarks.furniture.saved import copied, places_of, saved
from benchmarks.furniture.wrapping import Article, wrap
from claims.extraction import pages
from claims.extraction.types import Span

HERE = Path(__file__).parent
OF_CORPUS = "corpus: "  # how the groups begin that are kinds of the corpus
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

HELD = 5  # every so manieth kind of the corpus the reader does not learn: by those the judge learns how far to trust it
Line = tuple[str, bool]  # with whether it is prose


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


def of_lines(articles: Sequence[Article], lines: Sequence[Line], chance: random.Random) -> Iterator[Text]:
    """Single lines, three to an article, anywhere behind its first paragraph; the bool says whether a line is prose."""
    for start in range(0, len(lines), 3):
        kept = [(paragraph, True) for paragraph in chance.choice(articles).paragraphs]
        for line in lines[start : start + 3]:
            kept.insert(chance.randrange(1, len(kept) + 1), line)
        yield _composed(f"lines {start % 60}", kept)


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
        yield _composed(f"cards {start % 60}", kept)


def of_corpus(articles: Sequence[Article], chance: random.Random) -> Iterator[Text]:
    """The corpus in runs of one to six lines of a kind: behind, between, before or scattered over an article or a small story."""
    kinds = list(blocks(HERE / "furniture_corpus.txt"))
    stories = [lines for _, lines in blocks(HERE / "news_corpus.txt")]
    for place, (kind, lines) in enumerate(kinds):
        own = [story for number, story in enumerate(stories) if number % len(kinds) == place] or [
            chance.choice(stories)
        ]
        yield from (_composed(OF_CORPUS + kind, [(line, True) for line in story]) for story in own)
        chance.shuffle(lines)
        start = 0
        while start < len(lines):
            run = [(line, False) for line in lines[start : start + chance.choice((1, 1, 2, 3, 4, 6))]]
            start += len(run)
            host = chance.choice((chance.choice(own), chance.choice(articles).paragraphs[: chance.randrange(4, 10)]))
            yield _composed(OF_CORPUS + kind, _placed([(line, True) for line in host], run, chance))


def is_held(group: str) -> bool:
    """Whether the reader may not learn from texts of this group."""
    return group.startswith(OF_CORPUS) and sum(group.encode()) % HELD == 0


def _placed(host: Sequence[Line], run: Sequence[Line], chance: random.Random) -> list[Line]:
    kept, way = list(host), chance.random()
    if way < 0.7:
        at = len(kept) if way < 0.35 else chance.randrange(1, len(kept) + 1) if way < 0.6 else 0
        return [*kept[:at], *run, *kept[at:]]
    for line in run:
        kept.insert(chance.randrange(1, len(kept) + 1), line)
    return kept


def _composed(group: str, lines: Sequence[Line]) -> Text:
    text, prose = "", []
    for line, own in lines:
        prose += [Span(len(text), len(text) + len(line))] if own else []
        text += line + "\n\n"
    return Text(group, text, prose)


def of_articles(rows: Iterable[dict[str, Any]], name: str) -> Iterator[Text]:
    for number, row in enumerate(rows):
        junk = sorted(piece["span"] for piece in row.get("junk", []))
        edges = [0, *(edge for span in junk for edge in span), len(row["text"])]
        prose = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]
        yield Text(f"{name} {number % 40}", row["text"], prose)


def of_debates(rows: Sequence[dict[str, Any]]) -> Iterator[Text]:
    """Debates, which are full of "I", "you" and "we", as paragraphs of a few sentences."""
    said = [row["text"] for row in rows if len(row["text"]) > 40]
    for start in range(0, len(said) - 24, 24):
        text = "\n\n".join(" ".join(said[n : n + 3]) for n in range(start, start + 24, 3))
        yield Text(f"debate {start % 50}", text, [Span(0, len(text))])


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
    yield from of_corpus(articles, chance)
    yield from of_articles(train, "newsdesk")
    yield from of_articles(rows_of(data / "newsdesk" / "unlabelled.jsonl"), "unlabelled")
    yield from of_articles(rows_of(data / "attribution" / "gum_other_train.jsonl"), "gum")
    yield from of_debates(rows_of(data / "checkworthiness" / "claimbuster_train.jsonl")[::8])


def _first(paragraph: str) -> str:
    return re.split(r"(?<=[a-z\d)][.!?])\s", paragraph, maxsplit=1)[0]
