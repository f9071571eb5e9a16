import random
from collections import Counter
from datetime import date

import numpy as np
import pytest
from nltk.metrics.agreement import AnnotationTask

from claims.models import Role
from claims.review import agreement, decisions, reaffirming, slots
from claims.review.agreement import TOO_FEW
from tests.factories import ClaimFactory, PersonFactory
from tests.growth import calls
from tests.review.test_main_job import give


def two(*pairs):
    """The answers of reviewers 1 and 2, pair by pair."""
    return [(coder, str(n), label) for n, pair in enumerate(pairs) for coder, label in zip("12", pair, strict=True)]


SAME, OTHER = ("supported", "supported"), ("refuted", "refuted")
DIFFER = ("supported", "refuted")


def test_kappa_is_cohens():
    # 45 of 50 agree; chance agreement is 0.5 with even margins: (0.9 - 0.5) / (1 - 0.5)
    data = two(*[SAME] * 20, *[OTHER] * 25, *[DIFFER] * 5)
    assert agreement.by_pair(data)[1, 2].value == pytest.approx(0.8, abs=0.01)


def test_alpha_is_krippendorffs():
    # two coders, 20 units, 18 agreeing, 20 values of each: 1 - (2/20) / (2*20*20/(40*39))
    data = two(*[SAME] * 9, *[OTHER] * 9, DIFFER, DIFFER[::-1])
    assert agreement.overall(data).value == pytest.approx(1 - 0.1 / (800 / 1560), abs=0.001)


VERDICTS = ("supported", "refuted", "conflicting", "not_enough_evidence", "not_checkable")


def said_by_many(claims, *, people=8, seed=1):
    """Two to four reviewers of each claim, who mostly agree."""
    dice = random.Random(seed)
    found = []
    for claim in range(claims):
        truth = dice.choice(VERDICTS)
        for coder in dice.sample(range(1, people + 1), dice.choice((2, 2, 2, 3, 4))):
            found.append((str(coder), str(claim), truth if dice.random() < 0.7 else dice.choice(VERDICTS)))
    return found


@pytest.mark.parametrize("seed", range(3))
def test_alpha_is_nltks(seed):
    data = said_by_many(120, seed=seed)
    assert agreement.overall(data).value == pytest.approx(AnnotationTask(data=data).alpha())
    for verdict, found in agreement.by_verdict(data).items():
        against = [(coder, item, str(label == verdict)) for coder, item, label in data]
        assert found.value == pytest.approx(AnnotationTask(data=against).alpha())


@pytest.mark.parametrize("seed", range(3))
def test_kappa_is_nltks(seed):
    data = said_by_many(300, people=4, seed=seed)
    for (first, second), found in agreement.by_pair(data).items():
        of_two = [one for one in data if one[0] in (str(first), str(second))]
        common = {item for item, n in Counter(item for _, item, _ in of_two).items() if n == 2}
        task = AnnotationTask(data=[one for one in of_two if one[1] in common])
        assert found.claims == len(common)
        assert found.value == pytest.approx(task.kappa_pairwise(str(first), str(second)))


def test_the_interval_is_that_of_drawing_claim_after_claim():
    """The bootstrap as it is written in books, by NLTK: its edges are met within the noise of a few hundred draws."""
    data = said_by_many(60, people=4)
    items = {}
    for coder, item, label in data:
        items.setdefault(item, []).append((coder, label))
    dice, drawn = random.Random(7), []
    for _ in range(400):
        chosen = dice.choices(list(items.values()), k=len(items))
        again = [(coder, str(n), label) for n, said in enumerate(chosen) for coder, label in said]
        drawn.append(AnnotationTask(data=again).alpha())
    found = agreement.overall(data)
    low, high = np.quantile(drawn, (0.025, 0.975))
    assert (found.low, found.high) == pytest.approx((low, high), abs=0.25 * (high - low))


def test_what_a_page_costs_does_not_grow_with_its_resamples_times_its_claims():
    """Beyond looking at each answer a few times: two hundred resamples of each claim were a minute for 1,500 of them."""

    def page(data):
        return lambda: (agreement.overall(data), agreement.by_verdict(data), agreement.by_pair(data))

    few, many = said_by_many(300), said_by_many(3000)
    page(few)()
    more = calls(page(many)) - calls(page(few))
    assert more / (len(many) - len(few)) < 20


def test_alpha_leaves_out_what_only_one_reviewed():
    data = two(*[SAME] * 9, *[OTHER] * 9, DIFFER, DIFFER[::-1])
    assert agreement.overall([*data, ("3", "alone", "refuted")]) == agreement.overall(data)


def test_the_interval_holds_the_value_and_narrows_with_more_claims():
    few = agreement.overall(two(*[SAME, OTHER, OTHER, DIFFER] * 6))
    many = agreement.overall(two(*[SAME, OTHER, OTHER, DIFFER] * 60))
    for found in (few, many):
        assert found.low <= found.value <= found.high
    assert many.high - many.low < few.high - few.low


def test_below_the_stated_number_there_is_nothing_to_say():
    found = agreement.overall(two(*[SAME, OTHER] * (TOO_FEW // 2 - 1)))
    assert (found.claims, found.value) == (TOO_FEW - 2, None)
    assert found.reading.startswith("too few to say")


@pytest.mark.parametrize(
    ("pairs", "reading"),
    [
        ([SAME, OTHER] * 20, "reliable"),
        ([SAME] * 16 + [OTHER] * 16 + [DIFFER, DIFFER[::-1]] * 3, "enough for tentative conclusions"),
        ([SAME, OTHER, DIFFER] * 10, "not reliable: look at the disagreements together"),
        ([DIFFER, DIFFER[::-1]] * 15, "no better than chance"),
        ([SAME] * 30, "cannot be told from chance: everybody always said the same"),
    ],
)
def test_a_figure_is_read_in_plain_words(pairs, reading):
    assert agreement.overall(two(*pairs)).reading == reading


def test_by_verdict_shows_on_which_one_people_differ():
    unclear = ("not_enough_evidence", "conflicting")
    found = agreement.by_verdict(two(*[SAME, OTHER, unclear] * 10))
    assert found["supported"].value == pytest.approx(1.0)
    assert found["conflicting"].value < 0.5


@pytest.mark.django_db
def test_answers_come_from_complete_rounds_of_two_or_more():
    first, second = PersonFactory(), PersonFactory()
    both, open_still, alone = (ClaimFactory(queued=True, rows__required=n) for n in (2, 2, 1))
    for claim, people in ((both, (first, second)), (open_still, (first,)), (alone, (first,))):
        for person in people:
            give(slots.take(claim, by=person), person)
    data = agreement.answers()
    assert {item for _, item, _ in data} == {str(both.rounds.get().pk)}
    assert agreement.names(agreement.by_pair(data)) == {first.pk: first, second.pk: second}
    assert agreement.over_time([(date(2000, 1, 1), date(2000, 1, 31))])[0][1].claims == 0


def reviewed_by(claim, *people, verdict="supported"):
    for person in people:
        give(slots.take(claim, by=person), person, verdict)
    claim.refresh_from_db()
    return claim


@pytest.mark.django_db
def test_a_round_after_its_reviewers_could_read_another_is_no_independent_answer(cast):
    people = PersonFactory(), PersonFactory()
    claim = reviewed_by(ClaimFactory(queued=True, rows__required=2, harm="high"), *people)
    decisions.send_back(claim, comment="The ledger of 2024 is out.", by=cast[Role.EDITOR])
    reviewed_by(claim, *people, verdict="refuted")
    data = agreement.answers()
    assert {item for _, item, _ in data} == {str(claim.rounds.get(number=1).pk)}
    assert {label for _, _, label in data} == {"supported"}


@pytest.mark.django_db
def test_a_review_that_was_taken_back_is_no_answer(cast):
    people = PersonFactory(), PersonFactory()
    claim = reviewed_by(ClaimFactory(queued=True, rows__required=2), *people)
    decisions.reword(claim, wording="The bridge cost 13 million.", reason="The figure", by=cast[Role.EDITOR])
    mine, other = claim.reviews.order_by("pk")
    reaffirming.take_back(mine, by=mine.reviewer)
    assert [coder for coder, _, _ in agreement.answers()] == [str(other.reviewer_id)]
