"""What is only looked at here: the record, and what runs left behind."""

from __future__ import annotations  # Django's generic classes are not subscriptable at run time

import json
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims import models
from claims.admin.rows import (
    LookUp,
    person_of,
)
from claims.admin.words import in_words
from claims.record import events, permissions, visibility


@admin.register(models.Event)
class EventAdmin(LookUp):
    """The record, the newest first; what the blind rule hides on the desk is hidden here."""

    change_form_template = "admin/event.html"
    list_display = ("sequence", "time", "actor", "said", "object_type", "object_id")
    list_filter = ("verb", "object_type")
    list_select_related = ("actor",)
    search_fields = ("=sequence", "=object_id", "actor__username", "actor__display_name")
    ordering = ("-sequence",)
    exclude = ("verb",)
    readonly_fields = ("said", "told")

    def get_queryset(self, request: HttpRequest) -> QuerySet[models.Event]:
        return visibility.visible_to(super().get_queryset(request), person_of(request))

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        event = self.get_object(request, object_id) if permissions.may(request.user, "redact") else None
        may = event is not None and not events.why_it_stays(event)
        return super().change_view(request, object_id, form_url, {"may_redact": may} | (extra_context or {}))

    @admin.display(description=gettext_lazy("what"), ordering="verb")
    def said(self, event: models.Event) -> str:
        return in_words(event.verb)

    @admin.display(description=gettext_lazy("before, after and reason"))
    def told(self, event: models.Event) -> str:
        payload = models.EventPayload.objects.filter(event=event).first()
        if payload is None:
            return _("Its content was erased.")
        return json.dumps(json.loads(payload.body), indent=1, ensure_ascii=False)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """An event has no history: it is one."""
        return redirect("admin:claims_event_change", object_id=object_id)


WORK = ("state", "attempts", "started_at", "finished_at", "reason")


@admin.register(models.TextVersion)
class TextVersionAdmin(LookUp):
    list_display = ("article", "number", "content_type", "created_at")
    list_select_related = ("article",)
    search_fields = ("article__title", "=text_sha256")


@admin.register(models.ExtractionRun)
class ExtractionRunAdmin(LookUp):
    list_display = ("text_version", "pipeline_version", *WORK)
    list_filter = ("state", "pipeline_version")
    list_select_related = ("text_version__article",)
    search_fields = ("text_version__article__title", "reason")


@admin.register(models.Fetch)
class FetchAdmin(LookUp):
    list_display = ("address", "answer_status", *WORK)
    list_filter = ("state",)
    search_fields = ("address", "reason")


@admin.register(models.FeedPoll)
class FeedPollAdmin(LookUp):
    list_display = ("feed", "new_entries", *WORK)
    list_filter = ("state",)
    list_select_related = ("feed__outlet",)
    search_fields = ("feed__title", "feed__address", "reason")


@admin.register(models.Import)
class ImportAdmin(LookUp):
    list_display = ("name", "format", "stored", "known", "refused", "by", *WORK)
    list_filter = ("state", "format")
    list_select_related = ("by",)
    search_fields = ("name",)


@admin.register(models.FactCheck)
class FactCheckAdmin(LookUp):
    list_display = ("claim_text", "claimant", "rating", "publisher", "reviewed_on", "language")
    list_filter = ("language",)
    search_fields = ("claim_text", "claimant", "publisher")


@admin.register(models.Publication)
class PublicationAdmin(LookUp):
    list_display = ("title", "number", "state", "rating", "publisher", "published_at", "looked_at_again")
    list_filter = ("state", "looked_at_again", "rating")
    list_select_related = ("rating", "publisher")
    search_fields = ("title", "claim__public_id")

    def get_fields(self, request: HttpRequest, obj: models.Publication | None = None) -> Any:
        """The decision is as blind here as on the desk: it may stand for what the next round finds."""
        fields = super().get_fields(request, obj)
        decision = models.Decision.objects.filter(publications=obj)
        if visibility.visible_to(decision, person_of(request)).exists():
            return fields
        return [name for name in fields if name != "decision"]


@admin.register(models.Heartbeat)
class HeartbeatAdmin(LookUp):
    list_display = ("name", "at")
