import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from claims.forms.review import MOST_EVIDENCE, EvidenceForm
from claims.ingest import documents
from claims.models import Draft, Policy, Review, Role, Slot, SlotState, Status
from claims.review import queues, rewording, slots
from tests.factories import ClaimFactory, ConflictOfInterestFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def slot(reviewer):
    claim = ClaimFactory(queued=True)
    reviewer.post(reverse("queue"))
    return Slot.objects.select_related("claim").get(claim=claim)


def filled(slot, **more):
    source = slot.claim.appearances.get().statement.source_id
    return {
        "token": slot.token,
        "wording_number": slot.claim.wording_number,
        "verdict": "supported",
        "rationale": "The ledger shows it.",
        "searched": "",
        "as_of": "",
        "look_again_by": "",
        f"source-{source}": "confirmed",
        "evidence-TOTAL_FORMS": "1",
        "evidence-INITIAL_FORMS": "0",
        "evidence-0-address": "https://ledger.example/",
        "evidence-0-stance": "supports",
        "evidence-0-description": "",
        "evidence-0-quotation": "12 million",
        "evidence-0-named": "",
        "evidence-0-interest": "",
    } | more


def test_the_queue_states_its_order(reviewer):
    assert "check-worthiness in three bands" in reviewer.get(reverse("queue")).content.decode()


def test_taking_the_next_claim_leads_to_its_review(reviewer):
    claim = ClaimFactory(queued=True)
    answer = reviewer.post(reverse("queue"))
    assert answer.url == reverse("review", args=[claim.slots.get().pk])


def test_an_empty_queue_is_said(reviewer):
    assert "Nothing in the queue" in reviewer.post(reverse("queue"), follow=True).content.decode()


def test_the_review_shows_the_claim_in_its_article_with_source_and_cue(reviewer, slot):
    page = reviewer.get(reverse("review", args=[slot.pk])).content.decode()
    assert "m-claim" in page
    assert "m-source" in page
    assert "m-cue" in page


def test_a_review_goes_in_and_the_next_claim_comes(reviewer, slot):
    following = ClaimFactory(queued=True)
    answer = reviewer.post(reverse("review", args=[slot.pk]), filled(slot, and_next="1"))
    assert answer.url == reverse("review", args=[following.slots.get().pk])
    review = Review.objects.get()
    assert (review.verdict, review.evidence.get().quotation) == ("supported", "12 million")
    slot.claim.refresh_from_db()
    assert slot.claim.status == Status.DECIDED


@pytest.mark.parametrize("to", ["source", "outlet"])
def test_a_tie_that_was_declared_meanwhile_keeps_the_review_out_and_what_was_typed(reviewer, slot, to):
    tied = {"source": slot.claim.appearances.get().statement.source, "outlet": slot.claim.article.outlet}
    ConflictOfInterestFactory(person=slot.holder, **({"source": None} | {to: tied[to]}))
    page = reviewer.post(reverse("review", args=[slot.pk]), filled(slot))
    assert page.status_code == 409
    assert "You declared a tie to the outlet or to a source of this claim" in page.content.decode()
    assert not Review.objects.exists()
    assert Draft.objects.get().data["rationale"] == ["The ledger shows it."]


def test_whoever_has_a_tie_is_led_to_declining(reviewer, slot):
    ConflictOfInterestFactory(person=slot.holder, source=None, outlet=slot.claim.article.outlet)
    page = reviewer.post(reverse("review", args=[slot.pk]), filled(slot)).content.decode()
    assert "The claim has moved on" not in page
    assert "Go on with the draft" not in page
    assert f'action="{reverse("review_decline", args=[slot.pk])}"' in page
    assert f'name="token" value="{slot.token}"' in page


IN_PLACE = {"HX-Request": "true"}


def test_where_the_script_asks_the_next_claim_comes_in_the_answer(reviewer, slot):
    following = ClaimFactory(queued=True, wording="The tunnel opened in 1994.")
    answer = reviewer.post(reverse("review", args=[slot.pk]), filled(slot, and_next="1"), headers=IN_PLACE)
    page = answer.content.decode()
    assert (answer.status_code, answer["HX-Push-Url"]) == (200, reverse("review", args=[following.slots.get().pk]))
    assert page.startswith('<main id="main"')
    assert "Your review is in." in page
    assert "The tunnel opened in 1994." in page
    assert following.slots.get().token in page
    assert following.slots.get().holder == reviewer.person


def test_the_answer_to_the_script_holds_what_was_typed_for_that_claim_before(reviewer, slot):
    following = ClaimFactory(queued=True)
    held = slots.take(following, by=reviewer.person)
    reviewer.post(reverse("review_draft", args=[held.pk]), filled(held, rationale="Half a thought"))
    Slot.objects.filter(pk=held.pk).update(state=SlotState.OPEN, holder=None, lease_until=None)
    answer = reviewer.post(reverse("review", args=[slot.pk]), filled(slot, and_next="1"), headers=IN_PLACE)
    assert "Half a thought" in answer.content.decode()


def test_where_nothing_follows_the_script_is_led_to_the_queue(reviewer, slot):
    answer = reviewer.post(reverse("review", args=[slot.pk]), filled(slot, and_next="1"), headers=IN_PLACE)
    assert answer["HX-Redirect"] == reverse("queue")
    assert Review.objects.count() == 1


def test_the_script_is_told_what_is_missing_beside_what_was_typed(reviewer, slot):
    answer = reviewer.post(reverse("review", args=[slot.pk]), filled(slot, and_next="1", verdict=""), headers=IN_PLACE)
    page = answer.content.decode()
    assert (answer.status_code, page[:15]) == (422, '<main id="main"')
    assert "Choose a verification status" in page
    assert "The ledger shows it." in page


def test_a_review_is_in_even_where_no_further_claim_may_be_held(reviewer, slot):
    Policy.objects.update(max_leases=0)
    answer = reviewer.post(reverse("review", args=[slot.pk]), filled(slot, and_next="1"), follow=True)
    assert answer.redirect_chain == [(reverse("queue"), 302)]
    assert "as many claims as the desk allows" in answer.content.decode()
    assert Review.objects.count() == 1


@pytest.mark.parametrize(
    ("lack", "word"),
    [
        ({"verdict": ""}, "Choose a verification status"),
        ({"rationale": " "}, "rationale is empty"),
        ({"evidence-0-address": "", "evidence-0-quotation": ""}, "at least one piece of evidence"),
        ({"evidence-0-stance": ""}, "whether it supports"),
        ({"evidence-0-address": "no address"}, "missing or wrong"),
        ({"as_of": "tomorrow"}, "missing or wrong"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(reviewer, slot, lack, word):
    answer = reviewer.post(reverse("review", args=[slot.pk]), filled(slot, **lack))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert word in page
    assert lack.get("rationale", "The ledger shows it.") in page
    assert not Review.objects.exists()


def test_searched_none_found_stands_for_evidence(reviewer, slot):
    more = {"evidence-0-address": "", "evidence-0-quotation": "", "evidence-0-stance": "", "searched": "Two archives."}
    reviewer.post(reverse("review", args=[slot.pk]), filled(slot, verdict="not_enough_evidence", **more))
    assert Review.objects.get().searched == "Two archives."


def test_what_is_typed_is_kept_and_comes_back(reviewer, slot):
    kept = reviewer.post(reverse("review_draft", args=[slot.pk]), filled(slot, rationale="Half a thought"))
    assert "Draft kept" in kept.content.decode()
    assert "Half a thought" in reviewer.get(reverse("review", args=[slot.pk])).content.decode()


def test_a_draft_outlives_its_lease(reviewer, slot, cast):
    reviewer.post(reverse("review_draft", args=[slot.pk]), filled(slot, rationale="Half a thought"))
    Slot.objects.update(state=SlotState.OPEN, holder=None, lease_until=None)
    again = slots.take(slot.claim, by=reviewer.person)
    assert "Half a thought" in reviewer.get(reverse("review", args=[again.pk])).content.decode()


def test_a_stale_form_gets_a_page_with_both_wordings_and_loses_nothing(reviewer, slot, cast):
    old = filled(slot, rationale="Written on the old wording")
    rewording.reword(slot.claim, wording="The bridge cost 13 million euros.", reason="figure", by=cast[Role.EDITOR])
    answer = reviewer.post(reverse("review", args=[slot.pk]), old)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "[new:" in page  # the wording as it is now, with what changed marked
    assert slot.claim.wordings.get(number=1).text in page
    assert "Written on the old wording" in page
    assert Draft.objects.get().data["rationale"] == ["Written on the old wording"]


def test_a_double_click_makes_one_review(reviewer, slot):
    for _ in range(2):
        reviewer.post(reverse("review", args=[slot.pk]), filled(slot))
    assert Review.objects.count() == 1


def test_nobody_reviews_in_anothers_slot(reviewer, slot, client, cast):
    client.force_login(cast["second"])
    assert client.get(reverse("review", args=[slot.pk])).status_code == 403
    assert client.post(reverse("review", args=[slot.pk])).status_code == 403
    assert client.post(reverse("review", args=[slot.pk]), filled(slot)).status_code == 409
    assert not Review.objects.exists()


def test_declining_gives_the_claim_back_for_others_only(reviewer, slot, cast):
    reviewer.post(reverse("review_decline", args=[slot.pk]), {"token": slot.token})
    assert slots.take_next(by=reviewer.person) is None
    assert slots.take_next(by=cast["second"]).claim == slot.claim


def test_a_second_reviewer_sees_nothing_of_the_first_ones_review(reviewer, cast, client):
    claim = ClaimFactory(queued=True, rows__required=2)
    slot = slots.take(claim, by=cast["second"])
    client.force_login(cast["second"])
    client.post(reverse("review", args=[slot.pk]), filled(slot, rationale="A secret thought", verdict="refuted"))
    client.force_login(reviewer.person)
    for address in (claim.get_absolute_url(), reverse("claim_history", args=[claim.pk]), reverse("claims")):
        page = client.get(address).content.decode()
        assert "A secret thought" not in page
        assert "ledger.example" not in page
    assert "1 review is in" in client.get(claim.get_absolute_url()).content.decode()


@pytest.mark.fault("F88")
def test_a_review_whose_answer_was_lost_is_sent_again_and_is_still_one(reviewer):
    slot = slots.take(ClaimFactory(queued=True), by=reviewer.person)
    address, sent = reverse("review", args=[slot.pk]), filled(slot)
    for _ in range(2):  # after the first the claim is decided
        assert reviewer.post(address, sent).url == reverse("queue")
    slot.claim.refresh_from_db()
    assert slot.claim.status == "decided"
    assert slot.claim.reviews.count() == 1


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL chooses by size, and sorts a small table")
def test_the_head_of_the_queue_is_read_in_the_order_of_its_index():
    sql, params = queues.review_queue()[:10].query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
        steps = [row[-1] for row in cursor.fetchall()]
    assert any("USING INDEX claim_review_queue" in step for step in steps)
    assert not any("ORDER BY" in step for step in steps)


def with_files(slot, *files, **more):
    """A form with a row for each file, and what was typed in its first."""
    rows = {f"evidence-{n}-file": SimpleUploadedFile(f"{n}.pdf", raw) for n, raw in enumerate(files)}
    rows |= {f"evidence-{n}-stance": "supports" for n in range(len(files))}
    return filled(slot, **rows | {"evidence-TOTAL_FORMS": str(len(files))} | more)


def test_a_file_that_is_too_large_is_said_beside_it_and_not_kept(reviewer, slot, settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(documents, "MOST_BYTES", 1024 * 1024)
    answer = reviewer.post(reverse("review", args=[slot.pk]), with_files(slot, b"x" * (1024 * 1024 + 1)))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "The file is larger than 1 MB." in page
    assert '<details class="evidence-more" open>' in page
    assert "The ledger shows it." in page
    assert not Review.objects.exists()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("count", [11, MOST_EVIDENCE])
def test_more_files_than_a_review_takes_are_counted_in_the_form_and_nothing_typed_is_lost(reviewer, slot, count):
    answer = reviewer.post(reverse("review", args=[slot.pk]), with_files(slot, *(b"%d" % n for n in range(count))))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f"One review takes at most 10 files; these are {count}." in page
    assert "The ledger shows it." in page
    assert "12 million" in page
    assert not Review.objects.exists()


def test_as_many_files_as_the_form_says_go_in(reviewer, slot, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    reviewer.post(reverse("review", args=[slot.pk]), with_files(slot, *(b"%d" % n for n in range(settings.MOST_FILES))))
    assert Review.objects.get().evidence.exclude(file="").count() == settings.MOST_FILES


def test_every_row_of_evidence_may_be_filled_in(reviewer, slot):
    said = {f"evidence-{n}-{name}": "" for n in range(MOST_EVIDENCE) for name in EvidenceForm.base_fields}
    said |= {f"evidence-{n}-stance": "supports" for n in range(MOST_EVIDENCE)}
    said |= {f"evidence-{n}-address": "https://ledger.example/" for n in range(MOST_EVIDENCE)}
    reviewer.post(
        reverse("review", args=[slot.pk]), filled(slot, **said | {"evidence-TOTAL_FORMS": str(MOST_EVIDENCE)})
    )
    assert Review.objects.get().evidence.count() == MOST_EVIDENCE
