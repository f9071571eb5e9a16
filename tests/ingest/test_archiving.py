import hashlib

import pytest
from django.core.cache import cache
from django.utils import timezone

from claims.ingest import archiving, fetching, robots
from claims.ingest.fetching import Fetched, FetchError
from claims.models import Archive, Event, Evidence
from tests.factories import EvidenceFactory

pytestmark = pytest.mark.django_db

PAGE = b"""<html lang="en"><head><title>Ledger</title></head><body><article><h1>Ledger of the bridge</h1>
<p>The ledger of the bridge, kept by the River Board since 1990, shows twelve million euros for the year 2021.</p>
<p>The board published it on Monday with the contracts, the invoices and the minutes of all of its meetings.</p>
</article></body></html>"""


@pytest.fixture
def evidence(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    cache.clear()
    monkeypatch.setattr(robots, "ask", lambda address: None)
    return EvidenceFactory(address="https://ledger.example/", archived_sha256="", alive="unknown")


def archive(monkeypatch, answer):
    def get(address, **more):
        if isinstance(answer, Exception):
            raise answer
        return Fetched(address, 200, "text/html", None, answer, timezone.now())

    monkeypatch.setattr(fetching, "get", get)
    archiving.begin_due()
    archiving.archive(Archive.objects.get().pk)
    return Evidence.objects.get()


def test_bytes_text_and_hash_are_kept(evidence, monkeypatch):
    kept = archive(monkeypatch, PAGE)
    with kept.archived_original.open() as original:
        assert original.read() == PAGE
    assert "twelve million" in kept.archived_text
    assert (kept.alive, len(kept.archived_sha256)) == ("alive", 64)
    assert Event.objects.get().verb == "archive"


def test_what_is_archived_leaves_the_file_that_was_handed_in_its_own_digest(evidence, monkeypatch):
    at = timezone.now()
    Evidence.objects.update(file="f1/f1", file_sha256="f1" * 32, file_at=at)
    kept = archive(monkeypatch, PAGE)
    assert (kept.file_sha256, kept.file_at) == ("f1" * 32, at)
    assert kept.archived_sha256 == hashlib.sha256(PAGE).hexdigest()
    assert kept.archived_type == "text/html"


def test_a_page_that_is_gone_was_not_retrieved(evidence, monkeypatch):
    kept = archive(monkeypatch, FetchError("There is no page at this address (404).", status=404))
    assert kept.retrieved_at == evidence.retrieved_at


def test_a_page_that_is_gone_is_dead(evidence, monkeypatch):
    given = Evidence.objects.get().retrieved_at
    kept = archive(monkeypatch, FetchError("There is no page at this address (404).", status=404))
    assert (kept.alive, kept.retrieved_at) == ("dead", given)
    assert Archive.objects.get().reason


def test_a_page_that_may_come_back_is_asked_again(evidence, monkeypatch):
    archive(monkeypatch, FetchError("busy", again=True, status=503))
    assert Archive.objects.get().state == "queued"


def test_evidence_is_archived_once(evidence, monkeypatch):
    archive(monkeypatch, PAGE)
    assert archiving.begin_due() == 0
