"""“Submit and take the next” in a real browser: the next claim comes in the answer, and nothing typed is ever lost."""

import pytest
from django.db import OperationalError
from django.urls import reverse

from claims.models import Draft, Review, Slot, SlotState
from claims.record.refusals import IllegalMove
from claims.review import reviews, slots
from tests.factories import ClaimFactory

pytestmark = pytest.mark.django_db(transaction=True)

NEXT = "[data-onwards][name=and_next]"


@pytest.fixture
def window(visit, nora):
    """The bench with the first of three claims, and a mark that a page loaded anew would not have."""
    for number in range(1, 4):
        ClaimFactory(
            queued=True, wording=f"Bridge {number} cost {number} million euros.", check_worthiness=1 - number / 4
        )
    first = slots.take_next(by=nora)
    window = visit()
    window.open(reverse("review", args=[first.pk]))
    window.page.evaluate("window.sameDocument = true")
    return window


def fill(page, rationale="The ledger shows it."):
    page.keyboard.press("1")
    page.fill("[name=rationale]", rationale)
    page.fill("[name=searched]", "Two archives.")
    page.fill("[name=evidence-0-address]", "https://ledger.example/")
    page.select_option("[name=evidence-0-stance]", "supports")


def go_on(page, number):
    page.locator(NEXT).click()
    page.get_by_role("heading", level=1, name=f"Bridge {number} cost").wait_for(timeout=10_000)


def test_three_claims_are_reviewed_without_the_page_being_loaded_anew(window):
    page = window.page
    for number in (2, 3):
        fill(page)
        go_on(page, number)
        held = Slot.objects.get(state=SlotState.HELD)
        page.wait_for_url(f"**{reverse('review', args=[held.pk])}")
    assert page.evaluate("window.sameDocument")
    assert Review.objects.count() == 2
    assert page.input_value("[name=rationale]") == ""
    assert window.violations() == []
    assert window.complaints == []


def test_reading_begins_at_the_top_of_the_next_claim(window):
    fill(window.page)
    go_on(window.page, 2)
    window.page.wait_for_function("document.activeElement.id == 'main'", timeout=10_000)
    assert "Your review is in." in window.page.locator("#notices").inner_text()


def test_on_the_next_claim_keys_drafts_and_further_evidence_work(window):
    page = window.page
    fill(page)
    go_on(page, 2)
    page.keyboard.press("2")
    page.keyboard.press("e")
    assert page.locator("[name=evidence-1-address]").is_visible()
    page.fill("[name=rationale]", "On the second claim")
    page.get_by_text("Draft kept.").wait_for(timeout=10_000)
    draft = Draft.objects.get()
    assert draft.round.claim.wording == "Bridge 2 cost 2 million euros."
    assert draft.data["rationale"] == ["On the second claim"]


def test_control_and_enter_go_on_too(window):
    fill(window.page)
    window.page.keyboard.press("Control+Enter")
    window.page.get_by_role("heading", level=1, name="Bridge 2 cost").wait_for(timeout=10_000)
    assert Review.objects.count() == 1


def test_two_clicks_make_one_review_and_take_one_claim(window):
    fill(window.page)
    window.page.locator(NEXT).dblclick()
    window.page.get_by_role("heading", level=1, name="Bridge 2 cost").wait_for(timeout=10_000)
    assert (Review.objects.count(), Slot.objects.filter(state=SlotState.HELD).count()) == (1, 1)


def test_a_file_goes_along(window):
    fill(window.page)
    file = {"name": "ledger.txt", "mimeType": "text/plain", "buffer": b"12 million"}
    window.page.set_input_files("[name=evidence-0-file]", files=[file])
    go_on(window.page, 2)
    with Review.objects.get().evidence.get().file.open() as kept:
        assert kept.read() == b"12 million"


def test_what_is_missing_is_said_and_what_was_typed_stays(window):
    page = window.page
    fill(page, rationale="")
    page.fill("[name=evidence-0-quotation]", "a quotation")
    page.locator(NEXT).click()
    page.locator("[role=alert]").wait_for(timeout=10_000)
    assert page.input_value("[name=evidence-0-quotation]") == "a quotation"
    page.fill("[name=rationale]", "The ledger shows it.")
    go_on(page, 2)


def test_behind_the_last_claim_comes_the_queue(window):
    page = window.page
    for number in (2, 3):
        fill(page)
        go_on(page, number)
    fill(page)
    page.locator(NEXT).click()
    page.wait_for_url("**/queue/")
    assert "Your review is in." in page.locator("#notices").inner_text()
    assert Review.objects.count() == 3


def test_going_back_leads_to_the_claim_that_was_reviewed(window):
    claim = Slot.objects.get(state=SlotState.HELD).claim
    fill(window.page)
    go_on(window.page, 2)
    window.page.go_back()
    window.page.wait_for_url(f"**{claim.get_absolute_url()}")


def test_the_browser_keeps_no_copy_of_the_page_that_was_left(window):
    fill(window.page, rationale="For the desk alone")
    go_on(window.page, 2)
    assert "desk alone" not in window.page.evaluate("JSON.stringify([localStorage, sessionStorage])")


def test_a_desk_that_does_not_answer_leaves_what_was_typed(window):
    page = window.page
    fill(page, rationale="Nobody may lose this")
    window.context.set_offline(True)
    page.locator(NEXT).click()
    page.get_by_text("The desk did not answer").wait_for(timeout=10_000)
    assert page.input_value("[name=rationale]") == "Nobody may lose this"
    window.context.set_offline(False)
    go_on(page, 2)
    assert Review.objects.get().rationale == "Nobody may lose this"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (OperationalError("database is locked"), "The desk is busy"),
        (IllegalMove("Not at this moment."), "The claim has moved on"),
        (RuntimeError("a mistake of ours"), "still stands below"),
    ],
)
def test_whatever_goes_wrong_is_said_and_what_was_typed_is_there(window, monkeypatch, wrong, said):
    def refused(*given, **more):
        raise wrong

    page = window.page
    fill(page, rationale="Nobody may lose this")
    monkeypatch.setattr(reviews, "submit", refused)
    page.locator(NEXT).click()
    page.locator("main").get_by_text(said).first.wait_for(timeout=10_000)
    assert "Nobody may lose this" in [box.input_value() for box in page.locator("main textarea").all()]
