"""Remarks, notifications, and the right of reply."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import View

from claims.forms.publication import AnswerForm, RemarkForm, ReplyForm
from claims.models import Claim, Comment, Notification, ReplyRequest
from claims.record import visibility
from claims.review import talk
from claims.views import seen
from claims.views.desk import DoorMixin

PER_PAGE = 100


class Notifications(DoorMixin, View):
    """What this person should know of; POST notes that those were seen which its page showed."""

    door = "see_desk"
    http_method_names = ["get", "post", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        told = Notification.objects.filter(person=self.person).select_related("claim")
        page = Paginator(told, PER_PAGE).get_page(request.GET.get("page"))
        return render(request, "talk/notifications.html", {"page": page})

    def post(self, request: HttpRequest) -> HttpResponse:
        shown = [n for n in request.POST.getlist("shown") if n.isascii() and n.isdigit() and len(n) <= seen.LONGEST]
        talk.read(by=self.person, notifications=map(int, shown))
        return HttpResponseRedirect(request.get_full_path())


class OnClaim(DoorMixin, View):
    """A form on a claim's page: it leads back to its place there, or comes again with what is wrong."""

    door = "comment"
    http_method_names = ["post", "options"]

    def again(self, request: HttpRequest, claim: Claim, form: Form, label: str) -> HttpResponse:
        """The form once more, with what was typed and what is wrong with it."""
        return render(request, "talk/again.html", {"claim": claim, "form": form, "label": label}, status=422)

    def back(self, claim: int, place: str) -> HttpResponse:
        return HttpResponseRedirect(f"{reverse('claim', args=[claim])}#{place}")


class Remark(OnClaim):
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = RemarkForm(request.POST)
        claim = get_object_or_404(Claim, pk=pk)
        if not form.is_valid():
            return self.again(request, claim, form, _("Remark"))
        remark = talk.say(claim, text=form.cleaned_data["text"], by=self.person)
        if strangers := talk.unknown(form.cleaned_data["text"]):
            names = ", ".join(f"@{name}" for name in strangers)
            messages.warning(
                request, _("Nobody here is called %(names)s, so nobody of that name was told.") % {"names": names}
            )
        if later := talk.not_told(remark):
            names = ", ".join(f"@{person.username}" for person in later)
            messages.warning(
                request,
                _("%(names)s may not read it yet, because it may tell of a review, and was not told of it.")
                % {"names": names},
            )
        return self.back(pk, "talk")


class ResolveRemark(OnClaim):
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        readable = visibility.visible_to(Comment.objects.all(), request.user)
        comment = get_object_or_404(readable.select_related("claim"), pk=pk)
        talk.resolve(comment, by=self.person)
        return self.back(comment.claim_id, "talk")


class AskForReply(OnClaim):
    door = "log_reply"

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = ReplyForm(request.POST)
        claim = get_object_or_404(Claim, pk=pk)
        if not form.is_valid():
            return self.again(request, claim, form, _("Note a request"))
        talk.ask_for_reply(claim, by=self.person, **form.cleaned_data)
        return self.back(pk, "reply")


class LogReply(OnClaim):
    door = "log_reply"

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        asked = get_object_or_404(ReplyRequest.objects.select_related("claim"), pk=pk)
        form = AnswerForm(request.POST)
        if not form.is_valid():
            return self.again(request, asked.claim, form, _("Note what came"))
        talk.log_reply(asked, answer=form.cleaned_data["answer"], by=self.person)
        return self.back(asked.claim_id, "reply")
