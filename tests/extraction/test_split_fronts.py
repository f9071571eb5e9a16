"""What the front of a sentence says for both halves of a cut: its day and its year, and where that would be untrue."""

import pytest

from claims.extraction.standalone import phrase, tagging
from claims.extraction.standalone.cutting import splitting
from tests.extraction.prose import claims


def cut(sentence: str) -> list[str]:
    """The propositions of a sentence of which every possible cut is made."""
    tokens = tagging.tag(sentence, [(0, len(sentence))])[0]
    return [phrase.printed(sentence, part.tokens, []) for part in splitting.propositions(tokens, lambda *_: True)]


LENT = [
    ("a year leads in what was sought by it", "In 1992, with help from the union, Lind ran for the council, seeking a seat in Velm.",
     "In 1992, Lind sought a seat in Velm."),
    ("a day leads in what another did meanwhile", "On Friday, a bus and a truck collided, the truck catching fire in the street.",
     "On Friday, the truck caught fire in the street."),
    ("a day leads in what came of a deed", "On March 3, 2012, Lind beat Berg to become the first woman in the post.",
     "On March 3, 2012, Lind became the first woman in the post."),
    ("a week leads in both verbs", "Last week, Lind raised 210,000 dollars and opened an office in Velm.", "Last week, Lind opened an office in Velm."),
    ("a year is of what lasted until its end too", "In 2009, the ship hit a pier and was laid up until spring.",
     "In 2009, the ship was laid up until spring."),
    ("a day without a preposition leads in both verbs", "Yesterday, Lind won the race and broke the record.", "Yesterday, Lind broke the record."),
    ("a day at the end is of its result too", "The firm closed the yard in November 2019, putting 340 people out of work.",
     "The firm put 340 people out of work in November 2019"),
    ("a day at the end is of what happened then", "Seven people died yesterday, when a bomber hit the hall.", "a bomber hit the hall yesterday"),
    ("a year leads in how long its result lasted", "In 1975, a flood hit the bridge, leaving the village cut off for nine days.",
     "In 1975, a flood left the village cut off for nine days."),
    ("a figure was the most of its kind in its year", "In 2016, Lind took 2,091 votes, a record for the party.",
     "In 2016, 2,091 votes were a record for the party"),
    ("the killed and the injured share the day", "Two hikers were killed and six were injured on Sunday when a bridge fell.",
     "Two hikers were killed on Sunday"),
]  # fmt: skip

KEPT_APART = [
    ("a year is not of what was done later", "In 2015, the city closed its kitchens, but reverted the decision later on.",
     "the city reverted the decision later on."),
    ("a year is not of what has been since", "In 2003, Lind lost her voice and has since taught in Velm.", "Lind has since taught in Velm."),
    ("a year is not of what was born after it", "In 1974, Lind and Berg married in Velm, and their daughter was born a year later.",
     "their daughter was born a year later."),
    ("a day is not of a deed that went on", "Lind left the army in 1960, serving on three ships.", "Lind served on three ships."),
    ("a day at the end is not of what was done for a time", "A flood hit Velm on Monday, leaving the village cut off for nine days.",
     "A flood left the village cut off for nine days."),
]  # fmt: skip

JOINTS = [
    ("what comprises stands beside its noun", "In 2015, the firm joined its offices in the region, comprising Peru and Chile.", "the firm comprised"),
    ("a state of the union did nothing", "In third was Tom Berg, the former mayor of South Velm, Indiana, who had 26 votes.", "Indiana had 26"),
    ("a land behind a town is no more of it", "The flight was on its way from Dubai, UAE making its second attempt at noon.", "Dubai was UAE"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), [case[1:] for case in LENT], ids=[case[0] for case in LENT])
def test_the_day_of_the_sentence_is_lent(sentence: str, expected: str) -> None:
    assert expected in cut(sentence)


@pytest.mark.parametrize(("sentence", "expected"), [c[1:] for c in KEPT_APART], ids=[c[0] for c in KEPT_APART])
def test_no_day_is_lent_to_a_deed_of_another_time(sentence: str, expected: str) -> None:
    assert expected in cut(sentence)


@pytest.mark.parametrize(("sentence", "untrue"), [case[1:] for case in JOINTS], ids=[case[0] for case in JOINTS])
def test_no_joint_makes_a_deed_of_a_noun(sentence: str, untrue: str) -> None:
    assert not any(part.startswith(untrue) for part in cut(sentence))


def test_the_year_is_kept_where_a_reason_that_is_said_parts_the_sentence() -> None:
    text = "In 2018, the office blocked the sale of Velm Bank, citing the risk to savers, and fined the two banks 2 million euros."
    assert "In 2018, the office fined the two banks 2 million euros." in claims(text)
