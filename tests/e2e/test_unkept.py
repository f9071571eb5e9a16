"""What was typed outlives the session, its token and the line: in a real browser, whatever goes wrong meanwhile."""

import pytest
from django.contrib.sessions.models import Session
from django.db import OperationalError
from django.urls import reverse

from claims.models import Draft, Review, SlotState, User
from claims.review import drafts, slots
from tests.conftest import make_person
from tests.e2e.test_going_on import NEXT, fill
from tests.factories import ClaimFactory, ReviewFactory

pytestmark = pytest.mark.django_db(transaction=True)

SUBMIT = "[data-onwards]:not([name])"


@pytest.fixture
def slot(nora):
    return slots.take(ClaimFactory(queued=True), by=nora)


@pytest.fixture
def window(visit, slot):
    window = visit()
    window.open(reverse("review", args=[slot.pk]))
    return window


def sign_in(window):
    """In another tab of the same browser, which gives every tab a new token."""
    tab = window.context.new_page()
    tab.goto(f"{window.address}/accounts/login/")
    tab.fill("[name=login]", "nora")
    tab.fill("[name=password]", "a long enough password")
    tab.locator("main button[type=submit]").click()
    tab.wait_for_url(f"{window.address}/")
    tab.close()


def kept(page, said="Draft kept."):
    page.locator("#kept").get_by_text(said).wait_for(timeout=15_000)


def come_back(page):
    """The window has the focus again, as after closing another tab."""
    page.evaluate("window.dispatchEvent(new Event('focus'))")


def test_autosave_after_the_session_ended_says_so_in_one_line_and_keeps_by_itself_after_signing_in(window):
    page = window.page
    Session.objects.all().delete()
    page.fill("[name=rationale]", "Typed without a session")
    kept(page, "you were signed out")
    assert page.locator("#kept form").count() == 0
    assert page.locator("#kept a").get_attribute("target") == "_blank"
    assert not Draft.objects.exists()
    sign_in(window)
    come_back(page)
    kept(page)
    assert Draft.objects.get().data["rationale"] == ["Typed without a session"]
    assert page.input_value("[name=rationale]") == "Typed without a session"


@pytest.mark.parametrize("button", [NEXT, SUBMIT])
def test_what_was_typed_since_the_last_draft_survives_a_submit_that_meets_the_login(window, button):
    page = window.page
    fill(page, rationale="Kept before")
    kept(page)
    Session.objects.all().delete()
    page.fill("[name=rationale]", "Typed since the last draft")
    page.locator(button).click()
    page.locator("#notices").get_by_text("You were signed out").wait_for(timeout=10_000)
    assert page.input_value("[name=rationale]") == "Typed since the last draft"
    assert window.violations() == []
    sign_in(window)
    page.locator(button).click()
    page.wait_for_url("**/queue/")
    assert Review.objects.get().rationale == "Typed since the last draft"


def test_a_draft_is_kept_with_the_new_token_of_another_tab(window):
    page = window.page
    window.context.clear_cookies()
    sign_in(window)
    page.fill("[name=rationale]", "Sent with the old token")
    kept(page)
    assert Draft.objects.get().data["rationale"] == ["Sent with the old token"]


@pytest.mark.parametrize("button", [NEXT, SUBMIT])
def test_a_review_is_sent_with_the_new_token_of_another_tab(window, button):
    fill(window.page, rationale="Sent with the old token")
    window.context.clear_cookies()
    sign_in(window)
    window.page.locator(button).click()
    window.page.wait_for_url("**/queue/")
    assert Review.objects.get().rationale == "Sent with the old token"


def test_a_page_says_that_a_draft_was_not_kept_and_keeps_it_once_the_line_is_back(window):
    page = window.page
    window.context.set_offline(True)
    page.fill("[name=rationale]", "Typed without a line")
    kept(page, "Not kept yet")
    window.context.set_offline(False)
    kept(page)
    assert Draft.objects.get().data["rationale"] == ["Typed without a line"]


def test_a_draft_that_a_busy_desk_refused_is_tried_again_by_itself(window, monkeypatch):
    save, calls = drafts.save_draft, []

    def busy_at_first(*given, **more):
        calls.append(1)
        if len(calls) < 3:
            raise OperationalError("database is locked")
        return save(*given, **more)

    monkeypatch.setattr(slots, "save_draft", busy_at_first)
    window.page.fill("[name=rationale]", "Tried again")
    kept(window.page, "Not kept yet")
    kept(window.page)
    assert Draft.objects.get().data["rationale"] == ["Tried again"]


@pytest.mark.parametrize("unkept", [True, False])
def test_leaving_asks_first_only_where_something_typed_was_not_kept(window, unkept):
    page, asked = window.page, []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    window.context.set_offline(unkept)
    page.locator("[name=rationale]").click()
    page.keyboard.type("Half a thought")
    kept(page, "Not kept yet" if unkept else "Draft kept.")
    page.evaluate("document.querySelector('.brand').click()")
    page.wait_for_timeout(1_000)
    assert asked == (["beforeunload"] if unkept else [])


def test_what_is_typed_while_a_draft_is_under_way_is_kept_too(window):
    page = window.page
    page.route("**/draft/", lambda route: (page.wait_for_timeout(2_500), route.continue_()))
    page.fill("[name=rationale]", "First")
    page.wait_for_timeout(2_000)
    page.fill("[name=rationale]", "First and second")
    page.wait_for_timeout(9_000)
    assert Draft.objects.get().data["rationale"] == ["First and second"]


def test_what_was_refused_as_incomplete_is_kept_without_another_keystroke(window):
    page = window.page
    page.fill("[name=rationale]", "No verdict yet")
    page.locator(SUBMIT).click()
    page.locator("main [role=alert]").first.wait_for(timeout=10_000)
    kept(page)
    assert Draft.objects.get().data["rationale"] == ["No verdict yet"]


def test_after_the_claim_went_to_somebody_else_the_page_says_that_what_is_typed_is_kept(window, slot, nora):
    page, other = window.page, make_person("otto", "reviewer")
    slots.release(slot, by=nora, reason="Too long")
    slots.assign(slot.claim, to=other, by=nora)
    page.fill("[name=rationale]", "Typed on")
    kept(page, "You do not hold this claim any more")
    assert Draft.objects.get(person=nora).data["rationale"] == ["Typed on"]
    fill(page, rationale="Typed on")
    page.locator(SUBMIT).click()
    page.get_by_role("heading", name="The claim has moved on").wait_for(timeout=10_000)
    assert "Typed on" in [box.input_value() for box in page.locator("textarea[readonly]").all()]
    assert window.violations() == []
    page.keyboard.press("g")
    page.get_by_role("heading", level=1, name="Your draft").wait_for(timeout=10_000)
    assert window.violations() == []


def test_a_page_of_somebody_who_signed_out_writes_nothing_for_who_signs_in_after_them(window, slot):
    User.objects.filter(username="nora").update(username="was_nora")
    make_person("nora", "reviewer")
    window.context.clear_cookies()
    sign_in(window)
    window.page.fill("[name=rationale]", "The first person's")
    window.page.locator("#notices").get_by_text("Somebody else opened this page").wait_for(timeout=10_000)
    assert not Draft.objects.exists()


def test_a_changed_review_is_sent_in_place_and_leads_on(visit, nora):
    review = ReviewFactory(reviewer=nora, state=Review.State.TO_REAFFIRM, slot__state=SlotState.FILLED)
    window = visit()
    page = window.open(reverse("review_again", args=[review.pk]))
    Session.objects.all().delete()
    page.fill("[name=rationale]", "For the new wording")
    page.locator("[data-primary]").click()
    page.locator("#notices").get_by_text("You were signed out").wait_for(timeout=10_000)
    sign_in(window)
    page.locator("[data-primary]").click()
    page.wait_for_url(f"**{review.claim.get_absolute_url()}")
    assert "Your review is changed" in page.locator("#notices").inner_text()
    assert Review.objects.order_by("-pk").first().rationale == "For the new wording"
