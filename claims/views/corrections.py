"""What outlets were asked to put right: the list across all claims, and the two forms on a claim's page."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.filters import CorrectionFilter
from claims.forms.publication import CorrectionForm, OutcomeForm
from claims.models import Claim, CorrectionRequest
from claims.publishing import outlets
from claims.record.refusals import Incomplete
from claims.tables import CorrectionTable
from claims.views.desk import DeskList
from claims.views.talk import OnClaim


class CorrectionList(DeskList):
    """What waits longest for an outlet comes first; what is over comes last."""

    door = "see_desk"
    table_class = CorrectionTable
    filterset_class = CorrectionFilter
    empty_template = "claims/no_corrections.html"
    heading = gettext_lazy("Corrections asked of outlets")
    lead = gettext_lazy("Whom the desk asked to put an article right after a check, and what came of it.")

    def get_queryset(self) -> QuerySet[CorrectionRequest]:
        return CorrectionRequest.objects.select_related("claim", "article__outlet").most_urgent_first()


class AskForCorrection(OnClaim):
    door = "ask_for_correction"

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        claim = get_object_or_404(Claim, pk=pk)
        form = CorrectionForm.about(claim, request.POST)
        label = _("Note a request for a correction")
        if not form.is_valid():
            return self.again(request, claim, form, label)
        try:
            outlets.ask_for_correction(claim, by=self.person, **form.cleaned_data)
        except Incomplete as missing:
            form.add_error(None, missing.message)
            return self.again(request, claim, form, label)
        return self.back(pk, "corrections")


class LogCorrection(OnClaim):
    door = "ask_for_correction"

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        asked = get_object_or_404(CorrectionRequest.objects.select_related("claim"), pk=pk)
        form = OutcomeForm(request.POST)
        label = _("Note what the outlet did")
        if not form.is_valid():
            return self.again(request, asked.claim, form, label)
        try:
            outlets.log_correction(asked, by=self.person, **form.cleaned_data)
        except Incomplete as missing:
            form.add_error(None, missing.message)
            return self.again(request, asked.claim, form, label)
        return self.back(asked.claim_id, "corrections")
