"""What the tagger sees of the words of a window: their letters, shapes and neighbours, as numbers."""

from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.uint32]


def looks(flat: list[str]) -> Ids:
    """Six numbers a word: the word itself, its endings of 4, 3 and 2 letters, its beginning, its shape."""
    return np.array([_look(word) for word in flat], dtype=np.uint32)


@lru_cache(maxsize=65536)
def _look(word: str) -> tuple[int, ...]:
    low = word.lower()
    shape = (
        ("C" if word[:1].isupper() else "c")
        + ("A" if word.isupper() else "")
        + ("9" if any(map(str.isdigit, word)) else "")
    )
    shape += "-" if "-" in word[1:] else ""
    return tuple(
        crc32(part.encode()) for part in (low, "4" + low[-4:], "3" + low[-3:], "2" + low[-2:], "<" + low[:3], shape)
    )


def _mixed(*parts: Ids | int) -> Ids:
    """One well-spread number for each row of the parts."""
    value: Ids = np.zeros(1, dtype=np.uint32)
    for part in parts:
        value = (value ^ (np.uint32(part) if isinstance(part, int) else part)) * np.uint32(2654435761)
        value ^= value >> np.uint32(15)
    return value


def _shifted(column: Ids, by: int) -> Ids:
    """The column as seen *by* words further on; nothing beyond the ends."""
    moved = np.zeros_like(column)
    if by > 0:
        moved[:-by] = column[by:]
    elif by < 0:
        moved[-by:] = column[:by]
    else:
        moved = column
    return moved


def surface(look: Ids) -> Ids:
    """The features of each word that need no tag."""
    word, four, three, two, begin, shape = (look[:, i] for i in range(6))
    columns = [_mixed(column, number) for number, column in enumerate((word, four, three, two, begin, shape), start=1)]
    for number, (column, by) in enumerate(
        ((word, -1), (word, 1), (word, -2), (word, 2), (three, -1), (three, 1), (shape, -1), (shape, 1), (three, 2)),
        start=11,
    ):
        columns.append(_mixed(_shifted(column, by), number))
    columns.append(_mixed(_shifted(word, -1), word, 31))
    columns.append(_mixed(word, _shifted(word, 1), 32))
    return np.stack(columns, axis=1)


def context(look: Ids, guess: NDArray[np.int64]) -> Ids:
    """The features of each word that use the first guess of its neighbours' tags."""
    tags = guess.astype(np.uint32) + np.uint32(1)
    word = look[:, 0]
    near = {by: _shifted(tags, by) for by in (-4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6)}
    columns = [_mixed(near[by], 100 + by) for by in near]
    for number, (a, b) in enumerate(((-2, -1), (-1, 1), (1, 2), (-1, 0), (0, 1)), start=201):
        columns.append(_mixed(near[a], near[b], number))
    columns.append(_mixed(near[-3], near[-2], near[-1], 211))
    columns.append(_mixed(near[1], near[2], near[3], 212))
    for number, by in enumerate((-1, 0, 1, 2, 3, 4), start=221):
        columns.append(_mixed(word, near[by], number))
    columns.append(_mixed(word, near[1], near[2], 231))
    columns.append(_mixed(word, near[-1], near[1], 232))
    return np.stack(columns, axis=1)
