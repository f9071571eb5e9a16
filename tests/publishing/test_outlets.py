"""What outlets were asked to put right, and what they did: only about what is public, and each step an event."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from claims.models import CorrectionRequest, Event, Role
from claims.publishing import outlets
from claims.publishing.publish import reopen
from claims.record.refusals import IllegalMove, Incomplete, NotPermitted
from tests.factories import ArticleFactory, ClaimFactory, OutletFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(cast):
    return cast[Role.EDITOR]


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def public(db):
    """A claim that a public check is about, made by an article of The Harbour Post."""
    article = ArticleFactory(title="Two bridges closed", outlet=OutletFactory(name="The Harbour Post"))
    return ClaimFactory(published=True, article=article)


def ask(claim, by, **more):
    said = {"article": claim.article, "asked": "The editor on duty", "channel": "e-mail"} | more
    return outlets.ask_for_correction(claim, by=by, **said)


def today(days=0):
    return timezone.localdate() + timedelta(days=days)


def test_a_request_says_whom_when_how_and_what_was_shown(public, editor):
    request = ask(public, editor, asked_on=today(-3))
    assert (request.asked, request.channel, request.asked_on) == ("The editor on duty", "e-mail", today(-3))
    assert request.publication == public.publications.get()
    assert (Event.objects.get().verb, Event.objects.get().claim) == ("ask_for_correction", public)


def test_an_outlet_acknowledges_and_then_corrects_and_each_step_is_an_event(public, editor):
    request = ask(public, editor, asked_on=today(-5))
    outlets.log_correction(request, outcome="acknowledged", on=today(-4), by=editor)
    outlets.log_correction(
        request,
        outcome="corrected",
        on=today(-1),
        link="https://post.example/corrections",
        words="Put right.",
        by=editor,
    )
    request.refresh_from_db()
    assert (request.outcome, request.outcome_on, request.is_over) == ("corrected", today(-1), True)
    verbs = list(Event.objects.order_by("sequence").values_list("verb", flat=True))
    assert verbs == ["ask_for_correction", "log_correction", "log_correction"]


@pytest.mark.parametrize("last", ["corrected", "refused"])
def test_nothing_follows_the_last_word_of_an_outlet(public, editor, last):
    request = ask(public, editor)
    outlets.log_correction(request, outcome=last, by=editor)
    with pytest.raises(IllegalMove):
        outlets.log_correction(request, outcome="acknowledged", by=editor)


def test_who_noted_it_first_is_not_written_over(public, editor):
    request = ask(public, editor)
    late = CorrectionRequest.objects.get()
    outlets.log_correction(request, outcome="refused", by=editor)
    with pytest.raises(IllegalMove):
        outlets.log_correction(late, outcome="corrected", by=editor)
    assert CorrectionRequest.objects.get().outcome == "refused"


@pytest.mark.parametrize("status", ["decided", "in_review", "withdrawn"])
def test_no_outlet_is_told_what_nobody_outside_may_read(editor, status):
    with pytest.raises(IllegalMove):
        ask(ClaimFactory(**{status: True}), editor)
    assert not Event.objects.exists()


def test_what_was_asked_before_a_check_is_looked_at_again_is_still_followed_up(public, editor):
    request = ask(public, editor)
    reopen(public, note="A reader wrote to us.", by=editor)
    outlets.log_correction(request, outcome="refused", by=editor)
    assert CorrectionRequest.objects.get().outcome == "refused"


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.TRIAGER, Role.ADMINISTRATOR])
def test_only_who_publishes_asks_in_the_desks_name(public, cast, editor, role):
    with pytest.raises(NotPermitted):
        ask(public, cast[role])
    with pytest.raises(NotPermitted):
        outlets.log_correction(ask(public, editor), outcome="refused", by=cast[role])


@pytest.mark.parametrize("wrong", [{"asked": " "}, {"channel": ""}, {"asked_on": today(1)}])
def test_a_request_that_lacks_something_is_not_kept(public, editor, wrong):
    with pytest.raises(Incomplete):
        ask(public, editor, **wrong)
    assert not CorrectionRequest.objects.exists()


def test_an_article_that_does_not_make_the_claim_is_not_to_be_corrected(public, editor):
    with pytest.raises(Incomplete):
        ask(public, editor, article=ArticleFactory())


@pytest.mark.parametrize(
    "wrong", [{"outcome": "ignored"}, {"on": today(1)}, {"on": today(-9)}, {"link": "javascript:alert(1)"}]
)
def test_an_outcome_that_cannot_be_is_not_kept(public, editor, wrong):
    request = ask(public, editor)
    with pytest.raises(Incomplete):
        outlets.log_correction(request, by=editor, **{"outcome": "corrected"} | wrong)
    assert CorrectionRequest.objects.get().outcome == ""


def test_the_database_wants_a_day_with_each_outcome(public, editor):
    request = ask(public, editor)
    with pytest.raises(IntegrityError), transaction.atomic():
        CorrectionRequest.objects.filter(pk=request.pk).update(outcome="refused")


# --- on the pages ---


def page_of(client, claim):
    return client.get(claim.get_absolute_url()).content.decode()


def test_an_editor_notes_both_on_the_claims_page(desk, public):
    assert "The Harbour Post · Two bridges closed" in page_of(desk, public)
    said = {"article": public.article_id, "asked": "The editor on duty", "channel": "e-mail", "asked_on": ""}
    answer = desk.post(reverse("claim_correction", args=[public.pk]), said)
    assert answer.url.endswith("#corrections")
    request = CorrectionRequest.objects.get()
    assert "Nothing came yet." in page_of(desk, public)
    said = {"outcome": "corrected", "link": "https://post.example/c", "words": "You were right.", "on": ""}
    desk.post(reverse("correction_log", args=[request.pk]), said)
    page = page_of(desk, public)
    assert "You were right." in page
    assert reverse("correction_log", args=[request.pk]) not in page


def test_what_is_wrong_is_said_and_what_was_typed_is_kept(desk, public, editor):
    said = {"article": public.article_id, "asked": "The night desk", "channel": "", "asked_on": ""}
    answer = desk.post(reverse("claim_correction", args=[public.pk]), said)
    assert answer.status_code == 422
    assert "The night desk" in answer.content.decode()
    request = ask(public, editor)
    for wrong in ({"on": str(today(1))}, {"outcome": ""}):
        said = {"outcome": "refused", "words": "They think so.", "on": "", "link": ""} | wrong
        answer = desk.post(reverse("correction_log", args=[request.pk]), said)
        assert answer.status_code == 422
        assert "They think so." in answer.content.decode()


def test_others_read_what_was_asked_and_note_nothing(client, cast, public, editor):
    request = ask(public, editor)
    client.force_login(cast[Role.REVIEWER])
    page = page_of(client, public)
    assert "The editor on duty" in page
    assert reverse("correction_log", args=[request.pk]) not in page
    assert reverse("claim_correction", args=[public.pk]) not in page


def test_a_claim_without_a_public_check_offers_no_request(desk):
    assert "Corrections asked of outlets" not in page_of(desk, ClaimFactory(decided=True))


def test_the_claims_page_asks_the_same_number_of_questions_however_many_were_asked(
    desk, public, editor, django_assert_max_num_queries
):
    ask(public, editor)
    page_of(desk, public)
    with django_assert_max_num_queries(200) as few:
        page_of(desk, public)
    for _ in range(5):
        ask(public, editor)
    with django_assert_max_num_queries(len(few)):
        page_of(desk, public)


def test_readers_are_told_of_articles_that_were_corrected_and_of_no_other_request(client, public, editor):
    check = reverse("check", args=[public.public_id, public.publications.get().slug])
    request = ask(public, editor)
    assert "The Harbour Post" not in client.get(check).content.decode()
    outlets.log_correction(request, outcome="corrected", link="https://post.example/c", by=editor)
    page = client.get(check).content.decode()
    assert "The Harbour Post" in page
    assert "https://post.example/c" in page
    assert "The editor on duty" not in page
