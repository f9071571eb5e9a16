"""Names are told from words that only open a sentence, and compared without titles."""

import pytest

from claims.matching.names import names, same_name

FOUND = [
    ("The President said Vladimir Putin left", ["vladimir putin"]),
    ("Governor Bush cut taxes", ["bush"]),
    ("He met Senator McCain in New York", ["mccain", "new york"]),
    ("NATO grew", ["nato"]),
    ("U.S. troops left", ["united states"]),
    ("the Bank of England said", ["bank of england"]),
    ("Taxes rose", []),
    ("In May they left on Monday", []),
    ("“Yes,” I said", []),
    ("EVERYTHING IS SHOUTED", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_names_of_a_claim(text, expected):
    assert [name.form for name in names(text)] == expected


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("putin", "vladimir putin", True),
        ("european central bank", "ecb", True),
        ("missouri", "massachusetts", False),
        ("george bush", "jeb bush", False),
    ],
)
def test_short_forms_are_the_same_name(a, b, same):
    assert same_name(a, b) is same
    assert same_name(b, a) is same
