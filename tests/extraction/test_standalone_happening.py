"""Claims about a part of what happened say of what: the driver, the survivors, the harm."""

import pytest

from tests.extraction.test_standalone_when import of_article

TITLE = "Bus carrying choir overturns in Velm"
BUS = "A bus carrying a choir overturned in Velm on Monday. "


def of_bus(more: str) -> str:
    return of_article(BUS + more, more, TITLE)


def test_who_was_in_the_vehicle_is_known_by_it() -> None:
    assert of_bus("The driver fell asleep.") == "The driver of the bus that overturned in Velm fell asleep."


def test_who_came_to_harm_is_known_by_the_happening() -> None:
    assert of_bus("Most of the injured were singers.") == (
        "Most of the injured in the bus accident in Velm were singers."
    )


def test_harm_is_told_with_what_did_it() -> None:
    assert of_bus("Three people were killed.") == "Three people were killed in the bus accident in Velm."


def test_harm_to_some_among_others_is_told_with_what_did_it() -> None:
    assert of_bus("At least seven, including four children, died.") == (
        "At least seven, including four children, died in the bus accident in Velm."
    )


def test_who_was_aboard_was_aboard_that_vehicle() -> None:
    assert of_bus("At least 45 were aboard.") == "At least 45 were aboard the bus that overturned in Velm."


def test_a_name_said_of_the_victims_is_no_other_happening() -> None:
    assert of_bus("The victims were members of Velm Voices.").startswith("The victims of the bus accident")


def test_care_comes_after_the_happening() -> None:
    assert of_bus("24 people have been hospitalised.") == (
        "24 people have been hospitalised after the bus accident in Velm."
    )


def test_the_incident_is_called_what_it_was() -> None:
    assert of_bus("The incident shocked singers.") == ("The bus accident in Velm on March 11, 2024 shocked singers.")


OTHERS = [
    ("In 2019 three people were killed.", "another year"),
    ("Anna Vik was injured.", "somebody by name"),
    ("The driver of a van fell asleep.", "another driver"),
    ("Three people were killed when a roof fell.", "another cause"),
    ("They were injured.", "nobody knows who"),
    ("Anna Vik knew the driver.", "somebody's driver"),
]


@pytest.mark.parametrize(("more", "why"), OTHERS)
def test_what_may_belong_to_something_else_keeps_its_words(more: str, why: str) -> None:
    assert not of_bus(more).rstrip(".").endswith("in Velm"), why


def test_harm_is_of_no_happening_that_the_title_does_not_tell() -> None:
    text = BUS + "Three people were killed."
    assert of_article(text, "Three people were killed.", "Velm mourns its choir") == "Three people were killed."


def test_a_second_bus_leaves_the_first_one_unnamed() -> None:
    text = BUS + "A second bus stopped. The driver fell asleep."
    assert of_article(text, "The driver fell asleep.", TITLE) == "The driver fell asleep."


def test_what_was_done_to_somebody_is_named_by_them() -> None:
    text = "Mayor Anna Vik was stabbed on Monday. Two guards were injured."
    assert of_article(text, "Two guards were injured.", "Mayor Anna Vik stabbed") == (
        "Two guards were injured in the stabbing of Mayor Anna Vik."
    )


def test_a_building_that_caught_fire_is_where_the_fire_was() -> None:
    text = "The Velm Palace hotel caught fire on Monday. Dozens of guests were evacuated."
    assert of_article(text, "Dozens of guests were evacuated.", "Fire guts hotel") == (
        "Dozens of guests were evacuated after the fire at Velm Palace hotel."
    )


def test_what_was_hit_is_told_with_the_strikes() -> None:
    text = "Two oil plants were hit by drone strikes on Monday. The attacks halted production."
    assert of_article(text, "The attacks halted production.", "Drone attacks on oil plants") == (
        "The drone strikes on two oil plants on March 11, 2024 halted production."
    )


def test_opening_fire_is_no_fire() -> None:
    text = "A gunman opened fire in a mall in Velm on Monday. Three people were injured."
    assert "in the fire" not in of_article(text, "Three people were injured.", "Gunman opens fire in Velm")


def test_a_place_without_a_name_tells_which_happening() -> None:
    text = "Police heard of a shooting at a wedding on Monday. The victims were guests."
    assert of_article(text, "The victims were guests.", "Shooting kills two guests") == (
        "The victims of the shooting at a wedding were guests."
    )


def test_the_place_within_which_the_named_one_lies_is_told_too() -> None:
    text = "A fire in a warehouse in Velm killed two guards on Monday. The blaze lasted four hours."
    claim = of_article(text, "The blaze lasted four hours.", "Fire kills two guards")
    assert claim.startswith("The blaze in a warehouse in Velm on March 11, 2024")


def test_a_happening_somewhere_in_a_speech_is_not_placed_there() -> None:
    text = "The mayor condemned the attack in a speech in Oslo. The victims were guests."
    assert of_article(text, "The victims were guests.", "Mayor condemns attack") == "The victims were guests."
