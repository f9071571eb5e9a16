"""What made claims untrue on a fresh reading: wrong subjects, wrong names, lost hedges; sentences are our own."""

import pytest

from tests.extraction.test_real_biz import claims

# What came of what happened to a thing


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The dam at Velm gave way on Monday, cutting the road to three villages.", "The dam at Velm cut"),
        ("The town ran out of water last summer, leading to long queues at its wells.", "The town led"),
        ("Talks with the clerks broke down on Friday, throwing the harvest fair into doubt.", "clerks threw"),
        ("Two masts had tilted in the storm, leading to the closure of the quay.", "masts led"),
    ],
)
def test_what_a_thing_came_to_is_not_its_deed(text: str, wrong: str) -> None:
    assert not any(wrong in claim for claim in claims(text))


def test_what_happens_leads_to_more_by_itself() -> None:
    assert "A fire led to the closure of two schools." in claims(
        "A fire swept through the market, leading to the closure of two schools."
    )


def test_a_sentence_is_suspended_and_not_who_gets_it() -> None:
    text = "Ann Lind was given a 12-week sentence, suspended for a year, and banned from driving for two years."
    assert claims(text) == [
        "Ann Lind was given a 12-week sentence, suspended for a year.",
        "Ann Lind was banned from driving for two years.",
    ]


def test_who_is_suspended_from_school_is() -> None:
    assert "Bo Orr was suspended from school." in claims(
        "Bo Orr was arrested twice, suspended from school and fined £200."
    )


# What has a subject, a time or a condition of its own


def test_a_time_without_a_figure_is_no_subject() -> None:
    text = "Hours later, the council sacked a clerk and opened an inquiry into the fire."
    assert "The council opened an inquiry into the fire." in claims(text)


def test_what_is_ruled_out_together_is_not_ruled_out_alone() -> None:
    text = "The landlord cannot take the rent for years and then lock the door."
    assert claims(text) == [text]


def test_a_rank_keeps_how_far_back_it_holds() -> None:
    text = "Sales in Velm fell 4%, the steepest fall since the shop opened in 2011."
    assert claims(text) == [text]


def test_what_will_be_then_has_not_been() -> None:
    text = "The first of two stations in Velm will now be finished in 2029, with trains running in 2030."
    assert not any("trains ran" in claim for claim in claims(text))


# Of which noun more is told


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "The fee is the dearest part of the port plan, which was agreed in 2022.",
            "The port plan was agreed in 2022.",
        ),
        (
            "Norland lies on the Gulf of Orla, a bay of shallow water with many wrecks.",
            "The Gulf of Orla is a bay of shallow water with many wrecks.",
        ),
        (
            "Bo Orr had spent May drying herbs on the roof of his brother's house, a hut of mud brick on the edge of Velm.",
            "Bo Orr's brother's house was a hut of mud brick on the edge of Velm.",
        ),
        ("Bo Orr was the mayor of Velm, a town of 4,000 people.", "Velm is a town of 4,000 people."),
    ],
)
def test_more_is_told_of_the_right_noun(text: str, right: str) -> None:
    assert right in claims(text)


def test_rules_take_effect_and_not_those_whom_they_are_for() -> None:
    text = "A change to the licence rules for small farms, which took effect in May, has angered growers."
    assert not any(claim.startswith("Small farms took") for claim in claims(text))


# What somebody did with a noun, and what was only thought of


@pytest.mark.parametrize(
    "text",
    [
        "The council has announced funding for two new schools in Velm.",
        "At least three clerks had argued for an immediate cut.",
        "Bo Orr pleaded for more time.",
        "Bankers see a 40-point cut in rates rather than a rise.",
        "Some teachers have pointed to fear of raids.",
        "Unions fear that 400 jobs will go at the mill.",
        "The report assumed that no refunds would be paid.",
    ],
)
def test_who_did_it_or_thought_it_is_told_with_it(text: str) -> None:
    assert claims(text) == [text]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Inspectors found cracks in two of the pillars.", "There were cracks in two of the pillars."),
        ("Police confirmed a death at the mill.", "There was a death at the mill."),
        ("The union called for a new vote on the mill.", "There should be a new vote on the mill."),
        ("The mayor announced the death of Bo Orr on Friday.", "Bo Orr has died."),
        ("Ann Lind promised to open the hall.", "Ann Lind will open the hall."),
    ],
)
def test_what_was_found_or_asked_for_is_told_by_itself(text: str, right: str) -> None:
    assert right in claims(text)


def test_nobody_will_do_what_was_only_threatened() -> None:
    text = "A caller had threatened to burn the mill if Ann Lind spoke to the police."
    assert claims(text) == [text]


def test_what_was_said_at_first_is_told_as_what_was_said_at_first() -> None:
    text = "Orla Holdings had originally said it would start making boats there in 2027."
    assert claims(text) == ["Orla Holdings had originally said that it would start making boats there in 2027."]


def test_those_whom_somebody_apologised_to_are_not_told_of_as_being_there() -> None:
    assert not any(
        claim.startswith("There were") for claim in claims("Ann Lind apologised to patients and their families.")
    )


def test_who_recommends_a_limit_will_not_set_it() -> None:
    text = "Ann Lind, a lawyer, wrote to the port. Her recommendation was to limit the lease to 60 days."
    assert not any("Lind will" in claim for claim in claims(text))


# What a name is one of


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            'Democrats, who have few kind words for the plan, will vote for it.\n\n"He is a grown-up," Ann Lind said.',
            "Democrats is",
        ),
        ("Every third case was opened in Velm or St. Petersburg.\n\nHe does not wish to be named.", "Petersburg does"),
        ("The Dow Jones Industrial Average fell 140 points. He sidestepped questions about it.", "Average sidestepped"),
        ("Norvik makes lamps. Norvik Plus costs $4 a month. Norvik laid off 40 people.", "Norvik Plus laid"),
        ("Wind must add 250 gigawatts (GW) a year. It also remains unclear how towns will respond.", "GW remains"),
        (
            "The Committee to Protect Journalists named two men. If convicted, the journalists face three years in jail.",
            "the Committee to Protect Journalists face",
        ),
        (
            'Coun Ann Lind said there was no choice. "We have lost £200m in grants since 2010," she told the hall.',
            "Ann Lind has lost",
        ),
    ],
)
def test_no_town_firm_or_party_is_somebody(text: str, wrong: str) -> None:
    assert not any(wrong in claim for claim in claims(text))


def test_a_councillor_is_known_by_name_and_not_by_title() -> None:
    text = 'Coun Ann Lind said there was no choice. "I have no ponies," she told the hall.'
    assert "Ann Lind has no ponies." in claims(text)


def test_a_first_name_of_both_tells_nothing() -> None:
    text = 'Agent Eva Crane spoke for the firm. Coun Jean Orr, who proposed it, said she did so "with a heavy heart".'
    assert not any(claim.startswith("Eva Crane did") for claim in claims(text))


# Lists, ages and what belongs together


@pytest.mark.parametrize(
    "text",
    [
        "Neither clerk answered.",
        "A court in Velm sentenced Ann Lind and Bo Orr to 15 and 20 days in jail, respectively, for a rally.",
        "The town voted to delay the opening of two schools, part of a package to close a gap of $4 million.",
    ],
)
def test_what_belongs_together_stays_together(text: str) -> None:
    assert claims(text) == [text]


def test_an_age_has_no_brother() -> None:
    assert "Sam Orr's brother was swept away." in claims(
        "Sam Orr, 34, whose brother was swept away, does not want clarity."
    )


def test_what_a_list_goes_on_with_is_nobodys_deed() -> None:
    text = "The clerks read 2,914 verdicts under three laws: insulting the army, spreading fakes about it, and treason."
    assert not any("clerks spread" in claim for claim in claims(text))


# Whom and what a pronoun stands for


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Ann Lind, of the coast guard, spoke on Monday.\n\nThe boat was carrying 40 people.\n\n"
            "The captain told clerks the engines had failed. He has been relieved of duty.",
            "Ann Lind has been",
        ),
        (
            "Sheriff Bo Orr spoke on Monday. The county keeps a list.\n\n"
            "An agency had lodged a request for the man, a 38-year-old baker. He was rearrested in Velm.",
            "Bo Orr was rearrested",
        ),
        ("Poor pay is a worry.\n\nThe firm says it is not a test.", "firm is not a test"),
        ("The Senate Water Committee approved the bill. It now heads to the full chamber.", "Committee now heads"),
        (
            "A poll last week found more against it.\n\nDoctors' pay has gone up, but the union says it is worth less than in 2008.",
            "poll last week is",
        ),
        (
            "Defending, Bo Orr said his client had been through a hard year and had lost her job in April. Eva Holt, 40, wept.",
            "Holt's job",
        ),
        ('"The signal was received, as we can see," said Bo Orr, of the Velm Policy Centre.', "Policy Centre can"),
        ('"Our own analysis shows that 70% of farms will be hit," said Bo Orr.', "Orr's own analysis"),
    ],
)
def test_nobody_is_put_in_for_another(text: str, wrong: str) -> None:
    assert not any(wrong in claim for claim in claims(text))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "Bo Lind's wife told the paper she had heard of it from a friend.",
            "Bo Lind's wife had heard of it from a friend.",
        ),
        ("Ann Lind's father said he had sold his boat.", "Ann Lind's father had sold his boat."),
        ("Ann Lind's father said she was well.", "Ann Lind was well."),
        (
            "One clerk said the fee had been the hardest point and that it was settled in May.",
            "The fee was settled in May 2026.",
        ),
        ("The council said the bridge was safe and that it was weighing a toll.", "The council was weighing a toll."),
        (
            "Lawyer Bo Orr told the court that his client had been ill after his blood pressure shot up.",
            "Bo Orr's client had been ill after his blood pressure shot up.",
        ),
        (
            '"People would like me to, and I know that, but I am not ready," the bank\'s chair said.',
            "People would like the bank's chair to, and the bank's chair knows that, but the bank's chair is not ready.",
        ),
        ("Sheriff Bo Orr spoke on Monday. He was rearrested in Velm.", "Bo Orr was rearrested in Velm."),
        ("The mayor announced Ann Lind's death on Friday.", "Ann Lind has died."),
    ],
)
def test_who_is_meant_is_named(text: str, right: str) -> None:
    assert right in claims(text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Bo Orr ran the port. The council announced his death.", "Bo Orr has died."),
        ("The mayor announced the discovery of a wreck.", "A wreck was discovered."),
    ],
)
def test_what_is_announced_of_somebody_has_happened(text: str, right: str) -> None:
    assert right in claims(text)


@pytest.mark.parametrize(
    "text", ["Bo Orr offered his resignation on Monday.", "The court confirmed Bo Orr's death sentence."]
)
def test_what_is_offered_or_only_named_has_not_happened(text: str) -> None:
    assert not any("has resigned" in claim or "has died" in claim for claim in claims(text))


# Denials, and those who speak


def test_the_second_half_of_an_interrupted_sentence_keeps_its_not() -> None:
    text = 'The visit was "a humane one, made in a quiet spirit," the press office said, and was not to be taken as a talk.'
    assert "The visit was not to be taken as a talk." in claims(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "The Velm Fund warned of losses at the carrier.\n\n"
            '"We have settled the debt," said Bo Orr, a former treasury secretary, who thinks the carrier should go.',
            "Fund has settled",
        ),
        (
            'Bo Orr, head of the Kassen search and rescue office, spoke on Monday. "We have saved 40 people," he said.',
            "Kassen has saved",
        ),
        (
            "Each stay costs the Velm Health Fund about £1,300.\n\nBo Orr, a dentist, said it matched what he saw in Osk.",
            "Fund matched",
        ),
        (
            "Skerry Space has raised £190 million.\n\n"
            "The Norland Space Agency said it had been told of the blast and stays in touch with the company.",
            "Skerry Space had been told",
        ),
    ],
)
def test_no_body_named_in_passing_is_it_or_we(text: str, wrong: str) -> None:
    assert not any(wrong in claim for claim in claims(text))


def test_who_speaks_for_a_body_still_does() -> None:
    text = 'Bo Orr, head of the Velm Water Company, spoke on Monday. "We have saved 40 jobs," he said.'
    assert "The Velm Water Company has saved 40 jobs." in claims(text)
