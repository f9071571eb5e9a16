"""Political desks' prose read whole: who denies what, who is judged by whom, and what the shares of a poll think."""

import pytest

from claims.extraction.types import Statement
from tests.extraction.prose import claims, extracted, join, said_by


def attributed(text: str) -> list[tuple[str, str, str]]:
    """Each attributed statement: source, cue and content, the pieces of each joined by a mark."""
    return [(join(text, one.source), join(text, one.cue), join(text, one.content)) for one in _attributed(text)]


def denied(text: str) -> list[str]:
    """The contents that their sources deny."""
    return [join(text, one.content) for one in _attributed(text) if one.negative]


def _attributed(text: str) -> list[Statement]:
    return [one for one in extracted(text).statements if one.attributed]


def test_who_does_not_deny_something_does_not_deny_it() -> None:
    text = "Rep. Dora Kells, a Democrat, met voters in Ulden. She did not deny that she made the remarks in 2019."
    assert "Dora Kells did not deny that she made the remarks in 2019." in claims(text)


def test_an_intention_not_to_do_something_is_no_intention_to_do_it() -> None:
    text = "Senator Paul Ardmore on Tuesday announced his intention not to seek reelection in 2028."
    assert claims(text) == ["Paul Ardmore does not intend to seek reelection in 2028."]


def test_who_denies_having_said_something_does_not_deny_what_was_said() -> None:
    text = "Mayor Ann Rudd denied telling reporters that the plan was dead."
    assert attributed(text) == [("Mayor Ann Rudd", "denied", "telling reporters that the plan was dead")]
    assert claims(text) == ["Ann Rudd did not tell reporters that the plan was dead."]


def test_a_quotation_behind_a_denial_is_not_denied() -> None:
    text = (
        "But Rudd spokeswoman Dora Kells denied there was a problem: “The White House talks to Republicans every day.”"
    )
    assert denied(text) == ["there was a problem"]
    assert said_by(text)[-1] == ("Dora Kells", "“The White House talks to Republicans every day.”")


def test_what_somebody_disagrees_with_is_denied() -> None:
    text = "Attorney General Paul Ardmore disagreed that his resignation would settle the matter."
    assert denied(text) == ["his resignation would settle the matter"]
    assert claims(text) == ["Paul Ardmore's resignation would not settle the matter."]


@pytest.mark.parametrize(
    ("text", "content", "claim"),
    [
        ("The mayor played down claims that taxes would rise in 2027.", "taxes would rise in 2027", "Taxes would not rise in 2027."),
        ("Mr Orme brushed off suggestions that the bridge was closed.", "the bridge was closed", "The bridge was not closed."),
        ("The chancellor downplayed suggestions that fares would rise.", "fares would rise", "Fares would not rise."),
    ],
)  # fmt: skip
def test_what_somebody_waves_away_is_not_his_claim(text: str, content: str, claim: str) -> None:
    assert denied(text) == [content]
    assert claims(text) == [claim]


def test_who_denies_critics_allegations_has_not_made_them() -> None:
    text = "Attorney General Paul Ardmore denied critics’ allegations that the clerks were fired to help the party."
    assert ("critics’", "allegations", "the clerks were fired to help the party") in attributed(text)


def test_a_role_that_somebody_may_win_is_not_its_former_holder() -> None:
    text = (
        "Former Republican nominee Paul Ardmore met reporters on Tuesday. Senator Jeff Orme said Ann Rudd would never be the nominee."
    )  # fmt: skip
    assert "Ann Rudd would never be the nominee." in claims(text)


def test_who_is_criticised_has_said_nothing() -> None:
    text = (
        "President Ann Rudd took office in January. The president has been criticized for a lack of openness since taking office."
    )  # fmt: skip
    ((source, cue, content),) = attributed(text)
    assert (source, cue) == ("", "has been criticized")
    assert content.startswith("The president … ")


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Mayor Ann Rudd was criticised by the union for closing the library.", "the union", "Mayor Ann Rudd … for closing the library"),
        ("The governor, Paul Ardmore, has been accused of taking bribes by two aides.", "two aides", "The governor, Paul Ardmore … of taking bribes"),
    ],
)  # fmt: skip
def test_who_criticises_somebody_in_the_passive_stands_behind_by(text: str, source: str, content: str) -> None:
    ((said_by_whom, _, said),) = attributed(text)
    assert (said_by_whom, said) == (source, content)


def test_who_scolds_two_others_says_why() -> None:
    text = (
        "Press secretary Dora Kells scolded both Ardmore and Republican Sen. Jeff Orme, who on Tuesday announced his retirement,"
        " saying that their decisions to leave were late."
    )
    assert ("Press secretary Dora Kells", "saying", "their decisions to leave were late") in attributed(text)


def test_a_setting_with_despite_is_no_part_of_who_speaks() -> None:
    text = "Despite having a mayor from their own party, only 44 of 100 Democrats in the survey said they believe the city is on the right track."
    assert said_by(text)[0][0] == "only 44 of 100 Democrats in the survey"


def test_what_the_article_says_against_a_quotation_is_not_quoted() -> None:
    text = 'Mayor Ann Rudd said: "Great, now we will get it done in the Senate," but that chamber had already passed the bill.'
    assert said_by(text) == [("Ann Rudd", '"Great, now we will get it done in the Senate,"')]


def test_whom_a_paper_names_first_has_told_it() -> None:
    text = "Citing two officials, the Ulden Post reported that Mayor Ann Rudd would resign."
    assert ("two officials", "Citing", "Mayor Ann Rudd would resign") in attributed(text)


def test_a_reason_that_is_cited_says_nothing() -> None:
    text = "Citing the company’s small size, regulators said no fine was due."
    assert attributed(text) == [("regulators", "said", "no fine was due")]


def test_two_senators_of_two_states_speak_together() -> None:
    text = "Republican Sens. Dora Kells of South Carolina and Jeff Orme of Florida said the bill was dead."
    assert said_by(text) == [("Dora Kells and Jeff Orme", "the bill was dead")]


def test_each_share_of_a_poll_thinks_its_own() -> None:
    text = "Almost 50% of those surveyed believe Ann Rudd is the strongest leader and 39% trust her on immigration."
    assert attributed(text) == [("Almost 50% of those surveyed", "believe", "Ann Rudd is the strongest leader")]


def test_what_a_share_of_a_poll_thinks_is_not_of_that_share() -> None:
    text = "Most voters, 71 percent, think the state is badly run. Just 17 percent, overall, believe it is headed in the right direction."
    assert not any("17 percent is" in claim for claim in claims(text))


def test_a_pronoun_may_hold_the_verb_of_who_hopes() -> None:
    text = "Governor Ann Rudd was in Velm on Monday. She’s hoping to win the northern counties."
    assert ("She", "’s hoping", "to win the northern counties") in attributed(text)


def test_what_is_said_repeatedly_does_not_begin_with_that() -> None:
    text = "Majority Republicans had said repeatedly they would not alter the food labeling rules."
    assert attributed(text) == [
        ("Majority Republicans", "had said", "they would not alter the food labeling rules")
    ]  # fmt: skip


def test_a_thought_with_thats_keeps_its_subject() -> None:
    text = "“I think that’s a ridiculous claim about the budget,” press secretary Dora Kells replied."
    assert claims(text) == ["That’s a ridiculous claim about the budget."]


def test_two_adverbs_of_one_verb_are_not_parted() -> None:
    text = "Ann Rudd is knowingly and repeatedly making remarks about immigrants in her speeches."
    assert not any(claim.endswith("is knowingly.") for claim in claims(text))


def test_todays_vote_lends_its_whole_name_to_the_second_half() -> None:
    text = (
        "“Today’s announcement from Sen. Flint that he would not run is a win for the movement and should serve as a warning to the"
        " party establishment that backed Flint,” Andy Sorel, a former adviser to Ann Rudd, said in a statement."
    )
    assert not any(claim.startswith(("’S", "'S")) for claim in claims(text))


def test_shares_of_a_poll_have_no_end_in_common() -> None:
    text = "The poll found that only nine of 100 Republicans and 15 of 100 independents believe the state is well run."
    assert (
        "Only nine of 100 Republicans and 15 of 100 independents believe the state is well run."
        in claims(text)
    )  # fmt: skip


def test_a_nickname_behind_initials_begins_no_sentence() -> None:
    text = 'The office admitted that state attorney H.E. "Bud" Collins had been removed in March.'
    assert said_by(text)[0][1] == 'state attorney H.E. "Bud" Collins had been removed in March'


def test_what_only_leads_in_waits() -> None:
    text = "Having stood out in two debates, Ann Rudd has booked her largest hall in Ulden."
    assert claims(text) == ["Ann Rudd has booked her largest hall in Ulden."]


def test_an_aides_we_is_not_the_aide_alone() -> None:
    text = "“We spent $2 million in Ulden in March,” one aide said."
    assert not any("aide" in claim for claim in claims(text))


def test_a_described_name_behind_a_setting_stays_whole() -> None:
    text = "Following the vote, a Velmish trade ministry spokesperson, Morna Ortell, indicated the country was disappointed by it."
    assert attributed(text)[0][0] == "a Velmish trade ministry spokesperson, Morna Ortell"


def test_a_share_keeps_its_sign() -> None:
    text = "42% of Republican voters expect Ann Rudd to be the candidate, while 43% believe she has more chance of winning than others."
    assert ("43%", "believe", "she has more chance of winning than others") in attributed(text)


def test_whom_a_report_cites_first_has_told_what_it_says() -> None:
    text = "Citing nearly two dozen top Republicans, the report said the White House had harmed the party."
    assert ("nearly two dozen top Republicans", "Citing", "the White House had harmed the party") in attributed(text)
