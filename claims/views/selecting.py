"""Claims by selecting words in the article: one that the machine missed, a suggestion, or the right place of a claim.

A browser counts UTF-16 units; they become code points here, at the door.
"""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models import F, Max, Min
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View

from claims.forms import choosing
from claims.models import Article, Claim, Statement
from claims.record.permissions import may
from claims.record.refusals import Incomplete
from claims.review import proposals, triage
from claims.templatetags.marked import code_points
from claims.views import seen
from claims.views.desk import DoorMixin

AROUND_WORDS = " \n\r\t.,;:!?…“”\"‘’'«»()"  # what one selects beside the words that are meant


class SelectionForm(choosing.WhoSaysIt):
    """The selected words, as the claim's wording may begin."""

    begins = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    ends = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    # the number of the text in which they were counted
    text = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)
    wording = forms.CharField(
        label=gettext_lazy("The claim, in words that stand alone"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    claim = forms.ModelChoiceField(
        label=gettext_lazy("Or: these words are where an existing claim is made"),
        queryset=Claim.objects.none(),
        required=False,
        empty_label=gettext_lazy("A new claim"),
    )


class SelectedWords(seen.Seeing, DoorMixin, View):
    """What is to become of the words that a person selected."""

    door = "add_article"
    http_method_names = ["get", "post", "head", "options"]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.texts: dict[int | None, tuple[int, str]] = {}  # read once: long, and asked for again and again

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = get_object_or_404(Article, pk=pk)
        asked = self.form(article, request.GET)
        asked.is_valid()  # what is wrong is said once words are to be kept
        said = self.words(article, asked)
        speaker = self.speaker(article, asked)
        form = self.form(article, initial=asked.cleaned_data | {"wording": said, "source": speaker})
        form.offer(article)
        return self.show(request, article, form, said)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = get_object_or_404(Article, pk=pk)
        form = self.form(article, request.POST)
        form.offer(article)
        valid = form.is_valid()
        if form.looks or not valid:
            return self.show(request, article, form, self.words(article, form), status=200 if form.looks else 422)
        chosen, wording = form.cleaned_data.get("claim"), form.cleaned_data["wording"]
        if chosen is None and proposals.lacks_verb(wording) and request.POST.get("as_it_is") != wording:
            return self.show(request, article, form, self.words(article, form), status=422, fragment=wording)
        if chosen is not None and (since := seen.meanwhile(request, chosen)):
            return self.show(request, article, form, self.words(article, form), status=409, since=since)
        if self.text(article, form.cleaned_data) != self.text(article, {}):
            form.add_error(None, _("The article has a newer text since: select the words in it once more."))
            return self.show(request, article, form, self.words(article, form), status=409)
        try:
            span = self.span(article, form.cleaned_data)
            again = proposals.brought_before(article, wording=wording, span=span, by=self.person)
            if chosen is None and again is not None:
                messages.info(request, _("You have brought in this very claim before: nothing was added."))
                return HttpResponseRedirect(again.get_absolute_url())
            claim = self.keep(article, form)
        except Incomplete as missing:
            form.add_error(None, missing.message)
            return self.show(request, article, form, self.words(article, form), status=422)
        messages.success(request, _("Thank you: that is noted."))
        return HttpResponseRedirect(claim.get_absolute_url())

    @transaction.atomic
    def keep(self, article: Article, form: SelectionForm) -> Claim:
        """Say the verb that the person's roles allow: add, suggest, or put a claim's place right."""
        said = form.cleaned_data
        spans = [self.span(article, said)]
        if said.get("claim") is not None:
            return triage.fix_span(said["claim"], spans=spans, by=self.person)
        bring = triage.add if may(self.person, "verb:add") else triage.suggest
        return bring(article, wording=said["wording"], spans=spans, source=form.who(self.person), by=self.person)

    def form(self, article: Article, data: Any = None, **more: Any) -> SelectionForm:
        form = SelectionForm(data, **more)
        if not may(self.person, "verb:fix_span"):
            del form.fields["claim"]
            return form
        if not may(self.person, "verb:suggest"):  # they word nothing: the words are a claim's that is there
            form.fields["claim"].required, form.fields["claim"].empty_label = True, None  # type: ignore[attr-defined]  # as below
        of_article = Claim.objects.filter(article=article, status__in=("candidate", "queued")).order_by("pk")
        form.fields["claim"].queryset = of_article  # type: ignore[attr-defined]  # a field that chooses among rows
        return form

    def span(self, article: Article, said: dict[str, Any]) -> tuple[int, int]:
        text = self.text(article, said)
        try:
            return code_points(text, said["begins"]), code_points(text, said["ends"])
        except (KeyError, ValueError) as error:
            raise Incomplete(_("Select the words in the article.")) from error

    def speaker(self, article: Article, form: SelectionForm) -> int | None:
        """Whose statement the selected words lie in, the narrowest where they lie in several; None for the article's own voice."""
        try:
            start, end = self.span(article, form.cleaned_data)
        except Incomplete:
            return None
        words = self.text(article, form.cleaned_data)[start:end]
        end -= len(words) - len(words.rstrip(AROUND_WORDS))
        start += len(words) - len(words.lstrip(AROUND_WORDS))
        version, _text = self.texts[form.cleaned_data.get("text")]
        of_text = Statement.objects.filter(text_version=version)
        of_text = of_text.annotate(first=Min("spans__start"), last=Max("spans__end"))
        around = of_text.filter(first__lte=start, last__gte=end).order_by(F("last") - F("first"), "-pk")
        return around.values_list("source", flat=True).first()

    def words(self, article: Article, form: SelectionForm) -> str:
        try:
            start, end = self.span(article, form.cleaned_data)
        except Incomplete:
            return ""
        return self.text(article, form.cleaned_data)[start:end].strip()

    def text(self, article: Article, said: dict[str, Any]) -> str:
        """The text in which the words were counted; the newest where that is not said."""
        number = said.get("text")
        if number not in self.texts:
            texts = article.texts.order_by("-number")
            counted = texts.filter(number=number) if number else texts
            self.texts[number] = counted.values_list("pk", "text").first() or (0, "")
        return self.texts[number][1]

    def show(
        self,
        request: HttpRequest,
        article: Article,
        form: SelectionForm,
        said: str,
        status: int = 200,
        since: seen.Meanwhile | None = None,
        fragment: str = "",
    ) -> HttpResponse:
        context = {"article": article, "form": form, "said": said, "adds": may(self.person, "verb:add")}
        context |= {"meanwhile": since, "fragment": fragment}
        return render(request, "articles/selected.html", context, status=status)
