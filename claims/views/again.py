"""After a new wording: one's own review beside what changed, to be re-affirmed with one key, changed, or taken back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import View
from django_htmx.http import HttpResponseClientRedirect

from claims.forms import faults
from claims.forms.review import EvidenceAgain, ReviewForm, as_it_was, from_draft, to_draft
from claims.models import Draft, Review, Source, User
from claims.record.refusals import IllegalMove, Incomplete
from claims.review import drafts, reaffirming, reviews
from claims.views import kept, places, seen
from claims.views.desk import DoorMixin

ANSWERS: dict[str, Callable[..., Review]] = {"reaffirm": reviews.reaffirm, "take_back": reviews.take_back}


class OwnReview(seen.Seeing, DoorMixin, View):
    """What the pages of an answer have in common: the review is one's own."""

    door = "verb:change"

    def own(self, pk: int) -> Review:
        found = Review.objects.select_related("claim__article", "claim_version", "round", "slot")
        return get_object_or_404(found.prefetch_related("evidence", "findings__source"), pk=pk, reviewer=self.person)

    def form_of(self, review: Review) -> tuple[ReviewForm, Any, str]:
        """The earlier review, or the draft of another answer, filled in; with what is told of it."""
        draft = Draft.objects.filter(round=review.round_id, person=self.person).first()
        now = {name: [str(value)] for name, value in _keys(review).items()}  # a draft may be older than the wording
        data = from_draft(draft.data | now) if draft and "evidence-TOTAL_FORMS" in draft.data else None
        fields, pieces = as_it_was(review)
        form = ReviewForm(data, sources=_sources(review), initial=fields | _keys(review))
        rows = EvidenceAgain(data, prefix="evidence", initial=pieces)
        return form, rows, _("Your draft is back.") if data else ""

    def show(
        self,
        request: HttpRequest,
        review: Review,
        form: ReviewForm,
        rows: Any,
        *,
        told: str = "",
        wrong: bool = False,
        status: int = 200,
        since: seen.Meanwhile | None = None,
    ) -> HttpResponse:
        files = {str(one.pk): one.file_name or one.file.name for one in review.evidence.all() if one.file}
        for row in rows:
            row.had_file = files.get(str(row["kept"].value()), "")
        context = {
            "review": review,
            "claim": review.claim,
            "was": review.claim_version,
            "form": form,
            "rows": rows,
            "told": told,
            "wrong": wrong,
            "faults": faults.told(form, rows) if wrong else [],
            "meanwhile": since,
            "newest": review.claim.wordings.select_related("author").last(),
        } | places.around(review.claim)
        return render(request, "review/again.html", context, status=status)


class ReviewAgain(OwnReview):
    """The bench once more, with the earlier review filled in."""

    http_method_names = ["get", "post", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        review = self.own(pk)
        if review.state != Review.State.TO_REAFFIRM:
            return redirect(review.claim)
        form, rows, told = self.form_of(review)
        return self.show(request, review, form, rows, told=told)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        kept.refuse_other_writer(request, self.person)
        review = self.own(pk)
        form = ReviewForm(request.POST, sources=_sources(review))
        rows = EvidenceAgain(request.POST, request.FILES, prefix="evidence")
        if not faults.are_none(form, rows):
            faults.add_lacks(form, rows, reaffirming.pieces_of(review, self.person))
            return self.show(request, review, form, rows, wrong=True, status=422)
        said = form.said()
        said.pop("token")
        try:
            reviews.change(review, by=self.person, evidence=[row.given() for row in rows if row.has_changed()], **said)
        except Incomplete as missing:
            faults.add(form, missing)
            return self.show(request, review, form, rows, wrong=True, status=422)
        except IllegalMove as refusal:
            return self.conflict(request, review, refusal)
        messages.success(request, _("Your review is changed; the earlier one is kept in the record."))
        leads_to = onward(self.person) or review.claim.get_absolute_url()
        in_place = getattr(request, "htmx", False)  # a script would follow a redirect itself, and the page would stay
        return HttpResponseClientRedirect(leads_to) if in_place else HttpResponseRedirect(leads_to)

    def conflict(self, request: HttpRequest, review: Review, refusal: IllegalMove) -> HttpResponse:
        """The wording changed once more: the page comes again with the new one, and with what was typed."""
        review = self.own(review.pk)
        if review.state != Review.State.TO_REAFFIRM:
            raise refusal
        drafts.save_change(review, data=to_draft(request.POST), by=self.person)
        messages.warning(request, refusal.message)
        return HttpResponseRedirect(reverse("review_again", args=[review.pk]))


class AgainDraft(OwnReview):
    """Keep what is typed towards another answer."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        kept.refuse_other_writer(request, self.person)
        draft = drafts.save_change(self.own(pk), data=to_draft(request.POST), by=self.person)
        return render(request, "review/_kept.html", {"too_long": drafts.too_long_to_submit(draft.data)})


class Answer(OwnReview):
    """With one press: it still holds, or it is taken back."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int, verb: str) -> HttpResponse:
        if verb not in ANSWERS:
            raise Http404
        review = self.own(pk)
        if review.state == Review.State.TO_REAFFIRM and (since := seen.meanwhile(request, review.claim)):
            form, rows, told = self.form_of(review)
            return self.show(request, review, form, rows, told=told, status=409, since=since)
        ANSWERS[verb](review, by=self.person)
        messages.success(request, _("Thank you: that is noted."))
        return HttpResponseRedirect(onward(self.person) or review.claim.get_absolute_url())


def onward(person: User) -> str:
    """The next of one's reviews that waits for an answer, the oldest first."""
    waiting = Review.objects.filter(reviewer=person, state=Review.State.TO_REAFFIRM).order_by("pk")
    following = waiting.values_list("pk", flat=True).first()
    return reverse("review_again", args=[following]) if following else ""


def _sources(review: Review) -> list[Source]:
    return list(Source.objects.filter(pk__in=reviews.sources_of(review.claim)))


def _keys(review: Review) -> dict[str, Any]:
    """The wording that the answer is for; the form asks for a token, which an answer does not need."""
    return {"token": review.slot.token or "-", "wording_number": review.claim.wording_number}
