"""How feeds are, and imports of published fact-checks, for those who run the desk."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from claims.memory import imports
from claims.models import Feed, Import, ImportRefusal, Role
from tests.factories import OutletFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _private_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def editor(client, person):
    client.force_login(person("edda", Role.EDITOR))
    return client


def feed(**more):
    return Feed.objects.create(outlet=OutletFactory(name="Daily Example"), address="https://daily.example/rss", **more)


def test_no_feeds_yet_says_what_to_do(editor):
    assert "Add a feed" in editor.get(reverse("feeds")).content.decode()


@pytest.mark.parametrize(
    ("state", "word"),
    [
        ({}, "Not polled yet"),
        ({"failures": 3, "trouble": "The server did not answer in time."}, "The server did not answer in time."),
        ({"active": False}, "Switched off"),
        ({"auto_accept": False}, "claims wait in triage"),
        ({"auto_accept": True}, "claims queued by score"),
    ],
)
def test_a_feed_shows_how_it_is(editor, state, word):
    feed(**state)
    page = editor.get(reverse("feeds")).content.decode()
    assert word in page
    assert "Daily Example" in page


def test_feeds_in_trouble_can_be_found(editor):
    feed()
    assert "Nothing matches" in editor.get(reverse("feeds"), {"troubled": "yes"}).content.decode()


def send(client, raw, form="csv"):
    return client.post(reverse("imports"), {"file": SimpleUploadedFile("checks.csv", raw), "form": form})


def test_an_upload_begins_an_import_that_is_watched(editor):
    assert send(editor, b"claim,url\nThe bridge cost 3 million.,https://check.example/1\n").url == reverse("imports")
    page = editor.get(reverse("imports")).content.decode()
    assert "checks.csv" in page
    assert 'hx-trigger="every 2s"' in page
    imports.run(Import.objects.get().pk)
    page = editor.get(reverse("imports"), headers={"HX-Request": "true"}).content.decode()
    assert "1 stored" in page
    assert "hx-trigger" not in page
    assert "<html" not in page


@pytest.mark.parametrize(("raw", "form"), [(b"", "csv"), (b"claim\nx", "excel")])
def test_what_cannot_be_imported_is_answered_and_stores_nothing(editor, raw, form):
    assert send(editor, raw, form).status_code == 422
    assert Import.objects.count() == 0


def test_the_report_lists_each_refused_row_with_its_reason(editor):
    job = imports.begin(
        json.dumps([{"claimReviewed": ""}, 7]).encode(), name="f", form="claim_review", by=editor_of(editor)
    )
    imports.run(job.pk)
    page = editor.get(reverse("import_report", args=[job.pk])).content.decode()
    assert ImportRefusal.objects.count() == 2
    assert "Row 1: It names no claim." in page
    assert "Row 2: This is not a ClaimReview." in page


def editor_of(client):
    return Import._meta.get_field("by").related_model.objects.get(username="edda")
