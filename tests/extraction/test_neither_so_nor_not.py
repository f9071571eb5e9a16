"""What somebody did not say, find or deny: told with who did not, because the content alone would say that it is so."""

import pytest

from tests.extraction.test_real_biz import claims


@pytest.mark.parametrize(
    "text",
    [
        "The report did not find that the children were lost.",
        "The inquiry has not established that the firm knew of the leak.",
        "The police did not say that the driver was drunk.",
        "The mayor did not rule out that the pool would close.",
        "Velm Water doubted that the dam would hold.",
    ],
)
def test_what_is_not_said_or_is_doubted_is_not_told_as_so(text: str) -> None:
    assert claims(text) == [text]


def test_who_does_not_deny_a_thing_has_not_said_it() -> None:
    text = "The company did not deny that the valve had failed."
    assert claims(text) == [text]


def test_the_auxiliary_that_turns_a_verb_round_stays_with_it() -> None:
    text = "“We shut the valve,” the company said, and did not deny that the valve had failed before."
    assert "The company did not deny that the valve had failed before." in claims(text)


def test_what_is_denied_is_still_told_as_not_so() -> None:
    assert claims("The Kremlin denied that its troops had fired.") == ["The Kremlin's troops had not fired."]
    assert claims("The ministry denied it was blocking deliveries.") == ["The ministry was not blocking deliveries."]
