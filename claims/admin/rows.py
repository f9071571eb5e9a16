"""The kinds of rows of the panel: looked up only, or repaired by moves; and the actions that they share."""

from __future__ import annotations  # Django's generic classes are not subscriptable at run time

import json
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.db.models import Model, QuerySet
from django.forms import ModelForm, ModelMultipleChoiceField
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims import exports, models
from claims.admin.words import in_words
from claims.forms import panel
from claims.record import permissions, visibility
from claims.record.moves import Change, move
from claims.record.refusals import Refusal

logger = logging.getLogger(__name__)

if TYPE_CHECKING:
    Panel = admin.ModelAdmin[Any]
    Several = ModelMultipleChoiceField[Any]
    Inline = admin.TabularInline[Any, Any]
    Stacked = admin.StackedInline[Any, Any]
    People = UserAdmin[models.User]
else:  # not subscriptable at run time
    Panel, Inline, Stacked = admin.ModelAdmin, admin.TabularInline, admin.StackedInline
    People, Several = UserAdmin, ModelMultipleChoiceField


def person_of(request: HttpRequest) -> models.User:
    return cast(models.User, request.user)


class Recorded(Panel):
    """Rows whose history is told by the record, not by a log of who clicked what in this panel."""

    object_history_template = "admin/record.html"
    most_told = 500

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The events of this row that the person may see, the newest first."""
        of_row = models.Event.objects.filter(object_type=self.opts.model_name, object_id=number_of(object_id))
        seen = visibility.visible_to(of_row, person_of(request)).select_related("actor", "payload")
        told = [
            (event, in_words(event.verb), self.changes(event)) for event in seen.order_by("-sequence")[: self.most_told]
        ]
        return super().history_view(request, object_id, {"told": told} | (extra_context or {}))

    def changes(self, event: models.Event) -> list[tuple[str, Any, Any]]:
        """What an event changed of its row: the field in words, what it held, what it holds since."""
        body = told_by(event)
        named = [self.opts.model_name, event.object_id]
        before, after = (
            next((row for row in body.get(part, []) if isinstance(row, dict) and row.get("row") == named), {})
            for part in ("before", "after")
        )
        words = {field.name: field.verbose_name for field in self.opts.concrete_fields if field.name in before}
        return [
            (str(said), before[name], after[name])
            for name, said in words.items()
            if name in after and name != "password" and before[name] != after[name]
        ]


def told_by(event: models.Event) -> dict[str, Any]:
    """What an event tells; nothing where that was erased."""
    payload = getattr(event, "payload", None)
    return cast(dict[str, Any], json.loads(payload.body)) if payload else {}


def number_of(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 18 else 0


class LookUp(Recorded):
    """Rows that are looked at here and changed by verbs."""

    list_per_page = 50
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class Seeing(Recorded):
    """Rows whose form says up to which event its page saw them."""

    form = panel.SeeingForm

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        request.seen = panel.newest()  # type: ignore[attr-defined]  # read before the row, so that nothing falls between
        return super().get_object(request, object_id, from_field)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """What the form saw goes along in each, whatever fields a panel lays out; who only looks is not asked for it."""
        laid_out: list[tuple[Any, dict[str, Any]]] = [
            (title, dict(told)) for title, told in super().get_fieldsets(request, obj)
        ]
        for _title, told in laid_out:
            told["fields"] = [name for name in told["fields"] if name != "seen"]
        if obj is not None and laid_out and self.has_change_permission(request, obj):
            laid_out[-1][1]["fields"] = [*laid_out[-1][1]["fields"], "seen"]
        return laid_out

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **how: Any) -> Any:  # noqa: FBT001, FBT002  # Django's signature
        form = super().get_form(request, obj, change=change, **how)
        if "seen" in form.base_fields:
            form.base_fields["seen"] = panel.Seen(initial=getattr(request, "seen", None))
        return form


class Repair(Seeing):
    """Reference data: each change is a move with its event; nothing is deleted."""

    list_per_page = 50

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Model, form: ModelForm[Any], change: bool) -> None:  # noqa: FBT001  # Django's signature
        name = obj._meta.model_name
        if not change:
            move(f"add_{name}", obj, by=person_of(request), create=[obj])
        elif told := {field: form.cleaned_data[field] for field in form.changed_data if is_column(obj, field)}:
            before = type(obj)._base_manager.get(pk=obj.pk)
            move(f"edit_{name}", before, by=person_of(request), changes=[Change(before, told)])

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:  # noqa: FBT001  # Django's signature
        """Rows that are edited beside their row: each that is new or different is an event of its own."""
        formset.save(commit=False)  # tells the panel's own log what changed
        for one in (one for one in formset.forms if one.has_changed()):
            Repair.save_model(self, request, one.instance, one, change=one.instance.pk is not None)


def is_column(row: Model, name: str) -> bool:
    return name in {field.name for field in row._meta.concrete_fields}


def say(verb: Callable[[Any, models.User], Any], label: Any, door: str) -> Callable[..., None]:
    """An admin action that says a desk's verb of each chosen row, and tells which were refused and why."""

    def run(panel: Panel, request: HttpRequest, rows: QuerySet[Any]) -> None:
        done = 0
        for row in rows:
            try:
                verb(row, person_of(request))
                done += 1
            except Refusal as refusal:
                panel.message_user(request, f"{row}: {refusal.message}", messages.WARNING)
        panel.message_user(request, _("%(verb)s: %(n)s done.") % {"verb": label, "n": done})

    described = admin.action(description=label)(run)
    described.__name__ = door.replace(":", "_")
    return described


def as_file(sheet: exports.Sheet) -> Callable[..., StreamingHttpResponse]:
    """An admin action that answers with the chosen rows as CSV: the desk's own columns, read by the desk's own rules."""

    def run(_panel: Panel, request: HttpRequest, rows: QuerySet[Any]) -> StreamingHttpResponse:
        permissions.require(request.user, "export")
        person = person_of(request)
        logger.info("export of %s as csv: %s rows for user %s", sheet.name, rows.count(), person.pk)
        return exports.answer(sheet, rows, form="csv", viewer=person)

    described = admin.action(description=gettext_lazy("The chosen rows as a CSV file"))(run)
    described.__name__ = "as_file"
    return described
