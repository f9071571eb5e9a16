"""What somebody denies in a roundabout way, what is told within another's quotation, and what is promised to somebody."""

import pytest

from claims.extraction.types import SourceKind
from tests.extraction.prose import claims, extracted


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            'The ministry dismissed as "lies" a report that 40 soldiers had died at Tarvo.',
            "40 soldiers had not died at Tarvo.",
        ),
        (
            "The mayor rejected as baseless a claim that he had taken 12,000 crowns from the builder.",
            "The mayor had not taken 12,000 crowns from the builder.",
        ),
        ("The ministry denied a report that 40 soldiers had died at Tarvo.", "40 soldiers had not died at Tarvo."),
        (
            "The firm denied allegations it had dumped oil in the lake.",
            "The firm had not dumped oil in the lake.",
        ),
        (
            "The governor disputed the charge that the state lost 200 jobs.",
            "It is not true that the state lost 200 jobs.",
        ),
        ("The prosecutor dismissed the idea that the vote was rigged.", "The vote was not rigged."),
    ],
)
def test_what_is_said_to_be_a_false_report_is_denied(text: str, claim: str) -> None:
    assert claim in claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "The court rejected a request that the trial be moved.",
        "The council rejected a plan to close 4 schools.",
        "The judge dismissed 3 counts that the firm had faced.",
    ],
)
def test_what_is_rejected_and_is_no_report_is_not_turned_round(text: str) -> None:
    assert not any(" not " in claim for claim in claims(text))


def test_nobody_rejects_what_he_says_himself() -> None:
    text = "The bank rejects accusations that it hid 40 million crowns."
    assert "The bank hid 40 million crowns." not in claims(text)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ('The governor rejected his opponent\'s claim that 300 jobs had been lost as "absurd".', "his opponent"),
        ("The governor described his rival's claim that 300 jobs were lost as nonsense.", "his rival"),
        ("The ministry rejected the report's finding that 12 people drowned.", "the report"),
    ],
)
def test_a_disputed_claim_is_its_owner_s_and_ends_before_what_it_is_called(text: str, owner: str) -> None:
    found = [said for said in extracted(text).statements if said.source and said.source[0].of(text) == owner]
    assert len(found) == 1
    assert not found[0].content[-1].of(text).endswith(("absurd", "nonsense", '"'))


def test_the_claim_that_is_called_something_is_part_of_what_is_said() -> None:
    found = claims('She called the claim that 300 homes were empty "a fairy tale".')
    assert found == ['The claim that 300 homes were empty is "a fairy tale".']


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The council promised parents 200 filters.", "The council will give parents 200 filters."),
        ("The ministry offered farmers 3 million crowns.", "The ministry will give farmers 3 million crowns."),
    ],
)
def test_what_is_promised_to_somebody_will_be_given(text: str, claim: str) -> None:
    assert claim in claims(text)


def test_what_came_of_a_promise_was_not_promised() -> None:
    text = '"The council promised parents 200 filters and delivered 12," said Ann Lind.'
    promised = [said for said in extracted(text).statements if said.cue and said.cue[0].of(text) == "promised"]
    assert [said.content[0].of(text) for said in promised] == ["parents 200 filters"]


JAN = '"My boss said we would be paid on Friday," said Jan Orr, a welder. "We got nothing for three months."'


def test_a_quotation_goes_on_from_its_speaker_and_not_from_whom_he_tells_of() -> None:
    last = extracted(JAN).statements[-1]
    assert (last.content[0].of(JAN), last.source_name) == ('"We got nothing for three months."', "Jan Orr")


def test_we_within_what_a_speaker_tells_of_another_is_not_that_other() -> None:
    assert not any("boss would be paid" in claim or "boss got" in claim for claim in claims(JAN))


def test_we_that_another_is_said_to_have_said_waits_for_a_person() -> None:
    text = '"The council told us we would get filters by May," said Ann Lind, a nurse.'
    assert not any(claim.startswith(("We would get", "The council would get")) for claim in claims(text))


def test_a_source_within_a_quotation_leaves_the_quotation_mark_out() -> None:
    text = '"The council told us we would get filters by May. We got nothing," said Ann Lind, a nurse.'
    assert "The council" in [said.source[0].of(text) for said in extracted(text).statements if said.source]


def test_two_clauses_with_a_figure_are_two_claims_and_both_are_kept() -> None:
    text = '"Inflation is at a 40-year low and wages are up 6 per cent," the president said.'
    assert claims(text) == ["Inflation is at a 40-year low.", "Wages are up 6 per cent."]


def test_what_was_verified_of_a_number_known_before_is_told_with_who_did_it() -> None:
    text = "Rights group Watchlight says at least 214 protesters have been held. It has verified 180 of the cases."
    assert "Watchlight has verified 180 of the cases." in claims(text)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "An official, who was not authorised to speak publicly, said on Monday that 12 boats had sunk.",
            "An official, who was not authorised to speak publicly",
        ),
        ("The department later acknowledged the first statement was wrong.", "The department"),
        ("In its annual report the Institute found that spending on hospitals fell by a tenth.", "the Institute"),
    ],
)
def test_a_source_ends_with_its_last_word_and_begins_with_its_first(text: str, source: str) -> None:
    assert [said.source[0].of(text) for said in extracted(text).statements if said.source] == [source]


def test_who_is_spoken_of_does_not_speak() -> None:
    text = '"She never called, never wrote, never showed up," Dale Hume said of the mayor.'
    assert [said.source[0].of(text) for said in extracted(text).statements if said.source] == ["Dale Hume"]


def test_it_in_a_clause_below_is_the_body_that_the_sentence_is_about_and_not_the_document_that_says_so() -> None:
    text = "The ruling says the state violated the Voting Rights Act when it closed 34 polling places in Black neighborhoods."
    found = claims(text)
    assert "The state closed 34 polling places in Black neighborhoods." in found
    assert not any(claim.startswith("The ruling closed") for claim in found)


def test_what_is_done_to_it_is_left_open_between_two() -> None:
    text = "The report says the council sold the hall when it was flooded."
    assert "The council was flooded." not in claims(text)


def test_a_clause_whose_verb_was_read_as_a_participle_is_whole() -> None:
    text = "Republicans dispute that number, arguing the office ignored job growth."
    assert "The office ignored job growth." in claims(text)


def test_whom_somebody_accuses_in_a_clause_is_told_to_have_done_it() -> None:
    text = "The group blamed Sami Khol, whom the United Nations accuses of recruiting children."
    assert "Sami Khol recruited children." in claims(text)


def test_how_something_was_condemned_is_not_what_it_is() -> None:
    text = 'The envoy condemned the killings "in the strongest terms".'
    assert not any("are" in claim for claim in claims(text))


def test_what_it_says_it_needs_the_speaker_needs() -> None:
    text = "The World Food Agency suspended convoys in April. The World Food Agency says it needs $40 million."
    assert "The World Food Agency needs $40 million." in claims(text)


def source_names(text: str) -> list[str | None]:
    return [said.source_name for said in extracted(text).statements if said.attributed]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Kelmont tram opened in March. The audit office looked at its first year. It found that 12 of 40 cars were unsafe.",
            "audit office",
        ),
        (
            "The council commissioned a study from Velm University. It found that 40 percent of homes were empty.",
            "a study from Velm University",
        ),
        (
            'The Courier has seen an e-mail that the harbour master sent. It says in part: "The pier has eleven cracks."',
            "an e-mail",
        ),
    ],
)
def test_it_that_found_something_is_the_study_or_the_office_that_looked(text: str, name: str) -> None:
    assert source_names(text)[-1] == name


def test_it_that_said_something_is_still_whom_the_sentence_before_is_about() -> None:
    text = "Norvane, a maker of pumps, was fined by the state regulator. It said the fine was unjust."
    assert source_names(text) == ["Norvane"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Wages grew 0.4 percent to $31.20 an hour. Over the past year they have risen 3.9 percent.",
            "Over the past year wages have risen 3.9 percent.",
        ),
        (
            "The bridge was built in 1931. Since then it has been repaired twice.",
            "Since then the bridge has been repaired twice.",
        ),
        (
            "The firm bought the route in 2021. In 2023 it sold two ships. In 2024 it lost 3 million crowns.",
            "In 2024 the firm lost 3 million crowns.",
        ),
    ],
)
def test_a_pronoun_behind_a_time_goes_back_to_the_subject_before(text: str, claim: str) -> None:
    assert claim in claims(text)


def test_things_of_which_two_people_speak_are_neither_of_them() -> None:
    text = 'Ann Lind met Tom Orr in Velm on Monday. He said the talks were hard. She disagreed, saying they had been "warm".'
    assert not any("Orr had been" in claim or "Lind had been" in claim for claim in claims(text))


def test_what_is_denied_is_in_nobody_s_mind() -> None:
    text = "Sara Holt denied that the company was considering selling its valve division."
    assert source_names(text) == ["Sara Holt"]


def test_what_a_firm_expects_is_told_with_who_expects_it() -> None:
    text = "Norvane Pumps now expects operating profit of between 310 million and 340 million crowns."
    assert claims(text) == ["Norvane Pumps expects operating profit of between 310 million and 340 million crowns."]


def test_one_of_several_is_called_by_his_name() -> None:
    text = 'Three former patients testified. One, Karin Moe, 71, said outside the court: "I planned my own funeral."'
    assert source_names(text)[-1] == "Karin Moe"


@pytest.mark.parametrize(
    "people", ["Patients", "Volunteers", "Shoppers", "Employers", "Three former patients", "Dozens of miners"]
)
def test_several_people_are_a_group(people: str) -> None:
    text = f"{people} said the bridge had been closed for 12 days."
    assert [said.source_kind for said in extracted(text).statements] == [SourceKind.GROUP]


def test_a_quoted_verb_behind_a_name_is_one() -> None:
    text = 'Prosecutors had told the court that Otto Hahn "treated patients as a cash machine".'
    assert any(claim.startswith("Otto Hahn") for claim in claims(text))


def test_who_is_called_by_a_role_and_a_name_is_one_person() -> None:
    text = (
        "The opposition leader, Rosa Lind, accused the president of lying about the floods. He said 12 people had died."
    )
    assert source_names(text) == ["Rosa Lind", "president"]
    assert "The president lied about the floods." in claims(text)


def test_his_successor_and_the_name_that_opens_the_next_sentence_are_two() -> None:
    text = "Orr was preparing his wife to become his successor. Grace Orr was unpopular in Velm."
    assert not any("become Grace" in claim for claim in claims(text))


def test_a_guard_who_is_not_named_is_a_person() -> None:
    text = "A former guard, who asked not to be named, told the Courier that meals were withheld as punishment."
    assert [said.source_kind for said in extracted(text).statements] == [SourceKind.ANONYMOUS]


def test_who_has_just_spoken_as_he_is_not_she() -> None:
    text = (
        "The opposition leader, Rosa Lind, accused the president of lying about the floods."
        " He said 12 people had died; she put the toll at 60."
    )
    assert source_names(text) == ["Rosa Lind", "president", "Rosa Lind"]


def test_a_bank_is_no_office_that_spoke_before() -> None:
    text = "The bridge office said the pier was safe. The bank rejects accusations that it hid 40 million crowns."
    assert source_names(text) == ["bridge office", "bank"]


def test_a_body_without_a_name_that_says_we_has_its_article() -> None:
    text = (
        "The bridge at Velm has been closed since Friday. The transport ministry said in a statement:\n\n"
        "The bridge is safe. We closed it because a barge struck the third pier."
    )
    assert "The transport ministry closed it because a barge struck the third pier." in claims(text)
