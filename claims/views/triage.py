"""Triage: candidates one under the other, each decided with one key; several at once after a preview."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import View

from claims.forms.verbs import DismissForm
from claims.models import Claim, Status
from claims.record.refusals import Refusal
from claims.review import triage
from claims.views import seen, undoing
from claims.views.desk import DoorMixin
from claims.views.excerpts import excerpts
from claims.views.verbs import row_acts, waiting

PER_PAGE = 20
LONGEST_NAMED = 80


class Triage(seen.Seeing, DoorMixin, View):
    """Candidates in the queue's order, with their sentence, their source, and why they may be worth a check."""

    door = "triage"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        doubtful = request.GET.get("show") == "abstained"
        candidates = waiting(doubtful=doubtful).select_related("article").prefetch_related("requests__person")
        page = Paginator(candidates, PER_PAGE).get_page(request.GET.get("page"))
        claims = list(page.object_list)
        where = excerpts(claims)
        context = {
            "page": page,
            "rows": [(claim, where.get(claim.pk)) for claim in claims],
            "doubtful": doubtful,
            "undo": undoing.undoable(request, self.person),
            "waiting": page.paginator.count,
        } | row_acts(_here(request, doubtful, page.number), self.person)
        return render(request, "triage/list.html", context)


def _here(request: HttpRequest, doubtful: bool, number: int) -> str:  # noqa: FBT001  # which list, and which page of it
    """The address of the very page that is looked at, for the verbs that come back to it."""
    asked = ({"show": "abstained"} if doubtful else {}) | ({"page": number} if number > 1 else {})
    return f"{request.path}?{urlencode(asked)}" if asked else request.path


class TriageBulk(seen.Seeing, DoorMixin, View):
    """Several candidates at once: the first POST shows what would be done, the second does it, and a third undoes it."""

    door = "triage"
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest) -> HttpResponse:
        chosen = [int(pk) for pk in request.POST.getlist("claim") if _is_number(pk)][: 5 * PER_PAGE]
        found = Claim.objects.in_queue_order().filter(pk__in=chosen).select_related("article")
        if request.POST.get("act") == "undo":
            return self.undo(found.order_by("pk"))
        claims = [claim for claim in found if claim.status == Status.CANDIDATE]
        for claim in found:
            if claim.status != Status.CANDIDATE:
                messages.warning(request, _left_out(claim, seen.meanwhile(request, claim)))
        act = "accept" if request.POST.get("act") == "accept" else "dismiss"
        form = DismissForm(request.POST if "sure" in request.POST else None)
        if not found:
            messages.info(request, _("No candidate was chosen."))
        if not claims:
            return HttpResponseRedirect(reverse("triage"))
        overtaken = [(claim, since) for claim in claims if (since := seen.meanwhile(request, claim))]
        if "sure" not in request.POST or (act == "dismiss" and not form.is_valid()):
            return self.preview(claims, act, form, dict(overtaken))
        moved_on = [claim for claim, _since in overtaken]
        done = self.do([claim for claim in claims if claim not in moved_on], act, form)
        if moved_on:
            return self.preview(moved_on, act, form, dict(overtaken))
        return HttpResponseRedirect(undoing.with_undo(reverse("triage"), done))

    def do(self, claims: list[Claim], act: str, form: DismissForm) -> list[Claim]:
        """Say the verb of each, and what came of it: how many were done, and each that was not, with the reason."""
        said: dict[str, Any] = form.cleaned_data if act == "dismiss" else {}
        verb: Callable[..., Claim] = triage.dismiss if act == "dismiss" else triage.accept
        done = self.each(claims, lambda claim: verb(claim, by=self.person, **said))
        accepted = ngettext("Accepted %(n)s claim.", "Accepted %(n)s claims.", len(done)) % {"n": len(done)}
        dismissed = ngettext("Dismissed %(n)s claim.", "Dismissed %(n)s claims.", len(done)) % {"n": len(done)}
        if done:
            messages.success(self.request, accepted if act == "accept" else dismissed)
        return done

    def undo(self, claims: QuerySet[Claim]) -> HttpResponse:
        """Candidates again, as far as nothing happened to them since."""
        touched = [(claim, since) for claim in claims if (since := seen.meanwhile(self.request, claim))]
        for claim, since in touched:
            messages.warning(self.request, _left_out(claim, since))
        moved_on = [claim for claim, _since in touched]
        verbs = {"put_back": triage.put_back, "restore": triage.restore}
        done = self.each(
            [claim for claim in claims if claim not in moved_on],
            lambda claim: verbs[undoing.verb_back(claim)](claim, by=self.person),
        )
        if done:
            said = ngettext("%(n)s claim is a candidate again.", "%(n)s claims are candidates again.", len(done))
            messages.success(self.request, said % {"n": len(done)})
        return HttpResponseRedirect(reverse("triage") + (f"#row-{done[0].pk}" if done else ""))

    def each(self, claims: list[Claim], verb: Callable[[Claim], Claim]) -> list[Claim]:
        """Each claim is a verb of its own, so that one that moved on does not stop the others; those that were done."""
        done = []
        for claim in claims:
            try:
                verb(claim)
                done.append(claim)
            except Refusal as refusal:
                told = {"wording": claim.wording[:LONGEST_NAMED], "why": refusal.message}
                messages.warning(self.request, _("Left out: “%(wording)s”. %(why)s") % told)
        return done

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


def _left_out(claim: Claim, since: seen.Meanwhile | None) -> str:
    """Which claim was not done, and what somebody else had done to it before."""
    told: dict[str, object] = {"wording": claim.wording[:LONGEST_NAMED], "status": claim.get_status_display()}
    if since is None or not since.story:
        return _("Left out: “%(wording)s”. It is “%(status)s” by now.") % told
    last = since.story[-1]
    told |= {"who": last.actor, "done": last.done, "why": f": {last.reason}" if last.reason else ""}
    return _("Left out: “%(wording)s”. %(who)s %(done)s%(why)s.") % told
