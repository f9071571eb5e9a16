"""What the desk works by: policy, rating scale, outlets, feeds, conflicts of interest."""

from __future__ import annotations  # Django's generic classes are not subscriptable at run time

from typing import Any

from django.contrib import admin, messages
from django.db.models import Max, Model, QuerySet, TextField
from django.forms import ModelForm, Textarea
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims import models
from claims.admin.rows import (
    Repair,
    Stacked,
    person_of,
    say,
)
from claims.forms import reference
from claims.record import permissions
from claims.record.moves import Change, move
from claims.record.policy import edit_policy
from claims.review import conflicts


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
        (
            gettext_lazy("Accounts"),
            {
                "fields": ("mfa_required", "version"),
                "description": gettext_lazy(
                    "A code from an authenticator app at each login of reviewers, adjudicators, editors and "
                    "administrators. Whoever has none, you too, sets it up before any other page."
                ),
            },
        ),
    )

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return redirect("admin:claims_policy_change", object_id="1")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Model, form: ModelForm[Any], change: bool) -> None:  # noqa: FBT001  # Django's signature
        told = {name: form.cleaned_data[name] for name in form.changed_data}
        edit_policy(models.Policy.objects.get(pk=1), changes=told, by=person_of(request))


@admin.register(models.Outlet)
class OutletAdmin(Repair):
    form = reference.OutletForm
    list_display = ("name", "host", "country")
    search_fields = ("name", "host")


@admin.register(models.Feed)
class FeedAdmin(Repair):
    form = reference.FeedForm
    list_display = ("title", "outlet", "active", "auto_accept", "answered_at", "failures", "trouble")
    list_filter = ("active",)
    list_select_related = ("outlet",)
    search_fields = ("title", "address", "outlet__name")
    autocomplete_fields = ("outlet",)


class RatingInline(Stacked):
    model = models.Rating
    form = reference.RatingForm
    formset = reference.RatingFormSet
    extra = 0
    formfield_overrides = {TextField: {"widget": Textarea(attrs={"rows": 3, "cols": 40})}}
    can_delete = False


@admin.register(models.RatingScale)
class RatingScaleAdmin(Repair):
    form = reference.ScaleForm
    list_display = ("name", "version", "current")
    inlines = (RatingInline,)
    actions = ("new_version",)

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm[Any], change: bool) -> None:  # noqa: FBT001  # Django's signature
        """The scale that is ticked is the one in use: in the same move no other is, any more."""
        told = {name: form.cleaned_data[name] for name in form.changed_data}
        others = models.RatingScale.objects.filter(current=True).exclude(pk=obj.pk)
        ticked = told.get("current", False) if change else obj.current
        handed_over = [Change(scale, {"current": False}, {"current": True}) for scale in others] if ticked else []
        if not change:
            move("add_ratingscale", obj, by=person_of(request), create=[obj], changes=handed_over)
        elif told:
            before = models.RatingScale.objects.get(pk=obj.pk)
            move("edit_ratingscale", before, by=person_of(request), changes=[*handed_over, Change(before, told)])
        for one in handed_over:
            self.message_user(request, _("“%(scale)s” is not in use any more.") % {"scale": one.row}, messages.INFO)

    @admin.action(description=gettext_lazy("Make a new version of the chosen scales"), permissions=["add"])
    def new_version(self, request: HttpRequest, rows: QuerySet[models.RatingScale]) -> None:
        """The same words once more, free to be changed: those that checks went out with stay as they are."""
        for scale in rows:
            newest = models.RatingScale.objects.filter(name=scale.name).aggregate(n=Max("version"))["n"]
            new = models.RatingScale(name=scale.name, version=newest + 1, current=False)
            ratings = list(scale.ratings.all())
            for rating in ratings:
                rating.pk, rating.scale, rating._state.adding = None, new, True
            move("add_ratingscale", new, by=person_of(request), create=[new, *ratings])
            told = _("“%(scale)s” is made, and not yet in use: change its ratings, then tick “In use” there.")
            self.message_user(request, told % {"scale": new}, messages.SUCCESS)


@admin.register(models.ConflictOfInterest)
class ConflictAdmin(Repair):
    form = reference.ConflictForm
    list_display = ("person", "source", "outlet", "reason", "declared_at")
    list_select_related = ("person", "source", "outlet")
    search_fields = ("person__username", "person__display_name", "source__name", "outlet__name", "reason")
    autocomplete_fields = ("person", "source", "outlet")
    actions = (
        say(
            lambda conflict, by: conflicts.end(conflict, by=by),
            gettext_lazy("End the chosen ties (the record keeps them)"),
            "end_conflict",
        ),
    )

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        return super().get_actions(request) if permissions.may(request.user, "manage_users") else {}
