"""Sources and contents in ordinary news prose: whole, of the right person, and only what is said."""

from claims.extraction import pipeline
from tests.extraction.prose import DAY, claims, join, said_by


def sources(text: str) -> list[tuple[str, str]]:
    """The words of each source, and its cue."""
    made = pipeline.load().run(text, date=DAY).statements
    return [(join(text, one.source), join(text, one.cue)) for one in made if one.attributed]


def test_a_document_speaks_and_not_the_participles_that_tell_of_it() -> None:
    text = (
        "The internal audit, obtained by the Advocate under freedom of information laws and confirmed as authentic by the department,"
        " found that 40 cells had no heating."
    )
    assert sources(text) == [(text.split(", found")[0], "found")]
    text = "The city paid twice for the same streets, a report obtained by the Herald through a records request and verified by two councillors has found."
    assert sources(text) == [
        ("a report obtained by the Herald through a records request and verified by two councillors", "has found")
    ]


def test_what_tells_of_a_document_behind_its_comma_is_no_content() -> None:
    text = "According to the indictment, unsealed in January, the brothers used the money to buy a boat."
    assert said_by(text) == [("indictment", "the brothers used the money to buy a boat")]


def test_an_indictment_is_not_by_whoever_testified() -> None:
    text = "An FBI agent, Roy Delmar, testified that the brothers had no licence. The indictment says that they lied to a bank."
    assert [name for name, _ in said_by(text)] == ["Roy Delmar", "indictment"]


def test_a_lieutenant_governor_is_the_one_named_so() -> None:
    text = "Lt. Gov. Andre Comeaux, who was mayor in 2021, said he had never seen the report. The lieutenant governor said on Monday that he would help any inquiry."
    assert [name for name, _ in said_by(text)] == ["Andre Comeaux", "Andre Comeaux"]


def test_whose_brother_was_hurt_is_no_brother() -> None:
    text = (
        'Nurse Halyna Prytula, 44, told the reporter that the ward had no blood. "The lamps have failed," said Prytula, whose own brother'
        " was among the wounded."
    )
    assert {name for name, _ in said_by(text)} == {"Halyna Prytula"}


def test_what_he_called_so_was_called_so_by_whom_the_sentence_is_about() -> None:
    text = (
        "Senator Robert Lang lost an aide on Friday. Aid chief Owen Bright apologised in a statement for what he called"
        ' "careless" words.'
    )
    assert ("Owen Bright", '"careless" words') in said_by(text)


def test_another_is_of_the_sort_that_has_just_spoken() -> None:
    text = (
        "One cabinet minister, who did not want to be named, told the Herald that the government had six weeks left. Another said the"
        " premier had wept."
    )
    assert [name for name, _ in said_by(text)] == ["One cabinet minister", "another cabinet minister"]


def test_first_is_no_part_of_a_name() -> None:
    assert ("Bloomberg News", "reported") in sources("Bloomberg News first reported the request on Monday.")


def test_a_plea_is_told_with_its_not() -> None:
    text = "Assistant attorney Carla Roth said Owen Bright had forged two signatures. Bright, 58, has pleaded not guilty to nine counts of wire fraud."
    assert said_by(text)[1:] == [("Owen Bright", "not guilty to nine counts of wire fraud")]


def test_on_belongs_to_the_cue() -> None:
    text = "Senator Robert Lang called on the mayor to resign."
    assert sources(text) == [("Senator Robert Lang", "called on")]
    assert said_by(text) == [("Robert Lang", "the mayor to resign")]


def test_that_points_before_what_is_rejected() -> None:
    text = "A spokesman for the ministry rejected that description as exaggerated."
    assert [content for _, content in said_by(text)] == ["that description as exaggerated"]


def test_whom_a_medium_cites_told_it_what_it_reports() -> None:
    text = "The Herald reported that the mill would close in May, citing two people with knowledge of the matter."
    assert said_by(text) == [
        ("Herald", "the mill would close in May"),
        ("two people with knowledge of the matter", "the mill would close in May"),
    ]
    assert claims(text) == ["The mill would close in May 2024."]


def test_how_often_it_was_said_is_no_content() -> None:
    text = "Her work was hard, according to a person involved, and on Tuesday he said it 268 times."
    assert [content for _, content in said_by(text)] == ["Her work was hard"]


def test_the_firm_that_opens_the_sentence_says_it() -> None:
    text = "Norvik Motors will cut 400 jobs after demand for its vans collapsed, the Swedish carmaker said on Tuesday."
    assert [name for name, _ in said_by(text)] == ["Norvik Motors"]
