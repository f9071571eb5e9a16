"""What can be done with an article whose page could not be had: one click asks again, or its text is pasted."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.generic import View

from claims.forms.intake import PastedForm
from claims.ingest import unreached
from claims.ingest.articles import Unacceptable
from claims.models import Article
from claims.record.refusals import IllegalMove
from claims.views.desk import DoorMixin


class TryAgain(DoorMixin, View):
    """Asks for the page once more."""

    door = "add_article"
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = get_object_or_404(Article, pk=pk)
        unreached.try_again(article, by=self.person)
        messages.success(request, _("Its page is asked for once more."))
        return HttpResponseRedirect(article.get_absolute_url())


class PasteText(DoorMixin, View):
    """Takes the text that the page would have had; what was typed stays in the form until it is accepted."""

    door = "add_article"
    http_method_names = ["get", "post", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.ask(get_object_or_404(Article, pk=pk), PastedForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        article, form = get_object_or_404(Article, pk=pk), PastedForm(request.POST)
        if not form.is_valid():
            return self.ask(article, form, status=422)
        try:
            unreached.paste(article, text=form.cleaned_data["text"], by=self.person)
        except (IllegalMove, Unacceptable) as refusal:
            form.add_error("text", refusal.message)
            return self.ask(article, form, status=409 if isinstance(refusal, IllegalMove) else 422)
        return HttpResponseRedirect(article.get_absolute_url())

    def ask(self, article: Article, form: PastedForm, status: int = 200) -> HttpResponse:
        return render(self.request, "articles/paste.html", {"article": article, "form": form}, status=status)
