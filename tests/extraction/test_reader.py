"""The learnt reader: what goes into the encoder, and what comes out of the heads."""

import numpy as np
import pytest

from claims.extraction import passages, reader, sentences
from claims.extraction.reader import KINDS, Part, Reading
from claims.extraction.reader.heads import softmax
from claims.extraction.reader.segments import LONGEST, NOTHING, Segment, cut, tokenizer
from claims.extraction.types import Passage, PassageKind, Sentence, Span
from claims.extraction.weights import FOLDER
from tests.growth import calls

WORDS = tokenizer(FOLDER / "vocab.txt")
REPORT = (
    "The harbour of Vesterby will close on Monday.\n\n"
    "Mayor Ingrid Holt said the town had no choice. “The piers are older than my grandmother,” she added.\n\n"
    "Repairs will cost 4.2 million euros, according to the port authority.\n"
)


def prose(text: str) -> tuple[tuple[Passage, ...], tuple[Sentence, ...]]:
    found = passages.find(text)
    return found, sentences.split(text, found)


def segments(text: str, longest: int = LONGEST) -> list[Segment]:
    return list(cut(text, *prose(text), WORDS, longest))


def read(text: str) -> Reading:
    return reader.read(text, *prose(text))


def test_every_token_stands_for_its_own_letters() -> None:
    (segment,) = segments(REPORT)
    pieces = [
        REPORT[s:e] for (s, e), passage in zip(segment.offsets, segment.passages, strict=True) if passage != NOTHING
    ]
    assert "".join(pieces) == "".join(REPORT.split())


def test_offsets_are_code_points_also_after_letters_outside_the_basic_plane() -> None:
    text = "😀 Zoë Ĝ said 𝟜 İ piers are old.\n"
    (segment,) = segments(text)
    place = text.index("piers")
    assert (place, place + 5) in segment.offsets or any(s == place for s, _ in segment.offsets)


@pytest.mark.parametrize("longest", [16, 40, 192])
def test_no_segment_is_longer_than_allowed_and_none_loses_a_word(longest: int) -> None:
    cuts = segments(REPORT, longest)
    assert max(len(segment.ids) for segment in cuts) <= longest
    covered = sum(e - s for segment in cuts for s, e in segment.offsets)
    assert covered == len("".join(REPORT.split()))


def test_a_line_that_is_no_sentence_is_not_read() -> None:
    dump = Sentence(Span(0, 8000), 0)
    assert list(cut("ab " * 2700, [Passage(Span(0, 8100), PassageKind.BODY)], [dump], WORDS)) == []


def test_a_reading_judges_every_sentence_and_gives_every_token_a_place() -> None:
    split = prose(REPORT)[1]
    reading = read(REPORT)
    for judged in (reading.factual, reading.high, reading.checkable, reading.checkworthy):
        assert len(judged) == len(split)
        assert ((judged >= 0) & (judged <= 1)).all()
    assert len(reading.vectors) == len(split)
    for view in reading.views:
        assert view.parts.shape == (len(reading.stretches[view.stretch].tokens), len(Part))
        assert view.kinds.shape == (len(KINDS),)


def test_the_words_that_carry_an_attribution_are_seen() -> None:
    reading = read(REPORT)
    anchors = {reading.anchor_span(view).of(REPORT) for view in reading.views if view.score >= 0.5}
    assert {"said", "added", "according"} <= anchors


def test_the_same_text_is_read_the_same_way() -> None:
    one, other = read(REPORT), read(REPORT)
    assert np.array_equal(one.vectors, other.vectors)
    assert [view.score for view in one.views] == [view.score for view in other.views]


@pytest.mark.parametrize("text", ["", "\n\n", "…", "?!", "“”"])
def test_a_text_without_words_is_read_without_a_complaint(text: str) -> None:
    assert len(read(text).views) == 0


def test_a_million_characters_without_a_space_take_no_more_steps_than_a_thousand() -> None:
    read("x" * 1000)  # what is made once is made
    assert calls(lambda: read("x" * 1_000_000)) == calls(lambda: read("x" * 1000))


def test_single_sentences_are_judged_alone_and_in_their_order() -> None:
    texts = ["Unemployment fell from 9.1 to 4.7 percent in three years.", "Good evening, everybody.", ""]
    alone = [reader.load().checkworthy([text])[0] for text in texts]
    together = reader.load().checkworthy(texts)
    assert together == pytest.approx(alone, abs=0.02)  # int8 rounds by the batch
    assert together[0] > together[1]


def test_chances_add_up_to_one_for_logits_of_any_size() -> None:
    chances = softmax(np.array([[1000.0, 0.0, -1000.0], [0.0, 0.0, 0.0]], dtype=np.float32))
    assert chances.sum(1) == pytest.approx([1, 1])
