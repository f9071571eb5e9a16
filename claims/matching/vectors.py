"""Sentence vectors of a whole archive as 8-bit integers in one append-only file, mapped into memory and shared by all workers."""

import fcntl
import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.matching.encoder import DIMENSIONS, VERSION, Vectors

# A row names the text that it stands for, so that a restart finds what is already encoded. 8 bits cost 0.002 of cosine at most.
ROW = np.dtype([("text", "S16"), ("scale", "<f4"), ("codes", "i1", DIMENSIONS)])
BLOCK = 256  # rows that are widened at a time: 400 kB, which stays in the processor's second-level cache

Rows = NDArray[np.void]


def digest(text: str) -> bytes:
    """The name of a text under this encoder's version; 15 bytes in hexadecimal-free form, so that no trailing NUL is lost."""
    return hashlib.blake2b(f"{VERSION}\0{text}".encode("utf-8", "surrogatepass"), digest_size=15).digest() + b"."


def packed(texts: Sequence[str], vectors: Vectors) -> Rows:
    """Vectors as rows of 8-bit integers with one scale each."""
    rows = np.zeros(len(texts), dtype=ROW)
    scale = np.abs(vectors).max(axis=1, initial=1e-9) / 127
    rows["text"] = [digest(text) for text in texts]
    rows["scale"] = scale
    rows["codes"] = np.rint(vectors / scale[:, None])
    return rows


class VectorStore:
    """Rows of vectors, in a file where a path is given, else in memory only."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._rows: Rows = np.empty(0, dtype=ROW)
        self._row_of: dict[bytes, int] = {}
        self.refresh()

    def __len__(self) -> int:
        return len(self._rows)

    def refresh(self) -> None:
        """Map what other processes have appended since; a row that is only half written is not seen."""
        if self._path is None or not self._path.exists():
            return
        count = self._path.stat().st_size // ROW.itemsize
        if count > len(self._rows):
            known = len(self._rows)
            self._rows = np.memmap(self._path, dtype=ROW, mode="r", shape=(count,))
            self._note(known)

    def row(self, text: str) -> int | None:
        """The row of a text, if it has been encoded already."""
        return self._row_of.get(digest(text))

    def append(self, texts: Sequence[str], vectors: Vectors) -> None:
        """Add rows for texts; every other row stays as it is."""
        rows = packed(texts, vectors)
        known = len(self._rows)
        if self._path is None:
            self._rows = np.concatenate([self._rows, rows])
            self._note(known)
            return
        with self._path.open("ab") as file:
            fcntl.flock(file, fcntl.LOCK_EX)  # two workers append one after the other
            torn = file.seek(0, os.SEEK_END) % ROW.itemsize
            if torn:
                file.truncate(file.tell() - torn)  # left by a process that was killed while it wrote
            file.write(rows.tobytes())
        self.refresh()

    def cosines(self, query: NDArray[np.float32]) -> NDArray[np.float32]:
        """The cosine of one unit vector with every row."""
        result = np.empty(len(self._rows), dtype=np.float32)
        wide = np.empty((BLOCK, DIMENSIONS), dtype=np.float32)
        codes = self._rows["codes"]
        for start in range(0, len(result), BLOCK):
            block = wide[: min(BLOCK, len(result) - start)]
            np.copyto(block, codes[start : start + len(block)])
            np.matmul(block, query, out=result[start : start + len(block)])
        result *= self._rows["scale"]
        return result

    def _note(self, known: int) -> None:
        for number, name in enumerate(self._rows["text"][known:], known):
            self._row_of.setdefault(bytes(name), number)
