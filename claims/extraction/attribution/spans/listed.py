"""Lists whose items a semicolon parts are one content: "demanded testimony from Orr, who …; Rep. Scott Lind of Ohio, who …; and …"."""

import re
from collections.abc import Sequence

from claims.extraction.attribution.drafts import Draft, trimmed
from claims.extraction.types import Quotation, Span

# Behind the semicolon stands a name that something is told of, and no clause.
_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,4}"
_ITEM = re.compile(rf"; (?:and |or )?{_NAME}(?: (?:of|from) {_NAME})?, (?:who|the|an?|whose|which) ")
_FIRST = re.compile(rf"{_NAME}(?:,? (?:of|from) {_NAME})?, (?:who|the|an?|whose|which) ")
# "called the poll an “outlier,” *saying* others showed a race": behind the mark the speaker goes on with another verb.
_PARTICIPLE = re.compile(r"[,.](?P<mark>[\"”]) (?:saying|adding|noting|arguing|warning|claiming|insisting)\b")
_LAST = re.compile(r"; (?:and|or) [^;]*$")


def _goes_on_listing(text: str, at: int, end: int) -> bool:
    """Whether the semicolon at that place parts two items, and another does with "and" before the sentence ends."""
    return _ITEM.match(text, at, end) is not None and _LAST.search(text, at, end) is not None


def to_semicolon(
    text: str, content: list[Span], draft: Draft, sentence: Span, quotations: Sequence[Quotation]
) -> list[Span]:
    """An indirect content to its first semicolon: of newsdesk's annotators three in four end it there."""
    if not draft.cue or not content or content[-1].start < draft.cue[0].end:
        return content
    last = content[-1]
    if goes_on := _PARTICIPLE.search(text, last.start, last.end):
        return [*content[:-1], Span(last.start, goes_on.start("mark") + 1)]
    first = _FIRST.search(text, last.start, last.end)  # the item before the semicolon, which is in the content
    if first and text.startswith("; ", last.end) and _goes_on_listing(text, last.end, sentence.end):
        end = sentence.end - text[: sentence.end].endswith(".")
        return [*content[:-1], Span(last.start, end)]
    at = text.find("; ", content[-1].start, content[-1].end)
    if (
        at < 0
        or _goes_on_listing(text, at, content[-1].end)
        or any(quotation.span.start < at < quotation.span.end for quotation in quotations)
    ):
        return content
    kept = trimmed(text, Span(content[-1].start, at)) if at > content[-1].start else None
    return [*content[:-1], kept] if kept else content
