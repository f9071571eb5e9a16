"""Is it a newer text of an article that the desk has? What follows is shown before it is said; the other answer is one click."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import formats
from django.utils.translation import gettext as _
from django.views.generic import View

from claims.ingest import newer
from claims.models import Article, Likeness
from claims.views.changes import MOST_LINES, changed_lines
from claims.views.desk import DoorMixin


class AnswerLikeness(DoorMixin, View):
    """``newer`` makes the article the next text of the one that it is like, ``another`` keeps the two apart."""

    door = "triage"
    http_method_names = ["get", "post", "head", "options"]

    def get(self, request: HttpRequest, pk: int, verb: str) -> HttpResponse:
        likeness = self.found(pk, verb)
        if verb == "another" or likeness.article.same_as_id:
            return HttpResponseRedirect(likeness.article.get_absolute_url())
        ours, theirs = newer.newest(likeness.article), newer.newest(likeness.other)
        context = {
            "likeness": likeness,
            "lines": changed_lines(theirs.text, ours.text),
            "most_lines": MOST_LINES,
            "worked_on": newer.worked_on(likeness.article),
        }
        return render(request, "articles/newer.html", context)

    def post(self, request: HttpRequest, pk: int, verb: str) -> HttpResponse:
        likeness = self.found(pk, verb)
        if verb == "another":
            newer.keep_apart(likeness, by=self.person)
            messages.success(request, _("They are two articles; it is not asked again."))
            return HttpResponseRedirect(likeness.article.get_absolute_url())
        older = newer.make_newer(likeness, by=self.person)
        messages.success(request, _("This is its newest text now; claims that stand in it move along once it is read."))
        if told := _of_dates(likeness, older):
            messages.info(request, told)
        return HttpResponseRedirect(older.get_absolute_url())

    def found(self, pk: int, verb: str) -> Likeness:
        """The likeness that is meant, and one of the two answers."""
        if verb not in ("newer", "another"):
            raise Http404
        return get_object_or_404(Likeness.objects.select_related("article", "other__outlet"), pk=pk)


def _of_dates(likeness: Likeness, older: Article) -> str:
    """What became of the date that the newer text came with, where there is anything to say of it."""
    came, stays = likeness.article.day, older.dated
    if came is None or stays is None or likeness.other.dated == came:
        return ""
    days = {"came": formats.date_format(came, "j F Y"), "stays": formats.date_format(stays, "j F Y")}
    if came == stays:
        return _("The article had no date, and takes that of its newest text: %(came)s.") % days
    told = _("The article stays dated %(stays)s; its newest text came with %(came)s. Put the date right if that is it.")
    return told % days
