"""Accounts and their roles."""

from __future__ import annotations  # Django's generic classes are not subscriptable at run time

from typing import Any

from allauth.account.models import EmailAddress
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Model, QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest, HttpResponse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims import models
from claims.admin.rows import (
    People,
    Seeing,
    Several,
    person_of,
    say,
    told_by,
)
from claims.forms.people import PersonForm
from claims.models.states import IN_THE_PANEL
from claims.record import accounts, events, permissions, second_factor

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

MOST_IN_A_COLUMN = 32
# What an event tells of an account besides its roles.
TOLD = ("username", "display_name", "email", "is_active", "single_keys")


class RoleField(Several):
    """Roles to tick, each with what it opens."""

    widget = CheckboxSelectMultiple

    def label_from_instance(self, group: Model) -> str:
        name = str(group)
        if name not in models.Role:
            return name
        return f"{models.Role(name).label}: {MAY[models.Role(name)]}"


class ByRole(admin.RelatedFieldListFilter):
    """Roles by the word that the list's column has for them."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.title = _("role")


@admin.register(models.User)
class PeopleAdmin(Seeing, People):
    """Accounts and their roles; authority over users is not authority over verdicts."""

    form = PersonForm
    list_display = (
        "name",
        "called",
        "address",
        "role_names",
        "is_active",
        "factor",
        "last_login",
    )  # what matters first: a narrow window cuts the rest
    list_filter = (("groups", ByRole), "is_active")
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

    # A name of 150 letters without a space would push the other columns out of sight; the account's page has all of it.
    @admin.display(description=gettext_lazy("user name"), ordering="username")
    def name(self, person: models.User) -> str:
        return Truncator(person.username).chars(MOST_IN_A_COLUMN)

    @admin.display(description=gettext_lazy("name shown to colleagues"), ordering="display_name")
    def called(self, person: models.User) -> str:
        return Truncator(person.display_name).chars(MOST_IN_A_COLUMN)

    @admin.display(description=gettext_lazy("e-mail address"), ordering="email")
    def address(self, person: models.User) -> str:
        return Truncator(person.email).chars(MOST_IN_A_COLUMN)

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

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        return super().get_actions(request) if permissions.may(request.user, "manage_users") else {}

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Who only looks has no use for the password, whose row is a button that they may not press."""
        sets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return sets
        return [(name, how | {"fields": [one for one in how["fields"] if one != "password"]}) for name, how in sets]

    def user_change_password(
        self, request: HttpRequest, id: str, form_url: str = ""
    ) -> HttpResponse:  # Django's signature
        """Whoever sets another's password could come in as them: the record says who did, and the person is written to."""
        # found as Django's page finds it, which takes "+5" for 5 too: whom one of the two does not know, neither changes
        person = self.get_object(request, unquote(id))
        answers: list[HttpResponse] = []

        def change() -> None:
            answers.append(super(PeopleAdmin, self).user_change_password(request, id, form_url))

        if request.method == "POST" and person is not None:
            accounts.change_password(person, change, by=person_of(request))
        else:
            change()
        return answers[0]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:  # noqa: FBT001  # Django's signature
        """Roles decide who may enter this panel; the change of roles is told by name, every other from what to what."""
        person: models.User = form.instance
        with transaction.atomic():
            before = sorted(person.groups.values_list("name", flat=True))
            super().save_related(request, form, formsets, change)
            after = sorted(person.groups.values_list("name", flat=True))
            models.User.objects.filter(pk=person.pk).update(
                is_staff=bool(IN_THE_PANEL & set(after)), is_superuser=False
            )
            fields = sorted(name for name in form.changed_data if name in TOLD)
            now = {name: getattr(person, name) for name in (fields if change else TOLD)}
            told = {"before": before, "after": after, "fields": fields, "is": now}
            if change:
                told["was"] = {name: form.initial[name] for name in fields}
            events.append("edit_person" if change else "add_person", person, by=person_of(request), payload=told)
            if change and form.was_administrator:
                accounts.require_one()
            if change and "email" in fields:
                # allauth keeps the addresses that somebody logged in with, and would go on sending passwords there
                EmailAddress.objects.filter(user=person).delete()
                accounts.tell_of_new_address(person, was=form.initial["email"])

    def changes(self, event: models.Event) -> list[tuple[str, Any, Any]]:
        """Roles by their names, and each field as it was and is; events from before tell only which fields."""
        body = told_by(event)
        was, now = body.get("was", {}), body.get("is", {})
        unknown = "" if event.verb == "add_person" else "…"
        told = {*now, *body.get("fields", [])}
        words = {field.name: field.verbose_name for field in self.opts.concrete_fields if field.name in TOLD}
        rows = [(str(said), was.get(n, unknown), now.get(n, "…")) for n, said in words.items() if n in told]
        before, after = (", ".join(map(str, body.get(part, []))) for part in ("before", "after"))
        return rows if before == after else [(_("roles"), before, after), *rows]
