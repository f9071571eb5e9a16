"""“Already checked?”: proposals by the real encoder, answers by people."""

from time import monotonic

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.matching.encoder import load
from claims.matching.vectors import VectorStore
from claims.memory import archive, known, suggestions
from claims.models import Event, FactCheck, Import, Match, Role, Status, Suggestion, WorkState
from claims.record import work
from claims.record.refusals import NotPermitted
from tests.factories import ClaimFactory, ClaimVersionFactory, PersonFactory

pytestmark = pytest.mark.django_db

SAID = "The governor cut the education budget by 1.4 billion dollars."
AGAIN = "Governor cut education budget by $1.4 billion."
OTHER = "Whales sleep in groups near the surface."


@pytest.fixture(autouse=True)
def shelf(monkeypatch, tmp_path):
    """An archive of its own for each test, as a worker that just started has it."""

    def start():
        started = archive.Archive(load(), VectorStore(tmp_path / "vectors"))
        monkeypatch.setattr(known, "open_archive", lambda: started)
        return started

    start()
    return start


@pytest.fixture
def sent(monkeypatch):
    calls = []
    monkeypatch.setattr(work, "_send", lambda task, pk: calls.append((task, pk)))
    return calls


def compare():
    known.begin_due()
    for pk in Match.objects.filter(state=WorkState.QUEUED).values_list("pk", flat=True):
        known.match(pk)


def fact_check(text, **more):
    done = Import.objects.create(name="f", format="csv", by=PersonFactory(), state=WorkState.DONE)
    return FactCheck.objects.create(claim_text=text, key=text[:60], imported=done, **more)


def test_a_claim_that_the_desk_knows_is_proposed_to_the_younger_one():
    older, younger, _ = ClaimFactory(wording=SAID), ClaimFactory(wording=AGAIN), ClaimFactory(wording=OTHER)
    compare()
    (found,) = Suggestion.objects.all()
    assert (found.claim, found.other_claim, found.state) == (younger, older, "proposed")
    assert found.score >= known.SAME


def test_a_published_fact_check_is_proposed():
    check = fact_check(AGAIN, rating="False")
    claim = ClaimFactory(wording=SAID)
    compare()
    assert [s.fact_check for s in claim.suggestions.all()] == [check]


def test_what_was_dismissed_or_merged_is_not_proposed():
    ClaimFactory(wording=SAID, dismissed=True)
    claim = ClaimFactory(wording=AGAIN)
    compare()
    assert claim.suggestions.count() == 0


def test_nothing_merges_by_itself():
    older, younger = ClaimFactory(wording=SAID), ClaimFactory(wording=SAID)
    compare()
    assert {type(c).objects.get(pk=c.pk).status for c in (older, younger)} == {Status.CANDIDATE}


def test_every_wording_without_a_comparison_gets_one_and_the_first_is_woken(sent, django_capture_on_commit_callbacks):
    ClaimFactory.create_batch(3)
    with django_capture_on_commit_callbacks(execute=True):
        assert (known.begin_due(), known.begin_due()) == (3, 0)
    assert sent == [("claims.match", Match.objects.order_by("pk").first().pk)]


def test_one_delivery_does_all_that_wait():
    ClaimFactory.create_batch(3)
    known.begin_due()
    known.match(Match.objects.first().pk)
    assert set(Match.objects.values_list("state", flat=True)) == {"done"}


def test_a_reworded_claim_is_compared_again_by_its_new_wording():
    older = ClaimFactory(wording=SAID)
    claim = ClaimFactory(wording=OTHER)
    compare()
    ClaimVersionFactory(claim=claim, number=2, text=AGAIN)
    type(claim).objects.filter(pk=claim.pk).update(wording=AGAIN, wording_number=2)
    compare()
    assert [s.other_claim for s in claim.suggestions.all()] == [older]


def test_open_claims_are_compared_again_once_fact_checks_came_in():
    claim, _ = ClaimFactory(wording=SAID), ClaimFactory(wording=SAID + " Again.", dismissed=True)
    compare()
    check = fact_check(AGAIN)
    assert known.ask_again() == 1
    compare()
    assert [s.fact_check for s in claim.suggestions.all()] == [check]


def test_an_archive_that_is_not_in_yet_is_read_in_by_the_next_task(monkeypatch):
    monkeypatch.setattr(archive, "SLICE", 2)
    monkeypatch.setattr(known, "PATIENCE", 10)
    ClaimFactory.create_batch(5)
    known.begin_due()
    first = Match.objects.order_by("pk").first()
    reading = known.open_archive()
    taken = work.take(Match, first.pk)
    assert not known._compare(taken, until=monotonic() - 1)
    first.refresh_from_db()
    assert (first.state, len(reading)) == ("queued", 2)
    known.match(first.pk)
    assert set(Match.objects.values_list("state", flat=True)) == {"done"}


def test_a_restarted_worker_encodes_nothing_again(shelf):
    ClaimFactory.create_batch(3)
    compare()

    def refuse(texts):
        raise AssertionError(texts)

    again = shelf()
    again._index._encoder = refuse
    assert again.top_up(until=monotonic() + 10)
    assert len(again) == 3


def test_two_numbers_for_one_quantity_are_shown_together():
    one = ClaimFactory(wording="Police detained more than 2,000 people at protests in Russia.")
    two = ClaimFactory(wording="Police detained 798 people at protests in 33 towns in Russia.")
    compare()
    assert list(two.wordings.get().match.same_quantity.all()) == [one]
    assert list(one.wordings.get().match.same_quantity.all()) == [two]


# --- answers -----------------------------------------------------------------------------------------------------


@pytest.fixture
def suggestion(db):
    return Suggestion.objects.create(claim=ClaimFactory(), other_claim=ClaimFactory(), score=0.7)


@pytest.mark.parametrize(
    ("answer", "state", "verb"),
    [(suggestions.confirm, "same", "confirm_same"), (suggestions.refuse, "different", "refuse_same")],
)
def test_an_answer_is_one_event_of_the_claim(suggestion, person, answer, state, verb):
    tara = person("tara", Role.TRIAGER)
    answer(suggestion, by=tara)
    answer(suggestion, by=tara)
    suggestion.refresh_from_db()
    assert (suggestion.state, suggestion.by) == (state, tara)
    assert list(Event.objects.values_list("verb", "claim")) == [(verb, suggestion.claim_id)]


def test_an_answer_outlasts_another_comparison(person):
    ClaimFactory(wording=SAID)
    claim = ClaimFactory(wording=AGAIN)
    compare()
    suggestions.refuse(claim.suggestions.get(), by=person("tara", Role.TRIAGER))
    known.ask_again()
    compare()
    assert claim.suggestions.get().state == "different"


def test_a_contributor_answers_nothing(suggestion, person):
    with pytest.raises(NotPermitted):
        suggestions.confirm(suggestion, by=person("cora", Role.CONTRIBUTOR))


def test_no_cursor_stays_open_while_the_archive_is_read_in(shelf, monkeypatch):
    """SQLite would refuse this process every further write, as soon as another one has written."""
    monkeypatch.setattr(archive, "SLICE", 2)
    monkeypatch.setattr(archive, "AT_ONCE", 3)
    for number in range(5):
        ClaimFactory(wording=f"Bridge {number} cost 12 million euros.")
    told = []
    with CaptureQueriesContext(connection) as captured:
        assert known.open_archive().top_up(until=monotonic() + 60, tell=told.append)
    read = [query["sql"] for query in captured if "claims_claimversion" in query["sql"]]
    assert told == [2, 3, 5]
    assert len(read) == 3
    assert all("LIMIT 3" in sql for sql in read)
