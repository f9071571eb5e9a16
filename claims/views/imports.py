"""Imports of published fact-checks: beginning one, watching it, and reading what was refused and why."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.generic import View

from claims.forms.intake import ImportForm
from claims.memory import imports
from claims.models import FactCheck, Import
from claims.views.desk import DoorMixin

SHOWN = 30
REFUSALS_SHOWN = 50


class Imports(DoorMixin, View):
    """The imports, newest first; while one runs, its part of the page is asked for again."""

    door = "edit_policy"
    http_method_names = ["get", "post", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request, ImportForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = ImportForm(request.POST, request.FILES)
        if form.is_valid():
            file = form.cleaned_data["file"]
            try:
                imports.measured(file.size)
                imports.begin(file.read(), name=file.name, form=form.cleaned_data["form"], by=self.person)
            except imports.NotImported as refusal:
                form.add_error("file", refusal.message)
            else:
                return HttpResponseRedirect(reverse("imports"))
        return self.show(request, form, status=422)

    def show(self, request: HttpRequest, form: ImportForm, status: int = 200) -> HttpResponse:
        begun = list(Import.objects.select_related("by")[:SHOWN])
        context = {
            "form": form,
            "imports": begun,
            "running": any(not one.is_over for one in begun),
            "known": FactCheck.objects.count(),
        }
        part = "#begun" if getattr(request, "htmx", False) else ""
        return render(request, f"imports/list.html{part}", context, status=status)


class ImportReport(DoorMixin, View):
    """What one import took in, and each row that it refused, with the reason."""

    door = "edit_policy"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        one = get_object_or_404(Import.objects.select_related("by"), pk=pk)
        refusals = Paginator(one.refusals.order_by("place"), REFUSALS_SHOWN).get_page(request.GET.get("page"))
        return render(request, "imports/report.html", {"one": one, "refusals": refusals})
