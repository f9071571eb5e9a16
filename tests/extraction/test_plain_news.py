"""Who says what, and what of it is claimed, in plain local and agency news, whole pipeline: mistakes seen in articles of our own."""

from pathlib import Path

import pytest

from claims.extraction.standalone import tagging
from claims.extraction.standalone.change import Changes, apply
from claims.extraction.standalone.times import dates
from claims.extraction.standalone.times.telling import looks_ahead
from claims.extraction.types import SourceKind
from tests.extraction.prose import DAY, claims, extracted, said_by

# Paragraphs of our own articles, where a mistake showed only among its neighbours.
TEXTS = {
    name: text.strip()
    for name, _, text in (
        part.partition("\n")
        for part in (Path(__file__).parent / "plain_news.txt").read_text(encoding="utf-8").split("=== ")[1:]
    )
}


def changed(text: str) -> str:
    return apply(text, 0, len(text), Changes(dates.absolute(text, 0, len(text), DAY)))


def test_a_second_clause_has_its_own_subject() -> None:
    text = "The trade ministry praised the accord, while the farmers' union condemned it."
    assert ("farmers' union", "it") in said_by(text)
    assert ("trade ministry", "it") not in said_by(text)


def test_who_disputes_that_and_says_something_does_not_dispute_what_they_say() -> None:
    text = "The army said the boy had fallen. His relatives dispute that and say his arms were covered in burns."
    assert [said for _, said in said_by(text)] == ["the boy had fallen", "his arms were covered in burns"]
    assert not any("not" in claim for claim in claims(text))


def test_a_year_alone_is_no_content() -> None:
    text = (
        "The report by the regional audit office says the final bill was 14.2 million euros, almost twice the 7.5 million that mayor Petra Lund "
        "announced in March 2024. It says three contracts were awarded without a tender."
    )
    assert [name for name, _ in said_by(text)] == ["report by the regional audit office"] * 2


def test_a_body_goes_on_and_not_somebody_known_by_letters() -> None:
    text = (
        "A man held in detention in the northern city of Sarvik was not examined by a doctor for nine days, the National Prevention Board said in a report.\n\n"
        "The 31-year-old, identified only as D.K., began refusing food on 2 September. He lost 14 kilograms before he was moved to hospital, according to the report.\n\n"
        '"The medical log for those nine days is empty," the watchdog wrote. It added that guards had twice turned away his lawyer, Mirela Dost.'
    )
    assert ("National Prevention Board", "guards had twice turned away his lawyer, Mirela Dost") in said_by(text)


def test_a_source_runs_to_its_noun() -> None:
    assert ("central bank", "inflation was likely to slow to 3.1 percent by next spring") in said_by(TEXTS["noun"])


def test_what_a_ship_did_is_not_done_by_who_was_warned_of_it() -> None:
    text = (
        "Managers at the ferry company Norvik were warned about a faulty bow door five weeks before the Astrid sank in the Gulf of Tarn, killing 27 people, "
        "according to internal emails seen by this newspaper."
    )
    assert not any(claim.startswith("Managers") and "killed" in claim for claim in claims(text))


def test_a_season_delays_nothing() -> None:
    text = "Engineers said the extra costs were caused by flooding in the spring, which delayed the work by nine weeks."
    assert "Flooding in the spring delayed the work by nine weeks." in claims(text)


def test_an_estimate_is_a_whole_claim() -> None:
    assert "The number of marchers was 4,000." in claims("Police put the number of marchers at 4,000.")


def test_they_are_accused_in_a_whole_sentence() -> None:
    text = "Two trade unions called for a strike, and the ruling party accused them of exploiting a tragedy."
    assert any(claim.endswith("exploited a tragedy.") and not claim.startswith("Them") for claim in claims(text))


def test_a_company_that_could_not_comment_is_named() -> None:
    assert "Norvik could not comment on the inquiry." in claims("Norvik said it could not comment on the inquiry.")


@pytest.mark.parametrize(
    ("text", "ahead"),
    [("the growth of 2 percent that it forecast in", False), ("growth of 2 percent is forecast in", True)],
)
def test_what_somebody_forecast_is_over(text: str, *, ahead: bool) -> None:
    assert looks_ahead(text, len(text)) is ahead


def test_a_past_form_that_is_nothing_else_is_a_verb_wherever_it_stands() -> None:
    text = "weeks before the Astrid sank in the Gulf"
    assert {token.word: token.tag for token in tagging.tag(text, [(0, len(text))])[0]}["sank"] == "VBD"


def test_what_will_be_closed_and_cut_is_not_cut_yet() -> None:
    text = "The steel plant will close its oldest furnace and cut 90 of its 400 jobs by June, the mayor said."
    assert any("will cut 90 of its 400 jobs" in claim for claim in claims(text))


def test_a_quoted_on_blames_nobody() -> None:
    text = 'The ministry blamed old pipes and "rumours spread on the radio".'
    assert claims(text) == ['Old pipes and "rumours spread on the radio" are to blame.']


def test_to_speak_on_condition_of_anonymity_is_no_statement() -> None:
    text = '"I was told to sign for 240 portions when 110 came," said a head teacher in the town of Lunde, who spoke on condition of anonymity for fear of losing her job.'
    assert len(said_by(text)) == 1


def test_a_release_goes_to_no_prison() -> None:
    text = "A court ordered the release of journalist Dana Omar, who has spent nine months in jail on charges of libel."
    assert "Journalist Dana Omar has spent nine months in jail on charges of libel." in claims(text)


def test_what_a_ministry_promised_earlier_is_told_by_the_article() -> None:
    text = "Fewer than half of the pupils were tested, the school board said on Friday, two weeks after it promised to test them all."
    assert said_by(text)[0][1] == "Fewer than half of the pupils were tested"


def test_a_maker_before_a_name_is_what_it_does() -> None:
    text = "Steelmaker Norvo will close a furnace, it said on Monday. Norvo received state aid in 2023."
    assert said_by(text)[0][0] == "Norvo"


def test_a_name_written_as_one_is_no_person() -> None:
    statement = extracted("FreshKist, which won the contract, says it delivered every meal.").statements
    assert {one.source_kind for one in statement if one.source_name == "FreshKist"} == {SourceKind.ORGANISATION}


def test_what_somebody_expected_is_no_company() -> None:
    text = "Norvo will close its furnace. Peter Lund, who worked at Norvo for 30 years, said he had expected it."
    assert "Peter Lund had expected it." in claims(text)


def test_as_of_late_on_a_day_keeps_its_preposition() -> None:
    text = "As of late Tuesday, 20 boats had been found."
    assert changed(text) == "As of late March 5, 2024, 20 boats had been found."


def test_a_speaker_with_a_description_is_not_what_is_said() -> None:
    text = "The judge, Arne Holm, said the driver had shown no remorse."
    assert said_by(text) == [("Arne Holm", "the driver had shown no remorse")]


def test_a_content_does_not_begin_behind_its_figure() -> None:
    assert any(
        said.startswith("People who") and "12 percent less likely" in said for _, said in said_by(TEXTS["figure"])
    )


def test_what_a_court_heard_is_told_to_it_also_at_the_end_of_the_sentence() -> None:
    assert "district court" in {name for name, _ in said_by(TEXTS["court"])}


def test_something_that_a_club_denies_is_a_statement_of_it() -> None:
    text = "The president said that Rovers still owed them four million, something the English club denies."
    assert ("English club", "Rovers still owed them four million") in said_by(text)


def test_that_may_be_what_was_hard_to_believe() -> None:
    assert ("Gareth Lowe", "that was hard to believe") in said_by(TEXTS["hard"])


def test_what_disappeared_was_made_to_disappear_by_nobody() -> None:
    assert "The effect disappeared in people who added salt." in claims(
        "She said the effect disappeared in people who added salt."
    )


def test_what_somebody_demands_that_she_do_she_should_do() -> None:
    text = "Joanna Price told MPs that it was a draft. Gareth Lund demanded that she publish her diary."
    assert "Joanna Price should publish her diary." in claims(text)


def test_an_agency_of_other_matters_is_not_the_body_named_last() -> None:
    text = "The study was paid for by the Tea Council, an industry group, while the health agency said two cups were enough."
    assert {name for name, _ in said_by(text)} == {"health agency"}


def test_it_behind_a_doer_may_be_the_doer() -> None:
    text = (
        'A statistician said the authors had relied on memory. "People lie to questionnaires," he said.\n\n'
        "The study was partly funded by the Coffee Council, an industry group. Farrow said it had no say in the results."
    )
    assert not any("The study had" in claim for claim in claims(text))


def test_since_then_is_one_lead() -> None:
    text = "Two rallies led to arrests. Since then at least 57 people have been charged with fraud, police say."
    assert not any(claim.startswith("Then") for claim in claims(text))


def test_what_was_insulted_is_no_offence() -> None:
    text = "At least 57 people have been charged with insulting the army, an offence that carries up to five years in prison."
    assert not any(claim.startswith("The army") for claim in claims(text))


def test_records_that_a_paper_obtained_say_what_stands_before_them() -> None:
    text = "A deputy was paid $187,000 in overtime, more than any other employee, payroll records obtained by the Ashford Courier show."
    assert [said for _, said in said_by(text)] == [text.partition(", payroll")[0]]


def test_what_somebody_reported_doing_he_did() -> None:
    assert "Wade Collier worked 96 hours a week on average." in claims(
        "Deputy Wade Collier reported working 96 hours a week on average."
    )


def test_i_is_not_the_manager_who_told_me_something() -> None:
    text = 'Olga Tamm was dismissed in 2024. My manager told me that I was "spreading panic" at the plant.'
    assert not any(claim.startswith("My manager was") for claim in claims(text))


def test_what_is_known_because_of_something_is_not_that() -> None:
    assert not any("signed my report" in said for _, said in said_by(TEXTS["known"]))


def test_a_claim_that_somebody_immediately_challenged_is_what_was_said() -> None:
    text = "The city built 900 homes last year, Mayor Lise Holm said on Wednesday, a claim that the opposition immediately challenged."
    assert ("opposition", "The city built 900 homes last year") in said_by(text)
    assert not any("said on" in claim for claim in claims(text))


def test_whoever_says_something_in_a_statement_speaks_and_not_the_statement() -> None:
    text = (
        "The roof fell shortly after noon at a depth of 90 metres, the mine's operator, Velm Coal, said in a statement."
    )
    assert said_by(text) == [("Velm Coal", "The roof fell shortly after noon at a depth of 90 metres")]


def test_the_third_accident_is_no_company() -> None:
    text = "The roof of the Velm mine fell in at noon. Velm Coal has run the mine since 2019. It was the third accident there."
    assert "Velm Coal was the third accident there." not in claims(text)


def test_a_member_of_a_party_is_no_party() -> None:
    text = "Hanna Holm spoke. Holm, a Social Democrat who took office in 2021, replied that the registry was late."
    assert said_by(text)[-1][0] == "Hanna Holm"


def test_a_company_is_no_broadcaster() -> None:
    text = "Velm Coal runs the mine. He told the broadcaster Radio Tarn that the alarm had failed. The company said it was tested."
    assert said_by(text)[-1][0] != "Radio Tarn"


def test_what_somebody_complained_about_is_no_broadcaster() -> None:
    text = "He told the broadcaster Radio Tarn from his bed that the alarm had failed and that the men had complained about it for weeks."
    assert not any("about Radio Tarn" in claim for claim in claims(text))


def test_nobody_emerged_where_something_did() -> None:
    text = "The chief of police in Northgate, Martin Kerr, was suspended on Monday after it emerged that his force had recorded calls for two years."
    assert not any(claim.startswith("Northgate emerged") for claim in claims(text))


def test_who_denies_any_knowledge_had_none() -> None:
    assert "Martin Kerr had no knowledge of the practice." in claims(
        "Martin Kerr denied any knowledge of the practice."
    )


def test_what_may_have_been_and_should_be_reviewed_has_one_should() -> None:
    text = "The bar association demanded that every verdict in which such a tape may have played a part be reviewed."
    assert claims(text) == ["Every verdict in which such a tape may have played a part should be reviewed."]


def test_he_speaks_and_not_the_lawyer_through_whom() -> None:
    said = "he had ordered the system switched off in 2023 and had been assured that it was"
    assert ("Martin Keane", said) in said_by(TEXTS["lawyer"])


def test_whoever_accuses_him_is_not_accused() -> None:
    text = (
        "The minister spoke first. Opposition leader Dev Parek accused him of having known about the tapes since March."
    )
    assert not any("Dev Parek had known" in claim.text for claim in extracted(text).claims)


def test_what_was_done_to_a_noun_before_its_speaker_waits_for_a_person() -> None:
    text = "One of them is Ronnie Sands, who is serving 14 years for a robbery that he says he did not commit."
    assert "Ronnie Sands did not commit." not in claims(text)


def test_a_regulator_is_an_authority() -> None:
    statements = extracted("The aviation regulator said it was investigating.").statements
    assert [one.source_kind for one in statements] == [SourceKind.GOVERNMENT]


def test_a_description_with_its_own_name_beside_it_is_no_other() -> None:
    text = "The airline Skyway grounded 31 jets. The regulator has asked the manufacturer, Arden Aerospace, for drawings of the wing."
    assert not any("asked Skyway" in claim for claim in claims(text))


def test_a_manufacturer_is_not_the_airline() -> None:
    text = "The airline Skyway grounded 31 jets on Monday. The manufacturer said that it had sent drawings of the wing."
    assert said_by(text)[-1][0] == "manufacturer"


def test_novels_are_awarded_nothing() -> None:
    text = "A court ruled that the firm Verbana copied the novels of Judith Kern, who was awarded 85,000 euros."
    assert "Judith Kern was awarded 85,000 euros." in claims(text)


def test_its_estimate_is_of_whoever_has_just_spoken() -> None:
    text = (
        "Verbana, which is based in Dublin, said it would appeal. The German publishers' association welcomed the verdict. "
        "According to its estimate, 90,000 books have been used."
    )
    assert said_by(text)[-1][0] == "German publishers' association's estimate"


def test_thousands_are_no_age() -> None:
    text = "According to the rail union, 40,000 people marched in Velm on Friday."
    assert said_by(text) == [("rail union", "40,000 people marched in Velm on Friday")]


def test_what_was_set_on_fire_was_not_to_come() -> None:
    text = "Protesters threw stones and set three cars on fire in Milltown on Sunday night."
    assert "March 3, 2024" in " ".join(claims(text))


def test_what_is_set_for_a_day_is_to_come() -> None:
    assert looks_ahead("The trial is now set to begin on", len("The trial is now set to begin on"))


def test_what_analysts_had_expected_did_not_come_so() -> None:
    text = "Halden's shares rose 3 percent; analysts at Brun & Co had expected a fine of up to 100 million."
    assert not any(claim.startswith("There will be") for claim in claims(text))


def test_a_video_that_appears_to_show_something_is_the_video() -> None:
    text = (
        "Officer Brent Calloway had testified that he believed Reed was reaching for a gun. "
        "Video from his body camera, shown at the trial, appears to show Reed holding a phone."
    )
    sources = [span.of(text) for one in extracted(text).statements for span in one.source]
    assert sources[-1] == "Video from his body camera, shown at the trial"


def test_they_who_are_investigated_are_not_the_office() -> None:
    text = "The prosecutor's office in Riga said that it was investigating three former executives, but named nobody. They deny wrongdoing."
    assert said_by(text)[-1] == (None, "wrongdoing")


def test_a_document_with_a_clause_about_it_has_what_comes_behind_that() -> None:
    text = "According to the indictment, which runs to 140 pages, the club reported a loss."
    assert ("indictment", "the club reported a loss") in said_by(text)


def test_he_who_is_accused_is_not_his_unnamed_accusers() -> None:
    text = (
        "Prosecutors have charged Silvio Maretti, the owner of second-division club AC Bravona, with fraud and false accounting, they said on Monday.\n\n"
        "Maretti, 58, is accused of inflating ticket income by 7 million euros in order to obtain a licence. "
        'He has denied the charges through his lawyer, who called them "a fairy tale written by a jealous rival".'
    )
    assert "Silvio Maretti" in {name for name, _ in said_by(text)}


def test_a_league_is_no_club() -> None:
    text = "Prosecutors charged the owner of the club AC Brana. The club did not comment. The league said Brana risked losing points."
    assert said_by(text)[-1][0] == "league"


def test_which_he_bought_is_bought_by_him() -> None:
    assert "Silvio Maretti bought AC Bravona for one euro in 2019." in claims(TEXTS["bought"])


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The ledger was described as genuine by the ministry on Monday.", "ministry", "The ledger … as genuine"),
        (
            "The ferry plan has been hailed as a success by officials in Oslo.",
            "officials in Oslo",
            "The ferry plan … as a success",
        ),
        (
            "The bill was widely condemned as reckless by economists, but it passed.",
            "economists",
            "The bill … as reckless",
        ),
        (
            "The ledger was called 'an insult to the town' by the treasurer.",
            "treasurer",
            "The ledger … 'an insult to the town'",
        ),
    ],
)
def test_who_judges_in_the_passive_stands_behind_by(text: str, source: str, content: str) -> None:
    assert (source, content) in said_by(text)


def test_the_pronoun_that_is_judged_in_the_passive_is_part_of_the_content() -> None:
    text = "Anna Holt left the party. She was described as a loner by her neighbours."
    assert ("her neighbours", "She … as a loner") in [
        (name and name.replace("Anna Holt's", "her"), said) for name, said in said_by(text)
    ]


def test_to_goes_with_the_verb_behind_it() -> None:
    assert said_by("Lind claims to represent 4,000 tenants.") == [("Lind", "to represent 4,000 tenants")]
