"""Who holds what, until when; giving a claim to a reviewer, and breaking a hold."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View

from claims.filters import HoldFilter
from claims.forms.verbs import ReleaseForm
from claims.models import Claim, Slot, SlotState, User
from claims.record.permissions import may
from claims.review import giving, queues, slots
from claims.tables import HoldTable
from claims.views import seen
from claims.views.desk import DeskList, DoorMixin
from claims.views.excerpts import excerpts
from claims.views.verbs import next_page


class HoldList(DeskList):
    """Everything that is held now, the hold that ends first at the top."""

    door = "see_desk"
    table_class = HoldTable
    filterset_class = HoldFilter
    empty_template = "holds/empty.html"
    heading = gettext_lazy("Who holds what")
    lead = gettext_lazy("A hold ends by itself when its holder stops working; what they wrote is kept.")

    def get_queryset(self) -> QuerySet[Slot]:
        return queues.held()

    def get_table_kwargs(self) -> dict[str, Any]:
        return {} if may(self.person, "verb:release") else {"exclude": ("release",)}


class Assign(seen.Seeing, DoorMixin, View):
    """Every reviewer with what they hold and what speaks against them; one key gives the claim to one of them."""

    door = "verb:assign"
    http_method_names = ["get", "post", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(request, self.claim(pk))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        claim = self.claim(pk)
        if since := seen.meanwhile(request, claim):
            return self.show(request, claim, status=409, since=since)
        chosen = forms.ModelChoiceField(User.objects.filter(is_active=True))
        try:
            person = chosen.clean(request.POST.get("to"))
        except forms.ValidationError:
            return self.show(request, claim, wrong=_("Choose a reviewer."), status=422)
        slot = slots.assign(claim, to=person, by=self.person)
        until = date_format(localtime(slot.lease_until), "H:i")
        said = _("%(person)s holds it until %(until)s, and is told.") % {"person": person, "until": until}
        messages.success(request, said)
        return HttpResponseRedirect(next_page(request) or claim.get_absolute_url())

    def claim(self, pk: int) -> Claim:
        return get_object_or_404(Claim.objects.select_related("article"), pk=pk)

    def show(
        self,
        request: HttpRequest,
        claim: Claim,
        *,
        wrong: str = "",
        status: int = 200,
        since: seen.Meanwhile | None = None,
    ) -> HttpResponse:
        slots_of_round = Slot.objects.filter(claim=claim, round__number=claim.round_number)
        context = {
            "claim": claim,
            "excerpt": excerpts([claim]).get(claim.pk),
            "reviewers": giving.reviewers_for(claim),
            "slots": slots_of_round.select_related("holder").order_by("number"),
            "free": slots_of_round.filter(state=SlotState.OPEN).exists(),
            "wrong": wrong,
            "meanwhile": since,
            "next": next_page(request),
        }
        return render(request, "holds/assign.html", context, status=status)


class Release(seen.Seeing, DoorMixin, View):
    """Break one hold, with a reason that its holder reads."""

    door = "verb:release"
    http_method_names = ["get", "post", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(request, self.slot(pk), ReleaseForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        slot, form = self.slot(pk), ReleaseForm(request.POST)
        valid = form.is_valid()
        if since := seen.meanwhile(request, slot, quiet=frozenset({"renew"})):
            return self.show(request, slot, form, status=409, since=since)
        if not valid:
            return self.show(request, slot, form, status=422)
        holder = slot.holder
        slots.release(slot, by=self.person, reason=form.cleaned_data["reason"])
        messages.success(request, _("Released. %(person)s is told why; the draft is kept.") % {"person": holder})
        return HttpResponseRedirect(next_page(request) or slot.claim.get_absolute_url())

    def slot(self, pk: int) -> Slot:
        return get_object_or_404(Slot.objects.select_related("claim__article", "holder", "round"), pk=pk)

    def show(
        self,
        request: HttpRequest,
        slot: Slot,
        form: ReleaseForm,
        status: int = 200,
        since: seen.Meanwhile | None = None,
    ) -> HttpResponse:
        context = {"slot": slot, "claim": slot.claim, "form": form, "next": next_page(request), "meanwhile": since}
        return render(request, "holds/release.html", context, status=status)
