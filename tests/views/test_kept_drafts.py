"""What a person wrote stays theirs to read, whoever holds the claim now."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from claims.models import Draft, Review, Role, Slot, SlotState
from claims.review import slots
from tests.factories import ClaimFactory
from tests.views.test_review import IN_PLACE, filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def given_away(slot, cast):
    """The form of the first holder, whose hold was broken and whose claim another person has now."""
    form = filled(slot, rationale="Typed after the hold was broken")
    slots.release(slot, by=cast[Role.EDITOR], reason="Too long")
    slots.assign(slot.claim, to=cast["second"], by=cast[Role.EDITOR])
    return form


def keep(client, slot, **more):
    return client.post(reverse("review_draft", args=[slot.pk]), filled(slot, **more))


def test_what_is_typed_after_the_claim_went_to_somebody_else_is_kept(reviewer, slot, given_away):
    answer = reviewer.post(reverse("review_draft", args=[slot.pk]), given_away, headers=IN_PLACE)
    assert (answer.status_code, answer["Draft-Kept"]) == (409, "yes")
    draft = Draft.objects.get()
    assert (draft.person, draft.data["rationale"]) == (reviewer.person, ["Typed after the hold was broken"])


def test_what_is_sent_after_the_claim_went_to_somebody_else_comes_back_and_is_kept(reviewer, slot, given_away, cast):
    answer = reviewer.post(reverse("review", args=[slot.pk]), given_away)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Another person holds this claim now." in page
    assert "Typed after the hold was broken" in page
    assert "https://ledger.example/" in page
    assert Draft.objects.get().data["rationale"] == ["Typed after the hold was broken"]
    assert reverse("draft", args=[Draft.objects.get().pk]) in page
    assert not Review.objects.exists()
    assert Slot.objects.get().holder == cast["second"]


def test_a_form_with_a_fault_that_comes_too_late_is_kept_as_well(reviewer, slot, given_away):
    answer = reviewer.post(reverse("review", args=[slot.pk]), given_away | {"as_of": "no day"})
    assert answer.status_code == 409
    assert Draft.objects.get().data["as_of"] == ["no day"]


def test_too_much_to_be_kept_is_said_where_the_hold_is_lost(reviewer, slot, given_away):
    answer = reviewer.post(reverse("review", args=[slot.pk]), given_away | {"rationale": "a" * 600_000})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "too long to be kept" in page
    assert "is kept as your draft" not in page
    assert "a" * 600_000 in page


@pytest.mark.parametrize("address", ["refusal", "queue", "dashboard"])
def test_the_way_to_a_draft_of_a_claim_that_another_holds(reviewer, slot, given_away, address):
    reviewer.post(reverse("review_draft", args=[slot.pk]), given_away)
    asked = reverse("review", args=[slot.pk]) if address == "refusal" else reverse(address)
    page = reviewer.get(asked).content.decode()
    assert reverse("draft", args=[Draft.objects.get().pk]) in page


def test_a_draft_is_read_whole(reviewer, slot, given_away):
    reviewer.post(reverse("review_draft", args=[slot.pk]), given_away)
    page = reviewer.get(reverse("draft", args=[Draft.objects.get().pk])).content.decode()
    for said in ("Supported", "Typed after the hold was broken", "https://ledger.example/", "12 million", "Confirmed"):
        assert said in page


def test_a_draft_is_thrown_away_by_its_author(reviewer, slot, given_away):
    reviewer.post(reverse("review_draft", args=[slot.pk]), given_away)
    answer = reviewer.post(reverse("draft", args=[Draft.objects.get().pk]), follow=True)
    assert "thrown away" in answer.content.decode()
    assert not Draft.objects.exists()


def test_a_draft_is_nobody_elses(reviewer, slot, given_away, client, cast):
    reviewer.post(reverse("review_draft", args=[slot.pk]), given_away)
    client.force_login(cast["second"])
    address = reverse("draft", args=[Draft.objects.get().pk])
    assert client.get(address).status_code == 404
    assert client.post(address).status_code == 404
    assert Draft.objects.exists()


def test_a_draft_that_comes_back_on_its_form_is_not_listed_as_left_over(reviewer, slot):
    keep(reviewer, slot)
    assert reverse("draft", args=[Draft.objects.get().pk]) not in reviewer.get(reverse("queue")).content.decode()


@pytest.mark.parametrize("state", [SlotState.HELD, SlotState.FILLED])
def test_who_never_wrote_in_a_slot_is_told_of_no_draft(slot, client, cast, state):
    if state == SlotState.FILLED:
        client.post(reverse("review", args=[slot.pk]), filled(slot))
    client.force_login(cast["second"])
    answer = client.get(reverse("review", args=[slot.pk]))
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "draft" not in page
    assert ("Another person holds this claim now." in page) == (state == SlotState.HELD)


def test_a_page_that_somebody_else_opened_does_not_write_over_ones_own_draft(reviewer, cast):
    mine, other = ClaimFactory(queued=True, rows__required=2).slots.order_by("number")
    mine = slots.take(mine.claim, by=reviewer.person)
    keep(reviewer, mine, rationale="My own")
    slots.take(mine.claim, by=cast["second"])
    form = filled(mine, rationale="A colleague's", writer=cast["second"].pk)
    assert reviewer.post(reverse("review_draft", args=[other.pk]), form).status_code == 403
    assert reviewer.post(reverse("review", args=[mine.pk]), form).status_code == 403
    assert Draft.objects.get().data["rationale"] == ["My own"]
    assert not Review.objects.exists()


def test_the_other_review_of_a_second_tab_changes_nothing_and_is_shown_beside_the_first(reviewer, slot):
    reviewer.post(reverse("review", args=[slot.pk]), filled(slot, rationale="Text of tab A"))
    answer = reviewer.post(reverse("review", args=[slot.pk]), filled(slot, rationale="Text of tab B"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Text of tab A" in page
    assert "Text of tab B" in page
    assert Review.objects.get().rationale == "Text of tab A"
    assert Draft.objects.get().data["rationale"] == ["Text of tab B"]


@pytest.mark.parametrize(
    "other",
    [
        {"verdict": "refuted"},
        {"searched": "Two archives."},
        {"as_of": "2024-01-01"},
        {"evidence-0-quotation": "13 million"},
        {"evidence-0-stance": "context"},
        {"source": "misquoted"},
    ],
)
def test_whatever_a_second_submission_says_differently_is_not_taken_for_a_repeat(reviewer, slot, other):
    form = filled(slot)
    reviewer.post(reverse("review", args=[slot.pk]), form)
    source = slot.claim.appearances.get().statement.source_id
    other = {f"source-{source}" if name == "source" else name: said for name, said in other.items()}
    assert reviewer.post(reverse("review", args=[slot.pk]), form | other).status_code == 409
    assert Review.objects.count() == 1


def test_a_repeat_with_the_same_file_is_still_one_review(reviewer, slot):
    for content, status in ((b"12 million", 302), (b"12 million", 302), (b"13 million", 409)):
        file = {"evidence-0-file": SimpleUploadedFile("ledger.txt", content)}
        assert reviewer.post(reverse("review", args=[slot.pk]), filled(slot) | file).status_code == status
    assert Review.objects.count() == 1
