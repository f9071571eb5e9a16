"""How people come in: by accounts that an administrator makes."""

import logging
from typing import Any, cast
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.views import PasswordResetView
from allauth.core.internal import ratelimit
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.generic import View

from claims.models import Notification, Role, User
from claims.record import accounts, second_factor
from claims.record.prepared import Prepared
from claims.review import letters
from claims.views.verbs import next_page

logger = logging.getLogger(__name__)


class DeskAccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Login, password change and reset, but no sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def set_password(self, user: User, password: str) -> None:
        """All of allauth's pages come here; the one that a letter leads to knows nobody but whoever has the letter."""
        by = user if self.request.user.is_authenticated else None
        accounts.change_password(user, lambda: super(DeskAccountAdapter, self).set_password(user, password), by=by)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Wrong passwords count for an account at one address: a stranger's lock out nobody who comes from another.

        By whichever of its names, and whatever host is asked for: allauth's own key has the host, which whoever guesses may vary.
        """
        typed = str(credentials.get("email") or credentials.get("username") or "")
        known = User.objects.filter(Q(username__iexact=typed) | Q(email__iexact=typed)).order_by("pk")
        name = (known.values_list("username", flat=True).first() if typed else None) or typed
        return f"{name.lower()}:{ratelimit.get_ip(request)}"

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The way into an account leads to the desk's own address; the host that the browser asked for is nobody's."""
        path = urlsplit(super().get_reset_password_from_key_url(key)).path
        return f"{settings.PUBLIC_ADDRESS.rstrip('/')}{path}"

    def format_email_subject(self, subject: str) -> str:
        return f"[{settings.DESK_NAME}] {subject}"

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Letters come from the desk by its name; the host that the browser asked for is nobody's."""
        super().send_mail(template_prefix, email, {"desk": settings.DESK_NAME} | context)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            logger.warning("sign-in locked after too many tries as %s", _digest(credentials))
            raise

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        logger.warning("sign-in failed as %s", _digest(credentials))


def _digest(credentials: dict[str, Any]) -> str:
    """The same for the same name and telling nobody which: a password may have been typed in its place. The line has the address."""
    name = str(credentials.get("username") or credentials.get("email") or "").strip().lower()
    return salted_hmac("claims.sign-in", name).hexdigest()[:12]


@method_decorator(login_not_required, name="dispatch")
class PasswordReset(PasswordResetView):  # type: ignore[misc]  # allauth has no types
    """The letter with which a forgotten password is set anew, where letters can be sent; elsewhere whom to ask."""

    http_method_names = ["get", "post", "head", "options"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not settings.MAIL_IS_SET_UP:
            return render(request, "account/no_mail.html")
        return cast(HttpResponse, super().dispatch(request, *args, **kwargs))


class OwnAddress(View):
    """Whom to ask for another address; allauth's page would change it without an event, and without a letter to the old one."""

    http_method_names = ["get", "post", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        return render(request, "account/address.html")

    def post(self, request: HttpRequest) -> HttpResponse:
        return self.get(request)


class DeskBackend(AuthenticationBackend):  # type: ignore[misc]  # allauth has no types
    """Login by user name or e-mail address; whoever has a session comes with their roles, and what they owe, in one statement."""

    def get_user(self, user_id: int) -> User | None:
        rows = _with_groups(person=user_id)
        if not rows or not self.user_can_authenticate(rows[0]):
            return None
        person: User = rows[0]
        person.roles = frozenset(row.group for row in rows) & frozenset(Role.values)
        asked = rows[0].factor_asked and not rows[0].has_factor
        person.owes_factor = asked and not person.roles.isdisjoint(second_factor.ASKED_OF)
        return person


@Prepared
def _with_groups(person: Any) -> QuerySet[Any]:
    """One row for each group of the person, or one without; each says whether the policy asks for a second factor, and is there one."""
    return second_factor.with_duty(User.objects.filter(pk=person)).annotate(group=F("groups__name")).order_by()


class SingleKeys(View):
    """Switch a person's single-key shortcuts on or off (WCAG 2.1.4)."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest) -> HttpResponse:
        person = cast(User, request.user)
        User.objects.filter(pk=person.pk).update(single_keys=not person.single_keys)
        return HttpResponseRedirect(next_page(request) or "/")


class MailChoice(View):
    """Which notifications come by e-mail too: each is the person's to switch."""

    http_method_names = ["get", "post", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        person = cast(User, request.user)
        kinds = [(kind.value, kind.label, kind.value not in person.mail_off) for kind in Notification.Kind]
        return render(request, "talk/mail.html", {"kinds": kinds})

    def post(self, request: HttpRequest) -> HttpResponse:
        letters.choose(cast(User, request.user), wanted=set(request.POST.getlist("kind")))
        messages.success(request, _("Kept. The list of notifications shows all of them in any case."))
        return HttpResponseRedirect(reverse("mail_choice"))
