"""What was kept of a piece of evidence: a file that was handed in, the page as it came, and its text."""

import mimetypes
from pathlib import PurePath

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.generic import View

from claims.models import Evidence
from claims.record.visibility import visible_to
from claims.views.desk import DoorMixin


class Kept(DoorMixin, View):
    """One piece, to those who may see the review that it belongs to."""

    door = "see_desk"
    http_method_names = ["get", "head", "options"]

    def piece(self, request: HttpRequest, pk: int) -> Evidence:
        return get_object_or_404(visible_to(Evidence.objects.select_related("claim", "archive"), request.user), pk=pk)


class EvidenceText(Kept):
    """The text of the page as it was when it was kept."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return render(request, "claims/evidence.html", {"piece": self.piece(request, pk)})


class EvidenceBytes(Kept):
    """The bytes as they came: for keeping, never for showing."""

    def get(self, request: HttpRequest, pk: int, which: str) -> FileResponse:
        piece = self.piece(request, pk)
        kept = {"file": piece.file, "original": piece.archived_original}.get(which)
        if not kept or not kept.storage.exists(kept.name):
            raise Http404
        ending = PurePath(kept.name).suffix if which == "file" else mimetypes.guess_extension("text/html") or ""
        answer = FileResponse(
            kept.open("rb"),
            as_attachment=True,
            filename=f"evidence-{pk}{ending}",
            content_type="application/octet-stream",  # a stranger's bytes are never a page of ours
        )
        answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
        answer.headers["X-Content-Type-Options"] = "nosniff"
        return answer
