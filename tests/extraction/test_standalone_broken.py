"""Words that a cut or a cue has torn: they make no claim, or the one that was meant."""

from claims.extraction.types import Span
from tests.extraction.test_standalone import said, texts, worded


def told(text: str, cue: str) -> dict[str, object]:
    return said("Maria Lind") | {"cue": (Span(text.index(cue), text.index(cue) + len(cue)),)}


def test_a_name_with_what_somebody_is_slammed_for_waits_for_a_person() -> None:
    text = "Lind slammed Tom Hadley for a story about taxes in the paper."
    (claim,) = worded(text, "Tom Hadley for a story about taxes in the paper", **told(text, "slammed"))
    assert claim.abstained == "It is no whole sentence."


def test_a_compound_noun_is_no_deed() -> None:
    text = "Lind confirmed a money laundering probe into two banks."
    content = "a money laundering probe into two banks"
    assert texts(text, content, **told(text, "confirmed")) == ["There was a money laundering probe into two banks."]


def test_what_somebody_spoke_about_is_no_part_of_a_clause_before() -> None:
    text = "As the feast progressed, Lind tweeted about taxes on empty homes in the town."
    claims = worded(text, "As the feast progressed, … about taxes on empty homes in the town", **told(text, "tweeted"))
    assert {claim.abstained for claim in claims} == {"It is no whole sentence."}


def test_who_is_cited_in_awarding_is_not_the_prize() -> None:
    text = "The committee cited this in awarding Tom Hadley the 2002 Peace Prize."
    content = "this in awarding Tom Hadley the 2002 Peace Prize"
    assert not any(" is the 2002 " in claim for claim in texts(text, content, **told(text, "cited")))


def test_two_names_side_by_side_are_not_one() -> None:
    text = "One body that now does likewise with Hadley, the Green Harbour Party, chose a candidate."
    assert not any("Hadley is the" in claim or "Hadley was the" in claim for claim in texts(text, text))
