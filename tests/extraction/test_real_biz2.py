"""More shapes of business, health, science and local news and of fact-checks, as outlets print them; sentences, names and places are our own."""

import pytest

from claims.extraction import pipeline
from claims.extraction.types import Extraction, SourceKind
from tests.extraction.seeing import seen
from tests.extraction.test_real_biz import DAY, claims, told


def read(text: str) -> Extraction:
    return pipeline.run(text, "", DAY)


def sources(text: str) -> list[tuple[str | None, SourceKind | None]]:
    return [(one.source_name, one.source_kind) for one in read(text).statements if one.attributed]


def certain(text: str) -> list[str]:
    """What is proposed, without what waits for a person."""
    return [claim.text for claim in read(text).claims if claim.abstained is None]


# Who speaks


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Macy's said on Tuesday that it will close 30 stores.", "Macy's"),
        ("Halden's said it would hire 400 people. Staff at Halden's were told on Monday.", "Halden's"),
        ("Orben Foods said it would cut 1,200 jobs in Velm.", "Orben Foods"),
        ("Norvik Inc. (NASDAQ: NVK) said revenue rose 12% to $340 million.", "Norvik Inc"),
        ("Velmer AG said it would close its plant in Lund.", "Velmer AG"),
        ("Apple reported a profit of $4 billion.", "Apple"),
    ],
)
def test_firms_keep_their_names_and_are_firms(text: str, name: str) -> None:
    assert sources(text)[0] == (name, SourceKind.ORGANISATION)


def test_a_person_of_a_possessive_is_no_firm() -> None:
    text = "Wendy Lund was at the hearing. Wendy's mother said the school had not called."
    assert [name for name, _ in sources(text)] != ["Wendy's"]


def test_no_firm_is_the_union_and_no_union_the_company() -> None:
    text = (
        "Halden Trucks said on Sunday that talks had failed. The union said its members would vote on Friday."
        " United Dock Workers called the offer an insult. The company said it was fair."
    )
    names = [name for name, _ in sources(text)]
    assert "Halden Trucks" in names
    assert names[1] != "Halden Trucks"
    assert names[-1] != "United Dock Workers"


@pytest.mark.parametrize(
    "union",
    ["International Society of Welders and Harbour Workers", "United Cake and Confectionery Workers"],
)
def test_the_two_trades_of_a_union_are_one_name(union: str) -> None:
    assert sources(f"The {union} said its members would walk out on Friday.")[0][0] == union


def test_those_who_write_are_not_who_spoke_last() -> None:
    text = (
        "Sir Karl Steen, the party's leader, said that crime was “going up”."
        " We found that in fact the rate has fallen since 2007."
    )
    found = [name for name, _ in sources(text)]
    assert found.count("Karl Steen") == 1


def test_what_is_claimed_by_nobody_named_has_no_source_of_the_sentence_before() -> None:
    text = (
        "The full remarks reveal that the senators were not calling for violence."
        " A short video has been viewed thousands of times, alongside the claim that it shows a plane crash."
    )
    assert "remarks" not in [name for name, _ in sources(text)][1:]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The post was shared 2,400 times. The video includes a static image that appears to show Velm's bishop sitting beside a woman wearing a police helmet.",
            "a static image",
        ),
        (
            "The agency published a report on Norvik Hospital, which found that wards were dirty.",
            "a report on Norvik Hospital",
        ),
        ("The league in a statement on Wednesday said it would meet all clubs.", "The league"),
        ("A team in Lund said a large study differs from others and indicates tea does no harm.", "a large study"),
        ("Overall, 56% say that cutting debt should come first.", "56%"),
    ],
)
def test_the_source_is_who_says_it(text: str, source: str) -> None:
    assert source in [who for who, _ in told(text)]


def test_part_of_a_group_is_named_as_a_part() -> None:
    assert sources("Most Republicans say the party is divided.")[0][0] == "Most Republicans"


# What is no statement, and what is none of its content


@pytest.mark.parametrize(
    "text",
    [
        "Striking workers rejected a pay offer and the company closed the plant.",
        "Two additional cases, confirmed this week, involved children.",
        "Norvik, operator of the ferries, added 2.6 per cent after strong trading.",
        "In its April forecast, the bank had a lower figure of 2.1 percent.",
        "The drop marks the first time Norvik has reported a loss since 2019.",
        "The jab has killed nobody, contrary to social media claims.",
    ],
)
def test_nobody_says_anything(text: str) -> None:
    assert told(text) == []


def test_what_was_rejected_is_not_said_to_be_untrue() -> None:
    text = "Those workers rejected a pay offer from Halden and the company closed the plant."
    assert not any("not true" in claim for claim in claims(text))


def test_made_no_secret_of_wanting_it_is_wanting_it() -> None:
    text = "Mayor Karl Steen has made no secret of wanting to close the shelter on Mill Street."
    assert not any("not" in claim.lower().split() for claim in claims(text))


def test_the_verdict_is_no_part_of_what_a_picture_is_claimed_to_show() -> None:
    text = "However, the claim that this image shows a captured spy is false."
    assert all("false" not in said for _, said in told(text))


def test_nothing_has_changed_is_said() -> None:
    assert ("Ann Velm", "nothing has changed since Friday") in told("Ann Velm said nothing has changed since Friday.")


def test_while_belongs_to_what_is_said() -> None:
    text = "Karl Steen said while he valued the staff, hospitals would not be let off the hook."
    assert told(text)[0][1].startswith("while he valued")


# What a claim says


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The poll found that 54% of voters disapprove of it.", "54% of voters disapprove of it."),
        ("Most voters back the plan.", "Most voters back the plan."),
        ("Talks remain stalled between the two firms.", "Talks remain stalled between the two firms."),
        ("The firm opened a plant in Lund last year. Orders there rose 12%.", "Orders in Lund rose 12%."),
        ("The firm closed its plant in Lund. Wages there are high.", "Wages in Lund are high."),
        ("Every day there is a fire in the mill.", "Every day there is a fire in the mill."),
        (
            "Investigators found almost 1,400 dead fish in both rivers.",
            "There were almost 1,400 dead fish in both rivers.",
        ),
        (
            "Norvik reported $110 million in revenue for the quarter.",
            "Norvik reported $110 million in revenue for the quarter.",
        ),
        (
            "A study found coffee drinking appeared to double the risk of gout.",
            "Coffee drinking appeared to double the risk of gout.",
        ),
    ],
)
def test_claims_of_polls_firms_and_studies_are_whole(text: str, claim: str) -> None:
    assert claim in certain(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Last week's budget raised taxes by 2%.", "The week of November 9, 2026, budget raised taxes by 2%."),
        ("This week's plan to cut jobs failed.", "The week of November 16, 2026, plan to cut jobs failed."),
        ("The breach occurred in May and June of 2021.", "The breach occurred in May 2021 and June of 2021."),
        (
            "Sales fell by a bigger than anticipated 0.8 percent in September.",
            "Sales fell by a bigger than anticipated 0.8 percent in September 2026.",
        ),
        ("The rules were written after the Sept. 11 attacks.", "The rules were written after the Sept. 11 attacks."),
    ],
)
def test_days_and_years_of_claims(text: str, claim: str) -> None:
    assert claims(text) == [claim]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Unions with 700 members hope to revive the talks and avoid a strike, an official said.", "avoid"),
        (
            "Last week, five babies in Velm were diagnosed with measles, prompting a nursery to close.",
            "babies in Velm prompted",
        ),
        ("Norvik was charged with gathering and selling personal data.", "Norvik was selling"),
        ("Norvik would spend 4 million on security and related software in 2022.", "would related"),
        (
            "Shares in the sector were down as Norvik, the biggest maker, gave a poor outlook for 2009.",
            "sector gave",
        ),
        ("The video was shared 40,000 times, drawing anger from staff and prompting an apology.", "was prompting"),
        ("The point is that it began early and has gone on for years, she said.", "point has gone"),
        ("In March, the backlog reached 5 million in Peru, the largest number since 2007.", "Peru was the largest"),
        ("The report found changes at Velm Trust, which had resulted in delays.", "Trust had resulted"),
    ],
)
def test_no_cut_says_what_the_text_does_not(text: str, wrong: str) -> None:
    assert not any(wrong in claim and not claim.startswith(text[:20]) for claim in certain(text))


def test_whoever_a_relative_clause_tells_of_goes_on_behind_it() -> None:
    text = "Velmex, which announced the theft on Nov. 30, has not told its guests what it knows about the source."
    assert "Velmex has not told its guests what it knows about the source." in claims(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Velmed is a drug for gout. Orlan syndrome is a condition in which the body is unable to absorb food. It is rare.",
            ("Velmed is unable", "Velmed is rare"),
        ),
        ("The court heard how Norvik had failed to check the pipe. It had no plan for spills.", ("The court had",)),
        (
            "Adal Systems fell 6%. “The committee will complete its purchases by June,” the Federal Rates Committee said.",
            ("Adal Systems will",),
        ),
        (
            "The Federal Reserve lowered its view of the economy. The Federal Reserve said it will grow between 3 percent and 4 percent.",
            ("Reserve will grow",),
        ),
        (
            "“The climate is changing,” said Karl Steen of the Orlan Institute on Climate Change.",
            ("Climate Change is changing",),
        ),
        ("Norvik Council hoped to publish the report in May, but it had been delayed.", ("Council had been delayed",)),
        (
            "The earnings come after Norvik lost a plant. And it comes amid fears of a slump.",
            ("Norvik comes",),
        ),
        ("A report on privacy named the General Data Regulation. The company was fined.", ("Regulation was fined",)),
    ],
)
def test_nobody_is_taken_for_another(text: str, wrong: tuple[str, ...]) -> None:
    assert not any(words in claim for claim in claims(text) for words in wrong)


@pytest.mark.parametrize(
    ("text", "waits"),
    [
        ("Fewer Americans say they pay with cash.", "They pay with cash."),
        ("But few indicate they have given up cash altogether.", "They have given up cash altogether."),
        (
            "Liberals warn the move will cost the council £2 million – money Liberals say the council can ill afford at a time of cuts.",
            "The council can ill afford at a time of cuts.",
        ),
        (
            "The board faces questions about scandals that campaigners say the regulator should have tackled at an earlier stage.",
            "The regulator should have tackled at an earlier stage.",
        ),
    ],
)
def test_what_nobody_may_take_for_told_waits(text: str, waits: str) -> None:
    assert waits not in certain(text)


def test_those_who_found_are_not_those_who_were_found() -> None:
    text = "Investigators found 40 fish in the river, but this is only a fraction of the number the agency believes were killed."
    assert not any("Investigators were killed" in claim for claim in claims(text))


def test_a_wrapped_text_without_empty_lines_is_read_by_paragraphs() -> None:
    text = """Velm Water has been fined two million crowns for letting
an estimated half a million litres of raw sewage into the
Hurne and the Seald, two rivers in the north of Orland,
in June. The firm has also been told to pay the costs.
The spill lasted thirty hours and flowed for at least four
kilometres through a park. The agency believes that it was
the cause of the deaths of up to 3,000 fish in the rivers,
some of them nine years old."""
    assert "The firm has been told to pay the costs." in claims(text)
    assert any(claim.startswith("The spill lasted thirty hours") for claim in claims(text))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The treasurer confirmed that as long as the figures stayed low, the council could go ahead.",
            "As long as the figures stayed low, the council could go ahead.",
        ),
        (
            "The member highlighted a substantial reduction in the budget from $72 million to $64 million.",
            "There was a substantial reduction in the budget from $72 million to $64 million.",
        ),
        (
            "The ministry has announced 412 confirmed and 31 probable cholera cases in the outbreak declared on May 3.",
            "412 confirmed and 31 probable cholera cases in the outbreak declared on May 3, 2026.",
        ),
        ("One in five students (20%) said both sides were at fault.", "Both sides were at fault."),
        (
            "Norvik and Tarvo said profits would be hit by slower sales and heavy competition as the sector was hit by the war.",
            "Profits would be hit by slower sales and heavy competition as the sector was hit by the war.",
        ),
        (
            "O'Neill failed to mention the call, and O'Neill's statement was late.",
            "O'Neill failed to mention the call.",
        ),
    ],
)
def test_conditions_figures_and_names_stay_whole(text: str, claim: str) -> None:
    assert claim in claims(text)


def test_a_share_in_brackets_lends_its_sign_to_nobody() -> None:
    assert sources("One in five students (20%) said both sides were at fault.")[0][0] == "One in five students"


def test_a_university_and_college_union_is_one_body() -> None:
    text = "The University and College Union (UCU) said pay was low. The UCU has demanded a rise."
    assert {name for name, _ in sources(text)} == {"University and College Union"}


def test_a_treatment_is_no_body() -> None:
    text = "NICE opted to fund the drug after trial data suggested it would be cost-effective."
    assert not any("NICE would be" in claim for claim in claims(text))


def test_days_in_a_row_get_no_year_between_them() -> None:
    assert not any("2026, 10" in claim for claim in claims("Pilots will walk out on September 9, 10 and 27."))


def test_nobody_is_which() -> None:
    text = "The union set strike dates, following a ballot of pilots, which will affect passengers in August."
    assert not any(claim.lower().startswith("pilots will affect") for claim in claims(text))


def test_who_asserts_something_before_the_comma_stands_behind_it() -> None:
    text = "In addition to wrongly asserting that the hull had not been checked, the speaker uses the sinking of a trawler as proof."
    statement = seen(text, (None, "asserting", "the hull had not been checked"))[0]
    assert [span.of(text) for span in statement.source] == ["the speaker"]
