"""A source is who speaks, and nothing of the clause in which they do."""

import pytest

from claims.extraction import pipeline
from claims.extraction.types import SourceKind
from tests.extraction.seeing import read, seen


@pytest.mark.parametrize(
    ("text", "marked", "source"),
    [
        ("The union does not rule out a strike, saying members are angry.",
         ("The union does", "saying", "members are angry"), "The union"),
        ("There is a girl telling me that the money is gone.",
         ("There is a girl", "telling", "the money is gone"), "a girl"),
        ("In May, a study was published, showing that yeast can live there.",
         ("In May, a study was published", "showing", "yeast can live there"), "a study"),
        ("The study notes the National Violence Index indicates a rise.",
         ("The study notes the National Violence Index", "indicates", "a rise"), "the National Violence Index"),
        ("In a speech at think tank North Council's seat, Petersen said talks go on.",
         ("tank North Council's seat, Petersen", "said", "talks go on"), "Petersen"),
        ("Sailors used drones to conclude that the ship was empty.",
         ("Sailors used drones to", "conclude", "the ship was empty"), "Sailors"),
    ],
)  # fmt: skip
def test_a_clause_is_cut_to_its_subject(text: str, marked: tuple[str, str, str], source: str) -> None:
    others = [("The study", "notes", "the National Violence Index indicates a rise")] if "notes" in text else []
    made = [one for one in seen(text, marked, *others) if one.attributed and marked[1] in read(text, one)[1]]
    assert [read(text, one)[0] for one in made] == [[source]]


def test_who_agrees_with_another_and_says_so_is_the_first() -> None:
    text = "Carrow agreed with Ruiz, saying that work comes first."
    made = seen(text, ("Carrow agreed with Ruiz", "saying", "work comes first"), ("Carrow", "agreed", "Ruiz"))
    assert ["Carrow"] in [read(text, one)[0] for one in made if read(text, one)[1] == ["saying"]]


@pytest.mark.parametrize(
    "source", ["The man who was seen there", "The woman he was seen beside", "What is left of the party"]
)
def test_a_verb_inside_a_description_ends_no_source(source: str) -> None:
    text = f"{source} said the bridge was closed."
    (made,) = [one for one in seen(text, (source, "said", "the bridge was closed")) if one.attributed]
    assert read(text, made)[0] == [source]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The sanctions came over alleged plots against dissidents.",
         ("The sanctions came over", "alleged", "plots against dissidents")),
        ("There were questions about Harlow's alleged decline.",
         ("about Harlow's", "alleged", "decline")),
        ("Harlow introduced a plan called Build It Better for the towns.",
         ("Harlow introduced a plan", "called", "Build It Better for the towns")),
    ],
)  # fmt: skip
def test_a_participle_that_describes_a_noun_says_nothing(text: str, marked: tuple[str, str, str]) -> None:
    assert not [one for one in seen(text, marked) if one.attributed]


def test_a_remainder_that_begins_with_its_verb_keeps_its_subject() -> None:
    text = "The union does not rule out another strike, saying members are angry."
    made = seen(text, ("The union", "saying", "members are angry"), factual=0.9)
    assert [read(text, one)[2] for one in made if not one.attributed] == [
        ["The union does not rule out another strike"]
    ]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("a Republican, Dale Ostrow,", "Dale Ostrow"),
        ("Another co-author, civil engineering professor Julian Marlow,", "Julian Marlow"),
        ("The secretary of the RTM union (National Union of Road Workers), Mick Cashel,", "Mick Cashel"),
        ("The director of Human Rights Watch Kenneth Roper", "Kenneth Roper"),
    ],
)
def test_a_person_named_behind_a_description_is_the_source(source: str, name: str) -> None:
    text = f"Late on Friday {source} said the measure was not enough."
    called = [one for one in pipeline.load().run(text).statements if one.attributed]
    assert [(one.source_name, one.source_kind) for one in called] == [(name, SourceKind.PERSON)]


def test_no_planet_or_land_is_they() -> None:
    text = (
        "Researchers at the Harbour Institute modelled the air of Mars. Salty water on Mars may hold oxygen. "
        "They said the model was simple."
    )
    last = [one for one in pipeline.load().run(text).statements if one.attributed][-1]
    assert last.source_name is not None
    assert "Mars" not in last.source_name
