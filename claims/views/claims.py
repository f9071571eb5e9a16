"""Claims: the list, one claim with all that is known of it, and its history as a story."""

from itertools import islice

from django.contrib import messages
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View

from claims.filters import ClaimFilter
from claims.forms.publication import CorrectionForm, OutcomeForm, ReplyForm
from claims.models import (
    Appearance,
    Claim,
    CorrectionRequest,
    Decision,
    Event,
    Match,
    Review,
    Round,
    Slot,
    Source,
    Status,
    User,
)
from claims.models.states import VERBS
from claims.record import visibility
from claims.record.permissions import may
from claims.review import queues
from claims.tables import ClaimTable
from claims.views import chains, changes, known, seen, stories
from claims.views.desk import DeskList, DoorMixin
from claims.views.excerpts import excerpts
from claims.views.verbs import acts_for


class ClaimList(DeskList):
    door = "see_desk"
    table_class = ClaimTable
    filterset_class = ClaimFilter
    empty_template = "claims/empty.html"
    heading = gettext_lazy("Claims")
    export_route = "claims_export"

    def get_queryset(self) -> QuerySet[Claim]:
        return Claim.objects.with_source_name().select_related("article")


class ClaimPage(seen.Seeing, DoorMixin, View):
    """One claim: its wording, its places, its sources, what was found, and what may be done now."""

    door = "see_desk"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        claim = get_object_or_404(Claim.objects.select_related("article__outlet", "merged_into", "split_from"), pk=pk)
        places = claim.appearances.select_related("statement__source__parent", "text_version__article__outlet").defer(
            "text_version__text"
        )
        reviews = Review.objects.filter(claim=claim).exclude(state=Review.State.SUPERSEDED)
        seen = visibility.visible_to(reviews, request.user).select_related(
            "reviewer", "round", "claim", "claim_version"
        )
        hidden = reviews.count() - seen.count()
        asks_for_corrections = claim.status == Status.PUBLISHED and may(request.user, "ask_for_correction")
        context = {
            "claim": claim,
            "excerpt": excerpts([claim]).get(claim.pk),
            "places": _with_chains(places.prefetch_related("spans")),
            "newer_words": changes.newer_words(claim),
            "wordings": claim.wordings.select_related("author"),
            "sources": Source.objects.filter(statements__appearances__claim=claim).distinct(),
            "asked": claim.requests.exclude(why="").select_related("person"),
            "acts": acts_for(claim, self.person),
            "proposals": known.proposals(claim),
            "measured": known.measured(claim),
            "may_merge": may(request.user, "verb:merge"),
            "comparing": Match.objects.filter(claim_version__claim=claim).exclude(state="done").exists(),
            "may_compare": may(request.user, "compare"),
            "reviews": seen.prefetch_related("evidence__archive", "findings__source").order_by(
                "-round__number", "slot__number", "number"
            ),
            "public": claim.publications.order_by("-number").first(),
            "hidden": hidden,
            "decision": _decision(claim, self.person),
            "held": queues.held().filter(claim=claim),
            "may_assign": may(request.user, "verb:assign") and claim.status in VERBS["assign"].since,
            "may_release": may(request.user, "verb:release"),
            "open_round": _to_look_into(claim, self.person) if hidden else None,
            "due": claim.look_again_by and claim.look_again_by <= timezone.localdate(),
            "comments": visibility.visible_to(claim.comments.all(), request.user).select_related("author"),
            "replies": claim.reply_requests.all(),
            "reply_form": ReplyForm(),
            "corrections": [(asked, _outcome_form(asked)) for asked in _corrections(claim)],
            "correction_form": CorrectionForm.about(claim) if asks_for_corrections else None,
            "may_log_correction": may(request.user, "ask_for_correction"),
            "may_comment": may(request.user, "comment"),
            "may_log_reply": may(request.user, "log_reply"),
            "may_publish": may(request.user, "verb:publish") and claim.status in VERBS["publish"].since,
            "may_adjudicate": may(request.user, "verb:adjudicate") and claim.status in VERBS["adjudicate"].since,
            "may_fix_span": may(request.user, "verb:fix_span") and claim.status in VERBS["fix_span"].since,
            "may_take": _may_take(claim, self.person),
        }
        return render(request, "claims/claim.html", context)


def _corrections(claim: Claim) -> QuerySet[CorrectionRequest]:
    return claim.correction_requests.select_related("article__outlet", "publication")


def _outcome_form(asked: CorrectionRequest) -> OutcomeForm:
    return OutcomeForm(auto_id=f"outcome_{asked.pk}_%s")


def _with_chains(places: QuerySet[Appearance]) -> list[Appearance]:
    """Each place with the links of its attribution chain."""
    found = list(places)
    relayed = chains.relays(place.statement for place in found if place.statement)
    for place in found:
        between = relayed[place.statement_id] if place.statement_id else []
        place.links = chains.chain(place.text_version.article.outlet, between, place.statement)  # type: ignore[attr-defined]  # put there for the page
    return found


def _decision(claim: Claim, person: User) -> Decision | None:
    """What the round came to, for those who may read its reviews."""
    counted = Count("round__reviews", filter=Q(round__reviews__state=Review.State.SUBMITTED))
    decisions = claim.decisions.select_related("adjudicator").annotate(counted=counted)
    readable = visibility.visible_to(decisions, person)
    return readable.first() if claim.verdict else None


def _may_take(claim: Claim, person: User) -> bool:
    """Whether the claim can be taken now by this person, who is no part of its round yet; the verb knows all the rest."""
    if claim.status not in VERBS["take"].since or not may(person, "verb:take"):
        return False
    return not Slot.objects.filter(claim=claim, round__number=claim.round_number, holder=person).exists()


def _to_look_into(claim: Claim, person: User) -> Round | None:
    """The open round whose reviews this person may read at the price of never reviewing it."""
    if not may(person, "look_into"):
        return None
    taken = Slot.objects.filter(round=OuterRef("pk"), holder=person)
    return Round.objects.filter(visibility.is_open(), ~Exists(taken), claim=claim).first()


class LookInto(seen.Seeing, DoorMixin, View):
    """Read the reviews of an open round: what that costs is said first, and each look is an event."""

    door = "look_into"
    http_method_names = ["get", "post", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        claim = get_object_or_404(Claim, pk=pk)
        round_ = _to_look_into(claim, self.person)
        if round_ is None:
            return HttpResponseRedirect(f"{claim.get_absolute_url()}#reviews")
        return self.ask(request, round_)

    def ask(self, request: HttpRequest, round_: Round, since: seen.Meanwhile | None = None) -> HttpResponse:
        readers = visibility.readers(round_)
        context = {"claim": round_.claim, "round": round_, "readers": readers, "meanwhile": since}
        return render(request, "claims/look_into.html", context, status=409 if since else 200)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        claim = get_object_or_404(Claim, pk=pk)
        round_ = get_object_or_404(Round, claim=claim, number=claim.round_number)
        if since := seen.meanwhile(request, claim):
            return self.ask(request, round_, since)
        visibility.look_into(round_, by=self.person)
        messages.success(request, _("You read along now. The record says so, and you take no slot of this round."))
        return HttpResponseRedirect(f"{claim.get_absolute_url()}#reviews")


def _origin(claim: Claim) -> list[Event]:
    """The reading that brought the claim: an event of its article, told of all that it found."""
    if claim.run_id is None:
        return []
    reading = Event.objects.filter(verb="extract", article=claim.article_id).select_related("actor", "payload")
    of_run = (event for event in reading.order_by("sequence") if stories.tells_of_run(event, claim.run_id))
    return list(islice(of_run, 1))


class ClaimHistory(DoorMixin, View):
    """The claim's record, told as a story; what the blind rule hides is left out."""

    door = "see_desk"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        claim = get_object_or_404(Claim, pk=pk)
        own = visibility.visible_to(Event.objects.filter(claim=claim), request.user)
        others = visibility.visible_to(Event.objects.filter(stories.elsewhere(claim)), request.user)
        found = [event for events in (own, others) for event in events.select_related("actor", "payload")]
        told = stories.tell([*_origin(claim), *sorted(found, key=lambda event: event.sequence)], of=claim.pk)
        return render(request, "claims/history.html", {"claim": claim, "story": told})
