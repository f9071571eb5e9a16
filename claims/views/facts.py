"""What is said of an article besides its text, put right."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from claims.forms.articles import ArticleFactsForm
from claims.ingest import facts
from claims.models import Article, Outlet
from claims.record.refusals import IllegalMove, Incomplete
from claims.views.desk import DoorMixin

MOST_OFFERED = 500  # names in a browser's own list


class EditArticle(DoorMixin):
    """Title, outlet, where it first appeared, topic and date; the text itself never changes."""

    door = "triage"
    http_method_names = ["get", "post", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = self.found(pk)
        return self.ask(article, ArticleFactsForm.of(article))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        article, form = self.found(pk), ArticleFactsForm(request.POST)
        valid, stands = form.is_valid(), ArticleFactsForm.of(article)
        now = {name: stands[name].initial for name in stands.fields}
        if overtaken := form.overtaken(now):
            again = ArticleFactsForm(form.beside(now))
            again.tell(overtaken)
            return self.ask(article, again, status=409)
        if not valid:
            return self.ask(article, form, status=422)
        try:
            facts.edit(article, said=form.changes, by=self.person)
        except (IllegalMove, Incomplete) as refusal:
            form.add_error(None, refusal.message)
            return self.ask(self.found(pk), form, status=422 if isinstance(refusal, Incomplete) else 409)
        messages.success(request, _("What is said of this article is put right."))
        return HttpResponseRedirect(article.get_absolute_url())

    def found(self, pk: int) -> Article:
        return get_object_or_404(Article.objects.select_related("outlet", "republished_from"), pk=pk)

    def ask(self, article: Article, form: ArticleFactsForm, status: int = 200) -> HttpResponse:
        known = Article.objects.exclude(topic="").order_by("topic").values_list("topic", flat=True).distinct()
        context: dict[str, Any] = {
            "article": article,
            "form": form,
            "outlets": Outlet.objects.order_by("name").values_list("name", flat=True)[:MOST_OFFERED],
            "topics": known[:MOST_OFFERED],
        }
        return render(self.request, "articles/edit.html", context, status=status)
