"""What the reader learns from: our own marked articles, our annotations by offsets, and furniture among articles."""

import json
from pathlib import Path

import pytest

from claims.extraction.reader.segments import NOTHING, tokenizer
from claims.extraction.training import corpus, marked
from claims.extraction.training.corpus import CONTENT, CUE, NO_ANCHOR, SOURCE, UNKNOWN, Example
from claims.extraction.weights import FOLDER

TRAINING = Path(corpus.__file__).parent
OWN = sorted((TRAINING / "own").glob("*.txt"))
NEWSDESK = Path(__file__).parents[3] / "shared" / "data" / "newsdesk"
ARTICLE = """\
# a-pier
Town closes its pier

{s1 Mayor Holt} {q1 said} that {c1 the piers are old}. {s2w Residents} {q2w fear} {c2w the worst}.

The pier was built in 1902. It has 41 lamps.
"""


def segments(folder: Path) -> list[Example]:
    (folder / "own.txt").write_text(ARTICLE, encoding="utf-8")
    words = tokenizer(FOLDER / "vocab.txt")
    return [made for row in corpus.marked_rows(folder / "own.txt") for made in corpus.examples(row, words, 0)]


def test_a_marked_statement_is_learnt_from_its_cue(tmp_path: Path) -> None:
    (example,) = segments(tmp_path)
    (anchor,) = example.anchors
    assert example.anchor_tags[anchor.token] == CUE
    assert [list(anchor.roles.values()).count(role) for role in (SOURCE, CONTENT)] == [2, 4]


def test_what_only_a_wider_guideline_counts_is_neither_learnt_nor_learnt_to_be_none(tmp_path: Path) -> None:
    (example,) = segments(tmp_path)
    tags = [
        tag for tag, at in zip(example.anchor_tags, example.segment.passages, strict=True) if at != NOTHING and tag != 0
    ]
    assert tags == [CUE, UNKNOWN]
    assert NO_ANCHOR not in tags


def test_whole_sentences_without_a_statement_are_the_articles_own(tmp_path: Path) -> None:
    (example,) = segments(tmp_path)
    own = {at for at, said in zip(example.segment.sentences, example.narrated, strict=True) if said == 1}
    assert len(own) == 2
    assert all(said != 1 for said, at in zip(example.narrated, example.segment.sentences, strict=True) if at not in own)


@pytest.mark.parametrize("path", OWN, ids=[path.stem for path in OWN])
def test_every_mark_of_our_own_articles_has_a_place(path: Path) -> None:
    made = list(marked.articles(path))
    assert made
    for article in made:
        assert not set("{}|") & set(article.text), article.id
        for one in article.statements:
            spans = [*one.content, *one.source, *one.cue]
            assert len({article.text.count("\n", 0, span.start) for span in spans}) == 1, (article.id, one)


def test_no_article_is_both_learnt_from_and_kept_to_measure_by() -> None:
    kept = Path(__file__).parent / "golden"
    measured = {a.id for path in kept.glob("kept*.txt") for a in marked.articles(path)}
    measured_texts = {a.text for path in kept.glob("kept*.txt") for a in marked.articles(path)}
    learnt = [a for path in OWN for a in marked.articles(path)]
    assert not measured & {a.id for a in learnt}
    assert not measured_texts & {a.text for a in learnt}


def test_our_annotations_lie_inside_the_articles_that_they_are_of() -> None:
    if not NEWSDESK.exists():
        pytest.skip("the shared data are not here")
    rows = list(corpus.more_rows(NEWSDESK / "unlabelled.jsonl", TRAINING / "newsdesk_more.jsonl"))
    dev = {json.loads(line)["id"] for line in (NEWSDESK / "dev.jsonl").read_text(encoding="utf-8").splitlines()}
    assert len(rows) == 53
    assert not dev & {row["id"] for row in rows}
    for row in rows:
        for entry in row["attributions"]:
            for start, end in (*entry["content"], *entry["source"], *entry["cue"]):
                assert 0 <= start < end <= len(row["text"])
                assert row["text"][start:end].strip() == row["text"][start:end]
