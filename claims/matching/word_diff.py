"""Two wordings word by word: what stays, what went, what came; whoever shows a reworded claim or a changed sentence asks here."""

import re
from dataclasses import dataclass
from enum import StrEnum

from claims.matching import alignment

TOKEN = re.compile(r"\w+(?:[.,'’/-]\w+)*|\s+|[^\w\s]")
MOST_TOKENS = 4_000  # longer texts are shown whole, one after the other: nobody reads so long a change word by word


class Fate(StrEnum):
    """What became of a piece of a wording."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words with one fate; without the new ones they are the old wording, without those gone the new one."""

    text: str
    fate: Fate


def word_diff(old: str, new: str) -> list[Piece]:
    """The pieces of both wordings in reading order; of a change, what went stands before what came."""
    left, right = TOKEN.findall(old), TOKEN.findall(new)
    if len(left) + len(right) > MOST_TOKENS:
        return _pieces([("" if old == new else old, old if old == new else "", "" if old == new else new)])
    runs = []
    for one in alignment.stretches(left, right):
        before, after = "".join(left[one.start : one.end]), "".join(right[one.other_start : one.other_end])
        runs.append(("", before, "") if one.same else (before, "", after))
    return _pieces(_without_lone_gaps(runs))


def _without_lone_gaps(runs: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """A space between two changes belongs to both: "12 million" → "9 thousand" is one change, not two."""
    joined: list[tuple[str, str, str]] = []
    for place, (gone, same, new) in enumerate(runs):
        between = same.isspace() and 0 < place < len(runs) - 1
        if between:
            gone, same, new = same, "", same
        if joined and not same and not joined[-1][1]:
            gone, new = joined[-1][0] + gone, joined[-1][2] + new
            joined.pop()
        joined.append((gone, same, new))
    return joined


def _pieces(runs: list[tuple[str, str, str]]) -> list[Piece]:
    fates = (Fate.GONE, Fate.SAME, Fate.NEW)
    return [Piece(text, fate) for run in runs for text, fate in zip(run, fates, strict=True) if text]
