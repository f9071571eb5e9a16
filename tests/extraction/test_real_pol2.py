"""Political desks' prose read whole, further on: who holds which office, what is argued about, shares of a poll."""

import datetime

import pytest

from tests.extraction.prose import claims, extracted, join, said_by


def attributed(text: str) -> list[tuple[str, str, str]]:
    """Each attributed statement: source, cue and content, the pieces of each joined by a mark."""
    found = (one for one in extracted(text).statements if one.attributed)
    return [(join(text, one.source), join(text, one.cue), join(text, one.content)) for one in found]


def sources(text: str) -> list[str | None]:
    """The names of the sources, in the order of what they say."""
    return [name for name, _ in said_by(text)]


@pytest.mark.parametrize(
    ("who", "other"),
    [
        ("The foreign minister, Lena Holt,", "The prime minister"),
        ("Lena Holt, the foreign minister,", "The prime minister"),
        ("Velmish Foreign Minister Lena Holt", "The prime minister"),
        ("French Foreign Minister Lena Holt", "The French prime minister"),
        ("Deputy Prime Minister Lena Holt", "The prime minister"),
        ("Shadow foreign secretary Lena Holt", "The foreign secretary"),
        ("Shadow chancellor Lena Holt", "The chancellor"),
        ("Attorney General Lena Holt", "The solicitor general"),
        ("Former president Lena Holt", "The president"),
        ("Lena Holt, a former health secretary,", "The health secretary"),
    ],
)
def test_who_holds_an_office_does_not_hold_another(who: str, other: str) -> None:
    text = f"{who} said on Monday that the talks had gone well. {other} said that the treaty was dead."
    assert sources(text) == ["Lena Holt", other.removeprefix("The ")]


@pytest.mark.parametrize(
    ("who", "again"),
    [
        ("The foreign minister, Lena Holt,", "The foreign minister"),
        ("Lena Holt, the foreign minister,", "The minister"),
        ("Shadow foreign secretary Lena Holt", "The shadow foreign secretary"),
        ("Former president Lena Holt", "The former president"),
        ("Attorney General Lena Holt", "The attorney general"),
    ],
)
def test_who_holds_an_office_is_called_by_it(who: str, again: str) -> None:
    text = f"{who} said on Monday that the talks had gone well. {again} said that the treaty was dead."
    assert sources(text) == ["Lena Holt", "Lena Holt"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The agency urged ministers to scrap the levy, saying it would raise prices by 4%.", "It would raise prices by 4%."),
        ("Velm Council rejected the plan, saying it was too costly.", "It was too costly."),
        ("Senators backed the bills, arguing they were needed to stop floods.", "They were needed to stop floods."),
        ("Democrats opposed the cuts, warning they will hurt 40,000 families.", "They will hurt 40,000 families."),
    ],
)  # fmt: skip
def test_what_somebody_argues_about_is_not_who_argues(text: str, claim: str) -> None:
    assert claims(text)[-1] == claim


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The company criticised the ruling, saying it would appeal.", "The company would appeal."),
        ("Velm Council criticised the ruling, saying it had received no letter.", "Velm Council had received no letter."),
        ("The party dropped its candidate, saying it was unaware of his posts.", "The party was unaware of his posts."),
    ],
)  # fmt: skip
def test_who_argues_tells_what_it_does(text: str, claim: str) -> None:
    assert claims(text)[-1] == claim


def test_a_paper_in_which_somebody_said_something_does_not_warn() -> None:
    text = (
        "Case numbers fell in March, the agency said in its weekly report, but it warned that more deaths were likely."
    )
    assert sources(text) == ["agency", "agency"]


def test_who_is_urged_to_close_something_should_close_it() -> None:
    assert claims("Ministers urged firms to close plants.") == ["Firms should close plants."]


def test_a_share_of_voters_approves() -> None:
    text = "A poll by Velm Research found that 48% of voters approve of Ann Rudd."
    assert claims(text) == ["48% of voters approve of Ann Rudd."]


def test_a_bare_share_keeps_its_sign_in_its_name() -> None:
    text = "In the survey, 48% of voters approve of Ann Rudd, while 61% say the country is on the wrong track."
    assert sources(text) == ["48% of voters", "61%"]
    assert "48% of voters approve of Ann Rudd." in claims(text)


def test_an_officials_we_is_not_the_official_alone() -> None:
    assert claims("“We have spent $4 million,” a White House official said.") == ["We have spent $4 million."]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Finance Minister Nina Rao opened the session. Speaking in the Lok Hall, the Finance Minister said the bill was dead.", "Nina Rao"),
        ("In Ulden, the mayor, Ann Rudd, said taxes would rise.", "Ann Rudd"),
        ("Lena Holt, the foreign minister, said the treaty was dead.", "Lena Holt"),
    ],
)  # fmt: skip
def test_where_somebody_speaks_is_not_who_speaks(text: str, name: str) -> None:
    assert sources(text) == [name]


def test_they_are_the_share_that_says_so_and_not_all_of_them() -> None:
    text = "Some 71% of teachers said they would mind it if they didn't teach in the summer."
    assert claims(text) == ["Some 71% of teachers would mind it if they didn't teach in the summer."]


def test_a_share_keeps_who_narrows_it_down() -> None:
    text = (
        'The poll showed 41% of older drivers who called themselves cautious said they were "very happy" about driving in'
        " the winter months, compared with 22% of cyclists who said the same."
    )
    name = "41% of older drivers who called themselves cautious"
    assert name in sources(text)
    assert not any(
        claim.startswith(("41% of older drivers were", "Cyclists were")) or claim.endswith("compared.")
        for claim in claims(text)
    )


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("A new poll showed President Paul Orme's approval steady at 40%.", "President Paul Orme's approval was steady at 40%."),
        ("The poll showed Labour ahead by 4 points.", "Labour was ahead by 4 points."),
        ("A poll put the Liberals on 38%.", "The Liberals were on 38%."),
    ],
)  # fmt: skip
def test_a_poll_shows_how_somebody_stands(text: str, claim: str) -> None:
    assert claims(text) == [claim]


def test_as_well_does_not_hang_on_a_half() -> None:
    text = "The Greens rushed to victory in the races for warden, as well as in the contest for mayor of Velm."
    assert not any(claim.endswith("as well.") for claim in claims(text))


def test_a_clause_behind_that_waits_for_its_main_clause() -> None:
    text = (
        "The clerk said it is odd that even when the firm is telling of its tests on points like leaks in the water main and the"
        " taste of it, the council is still slow to answer."
    )
    assert len(claims(text)) == 1


def test_the_town_where_a_report_was_filed_is_no_part_of_it() -> None:
    text = "New Delhi: Finance Minister Nina Rao opened the session in the Lok Hall on 3 May 2026."
    assert claims(text) == ["Finance Minister Nina Rao opened the session in the Lok Hall on 3 May 2026."]


def test_a_bureau_of_statistics_is_a_states() -> None:
    (statement,) = (one for one in extracted("Statistics Norway reported a rise in inflation to 4%.").statements)
    assert statement.source_kind == "government"


def test_one_who_is_named_among_several_is_not_all_of_them() -> None:
    text = "Six frontbenchers including former leader Paul Orme told the party that if it was a choice, it should back the inquiry."
    assert said_by(text) == [
        ("Six frontbenchers", "if it was a choice, it should back the inquiry")
    ]  # fmt: skip


def test_that_bill_is_no_bill() -> None:
    text = "Paul Orme said that bill meant firms would pay more. He said that rain had fallen."
    assert said_by(text)[0][1] == "that bill meant firms would pay more"
    assert said_by(text)[1][1] == "rain had fallen"


def test_what_is_only_expected_does_not_happen_on_the_way() -> None:
    text = "The Senate is expected on Tuesday to easily approve the deal raising the debt limit, sending the bill to President Orme."
    assert not any("The Senate sends" in claim for claim in claims(text))


def test_sentences_that_open_with_he_go_on_about_the_same() -> None:
    text = (
        "Paul Orme has kept a low profile during the debate with Jan Albion. Albion won the first round, and Albion spoke well in May."
        " Opposition Leader Paul Orme lost it. He has driven the agenda on one change, which Albion adopted in September. And he has done"
        " a deal with the Greens on housing."
    )
    assert "Paul Orme has done a deal with the Greens on housing." in claims(text)


def test_a_run_of_he_ends_where_another_does_something() -> None:
    text = "Paul Orme spoke in Velm. He lost the vote in May, but Jan Albion won in June. He thanked 400 helpers."
    assert "Paul Orme thanked 400 helpers." not in claims(text)


def test_talks_that_could_go_on_into_january_have_not() -> None:
    read = extracted("Talks could stretch through January, party leaders said.", datetime.date(2026, 11, 20))
    assert [claim.text for claim in read.claims] == ["Talks could stretch through January 2027."]


def test_a_leader_of_the_opposition_has_no_opposition_in_his_name() -> None:
    text = "Leader of Opposition Partap Singh Orme stood up in the house. Orme demanded that a sitting judge inquire into the assault."
    assert sources(text) == ["Partap Singh Orme"]
    assert claims(text)[-1] == "A sitting judge should inquire into the assault."


def test_who_is_told_something_by_name_may_be_meant() -> None:
    text = "Governor Paul Orme told Robert Berg that he will get time. Orme told reporters he would stay."
    assert not any("will get time" in claim for claim in claims(text))
    assert claims(text)[-1] == "Paul Orme would stay."


def test_one_of_several_is_not_all_of_whom_a_clause_tells() -> None:
    text = (
        "Congress members, including Tript Singh Orme, Sukh Singh Berg and Sam Kotli, who were shouting at the government, then trooped to"
        " the hall."
    )
    assert not any(claim.startswith("Sam Kotli") for claim in claims(text))


def test_this_last_week_is_one_date() -> None:
    read = extracted(
        "The best catch this last week was a pike of nine pounds by the mayor.", datetime.date(2026, 11, 20)
    )
    assert [claim.text for claim in read.claims] == [
        "The best catch in the week of November 9, 2026 was a pike of nine pounds by the mayor."
    ]


@pytest.mark.parametrize(
    "text", ["The committee voted for the third Monday in January.", "The fair opens on the last Friday of June."]
)
def test_a_weekday_of_a_month_is_no_day_of_this_week(text: str) -> None:
    assert all("day in January 2" in claim or "day of June 2" in claim for claim in claims(text))


def test_what_is_listed_is_no_other_name_of_what_stands_before() -> None:
    text = (
        "Plans that failed include one to lower boat fees by taking 15% off the first $3 million of a yacht’s value, a repeal of"
        " all no-wake zones and further licensing of piers."
    )
    assert not any("was a repeal" in claim for claim in claims(text))


def test_several_republicans_own_with_an_apostrophe_alone() -> None:
    text = "Velm Republicans announced on Saturday that their fair will be held on 15 June 2027."
    assert claims(text) == ["Velm Republicans' fair will be held on 15 June 2027."]


def test_participles_with_one_doer_stay_together() -> None:
    text = "Fairs, unlike markets, are mapped, funded and carried out by guilds, not town clerks."
    assert claims(text) == [text]


def test_the_second_verb_of_a_clause_has_its_subject() -> None:
    text = (
        "The Norvik plan allows New Jersey, which has not chosen a ferry line but has indicated 23 March as its wish,"
        " to run first."
    )
    assert sources(text) == ["New Jersey"]


def test_is_true_goes_on_with_no_participle() -> None:
    text = (
        "It's plainly hard after a club's loss of a title and having to play the cup with no fans buying any tickets."
    )
    assert not any(claim.startswith("It's having") for claim in claims(text))


def test_ill_is_a_word_as_well() -> None:
    text = "Prime Minister Sid Berg fell ill. Unsurprisingly his party lost the 1957 election."
    assert claims(text)[0] == "Prime Minister Sid Berg fell ill."


def test_a_content_does_not_end_with_an_owner() -> None:
    text = "National boasted they were the natural party of government, a claim borne out by their being in office for 38 of the century's last 50 years."
    assert not any(claim.endswith(("'s.", "’s.")) for claim in claims(text))


def test_accusations_that_are_prompted_are_not_made_by_the_accused() -> None:
    text = (
        "Rachel Orme faced questions in May. She continues to face criticism for freezing tax thresholds until 2030, prompting accusations"
        " of breaking her party’s pledge not to raise taxes on working people."
    )
    assert "Rachel Orme" not in sources(text)
    assert not any(claim.endswith("prompting.") for claim in claims(text))


@pytest.mark.parametrize(
    ("text", "untrue"),
    [
        ("The measures leave Velm with a record debt, with higher levies introduced to address weaker forecasts and fund rising welfare costs.", "rose"),
        ("Experts will report on Thursday, with the Velm Institute and the Orme Foundation already flagging concerns.", "had the"),
        ("The study highlighted a potential fall in living standards, driven in part by frozen thresholds.", "Standards were"),
        ("The rate is below the 31 percent of June 1990, though higher than the 22.4 percent when Orme took over in March 2011.", "the 22.4 percent."),
        ("The skipper boasted with gusto in launching his boat.", "gusto"),
        ("He repeated stale talking points on docks and tolls.", "There w"),
        ("Paul Orme’s council is moving to shut the baths this week as swimmers and doctors call for longer hours.", "There should be in"),
    ],
)  # fmt: skip
def test_a_claim_is_not_put_together_from_what_is_told_otherwise(text: str, untrue: str) -> None:
    assert not any(untrue in claim for claim in claims(text))


def test_it_would_be_wrong_to_do_something_is_of_nothing() -> None:
    text = "The fuel duty will be frozen in 2027, with Ms Orme saying it would be the “wrong choice” to increase it."
    assert claims(text)[-1] == "It would be the “wrong choice” to increase it."


def test_the_label_of_a_fact_check_says_who_is_quoted() -> None:
    text = (
        "Here is a look at what President Donald Orme said in Velm on Tuesday.\n\nORME: “Nearly 40 million fish are swimming.”\n\n"
        "THE FACTS: Yes, but the lake has grown since 1939.\n\nORME: “The lake’s water is now the clearest it’s been in 61 years.”\n\n"
        "THE FACTS: The silt was 3.1% in April, Water Department data show."
    )
    assert ("Donald Orme", "“The lake’s water is now the clearest it’s been in 61 years.”") in said_by(text)


def test_experts_then_and_now_speak_for_themselves() -> None:
    text = "The old board made a like claim, but divers then and now said it’s too soon to declare a clean-up."
    assert sources(text)[-1] == "divers"


def test_who_is_determined_has_not_determined() -> None:
    text = "Doug Orme, who was hired on Saturday, says he’s determined to build a harbour that will cut delays."
    assert claims(text)[-1] == "Doug Orme is determined to build a harbour that will cut delays."


def test_a_party_of_conservatives_are_several() -> None:
    text = "Doug Orme leads the Progressive Conservatives. “We’re going on with one voice,” said Doug Orme, leader of the Progressive Conservatives."
    assert not any("Conservatives is" in claim for claim in claims(text))


def test_a_phrase_that_leads_in_is_no_sentence() -> None:
    text = "In a film sent to anglers on Sunday, meant for members and that doesn’t make any mention of Orme, Paul Berg said his club will help."
    assert not any(claim.startswith("In a film") for claim in claims(text))


@pytest.mark.parametrize(
    ("text", "untrue"),
    [
        ("The board looking into the Jan. 6 fire at the hall sent letters in May.", "Jan. 6, "),
        ("The notes were sent as the board looking into the Jan. 6, 2021, fire at the hall is closing its first round.", "Jan. 6, 2021."),
        ("The panel had subpoenaed Orme for, among other things, his letters to Jan Berg.", "Other things"),
        ("Prime Minister Scott Orme conceded defeat on Saturday, and the Labor Party was poised to end a decade of his rule, possibly with the support of independents.", "was possibly with"),
        ("The ABC has called 41 wards for Labor, but it is ahead in some others.", "ABC is ahead"),
        ("Asked on Friday if he would still race, Paul Orme said in a short note that he would sail in May.", "would still"),
    ],
)  # fmt: skip
def test_a_claim_is_not_untrue_to_its_sentence(text: str, untrue: str) -> None:
    assert not any(untrue in claim for claim in claims(text))


def test_who_concedes_defeat_has_not_said_what_comes_next() -> None:
    assert (
        sources(
            "Prime Minister Scott Orme conceded defeat on Saturday, and the Labor Party was poised to end his rule."
        )
        == []
    )


def test_false_claims_are_those_of_who_made_them() -> None:
    text = "Rep. Jan Berg resisted Paul Orme’s false claims of widespread fraud."
    assert "false" not in sources(text)


def test_a_list_of_people_is_one_content() -> None:
    text = (
        "The panel said it wanted to hear Jan Berg, who took a call in May; Rep. Scott Lind of Ohio, who wrote the plan; and Rep. Mo Orr of"
        " Utah, who led the talks."
    )
    assert said_by(text)[0][1].endswith("who led the talks")


def test_the_pm_is_somebody() -> None:
    text = "PM Nina Rao met reporters in Velm. The PM said the bill was dead. It would make her the first prime minister elected twice, a poll found."
    assert sources(text)[0] == "Nina Rao"


def test_they_who_speak_together_are_they() -> None:
    text = "“We expect that witnesses will comply with our request, so that we may gain all the facts,” Mike Orr and Adam Lind said in a statement."
    assert not any(" it " in claim for claim in claims(text))


def test_the_committee_is_the_one_that_a_text_is_about() -> None:
    text = (
        "The House committee investigating the riot issued subpoenas in May to five members, including Rep. Paul Orme. The Orla Ethics"
        " Committee has not done so. “My view on the committee has not changed,” Orme said. The committee sent two letters in June."
    )
    assert claims(text)[-2:] == [
        "Paul Orme's view on the House committee has not changed.",
        "The House committee sent two letters in June 2023.",
    ]


def test_the_house_panel_is_no_house() -> None:
    assert sources("The House panel believes letters from the skippers are vital to its work.") == ["House panel"]


def test_a_day_has_the_year_that_the_text_tells_elsewhere() -> None:
    text = (
        "Paul Orme will defy the committee investigating the March 6, 2021, attack on the hall. Orme has acknowledged he spoke with Jan Berg"
        " on March 6."
    )
    assert "Paul Orme spoke with Jan Berg on March 6, 2021." in claims(text)


def test_who_acknowledged_it_is_he_in_the_next_sentence() -> None:
    text = (
        "Former President Paul Orme met Sam Lind on Aug. 6. Lind has acknowledged he spoke with Orme as Orme’s supporters were beating police"
        " outside the hall. But he has not shared many details. The committee requested information about his conversations with Orme."
    )
    assert not any(
        claim.startswith("Paul Orme has not shared") or "Orme's conversations with" in claim for claim in claims(text)
    )


def test_a_surname_that_is_a_land_is_somebodys() -> None:
    text = "Rep. Jim Jordan of Ohio wrote to the panel. “I have no charts of the harbour at home,” Jordan wrote in a letter in May."
    assert sources(text)[-1] == "Jim Jordan"


def test_what_opponents_say_of_loopholes_is_not_what_the_measure_would_do() -> None:
    text = "The government said the measure would save lives and close loopholes that opponents say have allowed smugglers to thrive."
    assert ("opponents", "loopholes … have allowed smugglers to thrive") in said_by(text)


def test_what_somebody_points_to_does_not_point() -> None:
    text = "Raquel Orme spoke in Velm. She said gun crime had risen every year, and pointed to Statistics Velm figures showing a 25 per cent increase."
    assert "Statistics Velm" not in sources(text)


def test_whose_seat_it_is_is_nobody() -> None:
    text = (
        "Chairman Gail Orme, R-Hereford, had refused to hear the bill until a farmer testified at a hearing that his family's well had failed"
        " twice since 2019."
    )
    assert not any("R-Hereford's" in claim for claim in claims(text))


def test_who_denied_that_says_why_not() -> None:
    text = "The bureau's president, Stan Orme, denied that, saying his group never mentioned a tax."
    assert claims(text) == ["Stan Orme's group never mentioned a tax."]


def test_the_session_ends_in_a_june_to_come() -> None:
    read = extracted(
        "Gov. Orme has called on lawmakers to act before the session ends in June.", datetime.date(2026, 11, 20)
    )
    assert [claim.text for claim in read.claims] == ["Lawmakers should act before the session ends in June 2027."]


def test_a_government_on_tuesday_introduced_it() -> None:
    text = "The Liberal government on 3 May 2026 said little. The Liberal government on Tuesday introduced legislation that would ban handgun sales."
    assert any(claim.endswith("introduced legislation that would ban handgun sales.") for claim in claims(text))


def test_a_bare_share_without_a_cue_is_read_too() -> None:
    assert claims(
        "“So instead of big boats, we keep to small ones,” said a third. “It’s no race, it’s a pleasure in Velm.”"
    )


@pytest.mark.parametrize(
    ("text", "untrue"),
    [
        ("Taking a jibe at Sonia Banik, Rajeev Orme said she had been praising the minister.", "Orme had been praising"),
        ("Congress leaders demanded that the country's agency, the CBI, probe an alleged cover-up in May.", "CBI is"),
        ("“It’s no pier he paid for, Mr Speaker, he fought it for a whole year in 2016,” Rishi Orme said.", "Speaker fought"),
        ("Mr Orme pointed out that Sir Karl “spoke against the harbour bill, pledged to drop the ferry and opposed the selling of it”.", "Orme will"),
        ("The memo stated that the new count is a “freak,” saying other counts show a calm lake.", "saying other"),
    ],
)  # fmt: skip
def test_more_claims_are_not_untrue_to_their_sentences(text: str, untrue: str) -> None:
    assert not any(untrue in claim for claim in claims(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“I am thinking about selling all four boats,” said the politician to NDTV.", "politician"),
        ("Shivraj Singh Orme met Digvijaya Singh in May. Orme spoke for an hour. Orme left early. Mr Singh said that a hard drive was replaced.", "Digvijaya Singh"),
        ("The campaign sent a memo to its allies in May. The note further highlights that the week after the storm “was the best week of the whole year.”", "note"),
        ("Lake Democrats have doubts about the pier. Two older Democrats have said they don't think it will open in May.", "Two older Democrats"),
        ("Criticising the Government’s ferry scheme, Sir Karl Orme pointed out that it cost £31m.", "Karl Orme"),
    ],
)  # fmt: skip
def test_a_source_is_who_says_it(text: str, name: str) -> None:
    assert sources(text)[-1] == name


def test_the_speaker_of_the_lok_sabha_is_no_sabha() -> None:
    text = (
        "The Speaker of the Lok Sabha on Thursday referred a complaint against MP Mahua Roy to a committee after BJP member Nishikant Orme"
        " alleged that she had taken cash from a businessman."
    )
    assert claims(text)[-1] == "Mahua Roy had taken cash from a businessman."


@pytest.mark.parametrize(
    ("text", "untrue"),
    [
        ("A spokeswoman for Treasurer Rita Orme said the advice was one of dozens. She would not say whether the treasurer had read it.", "Rita Orme would not"),
        ("Harold Orme was 13 points behind in 1969 and very nearly won.", "was very nearly"),
        ("Democrats on Capitol Hill are bracing for a fight over the debt ceiling in May, and several senators are urging leadership to act.", "ceiling in May, and"),
        ("He fears losing Sen. Joe Orme, who has called for a bipartisan deal, people close to him said.", "has called."),
    ],
)  # fmt: skip
def test_further_claims_are_not_untrue_to_their_sentences(text: str, untrue: str) -> None:
    assert not any(untrue in claim for claim in claims(text))


def test_which_of_two_could_happen_only_both_tell() -> None:
    text = "Democrats are bracing for a fight over the debt ceiling that aides say could consume the session."
    assert ("aides", "a fight over the debt ceiling … could consume the session") in said_by(text)


def test_republicans_will_take_control_in_a_january_to_come() -> None:
    read = extracted(
        "Senators urged leaders to act before Republicans take control of the House on Jan. 3.",
        datetime.date(2026, 11, 20),
    )
    assert [claim.text for claim in read.claims] == [
        "Leaders should act before Republicans take control of the House on Jan. 3, 2027."
    ]


def test_a_verb_behind_a_clause_between_commas_has_the_noun_before_it() -> None:
    text = (
        "The revolt that sank the bill means that this is one of the hardest challenges, and Orme, who was reported to be “bored” in his last"
        " role at the Cabinet Office, can get stuck into it in May."
    )
    assert not any(claim.startswith("The revolt") and "can get" in claim for claim in claims(text))


def test_what_was_just_done_on_monday_is_over() -> None:
    text = "Harbour chiefs, who had said for weeks that they would not reopen the pier, reversed course Monday after divers cleared a wreck."
    read = extracted(text, datetime.date(2026, 11, 20))
    assert any(claim.text.startswith("Harbour chiefs reversed course on November 16, 2026") for claim in read.claims)


def test_a_spokeswoman_speaks_of_another() -> None:
    text = (
        "Gov. Tina Orme signed the bill. Her spokesperson, Elisabeth Berg, said the governor would review the next one and that she remained"
        " committed to housing in Velm."
    )
    assert not any("Berg remained" in claim for claim in claims(text))


def test_house_republicans_are_not_all_republicans() -> None:
    text = "House Republicans are vowing to block the pier. All Republicans present voted no in May, and three Democrats did so too."
    assert sources(text) == ["House Republicans"]
    assert not any("All House Republicans" in claim for claim in claims(text))


@pytest.mark.parametrize(
    ("text", "untrue"),
    [
        ("On Friday 31 anglers voted against the plan to extend the season in England – enough to beat the lead of 26.", "England was enough"),
        ("The fate of the pier remained unsure in the House, where the lake wing is blocking a scheme by Speaker John Orme (R-Ohio) for dredging a row of harbours.", "House for dredging"),
    ],
)  # fmt: skip
def test_last_claims_are_not_untrue_to_their_sentences(text: str, untrue: str) -> None:
    assert not any(untrue in claim for claim in claims(text))
