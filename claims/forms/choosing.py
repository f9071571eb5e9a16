"""Choosing who says a claim: the article's own sources first, then whoever has the words that were looked up, then somebody new.

The list never grows with the desk, and it is asked for by an ordinary button: no script is needed.
"""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Case, Count, IntegerField, Q, Value, When
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from claims.forms.sources import look_up
from claims.forms.verbs import VerbForm
from claims.ingest import identities
from claims.models import Alias, Article, Source, SourceKind, User

OFFERED = 9  # as many as there are keys
NEW = "new"


def of_article(article: int) -> list[Source]:
    """The sources of an article, who says most in it first."""
    here = Source.objects.standing().filter(statements__text_version__article=article)
    return list(here.annotate(said=Count("statements", distinct=True)).order_by("-said", "name", "pk")[:OFFERED])


def with_words(words: str) -> list[Source]:
    """Sources that go by a name with these words in it: who is called just so first, then those whose name begins so."""
    also = Alias.objects.filter(name__icontains=words).values("source")
    nearness = Case(
        When(name__iexact=words, then=Value(0)),
        When(name__istartswith=words, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    found = Source.objects.standing().filter(Q(name__icontains=words) | Q(pk__in=also))
    return list(found.order_by(nearness, Length("name"), "name", "pk")[:OFFERED])


class WhoSaysIt(VerbForm):
    """Who says it: one of those offered, whoever has exactly the name that was typed, or somebody new of that name.

    *looked* are the words for which the choices were offered; other words in *name* were typed since.
    """

    source = forms.ChoiceField(label=_("Who says it?"), required=False, widget=forms.RadioSelect)
    name = forms.CharField(label=_("Somebody else, by name"), max_length=300, required=False)
    looked = forms.CharField(max_length=300, required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("What the new source is"), required=False, choices=[("", "—"), *SourceKind.choices]
    )
    offered: Sequence[Source] = ()

    def offer(self, article: Article) -> None:
        """Offer the sources of this article, and those that have the words."""
        self.article = article
        self.words = " ".join(str(self.data.get("name", "")).split())
        chosen = str(self.data.get("source", self.initial.get("source", "")))
        found = with_words(self.words) if self.words else []
        rows = {source.pk: source for source in [*found, *of_article(article.pk)]}
        if chosen.isascii() and chosen.isdigit() and len(chosen) < 12 and int(chosen) not in rows:
            rows |= {source.pk: source for source in Source.objects.standing().filter(pk=chosen)}
        self.offered = list(rows.values())
        self.found = len(found)
        self.may_be_new = bool(self.words) and look_up(self.words) is None
        field: Any = self.fields["source"]
        new = [(NEW, _("Somebody new"))] if self.may_be_new else []
        field.choices = [("", _("The article itself")), *((str(pk), row) for pk, row in rows.items()), *new]
        del field.widget.attrs["class"]
        self.fields["name"].widget.attrs |= {"list": "source-names", "autocomplete": "off"}

    @property
    def looks(self) -> bool:
        """Whether the person only asked to look somebody up."""
        return "look" in self.data

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        chosen, words = said.get("source", ""), " ".join(said.get("name", "").split())
        typed_since = bool(words) and words != said.get("looked", "")
        said["who"] = None if chosen in ("", NEW) else next(s for s in self.offered if str(s.pk) == chosen)
        if typed_since and not self.looks:
            said["who"] = look_up(words) if not chosen else None
            if said["who"] is None:
                self.add_error("source", _("Choose who it is."))
        if chosen == NEW and not said.get("kind") and not self.looks:
            self.add_error("kind", _("Say what the new source is."))
        return said

    def who(self, by: User) -> Source | None:
        """The source that was chosen, brought in if it is new; None for the article itself."""
        said = self.cleaned_data
        if said["source"] == NEW:
            return identities.add(self.words, kind=said["kind"], article=self.article, by=by)
        return said["who"]  # type: ignore[no-any-return]  # cleaned data are of any type
