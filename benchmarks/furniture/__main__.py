"""``python -m benchmarks.furniture [ARTICLES.jsonl]``: leaks and losses for every kind, over clean articles."""

import argparse
from collections.abc import Callable
from datetime import date

from benchmarks import lent
from benchmarks.furniture.held_out import HELD_OUT
from benchmarks.furniture.measuring import Count, measure, measure_page
from benchmarks.furniture.pages import PAGES
from benchmarks.furniture.paste import PASTE
from benchmarks.furniture.paste_more import PASTE_MORE
from benchmarks.furniture.paste_third import PASTE_THIRD
from benchmarks.furniture.saved import KEPT_APART, Outcome, Saved, as_page, as_paste, saved
from benchmarks.furniture.wrapping import Article, wrap
from claims.extraction import pipeline
from claims.extraction.pipeline import Pipeline


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    lent.ask_for_articles(ask)
    ask.add_argument("--verbose", action="store_true")
    ask.add_argument("--every", type=int, default=1, help="take each n-th article")
    chosen = ask.parse_args()
    articles = [made for article in lent.articles(chosen.articles) if (made := clean(article))]
    sets = (
        ("rules were written on", PASTE | PASTE_MORE | PASTE_THIRD, False),
        ("kept apart", HELD_OUT, False),
        ("saved pages", PAGES, True),
    )
    for name, kinds, markup in sets if articles else ():
        whole = Count()
        for kind, template in kinds.items():
            count = Count()
            for number in range(0, len(articles), chosen.every):
                others = [articles[(number + step) % len(articles)] for step in range(1, 7)]
                wrapped = wrap(template, articles[number], others, markup=markup)
                count.add(measure_page(wrapped) if markup else measure(wrapped))
            report(kind, count, verbose=chosen.verbose)
            whole.add(count)
        report(f"ALL, {name}", whole, verbose=False)
    whole_pages(verbose=chosen.verbose)


def whole_pages(*, verbose: bool) -> None:
    """The pages written by hand, as markup and as paste, with the claims that are made of their furniture."""
    ready = pipeline.load()
    ways: dict[str, Callable[[Saved, Pipeline], Outcome]] = {"saved": as_page, "copied": as_paste}
    for apart in (False, True):
        for way, read in ways.items():
            whole = Outcome()
            for page in saved():
                if (page.name in KEPT_APART) is not apart:
                    continue
                told = read(page, ready)
                whole.prose += told.prose
                for sort in ("leaked", "claimed", "lost"):
                    getattr(whole, sort).extend(getattr(told, sort))
                    if verbose:
                        print(
                            "".join(f"    {page.name}, {way}: {sort} {line}\n" for line in getattr(told, sort)), end=""
                        )
            name = f"WHOLE PAGES, {way}" + ", kept apart" * apart
            print(
                f"{name:55} leaked {len(whole.leaked):5} passages, {len(whole.claimed):4} claims"
                f"   lost {len(whole.lost):4} of {whole.prose:6} ({len(whole.lost) / max(1, whole.prose):.4f})"
            )


def clean(row: dict) -> Article | None:
    """The article without its junk lines; none where what is left is too short to wrap."""
    junk = [piece["span"] if isinstance(piece, dict) else piece for piece in row.get("junk", [])]
    kept, place = [], 0
    for line in row["text"].split("\n"):
        start, end = place, place + len(line)
        place = end + 1
        shown = line.strip()
        if len(shown) > 60 and shown[-1] in '."”' and not any(s < end and start < e for s, e in junk):
            kept.append(shown)
    if len(kept) < 4:
        return None
    day = date.fromisoformat(row["date"])
    return Article(row["title"], tuple(kept), day=f"{day:%A} {day.day} {day:%B} {day.year}")


def report(kind: str, count: Count, *, verbose: bool) -> None:
    print(
        f"{kind:55} leaked {len(count.leaked):5} of {count.furniture:6} ({len(count.leaked) / max(1, count.furniture):.4f})"
        f"   lost {len(count.lost):4} of {count.prose:6} ({len(count.lost) / max(1, count.prose):.4f})"
    )
    if verbose:
        for label, shown in (("LEAK", count.leaked), ("LOSS", count.lost)):
            for line in sorted(set(shown))[:40]:
                print(f"    {label} x{shown.count(line)} {line}")


if __name__ == "__main__":
    main()
