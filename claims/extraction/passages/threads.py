"""Readers' comments: told by what comes again with each of them, a button to answer it or its time, however much they say.

A thread is often longer than its article and speaks of the same things in whole sentences, so that neither its place nor its words betray it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.extraction.passages import closing
from claims.extraction.passages.lines import Piece
from claims.extraction.types import PassageKind

_PARAGRAPH = 8  # words
_AGAIN = 3  # comments make a thread
_APART = 14  # lines of one comment at most, with its name, its time and its buttons
_HEADED_WITHIN = 20  # lines from the heading to the first comment's button
_WRITTEN_WITHIN = 6  # lines from a comment's time to its button
_LONGEST = 40  # characters of a row of buttons
# Copied buttons are glued to their counts and to one another: "12ReplyShare ›". "Share" alone stands under a live blog's entries too.
_BUTTON = re.compile(
    r"\d*(?:Share)? ?(?:Reply|REPLY|Report(?: abuse| comment)?|Flag|Recommend(?:ed)?|Respect|Upvote|Click to rate|Like|Quote)(?=$|[\d ›|·•(]|[A-Z])"
)
_WRITTEN = re.compile(
    r"(?:\d{1,2} ?(?:m|h|d|w|mo|y|min|mins|minutes?|hrs?|hours?|days?|weeks?|months?|years?)|an hour|a day) ago\b"
)


def mark(pieces: list[Piece]) -> None:
    """Mark the threads below the first paragraph."""
    first = next((number for number, piece in enumerate(pieces) if piece.is_paragraph(_PARAGRAPH)), len(pieces))
    headings = [number for number in range(first + 1, len(pieces)) if closing.heads_comments(pieces[number])]
    for start, end in (*_by_buttons(pieces, first, headings), *_by_times(pieces, headings)):
        for piece in pieces[start:end]:
            piece.kind = PassageKind.NAVIGATION


def _by_buttons(pieces: Sequence[Piece], first: int, headings: Sequence[int]) -> Iterator[tuple[int, int]]:
    buttons = [
        number
        for number in range(first + 1, len(pieces))
        if _is_short(pieces[number]) and _BUTTON.match(pieces[number].text)
    ]
    for run in _runs(buttons, pieces):
        start = max((place for place in headings if run[0] - _HEADED_WITHIN <= place < run[0]), default=None)
        if start is None:
            near = range(run[0] - 1, max(first, run[0] - _WRITTEN_WITHIN), -1)
            written = next((number for number in near if _is_written(pieces[number])), run[0])
            start = max(first + 1, written - 1)  # the name stands above the time
        yield start, run[-1] + 1


def _by_times(pieces: Sequence[Piece], headings: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Threads below their heading whose buttons are pictures."""
    for heading, end in pairwise((*headings, len(pieces))):
        times = [number for number in range(heading, end) if _is_written(pieces[number])]
        run = next(_runs(times, pieces), [])
        if run and run[0] <= heading + _WRITTEN_WITHIN:
            yield heading, run[-1] + 2


def _runs(places: Sequence[int], pieces: Sequence[Piece]) -> Iterator[list[int]]:
    """The places that come again soon, each time with words between them; enough of them to make a thread."""
    run: list[int] = []
    comments = 0
    for place in (*places, None):
        if place is not None and run and place - run[-1] <= _APART:
            comments += any(not _is_short(piece) for piece in pieces[run[-1] + 1 : place])
            run.append(place)
            continue
        if comments + 1 >= _AGAIN:
            yield run
        run, comments = [] if place is None else [place], 0


def _is_short(piece: Piece) -> bool:
    return len(piece.text) <= _LONGEST and not piece.closed


def _is_written(piece: Piece) -> bool:
    """Whether a line gives the time of a comment, alone or behind its writer's name."""
    return piece.kind is PassageKind.DATELINE or (not piece.closed and _WRITTEN.search(piece.text) is not None)
