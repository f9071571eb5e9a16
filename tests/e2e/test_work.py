"""The desk's work in a real browser: every page of it at two widths and in both themes, and whole steps by keys alone."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.models import Claim, Review, Role, Slot, Status, Suggestion
from claims.review import rewording, slots
from tests.conftest import make_person
from tests.factories import ArticleFactory, ClaimFactory, NotificationFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def colleague(nora):
    return make_person("rhea", Role.REVIEWER, Role.ADJUDICATOR, Role.EDITOR)


@pytest.fixture
def work(nora, colleague):
    """Something on every page: the address of each."""
    article = ArticleFactory(title="Two bridges")
    candidate = ClaimFactory(article=article, wording="The bridge cost 12 million euros and was opened in May.")
    alike = ClaimFactory(article=article, wording="The bridge cost 12 million euros and was closed in May.")
    Suggestion.objects.create(claim=candidate, other_claim=alike, score=0.9)
    queued = ClaimFactory(queued=True)
    held = ClaimFactory(in_review=True, rows__reviewer=colleague, rows__required=2)
    mine = slots.take(ClaimFactory(queued=True, rows__required=2), by=nora)
    disputed = ClaimFactory(adjudication=True)
    decided = ClaimFactory(decided=True)
    due = ClaimFactory(published=True)
    Claim.objects.filter(pk=due.pk).update(look_again_by=timezone.localdate() - timedelta(days=1))
    again = ClaimFactory(decided=True, rows__reviewer=nora)
    rewording.reword(again, wording="The bridge cost thirteen million.", reason="the figure", by=colleague)
    NotificationFactory(person=nora, claim=queued)
    verbs = ("set_harm", "set_as_of", "merge", "split", "fix_source", "dismiss", "reword")
    return [
        *(
            reverse(name)
            for name in ("dashboard", "triage", "queue", "adjudication", "claims", "holds", "due", "corrections")
        ),
        *(reverse(name) for name in ("notifications", "mail_choice", "agreement")),
        *(reverse("claim_verb", args=[candidate.pk, verb]) for verb in verbs),
        *(claim.get_absolute_url() for claim in (candidate, held, disputed, due, again)),
        reverse("claim_history", args=[again.pk]),
        reverse("claim_assign", args=[queued.pk]),
        reverse("slot_release", args=[held.slots.get(state="held").pk]),
        reverse("review", args=[mine.pk]),
        reverse("review_again", args=[Review.objects.get(state="to_reaffirm").pk]),
        reverse("claim_adjudicate", args=[disputed.pk]),
        reverse("claim_publish", args=[decided.pk]),
        reverse("article_words", args=[article.pk]),
    ]


# each theme and each width once: contrast does not depend on the width, nor the layout on the theme
@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (390, "dark")])
def test_every_page_of_the_work_is_accessible_fits_its_window_and_keeps_to_the_policy(visit, work, width, theme):
    window = visit(width=width, theme=theme)
    found = {}
    for path in work:
        window.open(path)
        problems = window.violations() + ([f"{window.overflow()} px too wide"] if window.overflow() > 0 else [])
        if problems:
            found[path] = problems
    assert found == {}
    assert window.complaints == []


def press(page, *keys):
    """Keys one after the other; the last one leads to another page."""
    for key in keys[:-1]:
        page.keyboard.press(key)
    with page.expect_navigation():
        page.keyboard.press(keys[-1])


def test_a_triager_flags_merges_undoes_and_splits_without_a_mouse(visit, nora):
    article = ArticleFactory()
    other = ClaimFactory(article=article, wording="The bridge was opened in May.")
    claim = ClaimFactory(article=article, wording="The bridge cost 12 million euros and was painted red.", harm="some")
    page = visit().open("/triage/")
    press(page, "j", "h")
    press(page, "3")
    press(page, "m")
    press(page, "1")
    assert Claim.objects.get(pk=claim.pk).merged_into == other
    press(page, "u")
    press(page, "x")
    press(page, "Control+Enter")
    press(page, "Control+Enter")
    parts = Claim.objects.filter(split_from=claim).order_by("pk")
    assert [part.wording for part in parts] == ["The bridge cost 12 million euros.", "The bridge was painted red."]
    assert {part.harm for part in parts} == {"high"}


def test_what_was_dismissed_in_place_comes_back_with_one_key(visit, nora):
    claim = ClaimFactory()
    page = visit().open("/triage/")
    page.keyboard.press("j")
    page.keyboard.press("2")
    page.locator(".is-done").wait_for()
    assert page.locator(".is-done [data-undo]").is_visible()
    assert Claim.objects.get().status == Status.DISMISSED
    page.keyboard.press("u")
    page.locator("[data-row-key=a]").wait_for()
    assert page.locator(".is-done").count() == 0
    claim.refresh_from_db()
    assert claim.status == Status.CANDIDATE


def test_a_row_accepted_in_place_comes_back_with_one_key_and_the_number_that_wait_follows(visit, nora):
    claim = ClaimFactory()
    ClaimFactory()
    page = visit().open("/triage/")
    assert page.locator("#waiting").inner_text() == "2 candidates wait."
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.locator(".is-done").wait_for()
    assert page.locator("#waiting").inner_text() == "1 candidate waits."
    page.keyboard.press("u")
    page.locator(".is-done").wait_for(state="detached")
    assert page.locator("#waiting").inner_text() == "2 candidates wait."
    claim.refresh_from_db()
    assert claim.status == Status.CANDIDATE


def test_the_reason_of_several_is_chosen_by_its_digit_and_undone_with_one_key(visit, nora):
    ClaimFactory.create_batch(2)
    window = visit()
    page = window.open("/triage/")
    for key in ("j", "t", "j", "t"):
        page.keyboard.press(key)
    press(page, "D")
    page.focus("[name=note]")
    press(page, "Enter")
    assert set(Claim.objects.values_list("status", flat=True)) == {Status.CANDIDATE}
    press(page, "2")
    assert set(Claim.objects.values_list("dismiss_reason", flat=True)) == {"opinion"}
    press(page, "u")
    assert {claim.status for claim in Claim.objects.all()} == {Status.CANDIDATE}
    for key in ("j", "t"):
        page.keyboard.press(key)
    press(page, "D")
    assert window.violations() == []


def test_enter_in_the_note_of_a_dismissal_chooses_no_reason(visit, nora):
    claim = ClaimFactory()
    page = visit().open(reverse("claim_verb", args=[claim.pk, "dismiss"]))
    page.focus("[name=note]")
    press(page, "Control+Enter")
    assert Claim.objects.get().status == Status.CANDIDATE
    assert page.get_by_text("Choose one of them.").is_visible()
    press(page, "3")
    assert Claim.objects.get().dismiss_reason == "prediction"


def test_control_and_enter_find_words_in_the_article(visit, nora):
    claim = ClaimFactory()
    page = visit().open(reverse("article_words", args=[claim.article_id]))
    page.locator("main textarea, main input[type=text]").first.fill("the bridge cost 12 million euros")
    press(page, "Control+Enter")
    assert "begins=" in page.url or page.locator("[data-key='1']").count()


def test_the_question_mark_lists_every_key_of_the_page(visit, nora):
    ClaimFactory()
    page = visit().open("/triage/")
    page.keyboard.press("?")
    listed = page.locator("dialog[open] dt kbd").all_inner_texts()
    assert {*"awxmshft18ADjk?"} <= set(listed)
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0


def test_the_bench_opens_with_the_form_in_view_and_is_sent_by_keys(visit, nora):
    slot = slots.take(ClaimFactory(queued=True), by=nora)
    page = visit().open(reverse("review", args=[slot.pk]))
    assert page.evaluate("window.scrollY") == 0
    page.keyboard.press("2")
    assert page.locator("[name=verdict]:checked").get_attribute("value") == "refuted"
    page.fill("[name=rationale]", "The ledger says otherwise.")
    page.fill("[name=searched]", "The ledgers of three years.")
    press(page, "Control+Enter")
    assert Review.objects.get().verdict == "refuted"


def test_declining_is_asked_about_once_more_and_no_single_key_does_it(visit, nora):
    slot = slots.take(ClaimFactory(queued=True), by=nora)
    page = visit().open(reverse("review", args=[slot.pk]))
    page.keyboard.press("y")
    assert Slot.objects.get(pk=slot.pk).holder == nora
    press(page, "d", "y")
    assert Slot.objects.get(pk=slot.pk).holder is None


def test_an_editor_gives_a_claim_and_a_reviewer_re_affirms_with_one_key(visit, nora, colleague):
    claim = ClaimFactory(queued=True)
    page = visit().open(claim.get_absolute_url())
    press(page, "g")
    press(page, "1")
    assert claim.slots.get().holder in (nora, colleague)
    reworded = ClaimFactory(decided=True, rows__reviewer=nora)
    rewording.reword(reworded, wording="Otherwise worded.", reason="clearer", by=colleague)
    page.goto(page.url.split("/claims/")[0] + reworded.get_absolute_url())
    press(page, "r")
    reworded.refresh_from_db()
    assert reworded.status == Status.DECIDED
