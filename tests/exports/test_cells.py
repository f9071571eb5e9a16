"""A cell of an exported list does nothing where it is opened (F62)."""

import csv
import io
import json
from datetime import UTC, date, datetime

import pytest

from claims.exports.cells import BOM, as_csv, as_json, inert

TRIGGERS = "=+-@\t\r\n ＝＋－＠﹦﹢﹣﹫⁼⁺⁻−|%\0"
HOSTILE = [
    *(f"{sign}1+1" for sign in TRIGGERS),
    *(f"{unseen}=1+1" for unseen in " \t\r\n\v\f\xa0\u2007\u3000\ufeff\u200b\u200e\u202e\u2028\x01\x1f\xad\x00"),
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://planted.example/","read")',
    '=WEBSERVICE("http://planted.example/")',
    "@SUM(1+9)*cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "+49 30 1234",
    "-5",
    '"=1+1"\n=1+1',
    "a bridge\n=1+1",
    "a bridge\r=1+1",
    "a bridge\r\n\t=1+1",
    'x",=1+1,"',
    'x";=1+1;"',
    "  ",
    "\t",
]


def cells(row):
    return next(csv.reader(io.StringIO("".join(as_csv(["a"], [row])), newline=""), strict=True))


def read(rows, columns):
    told = "".join(as_csv(columns, rows))
    assert told.startswith(BOM)
    return list(csv.reader(io.StringIO(told[1:], newline=""), strict=True))


@pytest.mark.fault("F62")
def test_no_line_of_a_cell_begins_with_what_a_spreadsheet_would_run():
    _names, *rows = read([[words, "after"] for words in HOSTILE], ["cell", "next"])
    assert [row[1] for row in rows] == ["after"] * len(HOSTILE)  # and none breaks out of its cell
    begins = [line[0] for row in rows for line in row[0].split("\n") if line.strip("\r")]
    assert len(begins) >= len(HOSTILE)
    assert set(begins) & set(TRIGGERS) == set()
    assert not any("\0" in row[0] for row in rows)


@pytest.mark.parametrize(
    "words", ["The bridge cost 12 million euros.", "“No”, she said: 1 = 1", "Мост", "橋", "3 < 4", ""]
)
def test_words_that_are_no_formula_stay_as_they_are(words):
    assert inert(words) == words


def test_what_is_taken_for_a_formula_is_whole_behind_an_apostrophe():
    assert inert("=1+1") == "'=1+1"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (-5, -5),
        (0.25, 0.25),
        (None, None),
        (date(2026, 1, 2), "2026-01-02"),
        (datetime(2026, 1, 2, 3, tzinfo=UTC), "2026-01-02T03:00:00+00:00"),
    ],
)
def test_numbers_and_days_are_told_as_such(value, told):
    assert inert(value) == told


@pytest.mark.fault("F62")
def test_json_holds_every_word_as_it_is_and_no_sign_that_ends_a_script():
    told = "".join(as_json(["cell"], [[words] for words in [*HOSTILE, "</script><!--"]], list="x"))
    assert [row["cell"] for row in json.loads(told)["rows"]] == [*HOSTILE, "</script><!--"]
    assert not set(told) & set("<>&\u2028\u2029")


def test_an_empty_list_is_a_whole_document():
    assert json.loads("".join(as_json(["cell"], [], list="x"))) == {"list": "x", "rows": []}
