"""What waits for whoever looks, and what came in last."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from claims.models import Article, Status
from claims.record.permissions import may
from claims.review import drafts, queues

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from claims.models import User

NEWEST = 8


@dataclass(frozen=True, slots=True)
class Tile:
    """One number that somebody has to act on, and where."""

    number: int
    name: "StrOrPromise"
    note: "StrOrPromise"
    address: str


class Dashboard(TemplateView):
    """Open to everybody with an account; what it shows depends on the roles."""

    template_name = "dashboard.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = cast("User", self.request.user)  # LoginRequiredMiddleware let nobody else in
        sees = may(user, "see_desk")
        more = {
            "tiles": _tiles(user) if sees else [],
            "held": list(queues.held_by(user)) if may(user, "review") else None,
            "drafts": list(drafts.left_over(user)[:NEWEST]) if may(user, "review") else [],
            "articles": _newest() if sees else None,
            "sees_desk": sees,
            "sees_statistics": may(user, "see_statistics"),
            "may_add": may(user, "add_article"),
        }
        return super().get_context_data(**more, **kwargs)


def _newest() -> list[Article]:
    return list(Article.objects.on_the_desk().with_newest_work().select_related("outlet")[:NEWEST])


def _tiles(user: "User") -> list[Tile]:
    """The tiles of this person's roles, in the order of a claim's way through the desk."""
    counts, waits = queues.counts(), queues.waiting_for(user, today=timezone.localdate())
    tiles = [*_of_roles(user, counts, waits), *_of_the_person(user, waits)]
    return tiles or [Tile(sum(counts.values()), _("Claims"), _("on the desk"), reverse("claims"))]


def _of_roles(user: "User", counts: dict[str, int], waits: queues.Waiting) -> list[Tile]:
    tiles: list[Tile] = []
    if may(user, "triage"):
        tiles.append(
            Tile(counts[Status.CANDIDATE], _("In triage"), _("candidates to accept or dismiss"), reverse("triage"))
        )
    if may(user, "review"):
        tiles.append(
            Tile(queues.review_queue().count(), _("In the queue"), _("claims with a free slot"), reverse("queue"))
        )
        if waits.reaffirm_first:
            address = reverse("review_again", args=[waits.reaffirm_first])
            tiles.append(Tile(waits.reaffirm, _("To re-affirm"), _("reworded after your review"), address))
    if may(user, "adjudicate"):
        tiles.append(Tile(waits.adjudicate, _("To adjudicate"), _("reviewers disagree"), reverse("adjudication")))
    if may(user, "publish"):
        tiles.append(
            Tile(
                counts[Status.DECIDED],
                _("Decided"),
                _("waiting to be published"),
                f"{reverse('claims')}?status={Status.DECIDED}",
            )
        )
    if waits.unanswered and may(user, "ask_for_correction"):
        tiles.append(Tile(waits.unanswered, _("Corrections"), _("asked for, not yet answered"), reverse("corrections")))
    return tiles


def _of_the_person(user: "User", waits: queues.Waiting) -> list[Tile]:
    tiles: list[Tile] = []
    if waits.due and may(user, "review"):
        tiles.append(Tile(waits.due, _("Due again"), _("to be looked at once more"), f"{reverse('due')}?within=0"))
    if waits.unread:
        tiles.append(Tile(waits.unread, _("Unread"), _("somebody told you something"), reverse("notifications")))
    return tiles
