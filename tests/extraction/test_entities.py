"""The cast of an article: names told from titles, forms of one name brought together, pronouns weighed or left alone."""

import pytest

from claims.extraction import entities
from claims.extraction.entities import Gender, Sort
from claims.extraction.types import Span
from tests.extraction.marked import body
from tests.growth import calls


def cast_of(text: str, title: str | None = None) -> entities.Cast:
    return entities.find(text, body(text), title)


NAMES = [
    ("US Secretary of State Mike Pompey spoke.", "Mike Pompey", Sort.PERSON),
    ("He met House of Commons Speaker John Berkow.", "John Berkow", Sort.PERSON),
    ("It was signed by AU chairperson President Abdel el-Sissy.", "Abdel el-Sissy", Sort.PERSON),
    ("Then Pope Francis left.", "Pope Francis", Sort.PERSON),
    ("It went to the Connecticut Department of Emergency Services and Public Protection.",
     "Connecticut Department of Emergency Services and Public Protection", Sort.BODY),
    ("It asked the United Nations Educational, Scientific and Cultural Organization (UNESCO).",
     "United Nations Educational, Scientific and Cultural Organization", Sort.BODY),
    ("It asked the Catholic Bishops' Conference of the Philippines.", "Catholic Bishops' Conference of the Philippines", Sort.BODY),
    ("It fell to the Islamic State of Iraq and the Levant.", "Islamic State of Iraq and the Levant", Sort.BODY),
    ("It asked the Committee to Protect Journalists.", "Committee to Protect Journalists", Sort.BODY),
    ("He read Republic Act No. 3846 aloud.", "Republic Act No 3846", Sort.THING),
    ("A fire broke out in Windsor Locks today.", "Windsor Locks", Sort.PLACE),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "sort"), NAMES)
def test_it_tells_a_name_from_titles_and_neighbours(text: str, name: str, sort: Sort) -> None:
    assert (name, sort) in [(entity.name, entity.sort) for entity in cast_of(text).entities]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("House Speaker Bill Corrigan left early.", "Bill Corrigan"),  # a bill is a thing as well
        ("Attorney General Bill Marr left early.", "Bill Marr"),
        ("House Minority Whip Al Gray left early.", "Al Gray"),
    ],
)
def test_titles_are_no_part_of_a_name_whose_given_name_is_a_thing(text: str, name: str) -> None:
    assert name in [entity.name for entity in cast_of(text).entities]


@pytest.mark.parametrize(
    "text",
    [
        "Initial results came on Monday.",
        "Officials spoke in May.",
        "Researchers agreed.",
        "However, nobody came.",
        "Saturday was dry.",
    ],
)
def test_a_capital_that_only_opens_a_sentence_is_no_name(text: str) -> None:
    assert [entity.name for entity in cast_of(text).entities if entity.named] == []


ONE = [
    ("John R. Bolt resigned. Bolt had served. John Bolt wrote it.", "John R. Bolt", 3),
    ("Recep Erdoğan spoke. Erdogan left.", "Recep Erdoğan", 2),
    ("The Federal Aviation Administration (FAA) spoke. The FAA acted.", "Federal Aviation Administration", 3),
    ("Ford Motor Company spoke. Ford said so.", "Ford Motor Company", 2),
]


@pytest.mark.parametrize(("text", "name", "mentions"), ONE)
def test_it_brings_the_forms_of_one_name_together(text: str, name: str, mentions: int) -> None:
    assert [len(entity.mentions) for entity in cast_of(text).entities if entity.name == name] == [mentions]


def test_two_people_with_one_surname_stay_two_and_the_surname_means_the_one_spoken_of_more() -> None:
    cast = cast_of("Pranab Mukher died. Mukher was 84. His son Abhijit Mukher announced it. Mukher had been president.")
    names = {entity.name: len(entity.mentions) for entity in cast.entities if entity.named}
    assert names == {"Pranab Mukher": 3, "Abhijit Mukher": 1}


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Boris Lorne", Gender.MASCULINE),
        ("Angela Lorne", Gender.FEMININE),
        ("Mr Lorne", Gender.MASCULINE),
        ("Xu Lorne", None),
    ],
)
def test_gender_is_told_by_given_names_and_titles_or_left_open(name: str, gender: Gender | None) -> None:
    [entity] = [entity for entity in cast_of(f"Later {name} spoke.").entities if entity.name.endswith("Lorne")]
    assert entity.gender is gender


def _resolve(text: str, words: str) -> str | None:
    start = text.rindex(words)
    name = cast_of(text).resolve(Span(start, start + len(words)))
    return None if name is None else name.text


PRONOUNS = [
    ("Angela Merk met Boris Lorne. She spoke first.", "She", "Angela Merk"),
    ("Angela Merk met Boris Lorne. He spoke first.", "He", "Boris Lorne"),
    ("Mike Pompey met workers in Ohio. He said jobs would come.", "He", "Mike Pompey"),
    ("The storm came at night. He left.", "He", None),
]


@pytest.mark.parametrize(("text", "pronoun", "name"), PRONOUNS)
def test_a_pronoun_goes_back_to_whom_it_agrees_with_or_to_nobody(text: str, pronoun: str, name: str | None) -> None:
    assert _resolve(text, pronoun) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chief Executive of Hong Kong Carrie Lam spoke on Monday.", "Carrie Lam"),
        ("It was won by the senator from Vermont Bernie Sanders.", "Bernie Sanders"),
        ("She met the Prime Minister of Great Britain Boris Lorne.", "Boris Lorne"),
    ],
)
def test_the_place_of_an_office_is_no_part_of_its_holders_name(text: str, names: str) -> None:
    assert names in [entity.name for entity in cast_of(text).entities]


def test_a_speaker_does_not_call_himself_he() -> None:
    text = "Boris Lorne met Tom Hadley. Lorne said he would stay."
    cast = cast_of(text)
    start = text.index("he would")
    lorne = next(index for index, entity in enumerate(cast.entities) if entity.name == "Boris Lorne")
    name = cast.resolve(Span(start, start + 2), avoid=(lorne,))
    assert name is not None
    assert name.text == "Tom Hadley"


def test_short_forms_lists_what_a_claim_must_spell_out() -> None:
    text = "Prime Minister Boris Lorne spoke on Monday. Lorne said his government would act."
    at = text.index("Lorne said")
    found = cast_of(text).short_forms(Span(at, len(text)))
    assert [(span.of(text), name.text) for span, name in found] == [("Lorne", "Boris Lorne"), ("his", "Boris Lorne")]


def test_an_it_that_stands_for_nothing_is_left_alone() -> None:
    text = "The BBC asked him. It was clear that rain would come."
    assert cast_of(text).short_forms(Span(19, len(text))) == ()


STRANGE = ["Aa, ", "Aa and ", "Ministry of ", "the Senate ", "Bb's ", '"I said', "\n"]


@pytest.mark.parametrize("unit", STRANGE)
def test_a_strange_text_costs_calls_in_proportion_to_its_length(unit: str) -> None:
    short, long = (calls(lambda times=times: cast_of(unit * times)) for times in (500, 2000))
    assert long <= 4.2 * short


@pytest.mark.timeout(60)  # one second on an idle machine; a pattern that looks back at all of it would need minutes
@pytest.mark.parametrize("unit", STRANGE)
def test_a_strange_text_of_two_hundred_thousand_characters_is_read(unit: str) -> None:
    assert isinstance(cast_of(unit * (200_000 // len(unit))), entities.Cast)


def test_the_same_text_gives_the_same_cast() -> None:
    text = "The team spoke. The researchers agreed. Scientists at Oslo said so. The authors left."
    first, second = cast_of(text), entities.find.__wrapped__(text, body(text))
    assert first.entities == second.entities


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Interior Minister Jelena Savic spoke. Her deputy, Marko Ilic, went further. The report, he claimed, was bought.", "he", "Marko Ilic"),
        ("Oleksandr Hrytsenko met Olena Kovalchuk in Lviv. She said that the bridge was closed.", "She", "Olena Kovalchuk"),
    ],
)  # fmt: skip
def test_given_names_of_many_countries_tell_whom_he_and_she_mean(text: str, pronoun: str, name: str) -> None:
    at = text.rindex(f"{pronoun} ")
    found = cast_of(text).resolve(Span(at, at + len(pronoun)))
    assert found is not None
    assert found.text == name


def test_a_city_that_begins_like_a_given_name_is_no_person() -> None:
    names = {
        entity.name: entity.sort
        for entity in cast_of("Police in Hong Kong, San Francisco and Costa Rica agreed.").entities
    }
    assert Sort.PERSON not in names.values()


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("He called the Des Moines Register dying. Ryan thinks the party should change.", "the party"),
        ("Gleneagles Hospital opened in 1957. Doctors say that the country needs ten more.", "the country"),
    ],
)
def test_a_generic_noun_does_not_take_up_a_body_that_it_cannot_name(text: str, noun: str) -> None:
    at = text.index(noun)
    cast = cast_of(text)
    found = cast.resolve(Span(at, at + len(noun)))
    assert found is None or not cast.entities[found.entity].named


def test_the_party_takes_up_the_party() -> None:
    text = "The Forward Alliance won nine seats. Critics say that the party cheated."
    at = text.index("the party")
    found = cast_of(text).resolve(Span(at, at + len("the party")))
    assert found is not None
    assert found.text == "Forward Alliance"


def test_partners_joined_by_an_ampersand_are_one_firm() -> None:
    text = "Finance minister Rachel Hale left. Analysts at Brook & Hale wrote a note. Hale said that it was wrong."
    cast = cast_of(text)
    named = {entity.name: entity.sort for entity in cast.entities}
    assert named["Brook & Hale"] is Sort.BODY
    found = cast.resolve(Span(text.rindex("Hale"), text.rindex("Hale") + 4))
    assert found is not None
    assert found.text == "Rachel Hale"
