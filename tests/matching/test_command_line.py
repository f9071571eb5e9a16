"""The doors for measuring: ``pairs`` and ``rank``."""

import json

import pytest

from claims.matching.__main__ import main


@pytest.fixture
def folder(tmp_path):
    def write(name, rows):
        (tmp_path / name).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    write(
        "pairs.jsonl",
        [
            {"id": "p1", "a": "Taxes rose.", "b": "Taxes rose!", "label": 1},
            {"id": "p2", "a": "Taxes rose.", "b": "A dog barked."},
        ],
    )
    write(
        "corpus.jsonl",
        [
            {"id": "d1", "text": "Taxes rose by 5 percent.", "speaker": "x"},
            {"id": 2, "claim": "A dog was elected mayor."},
            {"id": "d3", "text": "Rents doubled.", "title": "Rents?"},
        ],
    )
    write(
        "queries.jsonl", [{"id": "q1", "text": "taxes up by five per cent"}, {"id": "q2", "text": "dog elected mayor"}]
    )
    (tmp_path / "absent.txt").write_text("d1\n\n")
    return tmp_path


def run(capsys, *arguments):
    status = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return status, [line.split("\t") for line in captured.out.splitlines()], captured.err


def test_pairs_prints_id_and_score(folder, capsys):
    status, lines, _ = run(capsys, "pairs", folder / "pairs.jsonl")
    assert (status, [line[0] for line in lines]) == (0, ["p1", "p2"])
    assert float(lines[0][1]) >= 0.5 > float(lines[1][1])


def test_rank_prints_query_document_and_score_best_first(folder, capsys):
    status, lines, _ = run(capsys, "rank", "--corpus", folder / "corpus.jsonl", "--queries", folder / "queries.jsonl")
    assert status == 0
    first = [line[1] for line in lines if line[0] == "q1"]
    scores = [float(line[2]) for line in lines if line[0] == "q1"]
    assert first[0] == "d1"
    assert sorted(first) == ["2", "d1", "d3"]
    assert scores == sorted(scores, reverse=True)
    assert next(line[1] for line in lines if line[0] == "q2") == "2"


def test_rank_gives_no_more_than_the_top(folder, capsys):
    _, lines, _ = run(
        capsys, "rank", "--corpus", folder / "corpus.jsonl", "--queries", folder / "queries.jsonl", "--top", 1
    )
    assert len(lines) == 2


def test_absent_documents_are_not_in_the_index(folder, capsys):
    here = ("rank", "--corpus", folder / "corpus.jsonl", "--queries", folder / "queries.jsonl")
    _, lines, _ = run(capsys, *here, "--absent", folder / "absent.txt")
    assert {line[1] for line in lines} == {"2", "d3"}


def test_kept_vectors_change_no_score(folder, capsys):
    here = (
        "rank",
        "--corpus",
        folder / "corpus.jsonl",
        "--queries",
        folder / "queries.jsonl",
        "--vectors",
        folder / "vectors",
    )
    assert run(capsys, *here)[1] == run(capsys, *here)[1]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "pairs.jsonl:1: not JSON"),
        ('{"id": 1, "a": "x"}', "pairs.jsonl:1: no b"),
        ("[1]", "pairs.jsonl:1: no id, a, b"),
    ],
)
def test_bad_input_is_named_by_file_and_line(folder, capsys, content, message):
    (folder / "pairs.jsonl").write_text(content)
    status, _, error = run(capsys, "pairs", folder / "pairs.jsonl")
    assert status == 2
    assert message in error


def test_a_missing_file_is_said_plainly(folder, capsys):
    status, _, error = run(capsys, "pairs", folder / "nothing.jsonl")
    assert status == 2
    assert "nothing.jsonl" in error


def test_scores_near_one_are_told_apart(folder, capsys):
    rows = [
        {"id": f"d{number}", "text": "He voted 98 times to raise taxes." + " Indeed." * number} for number in range(3)
    ]
    (folder / "corpus.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (folder / "queries.jsonl").write_text(json.dumps({"id": "q", "text": rows[0]["text"]}))
    _, lines, _ = run(capsys, "rank", "--corpus", folder / "corpus.jsonl", "--queries", folder / "queries.jsonl")
    assert [line[1] for line in lines] == ["d0", "d1", "d2"]
    assert len({line[2] for line in lines}) == 3
