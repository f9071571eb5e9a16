"""What is put away on a second look, when the reader has made vectors of the sentences, and what is not."""

import pytest

from claims.extraction import pipeline
from claims.extraction.types import Extraction, PassageKind
from tests.extraction.articles import ARTICLES

ARTICLE = ARTICLES[0]


def read_with(*lines: str) -> tuple[str, Extraction]:
    text = "\n\n".join((ARTICLE.title, *ARTICLE.paragraphs[:3], *lines, *ARTICLE.paragraphs[3:]))
    return text, pipeline.run(text)


def kind_of(line: str) -> PassageKind:
    text, read = read_with(line)
    return next(passage.kind for passage in read.passages if passage.span.start == text.index(line))


@pytest.mark.parametrize(
    "line",
    [
        "I keep this little newsletter going in the evenings, and each of you who pays makes the next one possible.",
        "We have a team of nine, no owner and no advertisers; what keeps us going is the few euros that some of you send.",
        "Thank you for coming with us this far; tell a friend if you liked what you read.",
    ],
)
def test_what_the_house_says_in_words_that_no_table_holds_is_put_away(line: str) -> None:
    assert kind_of(line) is PassageKind.NAVIGATION


@pytest.mark.parametrize(
    "line",
    [
        "I have crossed that bridge every day for thirty years, the ferryman said, and I never once looked down.",
        "You can see the rust from the promenade, and everybody in the town knows what it means.",
        "Support for the council leader has fallen to 22 per cent since the closure was announced.",
    ],
)
def test_what_the_article_says_with_the_same_words_stays(line: str) -> None:
    assert kind_of(line) is PassageKind.BODY


def test_what_was_put_away_gives_neither_statements_nor_claims() -> None:
    line = "I keep this little newsletter going in the evenings, and each of you who pays makes the next one possible."
    text, read = read_with(line)
    place = text.index(line)
    spans = [span for made in read.statements for span in (*made.content, *made.source, *made.cue)]
    spans += [span for claim in read.claims for appearance in claim.appearances for span in appearance.spans]
    assert spans
    assert not any(place <= span.start < place + len(line) for span in spans)
