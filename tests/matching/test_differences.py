"""What a person is shown when two claims stand side by side."""

import pytest

from claims.matching.differences import differences
from claims.matching.types import Aspect

SHOWN = [
    (
        "More than 2,000 were detained on Saturday.",
        "On Sunday 798 were detained.",
        {Aspect.NUMBER: (["More than 2,000"], ["798"]), Aspect.DATE: (["Saturday"], ["Sunday"])},
    ),
    ("2,000 were detained.", "More than 2,000 were detained.", {Aspect.NUMBER: (["2,000"], ["More than 2,000"])}),
    ("About 2,000 were detained.", "2,000 were detained.", {}),
    ("Unemployment rose to 8 percent.", "Unemployment fell to 8 percent.", {Aspect.DIRECTION: (["rose"], ["fell"])}),
    ("The bill did not pass.", "The bill passed.", {Aspect.NEGATION: (["not"], [])}),
    ("Nobody did not pay.", "They paid.", {}),
    (
        "Tax fell in Massachusetts by 5 %.",
        "Tax fell in Missouri by 5 %.",
        {Aspect.NAME: (["Massachusetts"], ["Missouri"])},
    ),
    ("Putin signed the law.", "The law was signed by Vladimir Putin.", {}),
    ("", "", {}),
]


@pytest.mark.parametrize(("a", "b", "expected"), SHOWN)
def test_differences_are_shown_at_their_places_in_both_texts(a, b, expected):
    shown = {
        difference.aspect: (
            [a[start:end] for start, end in difference.in_a],
            [b[start:end] for start, end in difference.in_b],
        )
        for difference in differences(a, b)
    }
    assert shown == expected


@pytest.mark.parametrize(("a", "b"), [pair[:2] for pair in SHOWN])
def test_differences_mirror_each_other(a, b):
    forth, back = differences(a, b), differences(b, a)
    assert [(d.aspect, d.in_a, d.in_b) for d in forth] == [(d.aspect, d.in_b, d.in_a) for d in back]


def test_places_are_those_of_the_text_as_given():
    a, b = "😱  -- uh, 12 died  #crash", "13 died"
    (difference,) = differences(a, b)
    ((start, end),) = difference.in_a
    assert a[start:end] == "12"
