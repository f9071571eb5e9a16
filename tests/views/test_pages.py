"""Dashboard, sources, health, refusals and error pages."""

import json

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims.models import ChainHead, Heartbeat, Role, StatementSpan
from claims.record import work
from claims.record.refusals import IllegalMove
from claims.views import health
from claims.views.middleware import refuse
from tests.factories import (
    AliasFactory,
    ArticleFactory,
    ClaimFactory,
    NotificationFactory,
    SourceFactory,
    StatementFactory,
)
from tests.views.test_articles import at, own_queries

pytestmark = pytest.mark.django_db


def tiles(client):
    return {tile.name: tile.number for tile in client.get("/").context["tiles"]}


# --- dashboard ---------------------------------------------------------------------------------------------------


def test_each_role_sees_what_waits_for_it(client, cast):
    ClaimFactory()
    ClaimFactory(queued=True)
    ClaimFactory(decided=True)
    ClaimFactory(adjudication=True)
    client.force_login(cast[Role.TRIAGER])
    assert tiles(client) == {"In triage": 1}
    client.force_login(cast[Role.REVIEWER])
    assert tiles(client) == {"In the queue": 1}
    client.force_login(cast[Role.EDITOR])
    assert tiles(client) == {"In triage": 1, "In the queue": 1, "To adjudicate": 1, "Decided": 1}


def test_a_reviewer_sees_what_they_hold(client, cast):
    ClaimFactory(in_review=True, wording="Held by me.", rows__reviewer=cast[Role.REVIEWER])
    ClaimFactory(in_review=True, wording="Held by another.", rows__reviewer=cast["second"])
    client.force_login(cast[Role.REVIEWER])
    page = client.get("/").content.decode()
    assert "Held by me." in page
    assert "Held by another." not in page


def test_a_viewer_sees_nothing_of_the_desk(client, cast):
    ArticleFactory(title="The bridge")
    client.force_login(cast[Role.VIEWER])
    page = client.get("/").content.decode()
    assert "Nothing waits for you" in page
    assert "The bridge" not in page


def test_a_viewer_is_led_to_what_is_published(client, cast):
    client.force_login(cast[Role.VIEWER])
    assert f'href="{reverse("checks")}"' in client.get("/").content.decode().split("<main")[1]


def test_what_was_not_read_yet_is_a_tile(client, cast):
    NotificationFactory.create_batch(2, person=cast[Role.TRIAGER])
    NotificationFactory(person=cast[Role.TRIAGER], read_at=timezone.now())
    NotificationFactory(person=cast[Role.EDITOR])
    client.force_login(cast[Role.TRIAGER])
    assert tiles(client)["Unread"] == 2


def test_the_dashboard_asks_few_questions(client, cast):
    ClaimFactory.create_batch(3, in_review=True, rows__reviewer=cast[Role.EDITOR])
    client.force_login(cast[Role.EDITOR])
    with CaptureQueriesContext(connection) as captured:
        client.get("/")
    assert len(own_queries(captured)) <= 6


def test_nobody_comes_in_without_an_account(client):
    assert client.get("/").url == "/accounts/login/?next=/"


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        (Role.VIEWER, ["Desk", "Checks"]),
        (Role.CONTRIBUTOR, ["Desk", "Articles", "Claims", "Sources", "Checks"]),
        (Role.REVIEWER, ["Desk", "Articles", "Queue", "Claims", "Sources", "Checks"]),
        (
            Role.ADMINISTRATOR,
            ["Desk", "Articles", "Triage", "Claims", "Sources", "Checks", "Feeds", "Imports", "Administration"],
        ),
    ],
)
def test_the_navigation_offers_what_a_role_may_open(client, cast, role, offered):
    client.force_login(cast[role])
    assert [str(item.label) for item in client.get("/").context["nav"]()] == offered


# --- sources -----------------------------------------------------------------------------------------------------


def test_sources_are_found_by_an_alias(client, cast):
    source = SourceFactory(name="OVD-Info")
    AliasFactory(source=source, name="the monitoring group")
    SourceFactory(name="River Board")
    client.force_login(cast[Role.TRIAGER])
    page = client.get(reverse("sources"), {"q": "monitoring"}).content.decode()
    assert "OVD-Info" in page
    assert "River Board" not in page


def test_merged_sources_are_not_listed(client, cast):
    SourceFactory(name="Second name", merged_into=SourceFactory(name="First name"))
    client.force_login(cast[Role.TRIAGER])
    assert "Second name" not in client.get(reverse("sources")).content.decode()


@pytest.mark.parametrize("rows", [1, 30])
def test_the_list_of_sources_asks_few_questions(client, cast, rows):
    for _ in range(rows):
        StatementFactory(source=SourceFactory(parent=SourceFactory()))
    client.force_login(cast[Role.TRIAGER])
    with CaptureQueriesContext(connection) as captured:
        client.get(reverse("sources"))
    assert len(own_queries(captured)) <= 6


def test_a_source_page_quotes_its_statements_and_those_merged_into_it(client, cast):
    source = SourceFactory(name="River Board")
    merged = SourceFactory(name="the board", merged_into=source)
    for owner, words in ((source, "Mayor Ada Quill"), (merged, "Inspectors")):
        StatementSpan.objects.create(statement=StatementFactory(source=owner), part="content", **at(words))
    client.force_login(cast[Role.REVIEWER])
    page = client.get(source.get_absolute_url())
    assert {said for _, said in page.context["quoted"]} == {"Mayor Ada Quill", "Inspectors"}
    assert "the board" in page.content.decode()


def test_a_merged_source_says_where_it_went(client, cast):
    merged = SourceFactory(merged_into=SourceFactory(name="River Board"))
    client.force_login(cast[Role.REVIEWER])
    assert "was merged into" in client.get(merged.get_absolute_url()).content.decode()


# --- health ------------------------------------------------------------------------------------------------------


def test_a_live_process_says_so_without_a_login(client):
    assert client.get("/healthz").json() == {"live": True}


@pytest.fixture
def broker(monkeypatch):
    monkeypatch.setattr(work, "broker_answers", lambda: True)


def test_the_desk_is_ready_when_all_parts_were_heard_of(client, broker, settings):
    for name in (*settings.WORKER_QUEUES, work.SWEEPER):
        work.alive(name)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["ready"]) == (200, True)


def test_a_silent_worker_makes_the_desk_not_ready(client, broker, settings):
    for name in (*settings.WORKER_QUEUES, work.SWEEPER):
        work.alive(name)
    Heartbeat.objects.filter(name="parse").delete()
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json() == {
        "ready": False, "database": True, "version": True, "foundation": True, "broker": True, "worker": False, "sweeper": True
    }  # fmt: skip


@pytest.fixture
def heard(broker, settings, monkeypatch):
    """All parts were heard of, and nobody looked at the desk's ground yet."""
    monkeypatch.setattr(health.GROUND, "well_until", 0.0)
    for name in (*settings.WORKER_QUEUES, work.SWEEPER):
        work.alive(name)


def test_a_desk_that_was_migrated_and_never_laid_is_not_ready(client, heard):
    ChainHead.objects.all().delete()
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert (answer.json()["version"], answer.json()["foundation"]) == (True, False)


@pytest.mark.parametrize(
    "differ",
    [
        lambda rows: rows.create(app="claims", name="0099_future"),
        lambda rows: rows.filter(app="claims").order_by("-name")[0].delete(),
    ],
    ids=["a newer database", "an older database"],
)
def test_a_database_of_another_version_makes_the_desk_not_ready(client, heard, differ):
    differ(MigrationRecorder(connection).migration_qs)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["version"]) == (503, False)


def test_the_ground_that_was_found_well_is_not_looked_at_with_each_question(client, heard, monkeypatch):
    assert client.get("/readyz").status_code == 200
    monkeypatch.setattr(health.versions, "behind", lambda: pytest.fail("asked again"))
    assert client.get("/readyz").status_code == 200


def test_a_broker_that_is_gone_is_noticed_within_its_timeout(client, settings):
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    assert client.get("/readyz").json()["broker"] is False


# --- refusals and errors -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["/no/such/page/", "/articles/999999/", "/sources/999999/"])
def test_a_page_that_is_not_there_is_answered_in_our_design(client, cast, address):
    client.force_login(cast[Role.EDITOR])
    answer = client.get(address)
    assert answer.status_code == 404
    assert "Not here" in answer.content.decode()


def test_a_stranger_gets_the_plain_404_page_too(client):
    assert "Not here" in client.get("/no/such/page/").content.decode()


def test_a_form_without_its_proof_of_origin_is_refused_in_words(cast):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast[Role.EDITOR])
    answer = strict.post(reverse("article_new"), {})
    assert answer.status_code == 403
    assert "open too long" in answer.content.decode()


def test_a_fault_of_ours_has_a_page_that_needs_nothing(client, cast, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError("planted")

    monkeypatch.setattr("claims.views.dashboard._newest", broken)
    client.raise_request_exception = False
    client.force_login(cast[Role.EDITOR])
    answer = client.get("/")
    assert answer.status_code == 500
    assert "Something went wrong" in answer.content.decode()


def test_a_refusal_is_a_page_with_its_own_status(cast):
    request = RequestFactory().get("/")
    request.user = cast[Role.EDITOR]
    answer = refuse(request, IllegalMove("The claim has moved on."))
    assert (answer.status_code, "The claim has moved on." in answer.content.decode()) == (409, True)


def test_a_refused_verb_names_the_roles_it_is_for(client, cast):
    client.force_login(cast[Role.REVIEWER])
    said = client.get(reverse("claim_publish", args=[ClaimFactory(decided=True).pk])).content.decode()
    assert f"It is for: {Role.EDITOR.label}." in said


def test_from_a_refusal_about_a_claim_a_link_leads_to_the_claim(client, cast):
    claim = ClaimFactory(dismissed=True)
    client.force_login(cast[Role.TRIAGER])
    answer = client.post(reverse("claim_verb", args=[claim.pk, "dismiss"]), {"reason": "opinion"})
    assert answer.status_code == 409
    assert f'href="{claim.get_absolute_url()}"' in answer.content.decode()


def test_who_may_not_see_the_desk_is_led_to_no_claim(client, cast):
    claim = ClaimFactory()
    client.force_login(cast[Role.VIEWER])
    assert (
        f'href="{claim.get_absolute_url()}"'
        not in client.get(reverse("claim_history", args=[claim.pk])).content.decode()
    )


def test_a_refusal_under_htmx_is_a_notice_on_the_page_that_asked(cast):
    request = RequestFactory().get("/")
    request.user, request.htmx = cast[Role.EDITOR], True
    answer = refuse(request, IllegalMove("The claim has moved on."))
    assert answer["HX-Retarget"] == "#notices"
    assert "<html" not in answer.content.decode()


def test_every_page_forbids_inline_script_and_style(client, cast):
    client.force_login(cast[Role.EDITOR])
    answer = client.get("/")
    policy = answer["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    page = answer.content.decode()
    assert " style=" not in page
    assert "<style" not in page


def test_htmx_is_told_to_stay_inside_the_policy(client, cast):
    client.force_login(cast[Role.EDITOR])
    page = client.get("/").content.decode()
    config = json.loads(page.split("htmx-config\" content='")[1].split("'>")[0])
    assert (config["includeIndicatorStyles"], config["allowEval"]) == (False, False)


# --- accounts ----------------------------------------------------------------------------------------------------


def test_signing_up_is_closed(client):
    assert "Sign-up is closed" in client.get("/accounts/signup/").content.decode()


@pytest.mark.parametrize("address", ["/accounts/login/", "/accounts/password/reset/"])
def test_account_pages_wear_the_desk_s_design(client, address):
    page = client.get(address).content.decode()
    assert "claims/desk.css" in page
    assert "form-control" in page


def test_a_wrong_password_keeps_the_name_and_says_so(client, cast):
    page = client.post("/accounts/login/", {"login": "editor", "password": "wrong"}).content.decode()
    assert "not correct" in page
    assert 'value="editor"' in page


def test_the_address_of_a_form_opened_by_hand_says_so_and_leads_to_its_claim(client, cast):
    """Whose session ended before a button was pressed comes here by logging in."""
    claim = ClaimFactory(queued=True)
    client.force_login(cast[Role.REVIEWER])
    answer = client.get(reverse("claim_take", args=[claim.pk]))
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST, OPTIONS")
    assert "Nothing was changed" in answer.content.decode()
    assert f'href="{claim.get_absolute_url()}"' in answer.content.decode()
