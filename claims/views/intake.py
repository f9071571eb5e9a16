"""Taking in: a paste, an address, or files; what was typed stays in the form until it is accepted."""

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import FormView

from claims.forms import ArticleForm
from claims.ingest import articles, documents, files
from claims.ingest.articles import Taken, Unacceptable
from claims.views.desk import DoorMixin

# Kept by the browser as a bookmark: opens this page with the address and the selected words of the page that is read.
# A selection too long for an address is left out, and the desk fetches the page instead; nothing is cut.
BOOKMARKLET = (
    "javascript:(()=>{const p=new URLSearchParams({address:location.href}),t=String(getSelection());"
    "if(t.trim()&&encodeURIComponent(t).length<2500)p.set('text',t);open('%s?'+p)})()"
)
OF_ONE_ARTICLE = ("title", "dated", "address")
FILLED_IN = ("address", "text", "title")  # what an address may fill in


class NewArticle(DoorMixin, FormView):  # type: ignore[type-arg]  # not subscriptable at run time
    """The one form of intake; each file of several is taken in or refused by itself."""

    door = "add_article"
    http_method_names = ["get", "post", "head", "options"]
    form_class = ArticleForm
    template_name = "articles/new.html"

    def get_initial(self) -> dict[str, Any]:
        return {name: self.request.GET[name] for name in FILLED_IN if name in self.request.GET}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        here = self.request.build_absolute_uri(reverse("article_new"))
        return super().get_context_data(bookmarklet=BOOKMARKLET % here, **kwargs)

    def form_valid(self, form: ArticleForm) -> HttpResponse:
        return self.take_in_files(form) if form.cleaned_data["upload"] else self.take_in(form)

    def take_in(self, form: ArticleForm) -> HttpResponse:
        given = form.cleaned_data
        try:
            taken = articles.submit(
                by=self.person,
                text=given["text"],
                title=given["title"],
                dated=given["dated"],
                address=given["address"],
                key=given["key"],
            )
        except Unacceptable as refusal:
            form.add_error("text", refusal.message)
            return self.form_invalid(form)
        return self.show(taken)

    def take_in_files(self, form: ArticleForm) -> HttpResponse:
        given, taken, refused = form.cleaned_data, {}, []
        chosen = given["upload"]
        of_one = {name: given[name] for name in OF_ONE_ARTICLE}
        for file in chosen:
            known = of_one if len(chosen) == 1 else {}
            try:
                taken[file] = self.take_in_file(file, key=given["key"], **known)
            except Unacceptable as refusal:
                refused.append(file.name)
                form.add_error("upload", _("%(file)s: %(why)s") % {"file": file.name, "why": refusal.message})
        if len(chosen) == 1 and taken:
            return self.show(*taken.values())
        for file, one in taken.items():
            told = _("Taken in: %(file)s, as “%(article)s”")
            messages.success(self.request, told % {"file": file.name, "article": one.article})
        if len(chosen) > 1 and (left_out := [form.data[name] for name in OF_ONE_ARTICLE if of_one[name]]):
            told = _("Title, date and address are of one article: they were given to none of these files (%(typed)s).")
            messages.warning(self.request, told % {"typed": ", ".join(left_out)})
        if refused:
            return self.form_invalid(form, taken=len(taken), refused=", ".join(map(str, refused)))
        return HttpResponseRedirect(reverse("articles"))

    def take_in_file(self, file: UploadedFile, **known: Any) -> Taken:
        documents.measured(file.size or 0)
        return files.submit_file(file.read(), name=file.name or "", by=self.person, **known)

    def show(self, taken: Taken) -> HttpResponse:
        if taken.repeated:
            messages.info(self.request, _("This article was taken in already; here it is."))
        return HttpResponseRedirect(taken.article.get_absolute_url())

    def form_invalid(self, form: ArticleForm, **more: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form, **more), status=422)
