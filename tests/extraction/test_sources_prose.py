"""Sources and contents in ordinary news prose: whole, of the right person, and only what is said."""

from claims.extraction import pipeline
from claims.extraction.types import SourceKind
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
    text = (
        "A former treasurer of the Open Hands charity siphoned more than $640,000 into accounts held by his brother, a prosecutor told jurors"
        " on Tuesday.\n\nAssistant U.S. Attorney Carla Whitcomb said Gerald Pruitt had forged the signatures of two board members on 41"
        " checks. Pruitt, 58, has pleaded not guilty to nine counts of wire fraud.\n\nHis lawyer, Benjamin Asher, countered that the payments"
        " were loans."
    )
    assert ("Gerald Pruitt", "not guilty to nine counts of wire fraud") in said_by(text)


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


def test_a_verb_of_judging_ends_before_the_verb_of_its_sentence() -> None:
    text = (
        "A senior aide to Sen. Robert Callahan resigned on Friday after messages in which he mocked flood victims were published by the"
        " website The Tributary."
    )
    assert [content for _, content in said_by(text)] == ["flood victims"]
    assert not any(claim.startswith("Flood victims") for claim in claims(text))


def test_a_share_is_what_somebody_says_is_needed() -> None:
    text = "She said that coverage had fallen to 82%, well below the 95% that the World Health Organization says is needed to stop outbreaks."
    assert ("World Health Organization", "the 95% … is needed to stop outbreaks") in said_by(text)
    assert "The 95% is needed to stop outbreaks." in claims(text)


def test_what_is_left_of_a_sentence_ends_before_its_comma() -> None:
    text = "Neither Pruitt nor his brother, Alan, responded to requests for comment, but Asher said by email that the brother had repaid $90,000."
    assert "Neither Pruitt nor his brother, Alan, responded to requests for comment." in claims(text)


def test_his_is_of_the_nameless_one_who_says_so() -> None:
    text = (
        "Interior Minister Viktor Soares said he was sad. One of the teenagers, a 16-year-old boy, said he had been stopped on his way"
        " home from his job."
    )
    assert "One of the teenagers had been stopped on his way home from his job." in claims(text)


def test_behind_that_stands_a_noun() -> None:
    text = 'But a government adviser, epidemiologist Karin Holt of the University of Brenn, told public radio that closures "cannot be ruled out".'
    assert not any("Holt" in claim for claim in claims(text))


def test_a_ledger_is_a_newspaper_and_not_a_person() -> None:
    text = (
        "The city of Harlan paid contractors twice, an audit obtained by the Harlan Ledger has found. City Councilman Ray Boudin said he had"
        " warned of it in an email. Boudin's email, a copy of which he provided to the Ledger, shows that he asked for an audit."
    )
    made = claims(text)
    assert "Ray Boudin asked for an audit." in made
    assert not any("Ledger" in claim for claim in made)


def test_a_report_by_somebody_is_one_source_of_both_its_verbs() -> None:
    text = (
        "A report by Holyrood's transport committee in January concluded that islanders had been 'consistently failed', and recommended a"
        " compensation fund."
    )
    assert all(words.startswith("A report by Holyrood's transport committee") for words, _ in sources(text))


def test_what_is_judged_is_no_part_of_who_judges() -> None:
    text = "The fund, an idea ministers say they are considering, would cost 2 million pounds."
    assert sources(text) == [("ministers", "say")]


def test_always_goes_with_its_verb() -> None:
    text = "The driver was accused of fraud in 2021, which he has always denied."
    assert ("he", "denied") in sources(text)


def test_one_of_a_party_or_of_them_is_nameless() -> None:
    text = (
        "One Republican, who asked not to be named, said the vote had been close. Another Republican recounted that the speaker had been"
        " booed. One of them, a freshman, said he would leave."
    )
    kinds = {one.source_kind for one in pipeline.load().run(text, date=DAY).statements if one.attributed}
    assert kinds == {SourceKind.ANONYMOUS}


def test_whoever_is_quoted_by_a_medium_said_it() -> None:
    text = "The head of the agency, Paul Orr, was quoted by the Times as saying that the dam was safe."
    assert said_by(text) == [("Paul Orr", "the dam was safe")]


def test_it_calls_so_what_the_sentence_is_about_and_no_country_named_between() -> None:
    text = 'Norvik blamed high battery prices, weak demand in Germany and what it called "unfair" subsidies. Norvik Motors will close two plants.'
    assert not any(name == "Germany" for name, _ in said_by(text))


def test_at_least_so_many_say_so() -> None:
    text = "Wes Cardinal, one of the two who voted no, urged residents to run in the fall election. At least three say they will."
    assert sources(text)[-1] == ("At least three", "say")
