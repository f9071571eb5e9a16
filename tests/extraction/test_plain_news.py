"""Who says what, and what of it is claimed, in plain local and agency news, whole pipeline: mistakes seen in articles of our own."""

import pytest

from claims.extraction.standalone import tagging
from claims.extraction.standalone.times.telling import looks_ahead
from tests.extraction.prose import claims, said_by


def test_a_second_clause_has_its_own_subject() -> None:
    text = "The trade ministry praised the accord, while the farmers' union condemned it."
    assert ("farmers' union", "it") in said_by(text)
    assert ("trade ministry", "it") not in said_by(text)


def test_who_disputes_that_and_says_something_does_not_dispute_what_they_say() -> None:
    text = "The army said the boy had fallen. His relatives dispute that and say his arms were covered in burns."
    assert [said for _, said in said_by(text)] == ["the boy had fallen", "his arms were covered in burns"]
    assert not any("not" in claim for claim in claims(text))


def test_a_year_alone_is_no_content() -> None:
    text = "The final cost was 9 million euros, twice the figure that mayor Erik Lund announced in May 2021, the audit office said."
    assert [said for name, said in said_by(text) if name == "Erik Lund"] == []


def test_a_body_goes_on_and_not_somebody_known_by_letters() -> None:
    text = (
        "A man held in the northern town of Sorvik, identified only as M.T., stopped eating in June, the Prison Monitor said. "
        '"He saw no doctor," the watchdog wrote. It added that guards had sent his lawyer away.'
    )
    assert ("Prison Monitor", "guards had sent his lawyer away") in said_by(text)


def test_a_source_runs_to_its_noun() -> None:
    text = (
        "Central bank holds rates, sees inflation at 2.8% by autumn\n\n"
        "The central bank left its key interest rate unchanged at 4 percent on Monday and said inflation was likely to slow to 2.8 percent by next autumn."
    )
    assert ("central bank", "inflation was likely to slow to 2.8 percent by next autumn") in said_by(text)


def test_what_a_ship_did_is_not_done_by_who_was_warned_of_it() -> None:
    text = "Managers at the shipping line Orvik were warned about a cracked hull six weeks before the ferry overturned off Tarn, killing 19 people."
    assert not any(claim.startswith("Managers") and "killed" in claim for claim in claims(text))


def test_a_season_delays_nothing() -> None:
    text = "Engineers said the extra costs were caused by flooding in the spring, which delayed the work by nine weeks."
    assert "Flooding in the spring delayed the work by nine weeks." in claims(text)


def test_an_estimate_is_a_whole_claim() -> None:
    assert "The number of marchers was 4,000." in claims("Police put the number of marchers at 4,000.")


def test_they_are_accused_in_a_whole_sentence() -> None:
    text = "Two trade unions called for a strike, and the ruling party accused them of exploiting a tragedy."
    assert any(claim.endswith("exploited a tragedy.") and not claim.startswith("Them") for claim in claims(text))


def test_a_company_that_could_not_comment_is_named() -> None:
    assert "Norvik could not comment on the inquiry." in claims("Norvik said it could not comment on the inquiry.")


@pytest.mark.parametrize(
    ("text", "ahead"),
    [("the growth of 2 percent that it forecast in", False), ("growth of 2 percent is forecast in", True)],
)
def test_what_somebody_forecast_is_over(text: str, *, ahead: bool) -> None:
    assert looks_ahead(text, len(text)) is ahead


def test_a_past_form_that_is_nothing_else_is_a_verb_wherever_it_stands() -> None:
    text = "weeks before the Astrid sank in the Gulf"
    assert {token.word: token.tag for token in tagging.tag(text, [(0, len(text))])[0]}["sank"] == "VBD"
