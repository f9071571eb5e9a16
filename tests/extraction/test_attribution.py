"""Who says what: the rules that turn the reader's views into statements."""

import numpy as np
import pytest

from claims.extraction import passages, quotations, sentences
from claims.extraction.attribution import attribute
from claims.extraction.attribution.drafts import Draft, smoothed, trimmed, whole_words
from claims.extraction.attribution.negation import is_negative
from claims.extraction.attribution.places import Places
from claims.extraction.attribution.quoting import fit, form_of
from claims.extraction.reader import Part, Reading, Stretch, View
from claims.extraction.types import Form, Span
from tests.extraction.seeing import faintly, read, seen, span, view_of, words_of


def test_a_statement_has_the_exact_words_of_source_cue_and_content() -> None:
    text = "Mayor Ingrid Holt said that the piers are older than the town."
    (made,) = seen(text, ("Mayor Ingrid Holt", "said", "the piers are older than the town."))
    assert read(text, made) == (["Mayor Ingrid Holt"], ["said"], ["the piers are older than the town"])
    assert made.form is Form.INDIRECT


def test_a_quotation_that_is_mostly_in_the_content_is_wholly_in_it_marks_included() -> None:
    text = '"The piers are older than my grandmother," Holt said on Monday.'
    (made,) = seen(text, ("Holt", "said", "piers are older than my"))
    assert read(text, made)[2] == ['"The piers are older than my grandmother,"']
    assert made.form is Form.DIRECT


def test_a_split_quotation_is_one_statement_in_two_pieces() -> None:
    text = '"The piers are old," said Holt, "and the water is rising fast."'
    draft = Draft(
        0, 0, span(text, "said"), bare=False, score=1.0, kind=None,
        source=[span(text, "Holt")], cue=[span(text, "said")],
        content=[span(text, "The piers are old"), span(text, "and the water is rising fast")],
    )  # fmt: skip
    fitted = fit(text, draft, quotations.find(text, passages.find(text)))
    assert [piece.of(text) for piece in fitted.content] == ['"The piers are old,"', '"and the water is rising fast."']


def test_a_quotation_never_swallows_its_own_cue() -> None:
    text = "'They told me, Holt said, to wait here for the next boat,' the guide wrote."
    (made,) = seen(text, ("Holt", "said", "to wait here for the next boat"))
    assert "Holt" not in read(text, made)[2][0]


def test_a_quotation_that_stands_alone_after_a_statement_goes_on_without_source_and_cue() -> None:
    text = 'Holt said the piers were old. "We have waited for thirty years."'
    first, second = seen(text, ("Holt", "said", "the piers were old"))
    assert read(text, second) == ([], [], ['"We have waited for thirty years."'])
    assert second.form is Form.DIRECT
    assert first.content < second.content


def test_a_name_in_quotation_marks_inside_a_sentence_is_nobodys_statement() -> None:
    text = 'Holt said the piers were old. The "Queen of the North Sea" was moored there.'
    assert len(seen(text, ("Holt", "said", "the piers were old"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        '"We have waited for thirty years." Nobody had spoken before.',
        'Holt said the piers were old. Then a voice came from the crowd on the quay: "We have waited for thirty years."',
    ],
)
def test_a_quotation_with_nothing_to_go_on_from_is_left_to_a_person(text: str) -> None:
    marked = [("Holt", "said", "the piers were old")] if text.startswith("Holt") else []
    (made,) = [made for made in seen(text, *marked) if not made.source]
    assert made.abstained == "It was not found who says these quoted words."


@pytest.mark.parametrize(
    ("text", "cue", "negative"),
    [
        ("The minister did not say whether he would resign.", "say", True),
        ("The minister didn't immediately say who paid.", "say", True),
        ("The minister declined to say who paid.", "say", True),
        ("The minister has never claimed that he paid.", "claimed", True),
        ("The minister denied that he was paid.", "denied", True),
        ("The minister’s office hasn’t confirmed the payment.", "confirmed", True),
        ("The minister said that he was not paid.", "said", False),
        ("He was not there, the minister said.", "said", False),
        ("No, the minister said, the town paid.", "said", False),
    ],
)
def test_what_is_not_said_is_negative(text: str, cue: str, negative: bool) -> None:
    assert is_negative(text, [span(text, cue)]) is negative


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ('"The piers are old"', Form.DIRECT),
        ("the piers are old", Form.INDIRECT),
        ('the piers are "a danger to everybody" and must be closed', Form.MIXED),
    ],
)
def test_the_form_follows_the_share_of_quoted_words(text: str, form: Form) -> None:
    found = quotations.find(text, passages.find(text))
    assert form_of(text, [Span(0, len(text))], found) is form


def test_two_views_of_one_cue_are_one_statement() -> None:
    text = "Holt has said the piers are old."
    found = seen(text, ("Holt", "has said", "the piers are old"), ("Holt", "said", "the piers are old"))
    assert len(found) == 1


def test_nested_statements_are_both_kept() -> None:
    text = "Russian media said police reported fifty arrests."
    found = seen(
        text, ("Russian media", "said", "police reported fifty arrests"), ("police", "reported", "fifty arrests")
    )
    assert [read(text, made)[2] for made in found] == [["police reported fifty arrests"], ["fifty arrests"]]


def test_an_unlikely_view_is_no_statement() -> None:
    assert seen("Holt left the piers as they are.", ("Holt", "left", "the piers as they are"), score=0.2) == ()


def test_a_factual_sentence_of_nobody_else_is_the_articles_own() -> None:
    text = "The harbour has 4 piers. Holt said they were old."
    told, said = seen(text, ("Holt", "said", "they were old"), factual=0.9)
    assert (told.form, read(text, told)[2]) == (Form.NARRATED, ["The harbour has 4 piers"])
    assert said.attributed


def test_an_own_clause_beside_a_statement_is_told_apart_from_it() -> None:
    text = "The harbour closed for a year on Monday night, and Holt said the piers were old."
    told, _ = seen(text, ("Holt", "said", "the piers were old"), factual=0.9)
    assert read(text, told)[2][0].startswith("The harbour closed for a year on Monday night")


def test_changing_parts_costs_something_so_that_single_tokens_do_not_break_a_span() -> None:
    chances = np.full((1, 7, 4), 0.02, dtype=np.float32)
    chances[0, :, Part.CONTENT] = 0.94
    chances[0, 3] = [0.5, 0.05, 0.05, 0.4]
    assert smoothed(chances) == [[Part.CONTENT] * 7]


def test_spans_end_where_words_end() -> None:
    text = "unbelievable piers"
    assert whole_words(text, Span(2, 6)).of(text) == "unbelievable"


def test_a_content_of_marks_alone_is_none() -> None:
    assert trimmed("— ... ,", Span(0, 7)) is None


def test_places_answer_what_overlaps() -> None:
    places = Places([Span(0, 5), Span(3, 30), Span(40, 50)])
    assert places.overlapping(Span(20, 41)) == [Span(3, 30), Span(40, 50)]
    assert places.overlapping(Span(30, 40)) == []


def test_nearly_every_cue_has_a_source_so_the_likeliest_place_is_taken() -> None:
    text = "Holt closed the harbour on Monday, saying the piers were old."
    (made, *_) = seen(text, (None, "saying", "the piers were old"), faint="Holt")
    assert read(text, made)[0] == ["Holt"]


def test_hearsay_has_no_source() -> None:
    text = "The harbour reportedly closed on Monday."
    (made, *_) = seen(text, (None, "reportedly", "closed on Monday"), faint="The harbour")
    assert made.source == ()


def test_words_that_name_nobody_are_no_source() -> None:
    text = "The town waited and said the piers were old."
    (made, *_) = seen(text, ("and", "said", "the piers were old"))
    assert made.source == ()


def test_of_two_sources_in_two_sentences_the_one_beside_the_cue_is_meant() -> None:
    text = "The port authority closed the harbour. Holt said the piers were old."
    tokens = [(word.start, word.end) for word in words_of(text)]
    view = view_of(text, tokens, "Holt", "said", "the piers were old", 0.9)
    both = faintly(text, "The port authority", view, tokens, chance=0.9)
    flat = np.zeros(2, dtype=np.float32)
    reading = Reading(
        (Stretch(0, np.array(tokens, dtype=np.int32), np.zeros(len(tokens), dtype=np.float32)),),
        (both,), flat, flat, flat, flat, flat, np.zeros((2, 1), dtype=np.float32),
    )  # fmt: skip
    found = passages.find(text)
    (made,) = attribute(text, found, sentences.split(text, found), (), reading)
    assert read(text, made)[0] == ["Holt"]


def test_a_quotation_right_beside_a_cue_without_a_content_is_its_content() -> None:
    text = '"We have waited for thirty years," Holt told the crowd.'
    (made,) = seen(text, ("Holt", "told", ""))
    assert read(text, made)[2] == ['"We have waited for thirty years,"']


def test_what_is_quoted_in_a_later_sentence_goes_on_unmarked() -> None:
    text = '"The piers are old," Holt said. "We have waited for thirty years."'
    first, second = seen(text, ("Holt", "said", '"The piers are old'), ("Holt", "said", ""))[:2]
    assert read(text, first) == (["Holt"], ["said"], ['"The piers are old,"'])
    assert read(text, second) == ([], [], ['"We have waited for thirty years."'])


def test_a_quotation_that_is_never_closed_is_left_to_a_person() -> None:
    text = 'Holt said: "The piers are older than my grandmother and nobody cares.'
    (made,) = seen(text, ("Holt", "said", "The piers are older than my grandmother and nobody cares"))
    assert made.abstained
    assert "never closed" in made.abstained


@pytest.mark.parametrize(
    ("text", "second", "first_content", "second_content"),
    [
        (
            "Holt said the piers were old and warned that they would fall.",
            "warned",
            "the piers were old",
            "they would fall",
        ),
        (
            "Holt said the piers were old, adding that they would fall.",
            "adding",
            "the piers were old",
            "they would fall",
        ),
        ("Holt said the piers were old but has denied that they leak.", "denied", "the piers were old", "they leak"),
    ],
)
def test_two_cues_of_one_speaker_are_two_statements(
    text: str, second: str, first_content: str, second_content: str
) -> None:
    whole = text[text.index("the piers") : -1]
    first, other = seen(text, ("Holt", "said", whole), ("Holt", second, second_content))
    assert read(text, first)[2] == [first_content]
    assert read(text, other)[2] == [second_content]


def test_a_gap_in_a_content_is_bridged_unless_the_cue_stands_in_it() -> None:
    text = "The piers, which are old, said Holt, and the quay will fall."
    tokens = [(word.start, word.end) for word in words_of(text)]
    view = view_of(text, tokens, "Holt", "said", "The piers", 0.9)
    parts = view.parts.copy()
    for words in ("old", "and the quay will fall"):
        here = span(text, words)
        for index, (start, end) in enumerate(tokens):
            if here.start <= start and end <= here.end:
                parts[index] = [0.02, 0.02, 0.02, 0.94]
    reading = Reading(
        (Stretch(0, np.array(tokens, dtype=np.int32), np.zeros(len(tokens), dtype=np.float32)),),
        (View(0, view.anchor, bare=False, score=0.9, parts=parts, kinds=view.kinds),),
        *[np.zeros(1, dtype=np.float32)] * 5,
        np.zeros((1, 1), dtype=np.float32),
    )
    found = passages.find(text)
    (made,) = attribute(text, found, sentences.split(text, found), (), reading)
    assert read(text, made)[2] == ["The piers, which are old", "and the quay will fall"]


def test_the_it_of_it_was_reported_is_nobody() -> None:
    text = "It was reported that the piers were old."
    (made,) = seen(text, ("It", "was reported", "the piers were old"))
    assert made.source == ()


def test_a_chant_is_an_event_and_no_statement() -> None:
    text = "Dozens of women chanted 'No to war' in the square."
    assert seen(text, ("Dozens of women", "chanted", "'No to war'")) == ()


@pytest.mark.parametrize(
    ("text", "pieces", "source"),
    [
        ("A March 14, 2019 press release said the piers were old.", ("A March", "press release"), "A March 14, 2019 press release"),
        ("Mayor Holt of the town on the bay by the old fort near the tank said the piers were old.", ("Mayor Holt", "tank"), "Mayor Holt"),
    ],
)  # fmt: skip
def test_a_source_is_one_piece_and_the_fullest(text: str, pieces: tuple[str, str], source: str) -> None:
    tokens = [(word.start, word.end) for word in words_of(text)]
    view = view_of(text, tokens, pieces[0], "said", "the piers were old", 0.95)
    flat = np.zeros(1, dtype=np.float32)
    reading = Reading(
        (Stretch(0, np.array(tokens, dtype=np.int32), np.zeros(len(tokens), dtype=np.float32)),),
        (faintly(text, pieces[1], view, tokens, chance=0.9),), flat, flat, flat, flat, flat, np.zeros((1, 1), dtype=np.float32),
    )  # fmt: skip
    found = passages.find(text)
    (made,) = attribute(text, found, sentences.split(text, found), (), reading)
    assert read(text, made)[0] == [source]
