import hashlib

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from claims.record import originals


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def test_bytes_are_kept_where_their_digest_says():
    name, digest = originals.keep(b"12 million")
    assert digest == hashlib.sha256(b"12 million").hexdigest()
    assert name == f"{digest[:2]}/{digest}"
    with default_storage.open(name) as kept:
        assert kept.read() == b"12 million"


def test_the_same_bytes_are_kept_once_whatever_they_are_called(folder):
    kept = {originals.keep(SimpleUploadedFile(name, b"12 million")) for name in ("a.pdf", "../b.exe")}
    kept.add(originals.keep(b"12 million"))
    assert len(kept) == 1
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 1
