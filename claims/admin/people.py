"""Accounts and their roles."""

from __future__ import annotations  # Django's generic classes are not subscriptable at run time

from typing import Any

from django.contrib import admin
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Model, QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims import models
from claims.admin.rows import (
    People,
    Recorded,
    Several,
    number_of,
    person_of,
    say,
)
from claims.models.states import IN_THE_PANEL
from claims.record import events, second_factor

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

    list_display = ("username", "display_name", "email", "role_names", "factor", "is_active", "last_login")
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
    actions = (
        say(
            lambda person, by: second_factor.remove(person, by=by),
            gettext_lazy("Remove the second factor (the device is lost)"),
            "remove_second_factor",
        ),
    )

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name != "groups":
            return super().formfield_for_manytomany(db_field, request, **kwargs)
        return RoleField(queryset=Group.objects.order_by("pk"), label=_("Roles"), required=False)

    @admin.display(description=gettext_lazy("roles"))
    def role_names(self, person: models.User) -> str:
        return ", ".join(
            str(models.Role(group.name).label) for group in person.groups.all() if group.name in models.Role
        )

    @admin.display(description=gettext_lazy("second factor"), boolean=True)
    def factor(self, person: models.User) -> bool:
        return bool(person.has_factor)  # type: ignore[attr-defined]  # asked below

    def get_queryset(self, request: HttpRequest) -> QuerySet[models.User]:
        return second_factor.with_factor(super().get_queryset(request)).prefetch_related("groups")

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False  # an account is switched off; its name stands in the record

    def user_change_password(
        self, request: HttpRequest, id: str, form_url: str = ""
    ) -> HttpResponse:  # Django's signature
        """Whoever sets another's password could come in as them: the record says who did, and nothing of the password."""
        if request.method != "POST":
            return super().user_change_password(request, id, form_url)
        with transaction.atomic():
            person = models.User.objects.filter(pk=number_of(id)).first()
            answer = super().user_change_password(request, id, form_url)
            now = models.User.objects.get(pk=person.pk) if person else None
            if person and now and person.password != now.password:
                told = {"usable": now.has_usable_password()}
                events.append("set_password", now, by=person_of(request), payload=told)
            return answer

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
            events.append("edit_person" if change else "add_person", person, by=person_of(request), payload=told)
