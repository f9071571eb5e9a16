"""Forms of the panel for reference data: what a row may say is said beside its field, and nothing typed is lost."""

import re
import unicodedata
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.forms.countries import is_country
from claims.forms.panel import SeeingForm
from claims.ingest import circles
from claims.ingest.fetching import FetchError, checked, leads_inside
from claims.ingest.sources import key_of
from claims.models import Alias, ConflictOfInterest, Feed, Outlet, Publication, Rating, RatingScale, Source
from claims.models.names import has_unseen

if TYPE_CHECKING:
    RowForm = forms.ModelForm[Any]
    RowSet = forms.BaseInlineFormSet[Any, Any, Any]
else:  # not subscriptable at run time
    RowForm, RowSet = forms.ModelForm, forms.BaseInlineFormSet

MOST_DEGREES = 20  # of truth, in one scale
_HOST = re.compile(r"(?:(?!-)[\w-]{1,63}(?<!-)\.)+(?!-)[\w-]{2,63}(?<!-)\Z")
wikidata_id = RegexValidator(r"^Q[1-9]\d{0,17}\Z", gettext_lazy("A Q and a number, such as Q142."))


def can_be_read(name: str) -> None:
    """Refuse a name of which nobody sees some part, or all."""
    if has_unseen(name):
        raise ValidationError(_("There are characters in it that nobody sees."))
    if not any(unicodedata.category(one)[0] in "LN" for one in name):
        raise ValidationError(_("A name has at least one letter or digit."))


class ReferenceForm(SeeingForm):
    """A row of reference data; what is there already is not held against whoever changes something else."""

    rules: ClassVar[dict[str, Any]] = {"name": can_be_read, "country": is_country, "wikidata_id": wikidata_id}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name in set(self.rules).intersection(self.changed_data):
            if cleaned.get(name):
                try:
                    self.rules[name](cleaned[name])
                except ValidationError as error:
                    self.add_error(name, error)
        return cleaned

    def clean_country(self) -> str:
        return str(self.cleaned_data["country"] or "").upper()


class SourceForm(ReferenceForm):
    """A source: its name leads to nobody else, and it belongs to nothing that belongs to it."""

    def clean_name(self) -> str:
        name = " ".join(str(self.cleaned_data["name"]).split())
        if "name" in self.changed_data:
            taken = Alias.objects.filter(key=key_of(name)).exclude(source=self.instance.pk).first()
            if taken is not None:
                raise ValidationError(
                    _("That name leads to “%(source)s” already: edit that source, or merge the two.")
                    % {"source": taken.source}
                )
        return name

    def clean_parent(self) -> Source | None:
        parent: Source | None = self.cleaned_data["parent"]
        if parent is None or "parent" not in self.changed_data:
            return parent
        if parent.merged_into is not None:
            raise ValidationError(
                _("It was merged into “%(source)s”: choose that one.") % {"source": parent.merged_into}
            )
        if self.instance.pk is not None and self.instance.pk in circles.above(parent.pk):
            raise ValidationError(_("That source belongs to this one, or is it: they cannot belong to each other."))
        return parent


class OutletForm(ReferenceForm):
    """An outlet; its host is a name alone, for articles are known by it."""

    class Meta:
        model = Outlet
        fields = "__all__"

    def clean_host(self) -> str:
        host = str(self.cleaned_data["host"] or "").strip().rstrip(".").lower()
        if host and "host" in self.changed_data and not _HOST.match(host):
            raise ValidationError(_("A host name alone, such as news.example.org: no https://, path, port or space."))
        return host


class FeedForm(SeeingForm):
    """A feed: its address is one that the desk may ask."""

    class Meta:
        model = Feed
        fields = "__all__"

    def clean_address(self) -> str:
        address: str = self.cleaned_data["address"]
        if "address" in self.changed_data:
            try:
                checked(address)
            except FetchError as refused:
                raise ValidationError(str(refused)) from refused
            if leads_inside(address):
                raise ValidationError(
                    _("This address lies inside a network of one's own: the desk asks none of these.")
                )
        return address


class ConflictForm(SeeingForm):
    """A declared tie: to one thing, and once."""

    class Meta:
        model = ConflictOfInterest
        fields = "__all__"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        source, outlet, person = (cleaned.get(name) for name in ("source", "outlet", "person"))
        if {"source", "outlet"} & set(self.errors):
            return cleaned
        if source is None and outlet is None:
            self.add_error("source", _("Say to what the tie is: a source or an outlet."))
        elif source is not None and outlet is not None:
            self.add_error("outlet", _("A source or an outlet, not both: declare the second tie in a row of its own."))
        elif person is not None:
            same = ConflictOfInterest.objects.filter(person=person, source=source, outlet=outlet)
            if same.exclude(pk=self.instance.pk).exists():
                field = "source" if source is not None else "outlet"
                self.add_error(field, _("This tie of %(person)s is declared already.") % {"person": person})
        return cleaned


def is_public(ratings: Any) -> bool:
    """Whether a check that went out uses one of these ratings."""
    return Publication.objects.filter(rating__in=ratings).exists()


class ScaleForm(SeeingForm):
    """A rating scale; what happened to one of its ratings happened to it, and what another took over from it."""

    class Meta:
        model = RatingScale
        fields = "__all__"

    def about(self) -> Q:
        ratings = Rating.objects.filter(scale=self.instance.pk)
        # another was ticked, and this one's tick went with it; as the record writes it: canonical JSON has one text for one value
        named = Q(object_type="ratingscale", payload__body__contains=f'"row":["ratingscale",{self.instance.pk}]')
        return super().about() | named | Q(object_type="rating", object_id__in=ratings.values("pk"))

    def clean_current(self) -> bool:
        current: bool = self.cleaned_data["current"]
        if not current and not RatingScale.objects.filter(current=True).exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("One scale has to be in use, or nothing can be published: tick another first."))
        return current

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        renamed = {"name", "version"} & set(self.changed_data)
        if self.instance.pk is not None and renamed and is_public(self.instance.ratings.all()):
            self.add_error(renamed.pop(), _in_public())
        return cleaned


def _in_public() -> str:
    return _(
        "Checks that went out use it, so this stays as it is. In the list of scales choose “Make a new version of the "
        "chosen scales”, and change that one."
    )


class RatingForm(RowForm):
    """One word of a scale; what a check that went out says by it cannot be changed under it."""

    FROZEN = ("key", "label", "ordinal", "definition")

    class Meta:
        model = Rating
        fields = "__all__"

    def clean_ordinal(self) -> int | None:
        ordinal: int | None = self.cleaned_data["ordinal"]
        if ordinal is not None and "ordinal" in self.changed_data and not 1 <= ordinal <= MOST_DEGREES:
            told = _("1 for the least true, up to %(most)s; empty where the word is no degree of truth.")
            raise ValidationError(told % {"most": MOST_DEGREES})
        return ordinal

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        touched = [name for name in self.FROZEN if name in self.changed_data]
        if self.instance.pk is not None and touched and is_public([self.instance.pk]):
            for name in touched:
                self.add_error(name, _in_public())
        return cleaned


class RatingFormSet(RowSet):
    """The words of one scale: each degree of truth once, and a scale in use has some."""

    def clean(self) -> None:
        super().clean()
        given = [form for form in self.forms if getattr(form, "cleaned_data", None)]
        if self.instance.current and not given and not any(self.errors):
            raise ValidationError(
                _(
                    "A scale without ratings cannot be in use: nothing could be published. Add its ratings, or untick “In use”."
                )
            )
        seen: dict[int, Any] = {}
        for form in sorted(given, key=lambda form: "ordinal" in form.changed_data):  # those that stay as they are first
            ordinal = form.cleaned_data.get("ordinal")
            before = seen.setdefault(ordinal, form) if ordinal is not None else form
            if before is not form and "ordinal" in form.changed_data:
                told = _("“%(other)s” has this number already.")
                form.add_error("ordinal", told % {"other": before.cleaned_data.get("label", "")})
