"""Triage: candidates one under the other, each decided with one key; several at once after a preview."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import View

from claims.forms.verbs import DismissForm
from claims.models import Claim, User
from claims.record.refusals import Refusal
from claims.review import triage
from claims.views import seen
from claims.views.desk import DoorMixin
from claims.views.excerpts import excerpts
from claims.views.verbs import row_acts, undoable

PER_PAGE = 20


class Triage(seen.Seeing, DoorMixin, View):
    """Candidates in the queue's order, with their sentence, their source, and why they may be worth a check."""

    door = "triage"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        waiting = Claim.objects.triage().select_related("article")
        doubtful = request.GET.get("show") == "abstained"
        if doubtful:
            waiting = waiting.exclude(abstained="", caution="")
        page = Paginator(waiting, PER_PAGE).get_page(request.GET.get("page"))
        claims = list(page.object_list)
        where = excerpts(claims)
        context = {
            "page": page,
            "rows": [(claim, where.get(claim.pk)) for claim in claims],
            "doubtful": doubtful,
            "undo": undoable(request),
        } | row_acts(_here(request, doubtful, page.number))
        return render(request, "triage/list.html", context)


def _here(request: HttpRequest, doubtful: bool, number: int) -> str:  # noqa: FBT001  # which list, and which page of it
    """The address of the very page that is looked at, for the verbs that come back to it."""
    asked = ({"show": "abstained"} if doubtful else {}) | ({"page": number} if number > 1 else {})
    return f"{request.path}?{urlencode(asked)}" if asked else request.path


class TriageBulk(seen.Seeing, DoorMixin, View):
    """Several candidates at once: the first POST shows what would be done, the second does it."""

    door = "triage"
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest) -> HttpResponse:
        chosen = [int(pk) for pk in request.POST.getlist("claim") if _is_number(pk)][: 5 * PER_PAGE]
        claims = list(Claim.objects.triage().filter(pk__in=chosen).select_related("article"))
        act = "accept" if request.POST.get("act") == "accept" else "dismiss"
        form = DismissForm(request.POST if "reason" in request.POST else None)
        if not claims:
            messages.info(request, _("No candidate was chosen, or others were faster."))
            return HttpResponseRedirect(reverse("triage"))
        overtaken = [(claim, since) for claim in claims if (since := seen.meanwhile(request, claim))]
        if "sure" not in request.POST or (act == "dismiss" and not form.is_valid()):
            return self.preview(claims, act, form, dict(overtaken))
        moved_on = [claim for claim, _since in overtaken]
        done, refused = _do_all([claim for claim in claims if claim not in moved_on], act, form, self.person)
        said = ngettext("%(n)s claim: done.", "%(n)s claims: done.", done) % {"n": done}
        messages.success(request, said)
        for refusal in refused[:3]:
            messages.warning(request, refusal)
        return (
            self.preview(moved_on, act, form, dict(overtaken)) if moved_on else HttpResponseRedirect(reverse("triage"))
        )

    def preview(
        self, claims: list[Claim], act: str, form: DismissForm, overtaken: dict[Claim, seen.Meanwhile]
    ) -> HttpResponse:
        """What would be done, and what happened to those that moved on since they were ticked."""
        rows = [(claim, overtaken.get(claim)) for claim in claims]
        context = {"claims": claims, "rows": rows, "act": act, "form": form}
        return render(self.request, "triage/preview.html", context, status=409 if overtaken else 200)


def _is_number(typed: str) -> bool:
    """Whether it may be the number of a row; longer ones fit into no column."""
    return typed.isascii() and typed.isdigit() and len(typed) <= 18


def _do_all(claims: list[Claim], act: str, form: DismissForm, by: User) -> tuple[int, list[str]]:
    """Each claim is a verb of its own, so that one that moved on does not stop the others."""
    refused: list[str] = []
    said: dict[str, Any] = form.cleaned_data if act == "dismiss" else {}
    verb: Callable[..., Claim] = triage.dismiss if act == "dismiss" else triage.accept
    for claim in claims:
        try:
            verb(claim, by=by, **said)
        except Refusal as refusal:
            refused.append(f"{claim.wording[:60]}: {refusal.message}")
    return len(claims) - len(refused), refused
