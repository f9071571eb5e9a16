"""What was kept of a piece of evidence: a file that was handed in, the page as it came, and its text."""

from pathlib import PurePath

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.generic import View

from claims.exports import downloads
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
        handed_in = PurePath(piece.file_name).suffix
        ending = handed_in if which == "file" else downloads.ENDINGS.get(piece.archived_type, "")
        return downloads.kept(kept, name=f"evidence-{pk}{ending}")
