"""Where contents end: behind a whole figure, and with the quotation that they are."""

import re

from claims.extraction.types import Span

_FIGURE = re.compile(r"(?:(?<=[$£€])\d[\d,.]*\d|(?<=\d),\d{3}(?:,\d{3})*)(?: (?:million|billion|trillion|bn|m)\b)?")
_QUOTED_THEN = re.compile(
    r"[^\"”“]*[,.][\"”](?P<rest> (?!.* and that )(?:highlighting|adding|citing|referring|echoing|noting|stressing|pointing|describing) [^\"“”]*)$"
)


def with_figure(text: str, span: Span) -> Span:
    """With the rest of a figure that it cuts: "to £200|*,000*", "to $|*50 million*"."""
    rest = _FIGURE.match(text, span.end) if text[span.end - 1] in "$£€0123456789" else None
    return Span(span.start, rest.end()) if rest else span


def to_quote(text: str, content: list[Span]) -> list[Span]:
    """A quotation without what the article says of it: "“We need it,” *highlighting* the needs"."""
    if len(content) != 1 or text[content[0].start] not in '"“':
        return content
    closed = _QUOTED_THEN.match(text, content[0].start + 1, content[0].end)
    return [Span(content[0].start, closed.start("rest"))] if closed else content
