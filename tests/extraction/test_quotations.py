"""Quotations of every national and nested kind, and the apostrophes that are none."""

import pytest

from claims.extraction import quotations
from claims.extraction.types import Passage, PassageKind, Quotation, Span


def find(text: str) -> tuple[Quotation, ...]:
    passages, place = [], 0
    for line in text.split("\n"):
        if line:
            passages.append(Passage(Span(place, place + len(line)), PassageKind.BODY))
        place += len(line) + 1
    return quotations.find(text, tuple(passages))


def shown(text: str) -> list[str]:
    return [quotation.span.of(text) for quotation in find(text)]


CASES: list[tuple[str, list[str]]] = [
    ('"We won," he said. "All of us."', ['"We won,"', '"All of us."']),
    ("“We won,” he said.", ["“We won,”"]),
    ("'We won,' he said.", ["'We won,'"]),
    ("‘We won,’ he said.", ["‘We won,’"]),
    ("« Bonjour », dit-il.", ["« Bonjour »"]),
    ("»Hallo«, sagte sie.", ["»Hallo«"]),
    ("„Hallo“, sagte sie.", ["„Hallo“"]),
    ("``We won,'' he said.", ["``We won,''"]),
    ("The protesters' demands were met.", []),
    ("It began in the '90s and ended in the ’80s.", []),
    ("rock 'n' roll 'til dawn", []),
    ("Russian men's fear of the 'special operation' grew.", ["'special operation'"]),
    ("'It's the boys' fault,' she said.", ["'It's the boys' fault,'"]),
    ("They saw 'very tough detentions' occurring there.", ["'very tough detentions'"]),
    ("They chanted 'No to war!' at the workers' rally.", ["'No to war!'"]),
    ("I‘m glad, he wrote.", []),
    ("Rocky['s] run and everyone['s] needs", []),
    ("He is 5'10\" tall and she is 6'2\".", []),
    ('She said they were "ready. "', ['"ready. "']),
    ('He is "12." Then', ['"12."']),
    ('An empty pair "" quotes nothing.', []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_a_quotation_is_told_from_an_apostrophe(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


def test_a_nested_quotation_names_the_one_around_it() -> None:
    text = "\"He called it 'a mess' twice,\" she said."
    outer, inner = find(text)
    assert (outer.inside, inner.inside, inner.span.of(text)) == (None, 0, "'a mess'")


def test_double_marks_may_stand_inside_single_ones() -> None:
    text = "'He said \"no\" to me,' she said."
    assert [(q.span.of(text), q.inside) for q in find(text)] == [("'He said \"no\" to me,'", None), ('"no"', 0)]


def test_a_quotation_over_paragraphs_is_closed_only_in_the_last() -> None:
    text = "She said: “The first.\n“The second.\n“The third.” Then she left."
    assert [(q.span.of(text), q.closed) for q in find(text)] == [
        ("“The first.", False),
        ("“The second.", False),
        ("“The third.”", True),
    ]


@pytest.mark.parametrize("signs", ["“”", '""'], ids=["curly", "straight"])
def test_a_paragraph_that_closes_what_the_one_before_opened_goes_on_with_it(signs: str) -> None:
    text = 'She said, "We drew.\nIt was hot. We ran." Then she left.'.replace(' "', f" {signs[0]}").replace(
        '"', signs[1]
    )
    assert [(q.span.of(text), q.closed) for q in find(text)] == [
        (f"{signs[0]}We drew.", False),
        (f"It was hot. We ran.{signs[1]}", True),
    ]


def test_a_paragraph_without_marks_belongs_to_a_quotation_that_a_later_one_closes() -> None:
    text = "She said, “We drew.\nIt was hot.\nWe ran.” He said “no”."
    assert [(q.span.of(text), q.closed) for q in find(text)] == [
        ("“We drew.", False),
        ("It was hot.", False),
        ("We ran.”", True),
        ("“no”", True),
    ]


def test_a_paragraph_that_opens_a_quotation_of_its_own_goes_on_with_none() -> None:
    text = 'She said, "We drew.\nThe mayor called it "a mess" on Monday.\nNobody "ran".'
    assert shown(text) == ['"We drew.', '"a mess"', '"ran"']


def test_a_loose_mark_between_spaces_closes_no_quotation_of_the_paragraph_before() -> None:
    text = 'She said, "We drew.\nThe bridge at Velm " was built in 1931.'
    assert shown(text)[:1] == ['"We drew.']
    assert not any(one.startswith("The bridge") for one in shown(text))


def test_a_mark_that_is_never_closed_reaches_to_the_end_of_its_paragraph() -> None:
    text = 'He said: "We will not.\nNobody answered.'
    assert [(q.span.of(text), q.closed) for q in find(text)] == [('"We will not.', False)]


def test_an_apostrophe_that_is_never_closed_is_no_quotation() -> None:
    assert find("the 'unfinished business of the year") == ()


@pytest.mark.parametrize(
    ("text", "scare"),
    [
        ("a 'significant' influx", True),
        ('an "insult to us" all', False),
        ('"Never!" she cried', False),
        ("'special operation' in the east", True),
    ],
)
def test_one_or_two_words_inside_a_sentence_are_scare_quotes(text: str, scare: bool) -> None:
    assert [q.scare for q in find(text)] == [scare]


def test_nothing_is_quoted_outside_the_prose() -> None:
    text = 'Read more: "We won"'
    assert quotations.find(text, (Passage(Span(0, len(text)), PassageKind.NAVIGATION),)) == ()


@pytest.mark.parametrize("unit", ['"', "'", "“‘", "«“‘ a", '" ', "s' a", '"a" - '])
def test_a_line_of_nothing_but_marks_quotes_nobody(unit: str) -> None:
    assert find((unit * 100_000)[:100_000]) == ()


def test_quotations_follow_one_another_and_lie_inside_one_another() -> None:
    text = "‘One “two ‘three’ two” one.’ And \"four 'five' four\"."
    found = find(text)
    assert [q.inside for q in found] == [None, 0, 1, None, 3]
    assert all(found[q.inside].span.contains(q.span) for q in found if q.inside is not None)
