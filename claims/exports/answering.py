"""A list as an HTTP answer: sent while it is read, only ever downloaded, with the head of the record in its name."""

from typing import Any

from django.db.models import QuerySet
from django.http import StreamingHttpResponse
from django.utils import timezone

from claims.exports.cells import FORMS
from claims.exports.downloads import never_a_page
from claims.exports.sheets import Sheet
from claims.models import ChainHead
from claims.record.visibility import Viewer


def answer(sheet: Sheet, rows: QuerySet[Any], *, form: str, viewer: Viewer) -> StreamingHttpResponse:
    """The rows as this person may read them, as a file in one of FORMS."""
    kind, write = FORMS[form]
    head = ChainHead.objects.first() or ChainHead()
    told = {"list": sheet.name, "exported_at": timezone.now(), "record": f"{head.sequence}:{head.digest}"}
    pieces = write(list(sheet.columns), sheet.rows(rows, viewer), **told)
    found = StreamingHttpResponse((piece.encode() for piece in pieces), content_type=kind)
    # the head of the record goes out with each file: who rewrites the record later is found out by it
    name = f"{sheet.name}-{timezone.localdate():%Y-%m-%d}-{head.sequence}-{head.digest[:12]}.{form}"
    found.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    never_a_page(found)
    return found
