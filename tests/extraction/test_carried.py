"""One quotation is one statement, however many paragraphs it fills."""

import datetime

from claims.extraction import pipeline

OVER_THREE = """The town is short of homes.

“The mayor promised 400 flats in March,” said Ada Holm, who leads the opposition. “Twelve stand in Brook Lane.

“We asked the office in June where the money went.

“The ledger for May is missing.”

The council meets on Tuesday."""

UNMARKED = """After the match Bo Ruiz, the coach of Velm, said, "We have learned a lot from the game.

The team lost three of its players. They were able to focus better."

The ground in Velm holds 40,000 people."""

TWO_SPEAKERS = """“The mayor promised 400 flats in March,” said Ada Holm.

“Twelve of them stand in Brook Lane,” said Bo Ruiz.

“The ledger for May is missing.”"""


def read(text: str) -> pipeline.Extraction:
    return pipeline.run(text, None, datetime.date(2026, 11, 20))


def contents(text: str) -> list[tuple[str | None, list[str]]]:
    return [
        (one.source_name, [span.of(text) for span in one.content]) for one in read(text).statements if one.attributed
    ]


def test_a_quotation_opened_anew_in_each_paragraph_is_one_statement():
    assert contents(OVER_THREE) == [
        ("Ada Holm", ["“The mayor promised 400 flats in March,”"]),
        (
            "Ada Holm",
            [
                "“Twelve stand in Brook Lane.",
                "“We asked the office in June where the money went.",
                "“The ledger for May is missing.”",
            ],
        ),
    ]


def test_its_claims_are_those_of_its_paragraphs_and_all_have_its_source():
    found = read(OVER_THREE)
    said = {claim.text: found.statements[claim.appearances[0].statement or 0].source_name for claim in found.claims}
    assert said["Twelve stand in Brook Lane."] == "Ada Holm"
    assert said["The ledger for May is missing."] == "Ada Holm"


def test_a_paragraph_that_forgets_its_mark_goes_on_with_source_and_cue_of_the_first():
    (one,) = [one for one in read(UNMARKED).statements if one.attributed]
    assert [span.of(UNMARKED) for span in one.source] == ["Bo Ruiz, the coach of Velm"]
    assert [span.of(UNMARKED) for span in one.content][1:] == [
        'The team lost three of its players. They were able to focus better."'
    ]


def test_a_closed_quotation_ends_with_its_paragraph():
    assert [(name, len(pieces)) for name, pieces in contents(TWO_SPEAKERS)] == [
        ("Ada Holm", 1),
        ("Bo Ruiz", 1),
        ("Bo Ruiz", 1),
    ]
