"""Transcripts: what stands behind the label of a speaker is a statement by that speaker, word for word."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from claims.extraction.types import Form, Passage, PassageKind, Span, Statement

_OWN = frozenset(("i", "we"))  # "I think", "we found": whoever has the turn vouches for it
_BETWEEN = (PassageKind.NAVIGATION, PassageKind.HEADLINE)  # "(APPLAUSE)", or what was taken for a subhead


def spoken(
    text: str, passages: Sequence[Passage], labels: Mapping[int, Span], told: Iterable[Statement]
) -> Iterator[Statement]:
    """The statements, those that are a turn's own given to who speaks there; a question states nothing.

    Where the speaker says "I" or "we", that stays a source beside the label.
    """
    starts = [passage.span.start for passage in passages]
    for statement in told:
        label = labels.get(bisect_right(starts, statement.content[0].start) - 1)
        named = {span.of(text).lower() for span in statement.source}
        if label is None or not named <= _OWN | {"you"} or (statement.cue and not named):  # "it is said that"
            yield statement
        elif not _asks(text, statement):
            own = named <= _OWN
            yield replace(statement, source=(label, *statement.source), form=Form.DIRECT) if own else statement


def labels_over(passages: Sequence[Passage]) -> dict[int, Span]:
    """The label over each passage of a turn; the last turn is one paragraph, since nobody knows where the article goes on."""
    found: dict[int, Span] = {}
    label: Span | None = None
    signs = {passage.led_by for passage in passages}  # a name below or above a post, which has no turn
    labels = {n for n, passage in enumerate(passages) if passage.kind is PassageKind.SPEAKER and n not in signs}
    last = max(labels, default=-1)
    for number, passage in enumerate(passages):
        if number in labels:
            label = passage.span
        elif label is not None and passage.is_prose:
            found[number] = label
            if number > last:
                return found
        elif passage.kind not in _BETWEEN:
            label = None
    return found


def _asks(text: str, statement: Statement) -> bool:
    end = statement.content[-1].end
    return text[end - 1 : end + 2].find("?") >= 0
