import re

import pytest
from django.urls import reverse

from claims.models import ChainHead, CheckRequest, Claim, Event, Role, Status
from claims.record.refusals import IllegalMove
from claims.review import slots, triage
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
    assert (claim.status, answer.url) == (Status.QUEUED, f"/triage/?undo={claim.pk}")


def test_an_accept_is_undone_with_the_key_that_undoes_a_dismissal(triager):
    claim = ClaimFactory()
    triager.post(reverse("claim_verb", args=[claim.pk, "accept"]), {})
    page = triager.get(reverse("triage"), {"undo": claim.pk}).content.decode()
    assert re.search(r'<button[^>]*data-key="u"', page)
    triager.post(reverse("triage_bulk"), {"act": "undo", "claim": claim.pk})
    claim.refresh_from_db()
    assert claim.status == Status.CANDIDATE
    assert Event.objects.last().verb == "put_back"
    assert not claim.slots.exclude(state="ended").exists()


def test_what_somebody_else_accepted_is_offered_to_nobody_else_to_undo(triager, client, cast):
    claim = triage.accept(ClaimFactory(), by=cast[Role.EDITOR])
    assert not triager.get(reverse("triage"), {"undo": claim.pk}).context["undo"]
    address = reverse("claim_verb", args=[claim.pk, "put_back"])
    assert address not in triager.get(claim.get_absolute_url()).content.decode()
    assert triager.post(address).status_code == 403
    client.force_login(cast[Role.EDITOR])
    assert address in client.get(claim.get_absolute_url()).content.decode()


def test_a_claim_that_was_taken_is_not_put_back(cast):
    claim = triage.accept(ClaimFactory(), by=cast[Role.EDITOR])
    slots.take(claim, by=cast[Role.REVIEWER])
    claim.refresh_from_db()
    with pytest.raises(IllegalMove):
        triage.put_back(claim, by=cast[Role.EDITOR])


def test_a_claim_that_was_put_back_is_accepted_again_into_a_round_of_its_own(cast):
    claim = triage.accept(ClaimFactory(), by=cast[Role.EDITOR])
    triage.accept(triage.put_back(claim, by=cast[Role.EDITOR]), by=cast[Role.EDITOR])
    assert slots.take(claim, by=cast[Role.REVIEWER]).round.number == 2


def test_a_row_that_was_accepted_in_place_has_its_undo_and_comes_back(triager):
    claim = ClaimFactory()
    htmx = {"HX-Request": "true", "HX-Current-URL": "http://testserver/triage/"}
    accepted = triager.post(reverse("claim_verb", args=[claim.pk, "accept"]), {"next": "/triage/"}, headers=htmx)
    assert "data-undo" in accepted.content.decode()
    back = triager.post(reverse("claim_verb", args=[claim.pk, "put_back"]), {"next": "/triage/"}, headers=htmx)
    assert 'data-row-key="a"' in back.content.decode()


@pytest.mark.parametrize(("show", "left"), [("", 2), ("?show=abstained", 1)])
def test_a_decided_row_says_how_many_wait_by_now(triager, show, left):
    claim = ClaimFactory(caution="torn")
    ClaimFactory(caution="torn")
    ClaimFactory()
    htmx = {"HX-Request": "true", "HX-Current-URL": f"http://testserver/triage/{show}"}
    answer = triager.post(reverse("claim_verb", args=[claim.pk, "accept"]), {}, headers=htmx).content.decode()
    assert re.search(rf'id="waiting" hx-swap-oob="true">{left} candidate', answer)


def test_a_card_of_the_article_counts_nothing_and_takes_its_buttons_back(triager):
    claim = ClaimFactory()
    here = claim.article.get_absolute_url()
    htmx = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{here}"}
    accepted = triager.post(reverse("claim_verb", args=[claim.pk, "accept"]), {"next": here}, headers=htmx)
    assert 'id="waiting"' not in accepted.content.decode()
    back = triager.post(reverse("claim_verb", args=[claim.pk, "put_back"]), {"next": here}, headers=htmx)
    assert "data-row-key" not in back.content.decode()
    assert f'value="{here}"' in back.content.decode()


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


def bulk(client, claims, act, **said):
    return client.post(reverse("triage_bulk"), {"claim": [c.pk for c in claims], "act": act} | said, follow=True)


def test_no_reason_is_recorded_that_nobody_chose(triager):
    claims = [ClaimFactory(), ClaimFactory()]
    page = bulk(triager, claims, "dismiss").content.decode()
    assert "selected" not in page
    assert re.findall(r'name="reason" value="(\w+)" data-key="(\d)"', page)[:2] == [
        ("not_a_claim", "1"),
        ("opinion", "2"),
    ]
    assert "Choose one of them" in bulk(triager, claims, "dismiss", sure="1", note="Enter").content.decode()
    assert not Event.objects.exists()


@pytest.mark.parametrize("act", ["accept", "dismiss"])
def test_what_was_done_in_bulk_is_undone_with_one_key(triager, act):
    claims = [ClaimFactory(), ClaimFactory()]
    page = bulk(triager, claims, act, sure="1", reason="opinion")
    assert page.context["undo"] == claims
    assert re.search(r'<button[^>]*data-key="u"', page.content.decode())
    bulk(triager, claims, "undo", seen=page.wsgi_request.seen)
    assert set(Claim.objects.values_list("status", flat=True)) == {Status.CANDIDATE}


def test_undo_leaves_what_a_colleague_has_gone_on_with_and_says_so(triager, cast):
    claims = [ClaimFactory(wording="The first."), ClaimFactory(wording="The second.")]
    seen = bulk(triager, claims, "accept", sure="1").wsgi_request.seen
    slots.take(Claim.objects.get(pk=claims[0].pk), by=cast[Role.REVIEWER])
    page = bulk(triager, claims, "undo", seen=seen).content.decode()
    assert "Left out: “The first.”. reviewer took it for review." in page
    assert "1 claim is a candidate again." in page
    assert [Claim.objects.get(pk=c.pk).status for c in claims] == [Status.IN_REVIEW, Status.CANDIDATE]


@pytest.mark.parametrize("sure", [{}, {"sure": "1"}])
def test_bulk_names_the_claim_that_it_leaves_out_and_who_was_faster(triager, cast, sure):
    claims = [ClaimFactory(wording="The first."), ClaimFactory(wording="The second.")]
    seen = ChainHead.objects.get().sequence
    triage.dismiss(claims[0], reason="opinion", by=cast[Role.EDITOR])
    page = bulk(triager, claims, "accept", seen=seen, **sure).content.decode()
    assert "Left out: “The first.”. editor dismissed it: Opinion." in page
    assert ("Accepted 1 claim." in page) == bool(sure)


def test_a_reviewer_is_told_that_triage_is_not_theirs(client, cast):
    client.force_login(cast[Role.REVIEWER])
    assert client.get(reverse("triage")).status_code == 403


def test_the_page_asks_the_database_the_same_number_of_times_whatever_waits(triager, django_assert_max_num_queries):
    for _ in range(12):
        ClaimFactory()
    with django_assert_max_num_queries(8):  # six of its own, and the session and the person
        triager.get(reverse("triage"))


def test_why_somebody_asked_stands_in_the_row(triager, cast):
    triage.ask(ClaimFactory(), why="My neighbour wonders.", by=cast[Role.CONTRIBUTOR])
    assert "My neighbour wonders." in triager.get(reverse("triage")).content.decode()


def test_a_check_is_asked_for_once_and_the_claims_page_says_why(client, cast):
    claim = ClaimFactory()
    client.force_login(cast[Role.CONTRIBUTOR])
    address = reverse("claim_verb", args=[claim.pk, "ask"])
    assert address in client.get(claim.get_absolute_url()).content.decode()
    client.post(address, {"why": "My neighbour wonders."})
    page = client.get(claim.get_absolute_url()).content.decode()
    assert address not in page
    assert "My neighbour wonders." in page
    assert CheckRequest.objects.count() == 1


def test_who_words_nothing_is_offered_no_words(client, cast):
    claim = ClaimFactory()
    client.force_login(cast[Role.ADMINISTRATOR])
    row = client.get(reverse("triage")).content.decode()
    offered = [v for v in ("reword", "split", "merge") if reverse("claim_verb", args=[claim.pk, v]) in row]
    assert offered == ["merge"]
    page = client.get(claim.article.get_absolute_url()).content.decode()
    assert reverse("article_words", args=[claim.article_id]) not in page
    assert reverse("article_selected", args=[claim.article_id]) not in page
    address = reverse("article_selected", args=[claim.article_id])
    sent = {"begins": 0, "ends": 10, "wording": "The bridge cost a lot."}
    assert client.post(address, sent).status_code == 422
    assert client.post(address, sent | {"claim": claim.pk}).url == claim.get_absolute_url()
    assert Claim.objects.get() == claim
