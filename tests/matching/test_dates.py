"""Dates, complete or not, and years told from counts."""

import pytest

from claims.matching.dates import agree, dates

READ = [
    ("on 5 March 2021", "5 March 2021", 20210305),
    ("on March 5, 2021 it rained", "March 5, 2021", 20210305),
    ("since 2021-03-05", "2021-03-05", 20210305),
    ("in May 2020", "May 2020", 20200500),
    ("in Sept. 2019", "Sept. 2019", 20190900),
    ("May 3 was a holiday", "May 3", 503),
    ("since April", "April", 400),
    ("in 1999", "1999", 19990000),
    ("the war of 1812.", "1812", 18120000),
]


@pytest.mark.parametrize(("text", "shown", "value"), READ)
def test_a_calendar_date_is_read_as_far_as_it_goes(text, shown, value):
    (date,) = dates(text)
    assert (text[date.start : date.end], date.low) == (shown, value)


@pytest.mark.parametrize(
    ("text", "unit"),
    [("on Saturday", "saturday"), ("since last year", "last year"), ("Yesterday it fell", "yesterday")],
)
def test_a_spoken_date_keeps_its_words(text, unit):
    assert [date.unit for date in dates(text)] == [unit]


@pytest.mark.parametrize("text", ["2000 people came", "it may rain", "they march on", "$1999", "1,999", "1900 million"])
def test_counts_and_verbs_are_no_dates(text):
    assert dates(text) == []


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("in the 1980s", "in 1980", False),
        ("on Saturday", "on Sunday", False),
        ("on Saturday", "Saturday", True),
        ("May 3", "3 May 2020", True),
        ("May 3", "in 2020", False),
    ],
)
def test_dates_agree_where_both_say_the_same(a, b, same):
    assert agree(dates(a)[0], dates(b)[0]) is same
