"""The file that was handed in and the page at the address have each a digest and a time of their own; one had served for both.

Of old rows a file's digest is the one that was taken when it came, unless the page's has been written over it: then it is reckoned
from the kept bytes, and left open where they are gone.
"""

import hashlib
from pathlib import PurePath

from django.db import migrations, models


def told_apart(apps, _editor):
    """Give each file and each page of old rows what is known of it."""
    Evidence = apps.get_model("claims", "Evidence")
    first = {}  # what was known of a file when it came: pieces that were re-affirmed share it
    with_file = Evidence.objects.exclude(file="").select_related("review").order_by("pk")
    for piece in with_file.defer("archived_text", "quotation"):
        digest, at = first.setdefault(piece.file.name, (_digest(piece), piece.review.submitted_at))
        named = {"file_name": PurePath(piece.file.name).name, "file_sha256": digest, "file_at": at}
        Evidence.objects.filter(pk=piece.pk).update(**named)
    Evidence.objects.filter(archived_original="").update(archived_sha256="")
    Evidence.objects.exclude(file="").filter(address="").update(retrieved_at=None)
    for name in Evidence.objects.exclude(archived_original="").values_list("archived_original", flat=True).distinct():
        Evidence.objects.filter(archived_original=name).update(archived_type=_type(_read(Evidence, name, 1024)))


def _digest(piece):
    if piece.archived_sha256 and not piece.archived_original:
        return piece.archived_sha256
    kept = _read(type(piece), piece.file.name, -1)
    return hashlib.sha256(kept).hexdigest() if kept else ""


def _read(Evidence, name, most):
    storage = Evidence._meta.get_field("file").storage
    if not storage.exists(name):
        return b""
    with storage.open(name) as kept:
        return kept.read(most)


def _type(start):
    if start.startswith(b"%PDF-"):
        return "application/pdf"
    return "text/html" if start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<") else ""


class Migration(migrations.Migration):
    dependencies = [("claims", "0017_caution")]
    operations = [
        migrations.RenameField("evidence", "sha256", "archived_sha256"),
        migrations.AlterField(
            "evidence",
            "archived_sha256",
            models.CharField("SHA-256 of the archived original", max_length=64, blank=True),
        ),
        migrations.AddField(
            "evidence",
            "archived_type",
            models.CharField("content type of the archived original", max_length=100, blank=True),
        ),
        migrations.AddField("evidence", "file_name", models.CharField("name of the file", max_length=255, blank=True)),
        migrations.AddField(
            "evidence", "file_sha256", models.CharField("SHA-256 of the file", max_length=64, blank=True)
        ),
        migrations.AddField("evidence", "file_at", models.DateTimeField("file handed in at", null=True, blank=True)),
        migrations.RunPython(told_apart, migrations.RunPython.noop),
    ]
