"""Claims made of what somebody is said to have said, where that is no plain clause: made whole, or left to a person."""

import pytest

from claims.extraction.types import Span
from tests.extraction.prose import claims
from tests.extraction.test_standalone import said, texts


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The governor estimated the bridge's cost at $12.4 billion.", "The bridge's cost is $12.4 billion."),
        ("Officials estimated the number of homeless at 4,000.", "The number of homeless was 4,000."),
        ("The clinic reckoned the chance of survival at one in ten.", "The chance of survival was one in ten."),
        (
            "Dr Holt put the patient's chances of survival, had the drug been given by noon, at better than 70 per cent.",
            "The patient's chances of survival, had the drug been given by noon, were better than 70 per cent.",
        ),
    ],
)
def test_what_is_reckoned_at_a_figure_was_that(text: str, claim: str) -> None:
    assert claims(text) == [claim]


def test_two_things_that_are_put_at_figures_are_two_claims() -> None:
    text = "The agency puts inflation at 4 per cent in 2021 and growth at 1 per cent."
    assert claims(text) == ["Inflation was 4 per cent in 2021.", "Growth was 1 per cent."]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The report recommended closing the upper gallery at once.",
            "The upper gallery should be closed at once.",
        ),
        ("The panel proposed writing a new code for pilots.", "A new code for pilots should be written."),
        ("The board suggested taking the statue down.", "The statue should be taken down."),
        (
            "The panel recommended closing the bridge over the river before winter.",
            "The bridge over the river should be closed before winter.",
        ),
    ],
)
def test_what_is_proposed_should_be_done(text: str, claim: str) -> None:
    assert claims(text) == [claim]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Lind was alleged to have hidden the files in 2021.", "Lind hid the files in 2021."),
        ("The envoy was said to have been ill in 2020.", "The envoy was ill in 2020."),
        ("Berg is believed to have fled last year.", "Berg fled in 2023."),
        (
            "Lind is thought to have left the country when the inquiry opened.",
            "Lind left the country when the inquiry opened.",
        ),
    ],
)
def test_what_somebody_is_said_to_have_done_then_has_a_past_form(text: str, claim: str) -> None:
    assert claims(text) == [claim]


def test_what_somebody_is_said_to_have_done_may_go_on() -> None:
    text = "The bishop is reputed to have called in for a glass and stayed until two."
    assert claims(text) == ["The bishop called in for a glass.", "The bishop stayed until two."]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Berg saw the vote as a warning that the party had lost its way.",
            "The vote is a warning that the party had lost its way.",
        ),
        (
            "Holt viewed the appointment as proof that nothing would change.",
            "The appointment is proof that nothing would change.",
        ),
        (
            "Berg blasted the evening as “not what chess is about”.",
            "The evening is “not what chess is about”.",
        ),
    ],
)
def test_what_a_thing_is_seen_as_may_have_a_verb_of_its_own(text: str, claim: str) -> None:
    assert claims(text) == [claim]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Berg blamed a syndicate that predates his time in office.",
            "A syndicate that predates his time in office is to blame.",
        ),
        (
            "Norland accused troops from neighbouring Thimra of crossing the line.",
            "Troops from neighbouring Thimra crossed the line.",
        ),
        (
            "Brennia accused the Sarvan mill of flooding the market with goods sold below cost.",
            "The Sarvan mill flooded the market with goods sold below cost.",
        ),
        ("One neighbour confessed to being “secretly thrilled”.", "One neighbour was secretly thrilled."),
        ("Berg admitted taking money he owed to the club.", "Berg took money he owed to the club."),
        ("Police appealed for the driver to come forward.", "The driver should come forward."),
        ("The union has pleaded with ministers to renew the scheme.", "Ministers should renew the scheme."),
        (
            "The memo warned of limited heating if a single plant were to fail.",
            "There may be limited heating if a single plant were to fail.",
        ),
        ("The fund has warned of a high risk of debt distress.", "There is a high risk of debt distress."),
        (
            "The office blamed incomplete records and, in 70 cases, parents who had “declined reunification.”",
            "Incomplete records and, in 70 cases, parents who had “declined reunification” are to blame.",
        ),
        (
            "The preacher likened drivers without lights to “holes in a dam”.",
            "Drivers without lights are like “holes in a dam”.",
        ),
        ("The mayor claimed not to know the broker.", "The mayor does not know the broker."),
        ("Lind claims to represent 4,000 tenants.", "Lind represents 4,000 tenants."),
        (
            "The priest appealed to both sides to keep their people at home.",
            "Both sides should keep their people at home.",
        ),
        (
            "Parents accused the Department of Education of “making fools of them”.",
            "The Department of Education was “making fools of them”.",
        ),
        (
            "The office blamed incomplete records and, in 70 cases, parents who had moved away.",
            "Incomplete records and, in 70 cases, parents who had moved away are to blame.",
        ),
        ("The group described themselves as more sad than angry.", "The group are more sad than angry."),
        ("The report recommends, among other things, that owners keep a log.", "Owners should keep a log."),
        (
            "The ministry denied any link between the duties and a quarrel over fish.",
            "There was no link between the duties and a quarrel over fish.",
        ),
        (
            "Lind warned of a repeat of 2001, when the banks closed for eleven weeks.",
            "There may be a repeat of 2001, when the banks closed for eleven weeks.",
        ),
    ],
)
def test_a_deed_a_demand_or_a_warning_is_worded_as_its_cue_means_it(text: str, claim: str) -> None:
    assert claims(text) == [claim]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The nurse described a woman of eighty who fell on the ice and was left with a broken hip.",
            "There was a woman of eighty who fell on the ice and was left with a broken hip.",
        ),
        (
            "Campaigners point to a poll, in which 66 percent of voters said they liked the law.",
            "There was a poll, in which 66 percent of voters said they liked the law.",
        ),
    ],
)
def test_something_new_with_all_that_is_told_of_it_was_there(text: str, claim: str) -> None:
    assert claim in claims(text)


def test_what_leads_to_that_is_no_part_of_what_is_demanded() -> None:
    text = "The office has recommended three times since 2000 that the council end the programme."
    cue = (Span(text.index("recommended"), text.index(" three")),)
    told = said("Ann Lind") | {"cue": cue}
    content = "three times since 2000 that the council end the programme"
    assert texts(text, content, **told) == ["The council should end the programme."]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The widow thanked the nurse who had sat with Lind all night.", "The nurse had sat with Lind all night."),
        ("The firm apologised for the delay that had stranded 300 people.", "The delay had stranded 300 people."),
    ],
)
def test_what_is_told_by_the_way_of_a_thing_is_the_claim(text: str, claim: str) -> None:
    assert claims(text) == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "She remembered the day the dam broke.",
        "Berg boasted of the medals that he had won in Turin.",
        "The union took it as a sign that the talks had failed.",
        "She ruled out a return to the party that had expelled her.",
        "The minister ruled out a devaluation for the third time in August.",
        "Lind declared victory on the tarmac.",
        "The draft proposes raising the age to 26 and fining schools that miss it.",
        "Both houses demanded to know who had asked the question.",
    ],
)
def test_a_thing_with_what_is_told_of_it_is_no_claim(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The report listed what the council had spent on travel.",
        "She demanded to know who had signed it.",
        "“How many more must die?” asked Berg.",
        "“Isn't that what courts are for?” Berg said.",
        "“They were not,” said Berg.",
        "“At least three say they will,” said Berg.",
        "“Nobody did,” said Berg.",
        "“To be honest, I don't,” said Lind.",
        "“More than they should,” said Lind.",
        "“If only they had listened,” said Berg.",
    ],
)
def test_a_question_half_an_answer_or_a_wish_is_no_claim(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("“What they sold was hope,” said Berg.", "What they sold was hope."),
        ("“The man the police arrested is innocent,” said Lind.", "The man the police arrested is innocent."),
        ("“The bridge is older than it was,” said Lind.", "The bridge is older than it was."),
        ("“We asked them to stop, and they didn't,” said Lind.", "Lind asked them to stop, and they didn't."),
        ("The office said the pumps they bought never worked.", "The pumps they bought never worked."),
        ("“If the dam goes, the town goes,” said Berg.", "If the dam goes, the town goes."),
    ],
)
def test_what_looks_like_one_and_is_whole_is_kept(text: str, claim: str) -> None:
    assert claims(text) == [claim]


def test_what_stands_behind_that_is_a_clause_though_its_verb_looks_like_a_noun() -> None:
    text = "A study by the University of Velm found that one in three islanders works on the mainland."
    assert claims(text) == ["One in three islanders works on the mainland."]


def test_all_of_them_are() -> None:
    assert claims("The army described all of them as hale and hearty.") == ["All of them are hale and hearty."]
