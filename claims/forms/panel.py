"""What the admin panel's forms saw: one that was overtaken is shown again with what was typed, and sent once more it is meant."""

from __future__ import annotations  # Django's generic classes are not subscriptable at run time

from datetime import date
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import QueryDict
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from claims.ingest import days, facts
from claims.models import ChainHead, Event

if TYPE_CHECKING:
    RowForm = forms.ModelForm[Any]
else:
    RowForm = forms.ModelForm


class Seen(forms.IntegerField):
    """The newest event of the record when the form was opened; no value of the row, so never a change of it."""

    widget = forms.HiddenInput

    def __init__(self, **how: Any) -> None:
        super().__init__(required=False, min_value=0, **how)

    def has_changed(self, initial: Any, data: Any) -> bool:  # Django's signature
        return False


def newest() -> int:
    """The sequence of the record's newest event; read it before the row that a form shows."""
    return ChainHead.objects.values_list("sequence", flat=True).get(pk=1)


class SeeingForm(RowForm):
    """A form of a row that refuses, once, to write over what somebody else made of the row meanwhile."""

    seen = Seen()

    def about(self) -> Q:
        """Which events tell of what this form shows."""
        return Q(object_type=self.instance._meta.model_name, object_id=self.instance.pk)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        seen = cleaned.pop("seen", None)
        if self.instance.pk is None or seen is None:
            return cleaned
        last = (
            Event.objects.filter(self.about(), sequence__gt=seen).select_related("actor").order_by("-sequence").first()
        )
        if last is not None:
            again = cast(QueryDict, self.data).copy()
            again[self.add_prefix("seen")] = str(newest())
            self.data = again
            when = formats.date_format(timezone.localtime(last.time), "DATETIME_FORMAT")
            raise ValidationError(
                _(
                    "%(who)s changed this on %(when)s, after you had opened it: its history tells what. What you typed is "
                    "still here; save once more to put it in place of theirs."
                ),
                code="overtaken",
                params={"who": last.actor or _("The desk"), "when": when},
            )
        return cleaned


class ArticleForm(SeeingForm):
    """An article's facts, refused beside their fields as the desk's own form refuses them."""

    def clean_dated(self) -> date | None:
        day: date | None = self.cleaned_data["dated"]
        if "dated" in self.changed_data and (told := days.wrong(day)):
            raise ValidationError(told)
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if told := facts.out_of_itself(cleaned.get("outlet"), cleaned.get("republished_from")):
            self.add_error("republished_from", told)
        return cleaned
