"""Who says what in the prose of broadsheets and agencies, whole pipeline: mistakes that were seen in texts of our own."""

import pytest

from tests.extraction.prose import claims, extracted, said_by


def test_a_quoted_question_is_not_said_by_whoever_begins_the_next_sentence() -> None:
    text = '"She has had it since June," Marlow said. "What is she waiting for?" A Home Office source insisted the report would be published.'
    assert ("Marlow", '"What is she waiting for?"') in said_by(text)
    assert [said for name, said in said_by(text) if name == "A Home Office source"] == ["the report would be published"]


def test_he_said_behind_a_colon_is_whom_the_sentence_is_about() -> None:
    text = (
        "Prime Minister Bart Delvaux told reporters that Belgium could not bear the risk alone. "
        'Hungary\'s Viktor Nagy was more blunt: the plan was "dead on arrival", he said.'
    )
    assert ("Viktor Nagy", 'the plan was "dead on arrival"') in said_by(text)


def test_a_ministry_goes_on_and_not_the_town_that_it_spoke_of() -> None:
    text = "Police in Orsk used water cannon on Saturday, the interior ministry confirmed. It said 21 officers had been injured."
    assert said_by(text)[-1] == ("interior ministry", "21 officers had been injured")


def test_shares_are_no_company() -> None:
    text = "Shares in Novalis fell 7% after the drugmaker said a trial of its pill had failed."
    assert "Shares" not in {name for name, _ in said_by(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The man accused of killing three people had been on a watch list, the agency has revealed.",
        "A woman convicted of fraud in 2019 ran the fund, the regulator said.",
    ],
)
def test_what_somebody_is_accused_of_is_no_statement_of_the_agency(text: str) -> None:
    assert len(said_by(text)) == 1


def test_through_whom_they_spoke_is_no_part_of_what_they_said() -> None:
    text = 'The families said through their solicitor that they had been "failed by every level of government".'
    assert [said for _, said in said_by(text)] == ['they had been "failed by every level of government"']


def test_an_age_stands_before_its_noun() -> None:
    text = (
        "State television said the rallies were small. One of those detained, a 19-year-old student who gave her name only as Dasha, "
        "told the Guardian officers had twisted her arms."
    )
    assert said_by(text)[-1][0] in ("Dasha", "a 19-year-old student", "One of those detained")


def test_a_dash_before_a_judgement_ends_what_is_judged() -> None:
    text = "The opposition claims the result was rigged - an allegation the ruling party rejects."
    assert ("ruling party", "the result was rigged") in said_by(text)
    assert {"The result was rigged.", "The result was not rigged."} <= set(claims(text))


def test_which_somebody_denies_is_denied() -> None:
    text = "The government has accused the Harbour Forces of poisoning wells, which the militia denies."
    assert "The Harbour Forces did not poison wells." in claims(text)


def test_who_contradicts_next_is_no_part_of_what_was_said() -> None:
    text = 'Yvette Harper told MPs that she had "nothing to hide", but her predecessor, James Cleverton, accused her of sitting on the report.'
    assert said_by(text)[0] == ("Yvette Harper", 'she had "nothing to hide"')


def test_its_army_is_that_of_the_sentence() -> None:
    text = (
        "Russia's defence ministry said the port was hit. Poland scrambled fighter jets as a precaution, its army said."
    )
    assert said_by(text)[-1][0] == "Poland's army"


def test_that_figure_is_pointed_at() -> None:
    text = "The Commission estimates that €140bn could be raised. Analysts at Bruegel say that figure is optimistic."
    assert "that figure is optimistic" in [said for _, said in said_by(text)]


@pytest.mark.parametrize(
    ("text", "untrue"),
    [
        ("The agency disputes the methodology.", "methodology"),
        ("Preston denies four counts of fraud by false representation.", "four counts"),
        ("The minister denied allegations of bribery.", "allegations"),
    ],
)
def test_what_is_disputed_is_not_said_to_be_missing(text: str, untrue: str) -> None:
    assert not [claim for claim in claims(text) if "no " in claim.lower() and untrue in claim.lower()]


def test_denied_wrongdoing_is_still_turned_round() -> None:
    assert "The mayor committed no wrongdoing." in claims("The mayor denied any wrongdoing.")


def test_who_is_blamed_is_to_blame() -> None:
    assert "Farm run-off is to blame." in claims("Water North, the industry body, blames farm run-off.")


def test_a_ministry_and_no_town_targets_something() -> None:
    text = "A missile hit flats in Ternopil. Russia's defence ministry said it had targeted a barracks."
    assert "Ternopil had targeted a barracks." not in claims(text)


def test_a_company_keeps_its_verbs() -> None:
    text = "The company cut its full-year forecast for a second time and now expects sales growth of 8 percent."
    assert "The company cut its full-year forecast for a second time." in claims(text)


def test_a_role_behind_a_verb_is_nobodys_apposition() -> None:
    text = (
        "President Emil Marchand named a cabinet on Wednesday, the palace said. The far-right National Union opposed it. "
        'Its leader, Jordan Bard, wrote on X that the president was "firing the last cartridge".'
    )
    assert 'Emil Marchand was "firing the last cartridge".' in claims(text)


def test_it_is_the_body_named_since_the_speaker() -> None:
    text = "The Supreme Court has ruled that the government acted unlawfully when it detained the asylum seekers."
    assert not [claim for claim in claims(text) if "Court detained" in claim]


def test_what_the_article_sets_against_a_tag_is_not_said_there() -> None:
    text = "Orel's new chip is 40% faster than the last, the company claims, though independent tests have yet to confirm it."
    assert [said for _, said in said_by(text)] == ["Orel's new chip is 40% faster than the last"]


def test_officials_familiar_with_a_matter_are_the_source() -> None:
    text = "The bureau is investigating whether the man acted alone, two law enforcement officials familiar with the matter told the agency."
    ((name, said),) = said_by(text)
    assert (name, said) == (
        "two law enforcement officials familiar with the matter",
        "The bureau is investigating whether the man acted alone",
    )


def test_anonymity_is_no_claim() -> None:
    text = "The bridge was shut on Monday. They were not authorised to discuss the case publicly and spoke on condition of anonymity."
    assert not [claim for claim in claims(text) if "anonymity" in claim]


def test_who_is_told_something_does_not_say_it() -> None:
    text = 'A court sentenced the director Zina Berk to six years. "I have no idea what these words have to do with me," Berk told the judge.'
    assert said_by(text) == [("Zina Berk", '"I have no idea what these words have to do with me,"')]


def test_a_name_like_a_preposition_is_a_name() -> None:
    text = '"They are making workers pay for this," said Per Holm of the pilots\' union.'
    assert ("Per Holm", '"They are making workers pay for this,"') in said_by(text)


def test_his_deputy_is_that_of_the_sentences_subject() -> None:
    text = (
        'Unions reacted with fury. "They pay for mistakes," said Per Holm, a pilot. The transport minister, who was in Asia, '
        "was not available, but his deputy said the government was watching."
    )
    assert said_by(text)[-1][0] == "transport minister's deputy"


def test_an_hour_keeps_its_letters() -> None:
    (claim,) = claims("The district council insists that sirens sounded at 11 p.m.")
    assert claim == "Sirens sounded at 11 p.m."


def test_a_saying_verb_is_no_noun_of_a_body() -> None:
    text = "The district council insists that sirens sounded, but several witnesses told this newspaper that they heard nothing."
    assert not [claim for claim in claims(text) if "insists heard" in claim]


def test_a_verdict_is_no_part_of_the_sentence_that_it_ends() -> None:
    text = (
        "A court on Monday sentenced the director to six years in prison, a verdict her lawyers said they would appeal."
    )
    assert not [claim for claim in claims(text) if "a verdict" in claim]


def test_a_number_behind_a_comma_is_an_age_only_alone() -> None:
    text = "According to the Collective Against Hatred, 24 places of worship have been shut since January."
    (made,) = [one for one in extracted(text).statements if one.attributed]
    assert made.source_kind == "organisation"


def test_a_nameless_speaker_means_herself() -> None:
    text = 'Det Ch Insp Sarah Lowe called it "tragic". One neighbour, who did not want to be named, said she heard screaming.'
    assert "One neighbour heard screaming." in claims(text)
    assert said_by(text)[0][0] == "Sarah Lowe"


def test_they_are_the_problems_and_not_the_commission() -> None:
    text = "The Central Election Commission acknowledged problems at some stations but said they had not affected the outcome."
    assert not [claim for claim in claims(text) if "Commission had not" in claim]


def test_whom_it_was_told_to_is_no_part_of_it() -> None:
    text = (
        "Striker Erling Hoil insists he is happy. But he has told the club's hierarchy he will step down in the summer."
    )
    assert said_by(text)[-1] == ("Erling Hoil", "he will step down in the summer")


def test_a_promise_is_of_what_will_be() -> None:
    assert "There will be compensation to affected families." in claims(
        "President Wilson Rutto promised compensation to affected families."
    )


def test_what_happened_meanwhile_is_the_articles_own() -> None:
    text = "At least 38 people have died in mudslides, a county official said Saturday, as search teams dug through debris."
    assert said_by(text) == [("a county official", "At least 38 people have died in mudslides")]


def test_a_number_in_thousands_is_not_cut() -> None:
    text = '"This is new," said Dr Elena Moretti, an oncologist who led the trial of 1,048 patients in 17 countries.'
    (made,) = [one for one in extracted(text).statements if one.attributed]
    assert made.source[0].of(text).endswith("1,048 patients in 17 countries")


def test_who_is_quoted_as_saying_has_one_statement() -> None:
    text = 'The group said soldiers went from house to house. "They took my brother from his bed," one man is quoted as saying.'
    assert said_by(text)[1:] == [("one man", '"They took my brother from his bed,"')]


def test_a_described_speaker_before_told_is_the_source() -> None:
    text = '"It is only by luck that it did not burn in mid-air," Thomas Haldane, then head of the service, told lawmakers in October.'
    assert said_by(text) == [("Thomas Haldane", '"It is only by luck that it did not burn in mid-air,"')]


def test_what_an_embassy_dismisses_is_not_the_embassy() -> None:
    text = 'Der Bote reported that spies had warned Velm about the plan. The Orlandian embassy dismissed it as "spy fiction".'
    assert not [claim for claim in claims(text) if "embassy is" in claim]


def test_what_was_left_out_leaves_its_comma() -> None:
    text = "Turnout was 62 per cent, the electoral commission said, the lowest since independence."
    assert "Turnout was 62 per cent, the lowest since independence." in claims(text)


def test_what_others_called_something_is_no_thing_that_was_there() -> None:
    text = 'President Alan Outar won 89.8 per cent in results that the opposition called a "masquerade".'
    assert 'There was a "masquerade".' not in claims(text)


def test_what_researchers_do_is_no_statement() -> None:
    text = "The study's authors admit that the sample was small. They tracked 312 teenagers over four years."
    assert said_by(text) == [("study's authors", "the sample was small")]


def test_which_it_says_is_said_by_it_and_not_by_the_next_sentence() -> None:
    text = "Orla, which owns Picto, pointed to its teen accounts, which it says limit use at night. The mental health charity Mind wants a law."
    assert not [name for name, said in said_by(text) if "limit use" in said and name and "health" in name]


def test_a_scholars_we_is_not_the_college() -> None:
    text = "\"We can't say that one causes the other,\" cautioned co-author Dr Rina Patel of King's College London."
    assert not [claim for claim in claims(text) if "College London can" in claim]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Lviv's mayor has accused Moscow of deliberately targeting power plants.", "Moscow deliberately targeted power plants."),
        ("Police chiefs blame a backlog in the courts.", "A backlog in the courts is to blame."),
        ('The Harbour Office said it was "disappointed" by the ruling.', 'The Harbour Office was "disappointed" by the ruling.'),
        ('Russia said it had struck "facilities of the army".', 'Russia had struck "facilities of the army".'),
        ("The Kenya Red Cross said it had evacuated 25 people by helicopter.", "The Kenya Red Cross had evacuated 25 people by helicopter."),
    ],
)  # fmt: skip
def test_a_claim_says_who_did_it(text: str, claim: str) -> None:
    assert claim in claims(text)


@pytest.mark.parametrize(
    ("text", "untrue"),
    [
        ("Prime Minister Viktor Orban, in power since 2010, has promised pensioners a 14th monthly payment.", "There will be pensioners"),
        ("Prime Minister Viktor Orban, in power since 2010, has promised pensioners a 14th monthly payment.", "In power since 2010, has"),
        ('Judge Marsha Pechman wrote that the government\'s arguments "collapse under the slightest scrutiny."', 'are "collapse'),
        ("Peter Magyar says he was followed by agents, an accusation the government calls absurd.", "calls absurd"),
    ],
)  # fmt: skip
def test_no_claim_is_put_together_wrongly(text: str, untrue: str) -> None:
    assert not [claim for claim in claims(text) if untrue in claim]


def test_a_day_before_its_verb_keeps_the_subject_of_a_sentence() -> None:
    text = (
        "A federal judge in Seattle on Friday temporarily blocked the administration from deporting the students, "
        "ruling that officials had likely violated their right to due process."
    )
    assert not [claim for claim in claims(text) if claim.startswith(("On March 1", "In Seattle on"))]


def test_what_a_state_has_gives_it_no_article() -> None:
    text = (
        "The Alabama Senate passed the Alabama Life Act on Tuesday. The Alabama House had passed it in April. "
        "The bill passed the Senate of the state with 25 votes."
    )
    assert not [claim for claim in claims(text) if "the Alabama with" in claim or "of the Alabama." in claim]


def test_a_campaign_and_not_its_candidate_accuses() -> None:
    text = "Trumble's campaign did not dispute the account but accused the Canton team of distracting from her emails."
    assert [name for name, said in said_by(text) if "distracting" in said] == ["Trumble's campaign"]
    assert not [claim for claim in claims(text) if claim.startswith("'")]


def test_a_name_of_unknown_sort_may_be_he() -> None:
    text = "Canton asked why Trumble praises Vladimir Petrov. Trumble has repeatedly said he does not know who was responsible."
    assert "Trumble does not know who was responsible." in claims(text)


def test_an_adverb_is_no_part_of_a_source() -> None:
    text = "Canton's advisers privately concede that her lead has shrunk."
    assert [made.source[0].of(text) for made in extracted(text).statements if made.attributed] == ["Canton's advisers"]


def test_two_things_said_with_that_are_two_claims() -> None:
    text = "The interior ministry said officers had been attacked with flares and that nine were injured."
    assert claims(text) == ["Officers had been attacked with flares.", "Nine were injured."]


def test_the_office_before_a_role_is_of_the_source() -> None:
    text = (
        "Prosecutors have indicted 13 people, among them former transport minister Goran Veis, who says he is innocent."
    )
    assert [made.source[0].of(text) for made in extracted(text).statements if made.attributed] == [
        "former transport minister Goran Veis"
    ]
    assert not [claim for claim in claims(text) if claim.endswith("former transport.")]


def test_a_movement_is_no_university() -> None:
    text = "Students marched on Thursday. Analyst Florian Biber of the University of Graz believes the movement has reached a turning point."
    assert not [claim for claim in claims(text) if claim.startswith("The University")]
