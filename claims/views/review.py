"""The review itself: find out, submit, and get the next claim."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import View
from django_htmx.http import HttpResponseClientRedirect, push_url

from claims.forms import faults
from claims.forms.review import EvidenceFormSet, ReviewForm, from_draft, to_draft
from claims.forms.typed import says_anything
from claims.models import Claim, Draft, Slot, SlotState, Source
from claims.record.prepared import Prepared
from claims.record.refusals import IllegalMove, Incomplete, NotPermitted
from claims.review import drafts, reviews, slots
from claims.review.drafts import KeptWithoutHold
from claims.views import kept, places
from claims.views.desk import DoorMixin, plain
from claims.views.middleware import refuse


class ReviewDoor(DoorMixin, View):
    """What the pages of one slot have in common: the slot is the person's own, or was."""

    door = "review"

    def found(self, slot: Slot | None) -> Slot:
        """The slot that was asked for."""
        if slot is None:
            raise Http404
        return slot

    def is_anothers(self, slot: Slot) -> bool:
        return slot.holder_id not in (None, self.person.pk)

    def writes(self, request: HttpRequest, slot: Slot) -> None:
        """Refuse what is no writing of this person's, and what says nothing in a slot of somebody else."""
        kept.refuse_other_writer(request, self.person)
        if self.is_anothers(slot) and not says_anything(dict(request.POST.lists())):
            raise NotPermitted(drafts.why_not_theirs(slot))


class ReviewPage(ReviewDoor):
    """The article beside the form."""

    http_method_names = ["get", "post", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        slot = self.found(_slot_shown.first(pk=pk, person=self.person.pk))
        if self.is_anothers(slot):
            return kept.refused(request, slot, self.person)
        if slot.state != SlotState.HELD or slot.holder_id != self.person.pk:
            return redirect("claim", slot.claim_id)
        draft: dict[str, Any] = slot.typed or {}  # type: ignore[attr-defined]  # annotated by the query
        data = from_draft(draft | _keys(slot)) if draft else None
        around = places.around(slot.claim)
        form = ReviewForm(data, sources=around["sources"], initial=_keys(slot, flat=True) | _today(slot.claim))
        rows = EvidenceFormSet(data if data and "evidence-TOTAL_FORMS" in data else None, prefix="evidence")
        told = _("Your draft is back.") if draft else ""
        return self.show(request, slot, form, rows, around=around, told=told)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        slot = self.found(_slot.first(pk=pk))
        self.writes(request, slot)
        form = ReviewForm(request.POST, sources=_sources(claim=slot.claim_id))
        rows = EvidenceFormSet(request.POST, request.FILES, prefix="evidence")
        valid = faults.are_none(form, rows)
        if self.is_anothers(slot):
            return self.conflict(request, slot, form, IllegalMove(drafts.why_not_theirs(slot)))
        if not valid:
            faults.add_lacks(form, rows)
            return self.show(request, slot, form, rows, wrong=True, status=422)
        evidence = [row.given() for row in rows if row.has_changed()]
        try:
            reviews.submit(slot, evidence=evidence, by=self.person, **form.said())
        except Incomplete as missing:
            faults.add(form, missing)
            return self.show(request, slot, form, rows, wrong=True, status=422)
        except IllegalMove as refusal:
            return self.conflict(request, slot, form, refusal)
        messages.success(request, _("Your review is in."))
        following = self.following(request) if "and_next" in request.POST else None
        leads_to = reverse("review", args=[following.pk]) if following else reverse("queue")
        if not _in_place(request):
            return HttpResponseRedirect(leads_to)
        if following is None:
            return HttpResponseClientRedirect(leads_to)
        return push_url(self.get(request, following.pk), leads_to)

    def following(self, request: HttpRequest) -> Slot | None:
        """The next claim; a refusal is no error here, for the review is in."""
        try:
            return slots.take_next(by=self.person)
        except IllegalMove as refusal:
            messages.info(request, refusal.message)
            return None

    def conflict(self, request: HttpRequest, slot: Slot, form: ReviewForm, refusal: IllegalMove) -> HttpResponse:
        """The claim moved on: both versions stand side by side, and nothing that was typed is lost."""
        data, unkept = to_draft(request.POST), ""
        try:
            slots.save_draft(slot, token=form.cleaned_data.get("token", ""), data=data, by=self.person)
        except IllegalMove:
            pass  # it is kept all the same; the lease is what was lost
        except Incomplete as too_long:
            unkept = too_long.message
        slot.refresh_from_db()
        slot.claim.refresh_from_db()
        context = {
            "slot": slot,
            "claim": slot.claim,
            "refusal": refusal,
            "unkept": unkept,
            "was": slot.claim.wordings.filter(number=form.cleaned_data.get("wording_number") or 0).first(),
            "lines": kept.lines(data, slot.claim_id),
            "recorded": getattr(refusal, "review", None),
            "tied": isinstance(refusal, reviews.Tied),
            "goes_on": slot.state == SlotState.HELD and slot.holder_id == self.person.pk,
            "draft": Draft.objects.filter(round=slot.round_id, person=self.person).first(),
        }
        return render(request, "review/conflict.html", context, status=409)

    def show(
        self,
        request: HttpRequest,
        slot: Slot,
        form: Any,
        rows: Any,
        *,
        around: dict[str, Any] | None = None,
        told: str = "",
        wrong: bool = False,
        status: int = 200,
    ) -> HttpResponse:
        context = {
            "slot": slot,
            "claim": slot.claim,
            "form": form,
            "rows": rows,
            "told": told,
            "wrong": wrong,
            "faults": faults.told(form, rows) if wrong else [],
            "required": slot.round.required,
        } | (around or places.around(slot.claim))
        page = "review/bench.html" if _in_place(request) else "review/review.html"
        return render(request, page, context, status=status)


class ReviewDraft(ReviewDoor):
    """Keep what is typed, and the lease with it; answered with the time until which the claim is held."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        slot = self.found(_slot.first(pk=pk))
        self.writes(request, slot)
        token = plain(request.POST.get("token", ""))
        try:
            slots.save_draft(slot, token=token, data=to_draft(request.POST), by=self.person)
        except KeptWithoutHold as refusal:
            answer = refuse(request, refusal)
            answer.headers["Draft-Kept"] = "yes"  # the page tells it from what was not kept
            return answer
        slot.refresh_from_db()
        too_long = drafts.too_long_to_submit(dict(request.POST.lists()))
        return render(request, "review/_kept.html", {"slot": slot, "too_long": too_long})


class DeclineReview(ReviewDoor):
    """Give the claim back: it counts for this person alone."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        slot = self.found(_slot.first(pk=pk))
        if self.is_anothers(slot):
            raise NotPermitted(drafts.why_not_theirs(slot))
        note = plain(request.POST.get("note", ""))[:300]
        slots.decline(slot, token=plain(request.POST.get("token", "")), note=note, by=self.person)
        messages.success(request, _("Declined. Others will see the claim in the queue; you will not."))
        return HttpResponseRedirect(reverse("queue"))


def _in_place(request: HttpRequest) -> bool:
    """Whether the page's own script asks and puts the answer where the form stood: then no second request fetches the next claim."""
    return bool(getattr(request, "htmx", False))


@Prepared
def _slot(pk: Any) -> QuerySet[Slot]:
    return Slot.objects.filter(pk=pk)


@Prepared
def _slot_shown(pk: Any, person: Any) -> QuerySet[Any]:
    """The slot with what its page shows, and what this person had typed there."""
    shown = Slot.objects.filter(pk=pk).select_related("claim__article__outlet", "round")
    return shown.annotate(typed=drafts.typed_by(person))


@Prepared
def _sources(claim: Any) -> QuerySet[Source]:
    return Source.objects.filter(pk__in=Source.objects.filter(statements__appearances__claim=claim).values("pk"))


def _keys(slot: Slot, *, flat: bool = False) -> dict[str, Any]:
    """The slot's token and the wording as they are now: a draft may be older."""
    now = {"token": slot.token, "wording_number": slot.claim.wording_number}
    return now if flat else {name: [str(value)] for name, value in now.items()}


def _today(claim: Claim) -> dict[str, Any]:
    day = claim.as_of or claim.article.day
    return {"as_of": day and min(day, timezone.localdate())}  # an article may be dated by a calendar further east
