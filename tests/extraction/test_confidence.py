"""What is more likely misread than not: said to be so, and held back only where it is very likely."""

import pytest

from claims.extraction import pipeline
from claims.extraction.standalone import confidence
from claims.extraction.standalone.confidence import CAUTION, DOUBT, HELD, MOST


def likely(monkeypatch: pytest.MonkeyPatch, chance: float) -> list[tuple[str | None, str | None]]:
    monkeypatch.setattr(confidence, "chance", lambda _: chance)
    read = pipeline.run("The harbour board said on Monday that 40 ships had left.")
    return [(claim.abstained, claim.caution) for claim in read.claims]


@pytest.mark.parametrize(
    ("chance", "said"),
    [
        (MOST - 0.01, (None, None)),
        (MOST + 0.01, (None, CAUTION)),
        (HELD - 0.01, (None, CAUTION)),
        (HELD + 0.01, (DOUBT, None)),
    ],
)
def test_a_likely_mistake_is_said_and_a_very_likely_one_waits(
    monkeypatch: pytest.MonkeyPatch, chance: float, said: tuple[str | None, str | None]
) -> None:
    assert likely(monkeypatch, chance) == [said]


def test_what_waits_already_keeps_its_own_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidence, "chance", lambda _: 0.99)
    read = pipeline.run("He said she was late.")
    assert {claim.abstained for claim in read.claims} == {"It is not clear who is meant."}
    assert all(claim.caution is None for claim in read.claims)


def test_a_whole_sentence_is_trusted_and_a_torn_one_is_not() -> None:
    read = pipeline.run(
        "The harbour board said on Monday that 40 ships had left. A report put the loss at 11 million euros, namely"
        " 3 million and 8 million for the two lines, one official said."
    )
    cautions = {claim.text: claim.caution or claim.abstained for claim in read.claims}
    assert cautions["40 ships had left."] is None
    assert cautions["11 million euros were namely 3 million million for the two lines."] in (CAUTION, DOUBT)
