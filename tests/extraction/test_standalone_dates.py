"""Relative dates made absolute, counted from the day of writing."""

import datetime

import pytest

from claims.extraction.standalone.change import Changes, apply
from claims.extraction.standalone.times import dates

WEDNESDAY = datetime.date(2024, 3, 13)

CASES = [
    ("This Saturday a bridge fell.", "on March 9, 2024 a bridge fell."),
    ("This Saturday a bridge will open.", "on March 16, 2024 a bridge will open."),
    ("It must be paid by Friday.", "It must be paid by March 15, 2024."),
    ("Some were hurt, and by Friday all had died.", "Some were hurt, and by March 8, 2024 all had died."),
    ("It fell more than they had forecast in December.", "It fell more than they had forecast in December 2023."),
    ("This week saw two strikes.", "the week of March 11, 2024 saw two strikes."),
    ("They will close it for parts of April and May.", "They will close it for parts of April 2024 and May 2024."),
    ("In January prices rose.", "In January 2024 prices rose."),
    ("It was a planned Friday special.", "It was a planned Friday special."),
    ("The last weekend of July was wet.", "The last weekend of July 2023 was wet."),
    ("Police shot a man yesterday.", "Police shot a man on March 12, 2024."),
    ("It happened yesterday.", "It happened on March 12, 2024."),
    ("It happened on Saturday.", "It happened on March 9, 2024."),
    ("He was released Friday after a hearing.", "He was released on March 8, 2024 after a hearing."),
    ("The vote is to take place on Friday.", "The vote is to take place on March 15, 2024."),
    ("The shop will close next Monday.", "The shop will close on March 18, 2024."),
    ("It closed last Wednesday.", "It closed on March 6, 2024."),
    ("As of Tuesday night, two were missing.", "As of the night of March 12, 2024, two were missing."),
    ("Early yesterday morning a dam broke.", "early on the morning of March 12, 2024 a dam broke."),
    ("Yesterday's vote failed.", "the March 12, 2024, vote failed."),
    ("It opens today.", "It opens on March 13, 2024."),
    ("The island is today a quiet place.", "The island is today a quiet place."),
    ("This morning a tree fell.", "on the morning of March 13, 2024 a tree fell."),
    ("Sales fell last month.", "Sales fell in February 2024."),
    ("Sales fell last year.", "Sales fell in 2023."),
    ("Prices rose earlier this year.", "Prices rose earlier in 2024."),
    ("They met earlier this week.", "They met earlier in the week of March 11, 2024."),
    ("He married last June.", "He married in June 2023."),
    ("It began in January.", "It began in January 2024."),
    ("It began in December.", "It began in December 2023."),
    ("The talks will resume in April.", "The talks will resume in April 2024."),
    ("It began on February 3.", "It began on February 3, 2024."),
    ("It began on 3 February.", "It began on 3 February 2024."),
    ("It ended on December 30.", "It ended on December 30, 2023."),
    ("It must end by October 31.", "It must end by October 31, 2024."),
    ("The fair ran from May 24 to 26 there.", "The fair ran from May 24 to 26, 2023 there."),
    ("She left three years ago.", "She left three years before March 2024."),
    ("She left two days ago.", "She left on March 11, 2024."),
    ("In March 1999 he won, and in May he lost.", "In March 1999 he won, and in May 1999 he lost."),
    ("It fell on June 6, 1944.", "It fell on June 6, 1944."),
    ("On Saturday, March 9, it rained.", "On Saturday, March 9, 2024, it rained."),
    ("The results of Super Tuesday are in.", "The results of Super Tuesday are in."),
    ("The Sunday trade ban stays.", "The Sunday trade ban stays."),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_date_is_told_in_full(text: str, expected: str) -> None:
    assert apply(text, 0, len(text), Changes(dates.absolute(text, 0, len(text), WEDNESDAY))) == expected


def test_without_a_day_of_writing_nothing_changes() -> None:
    assert dates.absolute("It happened yesterday.", 0, 22, None) == []


@pytest.mark.parametrize("text", ["February 31 was cold.", "On May 99 nothing.", "9999 years ago", "the 0 years ago"])
def test_impossible_dates_raise_nothing(text: str) -> None:
    assert isinstance(dates.absolute(text, 0, len(text), WEDNESDAY), list)
