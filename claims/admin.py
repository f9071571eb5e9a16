"""The admin panel: it looks up everything, repairs reference data, and says the same verbs as the desk.

Every change made here is an event. Status fields are read-only; nothing here has power over verdicts that the workflow
does not give.
"""

from __future__ import annotations  # Django's generic classes are not subscriptable at run time

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from allauth.account.decorators import secure_admin_login
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Model, QuerySet, TextField
from django.forms import CheckboxSelectMultiple, ModelForm, ModelMultipleChoiceField, Textarea
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims import exports, models
from claims.forms import panel
from claims.ingest import identities
from claims.ingest.sources import key_of
from claims.record import events, permissions, visibility
from claims.record.moves import Change, move
from claims.record.policy import edit_policy
from claims.record.refusals import Refusal
from claims.review import triage

if TYPE_CHECKING:
    Panel = admin.ModelAdmin[Any]
    Several = ModelMultipleChoiceField[Any]
    Inline = admin.TabularInline[Any, Any]
    Stacked = admin.StackedInline[Any, Any]
    People = UserAdmin[models.User]
else:  # not subscriptable at run time
    Panel, Inline, Stacked = admin.ModelAdmin, admin.TabularInline, admin.StackedInline
    People, Several = UserAdmin, ModelMultipleChoiceField

admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]  # the desk's own throttled login
admin.site.site_header = admin.site.site_title = gettext_lazy("Fact-checking desk: administration")
admin.site.unregister(Group)  # roles are fixed: the table of the workflow names them

IN_THE_PANEL = frozenset({models.Role.ADMINISTRATOR, models.Role.EDITOR})


def _person(request: HttpRequest) -> models.User:
    return cast(models.User, request.user)


class Recorded(Panel):
    """Rows whose history is told by the record, not by a log of who clicked what in this panel."""

    object_history_template = "admin/record.html"
    most_told = 500

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The events of this row that the person may see, the newest first."""
        of_row = models.Event.objects.filter(object_type=self.opts.model_name, object_id=_number(object_id))
        told = visibility.visible_to(of_row, _person(request)).select_related("actor").order_by("-sequence")
        more = {"told": list(told[: self.most_told])} | (extra_context or {})
        return super().history_view(request, object_id, more)


def _number(typed: str) -> int:
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


class Repair(Recorded):
    """Reference data: each change is a move with its event; nothing is deleted."""

    list_per_page = 50
    form = panel.SeeingForm

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        request.seen = panel.newest()  # type: ignore[attr-defined]  # read before the row, so that nothing falls between
        return super().get_object(request, object_id, from_field)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **how: Any) -> Any:  # noqa: FBT001, FBT002  # Django's signature
        form = super().get_form(request, obj, change, **how)
        if "seen" in form.base_fields:
            form.base_fields["seen"] = panel.Seen(initial=getattr(request, "seen", None))
        return form

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Model, form: ModelForm[Any], change: bool) -> None:  # noqa: FBT001  # Django's signature
        name = obj._meta.model_name
        if not change:
            move(f"add_{name}", obj, by=_person(request), create=[obj])
        elif told := {field: form.cleaned_data[field] for field in form.changed_data if _is_column(obj, field)}:
            before = type(obj)._base_manager.get(pk=obj.pk)
            move(f"edit_{name}", before, by=_person(request), changes=[Change(before, told)])

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:  # noqa: FBT001  # Django's signature
        """Rows that are edited beside their row: each that is new or different is an event of its own."""
        formset.save(commit=False)  # tells the panel's own log what changed
        for one in (one for one in formset.forms if one.has_changed()):
            Repair.save_model(self, request, one.instance, one, change=one.instance.pk is not None)


def _is_column(row: Model, name: str) -> bool:
    return name in {field.name for field in row._meta.concrete_fields}


def say(verb: Callable[[Any, models.User], Any], label: Any, door: str) -> Callable[..., None]:
    """An admin action that says a desk's verb of each chosen row, and tells which were refused and why."""

    def run(panel: Panel, request: HttpRequest, rows: QuerySet[Any]) -> None:
        done = 0
        for row in rows:
            try:
                verb(row, _person(request))
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
        return exports.answer(sheet, rows, form="csv", viewer=_person(request))

    described = admin.action(description=gettext_lazy("The chosen rows as a CSV file"))(run)
    described.__name__ = "as_file"
    return described


# What a role opens, for whoever gives it to somebody.
MAY = {
    models.Role.VIEWER: gettext_lazy("reads what is published"),
    models.Role.CONTRIBUTOR: gettext_lazy("hands in articles, suggests claims"),
    models.Role.TRIAGER: gettext_lazy("accepts, dismisses, merges, splits and rewords claims; puts sources right"),
    models.Role.REVIEWER: gettext_lazy("takes claims and reviews them"),
    models.Role.ADJUDICATOR: gettext_lazy("decides where reviews disagree, sends back"),
    models.Role.EDITOR: gettext_lazy("publishes, reopens, withdraws; edits the policy and the rating scale"),
    models.Role.ADMINISTRATOR: gettext_lazy("manages accounts and reference data; decides no verdict"),
}


class RoleField(Several):
    """Roles to tick, each with what it opens."""

    widget = CheckboxSelectMultiple

    def label_from_instance(self, group: Model) -> str:
        name = str(group)
        if name not in models.Role:
            return name
        return f"{models.Role(name).label}: {MAY[models.Role(name)]}"


@admin.register(models.User)
class PeopleAdmin(Recorded, People):
    """Accounts and their roles; authority over users is not authority over verdicts."""

    list_display = ("username", "display_name", "email", "role_names", "is_active", "last_login")
    list_filter = ("groups", "is_active")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (gettext_lazy("Person"), {"fields": ("display_name", "email", "single_keys")}),
        (gettext_lazy("Roles"), {"fields": ("is_active", "groups")}),
    )
    add_fieldsets = ((None, {"fields": ("username", "email", "display_name", "password1", "password2", "groups")}),)
    search_fields = ("username", "display_name", "email")
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name != "groups":
            return super().formfield_for_manytomany(db_field, request, **kwargs)
        return RoleField(queryset=Group.objects.order_by("pk"), label=_("Roles"), required=False)

    @admin.display(description=gettext_lazy("roles"))
    def role_names(self, person: models.User) -> str:
        return ", ".join(
            str(models.Role(group.name).label) for group in person.groups.all() if group.name in models.Role
        )

    def get_queryset(self, request: HttpRequest) -> QuerySet[models.User]:
        return super().get_queryset(request).prefetch_related("groups")

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False  # an account is switched off; its name stands in the record

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:  # noqa: FBT001  # Django's signature
        """Roles decide who may enter this panel; the change of roles is told by name."""
        person: models.User = form.instance
        with transaction.atomic():
            before = sorted(person.groups.values_list("name", flat=True))
            super().save_related(request, form, formsets, change)
            after = sorted(person.groups.values_list("name", flat=True))
            models.User.objects.filter(pk=person.pk).update(
                is_staff=bool(IN_THE_PANEL & set(after)), is_superuser=False
            )
            told = {"before": before, "after": after, "fields": sorted(set(form.changed_data) - {"groups", "password"})}
            events.append("edit_person" if change else "add_person", person, by=_person(request), payload=told)


class AliasInline(Inline):
    model = models.Alias
    fields = ("name",)
    readonly_fields = ("name",)
    extra = 0
    can_delete = False
    fk_name = "source"

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(models.Source)
class SourceAdmin(Repair):
    list_display = ("name", "kind", "parent", "country", "merged_into")
    list_filter = ("kind",)
    search_fields = ("name", "aliases__name")
    autocomplete_fields = ("parent",)
    readonly_fields = ("merged_into", "created_at")
    inlines = (AliasInline,)
    actions = (
        "merge_into_first",
        say(lambda source, by: identities.unmerge(source, by=by), gettext_lazy("Take the merge back"), "unmerge"),
        as_file(exports.SOURCES),
    )

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm[Any], change: bool) -> None:  # noqa: FBT001  # Django's signature
        if change:
            told = {name: form.cleaned_data[name] for name in form.changed_data}
            identities.edit(models.Source.objects.get(pk=obj.pk), changes=told, by=_person(request))
        else:
            name = models.Alias(source=obj, name=obj.name, key=key_of(obj.name))
            move("add_source", obj, by=_person(request), create=[obj, name])

    @admin.action(description=gettext_lazy("Merge the chosen sources into the oldest of them"))
    def merge_into_first(self, request: HttpRequest, rows: QuerySet[models.Source]) -> None:
        oldest, *others = rows.order_by("pk")
        for source in others:
            try:
                identities.merge(source, into=oldest, by=_person(request))
            except Refusal as refusal:
                self.message_user(request, f"{source}: {refusal.message}", messages.WARNING)
        self.message_user(request, _("“%(source)s” now stands for all of them.") % {"source": oldest})


@admin.register(models.Claim)
class ClaimAdmin(LookUp):
    list_display = ("wording", "status", "verdict", "harm", "worth", "of_article")
    list_filter = ("status", "verdict", "harm", "origin")
    list_select_related = ("article",)
    search_fields = ("wording", "public_id", "=pk")
    actions = (
        say(lambda claim, by: triage.accept(claim, by=by), gettext_lazy("Accept"), "verb:accept"),
        say(
            lambda claim, by: triage.dismiss(claim, reason="not_a_claim", by=by),
            gettext_lazy("Dismiss as not a claim"),
            "verb:dismiss",
        ),
        say(lambda claim, by: triage.restore(claim, by=by), gettext_lazy("Restore"), "verb:restore"),
        as_file(exports.CLAIMS),
    )

    @admin.display(description=gettext_lazy("check-worthiness"), ordering="check_worthiness")
    def worth(self, claim: models.Claim) -> str:
        return f"{claim.check_worthiness:.2f}"

    @admin.display(description=gettext_lazy("article"))
    def of_article(self, claim: models.Claim) -> str:
        return Truncator(str(claim.article)).chars(60)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """A claim's history is the story on the desk, which tells of its reviews and decisions too."""
        return redirect("claim_history", pk=_number(object_id))

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        allowed = {name for name in ("accept", "dismiss", "restore") if permissions.may(request.user, f"verb:{name}")}
        actions = super().get_actions(request).items()
        return {n: a for n, a in actions if n == "as_file" or n.removeprefix("verb_") in allowed}


@admin.register(models.Article)
class ArticleAdmin(Repair):
    list_display = ("__str__", "outlet", "dated", "language", "submitted_by", "created_at")
    list_filter = ("language", "outlet")
    list_select_related = ("outlet", "submitted_by")
    search_fields = ("title", "address", "canonical_address")
    readonly_fields = ("canonical_address", "address", "same_as", "submitted_by", "created_at")
    autocomplete_fields = ("outlet", "republished_from")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # articles come in by the desk's doors


@admin.register(models.Policy)
class PolicyAdmin(Repair):
    """The one row of policy; its list leads to it."""

    readonly_fields = ("version",)
    fieldsets = (
        (
            gettext_lazy("Triage"),
            {
                "fields": ("auto_accept", "auto_accept_score"),
                "description": gettext_lazy(
                    "A candidate whose check-worthiness reaches the score is queued for review by itself, unless the "
                    "machine left it to a person. Switched off, every candidate waits in triage."
                ),
            },
        ),
        (
            gettext_lazy("Reviews"),
            {
                "fields": ("reviews", "reviews_high_harm", "double_review_share"),
                "description": gettext_lazy(
                    "How many people review a claim without seeing each other's word. The share (0 to 1) of the other "
                    "claims that get a second review is drawn once, when a claim is accepted."
                ),
            },
        ),
        (
            gettext_lazy("Holding claims"),
            {
                "fields": ("lease_minutes", "max_leases"),
                "description": gettext_lazy(
                    "A hold ends by itself when its holder stops working for that long; drafts are kept."
                ),
            },
        ),
        (
            gettext_lazy("Publishing"),
            {
                "fields": ("four_eyes",),
                "description": gettext_lazy("Switched off, the record and the public page of such a check say so."),
            },
        ),
        (gettext_lazy("Accounts"), {"fields": ("mfa_required", "version")}),
    )

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return redirect("admin:claims_policy_change", object_id="1")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Model, form: ModelForm[Any], change: bool) -> None:  # noqa: FBT001  # Django's signature
        told = {name: form.cleaned_data[name] for name in form.changed_data}
        edit_policy(models.Policy.objects.get(pk=1), changes=told, by=_person(request))


@admin.register(models.Outlet)
class OutletAdmin(Repair):
    list_display = ("name", "host", "country")
    search_fields = ("name", "host")


@admin.register(models.Feed)
class FeedAdmin(Repair):
    list_display = ("title", "outlet", "active", "auto_accept", "answered_at", "failures", "trouble")
    list_filter = ("active",)
    list_select_related = ("outlet",)
    search_fields = ("title", "address", "outlet__name")
    autocomplete_fields = ("outlet",)


class RatingInline(Stacked):
    model = models.Rating
    extra = 0
    formfield_overrides = {TextField: {"widget": Textarea(attrs={"rows": 3, "cols": 40})}}
    can_delete = False


@admin.register(models.RatingScale)
class RatingScaleAdmin(Repair):
    list_display = ("name", "version", "current")
    inlines = (RatingInline,)


@admin.register(models.ConflictOfInterest)
class ConflictAdmin(Repair):
    list_display = ("person", "source", "outlet", "reason", "declared_at")
    list_select_related = ("person", "source", "outlet")
    search_fields = ("person__username", "person__display_name", "source__name", "outlet__name", "reason")
    autocomplete_fields = ("person", "source", "outlet")


@admin.register(models.Event)
class EventAdmin(LookUp):
    """The record, the newest first; what the blind rule hides on the desk is hidden here."""

    list_display = ("sequence", "time", "actor", "verb", "object_type", "object_id")
    list_filter = ("verb", "object_type")
    list_select_related = ("actor",)
    search_fields = ("=sequence", "=object_id", "actor__username", "actor__display_name")
    ordering = ("-sequence",)
    readonly_fields = ("told",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[models.Event]:
        return visibility.visible_to(super().get_queryset(request), _person(request))

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


@admin.register(models.Heartbeat)
class HeartbeatAdmin(LookUp):
    list_display = ("name", "at")
