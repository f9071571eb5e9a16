"""The review queue: what waits for a person, and taking of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import View

from claims.models import Claim
from claims.review import drafts, queues, slots
from claims.views.desk import DoorMixin
from claims.views.excerpts import excerpts

SHOWN = 10  # claims at the head of the queue that its page shows


class Queue(DoorMixin, View):
    """What waits for review, in the order that the page states; POST takes the next claim."""

    door = "review"
    http_method_names = ["get", "post", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        head = list(queues.offered_to(self.person)[:SHOWN])
        where = excerpts(head)
        context = {
            "rows": [(claim, where.get(claim.pk)) for claim in head],
            "waiting": queues.review_queue().count(),
            "mine": queues.held_by(self.person),
            "others": queues.held().exclude(holder=self.person)[:20],
            "drafts": drafts.left_over(self.person)[:SHOWN],
        }
        return render(request, "review/queue.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        slot = slots.take_next(by=self.person)
        if slot is None:
            messages.info(request, _("Nothing in the queue waits for you at present."))
            return HttpResponseRedirect(reverse("queue"))
        return HttpResponseRedirect(reverse("review", args=[slot.pk]))


class TakeClaim(DoorMixin, View):
    """Take this very claim."""

    door = "review"
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        slot = slots.take(get_object_or_404(Claim, pk=pk), by=self.person)
        return HttpResponseRedirect(reverse("review", args=[slot.pk]))
