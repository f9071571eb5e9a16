"""Who is who, on the desk: what is known of a source put right, names, merges with a preview, and suggestions answered by keys."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import View

from claims.forms.sources import MergeSourceForm, NameForm, SourceEditForm
from claims.ingest import identities, kinships
from claims.memory.track_record import claims_of
from claims.models import Alias, Kinship, Source, Statement
from claims.record.refusals import IllegalMove, Incomplete
from claims.views import seen
from claims.views.desk import DoorMixin, plain

PER_PAGE = 20
MOST_NAMES = 12
BOXES = ("parent", "into", "name")  # what the boxes are called into which a source's name is typed
ANSWERS = {"accept": kinships.accept, "refuse": kinships.refuse}


class SourceDoor(seen.Seeing, DoorMixin):
    """What may be done with sources, by those who manage them."""

    door = "manage_sources"

    def found(self, pk: int) -> Source:
        return get_object_or_404(Source.objects.select_related("parent", "merged_into"), pk=pk)


def _since(request: HttpRequest, *sources: Source) -> seen.Meanwhile | None:
    """What people did to these sources since the page was opened."""
    return seen.meanwhile(request, *sources, quiet=frozenset())


class EditSource(SourceDoor):
    """Name, kind, what it belongs to, country, Wikidata id and home page; each change is an event."""

    http_method_names = ["get", "post", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        source = self.found(pk)
        return self.ask(source, self.form(source))

    def form(self, source: Source) -> SourceEditForm:
        """The form as the source stands."""
        return SourceEditForm(instance=source, initial={"parent": source.parent.name if source.parent else ""})

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        source = self.found(pk)
        form = SourceEditForm(request.POST, instance=self.found(pk))  # a copy: the form writes into its instance
        valid, stands = form.is_valid(), self.form(source)
        now = {name: stands[name].initial for name in stands.fields}
        if overtaken := form.overtaken(now):
            again = SourceEditForm(form.beside(now), instance=self.found(pk))
            again.tell(overtaken)
            return self.ask(source, again, status=409)
        if not valid:
            return self.ask(source, form, status=422)
        try:
            identities.edit(source, changes=form.changes, by=self.person)
        except (IllegalMove, Incomplete) as refusal:
            form.add_error(None, refusal.message)
            return self.ask(self.found(pk), form, status=422 if isinstance(refusal, Incomplete) else 409)
        kinships.suggest([source])
        messages.success(request, _("What is known of this source is put right."))
        return HttpResponseRedirect(source.get_absolute_url())

    def ask(self, source: Source, form: SourceEditForm, status: int = 200) -> HttpResponse:
        return render(self.request, "sources/edit.html", {"source": source, "form": form}, status=status)


class AddName(SourceDoor):
    """Let another name lead to a source."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        source, form = self.found(pk), NameForm(request.POST)
        if form.is_valid():
            identities.add_name(source, name=form.cleaned_data["name"], by=self.person)
            kinships.suggest([source])
            messages.success(request, _("That name leads to this source now."))
        else:
            messages.error(request, _("Give a name of at most 300 characters."))
        return HttpResponseRedirect(source.get_absolute_url())


class RemoveName(SourceDoor):
    """Let a name lead to nobody."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        alias = get_object_or_404(Alias.objects.select_related("source"), pk=pk)
        if since := _since(request, alias.source):
            label = _("Remove the name “%(name)s”") % {"name": alias.name}
            return seen.overtaken(request, label, since, back=alias.source.get_absolute_url())
        identities.remove_name(alias, by=self.person)
        messages.success(request, _("“%(name)s” leads to nobody now.") % {"name": alias.name})
        return HttpResponseRedirect(alias.source.get_absolute_url())


class MergeSource(SourceDoor):
    """Shows what would follow, and merges on a second word."""

    http_method_names = ["get", "post", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = MergeSourceForm(request.GET if "into" in request.GET else None)
        valid = form.is_bound and form.is_valid()
        return self.ask(self.found(pk), form, status=422 if form.is_bound and not valid else 200)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        source, form = self.found(pk), MergeSourceForm(request.POST)
        if not form.is_valid():
            return self.ask(source, form, status=422)
        into = form.cleaned_data["into"]
        if since := _since(request, source, into):
            return self.ask(source, form, status=409, since=since)
        identities.merge(source, into=into, by=self.person)
        kinships.suggest([into])
        messages.success(request, _("“%(source)s” was merged into this source.") % {"source": source})
        return HttpResponseRedirect(into.get_absolute_url())

    def ask(
        self, source: Source, form: MergeSourceForm, status: int = 200, since: seen.Meanwhile | None = None
    ) -> HttpResponse:
        into = form.cleaned_data.get("into") if form.is_bound and form.is_valid() else None
        sides = [] if into is None else [_side(source), _side(into)]
        context = {"source": source, "form": form, "into": into, "sides": sides, "same": into == source}
        context |= {"meanwhile": since}
        return render(self.request, "sources/merge.html", context, status=status)


def _side(source: Source) -> dict[str, Any]:
    """What a source would bring, or keep."""
    names = [alias.name for alias in source.aliases.all()[: MOST_NAMES + 1]]
    said = Statement.objects.filter(source=source)
    return {
        "source": source,
        "names": names,
        "statements": said.count(),
        "claims": claims_of(source).count(),
        "quoted": said.exclude(source_wording="").order_by("-pk").values_list("source_wording", flat=True).first(),
    }


class UnmergeSource(SourceDoor):
    """Take a merge back: what followed returns."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        source = self.found(pk)
        if since := _since(request, source):
            label = _("Take back the merge of “%(name)s”") % {"name": source.name}
            return seen.overtaken(request, label, since, back=source.get_absolute_url())
        source = identities.unmerge(source, by=self.person)
        messages.success(request, _("The merge was taken back: its statements and names returned."))
        return HttpResponseRedirect(source.get_absolute_url())


class Kinships(SourceDoor):
    """Suggestions of who is who, one under the other, each answered with one key."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        rows = kinships.waiting().select_related("source__parent", "other__parent")
        counted = rows.annotate(source_said=_said(F("source")), other_said=_said(F("other")))
        page = Paginator(counted, PER_PAGE).get_page(request.GET.get("page"))
        return render(request, "sources/kinships.html", {"page": page})


def _said(source: F) -> Coalesce:
    own = Statement.objects.filter(source=OuterRef(source.name)).order_by().values("source").annotate(n=Count("pk"))
    return Coalesce(Subquery(own.values("n"), output_field=IntegerField()), 0)


class AnswerKinship(SourceDoor):
    """Yes or no to a suggestion; what was refused does not come back."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int, verb: str) -> HttpResponse:
        if verb not in ANSWERS:
            raise Http404
        kinship = get_object_or_404(Kinship.objects.select_related("source", "other"), pk=pk)
        if kinship.state == Kinship.State.PROPOSED and (since := _since(request, kinship.source, kinship.other)):
            label = _("Yes") if verb == "accept" else _("No")
            return seen.overtaken(request, label, since, back=kinship.source.get_absolute_url())
        ANSWERS[verb](kinship, by=self.person)
        if request.htmx:  # type: ignore[attr-defined]  # put there by django-htmx
            return render(request, "sources/_answered.html", {"kinship": kinship})
        messages.success(request, _("Your answer is kept."))
        return HttpResponseRedirect(reverse("kinships"))


class SourceNames(DoorMixin, View):
    """Names that hold what was typed, for the browser's own list of suggestions."""

    door = "see_desk"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        return render(request, "sources/_names.html", {"names": self.names()})

    def names(self) -> QuerySet[Alias]:
        typed = next((self.request.GET[box] for box in BOXES if self.request.GET.get(box)), "")
        words = " ".join(plain(typed).split())[:100]
        if len(words) < 2:
            return Alias.objects.none()
        standing = Alias.objects.filter(Q(name__icontains=words), source__merged_into__isnull=True)
        return standing.exclude(key__contains=" · ").select_related("source").order_by("name", "pk")[:MOST_NAMES]
