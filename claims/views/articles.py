"""Articles: the list, the reading view, the original that the text came from."""

from collections.abc import Sequence
from typing import TypeGuard

from django.contrib import messages
from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View

from claims.exports import downloads
from claims.filters import ArticleFilter
from claims.ingest import rereading
from claims.models import Article, Claim, ExtractionRun, Fetch, Likeness, Round, Status, TextVersion, Work, WorkState
from claims.record.permissions import may
from claims.tables import ArticleTable
from claims.views import changes, reading, seen
from claims.views.desk import DeskList, DoorMixin

# How often a page asks how far the work is, by how long it has asked already: (for as long as, seconds between).
PATIENCE = ((20, 1), (120, 3), (float("inf"), 10))


class ArticleList(DeskList):
    door = "see_desk"
    table_class = ArticleTable
    filterset_class = ArticleFilter
    template_name = "articles/list.html"
    empty_template = "articles/empty.html"
    heading = gettext_lazy("Articles")

    def get_queryset(self) -> QuerySet[Article]:
        standing = Claim.objects.exclude(status__in=(Status.DISMISSED, Status.MERGED))
        counted = Article.objects.on_the_desk().annotate(
            claim_count=_of_article(standing), waiting=_of_article(standing.filter(status=Status.CANDIDATE))
        )
        return counted.with_day().with_newest_work().select_related("submitted_by")


def _of_article(claims: QuerySet[Claim]) -> Coalesce:
    """A count over an article's claims, as a subquery: only the rows of one page pay for it."""
    own = claims.filter(article=OuterRef("pk")).order_by().values("article").annotate(n=Count("pk"))
    return Coalesce(Subquery(own.values("n"), output_field=IntegerField()), 0)


class ArticlePage(DoorMixin, View):
    """What the reading view and its progress have in common."""

    door = "see_desk"

    def found(self, pk: int) -> tuple[Article, Work | None]:
        article = get_object_or_404(
            Article.objects.select_related("outlet", "republished_from", "submitted_by", "same_as"), pk=pk
        )
        return article, reading.newest_work(article)


class ArticleReading(seen.Seeing, ArticlePage):
    """The article's text with who says what in it, and its claims beside their lines."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        article, work = self.found(pk)
        if article.same_as:
            messages.info(
                request, _("The page was here already. This is the older article; a changed text is its newest.")
            )
            return redirect(article.same_as)
        version = reading.newest_text(article)
        run = reading.newest_run(version, work) if version else None
        alike = _alike(article)
        context = {
            "article": article,
            "work": work,
            "seconds": _seconds(work),
            "version": version,
            "run": run,
            "left_out": reading.left_out(run),
            "reading": _reading(version, request),
            "may_triage": may(request.user, "triage"),
            "may_bring": may(request.user, "verb:suggest"),
            "unreached": version is None and isinstance(work, Fetch) and may(request.user, "add_article"),
            "left_behind": rereading.left_behind(article, work) if _is_read(work) else [],
            "changed": changes.waiting_in(article) if version and version.number > 1 else None,
            "likenesses": alike,
            "held_up": _holds_up(article, alike),
        }
        return render(request, "articles/article.html", context)


def _holds_up(article: Article, alike: Sequence[tuple[Likeness, list[Likeness]]]) -> bool:
    """Whether its claims wait for an answer: not those of an article that people or the policy had begun on."""
    is_asked = any(first.is_asked for first, _others in alike)
    return is_asked and not Round.objects.filter(claim__article=article).exists()


def _alike(article: Article) -> list[tuple[Likeness, list[Likeness]]]:
    """One notice for all copies and one for all texts of the address: the likeness that is asked about, and the others."""
    found = article.likenesses.select_related("other__outlet")
    asked_first = sorted(found, key=lambda one: bool(one.kept_apart_by_id or one.other.same_as_id))
    groups: dict[bool, list[Likeness]] = {}
    for one in asked_first:
        groups.setdefault(one.kind == Likeness.Kind.SAME_PAGE, []).append(one)
    return [(first, others) for first, *others in groups.values()]


class ArticleOriginal(ArticlePage):
    """The bytes that the newest text came from, as they came: for keeping, never for showing."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> FileResponse:
        article = get_object_or_404(Article, pk=pk)
        version = article.texts.exclude(original="").order_by("-number").first()
        if version is None or not version.original.storage.exists(version.original.name):
            raise Http404
        ending = downloads.ENDINGS.get(version.content_type, "")
        return downloads.kept(version.original, name=f"article-{pk}-v{version.number}{ending}")


class ArticleProgress(ArticlePage):
    """How far the work on an article is, for the page to ask again; once it is over, the page is loaded anew."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        article, work = self.found(pk)
        context = {"article": article, "work": work, "seconds": _seconds(work)}
        response = render(request, "articles/progress.html", context)
        if work is None or work.is_over:
            response.headers["HX-Refresh"] = "true"
        return response


def _is_read(work: Work | None) -> TypeGuard[ExtractionRun]:
    return isinstance(work, ExtractionRun) and work.state == WorkState.DONE


def _seconds(work: Work | None) -> int:
    if work is None:
        return 0
    age = (timezone.now() - work.created_at).total_seconds()
    return next(int(seconds) for limit, seconds in PATIENCE if age < limit)


def _reading(version: TextVersion | None, request: HttpRequest) -> reading.Reading | None:
    if version is None:
        return None
    asked = request.GET.get("part", "1")
    part = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1
    return reading.read(version, part=part, dismissed="dismissed" in request.GET)
