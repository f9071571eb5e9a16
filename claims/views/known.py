"""“Already checked?” on a claim's page: what may say the same, side by side, and the answer to it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View

from claims.matching import same_quantity as matching
from claims.matching.differences import differences
from claims.matching.numbers import CUES
from claims.matching.scope import scope
from claims.matching.types import Aspect, Bound, Quantity, Range
from claims.memory import suggestions
from claims.models import Appearance, Claim, FactCheck, Match, Source, Status, Suggestion
from claims.models.states import VERBS
from claims.record.prepared import Prepared
from claims.record.refusals import IllegalMove
from claims.review import triage
from claims.templatetags.marked import shown
from claims.views import seen
from claims.views.desk import DoorMixin

ASPECTS: dict[Aspect, Any] = {
    Aspect.NUMBER: gettext_lazy("numbers"),
    Aspect.DATE: gettext_lazy("dates"),
    Aspect.NAME: gettext_lazy("names"),
    Aspect.NEGATION: gettext_lazy("negation"),
    Aspect.DIRECTION: gettext_lazy("direction"),
}
BOUNDS: dict[Bound, Any] = {
    Bound.EXACT: gettext_lazy("as it stands"),
    Bound.ABOUT: gettext_lazy("about"),
    Bound.AT_LEAST: gettext_lazy("at least"),
    Bound.MORE_THAN: gettext_lazy("more than"),
    Bound.AT_MOST: gettext_lazy("at most"),
    Bound.LESS_THAN: gettext_lazy("less than"),
    Bound.RANGE: gettext_lazy("a range"),
}
_CUE = re.compile(rf"(?i)^(?:{'|'.join(sorted(CUES, key=len, reverse=True))})\s+")  # the page tells the bound apart
SURE = 1.0  # they were found to speak of one event when they were compared; now only the words are looked at
ANSWERS = {"confirm": suggestions.confirm, "refuse": suggestions.refuse}
MOST_SHOWN = 10
MOST_READ = 100


@dataclass(frozen=True, slots=True)
class Proposal:
    """One suggestion as the page shows it: both texts with what differs marked, and in what they differ."""

    suggestion: Suggestion
    ours: SafeString
    theirs: SafeString
    aspects: list[str]
    claim: Claim | None
    fact_check: FactCheck | None
    merges: bool = False


def proposals(claim: Claim) -> list[Proposal]:
    """What may say the same as this claim, from either side, best first; what was answered with no comes last."""
    shown_first = sorted(_suggested(claim=claim.pk), key=lambda s: (s.state == Suggestion.State.DIFFERENT, -s.score))
    return [_proposal(suggestion, claim) for suggestion in shown_first[:MOST_SHOWN]]


@Prepared
def _suggested(claim: Any) -> QuerySet[Suggestion]:
    either = Suggestion.objects.filter(Q(claim=claim) | Q(other_claim=claim))
    return either.select_related("claim__article", "other_claim__article", "fact_check", "by")


def _proposal(suggestion: Suggestion, claim: Claim) -> Proposal:
    other = suggestion.other_claim if suggestion.claim_id == claim.pk else suggestion.claim
    theirs = suggestion.fact_check.claim_text if suggestion.fact_check else other.wording if other else ""
    found = differences(claim.wording, theirs)
    return Proposal(
        suggestion=suggestion,
        ours=marked(claim.wording, [place for one in found for place in one.in_a]),
        theirs=marked(theirs, [place for one in found for place in one.in_b]),
        aspects=[str(ASPECTS[one.aspect]) for one in found],
        claim=None if suggestion.fact_check else other,
        fact_check=suggestion.fact_check,
        merges=merging(suggestion) is not None,
    )


def marked(text: str, places: Iterable[Range]) -> SafeString:
    """A text with these places marked; places may touch and overlap."""
    pieces, at = [], 0
    for start, end in sorted(places):
        if end > at:
            pieces.append(
                format_html("{}<mark>{}</mark>", shown(text[at : max(start, at)]), shown(text[max(start, at) : end]))
            )
            at = end
    return format_html_join("", "{}", ((piece,) for piece in [*pieces, shown(text[at:])]))


def same_quantity(claim: Claim) -> list[Claim]:
    """Claims that put a number on the same quantity, each wording once, those of the same article first.

    Of two claims either may have been compared first, so both sides are looked at.
    """
    nearest = sorted(
        _measured_beside(claim=claim.pk), key=lambda other: (other.article_id != claim.article_id, other.pk)
    )
    by_wording: dict[str, Claim] = {}
    for other in nearest:
        by_wording.setdefault(other.wording.casefold(), other)
    return list(by_wording.values())[:MOST_SHOWN]


@Prepared
def _measured_beside(claim: Any) -> QuerySet[Claim]:
    # each side by its own index, and the claims by theirs: joined in one on SQLite, or as two conditions with an OR between
    # them on PostgreSQL, the database would read every claim of the desk
    ours = (
        Match.objects.filter(claim_version__claim=claim, same_quantity__isnull=False).order_by().values("same_quantity")
    )
    theirs = Match.objects.filter(same_quantity=claim).order_by().values("claim_version__claim")
    found = Claim.objects.filter(pk__in=ours.union(theirs)).exclude(pk=claim)
    standing = found.exclude(status__in=(Status.DISMISSED, Status.MERGED)).select_related("article")
    return standing[:MOST_READ]


@dataclass(frozen=True, slots=True)
class Measured:
    """One wording of a quantity as the page shows it beside the others: its number with its bound, its scope and its dates."""

    claim: Claim
    wording: SafeString
    number: str
    bound: Any
    scope: str
    dates: str
    source: Source | None
    here: bool


def measured(claim: Claim) -> list[Measured]:
    """This claim's number and those that others put on the same thing; empty where there are none."""
    pairs = [
        (other, pair)
        for other in same_quantity(claim)
        if (pair := matching.same_quantity(claim.wording, other.wording, SURE))
    ]
    if not pairs:
        return []
    sources = _sources([claim, *(other for other, _pair in pairs)])
    rows = [(claim, pairs[0][1][0]), *((other, pair[1]) for other, pair in pairs)]
    return [_measured(one, quantity, sources.get(one.pk), here=one is claim) for one, quantity in rows]


def _measured(claim: Claim, quantity: Quantity, source: Source | None, *, here: bool) -> Measured:
    text, found = claim.wording, scope(claim.wording)

    def words(spans: Iterable[Range]) -> str:
        return ", ".join(text[start:end] for start, end in spans)

    return Measured(
        claim=claim,
        wording=marked(text, [(quantity.start, quantity.end)]),
        number=_CUE.sub("", text[quantity.start : quantity.end]),
        bound=BOUNDS[quantity.bound],
        scope=words(found.places),
        dates=words(found.dates),
        source=source,
        here=here,
    )


def _sources(claims: Iterable[Claim]) -> dict[int, Source]:
    """The first source of each claim."""
    places = Appearance.objects.filter(claim__in=[claim.pk for claim in claims], statement__source__isnull=False)
    ordered = places.select_related("statement__source").order_by("claim", "-ordinal", "-pk")
    return {place.claim_id: place.statement.source for place in ordered if place.statement and place.statement.source}


def merging(suggestion: Suggestion) -> tuple[Claim, Claim] | None:
    """Which claim would be merged into which: the younger one, unless only the other is still before its review."""
    one, other = suggestion.claim, suggestion.other_claim
    if other is None or {one.status, other.status} & {Status.DISMISSED, Status.MERGED}:
        return None
    if one.status in VERBS["merge"].since:
        return one, other
    return (other, one) if other.status in VERBS["merge"].since else None


def _since(request: HttpRequest, suggestion: Suggestion) -> seen.Meanwhile | None:
    """What happened to the two, or who answered, since both were looked at."""
    both = [claim for claim in (suggestion.claim, suggestion.other_claim) if claim]
    return seen.meanwhile(request, *both) or seen.meanwhile(request, suggestion, quiet=frozenset())


class AnswerSuggestion(seen.Seeing, DoorMixin, View):
    """“The same” or “not the same”; merging is a verb of its own."""

    door = "compare"
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int, verb: str) -> HttpResponse:
        if verb not in ANSWERS:
            raise Http404
        suggestion = get_object_or_404(Suggestion.objects.select_related("claim", "other_claim"), pk=pk)
        since = _since(request, suggestion)
        if since:
            label = _("The same") if verb == "confirm" else _("Not the same")
            return seen.overtaken(request, label, since, back=suggestion.claim.get_absolute_url())
        ANSWERS[verb](suggestion, by=self.person)
        messages.success(request, _("Your answer is kept. Nothing was merged."))
        here = suggestion.other_claim if request.POST.get("from") == str(suggestion.other_claim_id) else None
        return HttpResponseRedirect(f"{(here or suggestion.claim).get_absolute_url()}#known")


class MergeSuggestion(seen.Seeing, DoorMixin, View):
    """“The same” in one step: both claims side by side, then the answer and the merge in one transaction."""

    door = "verb:merge"
    http_method_names = ["get", "post", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        suggestion = self.find(pk)
        return self.compare(request, suggestion)

    def compare(
        self, request: HttpRequest, suggestion: Suggestion, since: seen.Meanwhile | None = None
    ) -> HttpResponse:
        """Both side by side, and what happened to them since the page was opened, if anything did."""
        pair = merging(suggestion)
        context: dict[str, Any] = {"suggestion": suggestion, "proposal": None, "back": self.back(suggestion)}
        context |= {"meanwhile": since}
        if pair:
            goes, stands = pair
            ordered = Suggestion(claim=goes, other_claim=stands, score=suggestion.score, state=suggestion.state)
            places = {one.pk: one.appearances.count() for one in pair}
            context |= {
                "proposal": _proposal(ordered, goes),
                "goes": goes,
                "stands": stands,
                "goes_places": places[goes.pk],
                "stands_places": places[stands.pk],
            }
        return render(request, "claims/merge_suggestion.html", context, status=409 if since else 200)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        suggestion = self.find(pk)
        if since := _since(request, suggestion):
            return self.compare(request, suggestion, since)
        pair = merging(suggestion)
        if pair is None:
            raise IllegalMove(_("Neither of the two can be merged any more."))
        goes, stands = pair
        with transaction.atomic():
            suggestions.confirm(suggestion, by=self.person)
            triage.merge(goes, into=stands, by=self.person)
        messages.success(request, _("Merged: this claim stands for both. Restoring the other takes it back."))
        return HttpResponseRedirect(stands.get_absolute_url())

    def find(self, pk: int) -> Suggestion:
        rows = Suggestion.objects.select_related("claim__article", "other_claim__article").exclude(other_claim=None)
        return get_object_or_404(rows, pk=pk)

    def back(self, suggestion: Suggestion) -> str:
        """The claim's page from which one came."""
        other = suggestion.other_claim
        from_other = other is not None and self.request.GET.get("from") == str(other.pk)
        return f"{(other if from_other and other else suggestion.claim).get_absolute_url()}#known"
