"""``python -m benchmarks.furniture.fresh``: pages that nothing was learnt from: six as markup and as its copy, six as pastes, seven later ones, and twenty.

The seven (`pages_kept`) were written, with eight more that are not stored, before any rule of their day was read, and nobody has looked at
what fails in them. The twenty (`pages_unseen`), ten as markup and ten as pastes, came from somebody who saw nothing of this project.

A line of a paste begins with ``P`` where it is a paragraph of the article, ``T`` for the headline and ``~`` for what may be read or not.
"""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.furniture.saved import Outcome, Saved, as_page, as_paste, outcome, saved
from claims.extraction import pipeline
from claims.extraction.pipeline import Pipeline

HERE = Path(__file__).parents[2] / "tests" / "extraction"
FRESH, KEPT, UNSEEN = HERE / "pages_fresh", HERE / "pages_kept", HERE / "pages_unseen"


def pasted(folder: Path = FRESH) -> Iterator[tuple[Saved, str]]:
    """The pastes with their gold, each with the text that is read."""
    for path in sorted(folder.glob("*.txt")):
        marked: dict[str, list[str]] = {"P": [], "T": [], "~": [], "": []}
        lines = []
        for line in path.read_text(encoding="utf-8").splitlines():
            mark = line[0] if line[:2] in ("P ", "T ", "~ ") else ""
            lines.append(line[2:] if mark else line)
            marked[mark].append(lines[-1])
        yield Saved(path.stem, "", marked["T"][0], tuple(marked["P"]), tuple(marked["~"])), "\n".join(lines)


def outcomes(ready: Pipeline, folder: Path = FRESH) -> Iterator[tuple[str, str, Outcome]]:
    """Name, way and outcome of every page."""
    for page in saved(folder):
        yield page.name, "saved", as_page(page, ready)
        yield page.name, "copied", as_paste(page, ready)
    for page, text in pasted(folder):
        yield page.name, "pasted", outcome(page, text, None, ready)


def main() -> None:
    ready = pipeline.load()
    for folder in (FRESH, KEPT, UNSEEN):
        whole: dict[str, list[int]] = {}
        for _, way, one in outcomes(ready, folder):
            sums = whole.setdefault(way, [0, 0, 0, 0])
            for place, count in enumerate((len(one.leaked), len(one.claimed), len(one.lost), one.prose)):
                sums[place] += count
        for way, (leaked, claimed, lost, prose) in whole.items():
            told = f"leaked {leaked:3} passages, {claimed:3} claims proposed   lost {lost:2} of {prose}"
            print(f"{folder.name:12} {way:8} {told}")


if __name__ == "__main__":
    main()
