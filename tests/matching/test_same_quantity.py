"""One quantity, several wordings."""

import pytest

from claims.matching.encoder import load
from claims.matching.same_quantity import groups, otherwise, same_quantity
from claims.matching.scope import clause, scope

CLAIMS = [
    "Police detained about 1,900 people at anti-war protests across the country, monitors said.",
    "More than 2,000 had been detained at protests by evening.",
    "The monitors said 798 were detained in 33 towns on Saturday.",
    "The central bank raised its rate to 20 percent.",
    "The army has 13,000 tanks.",
    "Inflation reached 9.1 percent in June.",
    "Inflation rose to 8.6 per cent in May.",
    "The bridge cost 2,000 million euros.",
    "The army called up 2,000 people at the weekend.",
    "Two thousand people watched the match.",
]


def told(claims):
    return [
        [
            (measured.claim, claims[measured.claim][measured.quantity.start : measured.quantity.end])
            for measured in group
        ]
        for group in groups(claims, load()(claims))
    ]


def test_claims_about_one_quantity_stand_together_and_no_others():
    assert told(CLAIMS) == [
        [(0, "about 1,900"), (1, "More than 2,000"), (2, "798")],
        [(5, "9.1 percent"), (6, "8.6 per cent")],
    ]


HELD = [
    "More than 2,000 protesters were arrested at marches against the call-up.",
    "At least 2,000 people have been arrested in recent days.",
    "798 people were detained in 33 towns on Saturday.",
    "2,000 people were detained at protests.",
]


@pytest.mark.parametrize("one", HELD)
@pytest.mark.parametrize("other", HELD)
def test_the_same_arrests_in_other_words_bounds_scopes_and_days_are_one_quantity(one, other):
    left, right = load()([one, other])
    pair = same_quantity(one, other, float(left @ right))
    assert pair is not None
    assert {quantity.value for quantity in pair} <= {2000, 798}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("12 soldiers were killed.", "30 soldiers died in the attack."),
        ("The bridge cost 12 million euros.", "The bridge over the sound cost at least 14 million euros."),
        ("Unemployment stands at 4 percent.", "Unemployment fell to 3.8 percent in March."),
        ("The port handled 12,000 containers.", "Nearly 13,000 containers were handled by the port in May."),
        ("The vaccine cost 3 dollars a dose.", "A dose of the vaccine cost 4 dollars."),
    ],
)
def test_one_thing_measured_twice_is_one_quantity(a, b):
    assert same_quantity(a, b, 0.7) is not None


@pytest.mark.parametrize(
    ("a", "b", "cosine"),
    [
        ("12 soldiers were killed", "12 tanks were destroyed", 0.7),  # other things counted
        ("12 soldiers were killed", "30 soldiers were killed", 0.1),  # another event
        ("He was 4th in 2020", "He was 5th in 2021", 0.9),  # ranks and dates are not measured amounts
        ("Prices rose", "Prices rose by 3 percent", 0.9),
        ("12 people were killed in the raid", "30 people were wounded in the raid", 0.9),  # another happening
        ("2,000 soldiers were sent to the border", "2,000 protesters were arrested", 0.7),
        ("The bridge cost 12 million euros", "The stadium cost 30 million euros", 0.8),  # another thing
        ("The bridge cost 12 million euros", "The bridge cost 12 million dollars", 0.9),  # another unit
        ("Prices rose by 3 percent", "Prices rose to 9 percent of wages", 0.9),  # a change is no level
        ("12 soldiers were killed in Tessaly", "30 soldiers were killed in Norport", 0.9),  # another place
        ("The budget was 12 million euros in 2019", "The budget was 14 million euros in 2021", 0.9),  # another year
        ("Tessal sold 300,000 cars", "Norwerk sold 200,000 cars", 0.8),  # another subject
        ("The river rose in the 2015 flood", "The river rose in the 2019 flood", 0.9),  # years are names here
        ("18 people died in the crash of flight 1344", "149 people left flight 1345", 0.7),
        ("The rally began at about 20:00", "20 people were at the rally", 0.8),  # nor is a time of day
        ("He was 55 when he died in the flood", "300 people died in the flood", 0.7),  # an age is no toll
        ("Officers seized 126 jackal skins", "Officers seized 8 jackal tails", 0.9),
        ("Women are 16 percent of the enlisted in the army", "Women are 18 percent of the officers in the army", 0.9),
        (
            "Joe Lund had 54 delegates after the North Bay primary",
            "Ada Quill had 60 delegates after the North Bay primary",
            0.9,
        ),
        ("Four people died per 100,000 inhabitants", "Seven people died per 200,000 inhabitants of it", 0.0),
        ("33 towns were flooded", "798 people were detained in 33 towns", 0.6),
    ],
)
def test_other_things_are_not_one_quantity(a, b, cosine):
    assert same_quantity(a, b, cosine) is None
    assert same_quantity(b, a, cosine) is None


def test_who_repeats_a_number_says_nothing_new():
    a, b = "Two people were killed in the shooting.", "The two people killed had been at the march."
    assert not otherwise(same_quantity(a, b, 0.8))
    assert otherwise(same_quantity(a, "At least two people were killed in the shooting.", 0.9))
    assert told([a, b]) == []


def test_whoever_only_says_it_does_not_set_claims_apart():
    a = "OVD-Info said 2,000 people were detained."
    b = "1,900 people were detained, according to Harbour Watch."
    assert same_quantity(a, b, 0.7) is not None


def test_the_pair_that_counts_the_same_thing_is_taken():
    pair = same_quantity("798 people in 33 towns were detained", "2,000 people in 54 towns were detained", 0.8)
    assert pair is not None
    assert {pair[0].unit, pair[1].unit} in ({"peopl"}, {"town"})
    assert pair[0].unit == pair[1].unit


def test_each_number_keeps_to_its_own_words():
    text = "12 people were killed and 30 wounded in the raid."
    assert same_quantity(text, "30 people were killed in the raid.", 0.9)[0].value == 12


@pytest.mark.parametrize(
    ("text", "places", "dates"),
    [
        ("798 people were detained in 33 towns on Saturday.", ["in 33 towns"], ["Saturday"]),
        ("2,000 were held across the country.", ["across the country"], []),
        ("In 2019 prices rose in New Norport.", ["in New Norport"], ["2019"]),
        ("Prices rose.", [], []),
    ],
)
def test_the_scope_of_a_claim_is_told_in_its_words(text, places, dates):
    found = scope(text)
    assert [text[start:end] for start, end in found.places] == places
    assert [text[start:end] for start, end in found.dates] == dates


def test_a_number_alone_has_the_whole_claim():
    pair = same_quantity("2,000 were held.", "3,000 were held.", 0.9)
    assert clause("2,000 were held.", pair[0], []) == "2,000 were held."


def test_a_claim_full_of_numbers_is_looked_through_once_and_not_for_each_pair_of_them(monkeypatch):
    looked = []
    monkeypatch.setattr("claims.matching.same_quantity.scope", lambda text: looked.append(text) or scope(text))
    texts = [f"The towns paid {', '.join(f'{n} euros for bridge {n}' for n in range(at, at + 20))}." for at in (1, 40)]
    same_quantity(*texts, 1.0)
    assert looked == texts
