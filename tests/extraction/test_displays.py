"""What pages set apart from their prose: statements in full, letters, posts, lists, and the names over and under them."""

import datetime

import pytest

from claims.extraction import pipeline
from claims.extraction.types import Extraction, PassageKind

DAY = datetime.date(2026, 5, 4)
BEFORE = "The ferry company Sundline was fined 2 million crowns by the district court in Velm last week."
AFTER = "The coastguard opened an investigation into the accident near Velm on Saturday evening."


def read(*paragraphs: str) -> tuple[str, Extraction]:
    text = "\n\n".join(("Ferry firm rejects criticism", BEFORE, *paragraphs, AFTER))
    return text, pipeline.run(text, date=DAY)


def said(*paragraphs: str) -> list[tuple[str | None, str]]:
    """The name of the source and the first words of what is attributed."""
    text, found = read(*paragraphs)
    return [(s.source_name, s.content[0].of(text)) for s in found.statements if s.attributed]


def claims(*paragraphs: str) -> list[str]:
    return [claim.text for claim in read(*paragraphs)[1].claims]


def test_a_statement_without_marks_belongs_to_whoever_denied_something_in_it() -> None:
    found = said(
        "In a statement to the Courier, the company denied these allegations:",
        "The crew followed every rule. The Maren was inspected in March and passed without a single fault.",
    )
    assert [(name, content[:15]) for name, content in found] == [("Sundline", "The crew follow")]


def test_what_is_said_in_a_denial_is_not_turned_round() -> None:
    found = claims(
        "In a statement to the Courier, the company denied these allegations:",
        "The Maren was inspected in March and passed without a single fault.",
    )
    assert "The Maren was inspected in March 2026." in found
    assert not any("allegations" in claim for claim in found)


def test_a_paragraph_in_the_first_person_behind_said_in_a_statement_is_no_furniture() -> None:
    found = said(
        "A company spokesperson said in a statement:",
        "We have paid every worker in full since 2019. The Maren is safe.",
    )
    assert found[0][1].startswith("We have paid")


def test_a_second_paragraph_that_says_we_goes_on() -> None:
    found = said(
        "A company spokesperson said in a statement:",
        "We have paid every worker in full since 2019.",
        "We inspected the Maren in March and found no fault.",
    )
    assert len({name for name, _ in found}) == 1
    assert [content[:12] for _, content in found[:2]] == ["We have paid", "We inspected"]


def test_a_second_paragraph_that_does_not_is_the_article_s_own() -> None:
    text, found = read(
        "A company spokesperson said in a statement:",
        "We have paid every worker in full since 2019.",
        "The Maren ran aground on Saturday with 214 people on board.",
    )
    own = [s.content[0].of(text) for s in found.statements if not s.attributed]
    assert "The Maren ran aground on Saturday with 214 people on board" in own


def test_a_letter_is_said_up_to_its_farewell() -> None:
    found = said(
        "The minister wrote to mayors last week. The full letter reads:",
        "Dear mayors,",
        "The government has spent 40 million crowns on rural roads this year.",
        "No bridge in the region is unsafe, and all were inspected by March.",
        "Yours sincerely,",
        "Ola Brandt",
    )
    assert [content[:14] for _, content in found] == ["The government", "No bridge in t"]


@pytest.mark.parametrize("mark", ["- ", "• ", "* ", "1. "])
def test_the_items_of_a_list_are_found_by_whoever_leads_them_in(mark: str) -> None:
    items = ("41 of 80 ships had too few boats on board", "the ministry ignored three warnings between 2021 and 2024")
    text, found = read(
        "A committee published its report on Monday. The report found that:", *(mark + item for item in items)
    )
    told = [(s.source[0].of(text), s.content[0].of(text)) for s in found.statements if s.attributed]
    assert told == [("The report", items[0]), ("The report", items[1])]


def test_the_items_of_a_list_make_claims_without_their_marks() -> None:
    found = claims(
        "The report found that:", "- 41 of 80 ships had too few boats on board", "- the ministry ignored three warnings"
    )
    assert "41 of 80 ships had too few boats on board." in found
    assert "The ministry ignored three warnings." in found


def test_a_list_of_links_under_a_pointer_stays_furniture() -> None:
    text, found = read("Read more:", "- Ferry company fined in Velm", "- Court reverses ruling on harbour dues")
    assert all(
        p.kind is not PassageKind.BODY
        for p in found.passages
        if "fined in Velm" in p.span.of(text) and len(p.span.of(text)) < 40
    )


def test_a_post_belongs_to_the_name_with_a_handle_below_it() -> None:
    post = "Velm Energy has raised its prices by 60 percent in two years."
    assert said(post, "— Jon Terne (@jonterne) May 3, 2026") == [("Jon Terne", post)]


def test_a_post_with_its_writer_in_the_same_line_is_no_furniture() -> None:
    found = said(
        "Velm Energy has raised its prices by 60 percent. pic.twitter.com/abc1 — Jon Terne (@jonterne) May 3, 2026"
    )
    assert found == [("Jon Terne", "Velm Energy has raised its prices by 60 percent.")]


def test_a_paragraph_behind_a_post_is_not_its_writer_s() -> None:
    found = said(
        "Velm Energy has raised its prices by 60 percent in two years.",
        "— Jon Terne (@jonterne) May 3, 2026",
        "The district council closed the library in Orla in March.",
    )
    assert len(found) == 1


def test_a_post_copied_with_its_head_belongs_to_it() -> None:
    found = said("Jana Holt @janaholt", "The north has lost 4,000 jobs under this government.", "9:14 PM · May 3, 2026")
    assert found == [("Jana Holt", "The north has lost 4,000 jobs under this government.")]


def test_a_quotation_belongs_to_the_name_and_office_below_it() -> None:
    found = said('"This library has lost half its visitors since 2015."', "— Ola Brandt, culture councillor")
    assert found == [("Ola Brandt", '"This library has lost half its visitors since 2015."')]


def test_a_block_quotation_without_marks_belongs_to_the_name_and_office_below_it() -> None:
    found = said("> This library has lost half its visitors since 2015.", "— Ola Brandt, culture councillor")
    assert found == [("Ola Brandt", "This library has lost half its visitors since 2015.")]


def test_an_agency_below_a_quotation_has_not_said_it() -> None:
    found = said('"This library has lost half its visitors since 2015," said Ola Brandt of the council.', "— AFP")
    assert [name for name, _ in found] == ["Ola Brandt"]


@pytest.mark.parametrize("who", ["Kari Moe, 62, pensioner", "Velm coach Kari Moe", "Kari Moe (Centre)"])
def test_a_name_with_a_colon_before_a_quotation_speaks(who: str) -> None:
    found = said(f'{who}: "Three people in my street have moved away since March."')
    assert found == [("Kari Moe", '"Three people in my street have moved away since March."')]


def test_an_answer_led_in_by_its_giver_is_not_that_of_who_spoke_before() -> None:
    found = said(
        '"At least nine patients died in March," a nurse said.',
        "The hospital's answer:",
        '"All deaths are recorded within 24 hours. A check in June found no gaps."',
    )
    assert ("hospital", '"All deaths are recorded within 24 hours. A check in June found no gaps."') in found


@pytest.mark.parametrize("line", ["ORLA, May 4, 2026 -- ", "ORLA, Sweden, May 4, 2026 /PRNewswire/ -- "])
def test_the_place_line_of_a_release_is_no_part_of_its_first_sentence(line: str) -> None:
    text = f"{line}Norvane AB opened its first battery plant in Orla.\n\nThe plant makes 90,000 batteries a year."
    found = pipeline.run(text)
    assert found.claims[0].text == "Norvane AB opened its first battery plant in Orla."
    assert found.date == "2026-05-04"


def test_the_prime_minister_keeps_his_office_as_his_name() -> None:
    text = (
        "The House met at noon on Wednesday.\n\nMr Brandt (Velm North): Waiting lists have risen by 20,000 since January.\n\n"
        "The Prime Minister: Waiting lists fell by four percent last month.\n\nMr Brandt (Velm North): Those are wrong figures."
    )
    assert "The Prime Minister" in {s.source_name for s in pipeline.run(text, date=DAY).statements}


def test_what_is_demanded_in_a_list_is_not_told_as_so() -> None:
    found = claims(
        "Their union, Bakke, made three demands:",
        "1. A pay rise of six percent from July",
        "2. An end to shifts of more than 11 hours",
    )
    assert "There should be a pay rise of six percent from July." in found


def test_a_release_s_today_is_no_part_of_its_sender_s_name() -> None:
    text = "Norvane Grid today said that it had cut power losses by 18 percent since 2023.\n\nThe losses had been high for years."
    assert pipeline.run(text, date=DAY).statements[0].source_name == "Norvane Grid"


def test_a_clause_before_a_colon_is_no_speaker() -> None:
    found = said('For Ann Holt, nobody was honest: "I just want it all to be over."')
    assert "Ann Holt" not in {name for name, _ in found}
