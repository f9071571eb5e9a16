"""When to leave a statement to a person, and what to say then."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claims.extraction.types import Passage, Quotation, Sentence, Span, Statement

UNBALANCED = "A quotation mark in this statement is never closed, so its end is uncertain."
CUT_OFF = "The text breaks off in this sentence."
CHECKED = "This repeats the claim that the article checks."
STRANGE = "It is not certain that these words belong to the article."

# Headings of fact-checks, below which the claim stands that they check.
_CLAIMED = re.compile(
    r"(?:what was claimed|(?:the |our )?claim|what (?:they|people) (?:say|said|claim|are claiming)|claim we checked)[:?]?"
)


class Doubts:
    """What in a text cannot be read with confidence, looked up by place."""

    def __init__(
        self, passages: Sequence[Passage], sentences: Sequence[Sentence], quotations: dict[int, list[Quotation]]
    ) -> None:
        self._sentences = sentences
        self._unclosed: dict[int, list[Span]] = {}
        prose = [index for index, passage in enumerate(passages) if passage.is_prose]
        for index, following in zip(prose, [*prose[1:], None], strict=False):  # no prose at all is no error
            open_ones = [q.span for q in quotations.get(index, ()) if not q.closed]
            if open_ones and not (following is not None and _opens(passages[following], quotations.get(following, ()))):
                self._unclosed[index] = open_ones

    def about(self, passage: int, content: Sequence[Span]) -> str | None:
        """Why a person should look at the spans, or nothing."""
        if any(span.overlaps(other) for other in self._unclosed.get(passage, ()) for span in content):
            return UNBALANCED
        last = content[-1]
        at = bisect_right(self._sentences, last.start, key=lambda sentence: sentence.span.start) - 1
        if at >= 0 and self._sentences[at].cut_off and last.end >= self._sentences[at].span.end - 1:
            return CUT_OFF
        return None


def waiting(
    text: str, statements: Iterable[Statement], sentences: Sequence[Sentence], passages: Sequence[Passage]
) -> Iterator[Statement]:
    """The statements; those out of passages that may be none of the article's are left to a person, and the claim that it checks."""
    starts = [sentence.span.start for sentence in sentences]
    checked = {
        number + 1
        for number, passage in enumerate(passages)
        if _CLAIMED.fullmatch(passage.span.of(text).strip().lower())
    }
    for one in statements:
        at = bisect_right(starts, one.content[0].start) - 1
        if at >= 0 and sentences[at].doubtful:
            yield replace(one, abstained=STRANGE)
        elif at >= 0 and not one.attributed and sentences[at].passage in checked:
            yield replace(one, abstained=CHECKED)
        else:
            yield one


def _opens(passage: Passage, quotations: Sequence[Quotation]) -> bool:
    """Whether the passage begins with a quotation mark: the way in which news carries a quotation over paragraphs."""
    return any(quotation.span.start == passage.span.start for quotation in quotations)
