"""What the page of a verb shows besides its form: claims near by to merge with, sources to choose from, parts of a split."""

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Min, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from claims.forms import choosing
from claims.forms.sources import look_up
from claims.forms.verbs import VerbForm
from claims.models import Claim, Form, Match, SourceKind, Statement, Status, Suggestion
from claims.review import corrections
from claims.views.desk import plain

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

NEAR = 9  # as many as there are keys
FOUND = 9
MOST_READ = 200
ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Near:
    """A claim that may stand for another, and why it is offered."""

    claim: Claim
    why: "StrOrPromise"
    alike: bool = False  # so much that what differs is worth marking


def merging(request: HttpRequest, claim: Claim, form: VerbForm) -> dict[str, Any]:
    """Claims that may say the same: what the comparison suggests, then what stands near by in the article; or what was searched for."""
    words = plain(request.GET.get("q", "")).strip()
    offered = _found(claim, words) if words else _near(claim)
    return {"offered": offered, "words": words, "places": claim.appearances.count()}


def _standing(claim: Claim) -> QuerySet[Claim]:
    """Claims that another may be merged into, with the number of their places."""
    others = Claim.objects.exclude(pk=claim.pk).exclude(status__in=(Status.DISMISSED, Status.MERGED))
    return others.select_related("article").annotate(places=Count("appearances", distinct=True))


def _near(claim: Claim) -> list[Near]:
    suggested = Suggestion.objects.filter(Q(claim=claim) | Q(other_claim=claim), fact_check__isnull=True)
    proposed = (
        suggested.exclude(state=Suggestion.State.DIFFERENT).order_by("-score", "pk").values_list("claim", "other_claim")
    )
    numbers = [number for pair in proposed[:NEAR] for number in pair if number != claim.pk]
    measured = Match.objects.filter(claim_version__claim=claim).values_list("same_quantity", flat=True)
    quantity = {number for number in measured if number}
    first = Min("appearances__spans__start")
    here = claim.appearances.aggregate(start=Min("spans__start"))["start"] or 0
    others = _standing(claim).filter(Q(pk__in={*numbers, *quantity}) | Q(article=claim.article_id))
    found = list(others.annotate(start=first)[:MOST_READ])
    telling = _telling(claim.wording, [other.wording for other in found])
    found.sort(
        key=lambda o: (
            _rank(o.pk, numbers, quantity),
            -round(sum(telling.get(word, 0) for word in _words(o.wording)), 1),
            abs((o.start or 0) - here),
            o.pk,
        )
    )
    alike = {other.pk: _shared(claim.wording, other.wording) >= ALIKE for other in found[:NEAR]}
    return [Near(other, _why(other, numbers, quantity), alike[other.pk]) for other in found[:NEAR]]


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{3,}", text.casefold()))


def _telling(wording: str, others: Sequence[str]) -> dict[str, float]:
    """How much each word of a wording tells by standing in another one, too: the fewer others have it, the more."""
    having = Counter(word for other in others for word in _words(other))
    return {word: math.log((len(others) + 1) / (having[word] + 1)) for word in _words(wording)}


def _shared(one: str, other: str) -> float:
    """How much of the shorter wording's words stands in the other one."""
    first, second = _words(one), _words(other)
    return len(first & second) / max(1, min(len(first), len(second)))


def _rank(number: int, suggested: list[int], quantity: set[int]) -> int:
    if number in suggested:
        return suggested.index(number)
    return len(suggested) + (number not in quantity)


def _why(other: Claim, suggested: list[int], quantity: set[int]) -> "StrOrPromise":
    if other.pk in suggested:
        return _("may say the same")
    return _("puts a number on the same thing") if other.pk in quantity else _("near by in the article")


def _found(claim: Claim, words: str) -> list[Near]:
    others = _standing(claim)
    for word in words.split()[:8]:
        others = others.filter(wording__icontains=word)
    has = _("has these words")
    return [
        Near(other, has, _shared(claim.wording, other.wording) >= ALIKE) for other in others.order_by("-pk")[:FOUND]
    ]


def splitting(request: HttpRequest, claim: Claim, form: VerbForm) -> dict[str, Any]:
    """A box for each wording, and what would be made of them."""
    boxes = request.POST.getlist("wordings") if form.is_bound else list(form.initial["wordings"])
    boxes = [*boxes, ""] if "another" in request.POST else boxes
    parts = form.cleaned_data.get("wordings", []) if form.is_bound and form.is_valid() else []
    statement = claim.appearances.select_related("statement__source").first()
    return {"boxes": boxes, "parts": parts, "statement": statement.statement if statement else None}


def sourcing(request: HttpRequest, claim: Claim, form: VerbForm) -> dict[str, Any]:
    """The sources of the article, nearest first, or those that were searched for; somebody new; and the article's own voice."""
    words = plain(request.GET.get("q", "")).strip()
    place = claim.appearances.select_related("statement").first()
    statement = place.statement if place else None
    offered = choosing.with_words(words) if words else choosing.of_article(claim.article_id)
    context: dict[str, Any] = {
        "offered": offered,
        "words": words,
        "now": statement.source_id if statement else None,
        "article_now": statement is None or (statement.source_id is None and statement.form == Form.NARRATED),
        "new": bool(words) and look_up(words) is None,
    } | _reach(request, claim, statement)
    if form.is_bound and "kind" in form.errors:
        context |= {"newcomer": form.cleaned_data["new"], "kinds": SourceKind.choices}
    return context


def _reach(request: HttpRequest, claim: Claim, statement: Statement | None) -> dict[str, Any]:
    """The other claims that the statement makes, and whether they follow; to begin with only those do on which nobody works."""
    others = list(corrections.followers(claim, statement)) if statement else []
    if not others:
        return {}
    public = [other for other in others if other.status in corrections.PUBLIC]
    asked = request.POST.get("reach") or request.GET.get("reach")
    worked_on = any(other.status not in (Status.CANDIDATE, Status.DISMISSED) for other in others)
    alone = bool(public) or asked == "alone" or (asked != "all" and worked_on)
    return {"others": others, "public": public, "reach": "alone" if alone else "all"}


def timing(request: HttpRequest, claim: Claim, form: VerbForm) -> dict[str, Any]:
    """The day as it was read, for one key."""
    return {"read": claim.as_of_read}


Context = Callable[[HttpRequest, Claim, VerbForm], dict[str, Any]]
PAGES: dict[str, tuple[str, Context]] = {
    "merge": ("claims/merge.html", merging),
    "split": ("claims/split.html", splitting),
    "fix_source": ("claims/source.html", sourcing),
    "set_as_of": ("claims/as_of.html", timing),
}
