"""A form about an article's facts."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from claims.forms.verbs import OnlyWhatChanged
from claims.ingest import days
from claims.models import Article


class ArticleFactsForm(OnlyWhatChanged):
    """What the desk says of an article besides its text; outlets by name, with those known offered while one types."""

    title = forms.CharField(label=_("Title"), max_length=500, required=False)
    outlet = forms.CharField(label=_("Outlet"), max_length=200, required=False)
    republished_from = forms.CharField(
        label=_("First appeared in"),
        max_length=200,
        required=False,
        help_text=_("The outlet that published it first, if this is a republication."),
    )
    topic = forms.CharField(label=_("Topic"), max_length=80, required=False, help_text=_("The ledger counts by it."))
    dated = forms.DateField(
        label=_("Date of the article"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, names in (("outlet", "outlets"), ("republished_from", "outlets"), ("topic", "topics")):
            self.fields[name].widget.attrs["list"] = names

    def clean_dated(self) -> date | None:
        day: date | None = self.cleaned_data["dated"]
        if "dated" in self.changed_data and (told := days.wrong(day)):
            raise ValidationError(told)
        return day

    @classmethod
    def of(cls, article: Article) -> "ArticleFactsForm":
        """The form as the article stands."""
        form = cls(
            initial={
                "title": article.title,
                "outlet": article.outlet.name if article.outlet else "",
                "republished_from": article.republished_from.name if article.republished_from else "",
                "topic": article.topic,
                "dated": article.dated,
            }
        )
        if article.dated_read and not article.dated:
            found = formats.date_format(article.dated_read, "j F Y")
            told = _("%(day)s was found in the text. Left empty, that stands.")
            form.fields["dated"].help_text = told % {"day": found}
        return form
