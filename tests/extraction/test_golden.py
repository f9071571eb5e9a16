"""Our own annotated articles in many styles: what the rules were written by (seen), and what nobody looked at while they were (kept)."""

import pytest

from claims.extraction import pipeline
from claims.extraction.training.marked import unmarked
from tests.extraction.annotated import articles, score


@pytest.mark.parametrize(
    ("name", "least", "widely"),
    [
        ("seen", 0.92, 0.93),
        ("kept", 0.87, 0.89),
        ("seen_styles", 0.90, 0.90),
        ("kept_styles", 0.86, 0.87),
        ("seen_genres", 0.86, 0.85),
        ("kept_genres", 0.87, 0.87),
        ("kept_own", 0.88, 0.88),
    ],
)
def test_most_statements_of_prose_in_many_styles_are_found_with_their_source(
    name: str, least: float, widely: float
) -> None:
    read = [(article, pipeline.run(article.text).statements) for article in articles(name)]
    for wide, floor in ((False, least), (True, widely)):
        scores = [score(article, statements, wide=wide) for article, statements in read]
        right, made, marked = (sum(getattr(one, part) for one in scores) for part in ("right", "made", "marked"))
        assert 2 * right / (made + marked) >= floor, f"{right} of {made} made and {marked} marked"


def test_every_annotated_article_scores_one_against_itself() -> None:
    for article in [
        one
        for name in ("seen", "kept", "seen_styles", "kept_styles", "seen_genres", "kept_genres")
        for one in articles(name)
    ]:
        assert article.statements
        assert "{" not in article.text


def test_marks_may_lie_inside_one_another_and_serve_several_statements() -> None:
    made = unmarked("it", "{s1,2=Ann Holt|She} {q1 said} {c1 it was {c2w old}} and {q2w hoped}.")
    assert made.text == "She said it was old and hoped."
    first, second = made.statements
    assert [span.of(made.text) for span in (*first.source, *first.cue, *first.content)] == ["She", "said", "it was old"]
    assert (first.name, first.wide, second.wide) == ("Ann Holt", False, True)
    assert [span.of(made.text) for span in second.content] == ["old"]
