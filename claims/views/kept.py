"""What a person wrote about a claim that they do not hold any more: it is theirs to read, to copy and to throw away."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import View

from claims.forms import typed
from claims.forms.review import WRITER
from claims.models import Draft, Slot, SlotState, Source, User
from claims.record import visibility
from claims.record.refusals import NotPermitted
from claims.review import drafts
from claims.views.desk import DoorMixin


def refuse_other_writer(request: HttpRequest, person: User) -> None:
    """Raise NotPermitted where a page that was made for somebody else comes back in the same browser.

    Its text would stand as this person's, and in the place of what they had typed themselves.
    """
    if request.POST.get(WRITER, str(person.pk)) != str(person.pk):
        raise NotPermitted(_("Somebody else opened this page. Sign in as that person to send what stands in it."))


def refused(request: HttpRequest, slot: Slot, person: User) -> HttpResponse:
    """The slot is somebody else's; who wrote there before is led to what they wrote."""
    draft = _own(person).filter(round=slot.round_id).first()
    said = drafts.why_not_theirs(slot) + (f" {_('What you wrote is kept as a draft.')}" if draft else "")
    context = {
        "heading": _("Not permitted"),
        "refusal": {"http_status": 403, "message": said},
        "claim": slot.claim.get_absolute_url(),
        "kept": reverse("draft", args=[draft.pk]) if draft else "",
    }
    return render(request, "refusal.html", context, status=403)


def lines(data: typed.Typed, claim_pk: int) -> list[typed.Line]:
    """What was typed about a claim, each source by its name."""
    sources = Source.objects.filter(statements__appearances__claim=claim_pk).order_by("name", "pk").distinct()
    return typed.lines(data, dict(sources.values_list("pk", "name")))


class KeptDraft(DoorMixin, View):
    """One's own draft, whoever holds the claim now; POST throws it away."""

    door = "review"
    http_method_names = ["get", "post", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        draft = self.draft(pk)
        claim = draft.round.claim
        slots = Slot.objects.filter(round=draft.round, holder=self.person, state=SlotState.HELD)
        context = {"draft": draft, "claim": claim, "lines": lines(draft.data, claim.pk), "held": slots.first()}
        return render(request, "review/draft.html", context)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        drafts.discard(self.draft(pk), by=self.person)
        messages.success(request, _("The draft is thrown away."))
        return HttpResponseRedirect(reverse("queue"))

    def draft(self, pk: int) -> Draft:
        return get_object_or_404(_own(self.person).select_related("round__claim"), pk=pk)


def _own(person: User) -> QuerySet[Draft]:
    return visibility.visible_to(Draft.objects.all(), person)
