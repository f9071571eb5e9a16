"""What a page was looking at: its forms say up to which event of the record, and one that was overtaken is answered with what happened since.

The sequence of the record's newest event is read before the page's rows are, so that nothing falls between the two. Nothing
is lost either way: the page comes again with what was typed, and sent once more it is meant.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.generic import View

from claims.models import ChainHead, Claim, Event
from claims.record import visibility
from claims.views import stories

FIELD = "seen"
LONGEST = 18  # digits; longer numbers fit into no column
# What leaves a claim as the page showed it, as far as any form of it goes.
QUIET = frozenset(
    {"ask", "look_into", "summon", "announce", "comment", "resolve_comment", "ask_for_reply", "log_reply", "archive"}
    | {"ask_for_correction", "log_correction"}
    | {"confirm_same", "refuse_same", "renew", "decline", "release", "expire", "submit"}
)


class Seeing(View):
    """A page whose forms say what it showed; comes before whatever reads its rows."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        look(request)
        return super().dispatch(request, *args, **kwargs)


def look(request: HttpRequest) -> None:
    """From now on the page's forms say that they saw the record as it stands."""
    newest = ChainHead.objects.values_list("sequence", flat=True).get(pk=1)
    request.seen = newest  # type: ignore[attr-defined]  # put there for the template tag


def done(request: HttpRequest, claim: Claim) -> None:
    """What a person has just done to the claim themselves is seen by what they do next."""
    own = Event.objects.filter(claim=claim, actor=request.user.pk).order_by("-sequence")
    request.seen = own.values_list("sequence", flat=True).first()  # type: ignore[attr-defined]  # as above


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What happened since a form was opened, as far as this person may read it; and the wording that it showed."""

    story: list[stories.Chapter]
    wording: str = ""


def meanwhile(request: HttpRequest, *rows: Model, quiet: frozenset[str] = QUIET) -> Meanwhile | None:
    """What happened to these rows since the form was opened that is now sent; None if nothing that matters, or if it does not say."""
    sent = request.POST.get(FIELD, "")
    if not (sent.isascii() and sent.isdigit() and len(sent) <= LONGEST):
        return None
    since = Event.objects.filter(_about(rows), sequence__gt=int(sent)).exclude(verb__in=quiet)
    loud = [event for event in since.select_related("actor", "payload").order_by("sequence") if _matters(event)]
    if not loud:
        return None
    readable = visibility.visible_to(Event.objects.filter(pk__in=[event.pk for event in loud]), request.user)
    numbers = set(readable.values_list("pk", flat=True))
    return Meanwhile(stories.tell(event for event in loud if event.pk in numbers), _shown_wording(loud))


def overtaken(
    request: HttpRequest, label: object, since: Meanwhile, *, back: str, claim: Claim | None = None, refused: Any = ()
) -> HttpResponse:
    """A press of a key that was overtaken: what happened since, and the same key again; in its row where htmx asked."""
    look(request)
    sent = [(name, value) for name, value in request.POST.items() if name not in ("csrfmiddlewaretoken", FIELD)]
    context = {"label": label, "meanwhile": since, "sent": sent, "back": back, "claim": claim, "refused": refused}
    page = "overtaken.html#again" if getattr(request, "htmx", False) else "overtaken.html"
    return render(request, page, context, status=409)


def _about(rows: tuple[Model, ...]) -> Q:
    about = Q()
    for row in rows:
        about |= Q(claim=row) if isinstance(row, Claim) else Q(object_type=row._meta.model_name, object_id=row.pk)
    return about


def _matters(event: Event) -> bool:
    """Whoever takes the second slot of a claim that is in review changes nothing that a page of it tells."""
    return event.verb not in ("take", "assign") or bool(stories.turns(event))


def _shown_wording(events: list[Event]) -> str:
    """The wording before the first of these that changed it."""
    return next((was for event in events if (was := stories.wording_before(event))), "")
