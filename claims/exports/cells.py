"""Rows as CSV or JSON, piece by piece. No cell of a CSV file begins with anything that a spreadsheet would take for a formula.

A spreadsheet looks past blanks, takes full-width signs for their narrow twins, and some begin a new cell at a line end: so each line of
a cell is looked at, through what is not seen, and an apostrophe goes before it. Numbers and dates are ours and stay.
"""

import csv
import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

Cell = str | int | float | date | datetime | None
Row = Sequence[Cell]

_TRIGGERS = frozenset("=+-@|%\u2212")  # a minus sign too; "|" and "%" began formulas once
_LINE_ENDS = ("\r\n", "\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029")
_HARMLESS = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}
BOM = "\ufeff"  # without it a spreadsheet takes UTF-8 for its own country's characters


def inert(cell: Cell) -> Cell:
    """The cell as text that no spreadsheet reads as anything else; a NUL, which ends a text there, is shown as lost."""
    if not isinstance(cell, str):
        return cell.isoformat() if isinstance(cell, date) else cell
    text = cell.replace("\0", "\ufffd")
    lines = enumerate(text.splitlines(keepends=True))
    return "".join(f"'{line}" if _begins_badly(line, first=not number) else line for number, line in lines)


def _begins_badly(line: str, *, first: bool) -> bool:
    """Whether a line begins with a formula's sign or with what is not seen; an empty line is none, unless the cell begins with it."""
    if line in _LINE_ENDS:
        return first
    seen = next((sign for sign in line if unicodedata.category(sign)[0] not in "CZ"), "")
    return line[0] != seen or unicodedata.normalize("NFKC", seen)[:1] in _TRIGGERS


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, piece: str) -> str:
        return piece


def as_csv(columns: Sequence[str], rows: Iterable[Row], **_head: Any) -> Iterator[str]:
    """The rows as CSV with a first line of names."""
    writer = csv.writer(_Echo(), quoting=csv.QUOTE_NONNUMERIC)
    yield BOM + str(writer.writerow(columns))
    for row in rows:
        yield str(writer.writerow([inert(cell) for cell in row]))


def as_json(columns: Sequence[str], rows: Iterable[Row], **head: Any) -> Iterator[str]:
    """The rows as objects of one JSON document, behind what is told of them all; no sign in it can end a script or begin a tag."""
    told = _json(head)
    yield f'{told[:-1]}{", " if head else ""}"rows": [\n'
    comma = ""
    for row in rows:
        yield comma + _json(dict(zip(columns, row, strict=True)))
        comma = ",\n"
    yield "\n]}\n"


def _json(value: Any) -> str:
    def told(one: Any) -> str:
        return one.isoformat() if isinstance(one, date) else str(one)

    return json.dumps(value, default=told, ensure_ascii=False).translate(_HARMLESS)


FORMS: dict[str, tuple[str, Callable[..., Iterator[str]]]] = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "json": ("application/json", as_json),
}
