"""What the public sees: live publications, earlier versions, and tombstones; never the claim's status."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.decorators import method_decorator
from django.utils.safestring import mark_safe
from django.views.generic import ListView, View

from claims.models import CorrectionRequest, Publication, Review
from claims.publishing import claimreview
from claims.record.permissions import may

PER_PAGE = 25


def _with_its_day(publications: QuerySet[Publication]) -> QuerySet[Publication]:
    """Each with the day as of which it is true: the earliest that its own reviews name, whatever the claim says by now."""
    dated = Review.objects.filter(
        round=OuterRef("decision__round"), state=Review.State.SUBMITTED, as_of__isnull=False
    ).order_by("as_of", "pk")
    return publications.annotate(as_of=Subquery(dated.values("as_of")[:1]))


@method_decorator(login_not_required, name="dispatch")
class Checks(ListView):  # type: ignore[type-arg]  # not subscriptable at run time
    """All live checks, the newest first."""

    template_name = "public/checks.html"
    context_object_name = "checks"
    paginate_by = PER_PAGE

    def get_queryset(self) -> QuerySet[Publication]:
        return _with_its_day(Publication.objects.live()).select_related("claim", "rating")


@method_decorator(login_not_required, name="dispatch")
class Check(View):
    """One check at its canonical address; *number* asks for an earlier version."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, public_id: str, slug: str, number: int | None = None) -> HttpResponse:
        of_claim = Publication.objects.filter(claim__public_id=public_id)
        versions = _with_its_day(of_claim).select_related("claim__article", "rating", "decision__round")
        newest = get_object_or_404(versions.order_by("-number")[:1])
        if slug != newest.slug:
            return redirect("check", public_id, newest.slug, permanent=True)
        shown = newest if number is None else get_object_or_404(versions, number=number)
        context = self.context(shown, newest) | {"sees_desk": may(request.user, "see_desk")}
        return render(request, "public/check.html", context, status=200 if _stands(shown) else 410)

    def context(self, shown: Publication, newest: Publication) -> dict[str, Any]:
        withdrawn = shown.state == Publication.State.WITHDRAWN
        reviews = Review.objects.filter(round=shown.decision.round, state=Review.State.SUBMITTED)
        return {
            "check": shown,
            "newest": newest,
            "withdrawn": withdrawn,
            "reviews": [] if withdrawn else reviews.prefetch_related("evidence__archive").order_by("pk"),
            "replies": [] if withdrawn else shown.claim.reply_requests.all(),
            "corrected": [] if withdrawn else _corrected(shown.claim_id),
            "sources": shown.document.get("itemReviewed", {}).get("author", []),
            # inert: claimreview.script escapes every character that could end the block
            "script": mark_safe(claimreview.script(shown.document))  # noqa: S308  # escaped where it is made
            if shown.state == Publication.State.LIVE
            else "",
        }


def _corrected(claim: int) -> QuerySet[CorrectionRequest]:
    """Articles that their outlets put right after the desk had asked; who refused or is silent is the desk's own affair."""
    done = CorrectionRequest.objects.filter(claim=claim, outcome=CorrectionRequest.Outcome.CORRECTED)
    return done.select_related("article__outlet").order_by("outcome_on", "pk")


def _stands(shown: Publication) -> bool:
    """A withdrawn check is gone, and says so."""
    return shown.state != Publication.State.WITHDRAWN
