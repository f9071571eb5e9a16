"""What becomes of passages of which the second look is not certain, and of texts that are not its business."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from claims.extraction import pipeline
from claims.extraction.attribution.doubts import STRANGE
from claims.extraction.passages import second_look
from claims.extraction.reader.values import Floats
from claims.extraction.types import Extraction, PassageKind
from tests.extraction.articles import ARTICLES

ARTICLE = ARTICLES[0]
LINE = "The mill at Skelby turned 40 tonnes of barley into flour last week, its owner Ann Holt said."
TEXT = "\n\n".join((ARTICLE.title, *ARTICLE.paragraphs[:3], LINE, *ARTICLE.paragraphs[3:]))


class Judge:
    """Gives the chance that was told for whatever text is asked for."""

    def __init__(self, chance_of: Callable[[str], float]) -> None:
        self._chance_of = chance_of

    def chances(self, rows: Floats, texts: Sequence[str]) -> Floats:
        return np.array([self._chance_of(text) for text in texts], dtype=np.float32)


def read_with(monkeypatch: pytest.MonkeyPatch, chance_of: Callable[[str], float]) -> Extraction:
    monkeypatch.setattr(second_look, "_judge", lambda: Judge(chance_of))
    return pipeline.run(TEXT)


def inside(read: Extraction, line: str) -> list[str | None]:
    """Why each claim that is made in the line waits for a person."""
    place = TEXT.index(line)
    firsts = ((claim, claim.appearances[0].spans[0].start) for claim in read.claims)
    return [claim.abstained for claim, start in firsts if place <= start < place + len(line)]


def test_claims_of_a_doubtful_passage_wait_for_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    read = read_with(monkeypatch, lambda text: 0.5 if text == LINE else 0.0)
    assert set(inside(read, LINE)) == {STRANGE}


def test_claims_of_the_passages_around_a_doubtful_one_are_proposed(monkeypatch: pytest.MonkeyPatch) -> None:
    read = read_with(monkeypatch, lambda text: 0.5 if text == LINE else 0.0)
    assert None in inside(read, ARTICLE.paragraphs[2])


def test_a_passage_below_doubt_is_read_as_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    read = read_with(monkeypatch, lambda text: second_look.DOUBTFUL - 0.01)
    assert inside(read, LINE) == [None]


def test_where_most_of_a_text_would_go_it_stays_and_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    read = read_with(monkeypatch, lambda text: 0.99)
    assert any(passage.kind is PassageKind.BODY for passage in read.passages)
    assert {claim.abstained for claim in read.claims} == {STRANGE}
