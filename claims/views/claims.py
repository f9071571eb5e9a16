"""Claims: the list, one claim with all that is known of it, and its history as a story."""

from dataclasses import dataclass, field
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
    DismissReason,
    Event,
    Match,
    Review,
    Round,
    Slot,
    Source,
    Status,
    User,
)
from claims.record import visibility
from claims.record.permissions import may
from claims.review import queues, talk
from claims.tables import ClaimTable
from claims.views import chains, changes, known, offers, seen, stories
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
        remarks = visibility.visible_to(claim.comments.all(), request.user)
        comments = list(remarks.select_related("author").prefetch_related("mentions"))
        asks_for_corrections = claim.status == Status.PUBLISHED and may(request.user, "ask_for_correction")
        context = {
            "claim": claim,
            "parts": _parts(claim),
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
            "rounds": _told_rounds(claim, self.person, seen),
            "public": claim.publications.order_by("-number").first(),
            "hidden": hidden,
            "held": queues.held().filter(claim=claim),
            "may_release": may(request.user, "verb:release"),
            "open_round": _to_look_into(claim, self.person) if hidden else None,
            "due": claim.look_again_by and claim.look_again_by <= timezone.localdate(),
            "comments": [(comment, talk.may_resolve(comment, self.person)) for comment in comments],
            "closed_remarks": claim.comments.count() > len(comments),
            "replies": claim.reply_requests.all(),
            "reply_form": ReplyForm(),
            "corrections": [(asked, _outcome_form(asked)) for asked in _corrections(claim)],
            "correction_form": CorrectionForm.about(claim) if asks_for_corrections else None,
            "may_log_correction": may(request.user, "ask_for_correction"),
            "may_comment": may(request.user, "comment"),
            "longest_remark": talk.LONGEST,
            "may_log_reply": may(request.user, "log_reply"),
        } | offers.of(claim, self.person)
        return render(request, "claims/claim.html", context)


def _parts(claim: Claim) -> list[Claim]:
    """What a split made of the claim, as long as it stands back for them; what a split that was undone had made was dismissed."""
    if claim.status != Status.MERGED or claim.merged_into_id is not None:
        return []
    taken_back = Q(status=Status.DISMISSED, dismiss_reason=DismissReason.DUPLICATE)
    return list(claim.parts.exclude(taken_back).only("pk").order_by("pk"))


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


@dataclass(slots=True)
class ToldRound:
    """A round as far as one person may read it: what it came to, and its reviews."""

    number: int
    decision: Decision | None = None
    reviews: list[Review] = field(default_factory=list)


def _told_rounds(claim: Claim, person: User, reviews: QuerySet[Review]) -> list[ToldRound]:
    """The rounds of which the person reads anything, the newest first; an earlier one keeps what it was decided to be."""
    told: dict[int, ToldRound] = {}
    counted = Count("round__reviews", filter=Q(round__reviews__state=Review.State.SUBMITTED))
    decisions = claim.decisions.select_related("adjudicator", "round").annotate(counted=counted)
    readable = visibility.visible_to(decisions, person)
    for decision in readable:
        number = decision.round.number
        if number < claim.round_number or claim.verdict:
            told[number] = ToldRound(number, decision)
    for review in reviews.prefetch_related("evidence__archive", "findings__source").order_by("slot__number", "number"):
        told.setdefault(review.round.number, ToldRound(review.round.number)).reviews.append(review)
    return sorted(told.values(), key=lambda round_: -round_.number)


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
    first = (event for event in reading.order_by("sequence") if stories.brought(event, claim.pk))
    return list(islice(first, 1))


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
        return render(
            request, "claims/history.html", {"claim": claim, "story": told, "may_redact": may(self.person, "redact")}
        )
