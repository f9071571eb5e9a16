"""A changed article: what moved along, what changed under claims that people worked on, what is new; and the answers to it."""

from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from claims.forms.verbs import RewordForm
from claims.ingest import changes
from claims.matching import alignment
from claims.models import Article, ChangedPlace, Claim, User
from claims.models.states import VERBS
from claims.record.permissions import may
from claims.review import rewording, triage
from claims.views import seen
from claims.views.desk import DoorMixin

MOST_LINES = 60  # changed paragraphs on the page
MOST_COMPARED = 5_000  # paragraphs of a text


@dataclass(frozen=True, slots=True)
class Touched:
    """A claim whose sentence changed: the sentence as it was and as it is, and what may be said now."""

    place: ChangedPlace
    old: str
    new: str
    acts: list[str]

    @property
    def key(self) -> str:
        return f"change-{self.place.pk}"


class ArticleChanges(seen.Seeing, DoorMixin):
    """The newest text of an article beside the one before it."""

    door = "see_desk"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = get_object_or_404(Article.objects.select_related("outlet"), pk=pk)
        texts = list(article.texts.order_by("-number")[:2])
        context: dict[str, Any] = {"article": article, "texts": article.texts.count()}
        if len(texts) == 2:
            newest, before = texts
            context |= {
                "newest": newest,
                "before": before,
                "touched": waiting(article, self.person),
                "moved_along": changes.moved_along(newest),
                "new": changes.new_in(newest),
                "gave_way": changes.gave_way(newest),
                "lines": changed_lines(before.text, newest.text),
                "most_lines": MOST_LINES,
            }
        return render(request, "articles/changes.html", context)


def waiting(article: Article, user: User) -> list[Touched]:
    """What changed under touched claims and waits for a person, in the order of the text."""
    places = ChangedPlace.objects.waiting().filter(text_version__article=article)
    found = places.select_related("claim", "was_in", "text_version").order_by("was_start", "pk")
    return [_touched(place, user) for place in found]


def _touched(place: ChangedPlace, user: User) -> Touched:
    new = place.text_version.text[place.start : place.end] if place.start is not None else ""
    verbs = [
        verb for verb in ("reword", "dismiss") if place.claim.status in VERBS[verb].since and may(user, f"verb:{verb}")
    ]
    acts = (["keep"] if may(user, "triage") else []) + verbs
    return Touched(place, place.was_in.text[place.was_start : place.was_end], new, acts)


def changed_lines(old: str, new: str) -> list[tuple[str, str]]:
    """The paragraphs that differ, in pairs; a paragraph that came or went stands beside nothing."""
    left, right = ([line for line in text.split("\n") if line.strip()][:MOST_COMPARED] for text in (old, new))
    pairs: list[tuple[str, str]] = []
    for one in alignment.stretches(left, right):
        if not one.same and len(pairs) <= MOST_LINES:
            beside = zip_longest(left[one.start : one.end], right[one.other_start : one.other_end], fillvalue="")
            pairs += [
                (gone, came) for gone, came in beside if gone != came
            ]  # of much that repeats, only the place tells
    return pairs[: MOST_LINES + 1]


class AnswerChange(seen.Seeing, DoorMixin):
    """Keep a claim whose sentence changed, or reword it; dismissing is the claim's own verb."""

    door = "triage"
    http_method_names = ["get", "post", "head", "options"]

    place: ChangedPlace

    def find(self, pk: int, verb: str) -> None:
        """The changed place that is meant, and a verb that can be said of it."""
        if verb not in ("keep", "reword"):
            raise Http404
        rows = ChangedPlace.objects.select_related("claim", "was_in", "text_version__article")
        self.place = get_object_or_404(rows, pk=pk)

    @property
    def article_page(self) -> str:
        return reverse("article_changes", args=[self.place.text_version.article_id])

    def get(self, request: HttpRequest, pk: int, verb: str) -> HttpResponse:
        self.find(pk, verb)
        if verb == "keep":
            return HttpResponseRedirect(self.article_page)
        rival = changes.rival(self.place)
        return self.ask(self.first(rival), rival)

    def first(self, rival: Claim | None) -> RewordForm:
        """What the new text says, as far as it was read."""
        wording = rival.wording if rival else self.place.claim.wording
        return RewordForm(initial={"wording": wording, "reason": _("The article was changed.")})

    def post(self, request: HttpRequest, pk: int, verb: str) -> HttpResponse:
        self.find(pk, verb)
        since = seen.meanwhile(request, self.place.claim)
        if verb == "keep":
            if since:
                return self.ask(self.first(changes.rival(self.place)), changes.rival(self.place), since=since)
            changes.keep(self.place, by=self.person)
            messages.success(request, _("The claim stands as it is."))
            return HttpResponseRedirect(self.article_page)
        rival, form = changes.rival(self.place), RewordForm(request.POST)
        valid = form.is_valid()
        if since:
            return self.ask(form, rival, since=since)
        if not valid:
            return self.ask(form, rival, status=422)
        self.reword(rival, form.cleaned_data)
        messages.success(request, _("The claim is reworded; whoever reviewed it is asked again."))
        return HttpResponseRedirect(self.article_page)

    @transaction.atomic
    def reword(self, rival: Claim | None, said: dict[str, str]) -> None:
        """The claim takes the new wording and, from the candidate that says the same anew, its place in the new text."""
        claim = self.place.claim
        changes.refuse_if_answered(self.place)
        if rival is None:
            changes.keep(self.place, by=self.person)
        rewording.reword(claim, wording=said["wording"], reason=said["reason"], by=self.person)
        if rival is not None:
            triage.merge(rival, into=claim, by=self.person)

    def ask(
        self, form: RewordForm, rival: Claim | None, status: int = 200, since: seen.Meanwhile | None = None
    ) -> HttpResponse:
        one = _touched(self.place, self.person)
        context = {"one": one, "claim": self.place.claim, "form": form, "rival": rival, "back": self.article_page}
        return render(
            self.request, "articles/reword.html", context | {"meanwhile": since}, status=409 if since else status
        )


def newer_words(claim: Claim) -> ChangedPlace | None:
    """The change under this claim's words that waits for a person, if one does."""
    return (
        ChangedPlace.objects.waiting()
        .filter(claim=claim)
        .select_related("text_version")
        .defer("text_version__text")
        .first()
    )


def waiting_in(article: Article) -> int:
    """How many claims of an article wait because the words under them changed."""
    return ChangedPlace.objects.waiting().filter(text_version__article=article).count()
