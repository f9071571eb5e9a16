"""Many reviewers at once, leases that lapse, people who lose their roles, and forgers of the record (F85–F91, F96–F99)."""

from collections import Counter

import pytest

from tests.faults.desk import unlike
from tests.faults.visitor import Visitor

pytestmark = pytest.mark.faults
PEOPLE, TAKES = 16, 4


@pytest.fixture
def queue(desk):
    """Hand in an article of so many lines; its claims, queued."""

    def fill(lines=1, **policy):
        before = desk.ask("policy", **policy) if policy else {}
        number = desk.submit(unlike("\n".join(f"Line {n} said that something happened." for n in range(lines))))
        desk.done(number, claims=lines)
        undo.append(before)
        return desk.ask("queued", number=number)

    undo = []
    yield fill
    for before in undo:
        if before:
            desk.ask("policy", **before)


@pytest.mark.fault("F85")
def test_sixteen_reviewers_take_from_one_queue(desk, queue):
    queue(PEOPLE * TAKES // 2, reviews=2, max_leases=50)
    taken = desk.ask("crowd", people=PEOPLE, takes=TAKES)
    assert set(Counter(slot for slot, _, _ in taken).values()) == {1}
    assert set(Counter((round_, holder) for _, round_, holder in taken).values()) == {1}
    assert len({holder for _, _, holder in taken}) == PEOPLE  # nobody came away empty
    desk.holds()


@pytest.mark.fault("F86")
def test_two_stale_forms_for_one_claim(desk, queue):
    (claim,) = queue()
    path = f"/claims/{claim}/reword/"
    with Visitor(desk, "triager") as first, Visitor(desk, "editor") as second:
        mine, theirs = first.hidden(path), second.hidden(path)
        assert first.send(path, mine | {"wording": "The first of two wordings.", "reason": "clearer"}).status == 200
        late = second.send(path, theirs | {"wording": "The second of two wordings.", "reason": "shorter"})
        assert late.status == 409
        assert "The first of two wordings." in late.text
        assert "The second of two wordings." in late.text
    desk.holds()


@pytest.mark.fault("F87")
def test_a_lease_runs_out_while_its_holder_writes(desk, queue):
    first, second = queue(2)
    assert desk.ask("lapse", claim=first, taken=False) == {"draft": True, "refused": False, "reviews": 1}
    assert desk.ask("lapse", claim=second, taken=True) == {"draft": True, "refused": True, "reviews": 0}
    desk.holds()


@pytest.mark.fault("F88")
def test_a_review_is_sent_eight_times_at_once(desk, queue):
    (claim,) = queue()
    assert desk.ask("send_at_once", claim=claim, times=8) == 1
    desk.holds()


@pytest.mark.fault("F89")
@pytest.mark.parametrize("what", ["role", "account"])
def test_a_reviewer_loses_the_role_or_the_account_meanwhile(desk, queue, what):
    (claim,) = queue()
    assert desk.ask("lose", claim=claim, what=what) == {"refused": True, "state": "open", "reviews": 0}
    desk.holds()


@pytest.mark.fault("F90")
def test_a_claim_is_reworded_while_a_slot_is_held(desk, queue):
    (claim,) = queue()
    assert desk.ask("reword_under", claim=claim) == {"refused": True, "told": True, "reviews": 0}
    desk.holds()


@pytest.mark.fault("F91")
def test_an_article_is_read_again_while_its_claims_are_in_review(desk):
    desk.arm()
    number = desk.submit()
    desk.done(number)
    held = desk.ask("take_first", number=number)
    run = desk.ask("read_again", number=number)
    assert desk.until(lambda: desk.ask("standing", run=run, **held)["run"] == "done")
    assert desk.ask("standing", run=run, **held) == {
        "run": "done",
        "status": "in_review",
        "state": "held",
        "appears": 1,
    }
    desk.holds()


@pytest.mark.fault("F96")
def test_the_record_is_rewritten(desk):
    desk.done(desk.submit())
    assert set(desk.ask("forbidden")) == {True}
    for way in ("header", "payload"):
        found(desk, way)


@pytest.mark.fault("F97")
def test_a_row_or_what_it_tells_is_taken_out_of_the_record(desk):
    for way in ("row gone", "payload gone"):
        found(desk, way)


@pytest.mark.fault("F98")
def test_the_tail_is_cut_or_the_whole_chain_computed_anew(desk):
    for way in ("tail cut", "recomputed"):
        found(desk, way, alone=False)


@pytest.mark.fault("F99")
def test_an_older_state_is_put_back_without_a_word(desk):
    desk.done(desk.submit())
    found(desk, "tail cut", alone=False)  # a backup of before is the record without its newest events


def found(desk, way, alone=True):
    """It is found by reading the record, or at the latest against a head kept elsewhere; afterwards all is as before."""
    said = desk.ask("forge", way=way)
    assert said["against"]
    assert bool(said["alone"]) is alone
    assert said["clean"]
