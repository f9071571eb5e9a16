"""What an article tells in its own voice and what somebody in it says, parted: no claim twice, and none that only says who said it."""

from bisect import bisect_left
from collections.abc import Sequence

from claims.extraction.standalone.cutting.cuts import Tokens, trimmed
from claims.extraction.types import Span, Statement

MOSTLY = 0.8  # of a proposition's letters that are somebody's statement, from which it tells nothing else
CLAUSES = frozenset(("which", "who"))
FEWEST_LEFT = 4  # words that a sentence keeps when a clause is left to whoever says it


class ToldByOthers:
    """The statements of one text that have somebody behind them, by the place of what they say."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        said = [s for s in statements if s.attributed and s.cue and s.content and s.abstained is None]
        self._said = sorted(said, key=lambda s: s.content[0].start)
        self._starts = [s.content[0].start for s in self._said]

    def is_report(self, tokens: Tokens) -> bool:
        """Whether the words of the article's own voice are hardly more than what somebody is said to say, which is a claim already."""
        own = [t for t in tokens if t.start >= 0]
        if not own:
            return False
        letters = sum(t.end - t.start for t in own)
        for statement in self._within(own[0].start, own[-1].end):
            spans = (*statement.source, *statement.cue, *statement.content)
            if sum(t.end - t.start for t in own if _covers(spans, t.start, t.end)) >= MOSTLY * letters:
                return True
        return False

    def without_tag(self, tokens: Tokens) -> Tokens:
        """Without "the governor said" at the end of what a station reports that he said: it is told by whom already."""
        own = [t for t in tokens if t.start >= 0]
        for statement in self._within(own[0].start, own[-1].end) if own else ():
            tag = (*statement.source, *statement.cue)
            behind = min(span.start for span in tag) >= max(span.end for span in statement.content)
            end = len(tokens)
            while end and _covers(tag, tokens[end - 1].start, tokens[end - 1].end):
                end -= 1
            if behind and FEWEST_LEFT <= end < len(tokens) and tokens[end].start >= min(span.start for span in tag):
                return trimmed(tokens[:end])
        return tokens

    def without_reported_clause(self, tokens: Tokens) -> Tokens:
        """Without ", which the mayor said was closed" at the end or between commas: that is the mayor's."""
        for at in range(len(tokens) - 2, 0, -1):
            token = tokens[at]
            if token.lower in CLAUSES and tokens[at - 1].tag == "," and token.start >= 0:
                end = self._end_of_report(tokens, at)
                if end is not None and at - 1 + len(tokens) - end >= FEWEST_LEFT:
                    return trimmed([*tokens[: at - 1], *tokens[end:]])
        return tokens

    def _end_of_report(self, tokens: Tokens, at: int) -> int | None:
        """Where the clause ends, its comma included, if somebody's statement is all of it."""
        own = [t for t in tokens if t.start >= 0]
        for statement in self._within(own[0].start, own[-1].end):
            behind = [s for s in (*statement.source, *statement.cue, *statement.content) if s.start >= tokens[at].end]
            if (
                not behind
                or min(s.start for s in behind) - tokens[at].end > len(", ")
                or statement.cue[0] not in behind
            ):
                continue
            last = max(s.end for s in behind)
            end = next((i for i in range(at, len(tokens)) if tokens[i].start >= last), len(tokens))
            if end >= len(tokens) - 1 or tokens[end].tag == ",":
                return end + (end < len(tokens) and tokens[end].tag == ",")
        return None

    def _within(self, start: int, end: int) -> list[Statement]:
        """The statements whose cue and content lie between the two places."""
        near = self._said[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [s for s in near if all(start <= span.start and span.end <= end for span in (*s.cue, *s.content))]


def _covers(spans: Sequence[Span], start: int, end: int) -> bool:
    return any(span.start <= start and end <= span.end for span in spans)
