"""Who says, knows, wants and feels what in campaign news, whole pipeline: mistakes that were seen in texts of our own."""

import datetime

import pytest

from tests.extraction.prose import claims, extracted, join
from tests.extraction.seeing import read, seen

DAY = datetime.date(2016, 10, 20)


def attributed(text: str) -> list[tuple[str, str, str]]:
    """Each attributed statement that waits for nobody: source, cue and content, the pieces of each joined by a mark."""
    made = extracted(text, DAY).statements
    return [
        (join(text, one.source), join(text, one.cue), join(text, one.content))
        for one in made
        if one.attributed and not one.abstained
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mr. Orme wants to repeal the law on his first day.", ("Mr. Orme", "wants", "to repeal the law on his first day")),
        ("Orme's advisers want him to stay on message.", ("Orme's advisers", "want", "him to stay on message")),
        ("The committee intends to call three more witnesses.", ("The committee", "intends", "to call three more witnesses")),
        ("The senator plans to release her tax returns in May.", ("The senator", "plans", "to release her tax returns in May")),
        ("The governor hopes to win over moderates.", ("The governor", "hopes", "to win over moderates")),
        ("Some donors wish he would stop tweeting.", ("Some donors", "wish", "he would stop tweeting")),
        ("Mr. Orme has no intention of quitting the race.", ("Mr. Orme", "has no intention of", "quitting the race")),
        ("The chairman is prepared to hold a vote.", ("The chairman", "is prepared", "to hold a vote")),
        ("Party elders are resigned to losing the state.", ("Party elders", "are resigned to", "losing the state")),
        ("Mr. Pell is weighing whether to run again.", ("Mr. Pell", "is weighing", "whether to run again")),
        ("Mr. Pell is considering a run for governor.", ("Mr. Pell", "is considering", "a run for governor")),
        ("Larkin is hoping that women will turn out.", ("Larkin", "is hoping", "women will turn out")),
    ],
)  # fmt: skip
def test_what_somebody_wants_is_a_statement(text: str, said: tuple[str, str, str]) -> None:
    assert attributed(text) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("They feel that the party has left them behind.", ("They", "feel", "the party has left them behind")),
        ("She knows the polls are bad.", ("She", "knows", "the polls are bad")),
        ("He doesn't know whom he will support in November.", ("He", "doesn't know", "whom he will support in November")),
        ("Mr. Pell had assumed the race was safe.", ("Mr. Pell", "assumed", "the race was safe")),
        ("Party leaders are convinced the fix is in.", ("Party leaders", "are convinced", "the fix is in")),
        ("Many voters consider her untrustworthy.", ("Many voters", "consider", "her untrustworthy")),
        ("Her supporters were furious that the debate was cut short.", ("Her supporters", "were furious", "the debate was cut short")),
        ("Democrats feel good about their chances in Ohio.", ("Democrats", "feel", "good about their chances in Ohio")),
        ("The couple worries about uprooting their daughter.", ("The couple", "worries about", "uprooting their daughter")),
        ("Most Americans disapprove of the deal.", ("Most Americans", "disapprove of", "the deal")),
        ("Just 11 percent think the coverage is fair.", ("Just 11 percent", "think", "the coverage is fair")),
    ],
)  # fmt: skip
def test_what_somebody_knows_or_feels_is_a_statement(text: str, said: tuple[str, str, str]) -> None:
    assert attributed(text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "The firm planned to close the plant.",  # what it was about to do
        "The tribe has plans to widen the range.",
        "He felt the ground shake.",
        "He knew the victim.",
        "One minister, who did not want to be named, met him in May.",
        "The sheriff was not prepared to comment.",
        "The committee considered the bill for six hours.",
        "A man wanted by the police was seen in Ohio.",
        "She assumed the chair of the party in May and moved to Ohio.",
    ],
)
def test_deeds_and_things_that_are_wanted_or_known_are_no_statements(text: str) -> None:
    assert attributed(text) == []


def test_what_is_in_mind_ends_where_a_pronoun_begins_a_clause() -> None:
    text = "Ms. Sloan is leaning toward Larkin but she has not decided."
    assert ("Ms. Sloan", "is leaning toward", "Larkin") in attributed(text)


def test_what_is_in_mind_is_a_statement_within_one_with_a_speaker_of_its_own() -> None:
    text = "Larkin's team is weighing whether a moderate would calm voters, people close to the campaign said."
    assert ("Larkin's team", "is weighing", "whether a moderate would calm voters") in attributed(text)


def test_what_a_speaker_has_in_mind_himself_is_told_once() -> None:
    text = "He said he wants to repeal the law."
    assert attributed(text) == [("He", "said", "he wants to repeal the law")]


def test_a_wish_within_a_question_of_others_is_told_once() -> None:
    text = "Some aides wonder whether he wants the job."
    assert attributed(text) == [("Some aides", "wonder", "whether he wants the job")]


def test_a_plan_that_opens_a_sentence_ends_before_its_verb() -> None:
    text = "The White House's plan to close the prison has stalled."
    assert attributed(text) == [("The White House", "plan", "to close the prison")]


def test_an_intention_that_its_owner_announces_is_told_once() -> None:
    text = "The chain announced its intention to leave the market."
    assert len(attributed(text)) == 1


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Mr. Dan Orme wants Congress to repeal the law.", "Dan Orme wants Congress to repeal the law."),
        ("Mr. Dan Orme is weighing whether to run again.", "Dan Orme is weighing whether to run again."),
        ("Mr. Dan Orme is determined to hold a vote.", "Dan Orme is determined to hold a vote."),
        ("The White House's plan to close the prison has stalled.", "The White House plans to close the prison."),
    ],
)
def test_the_claim_of_an_intention_says_that_it_is_one(text: str, claim: str) -> None:
    assert claim in [one.replace("Mr. ", "") for one in claims(text)]


def test_a_rule_that_is_to_be_ended_is_no_addressee() -> None:
    text = "He pledged to end a rule that limits union dues."
    assert attributed(text) == [("He", "pledged", "to end a rule that limits union dues")]


def test_a_party_behind_a_name_is_no_second_person() -> None:
    text = "In a letter, House Majority Leader Ray Pritchett, Utah Republican, said an engineer wiped the archive."
    assert attributed(text) == [("House Majority Leader Ray Pritchett, Utah Republican", "said", "an engineer wiped the archive")]  # fmt: skip


def test_a_promised_thing_that_stands_before_leaves_its_verb_outside() -> None:
    text = "The wall he vowed to build would cost $25 billion."
    assert attributed(text) == [("he", "vowed", "to build")]


def test_the_verb_of_a_sentence_that_a_claim_opens_is_no_part_of_it() -> None:
    text = "Orme's claim that he won the popular vote was widely mocked."
    assert [content for *_, content in attributed(text)] == ["he won the popular vote"]


def test_whose_an_allegation_is_is_no_part_of_the_cue() -> None:
    text = "Larkin's allegation that Orme paid no taxes went unanswered."
    assert attributed(text) == [("Larkin", "allegation", "Orme paid no taxes")]


def test_who_stands_behind_the_verb_of_a_tag_speaks() -> None:
    text = '"This man has more courage than Congress," one user wrote. "God bless him," commented another.'
    made = seen(text, ("one user", "commented", '"God bless him,"'))
    assert [read(text, one)[0] for one in made if one.source] == [["another"]]


def test_right_behind_who_it_is_they_who_speak() -> None:
    text = "The mayor's decision angered activists, who say the city has ignored them."
    assert attributed(text) == [("activists", "say", "the city has ignored them")]


def test_what_somebody_can_be_heard_saying_is_said() -> None:
    text = "In it, Officer Dan Whitlow can be heard telling the protesters that his friends died for the flag."
    assert attributed(text) == [("Officer Dan Whitlow", "can be heard telling", "his friends died for the flag")]


def test_verbs_that_lead_to_saying_belong_to_the_cue() -> None:
    text = 'Former Gov. Hal Stroud went so far as to say that Mercado "deserves to lose."'
    assert attributed(text) == [("Former Gov. Hal Stroud", "went so far as to say", 'Mercado "deserves to lose."')]


def test_polls_show_somebody_at_something() -> None:
    text = "Polls show Orme losing badly among women."
    assert attributed(text) == [("Polls", "show", "Orme losing badly among women")]


def test_a_day_makes_no_statement() -> None:
    assert attributed("A decision is expected by July 15.") == []


def test_a_quotation_in_a_paragraph_of_its_own_is_said_by_who_introduces_it() -> None:
    text = 'Corbin said agents were angry.\n\nHe went on:\n\n"Our people are being told to stand down. Nobody asked them."\n\nThe union met in May.'
    assert attributed(text)[1] == ("He", "went on", '"Our people are being told to stand down. Nobody asked them."')


def test_a_paragraph_without_marks_is_said_by_who_introduces_it() -> None:
    text = (
        "The candidate spoke for an hour in Ohio on Friday.\n\nThe police chief wrote in a letter to the council:\n\n"
        "Crime in the city has doubled since 2008, and nobody knows why.\n\nThe council met on Monday."
    )
    assert attributed(text) == [("The police chief", "wrote", "Crime in the city has doubled since 2008, and nobody knows why.")]  # fmt: skip


def test_a_paragraph_in_which_others_speak_is_not() -> None:
    text = "The union says:\n\nPolice officers killed 51 people in 2014, according to the FBI, and wounded 90.\n"
    assert [source for source, *_ in attributed(text)] == ["the FBI"]
