"""What the desk works on: sources, claims, articles."""

from __future__ import annotations  # Django's generic classes are not subscriptable at run time

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims import exports, models
from claims.admin.rows import (
    Inline,
    LookUp,
    Repair,
    as_file,
    is_column,
    number_of,
    person_of,
    say,
)
from claims.forms import panel
from claims.forms.reference import SourceForm
from claims.ingest import facts, identities
from claims.ingest.sources import key_of
from claims.record import permissions
from claims.record.moves import move
from claims.record.refusals import Refusal
from claims.review import triage


def only_exporters(request: HttpRequest, actions: dict[str, Any]) -> dict[str, Any]:
    """The actions, without the file for whom no list is one."""
    may = permissions.may(request.user, "export")
    return {name: action for name, action in actions.items() if may or name != "as_file"}


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
    form = SourceForm
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

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return super().get_readonly_fields(request, obj) if obj is not None else ()  # a new one has neither

    def get_exclude(self, request: HttpRequest, obj: Any = None) -> Any:
        """A new one has neither: what is no field to read there would be one to fill in."""
        return super().get_exclude(request, obj) if obj is not None else self.readonly_fields

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        return only_exporters(request, super().get_actions(request))

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm[Any], change: bool) -> None:  # noqa: FBT001  # Django's signature
        if change:
            told = {name: form.cleaned_data[name] for name in form.changed_data}
            identities.edit(models.Source.objects.get(pk=obj.pk), changes=told, by=person_of(request))
        else:
            name = models.Alias(source=obj, name=obj.name, key=key_of(obj.name))
            move("add_source", obj, by=person_of(request), create=[obj, name])

    @admin.action(description=gettext_lazy("Merge the chosen sources into the oldest of them"))
    def merge_into_first(self, request: HttpRequest, rows: QuerySet[models.Source]) -> None:
        oldest, *others = rows.order_by("pk")
        merged = 0
        for source in others:
            try:
                identities.merge(source, into=oldest, by=person_of(request))
                merged += 1
            except Refusal as refusal:
                self.message_user(request, f"{source}: {refusal.message}", messages.WARNING)
        if others and merged == len(others):
            self.message_user(request, _("“%(source)s” now stands for all of them.") % {"source": oldest})
        elif others:
            told = _("%(merged)s of %(all)s were merged into “%(source)s”.")
            numbers = {"merged": merged, "all": len(others), "source": oldest}
            self.message_user(request, told % numbers, messages.WARNING)
        else:
            self.message_user(request, _("One source alone is nothing to merge: choose two or more."), messages.WARNING)


@admin.register(models.Claim)
class ClaimAdmin(LookUp):
    list_display = ("wording", "status", "verdict", "harm", "worth", "of_article")
    list_filter = ("status", "verdict", "harm", "origin")
    list_select_related = ("article",)
    search_fields = ("wording", "public_id", "=pk")
    exclude = ("check_worthiness", "reasons")
    readonly_fields = ("worth", "why")
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

    @admin.display(description=gettext_lazy("reasons"))
    def why(self, claim: models.Claim) -> str:
        return "; ".join(map(str, claim.reasons)) or "—"

    @admin.display(description=gettext_lazy("article"))
    def of_article(self, claim: models.Claim) -> str:
        return Truncator(str(claim.article)).chars(60)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """A claim's history is the story on the desk, which tells of its reviews and decisions too."""
        return redirect("claim_history", pk=number_of(object_id))

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        allowed = {name for name in ("accept", "dismiss", "restore") if permissions.may(request.user, f"verb:{name}")}
        actions = only_exporters(request, super().get_actions(request)).items()
        return {n: a for n, a in actions if n == "as_file" or n.removeprefix("verb_") in allowed}


@admin.register(models.Article)
class ArticleAdmin(Repair):
    form = panel.ArticleForm
    list_display = ("__str__", "outlet", "dated", "language", "submitted_by", "created_at")
    list_filter = ("language", "outlet")
    list_select_related = ("outlet", "submitted_by")
    search_fields = ("title", "address", "canonical_address")
    readonly_fields = ("dated_read", "canonical_address", "address", "same_as", "submitted_by", "created_at")
    autocomplete_fields = ("outlet", "republished_from")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # articles come in by the desk's doors

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm[Any], change: bool) -> None:  # noqa: FBT001  # Django's signature
        """As the desk's own form says it: with another date the article is read again."""
        said = {name: form.cleaned_data[name] for name in form.changed_data if is_column(obj, name)}
        facts.edit(models.Article.objects.get(pk=obj.pk), said=said, by=person_of(request))
