import pytest
from django.db import transaction
from django.urls import reverse
from lxml import html

from claims.models import Role, Status
from claims.models.states import VERBS
from claims.review import slots, triage
from tests.factories import ClaimFactory
from tests.review.test_main_job import give

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client, cast):
    client.force_login(cast[Role.EDITOR])
    return client


@pytest.mark.parametrize("status", [s.value for s in Status if s != Status.CANDIDATE])
def test_a_claim_in_any_status_has_a_page_and_a_history(editor, status):
    claim = ClaimFactory(**{status: True})
    assert claim.wording in editor.get(claim.get_absolute_url()).content.decode()
    assert editor.get(reverse("claim_history", args=[claim.pk])).status_code == 200


def test_an_editor_sees_what_is_decided_and_why(editor):
    claim = ClaimFactory(decided=True)
    assert claim.wording in editor.get(reverse("claims"), {"status": "decided"}).content.decode()
    page = editor.get(claim.get_absolute_url()).content.decode()
    assert "Verification status: Supported" in page


def test_the_filter_leaves_out_other_statuses(editor):
    ClaimFactory(wording="Candidate words")
    assert "Candidate words" not in editor.get(reverse("claims"), {"status": "decided"}).content.decode()


def test_only_verbs_that_the_table_allows_are_offered(client, cast):
    claim = ClaimFactory()
    client.force_login(cast[Role.REVIEWER])
    page = client.get(claim.get_absolute_url()).content.decode()
    assert reverse("claim_verb", args=[claim.pk, "accept"]) not in page
    assert reverse("claim_verb", args=[claim.pk, "ask"]) in page


def test_on_hold_is_offered_to_who_holds_the_claim_and_refused_to_other_reviewers(client, cast):
    slot = slots.take(ClaimFactory(queued=True, rows__required=2), by=cast["second"])
    address = reverse("claim_verb", args=[slot.claim_id, "hold"])
    for name, offered, answer in ((Role.REVIEWER, False, 403), ("second", True, 302)):
        client.force_login(cast[name])
        assert (address in client.get(slot.claim.get_absolute_url()).content.decode()) is offered
        assert client.post(address, {"reason": "The ledger", "until": "2999-01-01"}).status_code == answer


@pytest.mark.parametrize("verb", ["take", "nonsense", "delete"])
def test_a_verb_that_has_no_such_door_is_not_found(editor, verb):
    claim = ClaimFactory()
    assert editor.post(reverse("claim_verb", args=[claim.pk, verb])).status_code in (404, 405, 409)


def test_the_history_reads_like_a_story(editor, cast):
    claim = triage.accept(ClaimFactory(), by=cast[Role.TRIAGER])
    slots.take(claim, by=cast[Role.REVIEWER])
    page = editor.get(reverse("claim_history", args=[claim.pk])).content.decode()
    assert "accepted it for review" in page
    assert "took it for review" in page
    assert "Candidate" in page


def test_a_dismissal_is_told_with_its_reason_in_words(editor, cast):
    claim = triage.dismiss(ClaimFactory(), reason="cut_off", by=cast[Role.TRIAGER])
    assert "Cut off" in editor.get(reverse("claim_history", args=[claim.pk])).content.decode()


def test_every_verb_has_words_in_the_story():
    from claims.views.stories import DONE

    assert set(VERBS) <= set(DONE)


def test_the_list_asks_the_database_the_same_number_of_times_whatever_its_length(editor, django_assert_max_num_queries):
    for _ in range(8):
        ClaimFactory()
    with django_assert_max_num_queries(8):
        editor.get(reverse("claims"))


def test_the_story_begins_with_the_reading_that_brought_the_claim(editor):
    from claims.record import events
    from tests.factories import ExtractionRunFactory

    run = ExtractionRunFactory()
    article = run.text_version.article
    claim = ClaimFactory(article=article, run=run)
    with transaction.atomic():
        events.append("extract", article, by=None, payload={"run": run.pk, "claims": [claim.pk]})
    page = editor.get(reverse("claim_history", args=[claim.pk])).content.decode()
    assert "The desk</bdi></strong> read it out of the article" in page


def test_the_story_names_whom_it_concerns_and_what_a_visible_review_found(editor, cast):
    claim = ClaimFactory(queued=True)
    slot = slots.assign(claim, to=cast[Role.REVIEWER], by=cast[Role.EDITOR])
    hidden = editor.get(reverse("claim_history", args=[claim.pk])).content.decode()
    assert "(to reviewer)" in hidden
    give(slot, cast[Role.REVIEWER], "refuted")
    page = editor.get(reverse("claim_history", args=[claim.pk])).content.decode()
    assert 'submitted a review <span class="soft">(Refuted)</span>' in page


def test_who_is_part_of_a_round_is_not_offered_another_slot_of_it(client, cast):
    claim = ClaimFactory(queued=True, rows__required=2)
    client.force_login(cast[Role.REVIEWER])
    assert "Take for review" in client.get(claim.get_absolute_url()).content.decode()
    slots.take(claim, by=cast[Role.REVIEWER])
    page = client.get(claim.get_absolute_url()).content.decode()
    assert "Take for review" not in page
    assert "You hold it until" in page


def seen_by(page):
    return html.fromstring(page.content).xpath("//main//input[@name='seen']/@value")[0]


def test_a_new_wording_from_a_stale_form_shows_both_and_goes_in_when_it_is_sent_again(editor):
    claim = ClaimFactory(queued=True)
    address = reverse("claim_verb", args=[claim.pk, "reword"])
    seen = seen_by(editor.get(address))
    first = {"wording": "The first of two wordings.", "reason": "clearer", "seen": seen}
    assert editor.post(address, first).status_code == 302
    late = editor.post(address, first | {"wording": "The second of two wordings."})
    page = late.content.decode()
    assert late.status_code == 409
    assert "The first of two wordings." in page
    assert "The second of two wordings." in page
    again = {
        "wording": "The second of two wordings.",
        "reason": "shorter",
        "seen": seen_by(late),
    }
    assert editor.post(address, again).status_code == 302
    claim.refresh_from_db()
    assert (claim.wording, claim.wording_number) == ("The second of two wordings.", 3)
