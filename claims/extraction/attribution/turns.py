"""Transcripts: what stands behind the label of a speaker is a statement by that speaker, word for word."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from claims.extraction.types import Form, Passage, PassageKind, Span, Statement

_BETWEEN = (PassageKind.NAVIGATION, PassageKind.HEADLINE)  # "(APPLAUSE)", or what was taken for a subhead


def spoken(
    text: str, passages: Sequence[Passage], labels: Mapping[int, Span], told: Iterator[Statement]
) -> Iterator[Statement]:
    """The narrated statements, those within a turn given to who speaks there; a question states nothing."""
    place = 0
    for statement in told:
        start = statement.content[0].start
        while place + 1 < len(passages) and passages[place].span.end <= start:
            place += 1
        label = labels.get(place)
        if label is None:
            yield statement
        elif not _asks(text, statement):
            yield replace(statement, source=(label,), form=Form.DIRECT)


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
