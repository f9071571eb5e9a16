"""The doors for measuring: articles in, JSON lines out, and a plain word where a text cannot be read."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from claims.extraction.__main__ import main

REPORT = (
    "Harbour to close for a year\n\n"
    "The harbour of Vesterby will close on Monday for repairs that cost 4.2 million euros.\n\n"
    'Mayor Ingrid Holt said the town had no choice. "The piers are older than my grandmother," she added.\n'
)


def lines(printed: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in printed.splitlines()]


def feed(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))


def test_a_file_becomes_one_line_named_after_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "harbour.txt"
    path.write_text(REPORT, encoding="utf-8")
    assert main([str(path)]) == 0
    (line,) = lines(capsys.readouterr().out)
    assert line["id"] == "harbour"
    assert {"title", "date", "version", "passages", "attributions", "claims"} <= set(line)
    assert "text" not in line


def test_every_span_lies_inside_the_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "harbour.txt"
    path.write_text(REPORT, encoding="utf-8")
    main([str(path)])
    (line,) = lines(capsys.readouterr().out)
    spans = [p["span"] for p in line["passages"]]
    spans += [span for entry in line["attributions"] for role in ("source", "cue", "content") for span in entry[role]]
    spans += [span for claim in line["claims"] for appearance in claim["appearances"] for span in appearance["spans"]]
    assert spans
    assert all(0 <= start < end <= len(REPORT) for start, end in spans)


def test_standard_input_is_read_when_no_file_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    feed(monkeypatch, REPORT.encode())
    assert main([]) == 0
    assert [line["id"] for line in lines(capsys.readouterr().out)] == ["stdin"]


def test_lines_keep_their_ids_and_dates(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        {"id": "a", "text": REPORT, "date": "2024-05-04", "title": "Harbour to close for a year"},
        {"id": "b", "text": "x"},
    ]
    feed(monkeypatch, "\n".join(map(json.dumps, rows)).encode())
    assert main(["--jsonl"]) == 0
    first, second = lines(capsys.readouterr().out)
    assert (first["id"], first["date"], first["title"]) == ("a", "2024-05-04", "Harbour to close for a year")
    assert second["id"] == "b"


def test_offsets_count_in_the_given_text_whatever_its_line_ends(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = {end: REPORT.replace("\n", end) for end in ("\n", "\r\n", "\r")}
    feed(monkeypatch, "\n".join(json.dumps({"id": end, "text": text}) for end, text in given.items()).encode())
    assert main(["--jsonl"]) == 0
    told = {
        line["id"]: [[given[line["id"]][start:stop] for start, stop in claim["spans"]] for claim in line["claims"]]
        for line in lines(capsys.readouterr().out)
    }
    assert told["\r\n"] == told["\r"] == told["\n"] != []


@pytest.mark.parametrize(
    ("bad", "word"),
    [
        (b"not json", "JSON"),
        (b'{"id": "x"}', "text"),
        (b'["a list"]', "object"),
        (b'{"id": "x", "text": "a\\u0000b"}', "line 1"),
        (b'{"id": "x", "text": "\\ud800"}', "line 1"),
    ],
)
def test_a_text_that_fails_is_a_line_with_its_error_and_the_next_goes_on(
    bad: bytes, word: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    feed(monkeypatch, bad + b'\n{"id": "good", "text": "All is well, said Ann."}')
    assert main(["--jsonl"]) == 1
    failed, good = lines(capsys.readouterr().out)
    assert word in failed["error"]
    assert good["id"] == "good"
    assert "error" not in good


def test_a_saved_page_is_answered_with_the_text_that_its_offsets_count_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in REPORT.split("\n\n")[1:]) * 3
    path = tmp_path / "page.html"
    path.write_text(f"<html><head><title>Harbour</title></head><body><article>{body}</article></body></html>")
    assert main(["--html", str(path)]) == 0
    (line,) = lines(capsys.readouterr().out)
    assert "The harbour of Vesterby" in line["text"]


def test_score_answers_every_sentence_with_a_number_between_0_and_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        {"id": 1, "text": "Unemployment fell by 3 percent last year."},
        {"id": 2, "text": "Thank you all."},
        {"id": 3, "text": ""},
    ]
    feed(monkeypatch, "\n".join(map(json.dumps, rows)).encode())
    assert main(["score", "--jsonl"]) == 0
    scored = lines(capsys.readouterr().out)
    assert [line["id"] for line in scored] == [1, 2, 3]
    assert all(0 <= line["score"] <= 1 for line in scored)
    assert scored[0]["score"] > scored[1]["score"]
