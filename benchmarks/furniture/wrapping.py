"""Fill the templates: paragraphs of an article among furniture, and where both came to lie."""

import html
import re
from dataclasses import dataclass, field

from claims.extraction.types import Span

_SLOT = re.compile(r"@(rest|\d)")
_FIELD = re.compile(r"\{([a-zA-Z_]+)(\d?)\}")


@dataclass(frozen=True, slots=True)
class Article:
    """A clean article: its paragraphs are prose, word for word."""

    title: str
    paragraphs: tuple[str, ...]
    author: str = "Maria Fenwick"
    city: str = "Lisbon"
    day: str = "Sunday 23 June 2019"


@dataclass(slots=True)
class Wrapped:
    """A text with the spans of its prose and of its furniture."""

    text: str = ""
    prose: list[tuple[int, Span]] = field(default_factory=list)  # with the number of the paragraph
    furniture: list[Span] = field(default_factory=list)

    def add(self, piece: str, paragraph: int | None = None) -> None:
        start = len(self.text)
        self.text += piece
        if not piece.strip():
            return
        if paragraph is None:
            self.furniture.append(Span(start, len(self.text)))
        else:
            self.prose.append((paragraph, Span(start, len(self.text))))


def fields(article: Article, others: list[Article]) -> dict[str, str]:
    """What the templates may name: this article's particulars and the headlines and first sentences of others."""
    weekday, day, month, year = article.day.split()
    made = {
        "title": article.title,
        "author": article.author,
        "AUTHOR": article.author.upper(),
        "city": article.city,
        "CITY": article.city.upper(),
        "day": article.day,
        "date": f"{day} {month} {year}",
        "us": f"{month} {day}, {year}",
        "us_day": f"{weekday}, {month} {day}, {year}",
        "year": year,
        "caption": _caption(article.paragraphs[len(article.paragraphs) // 2]),
    }
    for number, other in enumerate(others, start=1):
        made[f"other{number}"] = other.title
        made[f"teaser{number}"] = _first_sentence(other.paragraphs[0])
    return made


def _first_sentence(paragraph: str) -> str:
    return re.split(r"(?<=[a-z\d)][.!?])\s", paragraph, maxsplit=1)[0]


def _caption(paragraph: str) -> str:
    """A sentence of the body as a caption gives it: without its full stop, and cut where a clause ends."""
    sentence = _first_sentence(paragraph).rstrip(".!?\"'”’ ")
    head, comma, _ = sentence.rpartition(", ")
    return head if comma and len(head.split()) > 8 else sentence


def wrap(template: str, article: Article, others: list[Article], *, markup: bool = False) -> Wrapped:
    """The article in the template; ``markup`` escapes what is filled in and sets paragraphs as ``<p>``."""
    known = fields(article, others)
    made = Wrapped()
    place = 0
    for line in template.strip("\n").split("\n"):
        if line.startswith("~"):
            made.text += _filled(line[1:], known, markup=markup) + "\n"
            continue
        before, slot, after = line.partition(found[0] if (found := _SLOT.search(line)) else "@@")
        made.add(_filled(before, known, markup=markup))
        if slot:
            count = len(article.paragraphs) if slot == "@rest" else int(slot[1:])
            chosen = range(place, min(place + count, len(article.paragraphs)))
            place = max(place, chosen.stop)
            for number in chosen:
                text = article.paragraphs[number]
                made.add("" if number == chosen.start else "\n\n")
                made.add(f"<p>{html.escape(text)}</p>" if markup else text, number)
        made.add(_filled(after, known, markup=markup))
        made.add("\n")
    return made


def _filled(piece: str, known: dict[str, str], *, markup: bool) -> str:
    def value(match: re.Match[str]) -> str:
        found = known[match[1] + match[2]]
        return html.escape(found) if markup else found

    return _FIELD.sub(value, piece)
