"""``python -m benchmarks.furniture.kept_lines``: single lines of houses, and small news stories that look like them, none ever learnt from.

Every line stands once between the paragraphs of an article and once behind them, then six of them behind a story of the other
file. Only figures are printed: who reads the lines that fail will write rules for them, and needs new ones.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claims.extraction import pipeline
from claims.extraction.pipeline import Pipeline
from tests.extraction.articles import ARTICLES

HERE = Path(__file__).parents[2] / "tests" / "extraction" / "furniture_kept"
_BLOCK = 6  # lines of the house behind a story


@dataclass(slots=True)
class Told:
    """How many lines were there, how many were taken for the wrong thing, and the claims that were made of the house's."""

    house: int = 0
    leaked: int = 0
    claims: int = 0
    waiting: int = 0  # claims of the house's that are not proposed but left to a person
    news: int = 0
    lost: int = 0

    def line(self, name: str) -> str:
        return (
            f"{name:22} leaked {self.leaked:3} of {self.house} lines, {self.claims:3} claims, {self.waiting:3} waiting"
            f"   lost {self.lost:2} of {self.news}"
        )


def blocks(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The headings of a file of lines ("# police appeal"), each with its lines."""
    for block in path.read_text(encoding="utf-8").split("# ")[1:]:
        heading, *lines = block.rstrip("\n").split("\n")
        yield heading, lines


def house() -> list[str]:
    return [line for _, lines in blocks(HERE / "house.txt") for line in lines]


def news() -> list[list[str]]:
    return [lines for _, lines in blocks(HERE / "news.txt")]


def read(ready: Pipeline, told: Told, lines: list[tuple[str, bool]]) -> None:
    """Add what became of *lines* to *told*; the bool says whether a line is news."""
    text, places = "", []
    for line, own in lines:
        places.append((len(text), len(text) + len(line), own))
        text += line + "\n\n"
    made = ready.run(text)
    prose = [passage.span for passage in made.passages if passage.is_prose or passage.kind in ("headline", "speaker")]
    for start, end, own in places:
        kept = any(span.start < end and start < span.end for span in prose)
        if own:
            told.news += 1
            told.lost += not kept
        else:
            told.house += 1
            told.leaked += kept
            of_it = [c for c in made.claims if any(s.start < end and start < s.end for s in c.appearances[0].spans)]
            told.claims += sum(claim.abstained is None for claim in of_it)
            told.waiting += sum(claim.abstained is not None for claim in of_it)


def measure(ready: Pipeline) -> dict[str, Told]:
    """The figures of each way to place the lines."""
    told = {
        "between paragraphs": Told(),
        "behind the article": Told(),
        "six behind a story": Told(),
        "stories alone": Told(),
    }
    for number, line in enumerate(house()):
        paragraphs = [(paragraph, True) for paragraph in ARTICLES[number % len(ARTICLES)].paragraphs]
        read(ready, told["between paragraphs"], [*paragraphs[:3], (line, False), *paragraphs[3:]])
        read(ready, told["behind the article"], [*paragraphs, (line, False)])
    lines = house()
    for number, story in enumerate(news()):
        own = [(line, True) for line in story]
        behind = [(line, False) for line in lines[number * _BLOCK : (number + 1) * _BLOCK]]
        read(ready, told["stories alone"], own)
        read(ready, told["six behind a story"], own + behind)
    return told


if __name__ == "__main__":
    for name, one in measure(pipeline.load()).items():
        print(one.line(name))
