import pytest
from django.urls import reverse

from claims.models import Claim, Event, Role, Status
from tests.factories import ClaimFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def triager(client, cast):
    client.force_login(cast[Role.TRIAGER])
    return client


def test_it_shows_a_candidate_in_its_sentence_with_its_source(triager):
    claim = ClaimFactory()
    page = triager.get(reverse("triage")).content.decode()
    assert claim.wording in page
    assert "<mark" in page
    assert claim.appearances.get().statement.source.name in page


@pytest.mark.parametrize(
    ("why", "said"), [("abstained", "Left to a person: cut off"), ("caution", "Read with care: cut off")]
)
def test_it_says_why_the_machine_doubts_a_claim_and_lists_those_alone(triager, why, said):
    sure, doubted = ClaimFactory(), ClaimFactory(**{why: "cut off"})
    assert said in triager.get(reverse("triage")).content.decode()
    rows = triager.get(reverse("triage"), {"show": "abstained"}).context["rows"]
    assert [claim for claim, _ in rows] == [doubted] != [sure]


def test_it_says_when_nothing_waits(triager):
    assert "Triage is empty" in triager.get(reverse("triage")).content.decode()


def test_accept_queues_the_claim_and_goes_on(triager):
    claim = ClaimFactory()
    answer = triager.post(reverse("claim_verb", args=[claim.pk, "accept"]), {"next": "/triage/"})
    claim.refresh_from_db()
    assert (claim.status, answer.url) == (Status.QUEUED, "/triage/")


def test_a_verb_said_on_the_second_page_comes_back_to_it(triager):
    ClaimFactory.create_batch(21)
    page = triager.get(reverse("triage"), {"page": 2}).content.decode()
    assert "next=/triage/%3Fpage%3D2%23row-" in page


def test_dismiss_needs_a_reason(triager):
    claim = ClaimFactory()
    answer = triager.post(reverse("claim_verb", args=[claim.pk, "dismiss"]), {})
    assert answer.status_code == 422
    claim.refresh_from_db()
    assert claim.status == Status.CANDIDATE


def test_one_key_dismisses_with_its_reason_and_answers_with_a_word(triager):
    claim = ClaimFactory()
    answer = triager.post(
        reverse("claim_verb", args=[claim.pk, "dismiss"]), {"reason": "opinion"}, headers={"HX-Request": "true"}
    )
    assert "Undo" in answer.content.decode()
    claim.refresh_from_db()
    assert (claim.status, claim.dismiss_reason) == (Status.DISMISSED, "opinion")


def test_a_second_press_is_refused_as_not_now_and_changes_nothing(triager):
    claim = ClaimFactory(dismissed=True)
    answer = triager.post(reverse("claim_verb", args=[claim.pk, "dismiss"]), {"reason": "opinion"})
    assert answer.status_code == 409
    assert Event.objects.count() == 0


def test_the_way_back_never_leaves_the_desk(triager):
    claim = ClaimFactory()
    answer = triager.post(reverse("claim_verb", args=[claim.pk, "accept"]), {"next": "https://evil.example/"})
    assert answer.url == reverse("claim", args=[claim.pk])


def test_bulk_shows_first_what_it_would_do(triager):
    claims = [ClaimFactory(), ClaimFactory()]
    page = triager.post(reverse("triage_bulk"), {"claim": [c.pk for c in claims], "act": "dismiss"})
    assert all(claim.wording in page.content.decode() for claim in claims)
    assert set(Claim.objects.values_list("status", flat=True)) == {Status.CANDIDATE}


def test_bulk_does_it_once_it_is_sure_with_an_event_each(triager):
    claims = [ClaimFactory(), ClaimFactory()]
    said = {"claim": [c.pk for c in claims], "act": "dismiss", "reason": "boilerplate", "sure": "1"}
    triager.post(reverse("triage_bulk"), said)
    assert set(Claim.objects.values_list("status", flat=True)) == {Status.DISMISSED}
    assert Event.objects.filter(verb="dismiss").count() == 2


def test_a_reviewer_is_told_that_triage_is_not_theirs(client, cast):
    client.force_login(cast[Role.REVIEWER])
    assert client.get(reverse("triage")).status_code == 403


def test_the_page_asks_the_database_the_same_number_of_times_whatever_waits(triager, django_assert_max_num_queries):
    for _ in range(12):
        ClaimFactory()
    with django_assert_max_num_queries(8):  # six of its own, and the session and the person
        triager.get(reverse("triage"))
