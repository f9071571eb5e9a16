"""Words that a cut or a cue has torn: they make no claim, or the one that was meant."""

import datetime

import pytest

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


def test_which_may_go_back_to_what_stands_before_a_name() -> None:
    text = "The mayor left a treaty with Norway, which had been agreed under Tom Hadley."
    assert not any(claim.startswith("Norway had been") for claim in texts(text, text))


def test_a_verb_of_another_number_has_another_subject() -> None:
    text = "Comments in the code make clear that the tool was designed and is marketed for copying songs."
    assert not any("Comments in the code is" in claim for claim in texts(text, text))


def test_a_time_before_a_deadline_is_no_description() -> None:
    text = "The council voted to allow same-sex marriage, seven days ahead of the deadline set by the court."
    assert not any(
        "marriage is seven days" in claim or "marriage was seven days" in claim for claim in texts(text, text)
    )


def test_nobodys_majesty_is_somebodys() -> None:
    text = "Brenda Hale read the ruling. Hale said the advice to Her Majesty was unlawful."
    (claim,) = texts(text, "the advice to Her Majesty was unlawful", **said("Brenda Hale"))
    assert claim == "The advice to Her Majesty was unlawful."


def test_the_country_with_something_is_not_the_one_of_before() -> None:
    text = "France had more deaths than Norway. France counted 20. Italy, the country with the fewest deaths, had 12."
    assert not any("Italy is France" in claim or "Italy was France" in claim for claim in texts(text, text))


def test_a_participle_before_an_article_is_a_verb() -> None:
    text = "The survey indicates most of the guests used one of the boats at the pier."
    content = "most of the guests used one of the boats at the pier"
    assert not any(claim.startswith("There w") for claim in texts(text, content, **told(text, "indicates")))


def test_who_is_named_behind_her_own_clause_is_not_somebody_else() -> None:
    text = "Elise Warner ended her campaign. Warner won nothing. Before she ended her campaign, Amy Klone was leading in the polls."
    (claim,) = texts(text, "Before she ended her campaign, Amy Klone was leading in the polls.")
    assert claim == "Before she ended her campaign, Amy Klone was leading in the polls."


def test_what_was_to_end_in_a_near_month_had_not_ended() -> None:
    text = "The mayor's term was to end in May."
    assert texts(text, text, day=datetime.date(2024, 3, 13)) == ["The mayor's term was to end in May 2024."]
    assert texts(text, text, day=datetime.date(2024, 6, 13)) == ["The mayor's term was to end in May 2024."]


@pytest.mark.parametrize(
    "words",
    [
        "Maria Lind's death was",
        "Tom Hadley, the former mayor, ended his on the morning of May 2",
        "currently ranked 27th in the world",
    ],
)
def test_words_that_lost_their_verb_or_noun_wait_for_a_person(words: str) -> None:
    (claim,) = worded(f"Lind said {words}.", words, **said("Maria Lind"))
    assert claim.abstained == "It is no whole sentence."


def test_a_friend_of_his_has_a_noun() -> None:
    text = "Tom Hadley met a friend of his in Bergen in May."
    assert [claim.abstained for claim in worded(text, text)] == [None]


def test_who_is_announced_as_a_choice_is_one() -> None:
    text = "Lind announced Tom Hadley as her choice for mayor."
    content = "Tom Hadley as her choice for mayor"
    assert texts(text, content, **told(text, "announced")) == ["Tom Hadley is her choice for mayor."]


def test_a_list_within_which_does_not_end_it() -> None:
    text = "The project, which currently joins Greece, Cyprus and Israel, is open for other countries."
    assert not any(claim.startswith("The project Cyprus") for claim in texts(text, text))


def test_it_is_possible_is_nobody_before_a_quotation_too() -> None:
    text = 'The airline lost a plane. Lind said it is possible "that this carrier moves soldiers."'
    content = 'it is possible "that this carrier moves soldiers."'
    (claim,) = texts(text, content, **said("Maria Lind"))
    assert claim.startswith("It is possible")
