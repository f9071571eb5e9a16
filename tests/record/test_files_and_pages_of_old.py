"""Rows from before a file and a page had each a digest of their own (migration 0018)."""

import hashlib
from importlib import import_module

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from claims.models import Evidence
from tests.factories import EvidenceFactory

pytestmark = pytest.mark.django_db
OF_FILE, OF_PAGE = hashlib.sha256(b"12 million").hexdigest(), "a" * 64


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    default_storage.save("ledger.pdf", ContentFile(b"12 million"))
    default_storage.save("aa/page", ContentFile(b"<!doctype html><p>A page"))
    default_storage.save("bb/print", ContentFile(b"%PDF-1.7"))


def migrated(*rows):
    for row in rows:
        row.save()
    import_module("claims.migrations.0018_a_file_and_a_page").told_apart(apps, None)
    for row in rows:
        row.refresh_from_db()


def old(**had):
    return EvidenceFactory(retrieved_at=timezone.now(), **had)


def test_the_digest_of_a_piece_that_was_not_archived_is_its_files():
    piece = old(file="ledger.pdf", archived_sha256=OF_FILE)
    migrated(piece)
    assert (piece.file_sha256, piece.archived_sha256) == (OF_FILE, "")
    assert (piece.file_name, piece.file_at) == ("ledger.pdf", piece.review.submitted_at)
    assert piece.retrieved_at


def test_the_digest_of_an_archived_piece_is_its_pages_and_the_files_is_reckoned():
    piece = old(file="ledger.pdf", archived_sha256=OF_PAGE, archived_original="aa/page")
    migrated(piece)
    assert (piece.file_sha256, piece.archived_sha256) == (OF_FILE, OF_PAGE)


def test_of_a_file_that_is_gone_nothing_is_made_up():
    piece = old(file="gone.pdf", archived_sha256=OF_PAGE, archived_original="aa/page")
    migrated(piece)
    assert (piece.file_sha256, piece.archived_sha256) == ("", OF_PAGE)


def test_a_digest_that_a_re_affirmed_piece_took_over_wrongly_goes():
    first = old(file="ledger.pdf", archived_sha256=OF_PAGE, archived_original="aa/page")
    again = old(file="ledger.pdf", archived_sha256=OF_PAGE)
    without = old(archived_sha256=OF_FILE)
    migrated(first, again, without)
    assert (again.file_sha256, again.archived_sha256) == (OF_FILE, "")
    assert again.file_at == first.review.submitted_at
    assert (without.file_sha256, without.archived_sha256) == ("", "")


def test_what_is_only_a_file_was_not_retrieved():
    piece = old(file="ledger.pdf", address="", archived_sha256=OF_FILE)
    migrated(piece)
    assert (bool(piece.file_at), piece.retrieved_at) == (True, None)


def test_an_archived_original_is_what_its_bytes_say():
    pieces = [old(archived_original=name) for name in ("aa/page", "bb/print", "gone")]
    migrated(*pieces)
    assert list(Evidence.objects.order_by("pk").values_list("archived_type", flat=True)) == [
        "text/html",
        "application/pdf",
        "",
    ]
