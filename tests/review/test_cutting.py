import pytest

from claims.review.cutting import cut


@pytest.mark.parametrize(
    ("wording", "parts"),
    [
        (
            "The bridge cost 12 million euros and was opened in May.",
            ["The bridge cost 12 million euros.", "The bridge was opened in May."],
        ),
        (
            "Prices rose by 4 per cent, while wages fell by 2 per cent.",
            ["Prices rose by 4 per cent.", "Wages fell by 2 per cent."],
        ),
        (
            "OVD-Info said 124 people were detained; officers denied it.",
            ["OVD-Info said 124 people were detained.", "Officers denied it."],
        ),
        ("Salt and pepper were sold out.", ["Salt and pepper were sold out."] * 2),
        ("The bridge is closed.", ["The bridge is closed."] * 2),
    ],
)
def test_a_wording_is_cut_at_its_surest_joint_and_each_part_stands_alone(wording, parts):
    assert cut(wording) == parts
