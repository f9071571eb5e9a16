"""Of which day a claim speaks, and how that was found out."""

import datetime

import pytest

from claims.extraction.standalone.times.as_of import as_of
from claims.extraction.types import Span

SUNDAY = datetime.date(2022, 9, 25)


def read(text, dateline=SUNDAY):
    return as_of(text, [Span(0, len(text))], dateline)


@pytest.mark.parametrize(
    ("text", "day", "means"),
    [
        ("On Saturday 798 people were arrested.", "2022-09-24", "September 24, 2022"),
        ("The vote was held yesterday.", "2022-09-24", "on September 24, 2022"),
        ("The shop opened today.", "2022-09-25", "on September 25, 2022"),
        ("Prices rose in June.", "2022-06-30", "June 2022"),
        ("Prices rose this month.", "2022-09-25", "in September 2022"),
        ("Exports fell last year.", "2021-12-31", "in 2021"),
        ("Guests stayed away last week.", "2022-09-18", "in the week of September 12, 2022"),
        ("The law passed on 3 March 2019.", "2019-03-03", "3 March 2019"),
        ("The law passed on March 3, 2019.", "2019-03-03", "March 3, 2019"),
        ("In June, prices rose.", "2022-06-30", "June 2022"),
        ("In October 2021 it was closed.", "2021-10-31", "October 2021"),
        ("Over the weekend 798 people were arrested.", "2022-09-25", "the weekend of September 24, 2022"),
        ("The vote was lost at the weekend.", "2022-09-25", "the weekend of September 24, 2022"),
    ],
)
def test_the_dates_in_its_words_say_of_which_day_a_claim_speaks(text, day, means):
    found = read(text)
    assert found.day == datetime.date.fromisoformat(day)
    assert [each.means.casefold() for each in found.resolved] == [means.casefold()]
    assert all(each.words in text for each in found.resolved)


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("2022-09-24", "2022-09-24"),
        ("2022-09-26", "2022-09-25"),
        ("2022-09-30", "2022-09-25"),
        ("2022-10-01", "2022-10-01"),
    ],
)
def test_the_weekend_is_the_last_one_that_has_begun(dateline, day):
    found = read("It rained over the weekend.", datetime.date.fromisoformat(dateline))
    assert found.day == datetime.date.fromisoformat(day)


def test_the_weekend_to_come_is_named_and_is_no_day_that_has_come():
    for text in ("The board will meet over the weekend.", "It is shut over the coming weekend."):
        found = read(text)
        assert (found.day, found.resolved[0].means) == (SUNDAY, "the weekend of October 1, 2022")


def test_the_last_of_several_dates_counts():
    assert read("Between June and yesterday prices rose.").day == datetime.date(2022, 9, 24)


@pytest.mark.parametrize(
    "text", ["The bridge cost 12 million.", "The minister will speak tomorrow.", "Two years ago he was elected."]
)
def test_without_a_day_that_has_come_a_claim_speaks_of_the_day_of_writing(text):
    assert read(text).day == SUNDAY


def test_without_a_dateline_nothing_is_guessed():
    assert read("On Saturday 798 people were arrested.", None) is None


def test_a_day_that_no_calendar_has_is_no_day():
    assert read("It happened on February 30, 2020.").day == SUNDAY


def test_only_the_claims_own_words_are_looked_at():
    text = "Prices rose in June, and the shop opened yesterday."
    assert as_of(text, [Span(0, 19)], SUNDAY).day == datetime.date(2022, 6, 30)


def test_how_it_was_found_is_told_as_json():
    assert read("The vote was held yesterday.").told() == {
        "dateline": "2022-09-25",
        "read": [{"words": "yesterday", "means": "on September 24, 2022"}],
    }
