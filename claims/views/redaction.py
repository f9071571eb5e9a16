"""Erasing what an event told, to protect a source: asked once more before it is done, for it cannot be undone."""

import json

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import View

from claims.forms.redaction import RedactForm
from claims.models import Event
from claims.record import events, visibility
from claims.record.refusals import IllegalMove
from claims.views.desk import DoorMixin
from claims.views.stories import tell


class Redact(DoorMixin, View):
    """What goes and what stays, a reason, and the last yes."""

    door = "redact"
    http_method_names = ["get", "post", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.ask(request, self.event(pk), RedactForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        event, form = self.event(pk), RedactForm(request.POST)
        if not form.is_valid():
            return self.ask(request, event, form, status=422)
        try:
            events.redact(event, by=self.person, reason=form.cleaned_data["reason"])
        except IllegalMove as refusal:
            form.add_error(None, refusal.message)
            return self.ask(request, event, form, status=refusal.http_status)
        messages.success(request, _("Erased. The record says that you did it, and why."))
        return HttpResponseRedirect(self.back(event))

    def event(self, pk: int) -> Event:
        """An event that the person may read: nobody erases what the blind rule hides from them."""
        seen = visibility.visible_to(Event.objects.select_related("actor", "payload", "claim"), self.person)
        return get_object_or_404(seen, pk=pk)

    def back(self, event: Event) -> str:
        if event.claim_id:
            return reverse("claim_history", args=[event.claim_id])
        return reverse("admin:claims_event_change", args=[event.pk])

    def ask(self, request: HttpRequest, event: Event, form: RedactForm, status: int = 200) -> HttpResponse:
        payload = getattr(event, "payload", None)
        told = json.dumps(json.loads(payload.body), indent=1, ensure_ascii=False) if payload else ""
        context = {
            "event": event,
            "chapter": tell([event])[0],
            "told": told,
            "stays": events.why_it_stays(event),
            "form": form,
            "back": self.back(event),
        }
        return render(request, "claims/redact.html", context, status=status)
