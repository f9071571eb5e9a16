"""Shapes of business, local, health and science news and of fact-checks, as outlets print them; sentences, names and places are our own."""

import datetime

import pytest

from claims.extraction import pipeline
from claims.extraction.types import Extraction, Statement

DAY = datetime.date(2026, 11, 20)


def read(text: str) -> Extraction:
    return pipeline.run(text, "", DAY)


def told(text: str) -> list[tuple[str, str]]:
    """Source and content of every attributed statement, as the text words them."""

    def words(statement: Statement) -> tuple[str, str]:
        return (
            " … ".join(span.of(text) for span in statement.source),
            " … ".join(span.of(text) for span in statement.content),
        )

    return [words(statement) for statement in read(text).statements if statement.attributed]


def claims(text: str) -> list[str]:
    return [claim.text for claim in read(text).claims]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Posts claiming that the bank will close all accounts are false.", "the bank will close all accounts"),
        ("A video claiming to show a flooded ward in Velm is from 2019.", "to show a flooded ward in Velm"),
        ("A post on Facebook claiming the jab contains lead has been shared 3,000 times.", "the jab contains lead"),
        ("A photo that claims to show the queue outside a food bank is fake.", "to show the queue outside a food bank"),
    ],
)
def test_what_is_found_of_a_posted_claim_is_no_part_of_it(sentence: str, content: str) -> None:
    assert [said for _, said in told(sentence)] == [content]


def test_claims_that_open_a_sentence_have_no_source_in_the_one_before() -> None:
    text = "A photo of the queue was shared by a shop. Claims that the ferry was sold for a pound are wrong."
    assert ("", "the ferry was sold for a pound") in told(text)


def test_who_claims_what_is_not_true_claims_it_and_not_that_it_is_untrue() -> None:
    text = "It is not true that the new tax costs every farmer £4,000, as posts on social media have claimed."
    assert told(text) == [("posts on social media", "the new tax costs every farmer £4,000")]


def test_a_post_does_not_say_the_contrary_of_what_it_claims() -> None:
    text = "The council did not spend £3 million on bollards, as a viral post claims."
    assert told(text) == []


def test_reports_that_somebody_declined_to_comment_on_are_not_theirs() -> None:
    text = "Norvik declined to comment on reports that it was in talks to sell its truck unit."
    assert [source for source, _ in told(text)] in ([""], [])


@pytest.mark.parametrize(
    "sentence",
    [
        "Norvik expects profit of 310 million crowns, down from its prior forecast of 340 million.",
        "Norvik now expects sales to fall 12%, compared to its prior forecast of a 9% decline.",
        "Revenues rose 3.6% to $10.9 billion, narrowly missing analysts' estimates of a $10.95 billion tally.",
    ],
)
def test_a_forecast_that_a_figure_is_held_against_is_no_statement(sentence: str) -> None:
    assert {source for source, _ in told(sentence)} <= {"Norvik"}


def test_revenues_that_rose_are_a_whole_sentence() -> None:
    text = "Revenues rose 3.6% to $10.9 billion, narrowly missing analysts' estimates of a $10.95 billion tally."
    assert [claim.abstained for claim in read(text).claims] == [None]


def test_a_range_that_a_firm_forecast_is_told_with_the_firm() -> None:
    assert claims("Norvik in February forecast full-year net revenue of $4.63 billion to $4.88 billion.") == [
        "Norvik forecast full-year net revenue of $4.63 billion to $4.88 billion."
    ]


def test_sales_for_a_year_fall_and_not_the_year() -> None:
    text = "Norvik raised its outlook. Local currency sales for 2027 are forecast to fall 8% to 10%."
    assert "Local currency sales for 2027 will fall 8% to 10%." in claims(text)


def test_a_range_of_sums_is_one_figure() -> None:
    text = "Norvik said it now expected an adjusted profit of $4.15-$4.20 per share."
    assert all("$4.15-$4.20 per share" in claim for claim in claims(text))


def test_a_charge_is_related_to_a_purchase_and_not_the_business() -> None:
    text = (
        "Norvik booked a charge of $200 million in its health arm, primarily related to its purchase of Betlin Baths."
    )
    assert not any("was primarily related" in claim for claim in claims(text))


def test_where_somebody_works_is_not_what_another_had() -> None:
    text = "Ann Roth joined Jan Moe, with the Department of Radiology at Velm University, and five others on the study."
    assert not any("had the Department" in claim for claim in claims(text))


def test_as_well_stays_whole_at_the_end_of_a_content() -> None:
    text = (
        "DuMoen clocked lower sales in all its six ongoing businesses in the second quarter ended June 30"
        " and forecast lower sales in the current quarter as well."
    )
    assert not any(said.endswith(" as") for _, said in told(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Norvik Foods Inc cut its forecast on Wednesday. The store operator discounted heavily to clear Spring stock."
            " The company said inventory became a challenge.",
            "Norvik Foods Inc",
        ),
        (
            "Tyrel Group shares fell 15 percent to $41.62 on Wednesday, after closing at $48.79 on the New York Stock"
            " Exchange. The company said it has been losing members since June.",
            "Tyrel Group",
        ),
        (
            "Shares of Tupelo (TUP 2.94%) fell today, down by 31% as of noon EDT. Investors were dismayed. The company"
            " said the bottom line took a hit from a charge.",
            "Tupelo",
        ),
    ],
)
def test_the_company_is_the_firm_and_no_season_exchange_clock_or_sign(text: str, name: str) -> None:
    assert [statement.source_name for statement in read(text).statements if statement.attributed] == [name]


def test_a_weekday_with_its_date_beside_it_is_not_dated_from_the_day_of_writing() -> None:
    text = "On Saturday the 21st of May officers were called to a shop in Crook Street."
    assert "November" not in " ".join(claims(text))


def test_a_weekday_with_its_date_in_brackets_is_not_dated_from_the_day_of_writing() -> None:
    text = "On Friday afternoon (June 26th) a garage burned down in Crook Street."
    assert "November" not in " ".join(claims(text))


def test_all_of_us_are_not_the_body_that_the_speaker_stands_for() -> None:
    text = "“I think all of us have to keep an open mind on rates,” said Ann Lind, chief economist at Halden Bank."
    assert not any("all of halden" in claim.lower() for claim in claims(text))


def test_researchers_hope_and_the_team_hopes() -> None:
    text = "Researchers at Velm University found that the drug worked. The team hopes to test the drug in people next year."
    assert any(claim.startswith("Researchers at Velm University hope to") for claim in claims(text))


def test_the_company_is_no_house_that_an_analyst_works_for() -> None:
    text = (
        "Norvik Energy warned of lower profit on Monday. Analysts at Halden Bank said in a note that the warning would not"
        " come as a surprise. Shares in the company were down 7.6%."
    )
    assert not any("Shares in Halden" in claim for claim in claims(text))


def test_the_company_that_a_union_accuses_is_not_the_union() -> None:
    text = (
        "Halden Foods boss Ida Roth said shoppers faced another year of pain. The Retail Union accused the company of"
        " “crying wolf”."
    )
    assert not any(claim.startswith("The Retail Union was") for claim in claims(text))


def test_goods_that_are_recalled_are_no_statement() -> None:
    assert told("Its rival Tarvo recalled 9,000 vans for the same fault last year.") == []


def test_a_climate_service_is_no_warmest_month() -> None:
    text = (
        "The average global temperature last month was 1.58C above earlier levels, the Orla Climate Service said. It was"
        " the warmest January on record."
    )
    assert not any(claim.startswith("The Orla Climate Service was") for claim in claims(text))


def test_people_who_waited_are_a_whole_sentence() -> None:
    text = "Figures show 12,000 people waited more than 12 hours in January 2025, up from 9,400 a year earlier."
    assert any(claim.startswith("12,000 people waited more than 12 hours") for claim in claims(text))


def test_net_income_that_a_firm_reported_is_a_whole_sentence() -> None:
    text = "Tarvo reported net income of $89 million, or 74 cents a share, in the last quarter."
    assert "Tarvo had net income of $89 million, or 74 cents a share, in the last quarter." in claims(text)


def test_to_whom_a_memo_went_is_no_claim() -> None:
    text = "The cuts follow a drop in orders from China, chief executive Jan Moe told staff in a memo seen by Harbour News."
    assert not any(claim.lower().startswith("staff") for claim in claims(text))


def test_a_club_that_reports_a_loss_is_no_medium() -> None:
    found = read("Velm Rovers reported a loss of £12.4m for the year to June.").statements
    assert [statement.source_kind for statement in found if statement.attributed] == ["organisation"]
