"""Bodies that every state has bear the state: two of them in one article are two."""

from tests.extraction.prose import claims, said_by

BOTH = (
    "Armenia's Defense Ministry said two of its soldiers were wounded. The ministry said one was in critical condition. "
    "Azerbaijan's Defense Ministry said its troops had not fired."
)


def test_ministries_of_two_states_are_two_sources() -> None:
    assert [by for by, _ in said_by(BOTH)] == [
        "Armenia's Defense Ministry",
        "Armenia's Defense Ministry",
        "Azerbaijan's Defense Ministry",
    ]


def test_a_claim_names_the_body_with_its_state_and_without_an_article() -> None:
    text = "Armenia's Defense Ministry said it had lodged a complaint."
    assert claims(text) == ["Armenia's Defense Ministry had lodged a complaint."]


def test_a_body_with_a_name_of_its_own_needs_no_state() -> None:
    assert "Orvik Council" in [by for by, _ in said_by("Norway's Orvik Council said it was ready.")]


def test_a_dotted_state_with_a_hyphen_speaks_for_nobody() -> None:
    text = "The road was shut, said a U.S.-based friend of hers."
    assert [by for by, _ in said_by(text)] == ["a U.S.-based friend of hers"]


def test_a_transcript_says_nothing_of_itself() -> None:
    text = "The minister resigned, according to a transcript seen by the Velm Post. “I am accountable for 40 crowns,” it says."
    assert "I am accountable for 40 crowns." in claims(text)
