"""The verbs on a claim: which may be said in a row or on a page, the one door to them all, and the way back."""

from collections.abc import Callable
from typing import Any, cast
from urllib.parse import parse_qs, urlsplit

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View

from claims.forms.verbs import ACTS, Act, VerbForm
from claims.models import Claim, DismissReason, Status, User
from claims.models.claims import ClaimQuerySet
from claims.models.states import VERBS
from claims.publishing import publish
from claims.record import permissions
from claims.record.moves import check
from claims.record.permissions import may
from claims.record.refusals import IllegalMove, Incomplete
from claims.review import conflicts, holding, triage
from claims.views import asking, seen, undoing
from claims.views.excerpts import excerpts

# what can be done with a candidate besides accepting and dismissing it, in short words
ROW_VERBS = (
    ("reword", gettext_lazy("Reword")),
    ("split", gettext_lazy("Split")),
    ("merge", gettext_lazy("Merge")),
    ("fix_source", gettext_lazy("Source")),
    ("set_harm", gettext_lazy("Harm")),
    ("set_as_of", gettext_lazy("Day")),
)

# verbs that stand open to a role, and of one claim not to each who holds it
STANDS: dict[str, Callable[[Claim, User], bool]] = {
    "hold": holding.may_hold,
    "reopen": lambda claim, person: not conflicts.has_tie(claim, person),
    "withdraw": lambda claim, person: publish.is_live(claim, person) and not conflicts.has_tie(claim, person),
    "put_back": lambda claim, person: claim.pk in triage.accepted_by(person, [claim]),
    "ask": lambda claim, person: not claim.requests.filter(person=person).exists(),
}


def row_acts(here: str, person: User) -> dict[str, Any]:
    """What a row of triage offers this person; *here* is where its verbs' pages come back to."""
    return {
        "reasons": DismissReason.choices,
        "row_verbs": [(verb, ACTS[verb].key, name) for verb, name in ROW_VERBS if may(person, f"verb:{verb}")],
        "here": here,
    }


def waiting(*, doubtful: bool) -> ClaimQuerySet:
    """Candidates that wait for a person: all of them, or those that the machine left to one."""
    candidates = Claim.objects.triage()
    return candidates.exclude(abstained="", caution="") if doubtful else candidates


def acts_for(claim: Claim, user: User) -> list[tuple[str, Act, Any]]:
    """The verbs that this person may say of this claim now, in the table's order."""
    return [
        (verb, ACTS[verb], _label(verb, claim))
        for verb in VERBS
        if verb in ACTS and claim.status in VERBS[verb].since and may(user, f"verb:{verb}")
        if verb not in STANDS or STANDS[verb](claim, user)
    ]


def _label(verb: str, claim: Claim) -> Any:
    """What the button says: of a claim that stepped back for another or for its parts, what is taken back."""
    if verb != "restore" or claim.status != Status.MERGED:
        return VERBS[verb].label
    return _("Take the split back") if claim.merged_into_id is None else _("Take the merge back")


class ClaimVerb(seen.Seeing, View):
    """The one door to every verb on a claim: GET shows what it needs to know, POST says it."""

    http_method_names = ["get", "post", "head", "options"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.verb: str = kwargs["verb"]
        if self.verb not in ACTS:
            raise Http404
        permissions.require(request.user, f"verb:{self.verb}")
        self.claim = get_object_or_404(Claim.objects.select_related("article"), pk=kwargs["pk"])
        self.act = ACTS[self.verb]
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        return self.ask(request, self.act.form(initial=self.act.initial(self.claim)))

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        form = self.act.form(request.POST)
        valid = form.is_valid()
        if since := self.meanwhile(request, form):
            return self.overtaken(request, form, since)
        if "preview" in request.POST or "another" in request.POST:
            return self.ask(request, form)
        return self.say(request, form) if valid else self.ask(request, form, status=422)

    def say(self, request: HttpRequest, form: VerbForm) -> HttpResponse:
        """The verb, and where one goes on afterwards."""
        asked_as = _label(self.verb, self.claim)  # as the button said it: the verb changes what it would say
        try:
            made = self.act.call(self.claim, form.cleaned_data, cast(User, request.user))
        except Incomplete as missing:
            form.add_error(None, missing.message)
            return self.ask(request, form, status=422)
        except IllegalMove:
            # a colleague was faster by a moment: what they did is in the record by now
            if (since := self.meanwhile(request, form)) is None:
                raise
            return self.overtaken(request, form, since)
        if request.htmx:  # type: ignore[attr-defined]  # put there by django-htmx
            return self.in_place(request)
        asked = next_page(request)
        if self.verb in undoing.WAY_BACK and asked.startswith(reverse("triage")):
            return HttpResponseRedirect(undoing.with_undo(asked, [self.claim]))
        done = _("%(verb)s: done.") % {"verb": asked_as}
        messages.success(request, f"{done} {self.act.told(self.claim, form.cleaned_data, made)}".strip())
        return HttpResponseRedirect(asked or reverse("claim", args=[self.claim.pk]))

    def meanwhile(self, request: HttpRequest, form: VerbForm) -> seen.Meanwhile | None:
        """What happened since the form was opened to the claim, or to another that it names."""
        other = form.cleaned_data.get("into") if hasattr(form, "cleaned_data") else None
        return seen.meanwhile(request, self.claim, *([other] if other else []))

    def overtaken(self, request: HttpRequest, form: VerbForm, since: seen.Meanwhile) -> HttpResponse:
        """What was entered, beside what came before it; sent once more, it is meant, as far as it can still be said."""
        seen.look(request)
        self.claim.refresh_from_db()
        try:
            check(self.verb, self.claim, by=cast(User, request.user))
        except IllegalMove as refusal:
            form.add_error(None, refusal.message)
        if request.htmx:  # type: ignore[attr-defined]  # put there by django-htmx
            label, back, said = VERBS[self.verb].label, self.claim.get_absolute_url(), form.non_field_errors()
            return seen.overtaken(request, label, since, back=back, claim=self.claim, refused=said)
        return self.ask(request, form, status=409, since=since)

    def in_place(self, request: HttpRequest) -> HttpResponse:
        """The word that stands in the row instead of its buttons, or the buttons again; and how many wait by now."""
        seen.done(request, self.claim)
        page = urlsplit(request.htmx.current_url_abs_path or "")  # type: ignore[attr-defined]  # put there by django-htmx
        in_triage = page.path == reverse("triage")
        context: dict[str, Any] = {"claim": self.claim, "next": next_page(request)}
        if in_triage:
            context["waiting"] = waiting(doubtful=parse_qs(page.query).get("show") == ["abstained"]).count()
        if self.verb in undoing.WAY_BACK.values():
            acts = "triage/_acts.html" if in_triage else "claims/_card_acts.html"
            return render(request, acts, context | row_acts(reverse("triage"), cast(User, request.user)))
        context["said"] = _("%(verb)s: done.") % {"verb": VERBS[self.verb].label}
        context["back"] = undoing.verb_back(self.claim) if self.verb in undoing.WAY_BACK else ""
        return render(request, "triage/_done.html", context)

    def ask(
        self, request: HttpRequest, form: VerbForm, status: int = 200, since: seen.Meanwhile | None = None
    ) -> HttpResponse:
        context = {
            "claim": self.claim,
            "meanwhile": since,
            "excerpt": excerpts([self.claim]).get(self.claim.pk),
            "form": form,
            "label": VERBS[self.verb].label,
            "follows": self.act.follows,
            "next": next_page(request),
        }
        template, more = asking.PAGES.get(self.verb, ("claims/verb.html", None))
        context |= more(request, self.claim, form) if more else {}
        return render(request, template, context, status=status)


def next_page(request: HttpRequest) -> str:
    """Where the form asks to go afterwards, if that is a page of ours."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    local = url_has_allowed_host_and_scheme(asked, allowed_hosts=None) and asked.startswith("/")
    return asked if local else ""
