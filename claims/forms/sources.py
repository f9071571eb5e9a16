"""Forms about who a source is."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from claims.forms.countries import is_country
from claims.forms.verbs import OnlyWhatChanged, VerbForm
from claims.ingest.sources import key_of
from claims.models import Alias, Source


def look_up(words: str) -> Source | None:
    """The standing source that goes by exactly this name, or has this number after a hash."""
    number = words.removeprefix("#")
    if number != words and number.isascii() and number.isdigit() and len(number) <= 12:
        numbered = Source.objects.standing().filter(pk=number).first()
        if numbered is not None:
            return numbered
    alias = Alias.objects.filter(key=key_of(words)).select_related("source__merged_into").first()
    if alias is not None:
        return alias.source.merged_into or alias.source
    return Source.objects.standing().filter(name__iexact=words).order_by("pk").first()


class SourceField(forms.CharField):
    """A source by one of its names, or by its number after a hash; thousands would fit into no list."""

    default_error_messages = {"unknown": _("No source goes by that name. Look it up in the list of sources.")}

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "list": "source-names", "autocomplete": "off"}

    def clean(self, value: Any) -> Source | None:
        words = " ".join(str(super().clean(value) or "").split())
        if not words:
            return None
        found = look_up(words)
        if found is None:
            raise forms.ValidationError(self.error_messages["unknown"], code="unknown")
        return found


class SourceEditForm(OnlyWhatChanged, forms.ModelForm):  # type: ignore[type-arg]  # Django's is generic for the checker only
    """What the desk knows of a source."""

    parent = SourceField(label=_("Belongs to"), required=False, help_text=_("A name of the body, or # and its number."))
    country = forms.CharField(
        label=_("Country"),
        required=False,
        validators=[is_country],
    )
    wikidata_id = forms.CharField(
        label=_("Wikidata id"),
        required=False,
        validators=[RegexValidator(r"^Q[1-9]\d{0,17}\Z", _("A Q and a number, such as Q142."))],
    )
    home_page = forms.URLField(label=_("Home page"), required=False, assume_scheme="https")

    class Meta:
        model = Source
        fields = ("name", "kind", "parent", "country", "wikidata_id", "home_page")

    def clean_parent(self) -> Source | None:
        parent: Source | None = self.cleaned_data["parent"]
        if parent is not None and parent.pk == self.instance.pk:
            raise forms.ValidationError(_("A source does not belong to itself."))
        return parent


class NameForm(VerbForm):
    """Another name under which a source goes."""

    name = forms.CharField(label=_("Another name"), max_length=300)


class MergeSourceForm(VerbForm):
    """The source that stands for both."""

    into = SourceField(label=_("Source that stands for both"), help_text=_("One of its names, or # and its number."))
