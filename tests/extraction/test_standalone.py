"""Statements worded as claims that stand alone."""

import datetime
import re

import pytest

from claims.extraction import sentences, standalone
from claims.extraction.types import Appearance, ClaimText, Form, Passage, PassageKind, SourceKind, Span, Statement

DAY = datetime.date(2024, 3, 13)  # a Wednesday


def passages_of(text: str) -> tuple[Passage, ...]:
    return tuple(Passage(Span(*m.span()), PassageKind.BODY) for m in re.finditer(r"[^\n]+", text))


def worded(text: str, *contents: str, day: datetime.date | None = DAY, **told: object) -> list[ClaimText]:
    """The claims of statements with these contents; narrated ones unless *told* says how they are attributed."""
    passages = passages_of(text)
    statements = []
    for content in contents:
        pieces = tuple(Span(text.index(piece), text.index(piece) + len(piece)) for piece in content.split(" … "))
        statements.append(Statement(pieces, **told))  # type: ignore[arg-type]  # told by keyword, as the tests need it
    return list(standalone.claims(text, passages, sentences.split(text, passages), tuple(statements), None, day))


def texts(*given: str, **told: object) -> list[str]:
    return [claim.text for claim in worded(*given, **told)]  # type: ignore[arg-type]  # told by keyword, as the tests need it


def said(source: str, kind: SourceKind = SourceKind.PERSON, form: Form = Form.INDIRECT) -> dict[str, object]:
    return {"source_name": source, "source_kind": kind, "form": form}


NARRATED = [
    ("The bridge was closed on Monday.", ["The bridge was closed on March 11, 2024."]),
    ("However, the bridge reopened yesterday.", ["The bridge reopened on March 12, 2024."]),
    ("Meanwhile the bridge stayed open.", ["The bridge stayed open."]),
    (
        "The storm damaged 300 houses on Monday; the harbour was closed on Tuesday.",
        ["The storm damaged 300 houses on March 11, 2024.", "The harbour was closed on March 12, 2024."],
    ),
    (
        "Maria Lind, who led the company for nine years, died in Oslo.",
        ["Maria Lind died in Oslo.", "Maria Lind led the company for nine years."],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), NARRATED)
def test_a_narrated_sentence_becomes_claims_that_stand_alone(sentence: str, expected: list[str]) -> None:
    assert texts(sentence, sentence) == expected


def test_a_pronoun_is_named_once_in_a_claim() -> None:
    text = "Maria Lind founded the firm in 1998. She sold it to her brother in 2011."
    (claim,) = texts(text, "She sold it to her brother in 2011")
    assert claim.startswith("Maria Lind sold")
    assert claim.count("Lind") == 1


def test_without_a_dateline_a_relative_date_stays_as_it_is() -> None:
    assert texts("The bridge was closed yesterday.", "The bridge was closed yesterday", day=None) == [
        "The bridge was closed yesterday."
    ]


FIRST_PERSON = [
    ('"I have never met him," Lind said.', '"I have never met him,"', "Maria Lind has never met him."),
    (
        '"I\'m the owner of two boats," Lind said.',
        '"I\'m the owner of two boats,"',
        "Maria Lind is the owner of two boats.",
    ),
    (
        '"I think that the town lost 40 jobs in May," Lind said.',
        '"I think that the town lost 40 jobs in May,"',
        "The town lost 40 jobs in May 2023.",
    ),
]


@pytest.mark.parametrize(("text", "content", "expected"), FIRST_PERSON)
def test_a_quotation_in_the_first_person_is_turned_to_the_third(text: str, content: str, expected: str) -> None:
    assert texts(text, content, **said("Maria Lind", form=Form.DIRECT)) == [expected]


def test_a_quoted_phrase_keeps_its_marks_and_its_words() -> None:
    text = 'The minister said the plan was "a gift for today\'s voters" from start to finish.'
    (claim,) = texts(
        text, 'the plan was "a gift for today\'s voters" from start to finish', **said("the minister", form=Form.MIXED)
    )
    assert '"a gift for today\'s voters"' in claim


FRAMED = [
    ("urged", "Lind urged drivers to stay at home.", "drivers to stay at home", "Drivers should stay at home."),
    ("promised", "Lind promised to build 300 homes.", "to build 300 homes", "Maria Lind will build 300 homes."),
    ("called", 'Lind called the report "a fairy tale".', 'the report "a fairy tale"', 'The report is "a fairy tale".'),
    ("claimed", "Lind claimed responsibility for the fire.", "responsibility for the fire", "Maria Lind was responsible for the fire."),
    ("blamed", "Lind blamed the crew for the fire.", "the crew for the fire", "The crew is to blame for the fire."),
    ("accused", "Lind accused the mayor of hiding figures.", "the mayor of hiding figures", "The mayor hid figures."),
    ("reported", "Lind reported 36 infections at the base.", "36 infections at the base", "There were 36 infections at the base."),
    ("denied", "Lind denied anybody had been hurt.", "anybody had been hurt", "Nobody had been hurt."),
    ("pleaded", "Lind pleaded not guilty to fraud.", "not guilty to fraud", "Maria Lind is not guilty of fraud."),
    ("expressed", "Lind expressed a desire to sell the mill.", "a desire to sell the mill", "Maria Lind has a desire to sell the mill."),
    ("signaled", "Lind signaled an intent to run.", "an intent to run", "Maria Lind has an intent to run."),
    ("maintains", "Lind maintains a policy of not charging guests.", "a policy of not charging guests", "Maria Lind has a policy of not charging guests."),
    ("reported", "Lind reported the presence of water in the mine.", "the presence of water in the mine", "There is water in the mine."),
    ("denied", "Lind denied inciting the crowd.", "inciting the crowd", "Maria Lind did not incite the crowd."),
    ("demanded", "Lind demanded an explanation.", "an explanation", "There should be an explanation."),
    ("announced", "Lind announced the death of the mayor.", "the death of the mayor", "The mayor has died."),
]  # fmt: skip


@pytest.mark.parametrize(("cue", "text", "content", "expected"), FRAMED)
def test_a_content_that_is_no_sentence_is_completed_by_its_cue(
    cue: str, text: str, content: str, expected: str
) -> None:
    at = text.index(cue)
    told = said("Maria Lind") | {"cue": (Span(at, at + len(cue)),), "negative": cue == "denied"}
    assert texts(text, content, **told) == [expected]


UNNAMED = [
    ("They would appeal.", "The two officers lost. They would appeal.", "The two officers would appeal."),
    ("It sank at noon.", "A ferry left the port. It sank at noon.", "The ferry sank at noon."),
    ("It took six hours.", "A ferry left the port. It took six hours.", "It took six hours."),
    (
        "The country closed its ports.",
        "Norway was hit. Norway and its fleet suffered. The country closed its ports.",
        "Norway closed its ports.",
    ),
    ("The country was closed.", "Norway and Iceland were hit. The country was closed.", "The country was closed."),
    (
        "The bill was passed.",
        "Lind wrote the Fair Harbour Act. The bill was passed.",
        "The Fair Harbour Act was passed.",
    ),
    ("The rebels fled.", "The Tarn rebels lost. The rebels fled.", "The Tarn rebels fled."),
]


@pytest.mark.parametrize(("content", "text", "expected"), UNNAMED)
def test_what_has_no_name_is_called_by_what_was_said_of_it_before(content: str, text: str, expected: str) -> None:
    (claim,) = texts(text, content)
    assert claim == expected


OWNED = [
    ("The old mill closed. Its owners live in Oslo.", "The old mill's owners live in Oslo."),
    ("The local miners went on strike. Their families left.", "The local miners' families left."),
    ("Maria Lind left. Its owners live in Oslo.", "Its owners live in Oslo."),
]


@pytest.mark.parametrize(("text", "expected"), OWNED)
def test_whose_it_is_at_the_front_is_told_by_the_sentence_before(text: str, expected: str) -> None:
    assert texts(text, text.split(". ")[1]) == [expected]


def scened(title: str, text: str, content: str) -> str:
    found = passages_of(text)
    at = text.index(content)
    told = (Statement((Span(at, at + len(content)),)),)
    (claim,) = standalone.claims(text, found, sentences.split(text, found), told, title, DAY)
    return claim.text


def test_a_claim_that_names_nothing_says_where_its_event_was() -> None:
    text = "A plane came down in Velm on Monday. The crash was followed by a fire."
    assert scened("Plane crash in Velm", text, "The crash was followed by a fire.") == (
        "The crash in Velm was followed by a fire."
    )


def test_what_is_so_now_is_not_tied_to_the_scene() -> None:
    text = "A plane came down in Velm on Monday. The crash is a mystery."
    assert scened("Plane crash in Velm", text, "The crash is a mystery.") == "The crash is a mystery."


def test_a_name_of_its_own_needs_no_scene() -> None:
    text = "A plane came down in Velm on Monday. The crash shocked Lima."
    assert scened("Plane crash in Velm", text, "The crash shocked Lima.") == "The crash shocked Lima."


def test_we_is_the_body_that_the_speaker_stands_for() -> None:
    text = 'Riverside Council spokeswoman Maria Lind was pleased. "We have voted twice," Lind said.'
    (claim,) = texts(text, '"We have voted twice,"', **said("Maria Lind", form=Form.DIRECT))
    assert claim == "Riverside Council has voted twice."


def test_us_in_capitals_is_no_pronoun() -> None:
    text = "Lind said the bridge cost US$300 to paint."
    assert texts(text, "the bridge cost US$300 to paint", **said("Maria Lind")) == ["The bridge cost US$300 to paint."]


def test_himself_takes_no_name() -> None:
    text = "Peter Lind was elected in May. The mayor had himself voted against the plan."
    (claim,) = texts(text, "The mayor had himself voted against the plan.")
    assert "himself" in claim


@pytest.mark.parametrize(
    ("content", "doubt"),
    [("the decision", "It is no whole sentence."), ("you have lost the vote", "It is not clear who is meant.")],
)
def test_what_says_nothing_of_anybody_known_waits_for_a_person(content: str, doubt: str) -> None:
    (claim,) = worded(f"Lind criticised {content}.", content, **said("Maria Lind"))  # type: ignore[arg-type]  # told by keyword, as the tests need it
    assert claim.abstained == doubt


def test_what_is_said_twice_is_one_claim_with_two_appearances() -> None:
    text = "The fire destroyed 40 houses in Velm.\nThe fire destroyed 40 houses in Velm, police said."
    claims = standalone.claims(
        text,
        passages_of(text),
        sentences.split(text, passages_of(text)),
        (Statement((Span(0, 36),)), Statement((Span(38, 74),), source_name="police", form=Form.INDIRECT)),
        None,
        DAY,
    )
    assert [claim.text for claim in claims] == ["The fire destroyed 40 houses in Velm."]
    assert [appearance.statement for appearance in claims[0].appearances] == [0, 1]


@pytest.mark.parametrize("other", ["The fire destroyed 41 houses in Velm.", "The fire destroyed no 40 houses in Velm."])
def test_other_figures_or_a_negation_make_another_claim(other: str) -> None:
    text = f"The fire destroyed 40 houses in Velm.\n{other}"
    assert len(worded(text, "The fire destroyed 40 houses in Velm", other)) == 2


def test_the_first_appearance_stands_in_the_body_and_not_in_the_caption() -> None:
    text = "A fire destroyed 40 houses in Velm.\nA fire destroyed 40 houses in Velm."
    caption, body = Span(0, 35), Span(36, 71)
    passages = (Passage(caption, PassageKind.CAPTION), Passage(body, PassageKind.BODY))
    statements = (Statement((caption,)), Statement((body,)))
    (claim,) = standalone.claims(text, passages, sentences.split(text, passages), statements, None, DAY)
    assert claim.appearances == (Appearance((body,), 1), Appearance((caption,), 0))


def test_words_outside_the_prose_never_reach_a_claim() -> None:
    text = "Advertisement read more\nThe dam broke at noon."
    passages = (
        Passage(Span(0, 23), PassageKind.NAVIGATION),
        Passage(Span(24, len(text)), PassageKind.BODY),
    )
    statement = Statement((Span(0, len(text) - 1),))
    claims = standalone.claims(text, passages, sentences.split(text, passages), (statement,), None, DAY)
    assert [claim.text for claim in claims] == ["The dam broke at noon."]


def test_a_claim_of_a_doubtful_statement_is_left_to_a_person() -> None:
    (claim,) = worded("The dam broke at noon.", "The dam broke at noon", abstained="The end is unclear.")
    assert claim.abstained == "The end is unclear."


def test_a_quotation_whose_speaker_is_unknown_is_left_to_a_person() -> None:
    (claim,) = worded('"I saw the dam break."', '"I saw the dam break."', form=Form.DIRECT)
    assert claim.abstained == "It is not clear who speaks."


def test_a_claim_about_nobody_known_is_left_to_a_person() -> None:
    (claim,) = worded("She sold the firm in 2011.", "She sold the firm in 2011")
    assert claim.abstained == "It is not clear who is meant."


def test_the_same_text_gives_the_same_claims() -> None:
    text = "Ana Ruiz won 40 votes and lost 12. She thanked her party, which met on Friday, and left for Lima."
    contents = ("Ana Ruiz won 40 votes and lost 12", "She thanked her party, which met on Friday, and left for Lima")
    assert worded(text, *contents) == worded(text, *contents)


def test_spans_of_a_claim_are_the_words_that_it_is_made_of() -> None:
    text = "The storm damaged 300 houses on Monday; the harbour was closed on Tuesday."
    found = worded(text, text)
    assert [c.appearances[0].spans[0].of(text) for c in found] == [
        "The storm damaged 300 houses on Monday",
        "the harbour was closed on Tuesday.",
    ]


def test_a_line_without_full_stops_is_left_whole_to_a_person() -> None:
    text = "the council said that taxes rose and that on Friday it would meet again in March " * 2500
    (claim,) = worded(text, text)
    assert len(claim.text) > 100_000
    assert claim.abstained == "The sentence is too long to be one claim."


HANGING = [
    ("Although the bridge was old, it was used.", "Although the bridge was old", "The bridge was old."),
    ("Since the permit, number 12, expired in May 2020, it was closed.", "Since the permit, number 12, expired in May 2020", "The permit, number 12, expired in May 2020."),
    ("After the storm the bridge was closed.", "After the storm the bridge was closed", "After the storm the bridge was closed."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "expected"), HANGING)
def test_a_clause_that_is_left_alone_loses_the_word_that_hung_it(text: str, content: str, expected: str) -> None:
    assert texts(text, content) == [expected]


TORN = [
    ("The bridge is widely regarded as the oldest in Velm.", "The bridge is … as the oldest in Velm", "The bridge is the oldest in Velm."),
    ("The blast was reported to have killed nine people.", "The blast was … to have killed nine people", "The blast had killed nine people."),
    ("The blast is said to be the worst in years.", "The blast is … to be the worst in years", "The blast is the worst in years."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "expected"), TORN)
def test_a_clause_whose_verb_was_the_cue_is_mended(text: str, content: str, expected: str) -> None:
    assert texts(text, content, **said("the ministry", SourceKind.GROUP)) == [expected]


def test_everybodys_planet_belongs_to_no_speaker() -> None:
    text = '"Our planet is burning," Maria Lind told the summit.'
    assert texts(text, '"Our planet is burning,"', **said("Maria Lind", form=Form.DIRECT)) == ["The planet is burning."]


def test_half_a_pronoun_is_left_alone() -> None:
    text = "Tom Hadley met the envoy. A red notice asks for his/her arrest."
    assert texts(text, "A red notice asks for his/her arrest") == ["A red notice asks for his/her arrest."]


TOLD_OF = [
    ("Ann accused the mayor of \"misleading the town\".", 'the mayor of "misleading the town"', "accused", 'The mayor was "misleading the town".'),
    ("Ann blasted the suit as \"a hit job\" yesterday.", 'the suit as "a hit job"', "blasted", 'The suit is "a hit job".'),
    ("Ann urged the council to pay the money it owed.", "the council to pay the money it owed", "urged", "The council should pay the money it owed."),
    ("Ann reported two craters about 40 metres apart.", "two craters about 40 metres apart", "reported", "There were two craters about 40 metres apart."),
    ("Ann called for an inquiry into it.", "an inquiry into it", "called for", "There should be an inquiry into it."),
    ("The agency called the race for Ann.", "the race for Ann", "called", "Ann won the race."),
    ("Ann called the strikes defensive in nature.", "the strikes defensive in nature", "called", "The strikes are defensive in nature."),
    ("Ann denied any findings of fraud.", "any findings of fraud", "denied", "There were no findings of fraud."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "cue", "expected"), TOLD_OF)
def test_what_is_no_sentence_is_completed_by_its_cue(text: str, content: str, cue: str, expected: str) -> None:
    at = text.index(cue)
    assert texts(text, content, **said("Ann"), cue=(Span(at, at + len(cue)),), negative=cue == "denied") == [expected]


def test_its_goes_back_to_what_its_own_clause_is_about() -> None:
    text = "Channel Nine fired the actor. The show has lost its way."
    assert texts(text, "The show has lost its way") == ["The show has lost its way."]


def test_a_question_is_left_to_a_person() -> None:
    (claim,) = worded("Ann asked whether the bridge was closed.", "whether the bridge was closed", **said("Ann"))
    assert claim.abstained == "It is no whole sentence."


def test_what_is_only_called_something_is_not_demanded() -> None:
    text = "Police called it off. It was called the biggest rally in years by Ann."
    at = text.index("called the")
    (claim,) = worded(text, "the biggest rally in years", **said("Ann"), cue=(Span(at, at + 6),))
    assert "should" not in claim.text
