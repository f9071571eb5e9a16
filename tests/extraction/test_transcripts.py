"""Debates, briefings and interviews with a label over each turn: who speaks is the source, and the label is no part of what is said."""

import pytest

from claims.extraction import passages, pipeline
from claims.extraction.types import Extraction, Form, PassageKind, SourceKind, Statement

DEBATE = """Harbour debate in Skelby, second half

MODERATOR: Mayor Holt, the council has sold two piers since 2019. Was that wise?

HOLT: We sold two piers and repaired four. The town earned 11 million euros from them in three years.

COUNCILLOR PRADO: That is not what the books show. The audit board said in May that the town lost 3 million euros.

(APPLAUSE)

HOLT: The audit board counted the old debts. Our harbour handled 40,000 containers last year.

MODERATOR: Thank you both. We will move on to schools.
"""
BRIEFING = """Briefing by the harbour's spokeswoman, Ana Prado

Q. Has the ferry company paid its debts?

A. It paid 4 million euros on Monday. Another 2 million are due in June.

Q. And the crews?

A. The crews were paid in full last week. Nobody was dismissed.
"""


def said(read: Extraction, text: str) -> dict[str, Statement]:
    return {made.content[0].of(text): made for made in read.statements if made.attributed}


def test_whoever_has_the_turn_says_what_stands_under_the_label() -> None:
    found = said(pipeline.run(DEBATE), DEBATE)
    earned = found["The town earned 11 million euros from them in three years"]
    assert [span.of(DEBATE) for span in earned.source] == ["HOLT"]
    assert (earned.cue, earned.form, earned.source_kind) == ((), Form.DIRECT, SourceKind.PERSON)
    assert earned.source_name == "Holt"
    assert found["That is not what the books show"].source_name == "Prado"


def test_who_is_cited_within_a_turn_speaks_himself() -> None:
    found = said(pipeline.run(DEBATE), DEBATE)
    assert found["the town lost 3 million euros"].source_name == "audit board"


def test_no_claim_holds_a_label_or_a_stage_direction() -> None:
    read = pipeline.run(DEBATE)
    words = " ".join(claim.text for claim in read.claims)
    assert "The town earned 11 million euros" in words
    assert not [label for label in ("MODERATOR", "HOLT", "APPLAUSE", "COUNCILLOR PRADO") if label in words]


def test_a_question_states_nothing_and_a_moderators_assertion_is_the_moderators() -> None:
    found = said(pipeline.run(DEBATE), DEBATE)
    assert not [content for content in found if content.startswith("Was that")]
    assert (
        next(made for content, made in found.items() if "sold two piers since" in content).source_name
        == "the moderator"
    )


def test_answers_are_those_of_whom_the_article_introduces() -> None:
    found = said(pipeline.run(BRIEFING), BRIEFING)
    assert found["It paid 4 million euros on Monday"].source_name == "Ana Prado"
    assert found["The crews were paid in full last week"].source_name == "Ana Prado"


def test_a_surname_in_capitals_gets_the_name_that_the_headline_gives() -> None:
    text = DEBATE.replace("Harbour debate in Skelby, second half", "Ingrid Holt and Ana Prado debate the harbour")
    assert (
        said(pipeline.run(text), text)["Our harbour handled 40,000 containers last year"].source_name == "Ingrid Holt"
    )


def kinds(text: str) -> list[PassageKind]:
    return [passage.kind for passage in passages.find(text)]


def test_a_turn_is_prose_however_much_it_says_we_and_you() -> None:
    text = DEBATE + "\nHOLT: If you support us, you can sign up on our website, and we will call you.\n"
    found = passages.find(text)
    assert found[-1].kind is PassageKind.BODY
    assert found[-2].kind is PassageKind.SPEAKER


@pytest.mark.parametrize(
    "lines",
    [
        ("Claim: The piers were sold.", "Verdict: This is true, as the books show.", "Claim: The town is broke.", "Verdict: This is false, as the books show."),
        ("Monday: The ferries stay in port all day.", "Tuesday: The ferries sail again at noon.", "Monday: The ferries stay in port again."),
        ("Sources: The council and the audit board.", "Watch: The piers from above.", "Sources: The ferry company.", "Watch: The last boat."),
        ("Holt: The piers are old.",),
        ("North Pier: green and quiet.", "South Pier: busy.", "Old Pier: closed to boats.", "New Pier: Open all year."),
        ("North Pier: It is closed to boats.", "South Pier: It is open.", "Old Pier: It was sold in 2019."),
    ],
)  # fmt: skip
def test_labels_of_lists_and_checks_and_a_single_label_make_no_transcript(lines: tuple[str, ...]) -> None:
    text = "\n\n".join(
        ("The council of Skelby sold two piers on Tuesday, and the town earned 11 million euros.", *lines)
    )
    assert PassageKind.SPEAKER not in kinds(text)


def test_what_echoes_the_clause_before_it_is_not_cut_off() -> None:
    text = DEBATE.replace(
        "The audit board counted the old debts.", "I voted for the pier in 2021, and so did 68 of my neighbours."
    )
    worded = [claim.text for claim in pipeline.run(text).claims if "voted for the pier" in claim.text]
    assert [words for words in worded if words.endswith("and so did 68 of their neighbours.")]


def test_initials_are_those_of_the_label_that_spells_them_out() -> None:
    text = "How the piers were saved\n\nLantern: Who paid for the piers?\n\nIngrid Holt: The town paid 4 million euros in 2019.\n\nLantern: And the ferry?\n\nIH: The ferry company paid 2 million euros in May.\n\nLantern: Thank you.\n"
    assert said(pipeline.run(text), text)["The ferry company paid 2 million euros in May"].source_name == "Ingrid Holt"


INTERVIEW = """Asked about the harbour, Mayor Ada Holt sat down with our reporter Wim S. Sand for an hour.

((WSS)) Last year the harbour lost 3 million euros. Whose fault was that?

((Ada Holt)) We repaired four piers. The town earned 11 million euros from them in three years.

((WSS)) : And the ferries?

((Ada Holt)) The ferries carried 40,000 people in May.
"""


def test_labels_in_double_brackets_are_no_part_of_what_is_said() -> None:
    found = said(pipeline.run(INTERVIEW), INTERVIEW)
    assert found["The town earned 11 million euros from them in three years"].source_name == "Ada Holt"
    assert found["The ferries carried 40,000 people in May"].source_name == "Ada Holt"
    assert not [claim.text for claim in pipeline.run(INTERVIEW).claims if "WSS" in claim.text]


def test_initials_over_a_turn_are_the_one_person_who_has_them() -> None:
    found = said(pipeline.run(INTERVIEW), INTERVIEW)
    assert found["Last year the harbour lost 3 million euros"].source_name == "Wim S. Sand"


def test_initials_that_nobody_has_stay_as_they_stand() -> None:
    text = INTERVIEW.replace("our reporter Wim S. Sand", "us")
    assert said(pipeline.run(text), text)["Last year the harbour lost 3 million euros"].source_name == "WSS"
