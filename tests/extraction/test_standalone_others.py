"""What somebody says inside an article's own sentence: no claim twice, and no subject that it does not have."""

from claims.extraction import sentences, standalone
from claims.extraction.types import ClaimText, Form, SourceKind, Span, Statement
from tests.extraction.test_standalone import DAY, passages_of, texts


def at(text: str, words: str) -> tuple[Span, ...]:
    return (Span(text.index(words), text.index(words) + len(words)),)


def said(text: str, source: str, cue: str, content: str) -> Statement:
    told = {"source_name": source, "source_kind": SourceKind.ORGANISATION, "form": Form.INDIRECT}
    return Statement(at(text, content), at(text, source), at(text, cue), **told)  # type: ignore[arg-type]  # told by keyword, as the tests need it


def of(text: str, *statements: Statement) -> list[ClaimText]:
    found = passages_of(text)
    return list(standalone.claims(text, found, sentences.split(text, found), statements, None, DAY))


CLOSED = "Anna Vik visited the harbour, which the council said was closed."


def test_which_takes_the_noun_before_it_as_the_subject_of_what_is_said_of_it() -> None:
    assert [claim.text for claim in of(CLOSED, said(CLOSED, "the council", "said", "was closed"))] == [
        "The harbour was closed."
    ]


def test_which_that_means_a_whole_clause_gets_no_subject() -> None:
    text = "Anna Vik has not sung since 2014, which her brother said was due to an illness."
    (claim,) = of(text, said(text, "her brother", "said", "was due to an illness"))
    assert claim.abstained == "It is no whole sentence."
    assert "Anna Vik was due" not in claim.text


def test_the_articles_own_claim_leaves_to_others_what_they_say_of_its_last_noun() -> None:
    claims = of(CLOSED, Statement(at(CLOSED, CLOSED)), said(CLOSED, "the council", "said", "was closed"))
    assert [claim.text for claim in claims] == ["Anna Vik visited the harbour.", "The harbour was closed."]


def test_a_sentence_that_only_says_who_said_it_is_no_claim_of_the_article() -> None:
    text = "The council said the harbour was closed."
    claims = of(text, Statement(at(text, text)), said(text, "The council", "said", "the harbour was closed"))
    assert [claim.text for claim in claims] == ["The harbour was closed."]


def test_a_sentence_that_says_more_than_the_report_in_it_stays() -> None:
    text = (
        "Anna Vik left the council meeting after a heated debate about the new ferry when the mayor said it was over."
    )
    claims = of(text, Statement(at(text, text)), said(text, "the mayor", "said", "it was over"))
    assert any(claim.text.startswith("Anna Vik left") for claim in claims)


def test_a_leading_year_does_not_hold_for_what_has_a_year_of_its_own() -> None:
    text = "In 1982 Anna Vik won a seat, joining the council in 1983."
    assert "Anna Vik joined the council in 1983." in texts(text, text)
