"""From reviews to the public record: adjudicating between reviews, publishing."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import messages
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import View

from claims.forms.publication import AdjudicationForm, PublishForm
from claims.models import Claim, Review, Source, Status, User
from claims.publishing import gate, publish, ratings
from claims.record import visibility
from claims.record.refusals import IllegalMove, Incomplete
from claims.review import decisions, queues
from claims.views import seen
from claims.views.desk import DoorMixin
from claims.views.excerpts import excerpts

MOST_WAITING = 50


def _with_verdicts(claims: list[Claim], person: User) -> list[tuple[Claim, list[Review]]]:
    """Each claim with the reviews that its adjudicator may read, in two statements whatever their number."""
    standing = Review.objects.filter(claim__in=claims, round__number=F("claim__round_number")).exclude(
        state=Review.State.SUPERSEDED
    )
    of_claim: dict[int, list[Review]] = {claim.pk: [] for claim in claims}
    for review in visibility.visible_to(standing, person).order_by("slot__number", "number"):
        of_claim[review.claim_id].append(review)
    return [(claim, of_claim[claim.pk]) for claim in claims]


class Adjudication(DoorMixin, View):
    """Claims whose reviewers disagree and whom this person may adjudicate."""

    door = "adjudicate"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        waiting = queues.to_adjudicate(self.person)[:MOST_WAITING]
        return render(request, "decisions/waiting.html", {"rows": _with_verdicts(list(waiting), self.person)})


class Adjudicate(seen.Seeing, DoorMixin, View):
    """The reviews of one round side by side, and the word that ends it."""

    door = "adjudicate"
    http_method_names = ["get", "post", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        claim = get_object_or_404(Claim, pk=pk)
        if claim.status != Status.ADJUDICATION:
            messages.warning(request, _("There is nothing to decide: its reviews are not in, or it is decided."))
            return HttpResponseRedirect(claim.get_absolute_url())
        return self.show(request, claim, self.form(claim))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        claim = get_object_or_404(Claim, pk=pk)
        form = self.form(claim, request.POST)
        valid = form.is_valid()
        if since := seen.meanwhile(request, claim):
            return self.show(request, claim, form, status=409, since=since)
        if not valid:
            return self.show(request, claim, form, status=422)
        try:
            decisions.adjudicate(claim, by=self.person, **form.said())
        except (IllegalMove, Incomplete) as refusal:
            form.add_error(None, refusal.message)
            status, since = (409 if isinstance(refusal, IllegalMove) else 422), seen.meanwhile(request, claim)
            return self.show(request, claim, form, status=status, since=since)
        messages.success(request, _("Decided."))
        return HttpResponseRedirect(reverse("claim", args=[pk]))

    def form(self, claim: Claim, data: Any = None) -> AdjudicationForm:
        of_round = list(_of_the_round(claim, self.person))
        return AdjudicationForm(data, sources=_sources(of_round), disputed=decisions.disputed(of_round))

    def show(
        self,
        request: HttpRequest,
        claim: Claim,
        form: AdjudicationForm,
        status: int = 200,
        since: seen.Meanwhile | None = None,
    ) -> HttpResponse:
        of_round = list(_of_the_round(claim, self.person))
        as_of, look_again_by = decisions.days(of_round)
        context = {
            "claim": claim,
            "form": form,
            "excerpt": excerpts([claim]).get(claim.pk),
            "reviews": of_round,
            "differ": _differences(of_round),
            "as_of": as_of,
            "look_again_by": look_again_by,
            "meanwhile": since,
        }
        return render(request, "decisions/adjudicate.html", context, status=status)


class Publish(seen.Seeing, DoorMixin, View):
    """What goes out, what the gate still asks for, and the last yes."""

    door = "publish"
    http_method_names = ["get", "post", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        claim = get_object_or_404(Claim, pk=pk)
        return self.show(request, claim, self.form(claim))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        claim = get_object_or_404(Claim, pk=pk)
        form = self.form(claim, request.POST)
        valid = form.is_valid()
        if since := seen.meanwhile(request, claim):
            return self.show(request, claim, form, status=409, since=since)
        if not valid:
            return self.show(request, claim, form, status=422)
        try:
            publication = publish.publish(claim, by=self.person, **form.cleaned_data)
        except (IllegalMove, Incomplete) as refusal:
            form.add_error(None, refusal.message)
            since = seen.meanwhile(request, claim)
            return self.show(request, claim, form, status=refusal.http_status, since=since)
        messages.success(request, _("Published."))
        return HttpResponseRedirect(reverse("check", args=[claim.public_id, publication.slug]))

    def form(self, claim: Claim, data: Any = None) -> PublishForm:
        form = PublishForm(data, claim=claim, summary=_why(claim, self.person))
        form.fields["rating"].queryset = ratings.in_use()  # type: ignore[attr-defined]  # a field that chooses among rows
        return form

    def show(
        self,
        request: HttpRequest,
        claim: Claim,
        form: PublishForm,
        status: int = 200,
        since: seen.Meanwhile | None = None,
    ) -> HttpResponse:
        rating = form.cleaned_data.get("rating") if form.is_bound and form.is_valid() else None
        context = {
            "claim": claim,
            "form": form,
            "missing": gate.missing(claim, rating=rating),
            "meanwhile": since,
            "reviews": _of_the_round(claim, self.person),
            "no_ratings": not ratings.in_use().exists(),
        }
        return render(request, "decisions/publish.html", context, status=status)


def _differences(of_round: Sequence[Review]) -> list[str]:
    """In what the reviews of a round differ, in the words of their form."""
    found = [_("verification status")] if len({review.verdict for review in of_round}) > 1 else []
    by_source: dict[str, set[str]] = {}
    for review in of_round:
        for finding in review.findings.all():
            by_source.setdefault(finding.source.name, set()).add(finding.verdict)
    told = _("what %(source)s said")
    return found + [told % {"source": name} for name, verdicts in by_source.items() if len(verdicts) > 1]


def _why(claim: Claim, person: User) -> str:
    """What the summary may begin with: the decision's reason, else that of the first review."""
    decision = claim.decisions.filter(round__number=claim.round_number).first()
    if decision is not None and decision.rationale:
        return decision.rationale
    return next((review.rationale for review in _of_the_round(claim, person)), "")


def _sources(of_round: Iterable[Review]) -> QuerySet[Source]:
    """Of whom the reviewers said something: the claim's source may have been put right since."""
    found = {int(source) for review in of_round for source in decisions.found_by(review)}
    return Source.objects.filter(pk__in=found).order_by("pk")


def _of_the_round(claim: Claim, person: Any) -> QuerySet[Review]:
    standing = Review.objects.filter(claim=claim, round__number=claim.round_number).exclude(
        state__in=(Review.State.SUPERSEDED, Review.State.TAKEN_BACK)
    )
    seen = visibility.visible_to(standing, person)
    return seen.select_related("reviewer", "round", "claim", "claim_version").prefetch_related(
        "evidence__archive", "findings__source"
    )
